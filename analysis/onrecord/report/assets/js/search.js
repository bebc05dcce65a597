// Search over all quotes, from the top of the page: every word, or words in quotation marks.
const searched = (asked) => [...asked.toLowerCase().matchAll(/["“]([^"”]+)["”]|(\S+)/g)]
  .map(([, phrase, word]) => phrase ?? word);

const searchedIn = (line) => [line.held.content, line.held.text, line.speaker, line.held.cue, line.title].join("\n").toLowerCase();

// The quotes that the filter leaves and that hold the words, the newest first.
async function quotesWith(words) {
  const { all } = rows;
  const lines = eachOnce(byDay(all, rows.part.everyQuote, (row) => all.quotes.art[row])).reverse()
    .map((row) => new QuoteLine(all, row));
  await loadSentences(new Set(lines.map(({ art }) => art)));
  const start = performance.now();
  const found = lines.filter((line) => {
    if (!line.held) return false;
    line.held.searched ??= searchedIn(line);
    return words.every((word) => line.held.searched.includes(word));
  }).map(({ row }) => row);
  document.documentElement.dataset.searchTook = String(Math.round(performance.now() - start));
  return found;
}

async function searchFor(asked, input) {
  const words = searched(asked);
  if (!words.length) return;
  announce("Searching …");
  const where = [rows.asked ? "under the filter" : "", site.capped ? "among the sentences that this page carries" : ""];
  const title = [`Quotes with ${asked}`, ...where.filter(Boolean)].join(", ");
  try {
    const quotes = await quotesWith(words);
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
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    searchFor(form.elements[0].value.trim(), form.elements[0]);
  });
}
