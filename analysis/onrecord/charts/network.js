// Who speaks about whom; mirrors network.py and summary/network.py.
const [ROUNDS, WIDEST, FAINT, STEPS, BESIDE, WIDE] = [4, 9, 0.45, 10, 152, 8];
const SPOTS = [0.5, 0.36, 0.64, 0.24, 0.76];
const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const rounded = (value, digits) => Number(fixed(value, digits));
const along = (start, end, at) => start + (end - start) * at * at * (3 - 2 * at);

function sortedSide(edges, side, other, order) {
  const place = new Map(order.map((name, n) => [name, n]));
  const found = new Map();
  edges.forEach((edge) => {
    const of = found.get(edge[side]) || { at: 0, count: 0 };
    of.at += place.get(edge[other]) * edge.count;
    of.count += edge.count;
    found.set(edge[side], of);
  });
  const centre = (name) => found.get(name).at / found.get(name).count;
  return [...found.keys()].sort((a, b) => centre(a) - centre(b) || before(a, b));
}

// An order of both sides with few crossings.
function placesOf(edges) {
  const busy = totalsBy(edges, (edge) => edge.source);
  let left = [...busy.keys()].sort((a, b) => busy.get(b) - busy.get(a) || before(a, b));
  for (let round = 0; round < ROUNDS; round += 1) {
    left = sortedSide(edges, "source", "target", sortedSide(edges, "target", "source", left));
  }
  return [left, sortedSide(edges, "target", "source", left)];
}

// A place on each line for its mark, as far from the marks before it as can be.
function spotsOf(ends) {
  const taken = [];
  for (const [start, end] of ends) {
    const free = SPOTS.map((at) => [at, along(start, end, at)]);
    const far = ([x, y]) => Math.min(...(taken.length ? taken : [[Infinity, Infinity]]).map(
      ([a, b]) => (a === Infinity ? 0 : Math.max(Math.abs(x - a) * WIDE, Math.abs(y - b)))));
    taken.push(free.reduce((best, spot) => (far(spot) > far(best) ? spot : best)));
  }
  return taken;
}

BUILD.network = (part, { top = 30 }) => {
  const title = "Who speaks about whom";
  const every = pairsOf(part, SPEAKER).map((of) => ({ ...of, source: of.teller }))
    .sort((a, b) => b.count - a.count || before(a.source, b.source) || before(a.target, b.target));
  const edges = every.slice(0, top ?? every.length);
  if (!edges.length) return nothing("network", title, "No named speaker speaks about a named actor.");
  const [left, right] = placesOf(edges);
  const tallest = Math.max(left.length, right.length);
  const down = (names) => new Map(names.map((name, n) => [name, ((n + 0.5) * tallest) / names.length]));
  const [from, to] = [down(left), down(right)];
  const most = mostOf(edges.map((edge) => edge.count));
  const ends = edges.map((edge) => [from.get(edge.source), to.get(edge.target)]);
  const steps = [...Array(STEPS + 1).keys()].map((step) => step / STEPS);
  const traces = edges.map((edge, n) => ({
    type: "scatter",
    x: steps,
    y: steps.map((at) => rounded(along(...ends[n], at), 3)),
    mode: "lines",
    line: { width: rounded(Math.max(1, (WIDEST * edge.count) / most), 1), color: QUIET },
    opacity: FAINT,
    hoverinfo: "skip",
    showlegend: false,
    behind: [{ statements: edge.rows }],
  }));
  const spots = spotsOf(ends);
  traces.push({
    type: "scatter",
    x: spots.map(([x]) => x),
    y: spots.map(([, y]) => rounded(y, 3)),
    mode: "markers",
    marker: {
      color: edges.map((edge) => edge.value),
      coloraxis: "coloraxis",
      size: edges.map((edge) => markSize(edge.count, most)),
      symbol: edges.map((edge) => markSymbol(edge.value, edge.clear).replace("-open", "")),
      opacity: 1,
    },
    hoverinfo: "text",
    hovertext: hovers(edges.map((edge) => forFigure(`${edge.source} → ${edge.target}`)),
      edges.map((edge) => meanWords(edge))),
    showlegend: false,
    behind: edges.map((edge) => ({ statements: edge.rows })),
  });
  const named = campsOf([...left, ...right], part.all.sides);
  const sides = named.length ? part.all.sides : {};
  const outside = [...left, ...right].some((name) => !sides[name]);
  if (named.length) traces.push(...campLegend(named, sides, outside));
  traces.push(nodesOf(edges, "source", 0, "middle left", from, sides), nodesOf(edges, "target", 1, "middle right", to, sides));
  let caption = "Left: who speaks; right: about whom. Wider lines hold more statements; marks show the "
    + "mean stance, triangles a clear direction (as in the matrix).";
  if (named.length) caption += ` ${campWords(named, sides)}`;
  if (every.length > edges.length) caption += ` Not drawn: ${counted(every.length - edges.length, "further pair")}.`;
  const room = named.length ? campRoom(named, outside) : 0;
  const height = chartHeight(tallest, 120 + room);
  const [first, second] = edges;
  const widest = first.count === second?.count ? "One of the widest lines" : "The widest line";
  return figure(traces, {
    title,
    height,
    chart: "network",
    alt: `Network of ${counted(left.length, "speaker")} and ${counted(right.length, "actor")} with `
      + `${counted(edges.length, "line")}; the widest runs from ${first.source} to ${first.target}, `
      + `${counted(first.count, "statement")}, mean stance ${signed(first.value)}.`,
    caption,
    finding: `${widest}: ${first.source} on ${first.target}, ${counted(first.count, "statement")}`,
    min_width: 520,
    beside: true,
    ends: ["against", "for"],
    showlegend: named.length > 0,
    xaxis: { visible: false, range: [-0.02, 1.02] },
    yaxis: { visible: false, range: [tallest + 0.1, -0.1] },
    coloraxis: { colorbar: { y: -8 / height, yanchor: "top" } },
    margin: { b: 44, l: BESIDE, r: BESIDE, ...(room ? { t: 48 + room } : {}) },
  });
};

function nodesOf(edges, side, across, position, down, sides) {
  const names = [...down.keys()];
  const of = (name) => edges.filter((edge) => edge[side] === name);
  const count = (name) => of(name).reduce((sum, edge) => sum + edge.count, 0);
  return {
    type: "scatter",
    x: names.map(() => across),
    y: [...down.values()],
    mode: "markers+text",
    marker: Object.keys(sides).length ? campMarker(names, sides) : { color: QUIET, size: 9, symbol: "square" },
    text: allForFigure(names, 20),
    textposition: position,
    hoverinfo: "text",
    hovertext: hovers(names.map((name) => forFigure(name)),
      names.map((name) => counted(count(name), "statement") + campSaid(name, sides))),
    showlegend: false,
    behind: names.map((name) => ({ statements: of(name).flatMap((edge) => edge.rows) })),
  };
}
