// Tables of sources; mirrors display/sources.py.
const GENDER_WORDS = { f: "women", m: "men", x: "neither" };
const [FEW_CLASSES, ACROSS] = [3, 8]; // on a narrow screen, on a wide one
const GROUP_LABELS = { outlet: "Outlet", issue: "Issue", start: "From" };
const EACH_SPEAKER = "A quote of several speakers counts for each of them.";
const tableColumn = (key, label, kind = "text", { less = false, under = null, hidden = false } = {}) => (
  { key, label, kind, less, hidden, under });

// In how many quotes the class is told.
function toldWords(made, whose) {
  const named = made.filter(({ name }) => !UNNAMED.includes(name));
  const sum = (list) => list.reduce((total, { count }) => total + count, 0);
  const [total, known] = [sum(named), sum(named.filter(({ name }) => name !== NOT_TOLD))];
  return `in ${percentWords(total ? known / total : null, known, total)} ${whose}`;
}

TABLES.sources = (part) => {
  const made = sourceAudit(part);
  const [gender, role] = [["gender", "quotes by persons"], ["role", "quotes of a named source"]]
    .map(([of, whose]) => toldWords(made.filter(({ group }) => group === of), whose));
  const caption = "Shares of quotes, of the words in them and of the quotes that stand first in their "
    + `article. Gender is told ${gender}, role ${role}. What is not told is a class of its own, never guessed. A source `
    + 'is anonymous where its words name nobody ("officials"), not resolved where the speaker '
    + `was not found ("he said"). ${EACH_SPEAKER}`;
  const lines = made.map((of) => {
    const behind = { quotes: of.rows };
    return {
      cells: {
        class: GENDER_WORDS[of.name] ?? of.name, of: of.group, count: of.count, share: of.share, interval: ends(of),
        words: of.words.value, words_interval: ends(of.words), first: of.first.value, first_interval: ends(of.first),
      },
      behind: { count: behind, share: behind },
    };
  });
  return { lines, caption };
};

// A row a group, with the share of some classes in it; classes: [shares, class, heading].
function groupedShares(everyone, classes, said, key, kind = "text") {
  const known = classes.map(([, name]) => name).filter((name) => ![...UNNAMED, NOT_TOLD].includes(name));
  // what nobody knows stays in sight, the rarest of what is known goes
  const apart = known.slice(Math.max(0, ACROSS - (classes.length - known.length)));
  const columns = [tableColumn(key, GROUP_LABELS[key], kind), tableColumn("quotes", "Quotes", "number"),
    ...classes.flatMap(([, name, label], n) => [
      tableColumn(name, label, "share", { less: n >= FEW_CLASSES, hidden: apart.includes(name) }),
      tableColumn(`${name}_interval`, "95% interval", "range", { under: 2 + 2 * n })])];
  const rows = new Map(); // group -> its quotes
  everyone.forEach((of) => {
    const held = rows.get(of.group) || { total: of.total, quotes: [] };
    held.quotes.push(...of.rows);
    rows.set(of.group, held);
  });
  const lines = [...rows].map(([group, { total, quotes }]) => {
    const cells = { [key]: group, quotes: total };
    const behind = { quotes: { quotes: quotes.sort((a, b) => a - b) } };
    for (const [made, name] of classes) {
      const of = made.find((each) => each.group === group && each.name === name);
      const enough = (made.find((each) => each.group === group)?.total ?? 0) >= MIN_SHARE;
      // a class that a group lacks has no share in it
      cells[name] = of?.share ?? (enough ? 0 : null);
      cells[`${name}_interval`] = of ? ends(of) : null;
      if (of) behind[name] = { quotes: of.rows };
    }
    return { cells, behind };
  });
  const caption = `${said}Groups of fewer than ${MIN_SHARE} quotes have no shares. ${EACH_SPEAKER}`
    + (apart.length ? ` In the CSV file alone: ${listedWords(apart)}.` : "");
  return { lines, caption, columns };
}

function sourceTable(people, everyone, ...group) {
  const classes = [[people, "f", "Women"], [people, "m", "Men"], [everyone, ANONYMOUS, "Without a name"],
    [everyone, NOT_RESOLVED, "Not resolved"]];
  return groupedShares(everyone, classes, "Women and men: of the quotes by persons who are named; without a name "
    + "(the source's words name nobody) and not resolved (the speaker was not found): of all quotes. ", ...group);
}

function roleTable(made, ...group) {
  const counts = new Map();
  made.forEach(({ name, count }) => counts.set(name, (counts.get(name) || 0) + count));
  const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || before(a, b));
  const last = [...UNNAMED, NOT_TOLD].filter((name) => counts.has(name)); // what is not known stands behind what is
  const classes = [...names.filter((name) => !last.includes(name)), ...last]
    .map((name) => [made, name, name[0].toUpperCase() + name.slice(1).toLowerCase()]);
  return groupedShares(made, classes, "What those who are quoted speak as: of all quotes. ", ...group);
}

for (const [by, ...group] of [["outlet", "outlet"], ["time", "start", "date"]]) {
  TABLES[`sources-${by}`] = (part) => sourceTable(sourcesBy(part, by, "gender"), sourcesBy(part, by, "role"), ...group);
  TABLES[`roles-${by}`] = (part) => roleTable(sourcesBy(part, by, "role"), ...group);
}
