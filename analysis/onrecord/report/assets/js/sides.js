// Two parts side by side: what the reader picks, the charts that follow, and the words of each.
const sides = { by: null, one: null, other: null, lay: null }; // as picked; by default the first view's
const BY = { outlet: "outlets", speaker: "speakers", period: "periods" };

// The picked sides as the address keeps them: by=outlet&one=The+Lantern&other=Tidings.
function sidesQuery() {
  if (!sides.one) return {};
  const said = ({ since = "", until = "", ...named }) => Object.values(named)[0] ?? `${since}..${until}`;
  return { by: sides.by, one: said(sides.one), other: said(sides.other) };
}

function sidesHere() {
  const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (!(given.by in BY) || !given.one || !given.other) return null;
  const side = (said) => {
    if (given.by !== "period") return { [given.by]: said };
    const [since, until] = said.split("..");
    return { ...(since && { since }), ...(until && { until }) };
  };
  return { by: given.by, one: side(given.one), other: side(given.other) };
}

const comparisons = () => [...charts, ...waiting.values()].filter(({ meta }) => meta.chart === "comparison");

// Charts and words follow.
function setSides(picked) {
  Object.assign(sides, picked || { by: null, one: null, other: null });
  comparisons().forEach((chart) => {
    chart.more = picked ? { one: sides.one, other: sides.other } : null;
    if (chart.drawn) chart.refresh();
  });
  fillSides();
}

// The sides that the address names, after a way back or forward.
function restoreSides() {
  const picked = sidesHere();
  const { by, one, other, lay } = sides;
  if (!lay || JSON.stringify(picked) === JSON.stringify(one ? { by, one, other } : null)) return;
  setSides(picked);
  lay();
}

// The quotes of a part with the words that are in them.
function wordedQuotes(part, column) {
  return part.quotes.map((row) => {
    const held = rows.byId.get(quoteId(row));
    return held && { row, art: part.all.quotes.art[row], id: part.all.quoteOf(row), text: held[column] };
  }).filter(Boolean);
}

const readSide = (part) => loadSentences(new Set(part.quotes.map((row) => part.all.quotes.art[row])));

function wordButton({ word, quotes, rows: own }) {
  return make("button", { type: "button", class: "or-word", onclick: (event) => showEvidence({ quotes: own },
    `“${word}”`, event.currentTarget) }, visible(word), make("small", {}, ` ${quotes.map(grouped).join(" : ")}`));
}

async function sideNodes(all, { chosen, parts }) {
  await Promise.all(parts.map(readSide));
  const found = ["content", "cue"].map((column) => standingOut(parts.map((part) => wordedQuotes(part, column))));
  const list = (what, words) => make("p", { class: "or-words" }, make("strong", {}, `${what} `),
    ...(words.length ? words.map(wordButton) : ["None stands out."]));
  return Promise.all(parts.map(async (part, n) => {
    const [words, verbs] = found.map((each) => each[n]);
    const shown_ = new Set();
    const nodes = [];
    for (const own of [...words.slice(0, 2).map((word) => word.rows), part.quotes]) {
      const best = make("blockquote", { hidden: true });
      await fillBest(best, { quotes: own }, shown_); // one after another: none twice
      if (!best.hidden) nodes.push(best);
    }
    const articles = articleCount(part.quotes, all.quotes.art);
    return make("section", {}, make("h3", {}, visible(sideName(chosen[n]))), make("p", { class: "or-count" },
      `${counted(quoteCount(all, part.quotes), "quote")} in ${counted(articles, "article")}`),
    list("Words", words), list("Verbs", verbs), ...nodes);
  }));
}

let turnOfSides = 0;
async function fillSides() {
  const box = document.querySelector("[data-recount=sides]");
  if (!box) return;
  box.first ??= [...box.childNodes];
  turnOfSides += 1;
  const turn = turnOfSides;
  if (!rows.asked && !sides.one) { box.replaceChildren(...box.first); return; }
  const found = sidesIn(rows.part, sides.one, sides.other);
  const nodes = found ? await sideNodes(rows.all, found) : [make("p", {}, "There are no two parts to compare.")];
  if (turn === turnOfSides) box.replaceChildren(...nodes);
}

// Buttons of the first view, which the package wrote, know their word.
async function openWord(button) {
  const { word, side, of } = button.dataset;
  const { parts } = sidesIn(rows.base, null, null);
  const part = parts[side === "one" ? 0 : 1];
  await readSide(part);
  const holds = wordedQuotes(part, of === "words" ? "content" : "cue").filter(({ text }) => wordsIn(text).has(word));
  showEvidence({ quotes: holds.map(({ row }) => row) }, `“${word}”`, button);
}

function nameSelect(name, label, options, value) {
  const input = make("select", { name }, ...options.map((option) => make("option", { value: option }, visible(option))));
  input.value = value;
  return make("label", {}, make("span", {}, label), input);
}

function pickFields(by) {
  const now = sides.one ? [sides.one, sides.other] : oppositesOf(rows.part) || [{}, {}];
  if (by === "period") {
    const { days } = rows.base;
    const [min, max] = [days[0], days[days.length - 1]].map((day) => day.slice(0, 10));
    const half = isoDay(middleOf(days));
    const usual = [{ since: min, until: isoDay(middleOf(days) - DAY) }, { since: half, until: max }];
    return ["one", "other"].flatMap((side, n) => ["since", "until"].map((end) => make("label", {},
      make("span", {}, `${n ? "Second" : "First"}, ${end === "since" ? "from" : "to"}`),
      make("input", { type: "date", name: `${side}-${end}`, min, max, value: now[n][end] || usual[n][end] }))));
  }
  const options = choices(by).map(([name]) => name).slice(0, LONG);
  return ["one", "other"].map((side, n) => nameSelect(side, n ? "and" : "Compare", options, now[n][by] || options[n]));
}

function pickedIn(form) {
  const given = Object.fromEntries(new FormData(form));
  const side = (name) => {
    if (given.by !== "period") return { [given.by]: given[name] };
    return Object.fromEntries(["since", "until"].map((end) => [end, given[`${name}-${end}`]]).filter(([, day]) => day));
  };
  return { by: given.by, one: side("one"), other: side("other") };
}

function startSides() {
  const box = document.querySelector("[data-recount=sides]");
  const first = document.querySelector("[data-chart=comparison]");
  if (!box || !first) return;
  const { days } = rows.base;
  const several = { outlet: choices("outlet").length > 1, speaker: choices("speaker").length > 1,
    period: days.length > 1 && days[0].slice(0, 10) !== days[days.length - 1].slice(0, 10) };
  const ways = Object.keys(BY).filter((by) => several[by]);
  if (!ways.length) return;
  const form = make("form", { class: "or-pick", "aria-label": "What is compared" });
  const picked = sidesHere();
  if (picked) Object.assign(sides, picked);
  // what is compared unless something is picked, as the filter leaves it
  const usual = () => {
    const [name] = Object.keys((oppositesOf(rows.part) || [{}])[0]);
    return name ? (name in BY ? name : "period") : ways[0];
  };
  const select = make("select", { name: "by" }, ...ways.map((way) => make("option", { value: way }, BY[way])));
  const head = make("label", {}, make("span", {}, "Side by side"), select);
  const lay = (by) => {
    select.value = by;
    form.replaceChildren(head, ...pickFields(by));
  };
  sides.lay = () => lay(sides.by || usual());
  form.addEventListener("change", (event) => {
    if (event.target === select) { Object.assign(sides, { by: null, one: null, other: null }); lay(select.value); }
    setSides(pickedIn(form));
    history.replaceState(null, "", address(rows.asked || {}));
    announce(`${sideName(sides.one)} and ${sideName(sides.other)} side by side.`);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  sides.lay();
  first.before(form);
  follows(form, sides.lay);
  follows(box, fillSides);
  box.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-word]");
    if (button) openWord(button);
  });
  if (picked) setSides(picked);
  else if (rows.asked) fillSides(); // the address named a filter before this was there
}
