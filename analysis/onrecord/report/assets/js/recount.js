// What is said in words and figures beside charts and tables, made from the rows that are left;
// mirrors the opening sentence, `display.figures`, `View.facts` and `display.omissions`.
const FIGURES = {
  corpus: ["article", "quote", "speaker", "actor", "spoken", "narrated"],
  speaker: ["article", "quote", "direct", "actor", "stance"],
  actor: ["article", "quote", "teller", "spoken", "narrated"],
};

function figureItems(kind, found) {
  const items = {
    article: [(kind === "speaker" ? found.quoted : found).articles, "article", ""],
    quote: [found.quotes, "quote", kind === "actor" ? "about this actor" : ""],
    direct: [found.direct, "direct quote", ""],
    speaker: [found.speakers, "named speaker", ""],
    teller: [found.tellers, "named speaker", `who take${found.tellers === 1 ? "s" : ""} it up`],
    actor: [found.actors, "actor", "spoken about"],
    spoken: [found.spoken, "statement", "by named speakers"],
    stance: [found.spoken, "statement", "about them"],
    narrated: [found.narrated, "statement", "in the outlets' own voice"],
  };
  return (FIGURES[kind] || FIGURES.corpus).map((name) => items[name]);
}

// What a word means stands on the page already.
function figureNodes(kind, part, first) {
  const meanings = first.map((node) => node.querySelector?.("dfn")?.title);
  return figureItems(kind, totalsOf(part)).map(([number, noun, more], n) => {
    const word = `${noun}${number === 1 ? "" : "s"}`;
    return make("div", {}, make("dt", {}, meanings[n] ? make("dfn", { title: meanings[n] }, word) : word,
      more ? ` ${more}` : ""), make("dd", {}, grouped(number)));
  });
}

function factTexts(kind, part) {
  const found_ = totalsOf(part);
  const { articles, outlets } = kind === "speaker" ? found_.quoted : found_;
  const found = [counted(articles, "article")];
  if (outlets) found.push(counted(outlets, "outlet"));
  const { days } = part;
  if (days.length) {
    const [first, last] = [days[0], days[days.length - 1]].map((day) => dayWords(day, true));
    found.push(first === last ? first : `${first} to ${last}`);
  }
  const asked = Object.entries(rows.base.asked).filter(([name]) => name !== kind);
  return [...found, ...asked.map(([name, value]) => `${name}: ${value === true ? "True" : value}`)];
}

function omissionTexts(part) {
  const { negated, hedged, speaker, clause } = part.all.quotes;
  const every = part.everyQuote;
  const each = (list) => quoteCount(part.all, list);
  const of = (list) => `${grouped(each(list))} of ${counted(each(every), "attribution")}`;
  const outcomes = part.rows("statements", (row) => part.all.statements.voice[row] === OUTCOME).length;
  const told = part.voiced(NARRATOR).length + outcomes;
  return [
    `${grouped(each(part.quotes.filter((row) => speaker[row] < 0)))} of ${counted(each(part.quotes), "quote")} without a known `
      + "speaker: counted, in nobody's stance.",
    `${of(every.filter((row) => negated[row]))} negated in the text ('did not say'): left out.`,
    `${of(every.filter((row) => hedged[row]))} hedged ('reportedly said'): counted.`,
    `${of(every.filter((row) => !negated[row] && !clause[row]))} of words without a clause ('the museum'): `
      + "marked as fragments, and no quotes in any count.",
    ...(told ? [`${grouped(outcomes)} of ${counted(told, "statement")} in the outlets' own voice taken for `
      + "outcomes that they report (a win, a loss, a charge): left out of coverage."] : []),
  ];
}

function openingText(kind, part) {
  const found = totalsOf(part);
  if (!found.articles) return "No article fits the filter.";
  const { articles, outlets } = part.asked.speaker ? found.quoted : found;
  let where = counted(articles, "article");
  if (outlets) where += ` from ${counted(outlets, "outlet")}`;
  const one_ = found.articles === 1;
  if (part.asked.speaker) {
    const said = part.named.length;
    return `${part.asked.speaker} is quoted ${{ 1: "once", 2: "twice" }[said] || `${grouped(said)} times`} in ${where}.`;
  }
  if (part.asked.actor) return `${where} ${one_ ? "names" : "name"} ${part.asked.actor}.`;
  if (!found.quotes) return `${where} ${one_ ? "quotes" : "quote"} nobody.`;
  const who = counted(found.speakers, "named speaker");
  const named = found.quotes - found.unnamed;
  const by = found.quotes > 1 ? `${found.unnamed ? grouped(named) : "all"} of them by ${who}`
    : `by ${named ? who : "a speaker who is not known"}`;
  return `${where} ${one_ ? "holds" : "hold"} ${counted(found.quotes, "quote")}, ${by}.`;
}

// An article's quotations in other articles: those that the filter leaves.
function startElsewhere() {
  const list = document.querySelector(".or-elsewhere");
  if (!list) return;
  const none = make("p", { class: "or-note", hidden: true }, "None of what the filter leaves stands in another article.");
  list.after(none);
  follows(list.parentElement, () => {
    const items = [...list.children];
    items.forEach((item) => {
      const { evidence } = item.querySelector("button").dataset;
      item.hidden = Boolean(rows.asked) && !passageCount(remaining(meant(evidence)));
    });
    none.hidden = items.some((item) => !item.hidden);
  });
}

// Each keeps its first content, which is the package's, for when the filter is off.
function startRecount() {
  const { kind } = document.documentElement.dataset;
  const follow = (selector, fill) => {
    const box = document.querySelector(selector);
    if (!box) return;
    const first = [...box.childNodes];
    follows(box, () => box.replaceChildren(...(rows.asked ? fill(rows.part, first) : first)));
  };
  follow("[data-recount=figures]", (part, first) => figureNodes(kind, part, first));
  follow("[data-recount=lead]", (part, [first]) => leadNodes(kind, part, first?.nodeName === "LI"));
  follow("[data-recount=same-person]", (part) => samePersonNodes(part));
  follow("[data-recount=left-out]", (part, first) => [
    ...omissionTexts(part).map((said) => make("li", {}, said)),
    ...first.filter((node) => node.nodeName === "LI" && !node.classList.contains("or-own"))]);
  startElsewhere();
  if (kind !== "article") follow(".or-facts", (part) => factTexts(kind, part).map((fact) => make("span", {}, visible(fact))));
}
