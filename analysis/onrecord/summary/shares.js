// Which part of a group's quotes is of which class; mirrors shares.py.

/** One of the largest groups, and the classes that occur in it.
 *
 * list: quotes; by, of: row -> group, class; null leaves a row out.
 * Returns {made: [{group, name, count, total, share, low, high, rows}], further}.
 */
function shares(all, list, by, of, { least = MIN_SHARE, top = null } = {}) {
  const { art } = all.quotes;
  const known = list.filter((row) => by(row) !== null && of(row) !== null);
  const cells = groups(known, (row) => JSON.stringify([by(row), of(row)]), art).map(({ key, rows: held }) => {
    const [group, name] = JSON.parse(key);
    return { group, name, rows: held };
  });
  const wholes = new Map(groups(known, by, art)
    .map((whole) => [whole.key, Object.assign(whole, { total: 0, most: 0 })]));
  const first = new Map(); // the order in which groups appear
  for (const { group, rows: held } of cells) {
    const [whole, count] = [wholes.get(group), quoteCount(all, held)];
    whole.total += count;
    whole.most = Math.max(whole.most, count);
    if (!first.has(group)) first.set(group, first.size);
  }
  const order = [...wholes.values()].sort((a, b) => b.total - a.total || b.most - a.most);
  const shown = new Set(order.slice(0, top ?? order.length).map((whole) => whole.key));
  // only what is shown is worked out: a large corpus has thousands of groups
  const made = cells.filter((cell) => shown.has(cell.group))
    .map((cell) => ({ ...cell, ...divided(all, cell.rows, wholes.get(cell.group).rows, least) }));
  const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  made.sort((a, b) => b.total - a.total || b.count - a.count
    || first.get(a.group) - first.get(b.group) || byName(a.group, b.group) || byName(a.name, b.name));
  return { made, further: order.length - shown.size };
}

// The share of some quotes in all of a group, articles as units.
function divided(all, part, whole, least) {
  const { art } = all.quotes;
  const perArticle = (rows) => new Map(groups(rows, (row) => art[row], art)
    .map((of) => [of.key, quoteCount(all, of.rows)]));
  const of = perArticle(part);
  const five = noSums();
  perArticle(whole).forEach((n, article) => add(five, of.get(article) || 0, n));
  const known = five.n >= least;
  const { value, low, high } = interval(five, 1, [0, 1]);
  return {
    count: five.s, total: five.n, share: known ? value : null,
    low: known ? low : null, high: known ? high : null,
  };
}
