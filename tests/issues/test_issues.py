"""Issues by a codebook: what is marked, and what is counted."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from harbour import harbour
from samples import Quote, Told, article, small, tables
from stored import stored

from onrecord import issues, schema, summary
from onrecord.command.cli import main
from onrecord.errors import AnalysisError, WordingError

ROOT = Path(__file__).parent.parent.parent
BOOK = """
issues:
  - name: oil
    words: [oil, crude*]
    not: [olive oil, recipe]
  - {name: ships, words: tanker* NEAR/3 strait}
"""


def _book(tmp_path, text=BOOK):
    path = tmp_path / "issues.yaml"
    path.write_text(text, "utf-8")
    return issues.read_issues(path)


@cache
def _corpus():
    lines = [
        Quote("Ada Quist", "Norland has sold its crude oil", {"Norland": -0.5}),
        Quote("Ada Quist", "olive oil is no matter"),
        Quote("Bo Ek", "it is a recipe for oil"),
        Quote("Bo Ek", "olive oil is not crude"),
        Quote("Bo Ek", "there is turmoil in Norland", {"Norland": 0.2}),
        Told("A tanker left the strait to Norland.", {"Norland": -0.3}),
    ]
    made = [article("The Buoy", f"2031-01-0{n}", *lines[: 3 + n]) for n in (1, 2, 3)]
    made.append(article("The Lantern", "2031-02-01", *lines, title="Oil is in no body"))
    actors = [
        {"actor": name, "actor_type": "person", "side": side, "articles": 4}
        for name, side in (("Ada Quist", "east"), ("Bo Ek", "west"), ("Norland", None))
    ]
    return replace(tables(*made), actors=schema.frame("actors", actors))


@pytest.mark.parametrize("where", ["frames", "store"])
def test_what_is_marked(tmp_path, where):
    made = _corpus() if where == "frames" else stored(_corpus(), tmp_path / "store")
    marks = issues.mark(made, _book(tmp_path))
    assert {(m.issue, m.kind, m.id, m.words) for m in marks.itertuples()} == {
        *(("oil", "quote", f"a{n}-0", "crude; oil") for n in range(4)),
        # "olive oil" goes, "crude" stays; "recipe" takes all away; "turmoil" is no oil
        *(("oil", "quote", f"a{n}-3", "crude") for n in range(4)),
        *(("ships", "sentence", f"a{n}-s6", "tanker left the strait") for n in (2, 3)),
        ("oil", "sentence", "a3-s0", "Oil"),
    }


@pytest.mark.parametrize("where", ["frames", "store"])
def test_counts_are_those_of_the_one_counter(tmp_path, where):
    made = _corpus() if where == "frames" else stored(_corpus(), tmp_path / "store")
    book = _book(tmp_path)
    whole = issues.attention(made, book)
    quotes = summary.totals(made).quotes
    assert whole[["issue", "count", "total"]].values.tolist() == [["oil", 8, quotes]]
    assert whole.share[0] == pytest.approx(8 / quotes)
    assert whole.evidence[0].split() == [f"qa{n}-{q}" for n in range(4) for q in (0, 3)]
    for by, counts in {
        "speaker": {"Ada Quist": 4, "Bo Ek": 4},
        "side": {"east": 4, "west": 4},
        "outlet": {"The Buoy": 6, "The Lantern": 2},
    }.items():
        found = issues.attention(made, book, by=by)
        assert dict(zip(found[by], found["count"], strict=True)) == counts
    stance = issues.stance(made, book, by="side")
    assert stance[["issue", "side", "target", "count"]].values.tolist() == [
        ["oil", "east", "Norland", 4]
    ]
    assert stance.value[0] == pytest.approx(-0.5)
    told = issues.stance(made, book)
    assert ["ships", "narrator"] in told[["issue", "voice"]].values.tolist()
    months = issues.attention(made, book, by="month")
    assert months["count"].tolist() == [6, 2]


def test_a_quote_of_several_counts_once(tmp_path):
    made = tables(article("The Buoy", "2031-01-01", *[Quote("Ada Quist", "we need oil")] * 3))
    made.attributions["attribution_id"] = ["a0-0.0", "a0-0.1", "a0-1"]
    made.attributions["speaker"] = ["Ada Quist", "Bo Ek", "Ada Quist"]
    assert issues.attention(made, _book(tmp_path))[["count", "total"]].values.tolist() == [[2, 2]]
    by = issues.attention(made, _book(tmp_path), by="speaker")
    assert by["count"].tolist() == [2, 1]


def test_camps():
    made = _corpus()
    part = summary.select(made, side="west")
    assert set(part.attributions.speaker) == {"Bo Ek"}
    assert set(part.stances.speaker) == {"Bo Ek"}
    rows = summary.sides(made).set_index("side")
    assert rows.quotes.to_dict() == {"west": 11, "east": 8}
    assert rows.share.sum() == pytest.approx(1)
    with pytest.raises(AnalysisError, match=r"No side 'wets' stands .* Did you mean"):
        summary.select(made, side="wets")
    assert len(summary.sides(small())) == 0 and len(summary.between(small())) == 0


def test_camps_of_a_store(tmp_path):
    made = stored(_corpus(), tmp_path / "store")
    part = summary.select(made, side="east", outlet="The Buoy")
    assert set(part.attributions.speaker) == {"Ada Quist"}
    assert int(part.sql("select count(*) as n from attributions").n[0]) == 6


@pytest.mark.parametrize(
    ("written", "found"),
    [("ﬁnance", 1), ("ＦＩＮＡＮＣＥ", 1), ("fi\u0301nance", 1), ("FÍNANCE", 1), ("ﬁne", 0)],
)
def test_words_in_other_letters_are_marked(tmp_path, written, found):
    book = _book(tmp_path, "- {name: money, words: [finance]}")
    line = f"the {written} plan is dead"
    made = tables(article("The Buoy", "2031-01-01", Quote("Ada Quist", line)))
    for given in (made, stored(made, tmp_path / "store")):
        assert len(issues.mark(given, book)) == found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("issues: []", "must hold a list"),
        ("- {name: oil}", "has no 'words'"),
        ("- {words: [oil]}", "has no 'name'"),
        ("- {name: ' ', words: [oil]}", "Entry 1 .* has no 'name'"),
        ("- oil", "has no 'name'"),
        ("- {name: oil, words: [No]}", "must be a list of texts"),
        ("- {name: oil, word: [oil]}", "unknown field 'word'"),
        ("- {name: oil, words: ['a NEAR ']}", "Entry 1 .* lacks a word"),
        ("- {name: a, words: [b]}\n- {name: a, words: [c]}", "holds 'a' twice"),
        ("issues: [", "is not valid YAML"),
        ("- {name: oil, words: ['*']}", "stands alone"),
    ],
)
def test_a_codebook_that_cannot_be_used(tmp_path, text, says):
    with pytest.raises(WordingError, match=says):
        _book(tmp_path, text)


def test_words_are_proposed():
    lines = [Told("The dredger cut the cable, and the dredger lay near the Sound wall.")] * 2
    plain = [Told("The day went on and people said what they think of the house.")]
    made = tables(*(article("B", f"2031-01-{n:02}", *lines, *plain) for n in range(1, 6)))
    here = issues.distinctive(made)
    assert "dredger" in here.word[:2].tolist()
    assert not {"the", "sound", "said", "Sound"} & set(here.word)
    base = tables(*(article("B", f"2031-02-{n:02}", *lines) for n in range(1, 6)))
    assert "dredger" not in set(issues.distinctive(made, base).word)
    assert "house" in set(issues.distinctive(made, base).word)
    assert set(issues.together(made).articles) == {5}
    assert len(issues.distinctive(tables())) == len(issues.together(tables())) == 0


def test_words_for_a_codebook_are_printed_as_one(tmp_path, capsys):
    harbour().save(tmp_path / "tables")
    assert main(["issues", str(tmp_path / "tables")]) == 0
    (tmp_path / "again.yaml").write_text(capsys.readouterr().out, "utf-8")
    assert len(issues.read_issues(tmp_path / "again.yaml")[0].words) > 20
