// In JupyterLab: a click on a mark of any chart shows the sentences behind it.
const SHOWN = 30; // passages at a time
const lab = (globalThis.onrecordMarks ??= { rows: new Map(), box: null });

async function unpackedRows(packed) {
  const raw = Uint8Array.from(atob(packed.trim()), (char) => char.charCodeAt(0));
  const stream = new Blob([raw]).stream().pipeThrough(new DecompressionStream("gzip"));
  const { texts, told, ...columns } = JSON.parse(await new Response(stream).text());
  columns.evidence_id.forEach((id, n) => {
    const row = Object.fromEntries(Object.keys(columns).map((name) => [name, columns[name][n]]));
    lab.rows.set(id, { ...row, text: texts[row.text] });
  });
}

function passage(row) {
  const who = row.voice === "narrator" ? row.outlet : row.speaker;
  const side = row.target && row.label ? `on ${row.target}: ${row.label}` : "";
  const facts = [who, side, row.title, row.outlet === who ? null : row.outlet, row.published].filter(Boolean).map(visible);
  return make("li", {}, make("blockquote", {}, visible(row.text)), make("small", {}, facts.join(" · ")));
}

function showPassages(ids, name) {
  const held = ids.filter((id) => lab.rows.has(id));
  const further = ids.filter((id) => id.startsWith("+")).reduce((sum, id) => sum + Number(id), 0) + Math.max(0, held.length - SHOWN);
  lab.box?.remove();
  const close = () => { lab.box.remove(); lab.box = null; };
  lab.box = make("aside", { class: "or-marks", role: "dialog", "aria-label": "Sentences behind the mark", tabindex: "-1",
    onkeydown: (event) => { if (event.key === "Escape") close(); } },
  make("button", { type: "button", "aria-label": "Close", onclick: close }, "×"), make("strong", {}, name),
  make("ol", {}, ...held.slice(0, SHOWN).map((id) => passage(lab.rows.get(id)))),
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
  showPassages(ids, visible((said.querySelector("b") || said).textContent));
}

document.querySelectorAll('[data-marks="KEY_OF_THE_ROWS"]').forEach((holder) => {
  if (holder.dataset.started) return;
  holder.dataset.started = "true";
  unpackedRows(holder.nextElementSibling.textContent);
});
if (!lab.listens) document.addEventListener("click", clicked, true);
lab.listens = true;
