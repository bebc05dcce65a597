// Speakers, actors and outlets, a line each; mirrors people.py, affiliations.py and totals.py.
const TABLES = {}; // name -> (part) -> [{cells, behind}], both by the key of the column
const ofOutlet = (all, row) => all.articles.outlet[all.quotes.art[row]];

// The affiliation of each speaker, by number.
function affiliationsOf(part) {
  const { all } = part;
  const { speaker, affiliation, spokes } = all.quotes;
  const person = all.number.get("person") ?? -2;
  const people = new Set(part.mentions.filter((row) => all.mentions.type[row] === person)
    .map((row) => all.mentions.actor[row]));
  const [every, counts] = [new Map(), new Map()];
  part.named.forEach((row) => {
    const [who, side] = [speaker[row], affiliation[row]];
    every.set(who, (every.get(who) || 0) + 1);
    if (side < 0 || side === who || (!spokes[row] && people.has(side) && people.has(who))) return;
    if (!counts.has(who)) counts.set(who, new Map());
    counts.get(who).set(side, (counts.get(who).get(side) || 0) + 1);
  });
  const found = new Map();
  counts.forEach((sides, who) => {
    const [[side, n]] = [...sides].sort((a, b) => b[1] - a[1] || before(all.names[a[0]], all.names[b[0]]));
    const total = [...sides.values()].reduce((sum, each) => sum + each, 0);
    if (n >= 2 && n >= 0.5 * total && n >= 0.1 * every.get(who)) found.set(who, all.names[side]);
  });
  Object.entries(all.affiliations).forEach(([name, side]) => {
    const who = all.number.get(name);
    if (every.has(who)) found.set(who, side);
  });
  return found;
}

const ends = ({ low, high }) => (low === null ? null : [low, high]);
const distinct = (list, of) => new Set(list.map(of).filter((value) => value >= 0)).size;
const partOf = (list, which, total) => (total >= MIN_SHARE ? list.filter(which).length / total : null);

TABLES.speakers = (part) => {
  const { all } = part;
  const { speaker, art, kind, tone } = all.quotes;
  const direct = all.number.get("direct") ?? -2;
  const sides = affiliationsOf(part);
  const tones = new Map(estimates(part.named, (row) => speaker[row], art, tone).map((of) => [of.key, of]));
  const made = groups(part.named, (row) => speaker[row], art);
  return busiest(made, (of) => of.rows.length).map((of) => {
    const mean = tones.get(of.key) || { value: null, low: null };
    const behind = { quotes: of.rows };
    return {
      cells: {
        speaker: all.names[of.key],
        affiliation: sides.get(of.key) ?? null,
        quotes: of.rows.length,
        articles: of.articles,
        outlets: distinct(of.rows, (row) => ofOutlet(all, row)) || null,
        direct: partOf(of.rows, (row) => kind[row] === direct, of.rows.length),
        tone: mean.value,
        interval: ends(mean),
      },
      behind: { quotes: behind, articles: behind, outlets: behind, direct: behind, tone: behind },
    };
  });
};

TABLES.actors = (part) => {
  const { all } = part;
  const { actor, art, type, times } = all.mentions;
  const { target, score, voice, art: at } = all.statements;
  const means = [NARRATOR, SPEAKER].map((which) => new Map(estimates(
    part.statements.filter((row) => voice[row] === which), (row) => target[row], at, score)
    .map((of) => [of.key, of])));
  const made = groups(part.mentions, (row) => actor[row], art).map((of) => (
    { ...of, mentions: of.rows.reduce((sum, row) => sum + times[row], 0) }));
  return busiest(made, (of) => of.mentions).map((of) => {
    const [told, spoken] = means.map((found) => found.get(of.key)
      || { value: null, low: null, count: 0, rows: [] });
    const [spokenBehind, toldBehind] = [{ statements: spoken.rows }, { statements: told.rows }];
    return {
      cells: {
        actor: all.names[of.key], actor_type: all.name(type[of.rows[0]]), mentions: of.mentions,
        speakers_count: spoken.count, speakers: spoken.value, spoken: ends(spoken),
        narrators_count: told.count, narrators: told.value, told: ends(told),
      },
      behind: { speakers_count: spokenBehind, speakers: spokenBehind, narrators_count: toldBehind,
        narrators: toldBehind },
    };
  });
};

TABLES.outlets = (part) => {
  const { all } = part;
  const { outlet, told, tones } = all.articles;
  const { speaker, kind } = all.quotes;
  const direct = all.number.get("direct") ?? -2;
  const said = new Map(groups(part.quotes, (row) => ofOutlet(all, row), all.quotes.art)
    .map((of) => [of.key, of.rows]));
  const houses = new Map();
  part.arts.forEach((art) => {
    if (!houses.has(outlet[art])) houses.set(outlet[art], []);
    houses.get(outlet[art]).push(art);
  });
  const made = [...houses].map(([house, arts]) => {
    const quotes = said.get(house) || [];
    const count = quoteCount(all, quotes);
    const five = noSums();
    arts.filter((art) => told[art]).forEach((art) => add(five, tones[art], told[art]));
    const mean = five.n ? interval(five, UNIT) : { value: null, low: null };
    const share = (which) => (count >= MIN_SHARE ? quoteCount(all, quotes.filter(which)) / count : null);
    const behind = { quotes };
    return {
      house,
      cells: {
        outlet: all.name(house), articles: arts.length, quotes: count, per_article: count / arts.length,
        speakers: distinct(quotes, (row) => speaker[row]),
        direct: share((row) => kind[row] === direct), unnamed: share((row) => speaker[row] < 0),
        tone: mean.value, interval: ends(mean),
      },
      behind: { quotes: behind, speakers: behind, direct: behind, unnamed: behind,
        tone: { told: arts.filter((art) => told[art]) } },
    };
  });
  return busiest(made, (of) => of.cells.articles).sort((a, b) => (a.house < 0) - (b.house < 0));
};

// Oldest first, those without a date last.
function byDay(all, list, artOf) {
  const day = (item) => all.articles.published[artOf(item)] ?? "9999";
  return [...list].sort((a, b) => before(day(a), day(b)));
}

TABLES.articles = (part) => {
  const { all } = part;
  const { title, outlet, published, also, id, url } = all.articles;
  const counts = new Map(groups(part.quotes, (row) => all.quotes.art[row], all.quotes.art)
    .map((of) => [of.key, quoteCount(all, of.rows)]));
  return byDay(all, part.arts, (art) => art).map((art) => ({
    place: [id[art], null],
    cells: {
      title: title[art] ?? "Untitled article", outlet: all.name(outlet[art]),
      published: published[art] && published[art].slice(0, 10), quotes: counts.get(art) || 0,
      also: also ? also[art] || null : null,
      article_id: id[art],
      url: url[art],
    },
    behind: {},
  }));
};

TABLES.criticised = (part) => {
  const { all } = part;
  const { art, target, speaker } = all.statements;
  const { title, outlet, published, id, url } = all.articles;
  return busiest(casesOf(part).filter((of) => !of.quoted), (of) => of.rows.length).map((of) => {
    const [row] = of.rows;
    const at = art[row];
    const critics = [...new Set(of.rows.map((each) => all.name(speaker[each])))].sort(before);
    const behind = { statements: of.rows };
    return {
      place: [id[at], null],
      cells: {
        actor: all.name(target[row]), by: listedWords(critics), count: of.rows.length,
        title: title[at] ?? "Untitled article", outlet: all.name(outlet[at]),
        published: published[at] && published[at].slice(0, 10), article_id: id[at], url: url[at],
      },
      behind: { by: behind, count: behind },
    };
  });
};

// A quote's words are there once the sentences of its article are.
class QuoteLine {
  constructor(all, row) {
    Object.assign(this, { all, row, art: all.quotes.art[row] });
    this.cells = this;
    this.behind = { content: { quotes: [row] } };
  }

  get held() {
    this.id ??= quoteId(this.row);
    return rows.byId.get(this.id);
  }

  get place() { return [this.all.articles.id[this.art], this.held ? this.held.start : null]; }

  get speaker() { return this.all.name(this.all.quotes.speaker[this.row]); }

  get kind() { return this.all.name(this.all.quotes.kind[this.row]); }

  get title() {
    return this.all.asked.article ? "in the text" : this.all.articles.title[this.art] ?? "Untitled article";
  }

  get outlet() { return this.all.name(this.all.articles.outlet[this.art]); }

  get published() {
    const day = this.all.articles.published[this.art];
    return day && day.slice(0, 10);
  }

  get source() { return this.held?.source?.replace(/[ ,;:]+$/, "") ?? null; }

  get content() { return this.held?.content ?? null; }

  get cue() { return this.held?.cue ?? null; }

  get counted() {
    const { negated, clause } = this.all.quotes;
    return negated[this.row] ? "negated" : clause[this.row] ? null : "fragment";
  }

  get article_id() { return this.all.articles.id[this.art]; }

  get url() { return this.all.articles.url[this.art]; }

  get start() { return this.words()[0]; }

  get end() { return this.words()[1]; }

  // Where the words stand in the article.
  words() {
    const marks = (this.held?.marks || []).filter(([role]) => role === "content");
    const at = (mark, n) => (mark ? this.held.start + mark[n] : null);
    return [at(marks[0], 1), at(marks[marks.length - 1], 2)];
  }

  get factuality() { return this.held?.factuality ?? null; }

  get confidence() { return this.held?.confidence ?? null; }

  get stances() {
    const { target, stance, score } = this.all.statements;
    return (this.all.sidesOf().get(this.row) || []).map((row) => (
      `${this.all.name(target[row])}: ${LABELS[stance[row]]} ${signed(score[row] / UNIT)}`)).join("; ") || null;
  }
}

TABLES.quotes = (part) => byDay(part.all, part.everyQuote, (row) => part.all.quotes.art[row])
  .map((row) => new QuoteLine(part.all, row));

// The articles of a part, as a page of this kind counts them: a speaker's are those that quote them.
function articlesOf(kind, part) {
  if (kind !== "speaker") return part.arts.length;
  return distinct(part.quotes, (row) => part.all.quotes.art[row]);
}

// The key figures of a part.
function totalsOf(part) {
  const { all } = part;
  const { speaker, kind } = all.quotes;
  const direct = all.number.get("direct") ?? -2;
  const { speaker: teller } = all.statements;
  const voices = part.voiced(SPEAKER);
  const spoken = voices.length;
  const heard = [...new Set(part.quotes.map((row) => all.quotes.art[row]))];
  const houses = (arts) => distinct(arts, (art) => all.articles.outlet[art]);
  return {
    articles: part.arts.length,
    outlets: houses(part.arts),
    quoted: { articles: heard.length, outlets: houses(heard) },
    quotes: quoteCount(all, part.quotes),
    direct: quoteCount(all, part.quotes.filter((row) => kind[row] === direct)),
    speakers: distinct(part.quotes, (row) => speaker[row]),
    tellers: distinct(voices, (row) => teller[row]),
    unnamed: quoteCount(all, part.quotes.filter((row) => speaker[row] < 0)),
    actors: distinct(part.statements, (row) => all.statements.target[row]),
    spoken,
    narrated: part.statements.length - spoken,
  };
}
