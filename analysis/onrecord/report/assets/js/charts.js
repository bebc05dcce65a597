// Charts: drawn one after another, following the theme and the filter; a mark opens its evidence.
const CONFIG = {
  displaylogo: false, showSendToCloud: false, plotlyServerURL: "", responsive: true,
  showTips: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
};
const TITLE = 30; // pixels that a title takes
const LOW = 260; // pixels
const PAPER = 680; // pixels between the margins of a printed A4 or Letter page
if (!window.matchMedia("(hover: hover)").matches) CONFIG.displayModeBar = false;

class Chart {
  constructor(holder, figure, library) {
    Object.assign(this, { holder, wide: figure, library, at: -1, size: {}, printed: false });
    this.meta = (figure.layout || {}).meta || {};
  }

  // The figure for the width at hand: a phone's, or the full one, which paper has too.
  fit() {
    const small = phone.matches && !this.printed;
    this.figure = small ? narrowed(this.wide) : this.wide;
    this.holder.style.minWidth = small ? "" : `${this.meta.min_width || 0}px`;
  }

  async draw() {
    this.fit();
    this.holder.replaceChildren();
    const key = stanceKey(this.wide);
    if (key) this.holder.parentNode.before(key);
    await this.library.newPlot(this.holder, ...this.state());
    this.holder.on("plotly_click", (event) => this.open(event.points[0]));
    this.holder.addEventListener("keydown", (event) => this.key(event));
    this.holder.setAttribute("role", "application");
    this.holder.setAttribute("tabindex", "0");
    this.holder.setAttribute("aria-label", `${visible(this.meta.alt || "Chart")} Arrow keys step through `
      + "the marks, Enter opens the evidence.");
    this.holder.style.minHeight = "";
    this.holder.dataset.drawn = "true";
  }

  // One chart that cannot be drawn leaves the others alone.
  failed(error) {
    this.library.purge(this.holder);
    this.holder.style.minHeight = "";
    this.holder.replaceChildren(make("p", { class: "or-note" },
      `This chart could not be drawn. ${visible(this.meta.alt)}`));
    console.error(error);
  }

  // Every mark that has evidence, in reading order.
  marks() {
    const found = [];
    (this.holder.data || []).forEach((trace, curve) => {
      const custom = trace.customdata;
      if (!custom || trace.visible === false) return;
      Array.from(custom).forEach((item, n) => {
        if (Array.isArray(item) && trace.z) {
          item.forEach((ids, m) => ids && found.push({ curve, point: [n, m], ids }));
        } else if (item) {
          found.push({ curve, point: n, ids: Array.isArray(item) ? item[0] : item });
        }
      });
    });
    return found;
  }

  label(mark) {
    const trace = this.holder.data[mark.curve];
    const pick = (list) => {
      if (list === undefined || list === null) return "";
      if (!Array.isArray(mark.point)) return Array.isArray(list) || ArrayBuffer.isView(list) ? list[mark.point] : list;
      return (list[mark.point[0]] || [])[mark.point[1]];
    };
    const raw = pick(trace.hovertext) || pick(trace.text);
    if (raw) return plain(raw);
    const [x, y] = Array.isArray(mark.point)
      ? [trace.x[mark.point[1]], trace.y[mark.point[0]]] : [pick(trace.x), pick(trace.y)];
    return [trace.name, x, y].filter((part) => part !== undefined && part !== "")
      .map((part) => plain(part)).join(", ");
  }

  open(point) {
    const ids = Array.isArray(point.customdata) ? point.customdata[0] : point.customdata;
    if (!ids) return;
    const mark = { curve: point.curveNumber, point: point.pointNumber ?? point.pointIndex, ids };
    this.show(mark);
  }

  show(mark) {
    showEvidence(mark.ids, this.label(mark).split("\n")[0], this.holder);
  }

  key(event) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const marks = this.marks();
    if (!marks.length) return;
    if (event.key in steps) {
      this.at = (this.at + steps[event.key] + marks.length) % marks.length;
      const mark = marks[this.at];
      this.point(mark);
      announce(`${this.label(mark).replaceAll("\n", ", ")} (${this.at + 1} of ${marks.length})`);
    } else if ((event.key === "Enter" || event.key === " ") && marks[this.at]) {
      this.show(marks[this.at]);
    } else return;
    event.preventDefault();
  }

  point(mark) {
    const trace = this.holder.data[mark.curve];
    const heat = Array.isArray(mark.point);
    try {
      this.library.Fx.hover(this.holder, [heat
        ? { curveNumber: mark.curve, xval: trace.x[mark.point[1]], yval: trace.y[mark.point[0]] }
        : { curveNumber: mark.curve, pointNumber: mark.point }]);
    } catch { /* a mark outside the drawn range has no hover; it is announced all the same */ }
  }

  // What the theme, the filter and the paper make of the figure.
  state() {
    const { data, layout } = themed(this.figure, this.printed ? "light" : themeName());
    const traces = rows.left && this.meta.encode
      ? OnRecord.recompute(this.figure, rows.table, rows.left) : data;
    return [traces, { ...layout, ...this.size }, CONFIG];
  }

  refresh() {
    this.at = -1;
    return this.library.react(this.holder, ...this.state());
  }

  // On paper a chart has the paper's width and colours.
  paper(on) {
    this.printed = on;
    this.size = on ? { width: PAPER, autosize: false } : {};
    this.holder.classList.toggle("or-printed", on);
    this.fit();
  }
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

function themed(figure, name) {
  const copy = structuredClone({ data: figure.data, layout: figure.layout || {} });
  if (site.templates[name]) copy.layout.template = site.templates[name];
  delete copy.layout.width; // the page decides
  untitled(copy.layout);
  unscaled(copy.layout);
  const clear = "rgba(0,0,0,0)"; // the page's own paper shows through
  return { data: copy.data, layout: { ...copy.layout, autosize: true, paper_bgcolor: clear,
    plot_bgcolor: clear } };
}
