// The ends of words, moved with the mouse or with the arrow keys, until they are kept or left.
function changing(view, body, parts, { hint, keep, leave }) {
  const letters = Array.from(view.text);
  let now = parts.map((part) => [...part]);
  let held = [now.length - 1, 1]; // which end of which part the arrows move

  function allowed(part, side, at) {
    const [start, end] = now[part];
    const low = side ? start + 1 : part ? now[part - 1][1] : 0;
    const high = side ? (now[part + 1] ? now[part + 1][0] : letters.length) : end - 1;
    return Math.min(Math.max(at, low), high);
  }

  function draw() {
    body.replaceChildren(...marked(view, now).childNodes);
    body.classList.add("changing");
    const side = held[1] ? "end" : "start";
    body.querySelector(`.edge.${side}[data-part="${held[0]}"]`)?.classList.add("held");
  }

  function move(step) {
    const [part, side] = held;
    const to = nextEdge(letters, now[part][side], step, side ? "end" : "start");
    now[part][side] = allowed(part, side, to);
    draw();
  }

  // The nearest end of a part is taken hold of.
  function grab(event) {
    const mark = event.target.closest(".edge");
    if (!mark) return;
    event.preventDefault();
    held = [Number(mark.dataset.part), mark.dataset.side === "end" ? 1 : 0];
    body.setPointerCapture(event.pointerId);
    body.addEventListener("pointermove", drag);
    body.addEventListener("pointerup", drop, { once: true });
    draw();
  }

  function drag(event) {
    const at = offsetAt(body, event.clientX, event.clientY);
    if (at === null) return;
    now[held[0]][held[1]] = allowed(held[0], held[1], at);
    draw();
  }

  function drop(event) {
    body.removeEventListener("pointermove", drag);
    if (body.hasPointerCapture(event.pointerId)) body.releasePointerCapture(event.pointerId);
  }

  // Without the spaces at its ends; an end that was dragged over one means the word before it.
  const kept = () => keep(now.map((part) => trimmed(letters, part) || part));

  function key(event) {
    const does = {
      ArrowLeft: () => move(-1),
      ArrowRight: () => move(1),
      Tab: () => {
        const next = held[0] * 2 + held[1] + (event.shiftKey ? -1 : 1) + now.length * 2;
        held = [Math.floor(next / 2) % now.length, next % 2];
        draw();
      },
      Enter: kept,
      Escape: leave,
    }[event.key];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  }

  body.addEventListener("pointerdown", grab);
  hint(node("span", { text: "Drag an end, or move it with ← →; Tab takes the other end. " }),
    node("button", { type: "button", text: "Enter  keep", onclick: kept }),
    node("button", { type: "button", text: "Esc  leave", onclick: leave }));
  draw();
  return { key, grab, stop: () => body.removeEventListener("pointerdown", grab) };
}
