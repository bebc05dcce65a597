// Tables of camps; mirrors display/camps.py and summary/sides.py.
TABLES.camps = (part) => {
  const { all } = part;
  const { speaker, art, tone } = all.quotes;
  const campOf = (row) => all.camps.get(speaker[row]);
  const said = part.quotes.filter((row) => campOf(row) !== undefined);
  const found = new Map(groups(said, campOf, art).map((of) => [of.key, of]));
  const tones = new Map(estimates(said, campOf, art, tone).map((of) => [of.key, of]));
  const members = new Map(); // of the whole corpus
  Object.values(all.sides).forEach((camp) => members.set(camp, (members.get(camp) || 0) + 1));
  const made = [...members].map(([camp, actors]) => {
    const { rows: held = [], articles = 0 } = found.get(camp) || {};
    return { camp, actors, held, articles, quotes: quoteCount(all, held) };
  });
  const every = Math.max(made.reduce((sum, of) => sum + of.quotes, 0), 1);
  made.sort((a, b) => b.quotes - a.quotes || before(a.camp, b.camp));
  return made.map(({ camp, actors, held, articles, quotes }) => {
    const mean = tones.get(camp) || { value: null, low: null };
    const behind = { quotes: held };
    return {
      cells: {
        side: camp, actors, speakers: distinct(held, (row) => speaker[row]), quotes, share: quotes / every,
        articles, outlets: distinct(held, (row) => ofOutlet(all, row)), tone: mean.value, interval: ends(mean),
      },
      behind: { quotes: behind, share: behind, tone: behind },
    };
  });
};

TABLES["between-camps"] = (part) => {
  const { all } = part;
  const { speaker, target, art, score } = all.statements;
  const [from, toward] = [(row) => all.camps.get(speaker[row]), (row) => all.camps.get(target[row])];
  const told = part.voiced(SPEAKER).filter((row) => from(row) !== undefined && toward(row) !== undefined);
  const made = estimates(told, (row) => JSON.stringify([from(row), toward(row)]), art, score);
  return busiest(made, (of) => of.count).map((of) => {
    const behind = { statements: of.rows };
    return {
      cells: { side: from(of.rows[0]), toward: toward(of.rows[0]), value: of.value, interval: ends(of),
        count: of.count, articles: of.articles },
      behind: { value: behind, count: behind },
    };
  });
};
