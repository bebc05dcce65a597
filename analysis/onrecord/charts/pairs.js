// Stances of pairs and how outlets cover: the matrices and the means; mirrors matrix.py, means.py,
// voices.py and summary/pairs.py.
const [AGAINST_COLOR, MIDDLE, FAVOR_COLOR] = ["#cc5500", "#858a93", "#2a78d0"];
const VOICES = {
  [SPEAKER]: {
    voice: SPEAKER, measure: "mean stance", low: "against", high: "for", noun: "speaker", caveat: "",
    colors: [[0, AGAINST_COLOR], [0.3, "#c4661f"], [0.44, "#a47a62"], [0.5, MIDDLE],
      [0.56, "#6f87a8"], [0.7, "#4180c4"], [1, FAVOR_COLOR]],
    titles: { matrix: "Who speaks for and against whom", target: "Mean stance toward each actor",
      teller: "Mean stance of each speaker" },
    charts: { matrix: "stance_matrix", means: "stance_means" },
  },
  [NARRATOR]: {
    voice: NARRATOR, measure: "mean coverage", low: "unfavourable", high: "favourable", noun: "outlet",
    colors: [[0, "#b0549b"], [0.3, "#a8639a"], [0.44, "#957a95"], [0.5, MIDDLE],
      [0.56, "#668b89"], [0.7, "#3d8a7a"], [1, "#0f8a6d"]],
    caveats: {
      true: "A sentence that takes a side counts where the model takes it for the outlet's own judging words, "
        + "not for an outcome that it reports. It often mistakes one for the other: read the sentences.",
      false: "A reported outcome (a win, a loss, a charge) counts here like the outlet's own judging "
        + "words: favourable coverage is not praise.",
    },
    titles: { matrix: "How outlets cover whom", target: "How outlets cover each actor",
      teller: "How each outlet covers them" },
    charts: { matrix: "coverage_matrix", means: "coverage_means" },
  },
};
const CLEAR_RULE = `A triangle is a clear direction: at least ${MIN_ARTICLES} articles, ${MIN_STATEMENTS} `
  + `statements and a mean ${MIN_MEAN} or more from zero, too far to be one of the finds that so many `
  + `comparisons bring by chance (${wholePercent(RATE)} false discoveries). ${MISREAD}`;
const caveatOf = (kind, all) => (kind.caveats ? kind.caveats[Boolean(all.apart)] : kind.caveat);
const rowName = (teller, voice) => (voice === SPEAKER ? teller
  : teller.replace(/^Narrator/, "").replace(/^ of /, "") || "Outlet unknown");
const coloraxis = ({ colors, low, high }, { colorbar = {}, ...more }) => ({
  colorscale: colors, colorbar: { ticktext: [low, "neutral", high], ...colorbar }, ...more });

// Marks each of the groups of one voice as a clear direction or not.
function cleared(made) {
  const told = directions(made.map((of) => ({ ...of,
    error: of.articles > 1 ? Math.sqrt(variance(of)) / UNIT : 0 })));
  return made.map((of, n) => ({ ...of, clear: told[n] }));
}

// Every pair of a voice with its mean, most statements first; a page asks more than once.
function pairsOf(part, voice) {
  part.pairs ??= {};
  part.pairs[voice] ??= pairsIn(part, voice);
  return part.pairs[voice];
}

function pairsIn(part, voice) {
  const { all } = part;
  const { art, score, target } = all.statements;
  const made = estimates(part.voiced(voice), (row) => all.pair(row), art, score).map((of) => (
    { ...of, teller: all.teller(of.rows[0]), target: all.name(target[of.rows[0]]) }));
  return busiest(cleared(made), (of) => of.count);
}

function totalsBy(made, keyOf) {
  const found = new Map();
  made.forEach((of) => found.set(keyOf(of), (found.get(keyOf(of)) || 0) + of.count));
  return found;
}

const firstBy = (counts, top) => busiest([...counts], ([, n]) => n).slice(0, top).map(([name]) => name);
const sumOf = (list) => list.reduce((sum, of) => sum + of.count, 0);

const [FEW_STATEMENTS, FADED] = [3, 0.5];

function matrix(part, kind, { top, actors = 12, order = null, least = 2, title: given = null, names: called = {} }) {
  const chart = kind.charts.matrix;
  const title = given ? forFigure(given, 60) : kind.titles.matrix;
  const every = pairsOf(part, kind.voice);
  if (!every.length) return nothing(chart, title, "No statement about a named actor was found.");
  const fewest = every.some((of) => of.count >= least) ? least : 1;
  const made = every.filter((of) => of.count >= fewest);
  const busiest_ = firstBy(totalsBy(made, (of) => of.teller), top);
  const shown = made.filter((of) => busiest_.includes(of.teller));
  const often = firstBy(totalsBy(shown, (of) => of.target), actors);
  const cells = shown.filter((of) => often.includes(of.target));
  const busy = busiest_.filter((name) => cells.some((of) => of.teller === name)); // none is drawn empty
  const placed = cells.map((of) => ({ ...of, x: often.indexOf(of.target), y: busy.indexOf(of.teller) }));
  const { sides } = part.all;
  const order_ = arranged(placed, busy, often, sides, order);
  const { rows, columns } = order_;
  const told = campsOf([...rows, ...columns], sides);
  const hidden = every.filter((of) => of.count < fewest && rows.includes(of.teller) && columns.includes(of.target)).length;
  const most = mostOf(cells.map((of) => of.count));
  const down = rows.map((name) => (called || {})[name] ?? rowName(name, kind.voice));
  const across = columns.map((name) => (called || {})[name] ?? name);
  const [at, to] = [(of) => rows.indexOf(of.teller), (of) => columns.indexOf(of.target)];
  const tilted = across.length > 3;
  // rows keep their distance, however long the tilted names above them are
  const longest = Math.min(18, Math.max(...across.map((name) => [...name].length)));
  const height = 110 + ROW * down.length + (tilted ? 5 * longest : 40);
  const left = sumOf(every) - sumOf(cells);
  const [first] = cells;
  const caption = [
    `Up is ${kind.high}, down ${kind.low}; area and number show the statements, faded marks have fewer than `
      + `${FEW_STATEMENTS}. ${CLEAR_RULE} That holds for ${cells.filter((of) => of.clear).length} of `
      + `${counted(cells.length, "pair")} drawn; the others are hollow.`,
    orderWords(order_),
    told.length ? campWords(told, sides) : "",
    caveatOf(kind, part.all),
    left ? `Not drawn: ${counted(left, "statement")} of other pairs.` : "",
    hidden ? `${counted(hidden, "pair")} in these rows and columns ${hidden === 1 ? "has" : "have"} fewer than `
      + `${fewest} statements.` : "",
  ].filter(Boolean).join(" ");
  const marked = meanMarks(cells, cells.map((of) => forFigure(`${down[at(of)]} → ${across[to(of)]}`)), most, kind.measure);
  marked.hovertext = marked.hovertext.map((said, n) => said + campsSaid(cells[n].teller, cells[n].target, sides));
  marked.marker.opacity = cells.map((of) => (of.count < FEW_STATEMENTS ? FADED : 1));
  const lines = order_.camps.length ? campLines(rows, columns, sides) : [];
  return figure([{
    type: "scatter",
    x: cells.map(to),
    y: cells.map(at),
    mode: "markers+text",
    text: cells.map((of) => (of.count > 1 ? `\u00a0${grouped(of.count)}` : "")),
    textposition: "middle right",
    textfont: { size: 10 },
    ...marked,
    behind: cells.map((of) => ({ statements: of.rows })),
  }, ...campEdge(rows, columns, sides)], {
    title,
    height,
    chart,
    alt: `Matrix of the ${kind.measure} of ${counted(rows.length, kind.noun)} toward `
      + `${counted(columns.length, "actor")}; the pair with the most statements is `
      + `${rowName(first.teller, kind.voice)} toward ${first.target}, mean ${signed(first.value)} of `
      + `${counted(first.count, "statement")} in ${counted(first.articles, "article")}.`,
    caption,
    finding: widestOf(cells, (of) => (kind.voice === SPEAKER ? [`${down[at(of)]} reads`, ` ${across[to(of)]}`]
      : [`${down[at(of)]}’s coverage of ${across[to(of)]} reads`, ""]), kind, "pair"),
    hidden,
    min_width: Math.max(420, 200 + 34 * across.length),
    ends: [kind.low, kind.high],
    ...(lines.length ? { shapes: lines } : {}),
    xaxis: {
      tickvals: across.map((_, n) => n), ticktext: allForFigure(across, 18),
      range: [-0.6, across.length - 0.4], side: "top", tickangle: tilted ? -40 : 0,
      ticklabeloverflow: "allow", zeroline: false,
    },
    yaxis: {
      tickvals: down.map((_, n) => n), ticktext: allForFigure(down, LABEL),
      range: [down.length - 0.4, -0.6], zeroline: false,
    },
    coloraxis: coloraxis(kind, { colorbar: { y: -26 / height, yanchor: "top" } }),
    margin: { b: 44, r: tilted ? 76 : 16 },
  });
}

BUILD.stance_matrix = (part, options) => matrix(part, VOICES[SPEAKER], { top: 15, ...options });
BUILD.coverage_matrix = (part, options) => matrix(part, VOICES[NARRATOR], { top: 8, ...options });

function meanReads(kind, teller, name) {
  if (kind.voice === SPEAKER) return teller ? `${name} reads` : `What is said of ${name} reads`;
  return `Coverage ${teller ? "by" : "of"} ${name} reads`;
}

function means(part, kind, { by, top = 15, title: given = null, names: called = {} }) {
  const chart = kind.charts.means;
  const title = given ? forFigure(given, 60) : kind.titles[by];
  const { all } = part;
  const { art, score, target } = all.statements;
  const teller = by === "teller";
  const made = busiest(cleared(estimates(part.voiced(kind.voice),
    (row) => (teller ? all.pair(row, false) : target[row]), art, score)), (of) => of.count)
    .map((of) => ({ ...of, name: teller ? all.teller(of.rows[0]) : all.name(of.key) }));
  if (!made.length) return nothing(chart, title, "No statement about a named actor was found.");
  const shown = made.slice(0, top);
  const names = shown.map((of) => (called || {})[of.name] ?? (teller ? rowName(of.name, kind.voice) : of.name));
  const left = sumOf(made.slice(top));
  const [first] = shown;
  const most = mostOf(shown.map((of) => of.count));
  const length = (end) => shown.map((of) => (of.low === null ? null : Math.max(end(of), 0)));
  let caption = "Points are means, lines their 95% intervals, with articles as units; a point without a "
    + `line rests on fewer than ${MIN_ARTICLES} articles. ${CLEAR_RULE} ${caveatOf(kind, all)}`.trimEnd();
  if (left) caption += ` Not drawn: ${counted(left, "statement")} of further rows.`;
  return figure([{
    type: "scatter",
    x: shown.map((of) => of.value),
    y: shown.map((_, n) => n),
    mode: "markers",
    error_x: {
      type: "data", symmetric: false, array: length((of) => of.high - of.value),
      arrayminus: length((of) => of.value - of.low), color: QUIET, thickness: 2, width: 0,
    },
    ...meanMarks(shown, names.map((name) => forFigure(name)), most, kind.measure),
    behind: shown.map((of) => ({ statements: of.rows })),
  }], {
    title,
    height: chartHeight(shown.length),
    chart,
    alt: `Points with intervals for ${counted(shown.length, "row")}; the most frequent, ${names[0]}, has `
      + `${kind.measure} ${signed(first.value)}, ${intervalWords(first.low, first.high)}, `
      + `${counted(first.count, "statement")}.`,
    caption,
    finding: widestOf(shown, (of) => [meanReads(kind, teller, names[shown.indexOf(of)]), ""], kind, "row"),
    ends: [kind.low, kind.high],
    xaxis: stanceAxis("", [kind.low, kind.high]),
    yaxis: downAxis(names),
    coloraxis: coloraxis(kind, { showscale: false }),
  });
}

BUILD.stance_means = (part, options) => means(part, VOICES[SPEAKER], { by: "target", ...options });
BUILD.coverage_means = (part, options) => means(part, VOICES[NARRATOR], { by: "teller", ...options });
