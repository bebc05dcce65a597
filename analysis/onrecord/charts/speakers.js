// Who is quoted most; mirrors speakers.py.
BUILD.speaker_bars = (part, { top = 15 }) => {
  const title = "Who is quoted most";
  const { speaker, kind, art } = part.all.quotes;
  const every = groups(part.named, (row) => speaker[row], art);
  const order = busiest(every, (of) => of.rows.length).slice(0, top);
  if (!order.length) return nothing("speaker_bars", title, "No quote has a named speaker.");
  const names = order.map((of) => part.all.name(of.key));
  const traces = [];
  for (const name of ["direct", "mixed", "indirect"]) {
    const number = part.all.number.get(name) ?? -2;
    // in order of first appearance, as the counter gives them
    const made = every.filter((of) => order.includes(of)).map((of) => (
      { at: order.indexOf(of), rows: of.rows.filter((row) => kind[row] === number) }))
      .filter((of) => of.rows.length).sort((a, b) => a.rows[0] - b.rows[0]);
    if (!made.length) continue;
    const shown = made.map((of) => `${forFigure(names[of.at])} · ${name}`);
    traces.push({
      type: "bar",
      x: made.map((of) => of.rows.length),
      y: made.map((of) => of.at),
      orientation: "h",
      name,
      marker: kindLook(name),
      hoverinfo: "text",
      hovertext: hovers(shown, made.map((of) =>
        countWords(of.rows.length, articleCount(of.rows, art)))),
      textposition: "none",
      behind: made.map((of) => ({ quotes: of.rows })),
    });
  }
  const totals = order.map((of) => of.rows.length);
  traces.push({
    type: "scatter",
    x: totals,
    y: order.map((_, n) => n),
    mode: "text",
    text: totals.map((total) => `\u00a0${grouped(total)}`),
    textposition: "middle right",
    hoverinfo: "text",
    hovertext: hovers(names.map((name) => forFigure(name)), totals.map((total) => counted(total, "quote"))),
    showlegend: false,
    behind: order.map((of) => ({ quotes: of.rows })),
  });
  const shown = order.flatMap((of) => of.rows);
  const left = quoteCount(part.all, part.quotes) - quoteCount(part.all, shown);
  let caption = "Quotes per speaker; negated ones and fragments without a clause left out.";
  if (left) caption += ` Not drawn: ${counted(left, "quote")} of others or not traced to a named speaker.`;
  return figure(traces, {
    title,
    height: chartHeight(order.length, 130),
    chart: "speaker_bars",
    alt: `Bars of quotes of ${counted(order.length, "speaker")}; ${names[0]} has `
      + `${counted(totals[0], "quote")}.`,
    caption,
    finding: firstOf(names, totals, (who, several) => `${who} ${several ? "are" : "is"} quoted most: `
      + `${grouped(totals[0])} of ${counted(quoteCount(part.all, part.quotes), "quote")}${several ? " each" : ""}`),
    barmode: "stack",
    bargap: 0.35,
    margin: { t: 56 },
    xaxis: countAxis("quotes", Math.max(...totals)),
    yaxis: downAxis(names),
  });
};
