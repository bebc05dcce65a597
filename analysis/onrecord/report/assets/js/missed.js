// The article page: words that are selected can be added as a quote that was missed.
function selectedWords() {
  const chosen = document.getSelection();
  if (!chosen || !chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const parts = [...document.querySelectorAll(".or-article .or-sentence")]
    .filter((part) => range.intersectsNode(part)).map((part) => wordsWithin(part, range)).filter(Boolean);
  if (!parts.length) return null;
  return { text: parts.map(({ text }) => text).join(" "), start: parts[0].start, end: parts[parts.length - 1].end };
}

// The part of a sentence that a range holds, without spaces at its ends.
function wordsWithin(part, range) {
  const chars = Array.from(part.textContent);
  const at = (container, offset, otherwise) => {
    if (!part.contains(container)) return otherwise;
    const before = document.createRange();
    before.selectNodeContents(part);
    before.setEnd(container, offset);
    return Array.from(before.toString()).length;
  };
  let start = at(range.startContainer, range.startOffset, 0);
  let end = at(range.endContainer, range.endOffset, chars.length);
  while (start < end && !chars[start].trim()) start += 1;
  while (end > start && !chars[end - 1].trim()) end -= 1;
  const first = Number(part.id.slice("at-".length));
  return start < end ? { text: chars.slice(start, end).join(""), start: first + start, end: first + end } : null;
}

function startMissed() {
  if (!document.querySelector(".or-article") || !rows.all) return;
  const clear = () => byId("or-missed").replaceChildren();
  document.addEventListener("selectionchange", () => {
    if (!answers.on) return;
    const words = selectedWords(); // where the selection moves into the field, they stay
    if (words) byId("or-missed").replaceChildren(...missedQuestion(words, clear));
  });
}

function missedQuestion(words, clear) {
  const [field, list] = nameField("Who speaks?", () => add());
  const add = (nobody = false) => {
    const name = field.value.trim();
    if (!name && !nobody) return field.focus();
    const [art] = rows.base.arts;
    const { id, title, outlet } = rows.all.articles;
    const beside = { title: title[art] || "", outlet: rows.all.name(outlet[art]) || "" };
    giveAnswer(`${id[art]} ${words.start}-${words.end}`, "added",
      `${shortWords(words.text)} — a missed quote by ${name || "nobody known"}`,
      { kind: "added", article: { id: id[art], ...beside }, words: [words], was: {},
        is: { speakers: nobody ? [] : [name], source: [], cue: [] } });
    return clear();
  };
  return [make("p", {}, "A missed quote? ", make("q", {}, visible(shortWords(words.text)))), field, list,
    make("button", { type: "button", onclick: () => add() }, "Add"),
    make("button", { type: "button", onclick: () => add(true) }, "Nobody known"),
    make("button", { type: "button", onclick: clear }, "No")];
}
