// Options that every chart takes: title, names, order of rows; mirrors options.py.
const OWN_OPTIONS = { // what a chart sees to itself
  stance_matrix: ["title", "names", "order"], coverage_matrix: ["title", "names", "order"],
  stance_means: ["title", "names"], coverage_means: ["title", "names"], timeline: ["title"],
  comparison: ["title", "names"],
};

function renamedIn({ data, layout }, names) {
  const safe = new Map();
  Object.entries(names).forEach(([a, b]) => [forFigure(a, LABEL), forFigure(a)].forEach((key) => safe.set(key, forFigure(b))));
  const one = (said) => safe.get(said) ?? said;
  const hover = (said) => {
    const [head, ...rest] = said.replace(/^<b>/, "").split("</b>");
    const named = [" · ", " → "].reduce((text, mark) => text.split(mark).map(one).join(mark), head);
    return `<b>${[named, ...rest].join("</b>")}`;
  };
  data.forEach((trace) => {
    if (trace.name) trace.name = one(trace.name);
    if (Array.isArray(trace.hovertext)) trace.hovertext = trace.hovertext.map(hover);
    if (Array.isArray(trace.text)) trace.text = trace.text.map(one);
  });
  if (layout.yaxis?.ticktext) layout.yaxis.ticktext = layout.yaxis.ticktext.map(one);
}

function orderedIn({ data, layout }, order) {
  const names = layout.yaxis?.ticktext || [];
  if (!names.length || !layout.yaxis.tickvals.every((at, n) => at === n)) return;
  const wanted = order === "name" ? [...names].sort(before)
    : order.map((name) => forFigure(name, LABEL)).filter((name) => names.includes(name));
  const place = new Map([...new Set([...wanted, ...names])].map((name, n) => [name, n]));
  data.forEach((trace) => {
    if (trace.y) trace.y = trace.y.map((at) => (at === null ? null : place.get(names[at])));
  });
  layout.yaxis.ticktext = [...names].sort((a, b) => place.get(a) - place.get(b));
}

Object.entries(BUILD).forEach(([name, build]) => {
  BUILD[name] = (part, options) => {
    const left = Object.fromEntries(["title", "names", "order"].filter((option) => options[option]
      && !(OWN_OPTIONS[name] || []).includes(option)).map((option) => [option, options[option]]));
    const made = build(part, options);
    if (left.title) made.layout.title.text = forFigure(left.title, 60);
    if (!made.data.length) return made;
    if (left.names) renamedIn(made, left.names);
    if (left.order) orderedIn(made, left.order);
    return made;
  };
});
