// Two outlets, speakers or periods side by side; mirrors compare.py.
const [VERBS, NOBODY] = [6, "without a named speaker"];

// The two outlets with the most quotes; of one outlet its most quoted speakers, of one speaker
// both halves of the time.
function oppositesOf(part) {
  const { all } = part;
  const { speaker, art } = all.quotes;
  const house = (row) => all.articles.outlet[art[row]];
  for (const [name, of, size] of [["outlet", house, (list) => quoteCount(all, list)],
    ["speaker", (row) => speaker[row], (list) => list.length]]) {
    const found = groups(part.quotes.filter((row) => of(row) >= 0), of, art);
    if (found.length > 1) {
      return busiest(found, ({ rows: list }) => size(list)).slice(0, 2).map(({ key }) => ({ [name]: all.names[key] }));
    }
  }
  const { days } = part;
  if (!days.length || days[0].slice(0, 10) === days[days.length - 1].slice(0, 10)) return null;
  const split = middleOf(days);
  return [{ until: isoDay(split - DAY) }, { since: isoDay(split) }];
}

function sideName(side) {
  const named = ["speaker", "actor", "side", "outlet"].filter((name) => side[name]).map((name) => side[name]);
  const { since, until } = side;
  if (since && until) named.push(`${dayWords(since)} to ${dayWords(until)}`);
  else if (since) named.push(`from ${dayWords(since)} on`);
  else if (until) named.push(`until ${dayWords(until)}`);
  return named.join(", ") || "all";
}

// What of a part fits a side as well; null where the part is of another outlet or speaker.
function within(part, side) {
  const { asked } = part;
  const apart = ["outlet", "speaker", "actor"].some((name) => side[name] && asked[name] && side[name] !== asked[name]);
  if (apart) return null;
  const later = (a, b) => (a && b ? (a > b ? a : b) : a || b);
  const sooner = (a, b) => (a && b ? (a < b ? a : b) : a || b);
  return new Part(part.all, { ...asked, ...side, since: later(asked.since, side.since),
    until: sooner(asked.until, side.until) }, part);
}

// The part of each side; null where there is nothing to compare.
function sidesIn(part, one, other) {
  const chosen = one && other ? [one, other] : oppositesOf(part);
  const parts = chosen && chosen.map((side) => within(part, side));
  return parts && parts.every(Boolean) ? { chosen, parts } : null;
}

function perArticle(list, art, size) {
  return new Map(groups(list, (row) => art[row], art).map(({ key, rows: own }) => [key, size(own)]));
}

// s and n by article.
function sharePart(all, list, which) {
  const { art } = all.quotes;
  const size = (own) => quoteCount(all, own);
  const part = list.filter(which);
  const of = perArticle(part, art, size);
  return { each: new Map([...perArticle(list, art, size)].map(([key, n]) => [key, [of.get(key) || 0, n]])), rows: part };
}

function sharePairs(all, parts, named) {
  const { kind, speaker, cue_class: cues } = all.quotes;
  const said = parts.map((part) => part.quotes);
  if (said.some((list) => !list.length)) return [];
  const cue = (row) => all.name(cues[row]) ?? "other";
  const direct = all.number.get("direct");
  const counts = new Map();
  said.forEach((list) => groups(list, cue, all.quotes.art).forEach(({ key, rows: own }) => {
    if (key !== "other") counts.set(key, (counts.get(key) || 0) + quoteCount(all, own));
  }));
  const verbs = [...counts].sort((a, b) => b[1] - a[1] || before(a[0], b[0])).slice(0, VERBS).map(([name]) => name);
  const standing = (name) => [`${name} verbs`, (row) => ENDORSEMENT[cue(row)] === name];
  return [
    ["in the speaker's own words", (row) => kind[row] === direct],
    ...(named ? [] : [[NOBODY, (row) => speaker[row] < 0]]),
    standing("endorsing"), standing("distancing"),
    ...verbs.map((name) => [`verbs like “${name}”`, (row) => cue(row) === name]),
  ].map(([what, which]) => [what, ...said.map((list) => sharePart(all, list, which))]);
}

function meanPairs(all, parts, voice) {
  const { target, art, score } = all.statements;
  const found = parts.map((part) => new Map(groups(part.voiced(voice), (row) => target[row], art).map((of) => {
    const sums = new Map();
    of.rows.forEach((row) => {
      const [s, n] = sums.get(art[row]) || [0, 0];
      sums.set(art[row], [s + score[row], n + 1]);
    });
    return [all.names[of.key], { each: sums, rows: of.rows }];
  })));
  const [one, other] = found;
  const size = (name) => one.get(name).rows.length + other.get(name).rows.length;
  return [...one.keys()].filter((name) => other.has(name)).sort((a, b) => size(b) - size(a) || before(a, b))
    .map((name) => [name, one.get(name), other.get(name)]);
}

function differenceOf([what, ...both], [least, greatest], unit) {
  let [spread, freedom, factor] = [0, 0, 1];
  const made = both.map(({ each, rows: own }) => {
    const five = noSums();
    each.forEach(([s, n]) => add(five, s, n));
    const mean = five.s / five.n;
    const known = five.articles > 1 ? variance(five) : 0;
    spread += known;
    freedom += (known * known) / Math.max(five.articles - 1, 1);
    factor *= five.articles / Math.max(five.articles - 1, 1);
    return { value: mean / unit, count: five.n, part: five.s, articles: five.articles, rows: own,
      left: (key) => { const [s, n] = each.get(key); return (s - mean * n) / five.n; } };
  });
  let shared = 0;
  both[0].each.forEach((_, key) => {
    if (both[1].each.has(key)) shared += made[0].left(key) * made[1].left(key);
  });
  const varies = spread - 2 * shared * Math.sqrt(factor);
  spread = varies > NOTHING * spread ? varies : 0; // what is left of a variance of zero
  const worth = freedom > 0 ? (spread * spread) / freedom : 1;
  const error = Math.sqrt(spread) / unit;
  const half = student(Math.max(worth, 1)) * error;
  const [one, other] = made;
  const difference = one.value - other.value;
  const known = Math.min(one.articles, other.articles) >= MIN_ARTICLES;
  const inside = (end) => Math.min(Math.max(end, least), greatest);
  const tested = known && Math.min(one.count, other.count) >= MIN_STATEMENTS;
  const ratio = error > 0 ? difference / error : difference ? Infinity : 0;
  return { what, one, other, difference, low: known ? inside(difference - half) : null,
    high: known ? inside(difference + half) : null, found: tested ? chance(ratio, Math.max(worth, 1)) : null };
}

// How two parts differ, a row per thing compared: {what, one, other, difference, low, high, clear}.
function compared(all, { chosen, parts }, of) {
  const pairs = of === "quotes" ? sharePairs(all, parts, chosen.some((side) => side.speaker))
    : meanPairs(all, parts, of === "stance" ? SPEAKER : NARRATOR);
  const made = pairs.map((pair) => differenceOf(pair, of === "quotes" ? [-1, 1] : [-2, 2], of === "quotes" ? 1 : UNIT));
  const least = bound(made.map(({ found }) => found).filter((p) => p !== null));
  return made.map((row) => ({ ...row,
    clear: row.found !== null && row.found <= least && Math.abs(row.difference) >= MIN_MEAN }));
}
