// What the charts share: marks, axes, the frame; mirrors marks.py, axes.py and theme.py.
const [LARGEST, SMALLEST, LEAST_MOST, RING, PALE] = [26, 9, 8, 2.6, 0.55];
const CATEGORIES = ["#7f6fc4", "#8a7a00", "#0f8a6d", "#d14f7d", "#6f7a86", "#9a6b2f", "#2f7fd3"];
const QUIET = "#858a93";
const LABEL = 30;
const ROW = 30;

const mostOf = (counts) => Math.max(Math.max(...counts), LEAST_MOST);
const markSize = (count, most) => Math.max(SMALLEST, LARGEST * Math.sqrt(count / Math.max(most, 1)));
const hovers = (names, said) => names.map((name, n) => `<b>${name}</b><br>${said[n]}`);

function markSymbol(value, clear) {
  if (!clear) return "circle-open";
  return value > 0 ? "triangle-up" : "triangle-down";
}

function meanWords(of, measure = "mean stance", noun = "statement") {
  return `${measure} ${signed(of.value)}<br>${intervalWords(of.low, of.high)}`
    + `<br>${counted(of.count, noun)} in ${counted(of.articles, "article")}`;
}

const countWords = (count, articles, noun = "quote") =>
  `${counted(count, noun)} in ${counted(articles, "article")}`;

// The part of a trace that shows mean stances.
function meanMarks(made, names, most, measure) {
  return {
    marker: {
      color: made.map((of) => of.value),
      coloraxis: "coloraxis",
      size: made.map((of) => markSize(of.count, most)),
      symbol: made.map((of) => markSymbol(of.value, of.clear)),
      line: { width: made.map((of) => (of.clear ? 0 : RING)) },
      opacity: 1,
    },
    hoverinfo: "text",
    hovertext: hovers(names, made.map((of) => meanWords(of, measure))),
    showlegend: false,
  };
}

function pattern(shape) {
  return { shape, fillmode: "overlay", fgcolor: "#ffffff", fgopacity: 0.4, size: 6 };
}

function kindLook(kind) {
  const [direct, indirect] = [CATEGORIES[0], CATEGORIES[2]];
  if (kind !== "mixed") return { color: kind === "direct" ? direct : indirect, pattern: pattern("") };
  const stripes = { fgcolor: indirect, fgopacity: 1, size: 9, solidity: 0.45 };
  return { color: direct, pattern: { ...pattern("/"), ...stripes } };
}

function downAxis(names, limit = LABEL) {
  return {
    tickvals: names.map((_, n) => n),
    ticktext: allForFigure(names, limit),
    range: [names.length - 0.4, -0.6],
    zeroline: false,
    showgrid: false,
  };
}

function stanceAxis(title = "", [low, high] = ["against", "for"]) {
  return {
    range: [-1.08, 1.08],
    tickvals: [-1, -0.5, 0, 0.5, 1],
    ticktext: [`−1<br>${low}`, "", "0", "", `+1<br>${high}`],
    title: { text: title },
    tickangle: 0,
    zeroline: true,
  };
}

function countAxis(title, most) {
  const ticks = most <= 8 ? { dtick: 1 } : { nticks: 6 };
  return { title: { text: title }, range: [0, 1.12 * most], tickformat: ",d", ...ticks };
}

function dayAxis(first, last) {
  const few = Math.floor((moment(last) - moment(first)) / DAY) < 10;
  return { type: "date", showgrid: false,
    ...(few ? { dtick: DAY, tickformat: "%-d %b<br>%Y" } : {}) };
}

// Milliseconds from end to end of an axis of days: plotly's own range leaves one day no width.
function daySpan(first, last) {
  const room = Math.max(DAY, Math.floor((moment(last) - moment(first)) / 30));
  return [moment(first) - room, moment(last) + room];
}

const chartHeight = (rows, around = 110) => around + ROW * Math.max(rows, 1);

/** A figure as `theme.figure` makes it, without its template.
 *
 * traces: each with `behind`, a list with the rows behind each mark: {statements, quotes, told}.
 */
function figure(traces, { title, height, chart, alt, caption, finding = "", min_width: wide = 320, beside = false, hidden = 0,
  ends = null, ...layout }) {
  const behind = traces.map((trace) => trace.behind || []);
  const data = traces.map(({ behind: _, ...trace }) => trace);
  const meta = { chart, alt, caption, finding, min_width: wide, ...(beside ? { beside: true } : {}),
    ...(ends ? { ends } : {}), ...(hidden ? { hidden } : {}) };
  return {
    behind,
    data,
    layout: {
      ...layout,
      title: { text: title },
      height,
      meta,
      legend: { y: 1 - 34 / height },
      coloraxis: { ...layout.coloraxis, cmin: -1, cmax: 1, cauto: false },
    },
  };
}

// A figure that says that there is nothing to draw, and why.
function nothing(chart, title, why) {
  const hidden = { visible: false };
  const note = { text: forFigure(why), x: 0.5, y: 0.5, xref: "paper", yref: "paper",
    showarrow: false };
  return figure([], { title, height: 160, chart, alt: why, caption: "", xaxis: hidden,
    yaxis: hidden, annotations: [note] });
}

// charts by the name of their function: (part, options) -> figure
const BUILD = {};
