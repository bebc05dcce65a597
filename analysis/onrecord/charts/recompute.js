// What marks show after rows were filtered: the same numbers as onrecord.summary gives,
// with fewer resamples. The package docstring of onrecord.charts describes the encodings.
const OnRecord = (() => {
  "use strict";
  const RESAMPLES = 400;
  const POINTS = 60;
  const DAY = 86400000;
  const draws = new Map();

  // A small generator with a seed (mulberry32): the same filter gives the same interval.
  function seeded(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  // How often each resample holds each article.
  function drawn(articles) {
    if (!draws.has(articles)) {
      const next = seeded(20250602 + articles);
      draws.set(articles, Array.from({ length: RESAMPLES }, () => {
        const times = new Uint16Array(articles);
        for (let n = 0; n < articles; n += 1) times[Math.floor(next() * articles)] += 1;
        return times;
      }));
    }
    return draws.get(articles);
  }

  function quantile(sorted, share) {
    const at = share * (sorted.length - 1);
    const below = Math.floor(at);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
  }

  const cutOf = (levels, articles) => levels[Math.min(articles - 2, levels.length - 1)];

  function byArticle(rows, of) {
    const found = new Map();
    for (const row of rows) {
      const value = row[of];
      if (value === null || value === undefined) continue;
      const part = found.get(row.article_id) || { sum: 0, size: 0, at: row.published };
      part.sum += value;
      part.size += 1;
      found.set(row.article_id, part);
    }
    return [...found.values()];
  }

  function ends(parts, encode, [least, greatest]) {
    const means = drawn(parts.length).map((times) => {
      let sum = 0;
      let size = 0;
      parts.forEach((part, n) => { sum += times[n] * part.sum; size += times[n] * part.size; });
      return sum / size;
    });
    if (parts.length - 2 < encode.t.length) {
      const [centre, spread] = moments(means);
      const half = encode.t[parts.length - 2] * spread
        * Math.sqrt(parts.length / (parts.length - 1));
      return [Math.max(centre - half, least), Math.min(centre + half, greatest)];
    }
    means.sort((one, other) => one - other);
    const cut = cutOf(encode.levels, parts.length);
    return [quantile(means, cut), quantile(means, 1 - cut)];
  }

  function moments(values) {
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
    return [centre, Math.sqrt(square)];
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
    const interval = mark.low === null ? "no interval from one article"
      : `95% interval ${signed(mark.low)} to ${signed(mark.high)}`;
    return `${encode.measure} ${signed(mark.value)}<br>${interval}`
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

  function meanMark(found, encode, name) {
    const parts = byArticle(found, encode.of);
    const count = parts.reduce((sum, part) => sum + part.size, 0);
    const mark = { count, articles: parts.length, value: null, low: null, high: null };
    if (count) mark.value = parts.reduce((sum, part) => sum + part.sum, 0) / count;
    if (parts.length > 1) [mark.low, mark.high] = ends(parts, encode, [-1, 1]);
    const settled = mark.low !== null && mark.articles >= encode.settled
      && (mark.low > 0 || mark.high < 0);
    mark.plus = mark.low === null ? null : Math.max(mark.high - mark.value, 0);
    mark.minus = mark.low === null ? null : Math.max(mark.value - mark.low, 0);
    mark.size = diameter(count, encode.size);
    mark.shape = !settled ? "circle" : mark.value > 0 ? "triangle-up" : "triangle-down";
    mark.symbol = settled ? mark.shape : "circle-open";
    mark.line = settled ? 0 : encode.ring;
    mark.opacity = settled ? 1 : encode.pale;
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
        { article_id: row.article_id, hit: hits.has(quoteOf(row)) ? 1 : 0 })), "hit");
      if (parts.length > 1) {
        const [low, high] = ends(parts, encode, [0, 1]);
        said += `<br>95% interval ${percent(low)} to ${percent(high)}`;
      }
    }
    return { percent: known ? 100 * share : null, hover: `<b>${name}</b><br>${said}` };
  }

  // --- smoothed lines, as onrecord.summary.trend has them

  function silverman(days) {
    const sorted = [...days].sort((a, b) => a - b);
    const spread = moments(days)[1] * Math.sqrt(days.length / (days.length - 1));
    const middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    return Math.max(0.9 * (middle > 0 ? Math.min(spread, middle) : spread)
      * days.length ** -0.2, 1);
  }

  // The bootstrap's standard error times Student's t.
  function halfWidth(weighed, near, t) {
    const means = drawn(weighed.length).map((draw) => {
      let above = 0;
      let below = 0;
      weighed.forEach((part, n) => { above += draw[n] * part.sum; below += draw[n] * part.size; });
      return below > 0 ? above / below : NaN;
    }).filter((mean) => !Number.isNaN(mean));
    const [, spread] = moments(means);
    const freedom = Math.min(Math.max(near - 1, 2), t.length);
    const below = Math.min(Math.floor(freedom), t.length - 1);
    const at = t[below - 1] + (t[below] - t[below - 1]) * (freedom - below);
    return at * spread * Math.sqrt(near / Math.max(near - 1, 1));
  }

  function smooth(found, encode) {
    const parts = byArticle(found.filter((row) => row.published), encode.of);
    const times = parts.map((part) => Date.parse(part.at));
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
      const far = near < 2 || Math.max(...kernel) < 0.05;
      line.day.push(new Date(first + at * DAY).toISOString().slice(0, 19));
      if (far) {
        line.value.push(null); line.low.push(null); line.high.push(null);
        continue;
      }
      const weighed = parts.map((part, n) => (
        { sum: kernel[n] * part.sum, size: kernel[n] * part.size }));
      const size = weighed.reduce((sum, part) => sum + part.size, 0);
      const mean = weighed.reduce((sum, part) => sum + part.sum, 0) / size;
      const half = halfWidth(weighed, near, encode.t);
      const nothing = mean - half <= -1 && mean + half >= 1; // the whole scale
      line.value.push(nothing ? null : mean);
      line.low.push(nothing ? null : Math.max(mean - half, -1));
      line.high.push(nothing ? null : Math.min(mean + half, 1));
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
    return Array.from(trace.customdata || [], (ids, n) => {
      const found = rowsOf(ids, rows, alive);
      const name = encode.names[n];
      if (encode.stat === "mean") return meanMark(found, encode, name);
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

  return { recompute };
})();
