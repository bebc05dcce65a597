"""What newsrooms look up: sources, issues, repeats and coalitions on a page."""

from dataclasses import replace
from functools import cache
from importlib import import_module

import pandas as pd
import pytest
from samples import Quote, article, tables
from stored import stored

from onrecord import charts, display, repeats, schema, summary
from onrecord.display.company import joined
from onrecord.errors import AnalysisError

WHOLE = "We will close the northern lock before winter and pay every ferryman of Norland"
BOOK = "issues:\n  - name: locks\n    words: [lock*]\n  - name: fares\n    words: [fare*]\n"


@cache
def _corpus():
    """Bo Ek's words in five outlets; the third article is a copy of the second."""
    made = [
        article("The Buoy", "2031-01-02", Quote("Bo Ek", WHOLE, {"Norland": -0.9})),
        article("The Lantern", "2031-01-03", Quote("Bo Ek", "We will close the northern lock")),
        article("Tidings", "2031-01-04", Quote("Bo Ek", "We will close the northern lock")),
        article("Gazette", "2031-01-05", Quote("Bo Ek", WHOLE.replace("pay", "thank"))),
        article(None, "2031-01-06", Quote(None, WHOLE)),
        # the same words of somebody else are no repeat
        article("Post", "2031-01-07", Quote("Ada Quist", WHOLE), Quote("Bo Ek", "it is fares")),
        *(article("Post", f"2031-02-{n:02}", Quote("Ada Quist", f"Norland has {n} locks of its own",
          {"Norland": -0.8}), Quote("Bo Ek", f"Norland had {n} chances", {"Norland": -0.9}))
          for n in range(1, 11)),
    ]  # fmt: skip
    made = tables(*made)
    people = [
        {"actor": "Ada Quist", "actor_type": "person", "gender": "f", "role": "expert",
         "articles": 9},
        {"actor": "Bo Ek", "actor_type": "person", "gender": None, "role": "citizen",
         "articles": 9},
    ]  # fmt: skip
    ids = made.articles.article_id
    stories = pd.DataFrame({"article_id": ids, "story_id": ids.replace({"a2": "a1"})})
    return replace(made, actors=schema.frame("actors", people), stories=stories)


@pytest.fixture(params=["frames", "store"])
def corpus(request, tmp_path):
    return _corpus() if request.param == "frames" else stored(_corpus(), tmp_path / "store")


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "issues.yaml"
    path.write_text(BOOK, "utf-8")
    return path


def _rows(fragment):
    keys = [column["key"] for column in fragment.data["columns"]]
    return [dict(zip(keys, row, strict=True)) for row in fragment.data["rows"]]


def _shares(fragment):
    return [column["label"] for column in fragment.data["columns"] if column["kind"] == "share"]


@pytest.mark.parametrize(
    ("own", "there"),
    [
        ("a0", {("a1", "cut"), ("a3", "changed"), ("a4", "exact")}),
        ("a1", {("a0", "fuller"), ("a3", "fuller"), ("a4", "fuller")}),
        # a copy is told of others, not of its own story
        ("a2", {("a0", "fuller"), ("a3", "fuller"), ("a4", "fuller")}),
        # Bo Ek said them first: a source without a name makes two people no one
        ("a5", set()),
        ("a7", set()),
    ],
)
def test_what_became_of_words_elsewhere(own, there):
    found = repeats.elsewhere(_corpus(), own)
    of = found[found.own_words.str.startswith("We will close")]
    assert set(zip(of.article_id, of.how, strict=True)) == there
    assert found.own_id.str.startswith(own).all()


def test_an_article_says_where_its_words_stand_as_well():
    shown = display.elsewhere(display.open_article(_corpus(), "a0")).html
    # the copy in Tidings counts as an outlet
    assert "also stand in 3 other outlets (whole in 1, cut in 1 and changed in 1)" in shown
    assert "The Lantern, Tidings</a> (cut, 3 Jan 2031)" in shown
    assert 'href="onrecord:article/a3#at-' in shown
    one = tables(article("Post", "2031-02-01", Quote("Ada Quist", WHOLE)))
    alone = display.elsewhere(display.open_article(one)).html
    assert "No quotation of this article" in alone
    view = display.open_corpus(one)  # a heading of columns alone says nothing
    assert [made(view).html for made in (display.repeats, display.cuts)] == ["", ""]


def test_repeats_of_a_page(corpus):
    rows = _rows(display.repeats(display.open_corpus(corpus)))
    hows = {row["article_id"]: row["how"] for row in rows if row["words"].startswith("We will")}
    assert hows == {"a0": "fullest", "a1": "cut", "a3": "changed", "a4": "whole"}
    assert {row["also"] for row in rows if row["article_id"] == "a1"} == {"Tidings"}
    treated = _rows(display.cuts(display.open_corpus(corpus)))
    assert ("The Lantern", "cut", 1) in {(r["outlet"], r["how"], r["count"]) for r in treated}


def _same_day():
    """Four articles of Bo Ek's words; the first two of one day, the last without one."""
    cut = "We will close the northern lock"
    return tables(
        article("The Buoy", "2031-01-02", Quote("Bo Ek", WHOLE), Quote("Ada Quist", "it is fares")),
        article("The Lantern", "2031-01-02", Quote("Bo Ek", cut), Quote("Ada Quist", "locks it is"),
                Quote("Cleo Rand", "they are dear"), Quote(None, "it is so")),
        article("Gazette", "2031-01-05", Quote("Bo Ek", cut), Quote("Dan Moe", "we shall see")),
        article("Post", None, Quote("Bo Ek", cut)),
        article("Post", "2031-01-02", Quote("Eve Lund", "it is another event")),
    )  # fmt: skip


def test_who_else_was_quoted_on_the_same_day_and_event(tmp_path):
    for given in (_same_day(), stored(_same_day(), tmp_path / "store")):
        made = repeats.alongside(given, repeats.repeats(given))
        assert made[["day", "other", "quotes", "articles"]].astype("str").values.tolist() == [
            ["2031-01-02", "Ada Quist", "2", "2"], ["2031-01-02", "Cleo Rand", "1", "2"],
            ["2031-01-05", "Dan Moe", "1", "1"],
        ]  # fmt: skip
        view = display.open_corpus(given)
        told = _rows(display.company(view))
        assert [(row["day"], row["others"], row["articles"]) for row in told] == [
            ("2031-01-02", "Ada Quist (2), Cleo Rand (1)", 2), ("2031-01-05", "Dan Moe (1)", 1),
        ]  # fmt: skip
        assert {row["words"] for row in told} == {f"{WHOLE},"}
        assert display.company(view).data["ids"] == ["qa0-1 qa1-1 qa1-2", "qa2-1"]
        note = display.elsewhere(display.open_article(given, "a0")).html
        assert "Quoted beside them that day: Ada Quist (1), Cleo Rand (1)." in note
        assert "Dan Moe" not in note and "Eve Lund" not in note
        assert "beside them" not in display.elsewhere(display.open_article(given, "a3")).html
    alone = tables(*(article(o, "2031-01-02", Quote("Bo Ek", WHOLE)) for o in ("A", "B")))
    assert display.company(display.open_corpus(alone)).html == ""


@pytest.mark.parametrize(
    ("ids", "made"),
    [(["q1", "q2"], "q1 q2"), (["q1 +2", "q1 +3", ""], "q1 +5"), (["+1"], "+1"), ([], "")],
)
def test_evidence_of_several_rows_is_put_together(ids, made):
    assert joined(pd.Series(ids, dtype="str")) == made


def test_a_large_page_compares_its_newest_articles(corpus, monkeypatch):
    monkeypatch.setattr("onrecord.display.view.QUOTES", 20)
    view = display.open_corpus(corpus)
    assert set(view.recent.listed.published.dt.month) == {2}
    made = display.repeats(view)
    assert made.data["caption"].endswith("Of the newest 10 articles.")
    assert {row["published"][:7] for row in _rows(made)} == {"2031-02"}
    monkeypatch.setattr("onrecord.display.view.QUOTES", 26)
    assert display.open_corpus(corpus).recently == ""


def test_a_chart_of_repeats_has_its_evidence():
    figure = charts.repeats(_corpus())
    ids = {one for trace in figure.data for one in trace.customdata}
    assert {"qa0-0", "qa1-0", "qa3-0"} <= ids
    assert {trace.name for trace in figure.data} >= {"fullest version", "cut", "changed"}


def test_names_given_to_a_chart_of_repeats_stand_in_its_hovers():
    figure = charts.repeats(_corpus(), names={"Bo Ek": "Mayor Ek", "Gazette": "The Gazette"})
    heads = {said.partition("</b>")[0] for trace in figure.data for said in trace.hovertext}
    assert "<b>The Gazette · Mayor Ek" in heads
    assert not any("Bo Ek" in head for head in heads)


def test_where_nothing_is_repeated_there_is_no_company():
    made = tables(article("Post", "2031-03-01", Quote("Ada Quist", "it is so")))
    assert repeats.alongside(made, repeats.repeats(made)).empty
    assert display.company(display.open_corpus(made)).html == ""


def test_sources_say_how_often_they_are_told(corpus):
    made = display.sources(display.open_corpus(corpus))
    assert "Gender is told in 44% (11 of 25) quotes by persons" in made.data["caption"]
    assert "role in 100% (25 of 25) quotes of a named source" in made.data["caption"]
    rows = {(row["of"], row["class"]): row for row in _rows(made)}
    assert rows["gender", "women"]["count"] == 11 and rows["gender", "not told"]["count"] == 14
    assert rows["role", "anonymous"]["share"] == pytest.approx(1 / 26, abs=1e-4)
    assert rows["gender", "women"]["first"] > rows["gender", "women"]["share"]
    known = set(summary.evidence(corpus).evidence_id)
    assert {one for ids in made.data["ids"] for one in ids.split()} <= known


def test_who_was_not_found_is_no_anonymous_source():
    lines = [Quote(None, "it is so", who="He")] * 3 + [Quote(None, "it is so")]
    made = tables(*(article("Post", f"2031-03-{n:02}", *lines) for n in range(1, 11)))
    view = display.open_corpus(made)
    rows = {row["class"]: row["count"] for row in _rows(display.sources(view))}
    assert rows == {"anonymous": 10, "not resolved": 30}
    (post,) = _rows(display.sources_by(view, "outlet"))
    assert (post["anonymous"], post["not resolved"]) == (0.25, 0.75)


def test_sources_by_group(corpus, book):
    view = display.open_corpus(corpus, codebook=book)
    post = {row["outlet"]: row for row in _rows(display.sources_by(view, "outlet"))}
    assert post["Post"]["quotes"] == 22 and post["Post"]["f"] == pytest.approx(0.5)
    assert post["Post"]["anonymous"] == 0.0  # none of 22 is a share; none of one is not
    assert post["The Buoy"]["f"] is None and post["The Buoy"]["anonymous"] is None
    assert len(display.sources_by(view, "time").data["rows"]) > 2
    locks = {row["issue"]: row for row in _rows(display.sources_by(view, "issue"))}
    assert locks["locks"]["quotes"] == 15 and locks["locks"]["f"] == pytest.approx(
        11 / 14, abs=1e-4
    )


def test_roles_by_group(corpus, book):
    view = display.open_corpus(corpus, codebook=book)
    made = display.roles_by(view, "outlet")
    assert {*_shares(made)} == {"Expert", "Citizen"}  # the nameless source is of no outlet
    assert _shares(display.roles_by(view, "time"))[-1] == "Anonymous"
    post = {row["outlet"]: row for row in _rows(made)}
    shares = post["Post"]
    assert shares["expert"] == pytest.approx(0.5)
    assert shares["expert"] + shares["citizen"] == pytest.approx(1)
    low, high = shares["expert_interval"]  # numbers: its CSV file has a column for each
    assert 0 <= low <= 0.5 <= high <= 1
    assert post["The Buoy"]["citizen"] is None  # one quote
    behind = dict(zip(post, made.data["ids"], strict=True))
    assert len(set(behind["Post"].split())) == 22
    locks = {row["issue"]: row for row in _rows(display.roles_by(view, "issue"))}["locks"]
    assert locks["quotes"] == 15 and locks["expert"] == pytest.approx(11 / 15, abs=1e-4)
    assert "No codebook" in display.roles_by(display.open_corpus(corpus), "issue").plain


def test_of_many_roles_the_rarest_are_in_the_csv_file_alone(corpus, monkeypatch):
    monkeypatch.setattr(import_module("onrecord.display.sources"), "ACROSS", 2)
    made = display.roles_by(display.open_corpus(corpus), "time")
    hidden = {column["label"] for column in made.data["columns"] if column["hidden"]}
    assert hidden == {"Expert"} and made.data["caption"].endswith("alone: expert.")
    assert {*_shares(made)} == {"Citizen", "Expert", "Anonymous"}


def test_a_page_whose_script_counts_again_carries_no_rows(corpus, book, monkeypatch):
    monkeypatch.setenv("ONRECORD_SENTENCES", "beside")
    view = display.open_corpus(corpus, codebook=book)
    for made in (display.issues(view), display.sources(view), display.roles_by(view, "issue")):
        assert made.data["recount"] and not made.data["fixed"]
        assert made.data["rows"] == [] and made.data["ids"] is None
        assert "<td" in made.html  # where no script runs
    monkeypatch.setattr("onrecord.display.view.HELD", 5)
    few = display.open_corpus(corpus).backed
    assert any("+" in ids for ids in summary.sources(few, "role").evidence)


def test_issues_of_a_page(corpus, book):
    view = display.open_corpus(corpus, codebook=book)
    rows = {row["issue"]: row for row in _rows(display.issues(view))}
    assert (rows["locks"]["count"], rows["fares"]["count"]) == (15, 1)
    outlets = _rows(display.issues(view, by="outlet"))
    assert {row["outlet"] for row in outlets} == {"The Buoy", "The Lantern", "Gazette", "Post"}
    stances = _rows(display.issue_stances(view))
    assert {row["teller"] for row in stances} == {"Ada Quist", "Bo Ek"}
    # without a codebook the page says so
    for part in (display.issues, display.issue_stances):
        assert "not sorted by issue" in part(display.open_corpus(corpus)).html
    with pytest.raises(AnalysisError, match="cannot be read"):
        display.open_corpus(corpus, codebook=book.with_name("none.yaml"))


def test_who_agrees_once_and_disagrees_once_stands_with_nobody():
    said = {"Ada": {"Norland": 0.9, "Sudmark": 0.9}, "Bo": {"Norland": 0.9, "Sudmark": 0.9},
            "Cleo": {"Norland": 0.9, "Sudmark": -0.9}}  # fmt: skip
    day = [Quote(who, f"{to} is so", {to: side}) for who, of in said.items()
           for to, side in of.items()]  # fmt: skip
    made = tables(*(article("Post", f"2031-03-0{n}", *day) for n in (1, 2)))
    [row] = _rows(display.coalitions(display.open_corpus(made)))
    assert (row["speakers"], row["favor"]) == ("Ada and Bo", "Norland and Sudmark")


def test_who_stands_together(corpus):
    rows = _rows(display.coalitions(display.open_corpus(corpus)))
    assert [(r["speakers"], r["against"], r["favor"], r["count"]) for r in rows] == [
        ("Bo Ek and Ada Quist", "Norland", None, 21)
    ] or rows[0]["favor"] == ""
