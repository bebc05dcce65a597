// What was asked for, as a tree: the same language as query.py and wording.py read.
const QUERY_PARTS = /"[^"]*"?|[“”][^“”]*[“”]?|[()]|NEAR\/\d+|[^\s()"“”]+/g;
const QUERY_JOINS = ["AND", "OR", "NOT"];
const WORD_WITHIN = 10, DEEPEST = 30;
const A_LETTER = "[\\p{L}\\p{N}\\u0300-\\u036f]", A_WORD = `[\\p{L}\\p{N}]${A_LETTER}*`;
const WORDS_SAID = new RegExp(A_WORD, "gu");
const WORDS_TYPED = new RegExp(`${A_LETTER}*\\*${A_LETTER}*|${A_WORD}`, "gu");
const NEAR_INSIDE = /(?<![\p{L}\p{N}])NEAR(?![\p{L}\p{N}])/u;

const foldWord = (word) => word.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "");
// The words of a text, without capitals and accents.
const spokenWords = (text) => (text.match(WORDS_SAID) ?? []).map(foldWord);

function readQuery(text) {
  const parts = text.match(QUERY_PARTS) ?? [];
  const made = anyOf(parts, text, 0);
  if (parts.length) throw new Error(`${quotedAs(text)} closes a bracket that it does not open.`);
  return made;
}

const quotedAs = (text) => (text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`);
const lacksAWord = (text, parts) => new Error(
  `${quotedAs(text)} lacks a word${parts.length ? ` before ${parts[0]}` : " at its end"}.`);

// Each takes its part from the front of `parts`.
function anyOf(parts, text, deep) {
  if (deep > DEEPEST) throw new Error(`${quotedAs(text.slice(0, 60))} has too many brackets in brackets.`);
  const found = [allOf(parts, text, deep)];
  while (parts[0] === "OR") {
    parts.shift();
    found.push(allOf(parts, text, deep));
  }
  return found.length === 1 ? found[0] : { how: "OR", parts: found };
}

function allOf(parts, text, deep) {
  let made = oneOf(parts, text, deep);
  while (parts.length && !["OR", ")"].includes(parts[0])) {
    let how = "AND";
    while (["AND", "NOT"].includes(parts[0])) how = parts.shift() === "NOT" ? "NOT" : how;
    made = { how, parts: [made, oneOf(parts, text, deep)] };
  }
  return made;
}

function oneOf(parts, text, deep) {
  if (!parts.length || [...QUERY_JOINS, ")"].includes(parts[0])) throw lacksAWord(text, parts);
  const part = parts.shift();
  if (part === "(") {
    const made = anyOf(parts, text, deep + 1);
    if (parts.shift() !== ")") throw new Error(`${quotedAs(text)} opens a bracket that it does not close.`);
    return made;
  }
  const phrases = [phraseOf(part, text)];
  let within = null, near;
  while (parts.length && (near = parts[0].match(/^NEAR(?:\/(\d{1,3}))?$/))) {
    if (parts.length < 2 || [...QUERY_JOINS, "(", ")"].includes(parts[1]) || phrases.length > 3) {
      throw new Error(`${quotedAs(text)} needs a word or a "phrase" on both sides of NEAR.`);
    }
    const number = near[1] === undefined ? WORD_WITHIN : Number(near[1]);
    if (within !== null && within !== number) {
      throw new Error(`${quotedAs(text)} holds NEAR with two numbers; write one.`);
    }
    within = number;
    parts.shift();
    phrases.push(phraseOf(parts.shift(), text));
  }
  return { phrases, within };
}

function phraseOf(part, text) {
  const words = (part.match(WORDS_TYPED) ?? []).map(foldWord), said = quotedAs(part.trim());
  if (!words.length || NEAR_INSIDE.test(part)) {
    throw new Error(`${said} lacks a word${part.includes("NEAR") ? " beside NEAR" : ""}.`);
  }
  for (const word of words) {
    const bare = word.replace(/^\*+|\*+$/g, "");
    if (word.includes("*") && (bare.length < 2 || bare.includes("*"))) {
      throw new Error(`${said} has a * that stands alone, after one letter, or inside a word; it `
        + "goes to the beginning or the end of one, as in tariff*.");
    }
  }
  if (words.some((word, n) => word.slice(0, n < words.length - 1 ? undefined : -1).includes("*"))) {
    throw new Error(`${quotedAs(text)}: an index knows * at the end of a word or phrase only.`);
  }
  return words;
}

// Whether some texts, each as its words, hold what was asked for: a wording within one of them.
function queryHolds(query, texts) {
  if (query.phrases) return texts.some((words) => wordingHolds(query, words));
  const [first, ...more] = query.parts;
  if (query.how === "NOT") return queryHolds(first, texts) && !queryHolds(more[0], texts);
  return query.parts[query.how === "OR" ? "some" : "every"]((part) => queryHolds(part, texts));
}

function wordingHolds({ phrases, within }, words) {
  const found = [];
  for (const [number, phrase] of phrases.entries()) {
    const places = placesOfPhrase(phrase, words);
    if (!places.length) return false;
    found.push(...places.map((start) => [start, start + phrase.length, number]));
  }
  if (phrases.length === 1) return true;
  found.sort(([a, b], [c, d]) => a - c || b - d);
  return found.some((_, at) => othersFollow(found, at, within, phrases.length));
}

// Whether all other phrases follow a first one without touching: by which are there, where they end.
function othersFollow(found, at, within, many) {
  const [, end, number] = found[at], least = new Map([[1 << number, end]]);
  for (const [start, stop, other] of found.slice(at + 1)) {
    if (start > end + within) return false;
    for (const [known, reached] of [...least]) {
      const all = known | (1 << other);
      if (all === known || reached > start) continue;
      if (all === (1 << many) - 1) return true;
      least.set(all, Math.min(stop, least.get(all) ?? stop));
    }
  }
  return false;
}

function placesOfPhrase(phrase, words) {
  const last = phrase.length - 1, open = phrase[last].endsWith("*");
  const stem = open ? phrase[last].slice(0, -1) : phrase[last];
  const fits = (word, n) => (n === last && open ? word.startsWith(stem) : word === phrase[n]);
  const starts = [];
  for (let at = 0; at + phrase.length <= words.length; at += 1) {
    if (phrase.every((_, n) => fits(words[at + n], n))) starts.push(at);
  }
  return starts;
}
