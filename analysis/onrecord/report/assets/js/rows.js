// The rows of the page, what the filter leaves of them, and the sentences behind them.
const rows = { all: null, base: null, part: null, asked: null, byId: new Map(), told: new Map() };
const place = {}; // where sentences lie: in this page, or in files beside it

// The rows, loaded once: from this page, or from a file beside it.
const loadRows = once(async () => {
  const packed = byId("or-rows") ? byId("or-rows").textContent : await beside(site.beside, "onrecordRows");
  const given = packed && JSON.parse(await unpacked(packed));
  if (!given) return null;
  rows.all = new Rows(given);
  rows.base = new Part(rows.all, given.asked);
  rows.part = rows.base;
  return rows.all;
});

function once(work) {
  let made = null;
  return () => { made ??= work(); return made; };
}

// Where an article stands in the rows; -1 where it does not.
const articlePlaces = once(() => new Map(rows.all.articles.id.map((id, art) => [id, art])));
const placeOf = (article) => (rows.all && articlePlaces().get(article)) ?? -1;

// Where an article first appeared, as far as that is known.
function originalOf(article) {
  const art = placeOf(article);
  const url = art < 0 ? null : rows.all.articles.url[art];
  return url && /^https?:\/\//.test(url) ? url : null; // a corpus may hold any text there
}

// A title that leads to the article's page, or where it has none to the original.
function titleLink(article, title, anchor) {
  const page = (site.links.article || {})[article];
  const original = originalOf(article);
  if (page) return make("a", { href: page + anchor }, title);
  return original ? make("a", { href: original, rel: "noreferrer" }, title) : title;
}

// A script file sets a global; a page opened from a folder can load nothing else.
const loading = new Map();
function beside(address, name) {
  if (!address) return Promise.resolve(null);
  if (!loading.has(address)) {
    loading.set(address, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => { script.remove(); resolve(globalThis[name]); };
      script.onerror = () => { loading.delete(address); reject(new Error(`${address} is missing.`)); };
      document.head.append(script);
    }));
  }
  return loading.get(address);
}

// Sentences as columns: a text that stands behind several is held once.
function readSentences({ texts, told = {}, ...columns }) {
  const names = Object.keys(columns);
  const { length } = columns.evidence_id;
  for (let n = 0; n < length; n += 1) {
    const row = Object.fromEntries(names.map((name) => [name, columns[name][n]]));
    row.text = texts[row.text];
    rows.byId.set(row.evidence_id, row);
  }
  Object.entries(told).forEach(([article, ids]) => rows.told.set(article, ids));
}

const readWithin = once(async () => {
  readSentences(JSON.parse(await unpack("or-evidence")));
});

// Makes sure that the sentences of some articles are there.
async function loadSentences(arts) {
  if (site.within) await readWithin();
  if (!site.sentences) return;
  const { shard } = rows.all.articles;
  const wanted = [...new Set([...arts].map((art) => shard[art]))].filter((n) => !place[n]);
  await Promise.all(wanted.map(async (n) => {
    const address = `${site.sentences}${n}.js`;
    const first = !loading.has(address);
    const all = await beside(address, "onrecordSentences");
    if (first) {
      readSentences(JSON.parse(await unpacked(all[n])));
      delete all[n];
      place[n] = true;
    } else await waitFor(() => place[n]);
  }));
}

async function waitFor(there) {
  while (!there()) await later(20);
}

const later = (wait) => new Promise((resolve) => { setTimeout(resolve, wait); });

const quoteId = (row) => `q${rows.all.articles.id[rows.all.quotes.art[row]]}`
  + rows.all.names[rows.all.quotes.suffix[row]];

// Everyone who says a quote, in words.
function saidBy({ evidence_id: id, speaker }) {
  const [kind, row] = (rows.all && known().get(id)) || [];
  if (kind !== "quotes" || !rows.all.shared(row)) return speaker;
  const { art, speaker: of } = rows.all.quotes;
  const quote = rows.all.quoteOf(row);
  const names = [];
  for (let n = 0; n < art.length; n += 1) {
    if (art[n] === art[row] && of[n] >= 0 && rows.all.quoteOf(n) === quote) names.push(rows.all.names[of[n]]);
  }
  return listedWords(names);
}

// What stands behind a mark, one after another: the id of its sentence, and its article. Of a
// narrator's articles the ids are known once their sentences are there.
function passagesOf({ statements = [], quotes = [], told = [] }) {
  const { all } = rows;
  return [
    ...statements.map((row) => ({ id: `s${all.statements.label[row]}`, art: all.statements.art[row] })),
    ...eachOnce(all, quotes).map((row) => ({ id: quoteId(row), art: all.quotes.art[row] })),
    ...told.flatMap((art) => (rows.told.get(all.articles.id[art]) || Array(all.articles.told[art]).fill(null))
      .map((id) => ({ id, art }))),
  ];
}

const passageCount = ({ statements = [], quotes = [], told = [] }) => statements.length
  + (quotes.length && quoteCount(rows.all, quotes))
  + told.reduce((sum, art) => sum + rows.all.articles.told[art], 0);

// The rows that ids in the page's markup mean.
const known = once(() => {
  const found = new Map();
  const { statements, quotes } = rows.all;
  for (let row = 0; row < statements.length; row += 1) found.set(`s${statements.label[row]}`, ["statements", row]);
  for (let row = 0; row < quotes.length; row += 1) found.set(quoteId(row), ["quotes", row]);
  return found;
});

function meant(ids) {
  const behind = { statements: [], quotes: [] };
  ids.split(" ").map((id) => known().get(id)).filter(Boolean)
    .forEach(([kind, row]) => behind[kind].push(row));
  return behind;
}

// Of what stands behind a mark, that which the filter leaves.
function remaining(behind) {
  if (!rows.asked) return behind;
  const keep = (kind) => (behind[kind] || []).filter((row) => rows.part.holds(kind, row));
  return { statements: keep("statements"), quotes: keep("quotes"),
    told: (behind.told || []).filter((art) => rows.part.inside[art]) };
}

const filtered = () => Boolean(rows.asked);

// What a table holds: counted from the rows that the filter leaves, with a caption and columns
// where these change, or as it was given.
function linesOf(data) {
  const make_ = rows.all && TABLES[data.recount];
  if (!make_) return { lines: linesLeft(data), caption: (filtered() && data.filtered) || data.first };
  const made = make_(rows.part);
  return Array.isArray(made) ? { lines: made } : made;
}

function linesLeft(data) {
  const lines = givenLines(data);
  if (data.fixed) return lines;
  if (!rows.asked || !data.ids) return lines;
  // the outlet's own words have no id: their article counts
  const stays = ({ ids, place }) => (ids ? passageCount(remaining(meant(ids)))
    : place && rows.part.inside[rows.all.articles.id.indexOf(place[0])]);
  return lines.filter(stays);
}

// Loads the words of lines that show some.
async function wordsOf(lines, note) {
  const lacking = lines.filter((line) => line.row !== undefined && !line.held);
  if (!lacking.length) return;
  const arts = new Set(lacking.map((line) => line.art));
  if (arts.size > 100) note.textContent = `Reading the sentences of ${one(arts.size, "article")} …`;
  try {
    await loadSentences(arts);
  } catch (error) {
    note.textContent = `The words could not be loaded: ${visible(error.message)}`;
  }
}
