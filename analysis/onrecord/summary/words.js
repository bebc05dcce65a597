// Numbers and days in words; mirrors words.py.
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
];

function signed(value) {
  if (value === null) return "–";
  const short = fixed(Math.abs(value), 2);
  if (Number(short) === 0) return short;
  return (value < 0 ? "−" : "+") + short;
}

// A difference of shares in percentage points.
function points(difference) {
  const short = fixed(Math.abs(100 * difference), 0);
  if (Number(short) === 0) return "0";
  return (difference < 0 ? "−" : "+") + short;
}

const grouped = (number) => number.toLocaleString("en-US");

function counted(number, noun, plural = `${noun}s`) {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

const listedWords = (names) => (names.length < 2 ? names.join("")
  : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`);

function intervalWords(low, high) {
  if (low === null) return `no interval below ${MIN_ARTICLES} articles`;
  return `95% interval ${signed(low)} to ${signed(high)}`;
}

const MISREAD = "The model's own misreading is not counted in.";
const wholePercent = (share) => `${fixed(100 * share, 0)}%`;

function percentWords(share, count, total) {
  const said = `${grouped(count)} of ${grouped(total)}`;
  return share === null || total < MIN_SHARE ? said : `${wholePercent(share)} (${said})`;
}

const moment = (published) => Date.parse(`${published.slice(0, 19)}Z`);

// "2 Jun 2025", or "2 June 2025".
function dayWords(published, long = false) {
  const [year, month, day] = published.slice(0, 10).split("-").map(Number);
  const name = MONTHS[month - 1];
  return `${day} ${long ? name : name.slice(0, 3)} ${year}`;
}

// A count's text is cut as `safe.clip` cuts it.
function clip(text, limit) {
  const chars = Array.from(text);
  if (!limit || chars.length <= limit) return text;
  return `${chars.slice(0, Math.max(limit - 1, 0)).join("").trimEnd()}…`;
}

const FIGURE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;",
  $: "&#36;", "%": "&#37;" };
const oneLine = (text) => visible(text).split(/\s+/).filter(Boolean).join(" ");

// Corpus text for a figure, as `safe.text_for_figure`.
function forFigure(text, limit) {
  return clip(oneLine(text), limit).replace(/[&<>"'$%]/g, (char) => FIGURE[char]);
}

// Texts beside each other, cut so that they can be told apart.
function allForFigure(texts, limit) {
  const lines = texts.map(oneLine);
  const alike = new Map();
  new Set(lines).forEach((line) => {
    const cut = clip(line, limit);
    alike.set(cut, (alike.get(cut) || 0) + 1);
  });
  const head = Math.floor(limit / 2);
  return lines.map((line) => {
    const cut = clip(line, limit);
    if (alike.get(cut) === 1) return forFigure(cut);
    const chars = Array.from(line);
    const tail = chars.slice(Math.max(0, chars.length + head + 1 - limit)).join("");
    return forFigure(`${chars.slice(0, head).join("").trimEnd()}…${tail}`);
  });
}
