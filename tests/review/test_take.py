"""Answers of a page, completed by the store."""

import pytest
from pretend import pretend
from reviewed import session, stored

from onrecord.corpus.correct import correct
from onrecord.corrections import Anchor, Correction, read_corrections
from onrecord.review.complete import complete
from onrecord.review.take import take
from onrecord.tables import Tables


@pytest.fixture
def into(tmp_path):
    return stored(tmp_path)


def _of_a_page(statement, kind="right", *, short=0, now=None, stances=None):
    """An answer as a page writes it: of a long quote a part, without what is around it."""
    words = tuple(
        Anchor(a.text[: len(a.text) - short], a.start, a.end - short) for a in statement.words
    )
    was = {"speakers": statement.speakers[:1], "stances": stances or []}
    return Correction(
        kind, "ada", "2031-01-01T00:00:00.000+00:00", statement.article, words, was, now or {}
    )


@pytest.mark.parametrize("short", [0, 4])
def test_the_store_knows_the_words_and_what_it_said(into, short):
    statement = session(into).current
    (made,) = complete([_of_a_page(statement, short=short)], Tables.open(into))
    assert made.words == statement.words
    assert made.article == statement.article
    assert made.was == {**statement.was, "stances": []}  # of which the page showed none


def test_a_stance_has_its_place(into):
    sitting = session(into)
    while not sitting.current.was["stances"]:
        sitting.forward()
    side = sitting.current.was["stances"][0]
    bare = {name: side["anchor"][name] for name in ("text", "start", "end")}
    said = {"target": side["target"], "label": "favor", "anchor": bare}
    (made,) = complete([_of_a_page(sitting.current, "stance", now=said, stances=[said])],
                       Tables.open(into))  # fmt: skip
    assert made.now["anchor"] == made.was["stances"][0]["anchor"] == side["anchor"]


def test_words_over_a_break_are_those_of_the_article(into):
    statement = session(into).current
    text = statement.text
    start, end = text.index("He left early."), text.index(" it a fair day")
    selected = Anchor(" ".join(text[start:end].split()), start, end)
    given = Correction("added", "ada", "1", statement.article, (selected,), {}, {"speakers": []})
    (made,) = complete([given], Tables.open(into))
    assert made.words == (Anchor.at(text, start, end),)


@pytest.mark.parametrize("wrong", ["words", "article"])
def test_what_is_not_known_here_stays_as_it_is(into, wrong):
    statement = session(into).current
    given = _of_a_page(statement)
    if wrong == "words":
        given = Correction(given.kind, "ada", "1", given.article, (Anchor("no such words", 0, 13),))
    else:
        given = Correction(given.kind, "ada", "1", type(given.article)("0"), given.words)
    assert complete([given], Tables.open(into)) == [given]


def test_an_answer_is_taken_once_though_the_store_has_changed(into, tmp_path):
    sitting = session(into)
    given = _of_a_page(sitting.current, "speaker", now={"speakers": ["Cleo Rand"]})
    page = tmp_path / "corrections.jsonl"
    page.write_bytes(given.line() + b"\n" + given.line() + b"\n")
    mine = into / "corrections.jsonl"
    assert take(page, mine, Tables.open(into)) == (1, [])
    assert correct(into, reader=pretend, jobs=1).read == 1
    assert "Cleo Rand" in set(Tables.open(into).attributions.speaker)
    assert take(page, mine, Tables.open(into)) == (0, [])
    assert len(read_corrections([mine])[0]) == 1
