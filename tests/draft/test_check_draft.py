"""A draft held against a corpus: what is on record, and what is not."""

import re
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from harbour import harbour
from samples import Quote, Told, article, tables
from stored import stored

from onrecord.command.cli import NOTHING, WRONG, main
from onrecord.draft import check_draft, treated
from onrecord.draft.one_speaker import one_speaker

ROOT = Path(__file__).parent.parent.parent
WHOLE = "We will not sign the harbour treaty before the dredgers leave, and nobody can make us"


@cache
def corpus():
    return tables(
        # the draft itself, as it lies in the corpus already: their ids are the same
        article("The Buoy", "2031-01-01", Quote("Ada Quist", "The herring were never paid for")),
        article("The Buoy", "2031-01-02", Quote("Ada Quist", WHOLE), Quote("Bo Ek", "no, never")),
        article("The Lantern", "2031-01-03", Quote("Ada Quist", WHOLE),
                Quote("Bo Ek", "Don’t sell the old lighthouse to a café"),
                Told("A fog of salt hid it."),
                Quote("Bo Ek", "that the pilots would strike in June", kind="indirect")),
    )  # fmt: skip


def draft(*lines):
    return tables(article(None, None, *lines))


@pytest.mark.parametrize(
    ("speaker", "words", "how", "same_speaker", "said_by"),
    [
        ("Ada Quist", WHOLE, "exact", "same", "Ada Quist"),
        ("Ada Quist", WHOLE.upper() + "!", "exact", "same", "Ada Quist"),
        ("Quist", WHOLE, "exact", "same", "Ada Quist"),
        (None, WHOLE, "exact", "unknown", "Ada Quist"),
        ("Bo Ek", WHOLE, "exact", "other", "Ada Quist"),
        ("Bo Ek", "Don't sell the old lighthouse to a cafe", "exact", "same", "Bo Ek"),
        ("Ada Quist", "Don't sell the old lighthouse", "cut", "other", "Bo Ek"),
        ("Ada Quist", "We will not sign the harbour treaty", "cut", "same", "Ada Quist"),
        ("Ada Quist", WHOLE.replace("before the dredgers leave", "…"), "cut", "same", "Ada Quist"),
        ("Ada Quist", WHOLE.replace(" not", ""), "changed", "same", "Ada Quist"),
        ("Ada Quist", WHOLE.replace("before the dredgers", ""), "changed", "same", "Ada Quist"),
        ("Ada Quist", WHOLE.replace("harbour", "port"), "changed", "same", "Ada Quist"),
        ("Ada Quist", f"It is late. {WHOLE}", "longer", "same", "Ada Quist"),
        ("Ada Quist", "We will not read the harbour report in spring", "missing", None, None),
        ("Ada Quist", "Nobody sells salt to a drowned lighthouse", "missing", None, None),
        # only the draft's own article has it
        ("Ada Quist", "The herring were never paid for", "missing", None, None),
        # few telling words: where they are exact
        ("Ada Quist", "and nobody can make us", "cut", "same", "Ada Quist"),
        ("Ada Quist", "and nobody can make me", "missing", None, None),
        ("Bo Ek", "no, never", "short", None, None),
        ("Bo Ek", "!?", "short", None, None),
        # a phrase of another's long quotation is no version of it; in one's own it may be
        ("Bo Ek", "read the harbour treaty before", "missing", None, None),
        ("Ada Quist", "read the harbour treaty before", "changed", "same", "Ada Quist"),
        ("Bo Ek", WHOLE.replace("harbour", "port"), "changed", "other", "Ada Quist"),
        (None, "Never sell the old lighthouse to a café", "changed", "unknown", "Bo Ek"),
        # outside of quotation marks
        ("Ada Quist", "A fog of salt hid", "exact", "unknown", None),
        ("Bo Ek", "the pilots would strike in June", "exact", "same", "Bo Ek"),
    ],
)  # fmt: skip
def test_what_is_on_record(speaker, words, how, same_speaker, said_by):
    made = check_draft(draft(Quote(speaker, words)), corpus())
    assert len(made) == 1
    row = made.iloc[0].where(made.iloc[0].notna(), None)
    assert (row.how, row.same_speaker, row.said_by) == (how, same_speaker, said_by)
    assert bool(row.differs) == (how in ("cut", "longer", "changed"))
    assert (row.article_id is None) == (how in ("missing", "short"))
    assert row["where"] == (
        None if row.article_id is None else
        "text" if "fog" in words or "pilots" in words else "quotation"
    )  # fmt: skip


def test_offsets_evidence_and_a_store(tmp_path):
    given = draft(
        Quote("Ada Quist", "No more “harbour treaty before the dredgers leave” for us, he wrote"),
        Told("It is called “a fog”. Some sign ‘the harbour treaty before the dredgers leave’."),
        Quote("Ada Quist", f"that they “{WHOLE}”", kind="mixed"),
    )
    text = given.articles.text[0]
    for against in (corpus(), stored(corpus(), tmp_path / "store")):
        made = check_draft(given, against)
        assert made.how.tolist() == ["changed", "cut", "short", "cut", "exact"]
        assert made.speaker.isna().tolist() == [False, False, True, True, False]
        assert made.same_speaker.fillna("").tolist() == ["same", "same", "", "unknown", "same"]
        for row in made.itertuples():
            assert row.words in text[row.start : row.end]
            assert text[row.start] in "“‘" and text[row.end - 1] in "”’"
        last = made.iloc[-1]
        assert (last.articles, last.outlet, str(last.published.date())) == (
            2, "The Buoy", "2031-01-02",
        )  # fmt: skip
        assert last.attribution_id in set(against.attributions.attribution_id)


def test_the_most_faithful_of_one_speaker_before_others():
    against = tables(
        article(None, None),
        article("A", "2031-01-01", Quote("Bo Ek", WHOLE)),
        article("B", "2031-01-02", Quote("Ada Quist", WHOLE.replace("harbour", "port"))),
        article("C", "2031-01-03", Quote("Ada Quist", f"{WHOLE}. It is over for good")),
    )
    made = check_draft(draft(Quote("Ada Quist", WHOLE)), against)
    assert made[["how", "said_by", "outlet", "articles"]].values.tolist() == [
        ["cut", "Ada Quist", "C", 3]
    ]
    made = check_draft(draft(Quote("Cleo Rand", WHOLE)), against)
    assert made[["how", "same_speaker", "outlet"]].values.tolist() == [["exact", "other", "A"]]


@pytest.mark.parametrize("given", [tables(), draft(), draft(Told("Nobody spoke at Brandt’s."))])
def test_a_draft_without_quotations(given):
    made = check_draft(given, corpus())
    assert made.empty and {"how", "same_speaker", "differs", "published"} <= {*made.columns}


def test_a_corpus_without_any():
    assert check_draft(draft(Quote("Ada Quist", WHOLE)), tables()).how.tolist() == ["missing"]


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Ada Quist", "ada quist", "same"), ("Quist", "Ada Quist", "same"),
        ("Ada Quist", "Quist", "same"), ("Ek", "Bo Ek", "unknown"), ("Ek", "Eke", "other"),
        ("Ada", "Bo Ek", "other"), (None, "Bo Ek", "unknown"), ("Bo Ek", float("nan"), "unknown"),
        ("Bo Ek", "Tom Ek", "other"), ("?", "Bo Ek", "other"),
    ],
)  # fmt: skip
def test_one_speaker(one, other, how):
    assert one_speaker(one, other, ["Ada Quist", "Bo Ek", "Tom Ek", "Quist", "Ek"]) == how


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("not sign the … dredgers leave", "cut"), ("not sign the [...] dredgers leave", "cut"),
        ("not sign the . . . dredgers leave", "cut"), ("not sign the [] dredgers leave", "cut"),
        ("not sign the dredgers leave", "changed"), ("not sign the, dredgers leave", "changed"),
        ("will … sign the dredgers leave", "changed"), ("[they] will not sign", "changed"),
    ],
)  # fmt: skip
def test_a_gap_is_marked_or_it_is_a_change(words, how):
    assert treated(words, WHOLE) == how


def test_a_draft_as_a_word_file(tmp_path, monkeypatch):
    harbour().save(tmp_path / "tables")
    page = (ROOT / "docs" / "draft.md").read_text("utf-8")
    words = re.search(r"```markdown[^\n]*\n(.*?)```", page, re.DOTALL)[1]
    monkeypatch.chdir(tmp_path)
    docx = pytest.importorskip("docx")
    made = docx.Document()
    for line in words.split("---\n")[2].strip().split("\n\n"):
        made.add_paragraph(line)
    made.save(tmp_path / "draft.docx")
    assert main(["draft", "draft.docx", "--against", "tables", "--into", "checked.csv", "-q"]) == 0
    table = pd.read_csv("checked.csv")
    assert table.how.tolist() == ["cut", "changed", "cut", "missing", "short"]
    assert main(["draft", "draft.docx", "--against", "nowhere", "-q"]) != 0
    assert main(["check", "draft.docx", "--against", "tables", "--into", "again.csv", "-q"]) == 0
    assert Path("again.csv").read_bytes() == Path("checked.csv").read_bytes()
    assert main(["check", "draft.docx", "--against", "tables", "--repair"]) == WRONG
    assert main(["check", "draft.docx", "-q"]) == NOTHING  # which is no store
