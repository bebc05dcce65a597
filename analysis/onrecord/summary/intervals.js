// The one formula for intervals, by five sums over articles; mirrors intervals.py.
const UNIT = 10000;
const MIN_ARTICLES = 5;
const MIN_SHARE = 10;
const NOTHING = 1e-12;
const Z975 = 1.9599639845400536;
const T975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
  2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
  2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const UNKNOWN = -99999; // a number that is not known, in a column of whole units

// Student's t, 97.5 % quantile.
function student(freedom) {
  if (freedom <= T975.length) {
    const below = Math.min(Math.floor(freedom), T975.length - 1);
    return T975[below - 1] + (T975[below] - T975[below - 1]) * (freedom - below);
  }
  const z = Z975;
  return z + (z ** 3 + z) / (4 * freedom)
    + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom * freedom);
}

// The variance of a mean, in squared units of the values.
function variance({ s, n, ss, sn, nn, articles }) {
  const mean = s / n;
  let left = ss - 2 * mean * sn + mean * mean * nn;
  if (left < NOTHING * (ss + mean * mean * nn)) left = 0;
  return (left * articles) / (articles - 1) / (n * n);
}

// Value, low and high; no interval of few articles.
function interval(five, unit = 1, [least, greatest] = [-1, 1]) {
  const value = five.s / five.n / unit;
  if (five.articles < MIN_ARTICLES) return { value, low: null, high: null };
  const half = (student(five.articles - 1) * Math.sqrt(variance(five))) / unit;
  const inside = (end) => Math.min(Math.max(end, least), greatest);
  return { value, low: inside(value - half), high: inside(value + half) };
}

// An article's part of five sums.
function add(five, s, n) {
  five.s += s;
  five.n += n;
  five.ss += s * s;
  five.sn += s * n;
  five.nn += n * n;
  five.articles += 1;
}

const noSums = () => ({ s: 0, n: 0, ss: 0, sn: 0, nn: 0, articles: 0 });

// Groups of rows in order of first appearance: key, rows, and with a value the five sums. Rows
// of one article stand together; the value is a column of whole units, UNKNOWN left out.
function groups(list, keyOf, art, value = null) {
  const found = new Map();
  for (const row of list) {
    if (value && value[row] === UNKNOWN) continue;
    const key = keyOf(row);
    let of = found.get(key);
    if (!of) {
      of = { key, rows: [], ...noSums(), art: -1, here: 0, part: 0 };
      found.set(key, of);
    }
    if (art[row] !== of.art) {
      if (of.part) add(of, of.here, of.part);
      Object.assign(of, { art: art[row], here: 0, part: 0 });
    }
    of.here += value ? value[row] : 0;
    of.part += 1;
    of.rows.push(row);
  }
  found.forEach((of) => add(of, of.here, of.part));
  return [...found.values()];
}

// The mean of each group with its interval: value, low, high, count, articles.
function estimates(list, keyOf, art, value) {
  return groups(list, keyOf, art, value).map((of) => (
    { ...of, ...interval(of, UNIT), count: of.n }));
}

// Largest first; what is equal keeps its order.
const busiest = (list, of) => [...list].sort((a, b) => of(b) - of(a));
