// In which order the rows and columns of a matrix stand; mirrors order.py.
const AVERAGED = 30;

// Where each row and column lies on the line along which the means differ most; the most spoken
// of lies at its upper end. cells: {x, y, value, count}, x and y places in columns and rows.
function likeness(cells, rows, columns) {
  let [down, across] = [Array(rows).fill(0), [1, ...Array(columns - 1).fill(0)]];
  for (let round = 0; round < AVERAGED; round += 1) {
    down = weighted(cells, rows, (of) => of.y, (of) => across[of.x]);
    across = weighted(cells, columns, (of) => of.x, (of) => down[of.y]);
    const most = Math.max(...across.map(Math.abs));
    if (!most) break;
    across = across.map((at) => at / most);
  }
  return across[0] < 0 ? [down.map((at) => -at), across.map((at) => -at)] : [down, across];
}

function weighted(cells, length, place, other) {
  const [sums, counts] = [Array(length).fill(0), Array(length).fill(0)];
  cells.forEach((of) => {
    sums[place(of)] += of.count * of.value * other(of);
    counts[place(of)] += of.count;
  });
  return sums.map((sum, n) => (counts[n] ? sum / counts[n] : 0));
}

// Rows and columns in order, and the camps they stand in: {rows, columns, camps}; camps is empty
// where none is known or asked for.
function arranged(cells, rows, columns, sides, order) {
  const camps = [...new Set([...rows, ...columns].map((name) => sides[name]).filter(Boolean))];
  const how = (order ?? "camp") === "camp" && !camps.length ? "likeness" : order ?? "camp";
  if (how === "number") return { rows, columns, camps: [], how };
  const [down, across] = likeness(cells, rows.length, columns.length);
  const rank = (name) => (how === "camp" && sides[name] ? camps.indexOf(sides[name]) : camps.length);
  const sorted = (names, at) => names.map((name, n) => [name, n]).sort((a, b) => rank(a[0]) - rank(b[0])
    || Math.round(at[b[1]] * 1e6) - Math.round(at[a[1]] * 1e6) || a[1] - b[1]).map(([name]) => name);
  return { rows: sorted(rows, down), columns: sorted(columns, across), camps: how === "camp" ? camps : [], how };
}

// Lines between camps.
function campLines(rows, columns, sides) {
  const ends = (names) => names.map((name, n) => n).slice(1).filter((n) => sides[names[n]] !== sides[names[n - 1]]);
  return [
    ...ends(rows).map((n) => ({ type: "line", x0: -0.6, x1: columns.length - 0.4, y0: n - 0.5, y1: n - 0.5 })),
    ...ends(columns).map((n) => ({ type: "line", x0: n - 0.5, x1: n - 0.5, y0: -0.6, y1: rows.length - 0.4 })),
  ];
}

function orderWords({ how, camps }) {
  if (how === "camp") return `Ordered by camp, as your actors.yaml says: ${listedWords(camps)}.`;
  return how === "likeness" ? "Rows and columns with like means stand together." : "";
}
