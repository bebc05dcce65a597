// Charts on a phone: shorter names, smaller marks and margins, so that nothing scrolls sideways.
const phone = window.matchMedia("(max-width: 40rem)");
const NARROW = { names: 17, columns: 11, sides: 13, beside: 102, marks: 0.72, font: 11 };

// Names in figures are markup made safe; they are cut as text and made safe again.
function shortened(labels, limit) {
  const texts = labels.map((label) =>
    plain(label).replaceAll("\u00a0", " ").trim().replace(/^Narrator of /, "Narr. "));
  const cut = texts.map((text) => (text.length > limit ? `${text.slice(0, limit - 1).trimEnd()}…` : text));
  const alike = (n) => cut.some((other, m) => other === cut[n] && texts[m] !== texts[n]);
  const half = Math.floor(limit / 2);
  // names that would look alike are cut in their middle
  const apart = texts.map((text, n) =>
    (alike(n) ? `${text.slice(0, half).trimEnd()}…${text.slice(half + 1 - limit)}` : cut[n]));
  return apart.map((text) => text.replace(/[&<>"'$%]/g, (char) => `&#${char.charCodeAt(0)};`));
}

function axisNames(axis, limit) {
  if (!axis?.ticktext || axis.ticktext.some((label) => label.includes("<br>"))) return;
  axis.ticktext = shortened(axis.ticktext, limit);
}

// A copy of a figure for a narrow screen; what it shows and its evidence are the same.
function narrowed(figure) {
  const copy = structuredClone({ data: figure.data, layout: figure.layout });
  const { layout } = copy;
  layout.font = { ...layout.font, size: NARROW.font };
  axisNames(layout.yaxis, NARROW.names);
  axisNames(layout.xaxis, NARROW.columns);
  for (const axis of [layout.xaxis, layout.yaxis]) {
    if (axis) axis.tickfont = { ...axis.tickfont, size: NARROW.font };
  }
  if (layout.xaxis?.side === "top" && layout.xaxis.tickangle) layout.xaxis.tickangle = -60;
  if (layout.margin?.r > 40 && layout.xaxis?.side === "top") layout.margin.r = 24;
  if (layout.meta?.beside) Object.assign(layout.margin, { l: NARROW.beside, r: NARROW.beside });
  copy.data.forEach((trace) => {
    if (layout.meta?.beside && Array.isArray(trace.text)) {
      trace.text = shortened(trace.text, NARROW.sides);
      trace.textfont = { ...trace.textfont, size: NARROW.font };
    }
    if (trace.mode === "markers+text") trace.mode = "markers"; // no room for numbers
    if (!Array.isArray(trace.marker?.size)) return;
    trace.marker.size = trace.marker.size.map((size) => size * NARROW.marks);
  });
  return copy;
}
