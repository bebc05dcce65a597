// In JupyterLab: a click on a mark of any chart, on words of a table, a name, a title or a finding's
// button shows the sentences behind it.
const SHOWN = 30; // passages at a time
// notebook -> its rows, as several may be open, of other articles with the same ids
const lab = (globalThis.onrecordMarks ??= { of: new Map(), box: null });
const bookOf = (node) => node.closest(".jp-Notebook") || document.body;
const rowsFor = (node) => lab.of.get(bookOf(node)) || new Map();

async function unpackedRows(packed) {
  const rows = new Map();
  const raw = Uint8Array.from(atob(packed.trim()), (char) => char.charCodeAt(0));
  const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { texts, told, ...columns } = JSON.parse(await new Response(stream).text());
  columns.evidence_id.forEach((id, n) => {
    const row = Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name][n]]));
    rows.set(id, { ...row, text: texts[row.text] });
  });
  return rows;
}

function passage(row) {
  const who = row.voice === "narrator" ? row.outlet : row.speaker;
  const side = row.target && row.label ? `on ${row.target}: ${readsAs(row)}` : "";
  const facts = [who, side, row.title, row.outlet === who ? null : row.outlet, row.published].filter(Boolean).map(visible);
  return make("li", {}, make("blockquote", {}, visible(row.text)), make("small", {}, facts.join(" · ")));
}

function showPassages(ids, name, rows) {
  const held = ids.filter((id) => rows.has(id));
  const further = ids.filter((id) => id.startsWith("+")).reduce((sum, id) => sum + Number(id), 0) + Math.max(0, held.length - SHOWN);
  lab.box?.remove();
  const close = () => { lab.box.remove(); lab.box = null; };
  lab.box = make("aside", { class: "or-marks", role: "dialog", "aria-label": "Sentences behind the mark", tabindex: "-1",
    onkeydown: (event) => { if (event.key === "Escape") close(); } },
  make("button", { type: "button", "aria-label": "Close", onclick: close }, "×"), make("strong", {}, name),
  make("ol", {}, ...held.slice(0, SHOWN).map((id) => passage(rows.get(id)))),
  further ? make("p", {}, `${one(further, "further passage")} in the tables and on the page.`) : null);
  document.body.append(lab.box);
  lab.box.focus();
}

// plotly keeps what the pointer is on
function clicked(event) {
  const [point] = event.target.closest?.(".js-plotly-plot")?._hoverdata || [];
  const ids = typeof point?.customdata === "string" ? point.customdata.split(" ").filter(Boolean) : [];
  if (!ids.length) return;
  const said = new DOMParser().parseFromString(String(point.hovertext ?? point.text ?? ""), "text/html").body;
  showPassages(ids, visible((said.querySelector("b") || said).textContent), rowsFor(event.target));
}

// What a name or a title stands for: on a page a link to its own page.
const MEANT = {
  speaker: (row, name) => row.speaker === name,
  actor: (row, name) => row.target === name,
  article: (row, id) => row.article_id === id,
};

function behindLink(link, rows) {
  const [, kind, rest] = link.getAttribute("href").match(/^onrecord:(\w+)\/(.*)$/s) || [];
  const [key, spot] = kind === "article" ? rest.split("#at-") : [rest];
  const held = [...rows.values()].filter((row) => MEANT[kind]?.(row, key));
  const there = held.filter((row) => spot !== undefined && row.start === Number(spot));
  // a sentence stands behind several readings; here once
  return [...new Map((there.length ? there : held).map((row) => [row.text, row.evidence_id])).values()];
}

function asked(event) {
  const link = event.target.closest?.('a[href^="onrecord:"]');
  const button = event.target.closest?.("button[data-evidence]");
  const from = link || button;
  if (!from) return;
  event.preventDefault(); // no program opens such an address
  const rows = rowsFor(from);
  const ids = link ? behindLink(link, rows) : from.dataset.evidence.split(" ").filter(Boolean);
  if (ids.length) showPassages(ids, visible(from.dataset.title || from.textContent), rows);
}

// for the words of tables
lab.show = (ids, name, from) => showPassages(ids.split(" ").filter(Boolean), name, rowsFor(from));

document.querySelectorAll('[data-marks="KEY_OF_THE_ROWS"]').forEach((holder) => {
  if (holder.dataset.started) return;
  holder.dataset.started = "true";
  unpackedRows(holder.nextElementSibling.textContent).then((rows) => {
    lab.of.set(bookOf(holder), rows);
    bookOf(holder).dataset.onrecord = "true"; // what opens something looks so from now on
  });
});
if (!lab.listens) [clicked, asked].forEach((heard) => document.addEventListener("click", heard, true));
lab.listens = true;
