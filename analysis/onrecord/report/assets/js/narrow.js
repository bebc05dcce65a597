// Charts on a phone: shorter names, smaller marks and margins, so that nothing scrolls sideways.
const phone = window.matchMedia("(max-width: 40rem)");
const NARROW = { names: 17, columns: 11, sides: { names: 14, line: 15 }, beside: 102, marks: 0.72, font: 11, down: 8, across: 6,
  line: 24, upright: 3 };

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
  return apart.map(safeMarkup);
}

function acrossNames(axis) {
  if (!axis?.ticktext || axis.ticktext.some((label) => label.includes("<br>"))) return;
  // words that stand above columns lie aslant, where side by side they would overlap
  if (axis.side === "top" && axis.ticktext.length > NARROW.upright) axis.tickangle = -60;
  axis.ticktext = shortened(axis.ticktext, NARROW.columns);
}

function downNames(axis) {
  if (axis?.ticktext && !axis.ticktext.some((label) => label.includes("<br>"))) axis.ticktext = wrappedNames(axis.ticktext);
}

const safeMarkup = (text) => text.replace(/[&<>"'$%]/g, (char) => `&#${char.charCodeAt(0)};`);

// Names on two lines, broken after an arrow or at the space nearest to their middle.
function wrappedNames(labels, { names, line: most } = NARROW) {
  const lines = labels.map((label) => {
    const text = plain(label).replaceAll("\u00a0", " ").trim();
    const spaces = [...text.matchAll(/[ -]/g)].map(({ index }) => index);
    if (text.length <= names || !spaces.length) return [text];
    const arrow = text.indexOf("→ ") + 1;
    const cut = arrow || spaces.reduce((best, at) => (
      Math.abs(at - text.length / 2) < Math.abs(best - text.length / 2) ? at : best));
    return [text.slice(0, cut + 1).trimEnd(), text.slice(cut + 1)];
  });
  const [first, second] = [0, 1].map((n) => shortened(lines.map((line) => safeMarkup(line[n] ?? "")), most));
  return lines.map((line, n) => (line.length > 1 ? `${first[n]}<br>${second[n]}` : first[n]));
}

// Of a matrix the rows and columns with the most statements, so that marks and names can be read.
function smallMatrix({ data: [trace, edge], layout }) {
  const { xaxis, yaxis } = layout;
  const counts = trace.text.map((said) => Number(said.replace(/\D/g, "")) || 1);
  const kept = (at, length, most) => {
    const sums = Array(length).fill(0);
    at.forEach((n, point) => { sums[n] += counts[point]; });
    const busy = new Set(busiest(sums.map((sum, n) => [n, sum]), ([, sum]) => sum).slice(0, most).map(([n]) => n));
    return sums.map((_, n) => n).filter((n) => busy.has(n));
  };
  const [across, down] = [kept(trace.x, xaxis.ticktext.length, NARROW.across), kept(trace.y, yaxis.ticktext.length, NARROW.down)];
  const drawn = trace.x.map((x, n) => across.includes(x) && down.includes(trace.y[n]));
  [trace.x, trace.y] = [trace.x.map((x, n) => (drawn[n] ? across.indexOf(x) : null)),
    trace.y.map((y, n) => (drawn[n] ? down.indexOf(y) : null))];
  if (edge) { // the camps of names
    const moved = (at, list) => (at < 0 ? at : list.includes(at) ? list.indexOf(at) : null);
    Object.assign(edge, { x: edge.x.map((x) => moved(x, across)), y: edge.y.map((y) => moved(y, down)) });
  }
  const every = [xaxis.ticktext.length, yaxis.ticktext.length];
  Object.assign(xaxis, { ticktext: across.map((n) => xaxis.ticktext[n]), tickvals: across.map((_, n) => n),
    range: [-0.6, across.length - 0.4] });
  Object.assign(yaxis, { ticktext: wrappedNames(down.map((n) => yaxis.ticktext[n])), tickvals: down.map((_, n) => n),
    range: [down.length - 0.4, -0.6] });
  layout.height -= 30 * Math.max(every[1] - down.length, 0) - 60;
  delete layout.shapes;
  if (across.length < every[0] || down.length < every[1]) {
    layout.meta.narrow = ` On this narrow screen the ${down.length} rows and ${across.length} columns with the most `
      + "statements; the table has all.";
  }
}

// A copy of a figure for a narrow screen; what it shows and its evidence are the same.
function narrowed(figure) {
  const copy = structuredClone({ data: figure.data, layout: figure.layout });
  const { layout } = copy;
  layout.font = { ...layout.font, size: NARROW.font };
  const matrix = /_matrix$/.test(layout.meta?.chart) && copy.data.length > 0;
  if (matrix) smallMatrix(copy);
  else {
    downNames(layout.yaxis);
    acrossNames(layout.xaxis);
  }
  for (const axis of [layout.xaxis, layout.yaxis]) {
    if (axis) axis.tickfont = { ...axis.tickfont, size: NARROW.font };
  }
  if (layout.xaxis?.side === "top" && layout.xaxis.tickangle) layout.xaxis.tickangle = -60;
  if (layout.margin?.r > 40 && layout.xaxis?.side === "top") layout.margin.r = 24;
  if (layout.meta?.beside) Object.assign(layout.margin, { l: NARROW.beside, r: NARROW.beside });
  // of an event its number; the caption has its name
  (layout.annotations || []).filter(({ name }) => name === "event").forEach((note) => { [note.text] = note.text.split(" "); });
  copy.data.forEach((trace) => {
    const beside = layout.meta?.beside && Array.isArray(trace.text);
    if (beside) { // the names of what the lines join
      trace.text = wrappedNames(trace.text, NARROW.sides);
      trace.textfont = { ...trace.textfont, size: NARROW.font };
    }
    if (matrix && Array.isArray(trace.marker.size)) { // there is room for the numbers
      trace.marker.size = trace.marker.size.map((size) => Math.max(9, size * NARROW.marks));
      return;
    }
    if (trace.mode === "markers+text" && !beside) trace.mode = "markers"; // no room for numbers
    if (!Array.isArray(trace.marker?.size)) return;
    trace.marker.size = trace.marker.size.map((size) => size * NARROW.marks);
  });
  return copy;
}
