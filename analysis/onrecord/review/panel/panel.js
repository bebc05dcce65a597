// One statement after another; keys as in the terminal. An answer is on the disk before the next
// statement is shown: until the kernel says so, no other key is taken.
const KEYS = {
  r: ["right", "right"], s: ["speaker", "wrong speaker"], t: ["stance", "wrong stance"],
  n: ["no quote", "no quote"], w: ["words", "wrong words"], p: ["same person", "same person as"],
  a: ["added", "add a missed quote"], k: ["skip", "skip"], b: ["back", "back"],
};
const TOLD = "rtkb"; // what can be said of an outlet's own words

function render({ model, el }) {
  let [body, ends] = [null, null];
  const box = node("div", { class: "onrecord-review", tabindex: "0", role: "group",
    "aria-label": "review of one statement", "data-lm-suppress-shortcuts": "true" });
  const problem = node("p", { class: "problem", role: "status" });
  const extra = node("div", {});
  const { send, busy } = wired({ model, box, problem, show: () => show() });
  el.append(box);

  function leave() {
    ends?.stop();
    ends = null;
    show();
  }

  function put({ row, focus }) {
    extra.replaceChildren(row);
    (focus || box).focus();
  }

  const ask = (label, done, nobody = true) => put(askName(label, model.get("view"), model.get("names"),
    { done, leave, more: nobody ? [["-", "nobody known", "-"]] : [] }));

  // Words in the view to spans in the article.
  const whole = (parts) => parts.map(([s, e]) => [s + model.get("view").offset, e + model.get("view").offset]);

  function change(kind, parts, grabbed) {
    const view = model.get("view");
    const keep = (now) => {
      const spans = whole(now);
      ends.stop();
      ends = null;
      if (kind === "words") send({ answer: kind, spans });
      else ask("who speaks?", (name) => send({ answer: kind, name, spans }));
    };
    ends = changing(view, body, parts, { hint: (...told) => extra.replaceChildren(...told), keep, leave });
    if (grabbed) ends.grab(grabbed);
    else box.focus();
  }

  // Where no words were selected, those behind the statement are a beginning.
  function missed(view) {
    const letters = Array.from(view.text);
    const last = Math.max(...content(view).map(([, e]) => e));
    const start = nextEdge(letters, last, 1, "start");
    return start > last ? [start, nextEdge(letters, start, 1, "end")] : [0, nextEdge(letters, 0, 1, "end")];
  }

  const content = (view) => view.spans.filter(([, , role]) => role === "content").map(([s, e]) => [s, e]);

  function act(letter) {
    if (busy()) return;
    const view = model.get("view");
    const [kind] = KEYS[letter];
    problem.textContent = "";
    if (["right", "no quote", "skip", "back"].includes(kind)) send({ answer: kind });
    else if (kind === "speaker") ask("who speaks?", (name) => send({ answer: kind, name }));
    else if (kind === "same person") {
      if (view.speakers.length) ask(`${view.speakers[0]} is the same person as`, (name) => send({ answer: kind, name }), false);
      else problem.textContent = "No speaker is given here.";
    } else if (kind === "stance") {
      if (view.stances.length) put(askSide(view, { done: (number, label) => send({ answer: kind, number, label }), leave }));
      else problem.textContent = "No stance is given here.";
    } else {
      const span = selectedSpan(body);
      change(kind, span ? [span] : kind === "words" ? content(view) : [missed(view)]);
    }
  }

  function bar(view) {
    return keyBar(Object.entries(KEYS).filter(([letter]) => !view.narrated || TOLD.includes(letter))
      .map(([letter, [, label]]) => [letter, label]), act);
  }

  function who(view) {
    if (view.narrated) return [node("span", { text: "the outlet's own words" })];
    return [node("span", { text: "speaker: " }),
      node("strong", { text: view.speakers.join(", ") || "nobody known" })];
  }

  function show() {
    const view = model.get("view");
    problem.textContent = model.get("problem");
    extra.replaceChildren();
    if (view.done) {
      box.replaceChildren(node("p", { class: "done",
        text: `That was the last one. ${view.given} answers of this sitting are in ${view.file}.` }));
      if (view.before) box.append(node("button", { type: "button", "data-letter": "b", text: "b  back", onclick: () => act("b") }));
      return;
    }
    body = marked(view);
    if (!view.narrated) body.addEventListener("pointerdown", (event) => {
      if (!ends && event.target.closest(".edge")) change("words", content(view), event);
    });
    const sides = view.stances.map((each) => `${each.target}: ${each.label}`).join("; ");
    box.replaceChildren(...[
      node("p", { class: "head" }, node("strong", { text: view.head }),
        node("progress", { max: view.of, value: view.at - 1, "aria-label": "answered" })),
      body,
      node("p", { class: "facts" }, ...who(view), sides ? node("span", { text: ` · toward ${sides}` }) : null),
      view.said.length ? node("p", { class: "said", text: `You said: ${view.said.join("; ")}` }) : null,
      bar(view), extra, problem].filter(Boolean));
    box.focus({ preventScroll: true }); // the next key is an answer
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ends) {
      ends.key(event);
      return;
    }
    const view = model.get("view");
    const letter = event.key.toLowerCase();
    if (event.key === "Escape") {
      leave();
      return;
    }
    if (!(letter in KEYS) || event.repeat || (view.narrated && !TOLD.includes(letter))) return;
    event.preventDefault();
    event.stopPropagation();
    act(letter);
  });
  show();
}

export default { render };
