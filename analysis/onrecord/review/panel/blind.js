// One statement of an audit after another, without what the analysis says of it: first the side,
// then who says it.
const SIDES = {
  f: ["favor", "in favor"], a: ["against", "against"], n: ["none", "neither"],
  x: ["no statement", "no statement"], u: ["unclear", "cannot tell"], b: ["back", "back"],
};
const TAKING = ["favor", "against", "none"]; // after which it is asked who speaks

function render({ model, el }) {
  const box = node("div", { class: "onrecord-review blind", tabindex: "0", role: "group",
    "aria-label": "one statement to check", "data-lm-suppress-shortcuts": "true" });
  const problem = node("p", { class: "problem", role: "status" });
  const extra = node("div", {});
  const { send, busy } = wired({ model, box, problem, show: () => show() });
  el.append(box);

  function act(letter) {
    if (busy()) return;
    const view = model.get("view");
    const [answer] = SIDES[letter];
    if (!TAKING.includes(answer)) {
      send({ answer });
      return;
    }
    const [outlet, open] = view.narrated ? ["Enter", "0"] : ["0", "Enter"];
    const { row, focus } = askName("who says it?", { ...view, speakers: [] }, model.get("names"), {
      more: [["-", "nobody", "nobody"], [outlet, "the outlet itself", "narrator"], [open, "cannot tell", ""]],
      done: (speaker) => send({ answer, speaker }), leave: show });
    extra.replaceChildren(node("p", { class: "said", text: `You say: ${SIDES[letter][1]}.` }), row);
    focus.focus();
  }

  function asked(view) {
    return [node("span", { text: view.narrated ? "The outlet's own words. How do they stand toward "
      : `Said by: ${view.said_by}. How does whoever says this stand toward ` }),
      node("strong", { text: view.about }), node("span", { text: "?" })];
  }

  function show() {
    const view = model.get("view");
    problem.textContent = model.get("problem");
    extra.replaceChildren();
    if (view.done) {
      box.replaceChildren(node("p", { class: "done", text: `That was the last one: ${view.given} of ${view.of} are answered, in ${view.file}.` }));
      if (view.before) box.append(keyBar([["b", "back"]], act));
      return;
    }
    box.replaceChildren(...[
      node("p", { class: "head" }, node("strong", { text: view.head }),
        node("progress", { max: view.of, value: view.given, "aria-label": "answered" })),
      marked(view),
      node("p", { class: "facts" }, ...asked(view)),
      view.said ? node("p", { class: "said", text: `You said: ${view.said}` }) : null,
      keyBar(Object.entries(SIDES).map(([letter, [, label]]) => [letter, label]), act),
      extra, problem].filter(Boolean));
    box.focus({ preventScroll: true }); // the next key is an answer
  }

  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = event.key.toLowerCase();
    if (event.key === "Escape") show();
    if (!(letter in SIDES) || event.repeat || (model.get("view").done && letter !== "b")) return;
    event.preventDefault();
    event.stopPropagation();
    act(letter);
  });
  show();
}

export default { render };
