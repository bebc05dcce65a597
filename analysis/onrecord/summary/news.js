// The findings of a page and what stands behind each; mirrors news.py and lead.py.
const [MOST_NEWS, BARS, FIRST_SPEAKERS, DIFFERENT, FEWEST, FEWEST_CASES] = [5, 4, 3, 0.1, 3, 5];
const [FEWEST_SILENT, WIDESPREAD] = [3, 3]; // cases of one who is told of by name; articles of a pair told of as widespread

function fewNews(part) {
  const { speaker, art } = part.all.quotes;
  const of = busiest(groups(part.named, (row) => speaker[row], art), (each) => each.rows.length);
  const total = quoteCount(part.all, part.named);
  if (!total) return null;
  const people = of.length;
  const top = of.slice(0, FIRST_SPEAKERS);
  const first = new Set(top.map((each) => each.key));
  const spoken = part.named.filter((row) => first.has(speaker[row]));
  const count = quoteCount(part.all, spoken); // what several of them say together is one quote
  const name = (each) => part.all.name(each.key);
  const once = (each) => (each.articles === 1 && each.rows.length > 1 ? ", all in one article" : "");
  const names = listedWords(top.map((each) => `${name(each)} (${grouped(each.rows.length)}${once(each)})`));
  const some = people > FIRST_SPEAKERS;
  const bars = top.map((each) => (
    { name: name(each), part: each.rows.length / total, label: grouped(each.rows.length) }));
  if (some) bars.push({ name: counted(people - FIRST_SPEAKERS, "other"), part: 1 - count / total, label: grouped(total - count) });
  let sentence = `One speaker alone is quoted by name: ${names}.`;
  if (people > 1) sentence = `All ${grouped(total)} named quotes are of ${people} speakers: ${names}.`;
  if (some) {
    sentence = `${FIRST_SPEAKERS} of ${grouped(people)} named speakers have `
      + `${percentWords(count / total, count, total)} of all named quotes: ${names}.`;
  }
  if (top.reduce((sum, each) => sum + each.rows.length, 0) > count) {
    sentence += " A quote that several of them share counts for each.";
  }
  return { key: "few", sentence, bars, behind: { quotes: spoken } };
}

// Up to four outlets: of more, those with the largest shares and the last.
function shareBars_(known, column) {
  const named = known.filter((cells) => cells.outlet !== null);
  const shown = named.length <= BARS ? named : [...named.slice(0, BARS - 1), named[named.length - 1]];
  const lowest = named.length > BARS ? ` (lowest of ${grouped(named.length)})` : "";
  return shown.map((cells, n) => ({ name: `${cells.outlet}${n === BARS - 1 ? lowest : ""}`, part: cells[column],
    label: wholePercent(cells[column]) }));
}

// What is told of outlets that published enough, the largest share first.
const housesBy = (lines, column) => busiest(lines.map(({ cells }) => cells)
  .filter((cells) => cells[column] !== null && cells.articles >= FEWEST), (cells) => cells[column]);

function unnamedNews(part, outlets) {
  const { all } = part;
  const nobody = part.quotes.filter((row) => all.quotes.speaker[row] < 0);
  const [total, count] = [quoteCount(all, part.quotes), quoteCount(all, nobody)];
  if (!count) return null;
  const known = housesBy(outlets, "unnamed");
  return {
    key: "unnamed",
    sentence: total >= MIN_SHARE
      ? `${wholePercent(count / total)} of all quotes (${grouped(count)} of ${grouped(total)}) are not traced to a named speaker.`
      : `${grouped(count)} of ${counted(total, "quote")} ${count === 1 ? "is" : "are"} not traced to a named speaker.`,
    bars: shareBars_(known, "unnamed"),
    behind: { quotes: nobody },
  };
}

function unansweredNews(part) {
  const found = new Map();
  const answers = answeredOf(part);
  answers.forEach(({ actor, quoted, articles, rows: of }) => {
    if (!found.has(actor)) found.set(actor, { actor, silent: 0, heard: 0, rows: [] });
    const made = found.get(actor);
    if (quoted) made.heard = articles; else Object.assign(made, { silent: articles, rows: of });
  });
  const of = [...found.values()].sort((a, b) => b.silent - a.silent || a.heard - b.heard || before(a.actor, b.actor));
  const silent = of.reduce((sum, each) => sum + each.silent, 0);
  const cases = silent + of.reduce((sum, each) => sum + each.heard, 0);
  if (!silent || cases < FEWEST_CASES) return null;
  const [first, second] = of;
  const told = first.silent >= Math.max(FEWEST_SILENT, first.heard) && first.silent !== second?.silent;
  const often = told ? ` Most often ${first.actor}: reads as criticised in `
    + `${counted(first.silent + first.heard, "article")}, not quoted in ${grouped(first.silent)} of them.` : "";
  const longest = Math.max(...of.map((each) => each.silent + each.heard));
  return {
    key: "unanswered",
    sentence: `In ${grouped(silent)} of ${counted(cases, "case")} the one criticised is not quoted in the `
      + `article.${often}`,
    bars: of.filter((each) => each.silent).slice(0, BARS).map((each) => ({ name: each.actor,
      part: each.silent / longest, label: `${each.silent} of ${each.silent + each.heard} not quoted` })),
    // where nobody stands out, all of them, the hardest first
    behind: { statements: told ? first.rows : answers.flatMap((each) => (each.quoted ? [] : each.rows)) },
  };
}

function directNews(part, outlets) {
  const { all } = part;
  const known = housesBy(outlets, "direct").filter(({ outlet }) => outlet !== null);
  const [most, least] = [known[0], known[known.length - 1]];
  if (known.length < 2 || most.direct - least.direct < DIFFERENT) return null;
  const share = (cells) => percentWords(cells.direct, Math.round(cells.direct * cells.quotes), cells.quotes);
  const [direct, house] = [all.number.get("direct"), all.number.get(most.outlet)];
  return {
    key: "direct",
    sentence: `${most.outlet} gives ${share(most)} of its quotes in the speakers' own words, `
      + `${least.outlet} ${share(least)}.`,
    bars: shareBars_(known, "direct"),
    behind: { quotes: part.quotes.filter((row) => all.quotes.kind[row] === direct && ofOutlet(all, row) === house) },
  };
}

function directionNews(part) {
  const clear = busiest(pairsOf(part, SPEAKER).filter((of) => of.clear), (of) => Math.abs(of.value));
  if (!clear.length) return null;
  const [top] = clear;
  const side = (of) => (of.value > 0 ? "for" : "against");
  const number = clear.length > 1 ? `${clear.length} pairs show` : "One pair shows";
  return {
    key: "direction",
    sentence: `${number} a clear direction; the widest: ${top.teller} reads as ${side(top)} ${top.target} `
      + `(${counted(top.count, "statement")} in ${counted(top.articles, "article")}, mean ${signed(top.value)}, `
      + `${intervalWords(top.low, top.high)}). ${MISREAD}`,
    bars: clear.slice(0, BARS).map((of) => ({ name: `${of.teller} ${side(of)} ${of.target}`,
      part: Math.abs(of.value), label: signed(of.value) })),
    behind: { statements: top.rows },
  };
}

function changeNews(part) {
  const split = middleOf(part.days);
  const clear = split === null ? [] : changesOf(part, split).filter((of) => of.clear);
  if (!clear.length) return null;
  const [top] = busiest(clear, (of) => Math.abs(of.change));
  const way = top.change > 0 ? "more favourable to" : "harsher on";
  return {
    key: "change",
    sentence: `Since ${dayWords(isoDay(split), true)} ${top.teller} reads as ${way} ${top.target} than before `
      + `(mean ${signed(top.before.value)}, then ${signed(top.after.value)}). ${MISREAD}`,
    bars: ["before", "after"].map((which) => ({ name: which, part: Math.abs(top[which].value), label: signed(top[which].value) })),
    behind: { statements: [...top.after.rows, ...top.before.rows] },
  };
}

function newsOf(part) {
  const outlets = TABLES.outlets(part);
  return [fewNews, unnamedNews, unansweredNews, directNews, directionNews, changeNews]
    .map((find) => find(part, outlets)).filter(Boolean).slice(0, MOST_NEWS);
}

// Why a page has no pair to tell of.
function noPair(part) {
  const { speaker, actor } = part.asked;
  if (pairsOf(part, SPEAKER).length) {
    const whose = actor ? `speaker's stance toward ${actor}` : "stance toward anyone";
    return `No ${whose} stands in more than one article.`;
  }
  if (speaker) return "No statement about a named actor was found.";
  if (actor) return `No statement about ${actor} by a named speaker was found.`;
  return "No named speaker takes a stance toward a named actor.";
}

// How statements read, as the end of a sentence that counts them.
function readAs(labels) {
  if (labels.length > 1) {
    return `which read as ${labels.map(([n, said]) => `${grouped(n)} ${said}`).join(", ")}`;
  }
  const [[n, said]] = labels;
  return `${{ 1: "which reads", 2: "both of which read" }[n] ?? "all of which read"} as ${said}`;
}

// What a pair is among all of them, the most widely reported first, and those with a clear direction.
function whichPair(made, sure, speaker) {
  const [top] = sure.length ? sure : made;
  const tied = (list) => list.filter((of) => of.articles === top.articles).length > 1;
  if (top.articles < made[0].articles) { // others without a direction stand in more
    if (sure.length === 1) return "The one clear direction";
    return `${tied(sure) ? "Among the" : "The"} most widely reported of ${grouped(sure.length)} clear directions`;
  }
  if (made.length === 1) return speaker ? "All that is reported" : "The only pair";
  if (top.articles < WIDESPREAD) return "Reported in more than one article";
  return tied(made) ? "Among the most widely reported" : "Most widely reported";
}

// The pair in the most articles, of those with a clear direction where there are any, in a sentence;
// null where there is none of more than one article.
function pairNews(part) {
  const made = [...pairsOf(part, SPEAKER)].sort((a, b) => b.articles - a.articles || b.count - a.count);
  if (!made.length || (made.length > 1 && made[0].articles < 2)) return null;
  const sure = made.filter((of) => of.clear);
  const [top] = sure.length ? sure : made;
  const { stance } = part.all.statements;
  const { speaker } = part.asked;
  const labels = [[FAVOR, "for"], [AGAINST, "against"], [NONE, "neutral"]]
    .map(([label, said]) => [top.rows.filter((row) => stance[row] === label).length, said])
    .filter(([n]) => n);
  const which = whichPair(made, sure, speaker);
  const pair = speaker ? `the stance toward ${top.target}` : `${top.teller} on ${top.target}`;
  let sentence = `${which} is ${pair}: ${counted(top.count, "statement")} in ${counted(top.articles, "article")}, `
    + `${readAs(labels)}.`;
  if (top.clear) {
    sentence += ` On average that is ${Math.abs(top.value) >= 0.5 ? "clearly" : "mildly"} `
      + `${top.value > 0 ? "for" : "against"} (mean stance ${signed(top.value)}, ${intervalWords(top.low, top.high)}).`;
  }
  return { key: "pair", sentence, bars: [], behind: { statements: top.rows } };
}
