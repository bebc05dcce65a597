// One quote across outlets, of any part of a page's rows; mirrors repeats.py, candidates.py,
// same.py, spread.py and company.py. What is compared comes along: see carried.py.
const [LONG_RUN, SAME_SHARE, SHORT_RUN, TELLING, FEWEST_TOLD] = [6, 0.7, 2, 2, 3];
const [MANY_RUNS, LEAST_RUNS] = [4, 0.3];

// Runs of numbers that two lists have in common, as difflib finds them: [at, at in other, length].
function matchesOf(one, other) {
  const places = new Map();
  other.forEach((word, at) => places.set(word, [...(places.get(word) || []), at]));
  const longest = ([a, b, c, d]) => {
    let [best, lengths] = [[a, c, 0], new Map()];
    for (let i = a; i < b; i += 1) {
      const here = new Map();
      for (const j of places.get(one[i]) || []) {
        if (j < c || j >= d) continue;
        const length = (lengths.get(j - 1) || 0) + 1;
        here.set(j, length);
        if (length > best[2]) best = [i - length + 1, j - length + 1, length];
      }
      lengths = here;
    }
    return best;
  };
  const found = [];
  const open = [[0, one.length, 0, other.length]];
  while (open.length) {
    const [a, b, c, d] = open.pop();
    const [i, j, length] = longest([a, b, c, d]);
    if (!length) continue;
    found.push([i, j, length]);
    if (a < i && c < j) open.push([a, i, c, j]);
    if (i + length < b && j + length < d) open.push([i + length, b, j + length, d]);
  }
  const joined = [];
  found.sort(([a], [b]) => a - b).forEach(([i, j, length]) => {
    const last = joined[joined.length - 1];
    if (last && last[0] + last[2] === i && last[1] + last[2] === j) last[2] += length;
    else joined.push([i, j, length]);
  });
  return joined;
}

// What two quotations have in common: {how, kept}; null where they are not the same words.
function sameWords(given, another, bare) {
  const [a, b] = another.length < given.length ? [another, given] : [given, another];
  const telling = (words) => words.filter((word) => word < bare).length;
  const enough = (words) => telling(words) >= (words.length > 3 ? TELLING : FEWEST_TOLD);
  if (a.length === b.length && a.every((word, n) => word === b[n])) return { how: "exact", kept: 1 };
  const runs = matchesOf(a, b);
  const sum = (list) => list.reduce((total, [, , length]) => total + length, 0);
  const words = ([at, , length]) => a.slice(at, at + length);
  const long = runs.filter(([, , length]) => length >= Math.min(SHORT_RUN, a.length));
  const best = Math.max(0, ...runs.map(([, , length]) => length));
  const row = runs.find(([, , length]) => length === best);
  const mostly = sum(long) >= SAME_SHARE * a.length && best >= 3 && enough(long.flatMap(words));
  if (!mostly && !(best >= LONG_RUN && telling(words(row)) >= FEWEST_TOLD)) return null;
  const kept = sum(runs) / b.length;
  const whole = sum(runs) === a.length && runs.every(([, , length]) => length >= SHORT_RUN);
  const [[i, j, length]] = runs;
  const overlap = runs.length === 1
    && ((i === 0 && j + length === b.length) || (j === 0 && i + length === a.length));
  return { how: whole || overlap ? "cut" : "changed", kept };
}

// The quotations that a page carries, by the places of its quotes.
class Quotations {
  constructor({ row, text, start, words, bare, runs }) {
    Object.assign(this, { row, text, start, words, bare, runs });
    this.at = new Map(row.map((each, n) => [each, n]));
    this.known = new Map(); // what two have in common
  }

  same(one, other) {
    const key = one * this.words.length + other;
    if (!this.known.has(key)) this.known.set(key, sameWords(this.words[one], this.words[other], this.bare));
    return this.known.get(key);
  }

  // Pairs to be compared of some, given in order of publication: [earlier, later] by their order.
  pairs(list) {
    const order = new Map(list.map((n, at) => [n, at]));
    const found = new Set();
    const many = list.length;
    this.runs.forEach(({ of, times, counts }) => {
      const shared = new Map();
      of.forEach((members, n) => {
        const here = members.filter((each) => order.has(each)).map((each) => order.get(each)).sort((a, b) => a - b);
        const add_ = (a, b) => shared.set(a * many + b, (shared.get(a * many + b) || 0) + times[n]);
        for (let at = 1; at < here.length; at += 1) {
          add_(here[at - 1], here[at]);
          if (at > 1) add_(here[0], here[at]);
        }
      });
      shared.forEach((runs, key) => {
        const [one, other] = [list[Math.floor(key / many)], list[key % many]];
        if (Math.max(one, other) >= this.words.length) return; // it only stands between others
        if (runs >= Math.min(MANY_RUNS, LEAST_RUNS * Math.min(counts[one], counts[other]))) found.add(key);
      });
    });
    return [...found].sort((a, b) => a - b).map((key) => [Math.floor(key / many), key % many]);
  }

  // The quotations of a list that are the same words: lists of places in it. who: of each its speaker, below 0 nobody.
  grouped(list, who) {
    const heads = list.map((_, n) => n);
    const owner = [...who];
    const head = (n) => (heads[n] === n ? n : head(heads[n]));
    this.pairs(list).forEach(([a, b]) => {
      if (who[a] >= 0 && who[b] >= 0 && who[a] !== who[b]) return;
      const [one, other] = [head(a), head(b)];
      // a nameless source must not make two people one
      if (one === other || (owner[one] >= 0 && owner[other] >= 0 && owner[one] !== owner[other])) return;
      if (!this.same(list[a], list[b])) return;
      const first = Math.min(one, other);
      owner[first] = owner[one] >= 0 ? owner[one] : owner[other];
      heads[Math.max(one, other)] = first;
    });
    const found = new Map();
    list.forEach((_, n) => found.set(head(n), [...(found.get(head(n)) || []), n]));
    return [...found.values()];
  }
}

/** Quotations of which the same words stand in several articles, the most widely repeated first.
 *
 * Returns of each its versions in order of publication: {row, how, kept, text, start, speaker}.
 */
function repeatsOf(part) {
  part.repeated ??= part.all.repeats ? repeatsIn(part, part.all.repeats) : []; // a page asks more than once
  return part.repeated;
}

function repeatsIn(part, held) {
  const { all } = part;
  const { art, speaker } = all.quotes;
  const { published } = all.articles;
  const quotes = byDay(all, eachOnce(all, part.quotes).filter((row) => held.at.has(row)), (row) => art[row]);
  const list = quotes.map((row) => held.at.get(row));
  const made = held.grouped(list, quotes.map((row) => speaker[row]))
    .filter((places) => new Set(places.map((n) => art[quotes[n]])).size > 1)
    .map((places) => {
      const size = (n) => held.words[list[n]].length;
      const longest = [...places].sort((a, b) => size(b) - size(a) || a - b);
      const arts = new Set();
      const kept = longest.filter((n) => !arts.has(art[quotes[n]]) && arts.add(art[quotes[n]])); // an article once
      const [fullest] = kept;
      const versions = kept.sort((a, b) => a - b);
      const known = versions.map((n) => speaker[quotes[n]]).find((who) => who >= 0) ?? -1;
      return versions.map((n) => {
        const found = held.same(list[n], list[fullest]);
        const row = quotes[n];
        return { row, how: n === fullest ? "fullest" : found?.how ?? "changed", kept: found?.kept ?? null,
          text: held.text[list[n]], start: held.start[list[n]], speaker: speaker[row] >= 0 ? speaker[row] : known };
      });
    });
  const day = ([{ row }]) => published[art[row]] ?? "none"; // what has no day stands last
  return made.sort((a, b) => b.length - a.length || before(day(a), day(b)));
}

/** Who else is quoted in the articles of a repeat, day by day: what the articles of one day tell
 * that hold the same words is one event.
 *
 * Returns {of, day, arts, others: [{speaker, rows, quotes}]}, the most quotes first.
 */
function alongsideOf(part, repeats) {
  const { all } = part;
  const { art, speaker } = all.quotes;
  const { published } = all.articles;
  const told = new Map(); // the quotes of each article
  part.named.forEach((row) => told.set(art[row], [...(told.get(art[row]) || []), row]));
  return repeats.flatMap((of) => {
    const days = new Map();
    of.forEach(({ row }) => {
      const day = published[art[row]] ? published[art[row]].slice(0, 10) : null;
      days.set(day, [...(days.get(day) || []), art[row]]);
    });
    return [...days].map(([day, arts]) => {
      const rows_ = [...arts].sort((a, b) => a - b).flatMap((each) => told.get(each) || [])
        .filter((row) => speaker[row] !== of[0].speaker);
      const others = busiest(groups(rows_, (row) => speaker[row], art)
        .map(({ key, rows: own }) => ({ speaker: key, rows: own, quotes: quoteCount(all, own) })), (each) => each.quotes);
      return { of, day, arts, others };
    }).filter(({ others }) => others.length);
  });
}
