// Bars of shares: the verbs that attribute, direct and indirect speech; mirrors stack.py,
// cues.py and kinds.py.
const ENDORSEMENT = { admit: "endorsing", confirm: "endorsing", explain: "endorsing",
  note: "endorsing", show: "endorsing", argue: "distancing", claim: "distancing" };
const STANDING = {
  endorsing: { color: CATEGORIES[5], pattern: pattern("-") },
  neutral: { color: QUIET },
  distancing: { color: CATEGORIES[3], pattern: pattern("/") },
};

function stack(part, { made, further }, { by, looks, chart, title, top, what }) {
  if (!made.length) return nothing(chart, title, `No quote has a known ${by}.`);
  const first = new Map();
  made.forEach((cell) => { if (!first.has(cell.group)) first.set(cell.group, cell); });
  const order = busiest([...first.values()], (cell) => cell.total);
  if (order.every((cell) => cell.total < MIN_SHARE)) return nothing(chart, title, tooFew(order));
  const dropped = Math.max(order.length - top, 0) + further;
  const kept = order.slice(0, top);
  const names = kept.map((cell) => cell.group);
  const place = new Map(names.map((name, n) => [name, n]));
  const cells = made.filter((cell) => place.has(cell.group));
  const traces = Object.entries(looks).map(([name, look]) => {
    const of = cells.filter((cell) => cell.name === name);
    return of.length ? shareBars(of, name, place, look) : null;
  }).filter(Boolean);
  const totals = kept.map((cell) => cell.total);
  const label = (total) => (total >= MIN_SHARE ? grouped(total)
    : `${counted(total, "quote")}: too few for shares`);
  traces.push({
    type: "scatter",
    x: totals.map((total) => (total >= MIN_SHARE ? 101 : 1)),
    y: totals.map((_, n) => n),
    mode: "text",
    text: totals.map((total) => `\u00a0${label(total)}`),
    textposition: "middle right",
    hoverinfo: "text",
    hovertext: hovers(names.map((name) => forFigure(name)), totals.map((total) => counted(total, "quote"))),
    showlegend: false,
    behind: names.map((name) => (
      { quotes: cells.filter((cell) => cell.group === name).flatMap((cell) => cell.rows) })),
  });
  const few = totals.filter((total) => total < MIN_SHARE).length;
  let caption = `${what} Groups with fewer than ${MIN_SHARE} quotes are given as a count only`;
  caption += few ? ` (${few} here).` : ".";
  if (dropped) caption += ` Not drawn: ${counted(dropped, "further group")}.`;
  const [largest] = busiest(cells.filter((cell) => cell.group === names[0]), (cell) => cell.count);
  return figure(traces, {
    title,
    height: chartHeight(names.length, 150),
    chart,
    alt: `Shares of quotes in ${counted(names.length, "row")}; in the largest, ${names[0]}, `
      + `${percentWords(largest.share, largest.count, largest.total)} are ${largest.name}.`,
    caption,
    barmode: "stack",
    bargap: 0.35,
    margin: { t: 56 },
    xaxis: { range: [0, 116], tickvals: [0, 25, 50, 75, 100],
      ticktext: ["0", "25", "50", "75", "100%"] },
    yaxis: downAxis(names),
  });
}

function shareBars(of, name, place, look) {
  const names = of.map((cell) => `${forFigure(cell.group)} · ${forFigure(name)}`);
  const ends = (cell) => (cell.low === null ? ""
    : `<br>95% interval ${wholePercent(cell.low)} to ${wholePercent(cell.high)}`);
  return {
    type: "bar",
    x: of.map((cell) => (cell.share === null ? null : 100 * cell.share)),
    y: of.map((cell) => place.get(cell.group)),
    orientation: "h",
    name: forFigure(name, 20),
    marker: look,
    hoverinfo: "text",
    hovertext: hovers(names, of.map((cell) =>
      `${percentWords(cell.share, cell.count, cell.total)} quotes${ends(cell)}`)),
    textposition: "none",
    showlegend: of.some((cell) => cell.share !== null),
    behind: of.map((cell) => ({ quotes: cell.rows })),
  };
}

function tooFew(order) {
  const said = order.slice(0, 4).map((cell) => `${cell.group} ${grouped(cell.total)}`).join(", ");
  const more = order.length > 4 ? ` and ${order.length - 4} more` : "";
  return `Too few quotes for shares, which need ${MIN_SHARE}: ${said}${more}.`;
}

// row -> the name of its group
function grouping(all, by) {
  const { art, speaker } = all.quotes;
  if (by === "speaker") return (row) => all.name(speaker[row]);
  return (row) => all.name(all.articles.outlet[art[row]]) ?? "outlet unknown";
}

BUILD.kinds = (part, { by = "outlet", top = 12 }) => {
  const { all } = part;
  const made = shares(all, part.quotes, grouping(all, by), (row) => all.name(all.quotes.kind[row]), { top });
  return stack(part, made, {
    by, top, chart: "kinds", title: "In whose words",
    looks: Object.fromEntries(["direct", "mixed", "indirect"].map((kind) => [kind, kindLook(kind)])),
    what: "Direct quotes keep the speaker's words, indirect ones are the outlet's.",
  });
};

BUILD.cue_profile = (part, { by = "outlet", of = "cue_class", top = 12 }) => {
  const { all } = part;
  const group = grouping(all, by);
  const cue = (row) => all.name(all.quotes.cue_class[row]) ?? "other";
  const endorsing = of === "endorsement";
  const looks = endorsing ? STANDING : cueLooks(all, part.quotes.filter((row) => group(row) !== null), cue, group);
  const kept = (row) => (cue(row) in looks ? cue(row) : "other");
  const standing = (row) => ENDORSEMENT[cue(row)] ?? "neutral";
  const made = shares(all, part.quotes, group, endorsing ? standing : kept, { top });
  return stack(part, made, {
    by, top, looks, chart: "cue_profile",
    title: endorsing ? "How far outlets stand behind the words" : "Cue profile",
    what: endorsing
      ? "Endorsing verbs take the words for true (admitted, noted), distancing ones step back "
        + "(claimed, alleged), neutral ones do neither (said)."
      : "Shares of quotes by the class of the verb that attributes them.",
  });
};

// Colour and pattern of the most frequent classes.
function cueLooks(all, list, cue, group) {
  const counts = new Map();
  groups(list, (row) => JSON.stringify([group(row), cue(row)]), all.quotes.art).forEach((of) => {
    const [, name] = JSON.parse(of.key);
    counts.set(name, (counts.get(name) || 0) + quoteCount(all, of.rows));
  });
  const often = [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  const classes = [...often.filter((name) => name !== "other").slice(0, 6), "other"];
  const looks = Object.fromEntries(classes.map((name, n) => [name,
    { color: CATEGORIES[n % CATEGORIES.length], pattern: pattern(PATTERNS[n % PATTERNS.length]) }]));
  if (looks.say) looks.say = { color: QUIET, pattern: pattern("") };
  looks.other = { color: QUIET, pattern: pattern(".") };
  return looks;
}
