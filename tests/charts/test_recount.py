"""The page's script makes the same charts, tables and words as the package, under any filter.

Every number to 1e-9, every word to the letter: rows, ranks, axes, captions, alternative texts.
"""

import json
import random
from dataclasses import replace
from functools import cache, partial
from importlib import import_module

import pandas as pd
import pytest
import samples
from recounting import CALL, differences, drawn, needs_chromium, same_table
from samples import Quote, Told, article, tables

from onrecord import charts, display, issues, schema, summary
from onrecord.display.method import left_out
from onrecord.summary.best_quotes import best_of
from onrecord.summary.compact import compact
from onrecord.summary.intervals import student
from onrecord.tables import Tables
from onrecord.wording import read_wording

SAID = """([given, kind, asked]) => {
  const all = new Rows(given);
  Object.assign(rows, {all, base: new Part(all, given.asked)});
  const part = new Part(all, asked);
  return {facts: factTexts(kind, part), left: omissionTexts(part), opening: openingText(kind, part),
    figures: figureItems(kind, totalsOf(part)).map(([n, noun]) => counted(n, noun)).join(", ")};
}"""

LEFT = """([given, asked, data]) => {
  const all = new Rows(given);
  const base = new Part(all, given.asked);
  Object.assign(rows, { all, base, asked, part: asked && new Part(all, asked) });
  return linesOf(data).lines.map(({ids, place}) => ids || place[0]);
}"""
NEWS = """([given, asked]) => {
  const part = new Part(new Rows(given), asked);
  const { all } = part;
  rows.all = all; // whose ids are asked for
  const ids = (of) => [...(of.statements || []).map((row) => `s${all.statements.label[row]}`),
    ...(of.quotes || []).map(quoteId)];
  const told = (found) => found && { key: found.key, sentence: found.sentence, bars: found.bars,
    behind: ids(found.behind) };
  return [...newsOf(part), pairNews(part)].map(told);
}"""

pytestmark = [pytest.mark.browser, needs_chromium]


@cache
def news(seed: int) -> Tables:
    """Forty articles of made-up numbers: uneven, with days, outlets and speakers missing."""
    draw = random.Random(seed)
    outlets, people = ("The Lantern", "Harbour Post", "Tidings", None), ("Ada Quist", "Bo Lund")
    made = []
    for day in range(40):
        lines = [
            Quote(
                draw.choice((*people, None)), f"Norland and Sudmark met {n} times",
                {name: round(draw.uniform(-1, 1), 6) for name in ("Norland", "Sudmark")},
                kind=draw.choice(("direct", "indirect", "mixed")), polarity=draw.uniform(-1, 1),
                cue_class=draw.choice(("say", "claim", "admit", None)),
                factuality=draw.choice(("asserted", "asserted", "hedged", "negated")),
                affiliation=draw.choice((None, "Sudmark", "Norland")),
                beside="Cleo Rand" if (day + n) % 5 == 0 else None,
            )
            for n in range(draw.randint(0, 6))
        ]  # fmt: skip
        lines.append(Told("Norland waited.", {"Norland": draw.uniform(-1, 1)}, draw.uniform(-1, 1)))
        when = (
            None if day % 13 == 5 else f"2031-{3 + day // 20:02}-{1 + day % 20:02}T0{day % 10}:30"
        )
        title = f"Day <{day}> & 5% of “it”" if day % 7 else f"Day {day}"
        made.append(article(draw.choice(outlets), when, *lines, title=title))
    given = tables(*made, types={"Sudmark": "country", "Norland": "country"})
    ids = given.articles.article_id
    stories = pd.DataFrame({"article_id": ids, "story_id": [ids[n - n % 2 % 3] for n in range(40)]})
    return Tables(**{name: getattr(given, name) for name in Tables.names()},
                  provenance=given.provenance, stories=stories)  # fmt: skip


EVENTS = [
    ("2031-03-04", "The <treaty> is signed"), ("2031-03-02", "Talks & toasts"),
    ("2029-01-01", "Long ago"),
]  # fmt: skip
ELSEWHERE = {"repeats"}  # of other corpora: see test_recount_repeats.py
CALLS = [
    ("stance_matrix", {}), ("coverage_matrix", {}), ("stance_means", {}), ("coverage_means", {}),
    ("stance_matrix", {"top": 1, "actors": 1, "title": "A <b>", "names": {"Ada Quist": "Ada"}}),
    ("stance_matrix", {"order": "number", "least": 1}), ("coverage_matrix", {"order": "camp"}),
    ("stance_means", {"by": "teller", "top": 20}), ("coverage_means", {"by": "target"}),
    ("speaker_bars", {"top": 1}), ("network", {}), ("network", {"top": 2}),
    ("cue_profile", {"of": "endorsement"}), ("cue_profile", {"by": "speaker"}),
    ("kinds", {}), ("kinds", {"by": "speaker", "top": 1}), ("right_of_reply", {}), ("volume", {}),
    ("timeline", {"top": 7}), ("timeline", {"of": "tone", "top": 3}), ("volume", {"top": 3}),
    ("timeline", {}), ("timeline", {"of": "coverage"}), ("timeline", {"of": "tone", "title": "T"}),
    ("drift", {}), ("drift", {"at": "2031-03-15", "top": 2}),
    ("speaker_bars", {"title": "A <b>", "names": {"Ada Quist": "Ada & Co"}, "order": "name"}),
    ("kinds", {"names": {"The Lantern": "L"}, "order": ["Tidings", "nobody"]}),
    ("network", {"title": "T", "names": {"Norland": "N"}}), ("volume", {"title": "Days"}),
    ("timeline", {"events": EVENTS}), ("volume", {"events": EVENTS}), ("cue_profile", {"top": 2}),
    ("comparison", {}), ("comparison", {"of": "stance"}), ("comparison", {"of": "coverage"}),
]  # fmt: skip
FILTERS = [
    {}, {"outlet": "Harbour Post", "since": "2031-03-05"}, {"actor": "Sudmark"},
    {"speaker": "Ada Quist", "actor": "Norland", "until": "2031-04-12"}, {"copies": True},
]  # fmt: skip
PAGES = [{}, {"speaker": "Ada Quist"}, {"outlet": "The Lantern"}, {"article": "a17"}]


def test_every_chart_is_among_the_calls():
    assert {name for name, _ in CALLS} | ELSEWHERE == {
        name for name in charts.__all__ if name.islower()
    }


def selected(given: Tables, article: str = "", **asked) -> Tables:
    """What a page is about, and what a filter leaves of it."""
    if article:
        ids = given.listed.article_id
        given = given.narrowed(ids[ids == article])
    return summary.select(given, **asked)


def calls(number: int) -> list[tuple[str, dict]]:
    """All calls for the first filter; for another one of each chart, in turns."""
    if not number:
        return CALLS
    by_name: dict[str, list[dict]] = {}
    for name, options in CALLS:
        by_name.setdefault(name, []).append(options)
    return [(name, several[number % len(several)]) for name, several in by_name.items()]


@pytest.mark.parametrize("base", PAGES, ids=str)
def test_charts_of_a_filter_are_those_of_the_selection(script, base):
    given = news(1)
    jobs, wanted = [], []
    # what a page is about is no filter of it
    filters = [more for more in FILTERS if not base.keys() & more.keys()]
    filters = filters[:3:2] if base else filters
    # of a part no chart is asked for in all of its ways
    for number, asked in enumerate(({**base, **more} for more in filters), start=bool(base)):
        part = selected(given, **asked)
        for name, options in calls(number):
            jobs.append((name, {k: list(v) if isinstance(v, tuple) else v
                                for k, v in options.items()}, asked))  # fmt: skip
            wanted.append(drawn(getattr(charts, name)(part, **options)))
    made = script.evaluate(CALL, [compact(given, base), jobs])
    for job, one, other in zip(jobs, wanted, made, strict=True):
        behind = one.pop("behind"), other.pop("behind")
        assert differences(one, other) == [], job
        assert behind[0] == behind[1], job  # a mark has its evidence in both


@pytest.mark.parametrize(
    "make",
    [samples.one_quote, samples.long_names, samples.hostile, samples.thousand_quotes,
     samples.empty, samples.portrayed, samples.camped],
)  # fmt: skip
def test_charts_of_odd_corpora_are_the_same(script, make):
    given = make()
    jobs = [(name, {}, {}) for name in charts.__all__ if name.islower() and name not in ELSEWHERE]
    made = script.evaluate(CALL, [compact(given, {}), jobs])
    for (name, *_), other in zip(jobs, made, strict=True):
        one = drawn(getattr(charts, name)(given))
        assert differences(one["data"], other["data"]) == [], name
        assert differences(one["layout"], other["layout"]) == [], name


@pytest.mark.parametrize("asked", [{"outlet": "Harbour Post"}, {"speaker": "Bo Lund"}])
def test_a_filter_changes_no_look_of_a_camp(script, asked):
    given = samples.camped()
    names = ("network", "stance_matrix", "coverage_matrix")
    made = script.evaluate(CALL, [compact(given, {}), [(name, {}, asked) for name in names]])
    for name, other in zip(names, made, strict=True):
        one = drawn(getattr(charts, name)(summary.select(given, **asked)))
        assert differences(one["data"], other["data"]) == [], name
        assert differences(one["layout"], other["layout"]) == [], name


def test_many_camps_look_alike_in_both(script):
    people = [f"Speaker {n:02d}" for n in range(30)]
    sides = {name: f"The {n} of those camps" for n, name in enumerate(people)}
    given = samples.with_sides(samples.thousand_quotes(), **sides)
    [other] = script.evaluate(CALL, [compact(given, {}), [("network", {"top": 40}, {})]])
    one = drawn(charts.network(given, top=40))
    assert differences(one["data"], other["data"]) == []
    assert differences(one["layout"], other["layout"]) == []
    keys = [trace for trace in one["data"] if trace.get("showlegend")]
    looks = [(key["marker"]["color"], key["marker"]["symbol"]) for key in keys]
    assert len(set(looks)) == len(looks) == 31  # all told apart, and from who is in none


TOLD = {
    "Ada Quist": ("f", "politician", "the coast"), "Bo Lund": ("m", "expert", "the hills"),
    "Cleo Rand": (None, "citizen", "the coast"), "Norland": (None, "official", "the hills"),
    "Sudmark": (None, None, "nobody's"),
}  # fmt: skip


@cache
def peopled() -> Tables:
    """`news` with what is told of its sources, camps among it; some of the nameless are "he"."""
    given = news(2)
    blank = dict.fromkeys(schema.names("actors")) | {"articles": 1}
    kinds = {"Norland": "country", "Sudmark": "country"}
    rows = [
        blank | {"actor": name, "actor_type": kinds.get(name, "person"), "gender": gender,
                 "role": role, "side": side}
        for name, (gender, role, side) in TOLD.items()
    ]  # fmt: skip
    said = given.attributions.copy()
    nobody = said.index[said.speaker.isna()][::3]
    said.loc[nobody, "resolved_by"] = "none"
    said.loc[said.index[::5], "content"] = "Norland  met\tSudmark again and again"
    return replace(given, actors=schema.frame("actors", rows), attributions=said)


BOOK = tuple(
    issues.Issue(name, (read_wording(word),))
    for name, word in (("waiting", "waited"), ("times", "met"), ("again", "agai*"), ("none", "no"))
)


@cache
def filtered(number: int) -> tuple[dict, display.View]:
    """What a page carries, and what the package selects by a filter."""
    given = peopled()
    made = summary.select(given, **TABLE_FILTERS[number])
    part = display.View("corpus", "", made, given, codebook=BOOK)
    return compact(given, display.open_corpus(given).asked, more=part.carries), part


TABLE_FILTERS = [*FILTERS, {"since": "2031-03-12"}]
LISTS = {
    "speakers": display.speakers, "actors": display.actors, "outlets": display.outlets,
    "articles": display.articles, "quotes": display.quotes, "criticised": display.criticised,
    "sources": display.sources,
    **{f"{of}-{by}": partial(make, by=by) for by in ("outlet", "time", "issue")
       for of, make in (("sources", display.sources_by), ("roles", display.roles_by))},
    "camps": display.camps, "between-camps": display.between_camps,
    **{f"issues-{by}": partial(display.issues, by=by)
       for by in ("all", "outlet", "speaker", "side")},
    "issue-stances": display.issue_stances,
}  # fmt: skip


@pytest.mark.parametrize("asked", TABLE_FILTERS, ids=str)
@pytest.mark.parametrize("name", LISTS)
def test_tables_of_a_filter_are_those_of_the_selection(script, monkeypatch, name, asked):
    monkeypatch.setattr(import_module("onrecord.display.table"), "DIGITS", 17)
    sent, part = filtered(TABLE_FILTERS.index(asked))
    data = LISTS[name](part).data
    assert data["recount"] == name
    same_table(script, sent, data, asked)


@cache
def factions() -> Tables:
    """Thirty speakers in three groups that mostly side alike, over four months."""
    draw = random.Random(11)
    targets = [f"Land {n}" for n in range(9)]
    made = []
    for day in pd.date_range("2031-01-01", periods=60, freq="2D"):
        lines = []
        for _ in range(12):
            who = draw.randrange(30)
            about = draw.sample(range(9), 2)
            side = {
                n: (0.6 if (n + who) % 3 else -0.6) * draw.choice((1, 1, 1, 1, -1)) for n in about
            }
            words = " and ".join(targets[n] for n in about)
            lines.append(
                Quote(
                    f"Speaker {who:02d}", f"{words} met", {targets[n]: of for n, of in side.items()}
                )
            )
        made.append(article(draw.choice(("The Lantern", "Tidings")), str(day.date()), *lines))
    return tables(*made)


TOGETHER = {
    "coalitions": display.coalitions, "divided": display.divided,
    "camps-over-time": display.camps_over_time,
}  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [{}, {"outlet": "Tidings"}, {"until": "2031-02-20"}, {"actor": "Land 3"},
     {"speaker": "Speaker 07"}],
    ids=str,
)  # fmt: skip
def test_who_stands_together_under_a_filter_as_in_the_selection(script, monkeypatch, asked):
    """Groups, too, which are found by chance moves: of the same seed as the package's."""
    pytest.importorskip("networkx")
    monkeypatch.setattr(import_module("onrecord.display.table"), "DIGITS", 17)
    given = factions()
    part = display.View("corpus", "", summary.select(given, **asked), given)
    sent = compact(given, {})
    rows = {
        name: same_table(script, sent, make(part).data, asked) for name, make in TOGETHER.items()
    }
    if not asked:
        assert len(rows["coalitions"]) > 2 and len(rows["camps-over-time"]) > 4


@pytest.mark.parametrize(
    ("asked", "left"),
    [(None, ["qa0-0", "qa1-0", "a0", "a1"]),
     ({"outlet": "Post"}, ["qa0-0", "a0"]),
     ({"speaker": "Bo Ek"}, ["qa1-0", "a1"]),
     ({"since": "2031-04-01"}, [])],
)  # fmt: skip
def test_rows_of_one_quote_or_place_each_stay_where_the_filter_leaves_it(script, asked, left):
    """Claims with figures, and places that were searched for, are not counted: they are left."""
    given = tables(
        article("Post", "2031-03-01", Quote("Ada Quist", "40,000 ferries sail")),
        article("Gazette", "2031-03-02", Quote("Bo Ek", "30,000 ferries sail")),
    )
    ids = ["qa0-0", "qa1-0", "", ""]
    places = [["a0", 0], ["a1", 0], ["a0", 0], ["a1", 0]]
    data = {"columns": [], "rows": [[]] * 4, "ids": ids, "places": places, "fixed": False}
    assert script.evaluate(LEFT, [compact(given, {}), asked, data]) == left
    made = display.ledger(display.open_corpus(given)).data
    assert len(made["rows"]) == 2 and made["fixed"] is False


@pytest.mark.parametrize("asked", [{}, {"outlet": "Post"}, {"until": "2031-03-02"}], ids=str)
def test_names_that_may_be_one_person_follow_the_filter(script, asked):
    names = ("Quist", "Ada Quist", "A. Quist", "Bo Quist", "Lund", "Bo Lund")
    days = [("Post", 6), ("Gazette", 4), ("Post", 5), ("Gazette", 3)]
    given = tables(*(
        article(outlet, f"2031-03-0{n}", *(Quote(name, "It is so") for name in names[:many]))
        for n, (outlet, many) in enumerate(days, 1)
    ))  # fmt: skip
    part = summary.select(given, **asked)
    call = "([given, asked]) => samePersons(new Part(new Rows(given), asked)).map(Object.values)"
    wanted = summary.same_person(part).to_numpy().tolist()
    assert script.evaluate(call, [compact(given, {}), asked]) == wanted
    assert len(wanted) > 2


OWN = {"speaker": "Ada Quist", "actor": "Norland"}


@cache
def about(kind: str) -> tuple[Tables, dict, dict]:
    """A corpus, what a page of a kind selects of it, and what that page carries."""
    given = samples.with_outcomes(news(3)) if kind == "corpus" else about("corpus")[0]
    base = {kind: OWN[kind]} if kind in OWN else {}
    return given, base, compact(given, base)


@pytest.mark.parametrize("asked", FILTERS, ids=str)
@pytest.mark.parametrize("kind", ["corpus", "speaker", "actor"])
def test_words_and_figures_of_a_filter_are_those_of_the_selection(script, kind, asked):
    if kind in asked:
        return  # the page is about one of them
    given, base, sent = about(kind)
    asked = {**base, **asked}
    view = display.View(kind, "", summary.select(given, **asked), given, base)
    made = script.evaluate(SAID, [sent, kind, asked])
    assert made["facts"] == view.facts()
    assert made["left"] == left_out(view.tables)
    assert made["figures"] == display.figures(view).plain
    if kind != "corpus":  # there findings stand, until a filter is set
        whom = {name: asked.get(name) for name in OWN}
        assert summary.lead(view.tables, **whom).sentence.startswith(made["opening"])


SELECTED = [*FILTERS, {"speaker": "Ada Quist"}, {"until": "2031-03-04"}]


def unheard() -> Tables:
    """The one who is criticised hardest in an article is not the one who is most often unheard."""
    said = [Quote("Ada Quist", f"{who} lied", {who: -0.8}) for who in ("Norland", "Sudmark", "Ys")]
    often, other, hardest = said
    return tables(
        *(article("X", f"2031-03-0{n}", often, other) for n in (1, 2, 3)),
        article("X", "2031-03-04", hardest, hardest, hardest),
    )


@pytest.mark.parametrize(
    ("make", "filters"),
    [
        (lambda: news(3), SELECTED),
        (unheard, [{}, {"outlet": "X"}]),
        (samples.thousand_quotes, SELECTED[::3]),
        *((partial(samples.leaning, clear), [{}, {"speaker": "Ada Quist"}]) for clear in (1, 2)),
    ],
)
def test_the_findings_of_a_filter_are_those_of_the_selection(script, make, filters):
    given = make()
    sent = compact(given, {})
    for asked in filters:
        part = summary.select(given, **asked)
        *made, pair = script.evaluate(NEWS, [sent, asked])
        wanted = [
            {"key": of.key, "sentence": of.sentence, "behind": of.evidence.split(),
             "bars": [{"name": b.name, "part": b.part, "label": b.label} for b in of.bars]}
            for of in summary.news(part)
        ]  # fmt: skip
        assert differences(wanted, made) == [], asked
        found = summary.lead(part, **{name: asked.get(name) for name in OWN})
        if found.count:
            assert found.sentence.endswith(pair["sentence"])
            assert len(pair["behind"]) == found.count
        else:
            assert pair is None


@pytest.mark.parametrize("freedom", [1, 2, 4, 7.31, 29.5, 30, 31, 88, 1e4])
def test_students_t_is_the_same(script, freedom):
    there = script.evaluate("freedom => student(freedom)", freedom)
    assert there == pytest.approx(float(student(freedom)), abs=1e-12)


@pytest.mark.parametrize("value", [0.125, -0.125, 0.375, 0.005, 0.994999, 1, -0.004, 2.5, 0])
def test_numbers_are_rounded_alike(script, value):
    assert script.evaluate("value => signed(value)", value) == summary.words.signed(value)


def test_distinctive_words_are_the_same(script):
    given = news(5)
    words = ("Harbour’s tolls", "grain, grain", "peace-talks", "l'été", "ΣΊΓΜΑ", "won't say")
    draw = random.Random(10)
    said = [f"{draw.choice(words)} and {draw.choice(words)}" for _ in given.attributions.index]
    rows = given.attributions.assign(content=said)
    frames = {name: getattr(given, name) for name in Tables.names()} | {"attributions": rows}
    given = Tables(**frames, provenance=given.provenance)
    asked = {"outlet": "The Lantern"}, {"outlet": "Harbour Post"}
    sides = [summary.quotes(summary.select(given, **side)) for side in asked]
    quotes = [
        [{"art": q.article_id, "id": q.quote_id, "text": q.content, "row": n}
         for n, q in enumerate(side.itertuples())]
        for side in sides
    ]  # fmt: skip
    call = """(parts) => parts && standingOut(parts, 99).map((side) => side.map(
      ({word, quotes, articles, score, rows}) => [word, quotes, articles, score, rows.length]))"""
    scored = """(parts) =>
      [...new Set(parts.flat().flatMap(({text}) => [...wordsIn(text)]))].sort()"""
    found = summary.distinctive(given, *asked, top=99)
    wanted = [
        [[w.word, [w.quotes_one, w.quotes_other], [w.articles_one, w.articles_other], w.score,
          len(w.evidence.split())] for w in found[found.part == part].itertuples()]
        for part in ("one", "other")
    ]  # fmt: skip
    assert differences(wanted, script.evaluate(call, quotes)) == []
    assert script.evaluate(scored, quotes) == sorted(
        {"harbour", "tolls", "grain", "peace-talks", "l'été", "σίγμα"}
    )


BEST = [
    [("A: We stay where we are, whatever comes of it.", "Ada Quist", "direct", 0.1)],
    [("QUIST: We stay where we are, whatever comes.", "Ada Quist", "direct", 0.0),
     ("She says that they will stay where they are.", "Ada Quist", "indirect", 0.9)],
    [("Short.", None, "direct", None),
     ("One thing: they stay where they are, all of them.", "Bo", "direct", -0.7)],
    [("Ada Quist: “We stay, we stay and we stay again.”", "Ada Quist", "direct", -0.2),
     ("Ada Quist: “We go, we go and we go once again.”", "Ada Quist", "direct", 0.6)],
]  # fmt: skip


@pytest.mark.parametrize("lines", BEST)
def test_the_best_quote_is_the_same_and_has_no_label(script, lines):
    names = ["text", "speaker", "kind", "score"]
    found = pd.DataFrame(lines, columns=names).assign(factuality="asserted", confidence=0.5)
    best = best_of(found, set())
    call = "(rows) => bestOf(rows, new Set()).text"
    rows = json.loads(found.to_json(orient="records"))
    assert script.evaluate(call, rows) == best["text"]
    assert not best["text"].startswith(("A:", "QUIST", "Ada Quist:", "Short"))
