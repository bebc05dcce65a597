// Answers go to the kernel one at a time; until it says that the disk has one, no other is taken.
const PATIENCE = 5000; // milliseconds until a silent kernel is told

function wired({ model, box, problem, show }) {
  let waiting = null;

  function send(said) {
    if (waiting) return;
    problem.textContent = "";
    box.setAttribute("aria-busy", "true");
    waiting = setTimeout(() => {
      problem.textContent = "The kernel does not answer; run the cell again. Earlier answers are kept.";
    }, PATIENCE);
    model.send({ ...said, id: model.get("view").id });
  }

  model.on("change:heard", () => {
    clearTimeout(waiting);
    waiting = null;
    box.removeAttribute("aria-busy");
    show();
  });
  return { send, busy: () => waiting !== null };
}

// Buttons that say their keys; a selection survives the press.
function keyBar(keys, act) {
  return node("div", { class: "bar" }, ...keys.map(([letter, label]) => node("button", {
    type: "button", "data-letter": letter, text: `${letter}  ${label}`, onclick: () => act(letter),
    onmousedown: (event) => event.preventDefault() })));
}
