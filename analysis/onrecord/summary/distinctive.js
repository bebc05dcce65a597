// The words and verbs by which two parts differ; mirrors distinctive.py.
const [PRIOR, FEWEST_ARTICLES, OUT, LETTERS, TOP_WORDS] = [0.1, 3, 1.96, 3, 10];
const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;

const wordsIn = (text) => new Set(((text || "").replaceAll("’", "'").toLowerCase()
  .replace(/'s\b/g, "").match(WORD) || [])
  .filter((word) => Array.from(word).length >= LETTERS && !COMMON.has(word)));

// How far the odds of a word lie apart, in standard errors; above zero for the first part.
function logOdds(one, other, totals) {
  const [weight, prior] = [PRIOR * (totals[0] + totals[1]), PRIOR * (one + other)];
  const odds = (of, total) => Math.log((of + prior) / (total + weight - of - prior));
  return (odds(one, totals[0]) - odds(other, totals[1])) / Math.sqrt(1 / (one + prior) + 1 / (other + prior));
}

// parts: of both sides their quotes, each {art, id (of the quote), text, row}. Returns of each the
// words that stand out: {word, quotes: [one, other], articles, score, rows}.
function standingOut(parts, top = TOP_WORDS) {
  const found = new Map();
  parts.forEach((quotes, side) => quotes.forEach(({ art, id, text, row }) => wordsIn(text).forEach((word) => {
    if (!found.has(word)) {
      found.set(word, { word, arts: [new Set(), new Set()], ids: [new Set(), new Set()], rows: [[], []] });
    }
    const of = found.get(word);
    of.arts[side].add(art);
    of.ids[side].add(id);
    of.rows[side].push(row);
  })));
  const sizes = (sets) => sets.map(({ size }) => size);
  const all = [...found.values()].map(({ arts, ids, ...of }) => ({ ...of, articles: sizes(arts), quotes: sizes(ids) }))
    .sort((a, b) => before(a.word, b.word));
  const totals = [0, 1].map((side) => all.reduce((sum, { quotes }) => sum + quotes[side], 0));
  all.forEach((of) => { of.score = logOdds(...of.quotes, totals); });
  return [0, 1].map((side) => all.map((of) => ({ ...of, score: side ? -of.score : of.score, rows: of.rows[side] }))
    .filter(({ articles, score }) => articles[side] >= FEWEST_ARTICLES && score >= OUT)
    .sort((a, b) => b.score - a.score).slice(0, top));
}
