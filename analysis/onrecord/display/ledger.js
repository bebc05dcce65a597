// Claims with figures; mirrors display/ledger.py and figures/ledger.py.

const [WHOLE_CLAIM, BESIDE_FIGURE] = [60, 24]; // words

// The words of a long claim that stand round its figure.
function nearFigure(claim, figure) {
  const words = claim.split(" ");
  if (words.length <= WHOLE_CLAIM) return claim;
  const blanks = (text) => text.split(" ").length - 1;
  const at = blanks(claim.slice(0, Math.max(claim.indexOf(figure), 0)));
  const [first, last] = [Math.max(at - BESIDE_FIGURE, 0), at + blanks(figure) + 1 + BESIDE_FIGURE];
  return `${first ? "… " : ""}${words.slice(first, last).join(" ")}${last < words.length ? " …" : ""}`;
}

// A figure of a quote, whose words are there once the sentences of its article are.
class FigureLine extends QuoteLine {
  constructor(all, at, quantity = null) {
    super(all, all.figures.row[at]);
    Object.assign(this, { at, quantity });
    this.behind = { near: { quotes: [this.row] } };
  }

  get claim() { return this.content; }

  get near() { return this.claim === null ? null : nearFigure(this.claim, this.figure); }

  get figure() { return this.all.figures.figure[this.at]; }

  get hedge() { return this.all.figures.hedge[this.at]; }

  get of() { return this.all.figures.of[this.at]; }

  get low() { return this.all.figures.low[this.at]; }

  get high() { return this.all.figures.high[this.at]; }

  get unit() { return this.all.figures.unit[this.at]; }
}

// The places of the figures that a part states, those most worth checking first.
function figuresOf(part) {
  const { all } = part;
  if (!all.figures) return [];
  const { row, worth } = all.figures;
  const of = new Map();
  row.forEach((quote, at) => of.set(quote, [...(of.get(quote) || []), at]));
  const day = (quote) => all.articles.published[all.quotes.art[quote]] ?? ""; // what has no day stands last
  const quotes = eachOnce(all, part.quotes).filter((quote) => of.has(quote)).sort((a, b) => before(day(b), day(a)));
  return busiest(quotes.flatMap((quote) => of.get(quote)), (at) => worth[at]);
}

TABLES.figures = (part) => figuresOf(part).map((at) => new FigureLine(part.all, at));

// The same quantity as different speakers give it, that of the most speakers first.
TABLES.quantities = (part) => {
  const { all } = part;
  const { quantity, words, row } = all.figures || {};
  const found = [];
  const alike = new Map(); // what counts the same
  figuresOf(part).filter((at) => quantity[at] !== null).forEach((at) => {
    const known = alike.get(quantity[at]) || [];
    // against the first of each quantity, so that time stays in bounds
    const same = known.find(([first]) => words[first].some((word) => words[at].includes(word)));
    if (same) { same.push(at); return; }
    found.push([at]);
    alike.set(quantity[at], [...known, found[found.length - 1]]);
  });
  const speakers = (of) => distinct(of, (at) => all.quotes.speaker[row[at]]);
  return busiest(found.filter((of) => speakers(of) > 1), speakers)
    .flatMap((of, n) => of.map((at) => new FigureLine(all, at, n + 1)));
};
