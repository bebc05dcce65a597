// Who stands together, and about whom speakers are divided; mirrors display/coalitions.py and the
// room networks.
const [TAKES, MOST_COMPARED, SEED, SHORT_SPAN, NAMED_FIRST, ROWS_SHOWN] = [2, 1000, 7, 120, 12, 100];
const undecided = (of) => Math.abs(of.value) < MIN_MEAN;

// Speakers who take a side toward actors: {speaker, target, value, count, rows}, most statements first.
function sidesTaken(part, least) {
  return pairsOf(part, SPEAKER).map((of) => ({ ...of, speaker: of.teller }))
    .filter((of) => of.count >= least && !undecided(of))
    .sort((a, b) => b.count - a.count || before(a.speaker, b.speaker) || before(a.target, b.target));
}

const sumBy = (list, keyOf, of) => {
  const sums = new Map();
  list.forEach((each) => sums.set(keyOf(each), (sums.get(keyOf(each)) || 0) + of(each)));
  return [...sums].sort((a, b) => b[1] - a[1] || before(a[0], b[0]));
};

// How often each two speakers stand alike toward an actor, and how often against each other.
function standingsOf(taken) {
  const first = new Set(sumBy(taken, (of) => of.speaker, (of) => of.count).slice(0, MOST_COMPARED).map(([name]) => name));
  const kept = taken.filter((of) => first.has(of.speaker));
  const speakers = [...first].sort(before);
  const many = speakers.length;
  const place = new Map(speakers.map((name, n) => [name, n]));
  const [alike, apart] = [new Int32Array(many * many), new Int32Array(many * many)];
  const toward = new Map();
  kept.forEach((of) => toward.set(of.target, [...(toward.get(of.target) || []), of]));
  toward.forEach((all) => all.forEach((one) => all.forEach((other) => {
    const [a, b] = [place.get(one.speaker), place.get(other.speaker)];
    if (a < b) (one.value > 0 === other.value > 0 ? alike : apart)[a * many + b] += 1;
  })));
  return { speakers, alike, apart };
}

// Groups of those whom a weight above zero joins: names of each, the largest first; and their graph.
function communitiesOf(speakers, weightOf) {
  const many = speakers.length;
  const edges = [];
  for (let a = 0; a < many; a += 1) {
    for (let b = a + 1; b < many; b += 1) {
      const weight = weightOf(a * many + b);
      if (weight > 0) edges.push([a, b, weight]);
    }
  }
  const joined = [...new Set(edges.flatMap(([a, b]) => [a, b]))].sort((a, b) => a - b);
  const place = new Map(joined.map((node, n) => [node, n]));
  const graph = graphOf(joined.length, edges.map(([a, b, weight]) => [place.get(a), place.get(b), weight]));
  const groupOf = louvain(graph, SEED);
  const held = new Map();
  groupOf.forEach((group, n) => held.set(group, [...(held.get(group) || []), speakers[joined[n]]]));
  const found = [...held.values()].sort((a, b) => b.length - a.length || before(a[0], b[0]));
  return { found, weight: edges.reduce((sum, [, , weight]) => sum + weight, 0),
    modularity: found.length ? modularity(graph, groupOf) : null };
}

function someWords(names) {
  return names.length <= NAMED_FIRST ? listedWords(names)
    : `${names.slice(0, NAMED_FIRST).join(", ")} and ${names.length - NAMED_FIRST} more`;
}

TABLES.coalitions = (part) => {
  const taken = sidesTaken(part, TAKES);
  const { speakers, alike, apart } = standingsOf(taken);
  return communitiesOf(speakers, (at) => alike[at] - apart[at]).found.map((names, n) => {
    const own = taken.filter((of) => names.includes(of.speaker));
    const toward = (way) => sumBy(own.filter((of) => of.value * way > 0), (of) => of.target, () => 1)
      .filter(([, many]) => many > 1).map(([name]) => name);
    const behind = { statements: own.flatMap((of) => of.rows) };
    return {
      cells: { group: n + 1, speakers: someWords(sumBy(own, (of) => of.speaker, (of) => of.count).map(([name]) => name)),
        favor: someWords(toward(1)), against: someWords(toward(-1)), size: names.length,
        count: own.reduce((sum, of) => sum + of.count, 0) },
      behind: { count: behind },
    };
  });
};

TABLES.divided = (part) => {
  const toward = new Map();
  sidesTaken(part, TAKES).forEach((of) => toward.set(of.target, [...(toward.get(of.target) || []), of]));
  const made = [...toward].map(([target, own]) => {
    const favor = own.filter((of) => of.value > 0).length;
    return { target, own, favor, against: own.length - favor };
  }).filter(({ favor, against }) => favor && against);
  made.sort((a, b) => b.favor * b.against - a.favor * a.against || before(a.target, b.target));
  return made.slice(0, ROWS_SHOWN).map(({ target, own, favor, against }) => {
    const behind = { statements: own.flatMap((of) => of.rows) };
    return {
      cells: { target, favor, against, conflict: (favor * against) / ((own.length * (own.length - 1)) / 2),
        count: own.reduce((sum, of) => sum + of.count, 0) },
      behind: { favor: behind, against: behind, count: behind },
    };
  });
};

// The articles of each window, of a story in it the earliest alone.
function windowsOf(part, unit) {
  const { published } = part.all.articles;
  const found = new Map();
  part.arts.filter((art) => published[art]).forEach((art) => {
    const start = begun(published[art], unit);
    found.set(start, [...(found.get(start) || []), art]);
  });
  return [...found].sort((a, b) => before(a[0], b[0])).map(([start, arts]) => [start, new Set(firstCopies(part.all, arts))]);
}

TABLES["camps-over-time"] = (part) => {
  const { all, days } = part;
  const { art, score } = all.statements;
  const span = days.length ? Math.floor((moment(days[days.length - 1]) - moment(days[0])) / DAY) : Infinity;
  const unit = span < SHORT_SPAN ? "week" : "month";
  const told = part.voiced(SPEAKER);
  const lines = windowsOf(part, unit).slice(-ROWS_SHOWN).map(([start, arts]) => {
    const taken = estimates(told.filter((row) => arts.has(art[row])), (row) => all.pair(row), art, score)
      .filter((of) => !undecided(of))
      .map((of) => ({ ...of, speaker: all.teller(of.rows[0]), target: all.name(all.statements.target[of.rows[0]]) }));
    const { speakers, alike, apart } = standingsOf(taken);
    const { found, weight, modularity: apartness } = communitiesOf(speakers, (at) => alike[at]);
    const against = apart.reduce((sum, many) => sum + many, 0);
    return {
      cells: { start, speakers: speakers.length, alike: weight, against,
        conflict: weight + against ? against / (weight + against) : null, communities: found.length,
        modularity: apartness },
      behind: {},
    };
  });
  const label = `${unit[0].toUpperCase()}${unit.slice(1)}`;
  const columns = [tableColumn("start", `${label} from`, "date"), tableColumn("speakers", "Speakers who take a side", "number"),
    tableColumn("alike", "Pairs alike", "number", { less: true }), tableColumn("against", "Pairs against", "number"),
    tableColumn("conflict", "Of them against", "share"), tableColumn("communities", "Groups", "number", { less: true }),
    tableColumn("modularity", "Modularity", "number", { less: true })];
  const caption = `By ${unit}: two speakers and an actor are a pair, alike or against each other. `
    + "Modularity is near 0 where all stand together and higher where they fall into camps. Few "
    + "speakers make it jump: read it beside how many there are.";
  return { lines, caption, columns };
};
