// Quotes over time; mirrors volume.py.
BUILD.volume = (part, { top = 0, events = null } = {}) => {
  const title = "Quotes over time";
  const { all } = part;
  const { art } = all.quotes;
  const { published } = all.articles;
  const { days } = part;
  if (!days.length) return nothing("volume", title, "No article has a date.");
  const unit = period([days[0], days[days.length - 1]]);
  const bars = new Map();
  const last = begun(days[days.length - 1], unit);
  for (let at = begun(days[0], unit); at <= last; at = following(at, unit)) bars.set(at, []);
  part.quotes.forEach((row) => {
    if (published[art[row]]) bars.get(begun(published[art[row]], unit)).push(row);
  });
  const made = [...bars].map(([start, rows]) => ({ start, rows, count: quoteCount(all, rows) }));
  const most = Math.max(...made.map((of) => of.count));
  if (!most) return nothing("volume", title, "No quote was found.");
  const name = (day) => ({ day: dayWords(day, true), week: `week of ${dayWords(day, true)}` }[unit]
    ?? `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`);
  const names = made.map((of) => name(of.start));
  const [first, ...alike] = made.filter((of) => of.count === most);
  const when = alike.length ? `in each of ${alike.length + 1}` : names[made.indexOf(first)];
  const busy = new Set(busiest(made, (of) => of.count).slice(0, top));
  const numbers = top ? { text: made.map((of) => (busy.has(of) && of.count ? grouped(of.count) : "")),
    textposition: "outside", cliponaxis: false } : { textposition: "none" };
  let caption = `Quotes per ${unit}.`;
  if (part.undated) caption += ` Not drawn: ${counted(part.undated, "article")} without a date.`;
  const marked = eventsDrawn(events, days[0], days[days.length - 1]);
  return figure([{
    type: "bar",
    x: made.map((of) => of.start),
    y: made.map((of) => of.count),
    width: 0.86 * { day: DAY, week: 7 * DAY, month: 28 * DAY }[unit],
    offset: 0,
    marker: { color: CATEGORIES[0] },
    hoverinfo: "text",
    hovertext: hovers(names, made.map((of) => countWords(of.count, articleCount(of.rows, art)))),
    ...numbers,
    showlegend: false,
    behind: made.map((of) => ({ quotes: of.rows })),
  }], {
    title,
    height: 240 + marked.room,
    margin: { t: 48 + marked.room },
    ...marked.layout,
    chart: "volume",
    alt: `Bars of quotes per ${unit} from ${names[0]} to ${names[names.length - 1]}; most, `
      + `${counted(most, "quote")}, in the ${unit} of ${first.start}.`,
    caption: caption + marked.words,
    finding: `Most quotes in one ${unit}: ${grouped(most)}, ${when}`,
    xaxis: dayAxis(made[0].start + "T00:00:00", `${made[made.length - 1].start}T00:00:00`),
    yaxis: countAxis("quotes", most),
  });
};
