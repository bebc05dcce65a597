// Which quote shows something best; mirrors best_quotes.py.
const TRIED = 60; // passages looked at
const [SHORTEST, LONGEST] = [40, 220]; // characters that read well
const RANK = { direct: 0, mixed: 1, indirect: 2 };

// "A:" or "QUIST:" before an answer is the page's, not the speaker's.
function unlabelled(text, speaker) {
  const found = /^\s*((?:[\p{L}.'’-]+ ?){1,4})[:.]\s+(?=\S)/u.exec(text);
  if (!found) return text;
  const label = found[1].replace(/[.]+$/, "").trim();
  const name = (speaker || "").split(/\s+/);
  const own = found[0].includes(":") && (label.split(" ").every((word) => name.includes(word))
    || (label.length > 1 && label === label.toUpperCase() && label !== label.toLowerCase()));
  return own || label === "Q" || label === "A" ? text.slice(found[0].length) : text;
}

const fineOf = (value) => Math.round(value * 1e4);

// The best of some passages, none that was shown where there is another. Each has text, speaker,
// kind, factuality, score and confidence.
function bestOf(passages, shown_) {
  const fresh = passages.filter(({ text }) => !shown_.has(text));
  const size = (text) => Array.from(text).length;
  const score = (row) => [row.factuality === "negated" ? 1 : 0, RANK[row.kind] ?? 3,
    size(row.text) < SHORTEST || size(row.text) > LONGEST ? 1 : 0, -fineOf(Math.abs(row.score || 0)),
    -fineOf(row.confidence || 0)];
  const better = (a, b) => score(a).map((n, m) => n - score(b)[m]).find((n) => n) || 0;
  const [best] = [...(fresh.length ? fresh : passages)].sort(better);
  if (!best) return null;
  shown_.add(best.text);
  return { ...best, text: unlabelled(best.text, best.speaker) };
}
