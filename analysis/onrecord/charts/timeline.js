// Stance and tone over time; mirrors timeline.py and series.py.
const SERIES = {
  stance: { key: "stance", title: "Stance over time", name: "speakers' stance", ends: ["against", "for"],
    measure: "mean stance", noun: "statement", color: CATEGORIES[2], symbol: "circle", dash: "solid" },
  coverage: { key: "coverage", title: "Coverage over time", name: "coverage",
    ends: ["unfavourable", "favourable"], measure: "mean coverage", noun: "statement",
    color: CATEGORIES[1], symbol: "square", dash: "solid" },
  tone: { key: "tone", title: "Tone of quotes over time", name: "tone of quotes",
    ends: ["negative words", "positive words"], measure: "mean tone", noun: "quote",
    color: CATEGORIES[0], symbol: "diamond", dash: "solid" },
};

const LINE = "; the line is the smoothed mean, the band its 95% interval, with articles as units. The line "
  + `breaks where fewer than ${MIN_ARTICLES} articles are near, or where the interval would be the whole scale.`;
const NO_LINE = `. There is no line of their mean: it takes ${MIN_ARTICLES} articles that are near.`;

// The dated rows of a series, the column of their articles and that of their values.
function seriesRows(part, key) {
  const { statements, quotes, articles } = part.all;
  const dated = (list, { art }) => list.filter((row) => articles.published[art[row]]);
  if (key === "tone") {
    return { list: dated(part.quotes, quotes).filter((row) => quotes.tone[row] !== UNKNOWN),
      art: quotes.art, value: quotes.tone, kind: "quotes" };
  }
  const voice = key === "stance" ? SPEAKER : NARRATOR;
  return { list: dated(part.voiced(voice), statements), art: statements.art,
    value: statements.score, kind: "statements" };
}

function seriesPoints(part, { list, art, value }, many) {
  const { title, outlet, published } = part.all.articles;
  if (many) {
    const unit = period([...new Set(list.map((row) => published[art[row]]))]);
    return estimates(list, (row) => begun(published[art[row]], unit), art, value)
      .map((of) => ({ ...of, day: `${of.key}T00:00:00`, name: dayWords(of.key) }))
      .sort((a, b) => moment(a.day) - moment(b.day));
  }
  return estimates(list, (row) => art[row], art, value).map((of) => {
    const day = published[of.key];
    const house = part.all.name(outlet[of.key]);
    return { ...of, day, name: `${forFigure(title[of.key] ?? "Untitled article", 60)}</b><br>`
      + `${forFigure(house, 40)} ${dayWords(day)}<b>` };
  }).sort((a, b) => moment(a.day) - moment(b.day));
}

// The interval as closed shapes, one per unbroken stretch of the line.
function bandOf(made) {
  const [x, y] = [[], []];
  let start = 0;
  for (let n = 0; n <= made.length; n += 1) {
    if (n < made.length && made[n].value !== null) continue;
    if (n > start) {
      const stretch = made.slice(start, n);
      if (x.length) { x.push(null); y.push(null); }
      const back = [...stretch].reverse();
      x.push(...stretch.map((at) => at.day), ...back.map((at) => at.day));
      y.push(...stretch.map((at) => at.high), ...back.map((at) => at.low));
    }
    start = n + 1;
  }
  return { x, y };
}

function faint(color) {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `rgba(${parts.join(",")},0.16)`;
}

function lines(made, kind) {
  const shared = { type: "scatter", mode: "lines", hoverinfo: "skip", legendgroup: kind.key };
  return [
    { ...shared, ...bandOf(made), fill: "toself", fillcolor: faint(kind.color),
      line: { width: 0, color: kind.color }, showlegend: false },
    { ...shared, x: made.map((at) => at.day), y: made.map((at) => at.value), name: kind.name,
      line: { color: kind.color, width: 2.5, dash: kind.dash } },
  ];
}

BUILD.timeline = (part, { of: key = "stance", title: given = null, top = null, events = null }) => {
  const kind = SERIES[key];
  const title = given ? forFigure(given, 60) : kind.title;
  const { published } = part.all.articles;
  const found = seriesRows(part, key);
  const each = groups(found.list, (row) => found.art[row], found.art, found.value)
    .map((of) => ({ published: published[of.key], s: of.s, n: of.n }));
  if (!each.length) return nothing("timeline", title, "Nothing that is dated can be drawn.");
  const many = each.length > 250;
  const everyPoint = seriesPoints(part, found, many);
  const busy = new Set(busiest(everyPoint, (of) => of.count).slice(0, top ?? everyPoint.length));
  const points = everyPoint.filter((of) => busy.has(of));
  const smoothed = smooth(each);
  const traces = smoothed.some((at) => at.value !== null) ? lines(smoothed, kind) : [];
  const look = points.length <= 60 ? { size: 8, opacity: 0.85 } : { size: 6, opacity: 0.7 };
  traces.push({
    type: "scatter",
    x: points.map((of) => of.day),
    y: points.map((of) => of.value),
    mode: "markers",
    name: kind.name,
    marker: { color: kind.color, symbol: kind.symbol, ...look },
    hoverinfo: "text",
    hovertext: hovers(points.map((of) => (many ? forFigure(of.name, 60) : of.name)),
      points.map((of) => meanWords(of, kind.measure, kind.noun))),
    legendgroup: kind.key,
    behind: points.map((of) => ({ [found.kind]: of.rows })),
  });
  const count = everyPoint.reduce((sum, of) => sum + of.count, 0);
  const mean = everyPoint.reduce((sum, of) => sum + of.value * of.count, 0) / count;
  let caption = `A point is the mean of ${many ? "a period" : "an article"}${traces.length > 1 ? LINE : NO_LINE}`;
  if (points.length < everyPoint.length) {
    caption += ` Of ${counted(everyPoint.length, "point")} the ${points.length} of the most ${kind.noun}s are drawn.`;
  }
  if (part.undated) caption += ` Not drawn: ${counted(part.undated, "article")} without a date.`;
  const { days } = part;
  const [first, last] = [days[0], days[days.length - 1]];
  const earliest = moment(points[0].day) < moment(first) ? points[0].day : first; // a week begins before its days
  const marked = eventsDrawn(events, first, last);
  return figure(traces, {
    title,
    height: 320 + marked.room,
    chart: "timeline",
    alt: `Timeline from ${first.slice(0, 10)} to ${last.slice(0, 10)}: ${kind.name} ${signed(mean)} on `
      + `average of ${count}.`,
    caption: caption + marked.words,
    finding: `${kind.measure[0].toUpperCase()}${kind.measure.slice(1)} ${signed(mean)} over ${counted(count, kind.noun)}`,
    showlegend: false,
    margin: { t: 48 + marked.room },
    ...marked.layout,
    xaxis: { ...dayAxis(first, last), range: daySpan(earliest, last) },
    yaxis: { range: [-1.08, 1.08], tickvals: [-1, -0.5, 0, 0.5, 1],
      ticktext: [`${kind.ends[0]} −1`, "−0.5", "0", "+0.5", `${kind.ends[1]} +1`], zeroline: true },
  });
};
