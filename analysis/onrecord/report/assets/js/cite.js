// What an editor takes along of a passage: the way to the original, and the quote with its source.
const artOf = (row) => placeOf(row.article_id);
const addressOf = (row) => originalOf(row.article_id);

// The words that are attributed, or the whole passage where nobody is quoted.
function quotedWords(row) {
  const chars = Array.from(row.text || "");
  const said = (row.marks || []).filter(([role]) => role === "content")
    .map(([, start, end]) => chars.slice(start, end).join("")).join(" … ");
  return visible(said || row.text).replace(/^["“«‘]+|["”»’]+$/g, "").trim();
}

function citation(row) {
  const who = row.voice === "narrator" ? null : saidBy(row) || "speaker not named";
  const day = row.published && shown(row.published.slice(0, 10), "date");
  const page = (site.links.article || {})[row.article_id];
  const anchor = row.start === null || row.start === undefined ? "" : `#at-${row.start}`;
  const ours = page ? new URL(page + anchor, window.location.href).href : null;
  const facts = [who, `“${row.title || "Untitled article"}”`, row.outlet, day, addressOf(row), ours];
  const kind = row.kind && row.kind !== "direct" ? ` [${row.kind} speech]` : "";
  const denied = row.factuality === "negated" ? " [the article says that this was not said]" : "";
  return `“${quotedWords(row)}”${kind}${denied} (${facts.filter(Boolean).map(visible).join(", ")})`;
}

// The clipboard is not everywhere; a selection to copy from is.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { class: "or-hidden", readonly: true });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function takeAlong(row) {
  const url = addressOf(row);
  const button = make("button", { type: "button", class: "or-cite" }, "Copy with citation");
  button.addEventListener("click", async () => {
    await copied(citation(row));
    announce("Copied.");
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy with citation"; }, 2000);
  });
  return make("p", { class: "or-how" }, button,
    url ? make("a", { href: url, rel: "noreferrer" }, "Original") : null);
}
