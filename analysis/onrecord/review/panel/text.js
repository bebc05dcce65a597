// The words around a statement, its evidence marked. Offsets count code points, as in Python.
function node(name, { text, ...given } = {}, ...children) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

// Spans of the view with those of the content replaced, where they are being changed.
function drawn(view, parts) {
  return parts
    ? [...view.spans.filter(([, , role]) => role !== "content"), ...parts.map(([s, e]) => [s, e, "content"])]
    : view.spans;
}

function marked(view, parts) {
  const letters = Array.from(view.text);
  const spans = drawn(view, parts);
  const cuts = [...new Set([0, letters.length, ...spans.flatMap(([s, e]) => [s, e])])]
    .sort((one, other) => one - other);
  const body = node("p", { class: "text" });
  cuts.forEach((start, at) => {
    spans.filter(([, , role]) => role === "content").forEach(([s, e], part) => {
      if (s === start) body.append(handle(part, "start"));
      if (e === start) body.append(handle(part, "end"));
    });
    const end = cuts[at + 1];
    if (end === undefined) return;
    const roles = spans.filter(([s, e]) => s <= start && end <= e).map(([, , role]) => role);
    const words = letters.slice(start, end).join("");
    body.append(roles.length
      ? node("mark", { text: words, class: [...new Set(roles)].join(" "), title: roles.join(", ") })
      : document.createTextNode(words));
  });
  body.classList.toggle("begins", view.cut[0]);
  body.classList.toggle("ends", view.cut[1]);
  return body;
}

// An end of the words, to be taken hold of. It has no text, so that offsets stay what they are.
const handle = (part, side) => node("span", { class: `edge ${side}`, "data-part": part,
  "data-side": side, title: "drag this end of the words" });

// Offset in the view's text of a place in the page.
function offsetOf(body, container, at) {
  const before = document.createRange();
  before.selectNodeContents(body);
  before.setEnd(container, at);
  return Array.from(before.toString()).length;
}

function offsetAt(body, x, y) {
  const found = document.caretPositionFromPoint?.(x, y);
  const range = found ? null : document.caretRangeFromPoint?.(x, y);
  const [container, at] = found ? [found.offsetNode, found.offset]
    : range ? [range.startContainer, range.startOffset] : [null, 0];
  return container && body.contains(container) ? offsetOf(body, container, at) : null;
}

// The words that were selected with the mouse, or null.
function selectedSpan(body) {
  const root = body.getRootNode();
  const chosen = (root.getSelection ? root : document).getSelection();
  if (!chosen || !chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  return trimmed(Array.from(body.textContent), [
    offsetOf(body, range.startContainer, range.startOffset),
    offsetOf(body, range.endContainer, range.endOffset)]);
}

const gap = (letter) => letter === undefined || /\s/.test(letter);

function trimmed(letters, [start, end]) {
  let [from, to] = [start, end];
  while (from < to && gap(letters[from])) from += 1;
  while (to > from && gap(letters[to - 1])) to -= 1;
  return from < to ? [from, to] : null;
}

// The edge of the next word to the left or to the right of an offset.
function nextEdge(letters, at, step, side) {
  const edge = side === "start"
    ? (n) => !gap(letters[n]) && gap(letters[n - 1])
    : (n) => !gap(letters[n - 1]) && gap(letters[n]);
  for (let n = at + step; n >= 0 && n <= letters.length; n += step) if (edge(n)) return n;
  return at;
}
