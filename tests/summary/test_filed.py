"""A store counted by DuckDB where it lies: the same as frames counted by pandas."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module

import numpy as np
import pandas as pd
import pytest
import samples
from samples import Quote, Told, article, tables
from stored import held, stored

from onrecord import charts, display, summary
from onrecord.errors import StoreError
from onrecord.store.layout import batches
from onrecord.summary import bootstrap
from onrecord.summary.filed import Filed
from onrecord.summary.observed import rows
from onrecord.tables import Tables


def odd() -> Tables:
    """Wire copy, quotes of several speakers, unknown dates, outlets and speakers, ties."""
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8}, affiliation="Sudmark")
    reply = Quote("Bo Lund", "Norland's friend", {"Norland": 0.7}, affiliation="Norland")
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


SHAPES = {
    "empty": samples.empty, "one_quote": samples.one_quote, "small": samples.small,
    "long_names": samples.long_names, "hostile": samples.hostile,
    "thousand_quotes": samples.thousand_quotes, "odd": odd,
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
    "totals": lambda tables: pd.DataFrame([summary.totals(tables)]),
    "volume": summary.volume,
}
ASKED = {
    "all": {}, "copies": {"copies": True}, "outlet": {"outlet": "The Lantern"},
    "days": {"since": "2031-03-02", "until": "2031-06-03"},
}  # fmt: skip


@pytest.fixture(scope="module", params=SHAPES)
def pair(request, tmp_path_factory) -> tuple[Tables, Tables]:
    """One analysis, in a store and in memory."""
    opened = stored(SHAPES[request.param](), tmp_path_factory.mktemp("store") / "tables")
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
def test_a_selection_of_a_store_is_counted_the_same(tmp_path, asked):
    opened = stored(odd(), tmp_path / "tables")
    parts = [summary.select(tables, **ASKED[asked]) for tables in (opened, held(opened))]
    for name in SUMMARIES:
        same(*(SUMMARIES[name](part) for part in parts))
    for name in Tables.names():
        pd.testing.assert_frame_equal(*(getattr(part, name) for part in parts))
    query = "select count(*) as n, count(distinct article_id) as articles from stances"
    same(*(part.sql(query) for part in parts))


def test_names_of_the_corpus_are_counted(tmp_path):
    names = [{"article_id": f"a{n}", "name": "Bo Lund", "becomes": "Bo A. Lund"} for n in range(9)]
    opened = stored(odd(), tmp_path / "tables", names)
    assert "Bo A. Lund" in set(summary.speakers(opened).speaker)
    for name in SUMMARIES:
        same(*(SUMMARIES[name](tables) for tables in (opened, held(opened))))


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


def shown(cell: str, tables: Tables) -> str:
    made = CELLS[cell](display.open_corpus(tables))
    if hasattr(made, "to_json"):
        return made.to_json()
    return json.dumps(made._repr_mimebundle_(), sort_keys=True, default=str)


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_of_the_corpus_notebook_shows_the_same(pair, cell):
    assert shown(cell, pair[0]) == shown(cell, pair[1])


@pytest.fixture
def capped(tmp_path, monkeypatch):
    """Views of a corpus whose page has room for few rows: of a store, and of frames."""
    most, rows_shown = 30, 3
    monkeypatch.setattr(import_module("onrecord.display.evidence"), "MOST", most)
    monkeypatch.setattr(import_module("onrecord.display.opening"), "MOST", most)
    monkeypatch.setattr(import_module("onrecord.display.quotes"), "MOST", rows_shown)
    opened = stored(odd(), tmp_path / "tables")
    return display.open_corpus(opened), display.open_corpus(held(opened))


@pytest.mark.parametrize("cell", ["quotes", "articles", "evidence"])
def test_a_page_with_little_room_holds_the_same_rows(capped, cell):
    filed, pandas = (CELLS[cell](view) for view in capped)
    assert filed.data == pandas.data
    assert filed.html == pandas.html


def test_marks_name_the_evidence_that_the_page_holds_and_count_the_rest(capped):
    filed, pandas = capped
    on_page = set(display.evidence(filed).data["columns"]["evidence_id"])
    assert len(on_page) == 30
    left = 0
    for name in ("pairs", "speakers", "actors", "outlets", "volume", "kinds", "answered"):
        few, every = (SUMMARIES[name](view.tables).evidence for view in (filed, pandas))
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


def test_the_text_of_articles_is_read_for_what_is_shown_alone(tmp_path, capped):
    view = capped[0]
    newest = sorted(batches(tmp_path / "tables"), key=lambda batch: batch.month)
    for each in newest:
        if each.month == "2031-03":  # all of it too old for the page
            each.file("spans").unlink()
    display.quotes(view)
    with pytest.raises(StoreError, match="not there any more"):
        _ = view.tables.spans


def test_weights_are_counted_in_memory(pair):
    opened, frames = pair
    weights = pd.Series(2.0, index=frames.articles.article_id[::2])
    assert not isinstance(rows(opened, "quotes", weights=weights), Filed)
    assert isinstance(rows(opened, "quotes"), Filed)
    same(*(summary.pairs(tables, weights=weights) for tables in pair))


def test_beyond_many_articles_the_interval_is_what_resampling_comes_to(monkeypatch):
    draw = np.random.default_rng(3)
    sizes = draw.integers(1, 4, size=(12_000, 1)).astype(float)
    sums = sizes * draw.uniform(-1, 0.4, size=sizes.shape)
    assert len(sums) > bootstrap.LARGE
    at_once = bootstrap.interval(sums, sizes)
    monkeypatch.setattr(bootstrap, "LARGE", len(sums))
    drawn = bootstrap.interval(sums, sizes)
    assert at_once == pytest.approx(drawn, abs=0.1 * float(drawn[1, 0] - drawn[0, 0]))
    assert not np.array_equal(at_once, drawn)
