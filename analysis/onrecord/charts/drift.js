// Did positions move; mirrors drift.py and summary/drift.py.
const PAIRED = 24; // characters of a pair's names

// Mean stances of each pair before and from a day on, and their change.
function changesOf(part, split) {
  const { all } = part;
  const { art, score } = all.statements;
  const { published } = all.articles;
  const dated = part.voiced(SPEAKER).filter((row) => published[art[row]]);
  const order = groups(dated, (row) => all.pair(row), art).map((of) => of.key);
  const [earlier, later] = [false, true].map((late) => new Map(estimates(
    dated.filter((row) => (moment(published[art[row]]) >= split) === late),
    (row) => all.pair(row), art, score).map((of) => [of.key, of])));
  const made = order.filter((key) => earlier.has(key) && later.has(key)).map((key) => {
    const [before_, after] = [earlier.get(key), later.get(key)];
    const [one, other] = [variance(before_), variance(after)];
    const spread = one + other;
    const freedom = (one * one) / Math.max(before_.articles - 1, 1)
      + (other * other) / Math.max(after.articles - 1, 1);
    const worth = freedom > 0 ? (spread * spread) / freedom : 1;
    const half = (student(Math.max(worth, 1)) * Math.sqrt(spread)) / UNIT;
    const change = after.value - before_.value;
    const fewest = Math.min(before_.articles, after.articles);
    const known = fewest >= MIN_ARTICLES;
    const inside = (end) => Math.min(Math.max(end, -2), 2);
    const [low, high] = known ? [inside(change - half), inside(change + half)] : [null, null];
    const { statements } = all;
    const tested = known && Math.min(before_.count, after.count) >= MIN_STATEMENTS;
    const error = Math.sqrt(spread) / UNIT;
    const found = tested ? chance(error > 0 ? change / error : Infinity, Math.max(worth, 1)) : null;
    return { before: before_, after, change, low, high, fewest, found,
      teller: all.teller(after.rows[0]), target: all.name(statements.target[after.rows[0]]) };
  });
  const least = bound(made.map((of) => of.found).filter((p) => p !== null));
  made.forEach((of) => {
    of.clear = of.found !== null && of.found <= least && Math.abs(of.change) >= MIN_MEAN;
  });
  return busiest(made, (of) => of.before.count + of.after.count);
}

// The day on which the second half of the time begins.
function middleOf(days) {
  if (!days.length) return null;
  const [first, last] = [moment(days[0]), moment(days[days.length - 1])];
  return Math.ceil((first + (last - first) / 2) / DAY) * DAY;
}

BUILD.drift = (part, { at = null, top = 12 }) => {
  const title = "Did positions move?";
  const { days } = part;
  const none = "No pair has statements in two dated articles of either half.";
  if (!days.length && !at) return nothing("drift", title, none);
  const split = at ? Date.parse(`${at.slice(0, 10)}T00:00:00Z`) : middleOf(days);
  const made = changesOf(part, split).filter((of) => of.fewest > 1).slice(0, top);
  if (!made.length) return nothing("drift", title, none);
  const day = dayWords(isoDay(split));
  const [{ teller }] = made;
  const alone = made.every((of) => of.teller === teller); // said once, and not in every row
  const whose = alone ? ` of ${teller}` : "";
  const names = made.map((of) => forFigure(`${of.teller} → ${of.target}`));
  const called = (of) => (alone ? [of.target] : [of.teller, of.target]);
  const points = (which, symbol, name) => ({
    type: "scatter",
    x: made.map((of) => of[which].value),
    y: made.map((_, n) => n),
    mode: "markers",
    name,
    marker: {
      color: CATEGORIES[2], symbol, size: 12, line: { width: 2, color: CATEGORIES[2] },
      opacity: made.map((of) => (of.clear ? 1 : PALE)),
    },
    hoverinfo: "text",
    hovertext: hovers(names.map((given) => `${given}</b><br>${name}<b>`), made.map((of) =>
      `mean stance ${signed(of[which].value)}<br>${countWords(of[which].count, of[which].articles, "statement")}`
      + `<br>change ${signed(of.change)}, ${intervalWords(of.low, of.high)}`)),
    behind: made.map((of) => ({ statements: of[which].rows })),
  });
  const moved = made.filter((of) => of.clear);
  const far = moved.length && moved.reduce((best, of) => (Math.abs(of.change) > Math.abs(best.change) ? of : best));
  const finding = far ? `${far.teller} moved on ${far.target} from ${signed(far.before.value)} to ${signed(far.after.value)}: `
    + `${moved.length > 1 ? `the largest of ${grouped(moved.length)} clear moves` : "the one clear move"}`
    : `No clear move${whose} in ${counted(made.length, "pair")}`;
  const joined = (values) => values.flatMap((pair, n) => [...pair, ...(n < values.length - 1 ? [null] : [])]);
  return figure([
    {
      type: "scatter",
      x: joined(made.map((of) => [of.before.value, of.after.value])),
      y: joined(made.map((_, n) => [n, n])),
      mode: "lines",
      line: { color: QUIET, width: 2 },
      hoverinfo: "skip",
      showlegend: false,
    },
    points("before", "circle-open", `before ${day}`),
    points("after", "circle", `from ${day} on`),
  ], {
    title,
    height: chartHeight(made.length, 150),
    chart: "drift",
    alt: `Mean stances${whose} in ${counted(made.length, "pair")} before and from ${day} on; ${called(made[0]).join(" → ")} went `
      + `from ${signed(made[0].before.value)} to ${signed(made[0].after.value)}, change `
      + `${signed(made[0].change)}, ${intervalWords(made[0].low, made[0].high)}.`,
    caption: `Of ${counted(made.length, "pair")} drawn, ${made.filter((of) => of.clear).length} clearly moved: `
      + `both parts rest on ${MIN_ARTICLES} articles and ${MIN_STATEMENTS} statements or more, and the `
      + `change is ${MIN_MEAN} or more and no likely find by chance among so many. Open marks are the first `
      + `part; pale ones may be chance. ${MISREAD}`,
    finding,
    min_width: 480,
    margin: { t: 56 },
    xaxis: stanceAxis(),
    yaxis: downAxis(made.map((of) => called(of).map((name) => clip(name, PAIRED)).join(" → ")), 2 * PAIRED + 3),
  });
};
