"""One counter: a store asked where its rows lie gives what frames in memory give."""

import json
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
import samples
from samples import Quote, Told, article, tables
from stored import held, stored

from onrecord import charts, display, summary
from onrecord.errors import AnalysisError, StoreError
from onrecord.report.plan import plan
from onrecord.store import Reading
from onrecord.store.layout import batches
from onrecord.tables import Tables


@cache
def odd() -> Tables:
    """Wire copy, quotes of several speakers, unknown dates, outlets and speakers, ties."""
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8}, affiliation="Sudmark")
    reply = Quote("Bo Lund", "Norland is a friend", {"Norland": 0.7}, affiliation="Norland")
    denied = Quote("Bo Lund", "Sudmark lost", {"Sudmark": -0.9}, factuality="negated")
    nobody = Quote(None, "Norland waits", {"Norland": -0.7}, cue_class=None)
    told = Told("Sudmark's ship sank.", {"Sudmark": -0.9}, polarity=-0.4)
    made = tables(
        article("Harbour Post", "2031-03-02", quote, reply, told, title="Again"),
        article("The Lantern", "2031-03-01", quote, reply, told, title="First"),
        article("The Lantern", "2031-05-03T10:30", quote, denied, title="Another"),
        article("Tidings", None, quote, nobody, told, title="Undated"),
        article(None, "2031-05-03", denied, nobody, told, reply),
        article(None, None, Told("It rained.", {}, polarity=0.2)),
        *(article("The 'L'", f"2031-06-{day:02}", quote, reply, told) for day in range(1, 15)),
    )
    # the first quote of every second article has a second speaker
    first = made.attributions[made.attributions.attribution_id.str.match(r"a\d*[02468]-0$")]
    second = first.assign(attribution_id=first.attribution_id + ".2", speaker="Cleo Rand")
    stances = made.stances[made.stances.attribution_id.isin(first.attribution_id)]
    stances = stances.assign(attribution_id=stances.attribution_id + ".2", speaker="Cleo Rand")
    grouped = pd.DataFrame({"article_id": ["a0", "a1", "a2", "a3"], "story_id": list("xxyx")})
    return replace(
        made,
        attributions=pd.concat([made.attributions, second], ignore_index=True),
        stances=pd.concat([made.stances, stances], ignore_index=True),
        stories=grouped,
    )


def all_kinds() -> Tables:
    """The odd one, names that are markup, and more quotes than charts show, in one corpus."""
    return samples.joined(odd(), samples.hostile(), samples.hundred_quotes())


NAMES = [{"article_id": f"aa{n}", "name": "Bo Lund", "becomes": "Bo A. Lund"} for n in range(9)]
SHAPES = {
    "empty": (samples.empty, []), "one_quote": (samples.one_quote, []),
    "all kinds": (all_kinds, NAMES),
}  # fmt: skip
SUMMARIES = {
    "actors": summary.actors,
    "actors, top": partial(summary.actors, top=1),
    "answered": summary.answered,
    "cue_classes": lambda tables: pd.DataFrame(summary.cue_classes(tables)),
    "cue_profile": summary.cue_profile,
    "cue_profile, speakers": partial(summary.cue_profile, by="speaker", keep=("say",), top=2),
    "counted_pairs": summary.counted_pairs,
    "counted_pairs, articles": partial(summary.counted_pairs, articles=True),
    "edges": summary.edges,
    "edges, top": partial(summary.edges, top=2),
    "endorsement": partial(summary.cue_profile, of="endorsement"),
    "kinds": summary.kinds,
    "kinds, speakers": partial(summary.kinds, by="speaker", top=1),
    "lead": lambda tables: pd.DataFrame([summary.lead(tables)]),
    "outlets": summary.outlets,
    "pairs": summary.pairs,
    "pairs, negated": partial(summary.pairs, negated=True),
    "speakers": summary.speakers,
    "speakers, top": partial(summary.speakers, top=2),
    "right_of_reply": summary.right_of_reply,
    "drift": summary.drift,
    "statements": summary.statements,
    "quotes": summary.quotes,
    "sentences": summary.sentences,
    "totals": lambda tables: pd.DataFrame([summary.totals(tables)]),
    "volume": summary.volume,
}
# what a selection may change: rows, their ids, and which of them are shown first
NARROWED = (
    "actors", "answered", "cue_profile, speakers", "counted_pairs, articles", "edges, top",
    "kinds, speakers", "lead", "outlets", "pairs", "speakers", "right_of_reply", "drift",
    "statements", "quotes", "sentences", "totals", "volume",
)  # fmt: skip
ASKED = {
    "copies of days": {"copies": True, "since": "2031-03-02", "until": "2031-06-03"},
    "outlet": {"outlet": "The Lantern", "speaker": "Ada Quist"}, "actor": {"actor": "Norland"},
    "both": {"speaker": "Bo Lund", "actor": "Norland", "until": "2031-06-03"},
}  # fmt: skip


@pytest.fixture(scope="module", params=SHAPES)
def pair(request, tmp_path_factory) -> tuple[Tables, Tables]:
    """One analysis, in a store and in memory."""
    made, names = SHAPES[request.param]
    opened = stored(made(), tmp_path_factory.mktemp("store") / "tables", names)
    return opened, held(opened)


@pytest.fixture(scope="module")
def views(pair) -> tuple[display.View, display.View]:
    """What the first cell of a notebook opens, of both."""
    if len(pair[1].articles) == 1:
        pytest.skip("one quote is counted above; its cells show nothing that others do not")
    return display.open_corpus(pair[0]), display.open_corpus(pair[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A store of the odd one."""
    made = tmp_path_factory.mktemp("odd") / "tables"
    stored(odd(), made)
    return made


@pytest.fixture(scope="module")
def both(folder) -> tuple[Tables, Tables]:
    """The odd one, in a store and in memory, to select from."""
    opened = Tables.open(folder)
    return opened, held(opened)


def same(filed: Callable, pandas: Callable) -> None:
    pd.testing.assert_frame_equal(
        filed, pandas, check_dtype=False, check_index_type=False, rtol=1e-12
    )
    assert filed.attrs == pandas.attrs


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_summary_is_the_same(pair, name):
    filed, pandas = (SUMMARIES[name](tables) for tables in pair)
    same(filed, pandas)


@pytest.mark.parametrize("asked", ASKED)
def test_a_selection_of_a_store_is_counted_the_same(both, asked):
    parts = [summary.select(tables, **ASKED[asked]) for tables in both]
    for name in NARROWED:
        same(*(SUMMARIES[name](part) for part in parts))
    for name in Tables.names():
        pd.testing.assert_frame_equal(*(getattr(part, name) for part in parts))
    query = "select count(*) as n, count(distinct article_id) as articles from stances"
    same(*(part.sql(query) for part in parts))


def test_names_of_the_corpus_are_counted(pair):
    named = "Bo A. Lund" in set(summary.speakers(pair[0]).speaker)
    assert named == (len(pair[0].listed) > 1)


CELLS = {
    "header": lambda view: view, "lead": display.lead, "figures": display.figures,
    "matrix": lambda view: charts.stance_matrix(view.tables),
    "bars": lambda view: charts.speaker_bars(view.tables),
    "speakers": display.speakers, "actors": display.actors,
    "network": lambda view: charts.network(view.tables),
    "endorsement": lambda view: charts.cue_profile(view.tables, of="endorsement"),
    "cues": lambda view: charts.cue_profile(view.tables, by="speaker"),
    "kinds": lambda view: charts.kinds(view.tables),
    "reply": lambda view: charts.right_of_reply(view.tables),
    "volume": lambda view: charts.volume(view.tables),
    "outlets": display.outlets, "quotes": display.quotes, "articles": display.articles,
    "evidence": display.evidence, "method": display.method,
}  # fmt: skip


def shown(cell: str, view: display.View) -> str:
    made = CELLS[cell](view)
    if hasattr(made, "to_json"):
        return made.to_json()
    return json.dumps(made._repr_mimebundle_(), sort_keys=True, default=str)


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_of_the_corpus_notebook_shows_the_same(views, cell):
    assert shown(cell, views[0]) == shown(cell, views[1])


@pytest.fixture
def capped(folder, both, monkeypatch):
    """Views of a corpus whose page has room for few rows: of a store, and of frames."""
    most, rows_shown = 30, 3
    monkeypatch.setattr(import_module("onrecord.display.evidence"), "MOST", most)
    monkeypatch.setattr(import_module("onrecord.display.opening"), "MOST", most)
    monkeypatch.setattr(import_module("onrecord.display.quotes"), "MOST", rows_shown)
    return display.open_corpus(Tables.open(folder)), display.open_corpus(both[1])


@pytest.mark.parametrize("cell", ["quotes", "articles", "evidence"])
def test_a_page_with_little_room_holds_the_same_rows(capped, cell):
    filed, pandas = (CELLS[cell](view) for view in capped)
    assert filed.data == pandas.data
    assert filed.html == pandas.html


def test_marks_name_the_evidence_that_the_page_holds_and_count_the_rest(capped):
    filed, frames = capped
    on_page = set(display.evidence(filed).data["columns"]["evidence_id"])
    assert len(on_page) == 30
    left = 0
    for name in ("pairs", "speakers", "actors", "outlets", "volume", "kinds", "answered"):
        few = SUMMARIES[name](filed.tables).evidence
        every = SUMMARIES[name](summary.select(frames.whole)).evidence
        for some, ids in zip(few, every, strict=True):
            whole = str(ids).split() if isinstance(ids, str) else []
            named = some.split() if isinstance(some, str) else []
            more = sum(int(each) for each in named if each.startswith("+"))
            assert [each for each in named if not each.startswith("+")] == [
                each for each in whole if each in on_page
            ]
            assert len([each for each in named if not each.startswith("+")]) + more == len(whole)
            left += more
    assert left


def test_the_text_of_articles_is_read_for_what_is_shown_alone(tmp_path, folder, capped):
    shutil.copytree(folder, tmp_path / "tables")
    view = display.open_corpus(Tables.open(tmp_path / "tables"))
    newest = sorted(batches(tmp_path / "tables"), key=lambda batch: batch.month)
    for each in newest:
        if each.month == "2031-03":  # all of it too old for the page
            each.file("spans").unlink()
    display.quotes(view)
    with pytest.raises(StoreError, match="cannot be read"):
        _ = view.tables.spans


@pytest.mark.parametrize(
    ("asked", "says", "about"),
    [
        ({"speaker": "Ada Quist"}, {"Ada Quist"}, None),
        ({"actor": "Sudmark"}, None, {"Sudmark"}),
        ({"speaker": "Cleo Rand", "actor": "Norland"}, {"Cleo Rand"}, {"Norland"}),
    ],
)
def test_a_selection_holds_only_whose_words_were_asked_for(both, asked, says, about):
    for given in both:
        part = summary.select(given, **asked)
        if says:
            assert set(part.attributions.speaker) == set(part.stances.speaker) == says
        if about:
            assert set(part.stances.target) == set(part.mentions.actor) == about
        assert set(part.spans.attribution_id) <= set(part.attributions.attribution_id)
        assert set(part.sentences.article_id) == set(part.articles.article_id)


@pytest.mark.parametrize("asked", [{"speaker": "Nobody Known"}, {"actor": "Noland"}])
def test_a_name_that_stands_nowhere_is_an_error_with_a_hint(both, asked):
    for given in both:
        with pytest.raises(AnalysisError, match="stands in these tables"):
            summary.select(given, **asked)


def test_a_selection_by_speaker_and_the_plan_of_reports_read_no_text(folder, monkeypatch):
    opened = Tables.open(folder)
    monkeypatch.setattr(Reading, "frame", lambda self, table: pytest.fail(f"all {table} is read"))
    assert plan(opened, min_statements=1, max_articles=3)
    part = summary.select(opened, speaker="Ada Quist", actor="Norland")
    assert len(summary.pairs(part)) == 1
    assert len(part.listed) == 16


def test_the_plan_is_that_of_the_frames(both):
    asked = {"min_statements": 2, "max_articles": 4}
    for copies in (False, True):
        plans = [plan(each, **asked, copies=copies) for each in both]
        assert plans[0] == plans[1]


def test_tables_that_were_counted_can_be_sent_to_another_process():
    made = odd()
    summary.totals(made)
    assert summary.totals(pickle.loads(pickle.dumps(made))) == summary.totals(made)


def test_rows_keep_the_labels_of_a_frame_that_was_cut_by_hand():
    made = odd()
    kept = made.stances[made.stances.target == "Norland"]
    cut = replace(made, stances=kept)
    assert set(summary.statements(cut, negated=True).evidence_id) <= {f"s{n}" for n in kept.index}
    assert set(" ".join(summary.pairs(cut).evidence).split()) <= {f"s{n}" for n in kept.index}
