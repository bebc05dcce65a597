// What marks show after rows were filtered: the same numbers as onrecord.summary gives, by the
// same five sums. The package docstring of onrecord.charts describes the encodings.
const OnRecord = (() => {
  "use strict";
  const POINTS = 60;
  const DAY = 86400000;
  // as in onrecord.summary.intervals
  const UNIT = 10000;
  const MIN_ARTICLES = 5;
  const NOTHING = 1e-12;
  const Z975 = 1.9599639845400536;
  const T975 = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
  ];

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

  // Sums of each article: s of a column in whole units, n of rows.
  function byArticle(rows, of, unit = UNIT) {
    const found = new Map();
    for (const row of rows) {
      const value = row[of];
      if (value === null || value === undefined) continue;
      const part = found.get(row.article_id) || { s: 0, n: 0, at: row.published };
      part.s += Math.floor(value * unit + 0.5);
      part.n += 1;
      found.set(row.article_id, part);
    }
    return [...found.values()];
  }

  function fiveSums(parts, weights = null) {
    const five = { s: 0, n: 0, ss: 0, sn: 0, nn: 0, articles: parts.length };
    parts.forEach(({ s, n }, at) => {
      const weight = weights ? weights[at] : 1;
      const square = weight * weight;
      five.s += weight * s;
      five.n += weight * n;
      five.ss += square * s * s;
      five.sn += square * s * n;
      five.nn += square * n * n;
    });
    return five;
  }

  // The standard error of the mean, in units.
  function standardError({ s, n, ss, sn, nn, articles }) {
    const mean = s / n;
    let left = ss - 2 * mean * sn + mean * mean * nn;
    if (left < NOTHING * (ss + mean * mean * nn)) left = 0;
    return Math.sqrt((left * articles) / (articles - 1) / (n * n));
  }

  // Half the width of the interval, in units.
  const halfWidth = (five) => student(Math.max(five.articles - 1, 1)) * standardError(five);

  // Value, low and high; no interval of few articles.
  function interval(five, unit, [least, greatest]) {
    if (!five.n) return [null, null, null];
    const value = five.s / five.n / unit;
    if (five.articles < MIN_ARTICLES) return [value, null, null];
    const half = halfWidth(five) / unit;
    return [value, Math.max(value - half, least), Math.min(value + half, greatest)];
  }

  // --- words, as onrecord.summary.words has them

  function signed(value) {
    if (value === null) return "–";
    const short = Math.abs(value).toFixed(2);
    if (Number(short) === 0) return short;
    return (value < 0 ? "−" : "+") + short;
  }

  function counted(number, noun) {
    return `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;
  }

  const percent = (share) => `${Math.round(100 * share)}%`;

  function meanWords(mark, encode) {
    if (mark.value === null) return "nothing left by the filter";
    const ends = mark.low === null ? `no interval below ${MIN_ARTICLES} articles`
      : `95% interval ${signed(mark.low)} to ${signed(mark.high)}`;
    return `${encode.measure} ${signed(mark.value)}<br>${ends}`
      + `<br>${counted(mark.count, encode.noun)} in ${counted(mark.articles, "article")}`;
  }

  // --- one mark of each kind

  function rowsOf(ids, rows, alive) {
    if (!ids) return [];
    return String(ids).split(" ").filter((id) => alive.has(id) && rows[id]).map((id) => rows[id]);
  }

  function diameter(count, [least, largest, most]) {
    return count ? Math.max(least, largest * Math.sqrt(count / most)) : 0;
  }

  const keyOf = (row, encode) => encode.by.map((column) => row[column]).join("\n");

  // The means among which directions are told, by key: all groups of what the filter leaves.
  function clearKeys(encode, rows, alive) {
    const of = new Map();
    alive.forEach((id) => {
      const row = rows[id];
      if (!row || row.score === null || row.score === undefined) return;
      if (row.factuality === "negated" || (encode.voice && row.voice !== encode.voice)) return;
      const key = keyOf(row, encode);
      if (!of.has(key)) of.set(key, []);
      of.get(key).push(row);
    });
    const keys = [...of.keys()];
    const found = directions(keys.map((key) => {
      const five = fiveSums(byArticle(of.get(key), "score"));
      return { value: five.s / five.n / UNIT, error: standardError(five) / UNIT,
        count: five.n, articles: five.articles };
    }));
    return new Set(keys.filter((key, n) => found[n]));
  }

  function meanMark(found, encode, name, clear) {
    const five = fiveSums(byArticle(found, encode.of));
    const count = five.n;
    const [value, low, high] = interval(five, UNIT, [-1, 1]);
    const mark = { count, articles: five.articles, value, low, high };
    mark.plus = mark.low === null ? null : Math.max(mark.high - mark.value, 0);
    mark.minus = mark.low === null ? null : Math.max(mark.value - mark.low, 0);
    mark.size = diameter(count, encode.size);
    mark.shape = !clear ? "circle" : mark.value > 0 ? "triangle-up" : "triangle-down";
    mark.symbol = clear ? mark.shape : "circle-open";
    mark.line = clear ? 0 : encode.ring;
    mark.opacity = clear ? 1 : encode.pale;
    mark.hover = `<b>${name}</b><br>${meanWords(mark, encode)}`;
    return mark;
  }

  function countMark(found, encode, name) {
    const articles = new Set(found.map((row) => row.article_id)).size;
    const count = encode.distinct ? new Set(found.map((row) => row[encode.distinct])).size
      : found.length;
    const few = encode.least !== undefined && count < encode.least;
    let said = counted(count, encode.noun);
    if (!encode.bare) said += ` in ${counted(articles, "article")}`;
    return {
      count,
      size: encode.size ? diameter(count, encode.size) : null,
      presence: count ? encode.pale || 1 : 0.06,
      hover: `<b>${name}</b><br>${said}`,
      label: "\u00a0" + (!few ? count.toLocaleString("en-US")
        : count ? `${counted(count, encode.noun)}: too few for shares` : ""),
      beside: few ? 1 : 101,
    };
  }

  // A quote that several speak has a row for each, and counts once.
  const quoteOf = (row) => row.quote_id || row;

  function once(found) {
    return [...new Map(found.map((row) => [quoteOf(row), row])).values()];
  }

  function shareMark(rows, encode, name, all) {
    const [found, group] = [once(rows), once(all)];
    const known = group.length >= encode.least;
    const share = known ? found.length / group.length : null;
    let said = `${found.length.toLocaleString("en-US")} of ${group.length.toLocaleString("en-US")}`;
    if (known) said = `${percent(share)} (${said})`;
    said += ` ${encode.noun}s`;
    if (known) {
      const hits = new Set(found.map(quoteOf));
      const parts = byArticle(group.map((row) => (
        { article_id: row.article_id, hit: hits.has(quoteOf(row)) ? 1 : 0 })), "hit", 1);
      const [, low, high] = interval(fiveSums(parts), 1, [0, 1]);
      if (low !== null) said += `<br>95% interval ${percent(low)} to ${percent(high)}`;
    }
    return { percent: known ? 100 * share : null, hover: `<b>${name}</b><br>${said}` };
  }

  // --- smoothed lines, as onrecord.summary.trend has them

  function quantile(sorted, share) {
    const at = share * (sorted.length - 1);
    const below = Math.floor(at);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }

  function silverman(days) {
    const sorted = [...days].sort((a, b) => a - b);
    const centre = days.reduce((sum, day) => sum + day, 0) / days.length;
    const square = days.reduce((sum, day) => sum + (day - centre) ** 2, 0);
    const spread = Math.sqrt(square / (days.length - 1));
    const middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    return Math.max(0.9 * (middle > 0 ? Math.min(spread, middle) : spread)
      * days.length ** -0.2, 1);
  }

  function smooth(found, encode) {
    const parts = byArticle(found.filter((row) => row.published), encode.of);
    const times = parts.map((part) => Date.parse(`${part.at.slice(0, 10)}T00:00:00Z`));
    const first = Math.min(...times);
    const days = times.map((time) => (time - first) / DAY);
    const last = Math.max(...days);
    const line = { day: [], value: [], low: [], high: [], band_x: [], band_y: [] };
    if (parts.length < 3 || !(last > 0)) return line;
    const width = silverman(days);
    for (let point = 0; point < POINTS; point += 1) {
      const at = (last * point) / (POINTS - 1);
      const kernel = days.map((day) => Math.exp(-0.5 * ((day - at) / width) ** 2));
      const total = kernel.reduce((sum, weight) => sum + weight, 0);
      const near = total ** 2 / kernel.reduce((sum, weight) => sum + weight ** 2, 0);
      const five = { ...fiveSums(parts, kernel), articles: near };
      const mean = five.s / five.n / UNIT;
      const half = halfWidth(five) / UNIT;
      // too few are near, or the interval is the whole scale
      const none = near < MIN_ARTICLES || (mean - half <= -1 && mean + half >= 1);
      line.day.push(new Date(first + at * DAY).toISOString().slice(0, 19));
      line.value.push(none ? null : mean);
      line.low.push(none ? null : Math.max(mean - half, -1));
      line.high.push(none ? null : Math.min(mean + half, 1));
    }
    return outlined(line);
  }

  // The band as closed shapes, one per unbroken stretch.
  function outlined(line) {
    let start = 0;
    for (let n = 0; n <= line.day.length; n += 1) {
      if (n < line.day.length && line.value[n] !== null) continue;
      if (n > start) {
        const days = line.day.slice(start, n);
        if (line.band_x.length) { line.band_x.push(null); line.band_y.push(null); }
        line.band_x.push(...days, ...days.reverse());
        line.band_y.push(...line.high.slice(start, n), ...line.low.slice(start, n).reverse());
      }
      start = n + 1;
    }
    return line;
  }

  // --- a figure

  function put(trace, path, value) {
    const keys = path.split(".");
    const last = keys.pop();
    const holder = keys.reduce((inner, key) => {
      inner[key] = { ...inner[key] };
      return inner[key];
    }, trace);
    holder[last] = value;
  }

  // The rows of each group of shares, from all traces that divide it.
  function groupRows(figure, encodes, rows, alive) {
    const found = new Map();
    encodes.forEach((encode, n) => {
      if (!encode || encode.stat !== "share") return;
      encode.groups.forEach((group, m) => {
        const more = rowsOf(figure.data[n].customdata[m], rows, alive);
        found.set(group, (found.get(group) || []).concat(more));
      });
    });
    return found;
  }

  function marksOf(trace, encode, rows, alive, groups) {
    const clear = encode.by ? clearKeys(encode, rows, alive) : new Set();
    return Array.from(trace.customdata || [], (ids, n) => {
      const found = rowsOf(ids, rows, alive);
      const name = encode.names[n];
      if (encode.stat === "mean") {
        return meanMark(found, encode, name, found.length > 0 && encode.by
          && clear.has(keyOf(found[0], encode)));
      }
      if (encode.stat === "share") {
        return shareMark(found, encode, name, groups.get(encode.groups[n]));
      }
      return countMark(found, encode, name);
    });
  }

  function joined(traces, encode) {
    const from = traces[encode.from].x;
    const to = traces[encode.to].x;
    return from.flatMap((start, n) => (
      [start, start === null ? null : to[n], ...(n < from.length - 1 ? [null] : [])]));
  }

  /** The traces of a figure for the rows that a filter leaves.
   *
   * figure: as drawn first, {data, layout}; it is not changed.
   * rows: evidence id -> row with article_id, published, score, polarity.
   * alive: Set of the evidence ids that are left.
   */
  function recompute(figure, rows, alive) {
    const encodes = figure.layout.meta.encode.traces;
    const groups = groupRows(figure, encodes, rows, alive);
    const traces = figure.data.map((trace, n) => {
      const encode = encodes[n];
      const made = { ...trace };
      if (!encode || encode.stat === "keep" || encode.stat === "join") return made;
      if (encode.stat === "smooth") {
        const ids = (figure.data[encode.points].customdata || []).join(" ");
        const line = smooth(rowsOf(ids, rows, alive), encode);
        Object.entries(encode.set).forEach(([path, name]) => put(made, path, line[name]));
        return made;
      }
      const marks = marksOf(trace, encode, rows, alive, groups);
      Object.entries(encode.set).forEach(([path, name]) => {
        const values = marks.map((mark) => mark[name]);
        // a line has one opacity, not one per point
        put(made, path, path === "opacity" ? values[0] : values);
      });
      return made;
    });
    encodes.forEach((encode, n) => {
      if (encode && encode.stat === "join") traces[n].x = joined(traces, encode);
    });
    return traces;
  }

  return { recompute, student };
})();
