// The frame of a chart: chart or table, its sentences, and what is taken along of it.
const EXPORT = { width: 960, font: 12, title: 17, line: 17, under: 21, scale: 2 }; // pixels; letters of about half that width

// A chart's numbers, a line a mark: means are counted from the rows behind it, as the chart's are.
function chartLines(chart) {
  return chart.marks(true).map((mark) => {
    const trace = chart.wide.data[mark.curve];
    const [name, ...said] = chart.label(mark).split("\n");
    const { statements = [], quotes = [], value } = mark.behind;
    const mean = statements.length && !String(trace.type).startsWith("bar");
    const { art, score } = rows.all.statements;
    // of several pairs together, an article's stand together again
    const [of] = mean ? estimates([...statements].sort((a, b) => a - b), () => 0, art, score) : [];
    const across = trace.orientation === "h" || chart.meta.chart === "comparison"; // rows of names
    const flat = value === undefined ? (across ? mark.x : mark.y) : value;
    const count = statements.length || quoteCount(rows.all, quotes);
    const articles = statements.length ? articleCount(statements, art) : articleCount(quotes, rows.all.quotes.art);
    return {
      cells: {
        name, series: trace.name ? plain(trace.name) : "", value: of ? of.value : flat,
        low: of ? of.low : null, high: of ? of.high : null, count, articles, said: said.join(", "),
      },
      behind: mark.behind,
    };
  });
}

function tableOf(chart) {
  const lines = chartLines(chart);
  const series = lines.some(({ cells }) => cells.series);
  const head = ["Mark", ...(series ? ["Series"] : []), "What the chart says", "Sentences"];
  return make("table", { class: "or-rows" }, make("caption", {}, visible(chart.meta.alt || "")),
    make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...lines.map(({ cells, behind }) => make("tr", {},
      make("th", { scope: "row" }, cells.name), series ? make("td", {}, cells.series) : null,
      make("td", {}, cells.said), make("td", {}, make("button", { type: "button", class: "or-behind",
        onclick: (event) => showEvidence(behind, cells.name, event.currentTarget) }, grouped(passageCount(behind))))))));
}

// Where the numbers come from: corpus, articles, days, filter, and the day of the download.
function sourceWords() {
  const where = document.querySelector("h1")?.textContent || "On Record";
  const [left, every] = [rows.part.arts.length, rows.base.arts.length];
  const { days } = rows.part;
  const when = days.length ? `, ${dayWords(days[0])} to ${dayWords(days[days.length - 1])}` : "";
  const asked = FILTERS.filter(([name]) => rows.asked?.[name])
    .map(([name, label]) => `${label} ${visible(rows.asked[name])}`).join(", ");
  return [`Source: ${visible(where)}, ${asked ? `${grouped(left)} of ` : ""}${counted(every, "article")}${when}.`,
    asked ? `Filter: ${asked}.` : "", `Made with On Record, ${dayWords(new Date().toISOString())}.`].filter(Boolean);
}

function wrappedWords(text, width) {
  const most = Math.floor(width / (EXPORT.font * 0.52));
  const lines = [""];
  text.split(" ").forEach((word) => {
    if (lines[lines.length - 1].length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = `${lines[lines.length - 1]} ${word}`.trim();
  });
  return lines;
}

function save(name, content, type) {
  const href = typeof content === "string" && content.startsWith("data:") ? content
    : URL.createObjectURL(new Blob([content], { type }));
  make("a", { download: name, href }).click();
  if (href.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(href), 1000);
}

const fileName = (title) => title.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "chart";

// The chart as a picture: above what it shows, below its caption, source, filter and day. With
// no words it is the drawing alone.
async function picture(chart, format, { words = null, width = EXPORT.width, figure: from = chart.wide } = {}) {
  const { data, layout } = structuredClone({ data: from.data, layout: from.layout });
  layout.template = site.templates.light;
  const below = words ?? [...wrappedWords(chart.meta.caption || "", width), ...sourceWords()];
  const room = below.length ? below.length * EXPORT.line + 24 : 0;
  if (words) untitled(layout);
  else headed(layout, chart, width);
  const base = layout.margin?.b ?? 12;
  const height = layout.height + room;
  layout.margin = { ...layout.margin, b: base + room };
  if (!words) layout.legend = { ...layout.legend, y: 1 - (34 + layout.height - from.layout.height) / height };
  if (layout.coloraxis?.colorbar) layout.coloraxis.colorbar = { ...layout.coloraxis.colorbar, y: 0, yref: "container", yanchor: "bottom",
    x: 1, xanchor: "right" };
  if (room) layout.annotations = [...(layout.annotations || []), { xref: "paper", yref: "container", x: 0, xanchor: "left", y: 0.01,
    yanchor: "bottom", align: "left", showarrow: false, font: { size: EXPORT.font },
    text: below.map((line) => forFigure(line)).join("<br>") }];
  return chart.library.toImage({ data, layout: { ...layout, width, height }, config: CONFIG },
    { format, width, height, scale: format === "png" ? EXPORT.scale : 1 });
}

// What the chart shows as its title, what it is about below it.
function headed(layout, chart, width) {
  const lines = wrappedWords(chart.heading, width * EXPORT.font / EXPORT.title);
  const about = chart.heading === chart.title ? [] : [`<span style="font-size:${EXPORT.font}px">${forFigure(chart.title)}</span>`];
  const more = (lines.length - 1 + about.length) * EXPORT.under;
  layout.title = { ...layout.title, text: [...lines.map((line) => `<b>${forFigure(line)}</b>`), ...about].join("<br>") };
  layout.margin = { ...layout.margin, t: (layout.margin?.t ?? 48) + more };
  layout.height += more;
}

async function takePicture(chart, format) {
  const made = await picture(chart, format);
  const name = `${fileName(chart.title)}.${format}`;
  if (format === "png") save(name, made);
  else save(name, decodeURIComponent(made.slice(made.indexOf(",") + 1)), "image/svg+xml");
}

function takeNumbers(chart) {
  const head = ["mark", "series", "value", "interval low", "interval high", "statements or quotes", "articles", "in words"];
  const lines = chartLines(chart).map(({ cells: of }) => (
    [of.name, of.series, of.value, of.low, of.high, of.count, of.articles, of.said].map(csvCell).join(",")));
  const about = [chart.heading, chart.title, ...sourceWords()].map((said) => csvCell(said));
  save(`${fileName(chart.title)}.csv`, `\ufeff${[head.map(csvCell).join(","), ...lines, "", ...about].join("\r\n")}\r\n`, "text/csv");
}

// The page's address with the filter in force, and this chart to be scrolled to.
function chartAddress(chart) {
  const query = new URLSearchParams({ ...rows.asked, ...sidesQuery(), chart: chart.box.id });
  return `${location.href.split("#")[0]}#${query}`;
}

class Frame {
  constructor(chart) {
    this.chart = chart;
    const tab = (name, on) => make("button", { type: "button", "aria-pressed": String(on),
      onclick: () => this.turn(name === "Table") }, name);
    const act = (name, label, does) => make("button", { type: "button", "aria-label": `${label}: ${chart.title}`,
      onclick: does }, name);
    this.tabs = [tab("Chart", true), tab("Table", false)];
    this.few = make("button", { type: "button", class: "or-few", "aria-pressed": "false", onclick: () => this.toggle() });
    this.bar = make("div", { class: "or-frame", role: "group", "aria-label": `Chart: ${chart.title}` }, ...this.tabs,
      act("Sentences", "All sentences behind the chart", (event) => this.sentences(event.currentTarget)), this.few,
      make("span", { class: "or-save" }, act("PNG", "Download as a picture", () => takePicture(chart, "png")),
        act("SVG", "Download as a drawing", () => takePicture(chart, "svg")),
        act("Embed", "Download as a page to be embedded", () => takeEmbed(chart)),
        act("CSV", "Download the numbers", () => takeNumbers(chart)),
        act("Link", "Copy the address of this chart as it is", () => this.link())));
    this.table = make("div", { class: "or-scroll or-numbers", tabindex: "0", role: "region", "aria-label": `Numbers: ${chart.title}`,
      hidden: true });
    chart.box.querySelector(".or-finding").after(this.bar);
    chart.box.querySelector(".or-side").after(this.table);
  }

  turn(table) {
    this.tabs.forEach((tab, n) => tab.setAttribute("aria-pressed", String((n === 1) === table)));
    this.chart.box.classList.toggle("or-as-table", table);
    this.table.hidden = !table;
    this.fill();
  }

  // After the chart was drawn anew.
  fill() {
    const { hidden = 0 } = this.chart.meta;
    this.few.hidden = !hidden && !this.chart.more?.least;
    this.few.textContent = this.chart.more?.least ? "Leave out single statements" : `Show ${counted(hidden, "pair")} of a single statement`;
    this.bar.hidden = !this.chart.wide.data.length || this.chart.stays;
    if (!this.table.hidden) this.table.replaceChildren(tableOf(this.chart));
  }

  toggle() {
    this.chart.more = this.chart.more ? null : { least: 1 };
    this.few.setAttribute("aria-pressed", String(Boolean(this.chart.more)));
    this.chart.refresh();
  }

  sentences(opener) {
    const all = { statements: new Set(), quotes: new Set(), told: new Set() };
    this.chart.marks(true).forEach(({ behind }) => Object.keys(all)
      .forEach((kind) => (behind[kind] || []).forEach((row) => all[kind].add(row))));
    showEvidence(Object.fromEntries(Object.entries(all).map(([kind, of]) => [kind, [...of]])), this.chart.title, opener);
  }

  async link() {
    await copied(chartAddress(this.chart));
    announce("Address copied.");
  }
}

// The chart that the address names, in sight.
function showAsked() {
  const name = new URLSearchParams(location.hash.slice(1)).get("chart");
  if (name && byId(name)?.matches(".or-figure")) byId(name).scrollIntoView();
}
