// The rows of a page and the part of them that a filter leaves; mirrors selection.py, copies.py
// and what `units.py` counts. Rows are numbers; their columns stand in typed arrays.
const NARRATOR = 0;
const SPEAKER = 1; // 2 is an attributed statement of nobody known
const OUTCOME = 3; // a win, a loss, a charge that a narrator reports
const [NONE, FAVOR, AGAINST] = [0, 1, 2];
const LABELS = ["none", "favor", "against"];
const DAY = 86400000;

class Rows {
  /** given: columns as `summary.compact` makes them. */
  constructor(given) {
    this.names = given.names;
    this.asked = given.asked;
    this.articles = given.articles;
    this.apart = given.apart;
    this.affiliations = given.affiliations || {};
    this.sides = given.sides || {}; // as the user's actors.yaml says
    for (const kind of ["statements", "quotes", "mentions"]) {
      this[kind] = Object.fromEntries(Object.entries(given[kind])
        .map(([name, values]) => [name, Int32Array.from(values)]));
      this[kind].length = given[kind].art.length;
    }
    const { who, person, gender, role } = given.people;
    this.people = new Map(who.map((name, n) => [name, { person: person[n] === 1,
      gender: this.name(gender[n]), role: this.name(role[n]) }]));
    this.number = new Map(this.names.map((name, n) => [name, n]));
    this.camps = new Map(Object.entries(this.sides).map(([name, side]) => [this.number.get(name), side]));
    this.camps.delete(undefined); // of actors whom no row names
    this.tellers = new Map();
    this.issues = given.issues && this.about(given.issues);
    this.figures = given.figures;
    this.repeats = given.repeats && new Quotations(given.repeats);
  }

  // Which quotes, and which of a narrator's statements, are about each issue.
  about({ names, ...marks }) {
    const made = { names };
    for (const [kind, [row, issue]] of Object.entries(marks)) {
      made[kind] = new Map(names.map((name) => [name, new Set()]));
      row.forEach((each, n) => made[kind].get(names[issue[n]]).add(each));
    }
    return made;
  }

  name(number) { return number < 0 ? null : this.names[number]; }

  // The narrator of an outlet, or the speaker, by number of a row.
  teller(row) {
    const { voice, speaker, art } = this.statements;
    if (voice[row] !== NARRATOR) return this.name(speaker[row]);
    const outlet = this.name(this.articles.outlet[art[row]]);
    return outlet === null ? "Narrator" : `Narrator of ${outlet}`;
  }

  // A number for voice, teller and, unless it is left out, target.
  pair(row, target = true) {
    const { voice, speaker, art, target: about } = this.statements;
    const many = this.names.length + 1;
    const who = voice[row] === NARRATOR ? this.articles.outlet[art[row]] + 1 : many + speaker[row] + 1;
    return target ? who * many + about[row] : who;
  }

  // A quote that several speak has a row for each.
  quoteOf(row) {
    const { suffix, art } = this.quotes;
    const [whole] = this.names[suffix[row]].split(".");
    return `${art[row]}${whole}`;
  }

  // The statements of each quote.
  sidesOf() {
    if (this.takes) return this.takes;
    this.takes = new Map();
    const { quote, length } = this.statements;
    for (let row = 0; row < length; row += 1) {
      if (quote[row] >= 0) this.takes.set(quote[row], [...(this.takes.get(quote[row]) || []), row]);
    }
    return this.takes;
  }

  shared(row) { return this.quotes.shared[row] === 1; }
}

// The articles without later copies of a story: the earliest of those given stays.
function firstCopies(all, arts) {
  const { story, published } = all.articles;
  if (!story) return arts;
  const byDay = arts.map((art) => [art, published[art] ? moment(published[art]) : Infinity])
    .sort((a, b) => (a[1] === b[1] ? 0 : a[1] - b[1]));
  const seen = new Set();
  const later = new Set();
  for (const [art] of byDay) {
    if (seen.has(story[art])) later.add(art);
    seen.add(story[art]);
  }
  return arts.filter((art) => !later.has(art));
}

function fitting(all, asked) {
  const { outlet, published, id } = all.articles;
  const house = asked.outlet ? all.number.get(asked.outlet) ?? -2 : null;
  return id.map((_, art) => art).filter((art) => {
    if (asked.article && id[art] !== asked.article) return false;
    const day = published[art] && published[art].slice(0, 10);
    return (house === null || outlet[art] === house)
      && (!asked.since || (day && day >= asked.since))
      && (!asked.until || (day && day <= asked.until));
  });
}

class Part {
  /** all: Rows; asked: speaker, actor, outlet, since, until, copies; of: a part that holds it. */
  constructor(all, asked, of = null) {
    Object.assign(this, { all, asked });
    this.speaker = asked.speaker ? all.number.get(asked.speaker) ?? -2 : null;
    this.actor = asked.actor ? all.number.get(asked.actor) ?? -2 : null;
    let arts = fitting(all, asked);
    if (of) arts = arts.filter((art) => of.inside[art]);
    else if (!asked.copies) arts = firstCopies(all, arts);
    this.inside = new Uint8Array(all.articles.id.length);
    arts.forEach((art) => { this.inside[art] = 1; });
    this.taken = this.actor === null ? null : this.takenUp();
    if (this.speaker !== null || this.actor !== null) arts = this.naming(arts);
    this.arts = arts;
    this.inside.fill(0);
    arts.forEach((art) => { this.inside[art] = 1; });
  }

  // Quotes whose words take up the actor.
  takenUp() {
    const { quote, length } = this.all.statements;
    const found = new Set();
    for (let row = 0; row < length; row += 1) {
      if (quote[row] >= 0 && this.holds("statements", row)) found.add(quote[row]);
    }
    return found;
  }

  holds(kind, row) {
    const of = this.all[kind];
    if (!this.inside[of.art[row]]) return false;
    if (kind === "mentions") return this.actor === null || of.actor[row] === this.actor;
    if (this.speaker !== null && of.speaker[row] !== this.speaker) return false;
    if (this.actor === null) return true;
    return kind === "statements" ? of.target[row] === this.actor : this.taken.has(row);
  }

  naming(arts) {
    const found = new Set();
    const kinds = this.speaker === null ? ["quotes", "statements", "mentions"] : ["quotes", "statements"];
    for (const kind of kinds) {
      const { art, length } = this.all[kind];
      for (let row = 0; row < length; row += 1) if (this.holds(kind, row)) found.add(art[row]);
    }
    return arts.filter((art) => found.has(art));
  }

  rows(kind, counts) {
    const { length } = this.all[kind];
    const found = [];
    for (let row = 0; row < length; row += 1) {
      if (this.holds(kind, row) && counts(row)) found.push(row);
    }
    return found;
  }

  negated(quote) { return quote >= 0 && this.all.quotes.negated[quote] === 1; }

  get statements() {
    const { voice, quote } = this.all.statements;
    this.told ??= this.rows("statements", (row) => voice[row] < 2 && !this.negated(quote[row]));
    return this.told;
  }

  get everyQuote() {
    this.every ??= this.rows("quotes", () => true);
    return this.every;
  }

  get quotes() {
    const { clause } = this.all.quotes;
    this.said ??= this.everyQuote.filter((row) => !this.negated(row) && clause[row]);
    return this.said;
  }

  get named() {
    const { speaker } = this.all.quotes;
    this.known ??= this.quotes.filter((row) => speaker[row] >= 0);
    return this.known;
  }

  get mentions() {
    this.mentioned ??= this.rows("mentions", () => true);
    return this.mentioned;
  }

  voiced(voice) {
    const of = this.all.statements.voice;
    return this.statements.filter((row) => of[row] === voice);
  }

  get days() { return this.arts.map((art) => this.all.articles.published[art]).filter(Boolean).sort(); }

  get undated() { return this.arts.length - this.days.length; }
}

// How many quotes: one that several speak counts once.
function quoteCount(all, list) {
  const several = new Set();
  let count = 0;
  for (const row of list) {
    if (all.shared(row)) several.add(all.quoteOf(row)); else count += 1;
  }
  return count + several.size;
}

// Quotes, one that several speak as the first of those given.
function eachOnce(all, list) {
  const seen = new Set();
  return list.filter((row) => !all.shared(row) || (!seen.has(all.quoteOf(row)) && seen.add(all.quoteOf(row))));
}

const articleCount = (list, art) => new Set(list.map((row) => art[row])).size;
