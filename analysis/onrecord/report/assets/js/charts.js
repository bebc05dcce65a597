// Charts: drawn one after another, following the theme and the filter; a mark opens its evidence.
const CONFIG = {
  displaylogo: false, showSendToCloud: false, plotlyServerURL: "", responsive: true,
  showTips: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
};
const TITLE = 30; // pixels that a title takes
const LOW = 260; // pixels
const PAPER = 680; // pixels between the margins of a printed A4 or Letter page
if (!window.matchMedia("(hover: hover)").matches) CONFIG.displayModeBar = false;

// Charts whose marks stand in the order of time; all others are read row by row.
const BY_TIME = new Set(["timeline", "volume"]);

class Chart {
  constructor(holder, figure, library) {
    Object.assign(this, { holder, first: figure, wide: figure, library, at: -1, size: {},
      printed: false, behind: null, base: null, stays: false, drawn: false, more: null,
      box: holder.closest("figure"), title: plain(figure.layout?.title?.text || "Chart"), frame: null });
  }

  get meta() { return (this.wide.layout || {}).meta || {}; }

  // What it shows, or what it is about where it shows nothing.
  get heading() { return visible(this.meta.finding || this.title); }

  // The figure for the width at hand: a phone's, or the full one, which paper has too.
  fit() {
    const small = phone.matches && !this.printed;
    this.figure = small ? narrowed(this.wide) : this.wide;
    this.holder.style.minWidth = small ? "" : `${this.meta.min_width || 0}px`;
    const { narrow } = this.figure.layout.meta || {};
    if (narrow) this.box.querySelector("figcaption").append(narrow);
  }

  // The figure of the rows that the filter leaves; without a filter the one drawn first.
  count() {
    this.check();
    const built = (rows.asked || this.more) && !this.stays ? this.build(rows.part, this.more) : null;
    this.wide = built || this.first;
    this.behind = built ? built.behind : this.base;
  }

  // more: options that the reader chose
  build(part, more = null) {
    const { chart, recount } = this.first.layout.meta;
    return BUILD[chart](part, { ...recount, ...more });
  }

  // A chart that a notebook made of other rows than the page's stays as it is, and says so.
  check() {
    if (this.base || this.stays || !rows.all) return;
    const { chart, recount } = this.first.layout?.meta || {};
    const built = recount && BUILD[chart] ? this.build(rows.base) : null;
    if (built && alike(built.data, this.first.data)) this.base = built.behind;
    else this.stays = true;
  }

  async draw() {
    this.count();
    this.holder.replaceChildren();
    this.holder.style.minHeight = "";
    this.tell();
    if (!this.wide.data.length) return;
    this.fit();
    const key = stanceKey(this.wide);
    if (key && !this.scale) { this.holder.parentNode.before(key); this.scale = key; }
    await this.library.newPlot(this.holder, ...this.state());
    if (!this.drawn) {
      this.holder.addEventListener("keydown", (event) => this.key(event));
      this.drawn = true;
    }
    this.holder.on("plotly_click", (event) => this.open(event.points[0]));
    this.holder.setAttribute("role", "application");
    this.holder.setAttribute("tabindex", "0");
    this.holder.dataset.drawn = "true";
    this.framed().catch(console.error); // the first chart does not wait for the rows
  }

  // Its frame, once there are rows to count from.
  async framed() {
    if (!await loadRows() || !BUILD[this.first.layout?.meta?.chart]) return;
    this.check();
    this.behind ??= this.base;
    this.frame ??= new Frame(this);
    this.frame.fill();
  }

  // What is said of the chart: below it, and to who does not see it.
  tell() {
    const { alt = "Chart", caption = "" } = this.meta;
    const empty = !this.wide.data.length;
    const { box } = this;
    const note = box.querySelector(".or-nothing");
    note.textContent = empty ? visible(alt) : "";
    note.hidden = !empty;
    box.classList.toggle("or-empty", empty);
    const stays = rows.asked && this.stays ? " This chart shows all articles: it does not follow the filter." : "";
    box.querySelector(".or-finding").textContent = empty ? "" : visible(this.meta.finding || "");
    box.querySelector("figcaption").textContent = empty ? "" : visible(caption || alt) + stays;
    this.holder.setAttribute("aria-label", `${visible(alt)} Left and right step through the marks, up and `
      + "down from row to row, Enter opens the evidence.");
  }

  // One chart that cannot be drawn leaves the others alone.
  failed(error) {
    this.library.purge(this.holder);
    this.holder.style.minHeight = "";
    this.holder.replaceChildren(make("p", { class: "or-note" },
      `This chart could not be drawn. ${visible(this.meta.alt)}`));
    console.error(error);
  }

  // Every mark that has evidence, in reading order; all: those too that a phone has no room for.
  marks(all = false) {
    this.check();
    this.behind ??= this.base;
    const found = [];
    ((all ? this.wide.data : this.holder.data) || []).forEach((trace, curve) => {
      if (trace.visible === false || trace.hoverinfo === "skip" || trace.mode === "text") return;
      (this.behind?.[curve] || []).forEach((behind, point) => {
        if (behind && trace.y[point] !== null) found.push({ curve, point, x: trace.x[point], y: trace.y[point], behind });
      });
    });
    const time = BY_TIME.has(this.meta.chart);
    const [major, minor] = time ? ["x", "y"] : ["y", "x"];
    const bars = this.figure.layout.barmode === "stack"; // their parts stand in the order of traces
    return found.sort((a, b) => before(a[major], b[major])
      || (bars ? a.curve - b.curve : before(a[minor], b[minor])));
  }

  label(mark) {
    const trace = this.holder.data[mark.curve];
    const pick = (list) => (Array.isArray(list) ? list[mark.point] : list) ?? "";
    const raw = pick(trace.hovertext) || pick(trace.text);
    return raw ? plain(raw) : [trace.name, mark.x, mark.y].filter(Boolean).map(plain).join(", ");
  }

  async open(point) {
    await loadRows();
    this.marks();
    const at = point.pointNumber ?? point.pointIndex;
    const behind = this.behind?.[point.curveNumber]?.[at];
    if (behind) this.show({ curve: point.curveNumber, point: at, behind });
  }

  show(mark) {
    const toned = this.first.layout.meta.recount?.of === "tone";
    showEvidence(mark.behind, this.label(mark).split("\n")[0], this.holder, toned);
  }

  key(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1, Home: 0, End: 0 };
    if (!(event.key in steps) && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (!rows.all) { loadRows().then(() => this.key(event)); return; }
    const marks = this.marks();
    if (!marks.length) return;
    if (event.key in steps) {
      this.at = this.step(marks, event.key, steps[event.key]);
      const mark = marks[this.at];
      this.point(mark);
      announce(`${this.label(mark).replaceAll("\n", ", ")} (${this.at + 1} of ${marks.length})`);
    } else if (marks[this.at]) this.show(marks[this.at]);
  }

  // Left and right go on in reading order; up and down to the nearest mark of the next row.
  step(marks, key, way) {
    if (key === "Home" || this.at < 0) return 0;
    if (key === "End") return marks.length - 1;
    const next = (this.at + way + marks.length) % marks.length;
    if (key === "ArrowRight" || key === "ArrowLeft" || BY_TIME.has(this.meta.chart)) return next;
    const { x, y } = marks[this.at];
    const levels = [...new Set(marks.map((mark) => mark.y))];
    const level = levels[(levels.indexOf(y) + way + levels.length) % levels.length];
    const far = (mark) => Math.abs(mark.x - x);
    const row = marks.filter((mark) => mark.y === level);
    return marks.indexOf(row.reduce((best, mark) => (far(mark) < far(best) ? mark : best)));
  }

  point(mark) {
    try {
      this.library.Fx.hover(this.holder, [{ curveNumber: mark.curve, pointNumber: mark.point }]);
    } catch { /* a mark outside the drawn range has no hover; it is announced all the same */ }
  }

  // What the theme, the width and the paper make of the figure.
  state() {
    const { data, layout } = themed(this.figure, this.printed ? "light" : themeName());
    return [data, { ...layout, ...this.size }, CONFIG];
  }

  // Drawn again, after the filter, the theme or the width changed.
  refresh() {
    this.at = -1;
    this.count();
    this.tell();
    if (!this.wide.data.length) { this.frame?.fill(); return undefined; }
    this.fit();
    if (!this.holder.data) return this.draw();
    this.library.Fx.unhover(this.holder);
    const drawn = this.library.react(this.holder, ...this.state());
    this.frame?.fill();
    return drawn;
  }

  // On paper a chart has the paper's width and colours.
  paper(on) {
    this.printed = on;
    this.size = on ? { width: PAPER, autosize: false } : {};
    this.holder.classList.toggle("or-printed", on);
    this.fit();
  }
}

// Whether two lists of traces show the same numbers.
function alike(made, given) {
  const same = (a, b) => !Array.isArray(a) || !Array.isArray(b) || (a.length === b.length
    && a.every((value, n) => (typeof value === "number" && typeof b[n] === "number"
      ? Math.abs(value - b[n]) < 1e-6 : value === b[n])));
  return made.length === given.length && made.every((trace, n) => (
    same(trace.x, given[n].x) && same(trace.y, given[n].y) && same(trace.hovertext, given[n].hovertext)));
}

// Hover labels carry markup of plotly's own; what is read aloud does not.
function plain(text) {
  const broken = String(text).replace(/<br\s*\/?>/gi, "\n");
  return visible(new DOMParser().parseFromString(broken, "text/html").body.textContent);
}

// The heading above says it already.
function untitled(layout) {
  const top = layout.margin?.t ?? layout.template?.layout?.margin?.t ?? 48;
  const saved = Math.min(TITLE, Math.max(0, top - 12));
  delete layout.title;
  if (layout.legend?.y) layout.legend = { ...layout.legend, y: Math.min(1, layout.legend.y + saved / layout.height) };
  layout.margin = { ...layout.margin, t: top - saved };
  if (layout.height > LOW) layout.height -= saved; // a low chart can use the room
}

// In the page's face; a picture that is taken along has the fonts of whoever looks at it.
const face = () => getComputedStyle(document.documentElement).getPropertyValue("--sans").trim();

function faced(layout) {
  layout.font = { ...layout.font, family: face() };
  layout.hoverlabel = { ...layout.hoverlabel, font: { ...layout.hoverlabel?.font, family: face() } };
}

function themed(figure, name) {
  const copy = structuredClone({ data: figure.data, layout: figure.layout || {} });
  if (site.templates[name]) copy.layout.template = site.templates[name];
  delete copy.layout.width; // the page decides
  faced(copy.layout);
  untitled(copy.layout);
  unscaled(copy.layout);
  const clear = "rgba(0,0,0,0)"; // the page's own paper shows through
  return { data: copy.data, layout: { ...copy.layout, autosize: true, paper_bgcolor: clear,
    plot_bgcolor: clear } };
}
