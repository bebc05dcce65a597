// How camps look, alike in every chart; mirrors camps.py.
const CAMP_COLORS = [0, 1, 3, 5, 2].map((n) => CATEGORIES[n]);
const CAMP_SHAPES = [["diamond", "◆"], ["cross", "✚"], ["star", "★"], ["x", "✖"], ["hexagon", "⬢"], ["bowtie", "⧓"]];
const CAMP = { size: 11, name: 18, room: 320, entry: 46, letter: 7, row: 19, outside: "no camp" };
const NO_CAMP = { color: QUIET, symbol: "square", sign: "" };

function campLooks(sides) {
  const names = [...new Set(Object.values(sides))].sort();
  return new Map(names.map((name, n) => {
    const [symbol, sign] = CAMP_SHAPES[n % CAMP_SHAPES.length];
    return [name, { color: CAMP_COLORS[n % CAMP_COLORS.length], symbol, sign }];
  }));
}

const campsOf = (names, sides) => [...new Set(names.map((name) => sides[name]).filter(Boolean))].sort();

function campMarker(names, sides) {
  const known = campLooks(sides);
  const of = names.map((name) => known.get(sides[name]) || NO_CAMP);
  return { color: of.map(({ color }) => color), size: CAMP.size, symbol: of.map(({ symbol }) => symbol) };
}

const campSaid = (name, sides) => (sides[name] ? `<br>camp: ${forFigure(sides[name])}` : "");

function campsSaid(one, other, sides) {
  if (!sides[one] && !sides[other]) return "";
  return `<br>camps: ${[one, other].map((name) => forFigure(sides[name] ?? CAMP.outside)).join(" → ")}`;
}

function campWords(camps, sides) {
  const known = campLooks(sides);
  const named = listedWords(camps.map((camp) => `${known.get(camp).sign} ${camp}`));
  return `Marks beside names show the camp, as your actors.yaml says: ${named}.`;
}

// Traces without a point, that name the camps in a legend.
function campLegend(camps, sides, outside) {
  const known = campLooks(sides);
  const names = allForFigure(camps, CAMP.name);
  const entries = camps.map((camp, n) => [names[n], known.get(camp)]);
  if (outside) entries.push([CAMP.outside, NO_CAMP]);
  return entries.map(([name, { color, symbol }]) => ({
    type: "scatter", x: [null], y: [null], mode: "markers", name, marker: { color, size: CAMP.size, symbol },
    hoverinfo: "skip", showlegend: true,
  }));
}

function campRoom(camps, outside) {
  const wide = [...camps, ...(outside ? [CAMP.outside] : [])]
    .map((name) => CAMP.entry + CAMP.letter * Math.min([...name].length, CAMP.name));
  const all = wide.reduce((sum, each) => sum + each, 0);
  const rows = all <= CAMP.room ? 1 : Math.ceil(wide.length / Math.max(Math.floor(CAMP.room / Math.max(...wide)), 1));
  return CAMP.row * rows;
}

// Marks at the edge of a matrix, beside the names that stand in a camp; else no trace.
function campEdge(rows, columns, sides) {
  const at = [...rows.map((name, n) => [-0.6, n, name]), ...columns.map((name, n) => [n, -0.6, name])]
    .filter(([, , name]) => sides[name]);
  if (!at.length) return [];
  const names = at.map(([, , name]) => name);
  return [{
    type: "scatter",
    x: at.map(([x]) => x),
    y: at.map(([, y]) => y),
    mode: "markers",
    marker: campMarker(names, sides),
    hoverinfo: "text",
    hovertext: names.map((name) => `<b>${forFigure(name)}</b>${campSaid(name, sides)}`),
    showlegend: false,
  }];
}
