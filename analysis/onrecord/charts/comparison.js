// Two parts side by side; mirrors comparison.py.
const SIDE_LOOKS = [["circle", CATEGORIES[0]], ["diamond", CATEGORIES[5]]];
const COMPARED = {
  quotes: { title: "How they quote", none: "There are no two parts with quotes to compare.", end: 1.03 },
  stance: { title: "How speakers stand in each", end: 1.08, measure: "mean stance", ends: ["against", "for"],
    none: "There is no actor on whom speakers take a stance in two articles of both parts." },
  coverage: { title: "How each covers", end: 1.08, measure: "mean coverage", ends: ["unfavourable", "favourable"],
    none: "There is no actor whom outlets take up in two articles of both parts." },
};

function apartWords({ difference, low, high }, of) {
  const [number, unit] = of === "quotes" ? [points, " points"] : [signed, ""];
  const said = `difference ${number(difference)}${unit}`;
  if (low === null) return `${said}, no interval below ${MIN_ARTICLES} articles`;
  return `${said}, 95% interval ${number(low)} to ${number(high)}`;
}

function sideWords({ value, part, count, articles }, of) {
  if (of === "quotes") return `${wholePercent(value)} (${grouped(part)} of ${counted(count, "quote")})`;
  return `${COMPARED[of].measure} ${signed(value)} (${counted(count, "statement")} in ${counted(articles, "article")})`;
}

function differenceFound(made, labels, both, of) {
  const clear = made.filter((row) => row.clear);
  if (!clear.length) return `No clear difference in ${counted(made.length, "row")}`;
  const far = clear.reduce((best, row) => (Math.abs(row.difference) > Math.abs(best.difference) ? row : best));
  const [number, mean] = of === "quotes" ? [wholePercent, ""] : [signed, ` (${COMPARED[of].measure})`];
  const told = clear.length > 1 ? `the widest of ${grouped(clear.length)} clear differences` : "a clear difference";
  const [one, other] = [far.one, far.other].map(({ value }, n) => `${both[n]} ${number(value)}`);
  return `${labels[made.indexOf(far)]}: ${one}, ${other}${mean}; ${told}`;
}

BUILD.comparison = (part, { one = null, other = null, of = "quotes", top = 12, title: given = null, names: called = {} }) => {
  const { all } = part;
  const { end, none, ends: scale, title: usual } = COMPARED[of];
  const title = given ? forFigure(given, 60) : usual;
  const parts = sidesIn(part, one, other);
  const every = (parts ? compared(all, parts, of) : []) // one article is no stance of a side
    .filter((row) => of === "quotes" || Math.min(row.one.articles, row.other.articles) > 1);
  if (!every.length) return nothing("comparison", title, none);
  const made = every.slice(0, top);
  const call = (name) => (called || {})[name] ?? name;
  const both = parts.chosen.map((side) => call(sideName(side)));
  const labels = made.map(({ what }) => call(what));
  const shown = labels.map((label) => forFigure(label));
  const kind = of === "quotes" ? "quotes" : "statements";
  const trace = (which, n) => {
    const [symbol, color] = SIDE_LOOKS[n];
    const name = forFigure(both[n], 30);
    return {
      type: "scatter",
      x: made.map((row) => row[which].value),
      y: made.map((_, at) => at),
      mode: "markers",
      name,
      marker: { color, symbol, size: 12, opacity: made.map(({ clear }) => (clear ? 1 : PALE)) },
      hoverinfo: "text",
      hovertext: hovers(shown.map((label) => `${label} · ${forFigure(both[n])}`),
        made.map((row) => `${sideWords(row[which], of)}<br>${apartWords(row, of)}`)),
      behind: made.map((row) => ({ [kind]: row[which].rows })),
    };
  };
  const joined = (values) => values.flatMap((pair, n) => [...pair, ...(n < values.length - 1 ? [null] : [])]);
  const number = of === "quotes" ? points : signed;
  const clear = made.filter((row) => row.clear).length;
  const left = every.length - made.length;
  const [first] = made;
  return figure([
    {
      type: "scatter",
      x: joined(made.map((row) => [row.one.value, row.other.value])),
      y: joined(made.map((_, n) => [n, n])),
      mode: "lines",
      line: { color: QUIET, width: 2 },
      hoverinfo: "skip",
      showlegend: false,
    },
    trace("one", 0),
    trace("other", 1),
    {
      type: "scatter",
      x: made.map(() => end),
      y: made.map((_, n) => n),
      mode: "text",
      text: made.map((row) => `${number(row.difference)}${row.clear ? " ✓" : ""}`),
      textposition: "middle right",
      cliponaxis: false,
      hoverinfo: "skip",
      showlegend: false,
    },
  ], {
    title,
    height: chartHeight(made.length, 150),
    chart: "comparison",
    alt: `${both[0]} and ${both[1]} side by side; ${labels[0]}: ${both[0]} ${sideWords(first.one, of)}, `
      + `${both[1]} ${sideWords(first.other, of)}, ${apartWords(first, of)}.`,
    caption: `At the right the difference, first less second; ✓ a clear one: both rest on ${MIN_ARTICLES} articles `
      + `and ${MIN_STATEMENTS} quotes or statements or more, and it is ${MIN_MEAN} (10 points) or more and no likely `
      + `find by chance among so many. That holds for ${clear} of ${counted(made.length, "row")} drawn; pale marks may `
      + `be chance. ${MISREAD}${left ? ` Not drawn: ${counted(left, "further row")}.` : ""}`,
    finding: differenceFound(made, labels, both, of),
    min_width: 480,
    margin: { t: 56, r: 84 },
    xaxis: of === "quotes" ? { range: [-0.03, 1.03], tickvals: [0, 0.25, 0.5, 0.75, 1],
      ticktext: ["0", "25", "50", "75", "100%"] } : stanceAxis("", scale),
    yaxis: downAxis(labels, 36),
  });
};
