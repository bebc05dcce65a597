// Which part of a group's quotes is of which class; mirrors shares.py.

/** One of the largest groups, and the classes that occur in it.
 *
 * list: quotes; by, of: row -> group, class; null leaves a row out.
 * Returns {made: [{group, name, count, total, share, low, high, rows}], further}.
 */
function shares(all, list, by, of, { least = MIN_SHARE, top = null } = {}) {
  const { art } = all.quotes;
  const known = list.filter((row) => by(row) !== null && of(row) !== null);
  const size = (held) => quoteCount(all, held);
  const cells = groups(known, (row) => JSON.stringify([by(row), of(row)]), art).map(({ key, rows: held }) => {
    const [group, name] = JSON.parse(key);
    return { group, name, rows: held };
  });
  const wholes = new Map(groups(known, by, art)
    .map((whole) => [whole.key, Object.assign(whole, { total: 0, most: 0, cells: [] })]));
  const first = new Map(); // the order in which groups appear
  for (const cell of cells) {
    const [whole, count] = [wholes.get(cell.group), size(cell.rows)];
    whole.total += count;
    whole.most = Math.max(whole.most, count);
    whole.cells.push(cell);
    if (!first.has(cell.group)) first.set(cell.group, first.size);
  }
  const order = [...wholes.values()].sort((a, b) => b.total - a.total || b.most - a.most);
  const shown = order.slice(0, top ?? order.length);
  // only what is shown is worked out: a large corpus has thousands of groups
  const made = shown.flatMap((whole) => {
    const parts = whole.cells.map((cell) => eachArticle(all, cell.rows, size));
    return whole.cells.map((cell, n) => ({ ...cell, ...shareOf(sharedSums(parts[n], together(parts)), least) }));
  });
  made.sort((a, b) => b.total - a.total || b.count - a.count
    || first.get(a.group) - first.get(b.group) || before(a.group, b.group) || before(a.name, b.name));
  return { made, further: order.length - shown.length };
}

// What quotes weigh in each article; weigh: rows -> what they count.
const eachArticle = (all, list, weigh) => new Map(groups(list, (row) => all.quotes.art[row], all.quotes.art)
  .map((of) => [of.key, weigh(of.rows)]));

// A quote of several speakers counts in the class of each, and as often in the whole.
function together(parts) {
  const whole = new Map();
  parts.forEach((part) => part.forEach((n, art) => whole.set(art, (whole.get(art) || 0) + n)));
  return whole;
}

// The five sums of a part in all of a group, articles as units; both by article.
function sharedSums(part, whole) {
  const five = noSums();
  whole.forEach((n, art) => add(five, part.get(art) || 0, n));
  return five;
}

function shareOf(five, least) {
  const known = five.n >= least;
  const { value, low, high } = interval(five, 1, [0, 1]);
  return {
    count: five.s, total: five.n, share: known ? value : null,
    low: known ? low : null, high: known ? high : null,
  };
}
