// Which part of a group's quotes is of which class; mirrors shares.py.

/** One of the largest groups, and the classes that occur in it.
 *
 * list: quotes; by, of: row -> group, class; null leaves a row out.
 * Returns {made: [{group, name, count, total, share, low, high, rows}], further}.
 */
function shares(all, list, by, of, { least = MIN_SHARE, top = null } = {}) {
  const { art } = all.quotes;
  const known = list.filter((row) => by(row) !== null && of(row) !== null);
  const cells = groups(known, (row) => JSON.stringify([by(row), of(row)]), art);
  const wholes = new Map(groups(known, by, art).map((whole) => [whole.key, whole]));
  wholes.forEach((whole, group) => {
    const own = cells.filter((cell) => JSON.parse(cell.key)[0] === group);
    const counts = own.map((cell) => quoteCount(all, cell.rows));
    Object.assign(whole, { total: counts.reduce((sum, n) => sum + n, 0), most: Math.max(...counts) });
  });
  const order = [...wholes.values()].sort((a, b) => b.total - a.total || b.most - a.most);
  const shown = new Set(order.slice(0, top ?? order.length).map((whole) => whole.key));
  const first = new Map([...new Set(cells.map((cell) => JSON.parse(cell.key)[0]))].map((g, n) => [g, n]));
  const made = cells.map((cell) => {
    const [group, name] = JSON.parse(cell.key);
    return { group, name, ...divided(all, cell.rows, wholes.get(group).rows, least), rows: cell.rows };
  }).filter((cell) => shown.has(cell.group));
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
