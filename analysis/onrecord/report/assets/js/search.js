// Search over all quotes, from the top of the page, in the language of `onrecord search`: of words,
// speaker, verb and title.
function searchedIn({ held, speaker, title }) {
  const texts = held.text?.includes(held.content) ? [held.text] : [held.content, held.text];
  return [...texts, speaker, held.cue, title].map((text) => spokenWords(text ?? ""));
}

// The quotes that the filter leaves and that hold what was asked for, the newest first.
async function quotesWith(query) {
  const { all } = rows;
  const lines = eachOnce(all, byDay(all, rows.part.everyQuote, (row) => all.quotes.art[row])).reverse()
    .map((row) => new QuoteLine(all, row));
  await loadSentences(new Set(lines.map(({ art }) => art)));
  const start = performance.now();
  const found = lines.filter((line) => {
    if (!line.held) return false;
    line.held.searched ??= searchedIn(line);
    return queryHolds(query, line.held.searched);
  }).map(({ row }) => row);
  document.documentElement.dataset.searchTook = String(Math.round(performance.now() - start));
  return found;
}

async function searchFor(asked, input) {
  if (!asked) return;
  let query;
  input.setCustomValidity("");
  try {
    query = readQuery(asked);
  } catch (error) {
    input.setCustomValidity(error.message);
    input.reportValidity();
    return;
  }
  announce("Searching …");
  const where = [rows.asked ? "under the filter" : "", site.capped ? "among the sentences that this page carries" : ""];
  const title = [`Quotes with ${asked}`, ...where.filter(Boolean)].join(", ");
  try {
    const quotes = await quotesWith(query);
    await showEvidence({ quotes }, title, input);
    announce(`${one(quotes.length, "quote")} with ${asked}`);
  } catch (error) {
    announce(`The words could not be loaded: ${error.message}`);
  }
}

function startSearch() {
  const form = byId("or-search");
  if (!rows.base.everyQuote.length) return;
  form.hidden = false;
  form.addEventListener("input", () => form.elements[0].setCustomValidity(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    searchFor(form.elements[0].value.trim(), form.elements[0]);
  });
}
