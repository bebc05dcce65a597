// The article page: what a marked passage is, on hover and on focus.
function startArticle() {
  const notes = document.querySelectorAll("[data-note]");
  const pair = (node, on) => {
    const id = node.dataset.note;
    document.querySelectorAll(`[data-note="${CSS.escape(id)}"]`)
      .forEach((part) => part.classList.toggle("or-lit", on));
  };
  notes.forEach((node) => {
    node.addEventListener("mouseenter", () => pair(node, true));
    node.addEventListener("mouseleave", () => pair(node, false));
    node.addEventListener("focusin", () => pair(node, true));
    node.addEventListener("focusout", () => pair(node, false));
  });
}
