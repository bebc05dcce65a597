// A table in JupyterLab: no filter and no pages to lead to; marks.js shows what is behind its words.
const site = { links: {} };
const titleLink = (article, title) => title;
const follows = () => {};
const linesOf = (data) => ({ lines: givenLines(data) });
const filtered = () => false;
const wordsOf = async () => {};
const meant = (ids) => ids;
const passageCount = (ids) => ids.length;
const showEvidence = (ids, name, from) => globalThis.onrecordMarks?.show(ids, name, from);

// The data stand in the element after the table; the same table may be shown twice.
document.querySelectorAll('[data-live="KEY_OF_THE_TABLE"]').forEach((holder) => {
  const held = holder.nextElementSibling;
  if (!held || holder.dataset.started) return;
  holder.dataset.started = "true";
  holder.tables = new Table(holder, JSON.parse(held.textContent));
});
