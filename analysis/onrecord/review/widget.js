// One statement after another; keys as in the terminal. Offsets count in code points, as in Python.
const KEYS = {
  r: "right", s: "speaker", t: "stance", n: "no quote", w: "words",
  p: "same person", a: "added", k: "skip", b: "back",
};
const LABELS = {
  r: "right", s: "wrong speaker", t: "wrong stance", n: "no quote", w: "wrong words",
  p: "same person as", a: "add a missed quote", k: "skip", b: "back",
};
const STYLES = {
  content: "background:#fff3bf;color:#111;border-bottom:2px solid #b08900",
  source: "border-bottom:2px solid #1864ab", cue: "border-bottom:2px dashed #5f3dc4",
  target: "outline:1px solid #868e96",
};

function node(name, text, style) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (style) made.style.cssText = style;
  return made;
}

function marked(view) {
  const letters = Array.from(view.text);
  const cuts = new Set([0, letters.length]);
  for (const [start, end] of view.spans) cuts.add(start).add(end);
  const places = [...cuts].sort((one, other) => one - other);
  const body = node("p", "", "white-space:pre-wrap;line-height:1.6;max-width:46em");
  places.slice(0, -1).forEach((start, at) => {
    const end = places[at + 1];
    const roles = view.spans.filter(([s, e]) => s <= start && end <= e).map((each) => each[2]);
    const piece = node("span", letters.slice(start, end).join(""),
      roles.map((role) => STYLES[role]).join(";"));
    if (roles.length) piece.title = roles.join(", ");
    body.append(piece);
  });
  return body;
}

// The selected words as offsets in the article, or null.
function selected(body, view) {
  const root = body.getRootNode();
  const chosen = (root.getSelection ? root : document).getSelection();
  if (!chosen || !chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(body);
  before.setEnd(range.startContainer, range.startOffset);
  const start = view.offset + Array.from(before.toString()).length;
  return { start, end: start + Array.from(range.toString()).length };
}

function render({ model, el }) {
  const send = (said) => model.send(said);

  function ask(label, list, done) {
    const row = node("div", "", "margin:.5em 0");
    const field = node("input", "", "min-width:20em");
    field.setAttribute("aria-label", label);
    field.placeholder = label;
    const names = node("datalist");
    names.id = `names-${Math.random().toString(36).slice(2)}`;
    for (const name of list) names.append(Object.assign(node("option"), { value: name }));
    field.setAttribute("list", names.id);
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") show();
      if (event.key === "Enter" && field.value.trim()) done(field.value.trim());
    });
    row.append(field, names);
    el.firstChild.append(row);
    field.focus();
  }

  function choose(view) {
    const row = node("div", "", "margin:.5em 0");
    view.stances.forEach((stance, number) => {
      row.append(node("span", ` ${stance.target}: `));
      for (const label of ["favor", "against", "none"]) {
        const button = node("button", label);
        button.disabled = label === stance.label;
        button.addEventListener("click", () => send({ answer: "stance", number, label }));
        row.append(button);
      }
    });
    el.firstChild.append(row);
    (row.querySelector("button:not([disabled])") || el.firstChild).focus();
  }

  function act(letter, view, body) {
    const kind = KEYS[letter];
    const names = model.get("names");
    if (["right", "no quote", "skip", "back"].includes(kind)) send({ answer: kind });
    else if (kind === "speaker")
      ask("who speaks? - for nobody known", names, (name) => send({ answer: kind, name }));
    else if (kind === "same person")
      ask("the same person as", names, (name) => send({ answer: kind, name }));
    else if (kind === "stance" && view.stances.length) choose(view);
    else if (kind === "words" || kind === "added") {
      const span = selected(body, view);
      if (!span) problem.textContent = "Select the words with the mouse first.";
      else if (kind === "words") send({ answer: kind, ...span });
      else ask("who speaks? - for nobody known", names,
        (name) => send({ answer: kind, name, ...span }));
    }
  }

  let problem = node("div");
  function show() {
    const view = model.get("view");
    const box = node("div", "", "outline:none;padding:.5em");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "review of one statement");
    problem = node("div", model.get("problem"), "color:#c92a2a");
    problem.setAttribute("role", "status");
    if (view.done) {
      box.append(node("p", `That was the last one. ${view.given} answers, in ${view.file}.`));
      el.replaceChildren(box);
      return;
    }
    const body = marked(view);
    const who = view.narrated ? "the outlet's own words" :
      `speaker: ${view.speakers.join(", ") || "nobody known"}`;
    const sides = view.stances.map((each) => `${each.target}: ${each.label}`).join("; ");
    box.append(node("strong", view.head), body, node("p", sides ? `${who} · toward ${sides}` : who));
    const bar = node("div", "", "display:flex;flex-wrap:wrap;gap:.3em");
    for (const [letter, label] of Object.entries(LABELS)) {
      if (view.narrated && !"rtkb".includes(letter)) continue;
      const button = node("button", `${letter}  ${label}`);
      // the selection must survive the press
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => act(letter, view, body));
      bar.append(button);
    }
    box.append(bar, problem);
    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
      event.preventDefault();
      event.stopPropagation();
      act(event.key, view, body);
    });
    el.replaceChildren(box);
    box.focus();
  }
  model.on("change:view", show);
  model.on("change:problem", () => { problem.textContent = model.get("problem"); });
  show();
}

export default { render };
