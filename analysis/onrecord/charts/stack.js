// Bars of shares: the verbs that attribute, direct and indirect speech; mirrors stack.py,
// cues.py and kinds.py.
const [LEAST_DOT, WHOLE_DOT] = [4, 30]; // pixels: of hardly anything, and of all
const ENDORSEMENT = { admit: "endorsing", confirm: "endorsing", explain: "endorsing",
  note: "endorsing", show: "endorsing", argue: "distancing", claim: "distancing" };
const STANDING = {
  endorsing: { color: CATEGORIES[5], pattern: pattern("-") },
  neutral: { color: QUIET },
  distancing: { color: CATEGORIES[3], pattern: pattern("/") },
};

function stack(part, { made, further }, { by, looks, chart, title, top, what, focus }) {
  const { why, names, place, cells, totals, dropped } = laidOut(made, further, by, top);
  if (why) return nothing(chart, title, why);
  const traces = Object.entries(looks).map(([name, look]) => {
    const of = cells.filter((cell) => cell.name === name);
    return of.length ? shareBars(of, name, place, look) : null;
  }).filter(Boolean);
  traces.push(rowTotals(names, totals, cells, totals.map((total) => (total >= MIN_SHARE ? 101 : 1))));
  return figure(traces, {
    title,
    height: chartHeight(names.length, 150),
    chart,
    alt: sharesAlt(cells, names),
    caption: sharesCaption(totals, what, dropped),
    finding: mostOfClass(cells, ...focus),
    barmode: "stack",
    bargap: 0.35,
    margin: { t: 56 },
    xaxis: { range: [0, 116], tickvals: [0, 25, 50, 75, 100],
      ticktext: ["0", "25", "50", "75", "100%"] },
    yaxis: downAxis(names),
  });
}

// Which groups are drawn, or why none is.
function laidOut(made, further, by, top) {
  if (!made.length) return { why: `No quote has a known ${by}.` };
  const first = new Map();
  made.forEach((cell) => { if (!first.has(cell.group)) first.set(cell.group, cell); });
  const order = busiest([...first.values()], (cell) => cell.total);
  if (order.every((cell) => cell.total < MIN_SHARE)) return { why: tooFew(order) };
  const kept = order.slice(0, top);
  const names = kept.map((cell) => cell.group);
  const place = new Map(names.map((name, n) => [name, n]));
  return { names, place, cells: made.filter((cell) => place.has(cell.group)),
    totals: kept.map((cell) => cell.total), dropped: Math.max(order.length - top, 0) + further };
}

const rowLabel = (total) => `\u00a0${total >= MIN_SHARE ? grouped(total)
  : `${counted(total, "quote")}: too few for shares`}`;

// How many quotes each row holds, written at `x`; its mark opens them all.
function rowTotals(names, totals, cells, x) {
  return {
    type: "scatter",
    x,
    y: totals.map((_, n) => n),
    mode: "text",
    text: totals.map(rowLabel),
    textposition: "middle right",
    hoverinfo: "text",
    hovertext: hovers(names.map((name) => forFigure(name)), totals.map((total) => counted(total, "quote"))),
    showlegend: false,
    behind: names.map((name) => (
      { quotes: cells.filter((cell) => cell.group === name).flatMap((cell) => cell.rows) })),
  };
}

function sharesCaption(totals, what, dropped) {
  const few = totals.filter((total) => total < MIN_SHARE).length;
  return `${what} Groups with fewer than ${MIN_SHARE} quotes are given as a count only`
    + `${few ? ` (${few} here).` : "."}${dropped ? ` Not drawn: ${counted(dropped, "further group")}.` : ""}`;
}

function sharesAlt(cells, names) {
  const [largest] = busiest(cells.filter((cell) => cell.group === names[0]), (cell) => cell.count);
  return `Shares of quotes in ${counted(names.length, "row")}; in the largest, ${names[0]}, `
    + `${percentWords(largest.share, largest.count, largest.total)} are ${largest.name}.`;
}

// How much of one class there is: the most only where no other interval reaches as far.
function mostOfClass(cells, name, called) {
  const known = busiest(cells.filter((cell) => cell.name === name && cell.share !== null), (cell) => cell.share);
  const [first, ...others] = known;
  if (!first?.share) return `No ${called} where there are ${MIN_SHARE} quotes or more`;
  const holds = new Set(known.map((cell) => cell.group));
  const lacking = cells.find((cell) => cell.total >= MIN_SHARE && !holds.has(cell.group));
  let told = `${called[0].toUpperCase()}${called.slice(1)}`;
  if (others.length || lacking) {
    if (first.low === null || !others.every((cell) => cell.high !== null && cell.high < first.low)) {
      const last = lacking ? { share: 0, group: lacking.group } : others[others.length - 1];
      return `${told}: from ${wholePercent(last.share)} (${last.group}) to ${wholePercent(first.share)} (${first.group})`;
    }
    told = `Most ${called}`;
  }
  const interval = first.low === null ? "" : `, 95% interval ${wholePercent(first.low)} to ${wholePercent(first.high)}`;
  return `${told}: ${first.group}, ${percentWords(first.share, first.count, first.total)}${interval}`;
}

const shareEnds = ({ low, high }) => (low === null ? ""
  : `<br>95% interval ${wholePercent(low)} to ${wholePercent(high)}`);

function shareBars(of, name, place, look) {
  const names = of.map((cell) => `${forFigure(cell.group)} · ${forFigure(name)}`);
  return {
    type: "bar",
    x: of.map((cell) => (cell.share === null ? null : 100 * cell.share)),
    y: of.map((cell) => place.get(cell.group)),
    orientation: "h",
    name: forFigure(name, 20),
    marker: look,
    hoverinfo: "text",
    hovertext: hovers(names, of.map((cell) =>
      `${percentWords(cell.share, cell.count, cell.total)} quotes${shareEnds(cell)}`)),
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
    focus: ["direct", "direct quotes"],
  });
};

BUILD.cue_profile = (part, { by = "outlet", of = "cue_class", top = 12 }) => {
  const { all } = part;
  const group = grouping(all, by);
  const cue = (row) => all.name(all.quotes.cue_class[row]) ?? "other";
  const endorsing = of === "endorsement";
  const looks = endorsing ? STANDING : cueClasses(all, part.quotes.filter((row) => group(row) !== null), cue, group);
  const kept = (row) => (looks.includes(cue(row)) ? cue(row) : "other");
  const standing = (row) => ENDORSEMENT[cue(row)] ?? "neutral";
  const made = shares(all, part.quotes, group, endorsing ? standing : kept, { top });
  if (!endorsing) return dots(made, { by, top, columns: looks, title: "Verbs that attribute the words" });
  return stack(part, made, {
    by, top, looks, chart: "cue_profile", title: "How far outlets stand behind the words",
    what: "Endorsing verbs take the words for true (admitted, noted), distancing ones step back "
      + "(claimed, alleged), neutral ones do neither (said).",
    focus: ["distancing", "distancing verbs"],
  });
};

// A dot a row and class, its area the share.
function dots({ made, further }, { by, top, columns, title }) {
  const chart = "cue_profile";
  const { why, names, place, cells, totals, dropped } = laidOut(made, further, by, top);
  if (why) return nothing(chart, title, why);
  const across = columns.filter((name) => cells.some((cell) => cell.name === name));
  const drawn = cells.filter((cell) => across.includes(cell.name) && cell.share !== null);
  const sum = (of) => of.reduce((total, cell) => total + cell.count, 0);
  const [most, second] = busiest(across.map((name) => ({ name,
    count: sum(cells.filter((cell) => cell.name === name)) })), (of) => of.count);
  const all = sum(cells);
  return figure([
    {
      type: "scatter",
      x: drawn.map((cell) => across.indexOf(cell.name)),
      y: drawn.map((cell) => place.get(cell.group)),
      mode: "markers+text",
      text: drawn.map((cell) => `\u00a0${wholePercent(cell.share)}`),
      textposition: "middle right",
      textfont: { size: 11 },
      marker: { color: CATEGORIES[0], size: drawn.map((cell) => Math.max(LEAST_DOT, WHOLE_DOT * Math.sqrt(cell.share))), opacity: 1 },
      hoverinfo: "text",
      hovertext: hovers(drawn.map((cell) => `${forFigure(cell.group)} · ${forFigure(cell.name)}`),
        drawn.map((cell) => `${percentWords(cell.share, cell.count, cell.total)} quotes${shareEnds(cell)}`)),
      showlegend: false,
      behind: drawn.map((cell) => ({ quotes: cell.rows, value: cell.share })),
    },
    rowTotals(names, totals, cells, totals.map((total) => (total >= MIN_SHARE ? across.length - 0.25 : -0.3))),
  ], {
    title,
    height: chartHeight(names.length, 110),
    chart,
    alt: sharesAlt(cells, names),
    caption: sharesCaption(totals, "Shares of quotes by the class of the verb that attributes them: the area of a "
      + "dot is the share, at the right stand the quotes.", dropped),
    finding: `${most.count === second?.count ? "Among the most frequent" : "Most frequent"}: ${most.name === "other" ? "other verbs" : `verbs like “${most.name}”`}, `
      + percentWords(all ? most.count / all : null, most.count, all),
    min_width: Math.max(420, 200 + 62 * across.length),
    margin: { t: 64 },
    xaxis: {
      tickvals: [...across.map((_, n) => n), across.length], ticktext: [...allForFigure(across, 18), "quotes"],
      range: [-0.4, across.length + 0.5], side: "top", tickangle: 0, zeroline: false, showgrid: false,
    },
    yaxis: { ...downAxis(names), showgrid: true },
  });
}

// The most frequent classes.
function cueClasses(all, list, cue, group) {
  const counts = new Map();
  groups(list, (row) => JSON.stringify([group(row), cue(row)]), all.quotes.art).forEach((of) => {
    const [, name] = JSON.parse(of.key);
    counts.set(name, (counts.get(name) || 0) + quoteCount(all, of.rows));
  });
  const often = [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  return [...often.filter((name) => name !== "other").slice(0, 6), "other"];
}
