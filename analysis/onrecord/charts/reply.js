// Criticised: who is quoted; mirrors reply.py and summary/reply.py.

// Criticism of an actor in an article: its rows, and whether the actor is quoted there.
function casesOf(part) {
  const { all } = part;
  const { art, target, harsh } = all.statements;
  const { speaker, affiliation, negated, art: at } = all.quotes;
  const voices = new Set();
  part.everyQuote.forEach((row) => {
    if (negated[row]) return;
    for (const who of [speaker[row], affiliation[row]]) if (who >= 0) voices.add(`${at[row]} ${who}`);
  });
  return groups(part.statements.filter((row) => harsh[row]),
    (row) => `${art[row]} ${target[row]}`, art).map((of) => ({ ...of, quoted: voices.has(of.key) }));
}

// Articles in which an actor is criticised, by whether it is quoted there.
function answeredOf(part) {
  const { all } = part;
  const { target } = all.statements;
  const found = new Map();
  for (const of of casesOf(part)) {
    const [row] = of.rows;
    const { quoted } = of;
    const key = `${target[row]} ${quoted}`;
    const made = found.get(key) || { actor: all.name(target[row]), quoted, cases: [] };
    made.cases.push({ times: of.rows.length, begun: row, rows: of.rows });
    found.set(key, made);
  }
  const harder = (a, b) => b.times - a.times || a.begun - b.begun;
  return [...found.values()].map((of) => {
    of.cases.sort(harder);
    return { ...of, articles: of.cases.length, rows: of.cases.flatMap((each) => each.rows) };
  }).sort((a, b) => harder(a.cases[0], b.cases[0]));
}

BUILD.right_of_reply = (part, { top = 12 }) => {
  const title = "Criticised: were they quoted?";
  const counts = answeredOf(part);
  if (!counts.length) return nothing("right_of_reply", title, "No article criticises a named actor.");
  const totals = new Map();
  counts.forEach((of) => totals.set(of.actor, (totals.get(of.actor) || 0) + of.articles));
  const order = busiest([...totals], ([, n]) => n).slice(0, top).map(([name]) => name);
  const made = counts.filter((of) => order.includes(of.actor));
  const sum = (list) => list.reduce((total, of) => total + of.articles, 0);
  const [silent, cases] = [sum(counts.filter((of) => !of.quoted)), sum(counts)];
  const left = cases - sum(made);
  const traces = [[false, "not quoted in the article"], [true, "quoted in the article"]].map(([quoted, said]) => {
    const of = made.filter((each) => each.quoted === quoted);
    return of.length ? {
      type: "bar",
      x: of.map((each) => each.articles),
      y: of.map((each) => order.indexOf(each.actor)),
      orientation: "h",
      name: said,
      marker: { color: CATEGORIES[quoted ? 4 : 3], pattern: pattern(quoted ? "" : "/") },
      hoverinfo: "text",
      hovertext: hovers(of.map((each) => `${forFigure(each.actor)} · ${said}`),
        of.map((each) => counted(each.articles, "article"))),
      textposition: "none",
      behind: of.map((each) => ({ statements: each.rows })),
    } : null;
  }).filter(Boolean);
  return figure(traces, {
    title,
    height: chartHeight(order.length, 140),
    chart: "right_of_reply",
    alt: `Bars of articles that criticise ${counted(order.length, "actor")}; in `
      + `${grouped(silent)} of ${counted(cases, "case")} in all the one criticised is not quoted there.`,
    caption: "Articles in which a speaker's words read as against the actor (60% or more), by "
      + "whether the actor, or someone who speaks for it, is quoted in the same article. "
      + `Whether it was asked is in no text.${left ? ` Not drawn: ${counted(left, "case")} of other actors.` : ""}`,
    finding: `In ${grouped(silent)} of ${counted(cases, "case")} the one criticised is not quoted in the article`,
    barmode: "stack",
    bargap: 0.35,
    margin: { t: 56 },
    xaxis: countAxis("articles", Math.max(...order.map((name) => totals.get(name)))),
    yaxis: downAxis(order),
  });
};
