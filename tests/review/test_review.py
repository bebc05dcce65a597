from contextlib import suppress
from dataclasses import replace
from io import StringIO

import pytest
from pretend import pretend
from reviewed import TEXTS, reviewing, session, stored

from onrecord.command.cli import main
from onrecord.corpus.correct import correct
from onrecord.corrections import Anchor, read_corrections
from onrecord.corrections.book import Book
from onrecord.errors import AnalysisError, StoreError
from onrecord.review.find_words import find_words
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import missed, statements
from onrecord.review.take import take
from onrecord.tables import Tables


@pytest.fixture
def into(tmp_path):
    return stored(tmp_path)


def _said(into, name="corrections.jsonl"):
    found, problems = read_corrections([into / name])
    assert problems == []
    return [(each.kind, each.now) for each in found]


@pytest.mark.parametrize(
    ("keys", "kind", "right"),
    [
        (["r"], "right", {}),
        (["R "], "right", {}),
        (["n"], "no quote", {}),
        (["k"], "skip", {}),
        (["s", "rand"], "speaker", {"speakers": ["Cleo Rand"]}),
        (["s", "Eve  Moss"], "speaker", {"speakers": ["Eve Moss"]}),
        (["s", "-"], "speaker", {"speakers": []}),
        (["p", "Cleo Rand", "q"], "same person", {"name": "Cleo Rand"}),
    ],
)
def test_a_key_is_an_answer(into, keys, kind, right):
    sitting = session(into)
    first = sitting.current
    with suppress(EOFError):
        reviewing(sitting, *keys)
    assert _said(into) == [(kind, right)]
    assert (sitting.current is first) == (kind == "same person")


@pytest.mark.parametrize(
    "keys",
    [["s", "", "q"], ["w", "not a word of it", "q"], ["w", "", "q"], ["t", "9", "q"],
     ["p", "", "q"], ["a", "nothing", "q"], ["?", "x", "q"], ["b", "q"]],
)  # fmt: skip
def test_what_is_no_answer_keeps_nothing(into, keys):
    sitting = session(into)
    first = sitting.current
    reviewing(sitting, *keys)
    assert not (into / "corrections.jsonl").exists()
    assert sitting.current is first


def test_words_stances_and_missed_quotes(into):
    sitting = session(into)
    while "Norland lied" not in sitting.current.words[0].text:
        sitting.forward()
    words = ["a", "a fair ... Kenya", "Rand", "w", "lied ... France"]
    reviewing(sitting, *words, "b", "t", "a", "q")
    (added, words, stance) = _said(into)
    assert added == ("added", {"speakers": ["Cleo Rand"], "source": [], "cue": []})
    assert stance[1]["label"] == "against"
    assert [each["text"] for each in words[1]["content"]] == ["lied to France"]


def test_evidence_is_marked_and_harmless(into):
    sitting = session(into)
    for statement in sitting._queue:
        object.__setattr__(statement.article, "title", "Red \x1b[31m title")
    shown = "".join(reviewing(sitting, "q"))
    assert "«“" in shown
    assert "<said>" in shown
    assert "\x1b" not in shown


def test_it_goes_on_where_it_stopped(into):
    whole = [each.key for each in session(into)._queue]
    with pytest.raises(EOFError):
        reviewing(session(into), "r", "k")
    later = session(into)
    assert [each.key for each in later._queue] == whole[2:]
    assert later.place == (3, 3)
    assert [each.key for each in session(into, "bo")._queue] == whole  # another reviewer
    assert [each.key for each in session(into, again=True)._queue] == whole
    assert session(into, most=2).current is None


def test_back_gives_another_answer_and_the_last_counts(into):
    sitting = session(into)
    reviewing(sitting, "n", "b", "r", "q")
    assert [kind for kind, _ in _said(into)] == ["no quote", "right"]
    done = correct(into, reader=pretend, jobs=1)
    assert done.read == 1
    assert Tables.open(into).attributions.corrected.tolist().count("right") == 1


def two_sides(into):
    """A review of a statement that takes a side toward two."""
    sitting = session(into)
    while not sitting.current.was["stances"]:
        sitting.forward()
    statement = sitting.current
    one = statement.was["stances"][0]
    text = statement.text
    at = text.index("Norland lied")
    other = one | {"target": "Norland", "anchor": Anchor.at(text, at, at + 7).json()}
    both = replace(statement, was={**statement.was, "stances": [other, one]})
    return Session([both], into)


@pytest.mark.parametrize(
    ("keys", "labels"),
    [
        (["r"], {"Norland": "none", "France": "none"}),
        (["t", "1", "a", "r"], {"Norland": "against", "France": "none"}),
        (["t", "1", "a", "t", "2", "f", "r"], {"Norland": "against", "France": "favor"}),
        (["t", "1", "a", "t", "1", "f", "r"], {"Norland": "favor", "France": "none"}),
        (["t", "1", "a", "k"], {"Norland": "against"}),
        # seen once more, "right" is said of all of it
        (["t", "1", "a", "k", "b", "r"], {"Norland": "none", "France": "none"}),
    ],
)
def test_right_after_a_stance_was_put_right_is_said_of_the_rest(into, keys, labels):
    sitting = two_sides(into)
    for given in (keys[: keys.index("b")], keys[keys.index("b") :]) if "b" in keys else (keys,):
        if given[0] == "b":
            sitting.back()
            given = given[1:]
        reviewing(sitting, *given)
    book = Book.read([into / "corrections.jsonl"])
    (verdict,) = [each for some in book.verdicts.values() for each in some]
    assert {side.target: side.label for side in verdict.stances} == labels


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({}, 3),
        ({"n": 2}, 2),
        ({"order": "unsure"}, 3),
        ({"speaker": "Bo Lund"}, 1),
        ({"actor": "France"}, 1),
        ({"narrator": True}, 5),
    ],
)
def test_what_is_picked(into, chosen, count):
    tables = Tables.open(into)
    ids = pick(tables, **chosen)
    assert len(set(ids)) == len(ids) == count
    assert [each.id for each in statements(tables, ids)] == ids
    assert pick(tables, **chosen) == ids  # the same once more


@pytest.mark.parametrize("wrong", [{"order": "best"}, {"speaker": "Nobody"}, {"since": "1/2/31"}])
def test_what_cannot_be_picked(into, wrong):
    with pytest.raises(AnalysisError):
        pick(Tables.open(into), **wrong)


def test_the_unsure_come_first(into):
    tables = Tables.open(into)
    row = tables.attributions.set_index("attribution_id")
    side = tables.stances.groupby("attribution_id")[["favor", "against", "none"]].agg("max")
    sides = (
        tables.stances.assign(doubt=1 - tables.stances[["favor", "against", "none"]].max(axis=1))
        .groupby("attribution_id")
        .doubt.max()
    )
    doubt = [max(1 - row.confidence[i], sides.get(i, 0)) for i in pick(tables, order="unsure")]
    assert doubt == sorted(doubt, reverse=True)
    assert len(side)


def test_corrections_come_into_a_store_without_the_articles(into, tmp_path):
    for path in (tmp_path / "news").iterdir():
        path.unlink()
    sitting = session(into)
    reviewing(sitting, "s", "Cleo Rand", "q")
    before = Tables.open(into).provenance
    assert correct(into, reader=pretend, jobs=1).read == 1
    assert "Cleo Rand" in set(Tables.open(into).attributions.speaker)
    after = Tables.open(into).provenance
    assert after["corrections"]["answers"] == {"speaker": 1}
    assert before["articles"] == after["articles"] == len(TEXTS)
    assert correct(into, reader=pretend, jobs=1).read == 0


def test_a_store_of_another_model_is_not_mixed(into):
    def other():
        made = pretend()
        made.name = "other"
        return made

    with pytest.raises(StoreError, match="analyse"):
        correct(into, reader=other, jobs=1)


def test_answers_saved_elsewhere_are_taken_once(into, tmp_path):
    with pytest.raises(EOFError):
        reviewing(session(into, "bo"), "r", "n")
    path = tmp_path / "saved.jsonl"
    path.write_bytes((into / "corrections-bo.jsonl").read_bytes() + b"no json\n")
    mine = into / "corrections.jsonl"
    assert [take(path, mine)[0] for _ in range(2)] == [2, 0]
    assert [each.reason for each in take(path, mine)[1]] == ["it is no JSON"]


@pytest.mark.parametrize("written", ["---\noutlet: The Gull\n---\n", '{"a": 1}\n', "[]\n"])
def test_what_holds_no_answer_is_no_file_of_corrections(into, tmp_path, capsys, written):
    path = tmp_path / "wrong.jsonl"
    path.write_text(written)
    assert main(["review", str(into), "--take", str(path), "--reviewer", "bo"]) == 2
    told = capsys.readouterr().err
    assert "is no file of corrections" in told
    assert len(told.splitlines()) == 1
    assert not (into / "corrections-bo.jsonl").exists()


def test_a_review_without_statements_says_why(into, capsys):
    with pytest.raises(EOFError):
        reviewing(session(into), *"rr")
    assert main(["review", str(into), "--order", "text", "-n", "2", "--later"]) == 0
    assert "All 2 were answered before" in capsys.readouterr().out


def test_the_command(into, monkeypatch, capsys):
    keys = iter(["r", "s", "Cleo Rand", "q"])
    monkeypatch.setattr("builtins.input", lambda prompt="": next(keys))
    monkeypatch.setattr("sys.stdin", StringIO())
    assert main(["review", str(into), "--order", "text", "--reviewer", "Ada", "--later"]) == 0
    assert [kind for kind, _ in _said(into, "corrections-ada.jsonl")] == ["right", "speaker"]
    keys = iter(["r", "s", "Dov Amsel", "q"])
    assert main(["review", str(into), "--order", "text", "--reviewer", "Bo", "--later"]) == 0
    capsys.readouterr()
    assert main(["agreement", str(into)]) == 0
    out = capsys.readouterr().out
    assert "Ada: Cleo Rand; Bo: Dov Amsel" in out
    assert "1 conflict;" in out
    keys = iter(["s", "Dov Amsel", "q"])
    assert main(["review", str(into), "--settle", "--later"]) == 0
    capsys.readouterr()
    assert main(["agreement", str(into)]) == 0
    assert "conflict" not in capsys.readouterr().out
    assert main(["review", str(into), "--settle", "--later"]) == 0
    assert "Reviewers differ on nothing." in capsys.readouterr().out
    actors = into.parent / "mine.yaml"
    with pytest.raises(EOFError):
        reviewing(session(into, again=True), "p", "Ada B. Quist", "r")
    assert main(["review", str(into), "--write-actors", str(actors), "--later", "-n", "1"]) == 0
    assert "Ada B. Quist" in actors.read_text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("not sail", "not sail"),
        ("NOT sail", "not sail"),
        ("We will ... Quist", "We will not sail,” Ada Quist"),
        ("we will…sail", "We will not sail"),
        ('"We will not sail,"', "“We will not sail,”"),
        ("... sail", "sail"),
        ("sail ... ferries", None),
        ("...", None),
        ("", None),
        ("whales", None),
    ],
)
def test_words_that_were_typed(typed, found):
    text = TEXTS["one.txt"]
    span = find_words(text, typed)
    assert (span and text[slice(*span)]) == found


@pytest.mark.parametrize("span", [(3, 3), (-1, 4), (5, 99999), (9, 2)])
def test_a_missed_quote_lies_in_the_text(into, span):
    sitting: Session = session(into)
    with pytest.raises(ValueError, match="no characters"):
        missed(sitting.current.text, sitting.current.article, span, "ada", ["Bo"])
