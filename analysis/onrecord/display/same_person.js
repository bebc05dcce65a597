// Names that may mean one person; mirrors display/same_person.py and summary/same_person.py.
const PAIRS_SHOWN = 20;
const initialOf = (word) => [...word.replace(/\.+$/, "")].length === 1;

// Whether the words of one name may stand for the words of a longer one.
function mayBe(short, long) {
  if (short.length === 1) return long.length > 1 && short[0].toLowerCase() === long[long.length - 1].toLowerCase();
  if (short.length !== long.length) return false;
  const stands = (word, of) => (initialOf(word) ? of.toLowerCase().startsWith([...word][0].toLowerCase())
    : word.toLowerCase() === of.toLowerCase());
  return short.every((word, n) => stands(word, long[n])) && short.some((word, n) => initialOf(word) && !initialOf(long[n]));
}

// Pairs {name, other, mentions, others}, those of the most mentioned shorter name first.
function samePersons(part) {
  const { all } = part;
  const { actor, type, times } = all.mentions;
  const person = all.number.get("person") ?? -2;
  const counts = new Map();
  part.mentions.filter((row) => type[row] === person).forEach((row) => {
    const name = all.name(actor[row]);
    counts.set(name, (counts.get(name) || 0) + times[row]);
  });
  const words = new Map([...counts.keys()].map((name) => [name, name.split(/\s+/).filter(Boolean)]));
  const byWord = new Map();
  words.forEach((parts, name) => {
    if (!parts.length) return;
    for (const part_ of new Set([parts[0], parts[parts.length - 1]])) {
      const key = part_.toLowerCase();
      byWord.set(key, [...(byWord.get(key) || []), name]);
    }
  });
  const found = [...words].flatMap(([name, parts]) => [...new Set(parts
    .filter((word) => !initialOf(word) || parts.length === 1) // an initial is shared by too many
    .flatMap((word) => byWord.get(word.toLowerCase()) || []))]
    .filter((other) => other !== name && mayBe(parts, words.get(other)))
    .map((other) => ({ name, other, mentions: counts.get(name), others: counts.get(other) })));
  return found.sort((a, b) => b.mentions - a.mentions || b.others - a.others).slice(0, PAIRS_SHOWN);
}

function samePersonWords(found) {
  return found.length ? `${counted(found.length, "pair")} of names may each be one person; they are counted apart.`
    : "No two names look like one person's.";
}

function samePersonNodes(part) {
  const found = samePersons(part);
  const of = (name, mentions) => [make("strong", {}, visible(name)), ` (${counted(mentions, "mention")})`];
  const quoted = (name) => JSON.stringify(name);
  return [make("summary", {}, samePersonWords(found)),
    make("p", {}, "A file actors.yaml beside the articles merges them at the next run, one line a person."),
    make("ul", {}, ...found.map(({ name, other, mentions, others }) => make("li", {}, ...of(name, mentions),
      " may be the same as ", ...of(other, others), ". If so: ",
      make("code", {}, visible(`- {name: ${quoted(other)}, aliases: [${quoted(name)}]}`)))))];
}
