// Tables of one quote across outlets; mirrors display/repeats.py and display/company.py.
const [REPEATS_SHOWN, NAMES_SHOWN] = [1000, 12];
const HOW_SAID = { fullest: "fullest", exact: "whole", cut: "cut", changed: "changed" };

TABLES.repeats = (part) => {
  const { all } = part;
  const { art } = all.quotes;
  const { title, outlet, published, also, id } = all.articles;
  return repeatsOf(part).flatMap((of) => of.map((version) => ({ version, first: of[0].row })))
    .slice(0, REPEATS_SHOWN).map(({ version: { row, how, kept, text, start, speaker }, first }) => {
      const at = art[row];
      return {
        place: [id[at], start],
        cells: {
          speaker: all.name(speaker), words: text, how: HOW_SAID[how], kept,
          title: title[at] ?? "Untitled article", outlet: all.name(outlet[at]), also: also ? also[at] || null : null,
          published: published[at] && published[at].slice(0, 10), repeat_id: quoteId(first).slice(1), article_id: id[at],
        },
        behind: { words: { quotes: [row] } },
      };
    });
};

TABLES.cuts = (part) => {
  const { all } = part;
  const versions = repeatsOf(part).flat();
  const how = new Map(versions.map((of) => [of.row, of.how]));
  const { made } = shares(all, versions.map(({ row }) => row), (row) => all.name(ofOutlet(all, row)), (row) => how.get(row));
  return made.map((of) => {
    const behind = { quotes: of.rows };
    return {
      cells: { outlet: of.group, how: HOW_SAID[of.name], count: of.count, share: of.share, interval: ends(of), total: of.total },
      behind: { count: behind, share: behind },
    };
  });
};

TABLES.company = (part) => {
  const { all } = part;
  return alongsideOf(part, repeatsOf(part)).slice(0, REPEATS_SHOWN).map(({ of, day, arts, others }) => {
    const named = others.slice(0, NAMES_SHOWN).map((each) => `${all.name(each.speaker)} (${each.quotes})`).join(", ");
    const more = others.length - NAMES_SHOWN;
    const { text } = of.find(({ how }) => how === "fullest");
    const behind = { quotes: others.flatMap(({ rows: own }) => own) };
    return {
      cells: { speaker: all.name(of[0].speaker), words: text, day, articles: arts.length,
        others: named + (more > 0 ? ` and ${more} more` : ""), repeat_id: quoteId(of[0].row).slice(1) },
      behind: { words: behind, articles: behind },
    };
  });
};
