// Events that the user names, as lines across a chart of time; mirrors events.py.
const [EVENT_LEVELS, EVENT_LINE, LABELLED, EVENT_LABEL, LATE] = [3, 15, 8, 26, 0.66];

function eventsDrawn(events, first, last) {
  if (!(events || []).length) return { layout: {}, room: 0, words: "" };
  const [start, end] = [first, last].map((day) => day.slice(0, 10));
  const every = events.map(([day, label]) => [String(day).slice(0, 10), String(label)])
    .sort((a, b) => before(a[0], b[0]) || before(a[1], b[1]));
  const inside = every.filter(([day]) => day >= start && day <= end);
  const time = (day) => Date.parse(`${day}T00:00:00Z`);
  const shapes = inside.map(([day]) => ({ type: "line", x0: day, x1: day, y0: 0, y1: 1, yref: "paper",
    line: { color: QUIET, width: 1.5, dash: "dot" } }));
  const annotations = inside.map(([day, label], n) => ({
    name: "event", x: day, y: 1, yref: "paper", yanchor: "bottom", yshift: EVENT_LINE * (n % EVENT_LEVELS),
    xanchor: time(day) - time(start) > LATE * (time(end) - time(start)) ? "right" : "left", showarrow: false,
    text: forFigure(`${n + 1}${inside.length <= LABELLED ? ` ${clip(label, EVENT_LABEL)}` : ""}`),
    font: { size: 11 },
  }));
  const left = every.length - inside.length;
  const told = inside.map(([day, label], n) => `${n + 1} ${label} (${dayWords(day)})`);
  const words = (told.length ? ` Events: ${listedWords(told)}.` : "")
    + (left ? ` ${counted(left, "event")} of other days not drawn.` : "");
  return { layout: inside.length ? { shapes, annotations } : {}, room: EVENT_LINE * Math.min(inside.length, EVENT_LEVELS),
    words: `${words} Events come from your file; a line is no cause.` };
}
