// One quote across outlets; mirrors repeats.py.
const [REPEAT_WORDS, REPEAT_HOVER] = [36, 120]; // characters of a quotation that its row and its hover show
const REPEAT_LOOKS = {
  fullest: ["fullest version", "circle", CATEGORIES[0]],
  exact: ["whole", "circle-open", CATEGORIES[0]],
  cut: ["cut", "triangle-left", CATEGORIES[3]],
  changed: ["changed", "x", CATEGORIES[5]],
};

BUILD.repeats = (part, { top = 12 }) => {
  const title = "One quote across outlets";
  const { art } = part.all.quotes;
  const { published, outlet } = part.all.articles;
  const day = ({ row }) => published[art[row]];
  const dated = repeatsOf(part).map((of) => of.filter(day)).filter((of) => of.length > 1);
  if (!dated.length) return nothing("repeats", title, "No quotation stands in several articles with a date.");
  const rows_ = dated.slice(0, top);
  const shown_ = rows_.flatMap((of, y) => of.map((version) => ({ ...version, y })));
  const said = (name, { kept, text, row, speaker }) => [
    `${forFigure(part.all.name(outlet[art[row]]) ?? "no outlet")} · ${forFigure(part.all.name(speaker) ?? "unknown speaker")}`,
    `${name}${kept === null ? "" : `, ${wholePercent(kept)} of the words`}<br>${dayWords(day({ row }))}<br>${allForFigure([text], REPEAT_HOVER)[0]}`,
  ];
  const traces = Object.entries(REPEAT_LOOKS).map(([how, [name, symbol, color]]) => {
    const of = shown_.filter((version) => version.how === how);
    const told = of.map((version) => said(name, version));
    return of.length ? {
      type: "scatter",
      x: of.map(day),
      y: of.map(({ y }) => y),
      mode: "markers",
      name,
      marker: { symbol, color, size: 12, line: { width: 2 } },
      hoverinfo: "text",
      hovertext: hovers(told.map(([who]) => who), told.map(([, words]) => words)),
      behind: of.map(({ row, kept }) => ({ quotes: [row], value: kept })),
    } : null;
  }).filter(Boolean);
  const days = shown_.map(day).sort();
  const left = dated.length > top ? ` Not drawn: ${counted(dated.length - top, "quotation")}.` : "";
  const most = rows_[0].length;
  return figure(traces, {
    title,
    height: chartHeight(rows_.length, 150),
    chart: "repeats",
    alt: `${counted(dated.length, "quotation")} that stand in several articles; the most repeated in ${most}.`,
    caption: "Each row is one quotation, each mark an article that has its words: all of them, with some left "
      + `out, or changed.${left}`,
    finding: `${counted(dated.length, "quotation")} in several articles; the most repeated in ${most}`,
    margin: { t: 56 },
    xaxis: dayAxis(days[0], days[days.length - 1]),
    yaxis: downAxis(rows_.map(([{ text }]) => text), REPEAT_WORDS),
  });
};
