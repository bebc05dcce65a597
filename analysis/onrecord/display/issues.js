// Tables of the codebook's issues; mirrors display/issues.py and the room issues.
// What several say together is one quote of their group.
function saidOnce(part, groupOf) {
  const { all } = part;
  const seen = new Set();
  return part.quotes.filter((row) => {
    if (groupOf(row) === null) return false;
    if (!all.shared(row)) return true;
    const key = JSON.stringify([groupOf(row), all.quoteOf(row)]);
    return !seen.has(key) && seen.add(key);
  });
}

function issueGroups(all, by) {
  const { speaker, art } = all.quotes;
  return {
    all: () => "all",
    outlet: (row) => all.name(all.articles.outlet[art[row]]),
    speaker: (row) => all.name(speaker[row]),
    side: (row) => all.camps.get(speaker[row]) ?? null,
  }[by];
}

// The share of quotes of each group that are about each issue, most quotes first.
function attentionOf(part, by) {
  const { all } = part;
  const { art, length } = all.quotes;
  const groupOf = issueGroups(all, by);
  const said = saidOnce(part, groupOf);
  const made = all.issues.names.flatMap((issue) => {
    const held = all.issues.quotes.get(issue);
    const cells = groups(said.filter((row) => held.has(row)), groupOf, art);
    const about = Int32Array.from({ length }, (_, row) => (held.has(row) ? UNIT : 0));
    const known = new Set(cells.map(({ key }) => key));
    const means = new Map(estimates(said.filter((row) => known.has(groupOf(row))), groupOf, art, about)
      .map((of) => [of.key, of]));
    return cells.map(({ key, rows: behind, articles }) => {
      const { value, low, high, count: total } = means.get(key);
      const enough = total >= MIN_SHARE;
      return { group: key, issue, count: behind.length, articles, total, behind, share: enough ? value : null,
        low: enough && low !== null ? Math.max(low, 0) : null, high };
    });
  });
  return busiest(made, (of) => of.count);
}

for (const by of ["all", "outlet", "speaker", "side"]) {
  TABLES[`issues-${by}`] = (part) => attentionOf(part, by).map((of) => {
    const behind = { quotes: of.behind };
    return {
      cells: { [by]: of.group, issue: of.issue, count: of.count, share: of.share, interval: ends(of),
        total: of.total, articles: of.articles },
      behind: { count: behind, share: behind },
    };
  });
}

// Statements once for each issue that they are about: {row, issue}, in order.
function statementsAbout(part) {
  const { quote } = part.all.statements;
  const { names, quotes, statements } = part.all.issues;
  const order = [...names].sort(before);
  return part.statements.flatMap((row) => order.filter((issue) => (
    quote[row] >= 0 ? quotes.get(issue).has(quote[row]) : statements.get(issue).has(row)))
    .map((issue) => ({ row, issue })));
}

TABLES["issue-stances"] = (part) => {
  const { all } = part;
  const { art, score, target } = all.statements;
  const told = statementsAbout(part);
  const column = (values) => Int32Array.from(told, ({ row }) => values[row]);
  const made = estimates(told.map((_, n) => n), (n) => `${told[n].issue}\n${all.pair(told[n].row)}`,
    column(art), column(score));
  return busiest(made, (of) => of.count).map((of) => {
    const { row, issue } = told[of.rows[0]];
    const behind = { statements: of.rows.map((n) => told[n].row) };
    return {
      cells: { issue, teller: all.teller(row), target: all.name(target[row]), value: of.value,
        interval: ends(of), count: of.count, articles: of.articles },
      behind: { value: behind, count: behind },
    };
  });
};

// Shares by gender or role of the quotes about each issue; a quote about two counts in both.
function sourcesOnIssues(part, of) {
  const { all } = part;
  const { names, quotes } = all.issues;
  const first = new Map();
  const made = names.flatMap((issue) => {
    const held = part.quotes.filter((row) => quotes.get(issue).has(row));
    const cells = shares(all, held, () => issue, classesOf(all, of)).made;
    first.set(issue, Math.min(...cells.map(({ rows: [row] }) => row)));
    return cells;
  });
  return made.sort((a, b) => b.total - a.total || b.count - a.count || first.get(a.group) - first.get(b.group)
    || before(a.group, b.group) || before(a.name, b.name));
}

TABLES["sources-issue"] = (part) => sourceTable(
  sourcesOnIssues(part, "gender"), sourcesOnIssues(part, "role"), "issue");
TABLES["roles-issue"] = (part) => roleTable(sourcesOnIssues(part, "role"), "issue");
