// The key of charts whose colour is a stance: beside plotly's own it keeps its place and size.
function stanceKey(figure) {
  const axis = figure.layout?.coloraxis;
  const colors = axis?.colorscale || site.templates.light?.layout?.coloraxis?.colorscale;
  const used = figure.data.some((trace) => trace.marker?.coloraxis);
  if (!axis || axis.showscale === false || !colors || !used) return null;
  const stops = colors.map(([at, color]) => `${color} ${Math.round(at * 100)}%`).join(", ");
  const bar = make("span", { class: "or-scale-bar" });
  bar.style.background = `linear-gradient(to right, ${stops})`;
  const [low, high] = [colors[0][1], colors[colors.length - 1][1]];
  const shape = (text, color) => {
    const mark = make("span", { "aria-hidden": "true" }, text);
    mark.style.color = color;
    return mark;
  };
  const filled = figure.layout.meta?.beside; // lines run below the marks of a network
  const [against, favor] = figure.layout.meta?.ends || ["against", "for"];
  return make("p", { class: "or-scale" }, make("span", {}, `${against} `), bar,
    make("span", {}, ` ${favor}`),
    make("span", { class: "or-scale-shapes" }, shape("▼", low), " ", shape("▲", high), " clear direction"),
    make("span", { class: "or-scale-shapes" }, shape(filled ? "●" : "○", "var(--soft)"), " no clear direction"),
    make("span", { class: "or-scale-shapes" }, "larger: more statements"));
}

// A figure without plotly's colour bar, and without the room below that it had.
function unscaled(layout) {
  if (!layout.coloraxis || layout.coloraxis.showscale === false) return;
  layout.coloraxis = { ...layout.coloraxis, showscale: false };
  const saved = Math.max(0, (layout.margin?.b ?? 12) - 12);
  layout.margin = { ...layout.margin, b: 12 };
  layout.height -= saved;
}
