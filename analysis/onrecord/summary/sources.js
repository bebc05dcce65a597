// Who gets to speak: quotes by gender or role of their source; mirrors sources.py.
const [NOT_TOLD, ANONYMOUS, NOT_RESOLVED] = ["not told", "anonymous", "not resolved"];
const UNNAMED = [ANONYMOUS, NOT_RESOLVED]; // classes of quotes without a named speaker

// The class of a quote's source by row; null leaves it out: gender is that of named persons.
function classesOf(all, of) {
  const { speaker, anonymous } = all.quotes;
  if (of === "gender") {
    return (row) => {
      const who = all.people.get(speaker[row]);
      return who?.person ? who.gender ?? NOT_TOLD : null;
    };
  }
  return (row) => {
    if (speaker[row] < 0) return anonymous[row] ? ANONYMOUS : NOT_RESOLVED;
    return all.people.get(speaker[row])?.role ?? NOT_TOLD;
  };
}

// A share of another weight than one each; a class in which nothing weighs has no interval.
function weighedShare(all, { rows: held, total }, list, weight) {
  const sum = (of) => of.reduce((all_, row) => all_ + weight(row), 0);
  const five = sharedSums(eachArticle(all, held, sum), eachArticle(all, list, sum));
  if (Math.min(five.n, total) < MIN_SHARE) return { value: null, low: null };
  const { value, low, high } = interval(five, 1, [0, 1]);
  return five.s ? { value, low, high } : { value, low: null };
}

// Gender and role together: of quotes, of their words, of each article's first.
function sourceAudit(part) {
  const { all } = part;
  const { art, words } = all.quotes;
  return ["gender", "role"].flatMap((of) => {
    const classOf = classesOf(all, of);
    const list = part.quotes.filter((row) => classOf(row) !== null);
    const first = new Set(list.filter((row, n) => !n || art[list[n - 1]] !== art[row]));
    return shares(all, list, () => of, classOf).made.map((made) => ({
      ...made,
      words: weighedShare(all, made, list, (row) => words[row]),
      first: weighedShare(all, made, list, (row) => (first.has(row) ? 1 : 0)),
    }));
  });
}

// What quotes are grouped by: row -> outlet, or first day of a period; null leaves a row out.
function groupsBy(part, by) {
  const { all } = part;
  const { outlet, published } = all.articles;
  const { art } = all.quotes;
  if (by === "outlet") return (row) => all.name(outlet[art[row]]);
  const unit = period(part.days);
  return (row) => published[art[row]] && begun(published[art[row]], unit);
}

// Shares by gender or role, group by group; those of time in its order.
function sourcesBy(part, by, of) {
  const { made } = shares(part.all, part.quotes, groupsBy(part, by), classesOf(part.all, of));
  return by === "time" ? made.sort((a, b) => before(a.group, b.group) || b.count - a.count) : made;
}
