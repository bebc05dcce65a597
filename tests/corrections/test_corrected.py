"""What reviewers say comes true in every table, in every kind of run."""

import contextlib
import shutil
from pathlib import Path

import pandas as pd
import pytest
from pretend import Pretend, pretend

from onrecord import analyse, schema
from onrecord.corpus.correct import correct
from onrecord.corpus.update import update
from onrecord.corrections import Anchor, append
from onrecord.corrections.record import Correction
from onrecord.load import load
from onrecord.review.statements import Statement, article_of, missed, statements
from onrecord.tables import Tables

TEXT = """Ferries stop in Norland

“We will not sail,” Ada Quist said. “Norland lied to France,” Bo Lund warned. He left early.

Nobody in Kenya minded, and Cleo Rand called it a fair day for Kenya.
"""


def _news(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "one.txt").write_text(text)
    (folder / "two.txt").write_text(
        "Rain\n\n“It rained,” Dov Amsel said. Dov Amsel left Norland.\n"
    )
    return folder


def _run(tmp_path: Path) -> Tables:
    with contextlib.chdir(tmp_path):  # paths are relative, so that copies are of the same articles
        update(tmp_path / "tables", "news", reader=pretend, jobs=1, progress=False)
    return Tables.open(tmp_path / "tables")


def _find(tables: Tables, words: str) -> Statement:
    rows = tables.attributions
    (found,) = statements(tables, rows.attribution_id[rows.content.str.contains(words)])
    return found


def _say(tmp_path: Path, *said: Correction, name: str = "corrections.jsonl") -> None:
    for each in said:
        append(tmp_path / "tables" / name, each)


def _row(tables: Tables, words: str) -> pd.Series:
    rows = tables.attributions[tables.attributions.content.str.contains(words)]
    assert len(rows) == 1
    return rows.iloc[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    _news(folder / "news")
    _run(folder)
    return folder


@pytest.fixture
def tables(made, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Tables.open(tmp_path / "tables")


def test_nothing_is_marked_where_nobody_looked(tables):
    assert tables.attributions.corrected.isna().all()
    assert tables.stances.corrected.isna().all()
    assert _row(tables, "We will not sail").speaker == "Ada Quist"


@pytest.mark.parametrize("names", [["Cleo Rand"], ["Cleo Rand", "Ada Quist"], []])
def test_a_speaker_is_whom_the_reviewer_says(tables, tmp_path, names):
    said = _find(tables, "Norland lied").answer("speaker", "ada", {"speakers": names})
    _say(tmp_path, said)
    now = _run(tmp_path)
    rows = now.attributions[now.attributions.content.str.contains("Norland lied")]
    assert [n for n in rows.speaker if isinstance(n, str)] == names
    assert set(rows.corrected) == {"speaker"}
    stances = now.stances[now.stances.attribution_id.isin(rows.attribution_id)]
    assert set(stances.speaker) == set(names)
    assert _row(now, "We will not sail").corrected is not _row(now, "We will not sail").speaker
    assert now.attributions.corrected.notna().sum() == len(rows)  # and no other


def test_no_quote_goes_and_its_words_are_the_narrators(tables, tmp_path):
    _say(tmp_path, _find(tables, "Norland lied").answer("no quote", "ada"))
    now = _run(tmp_path)
    assert not now.attributions.content.str.contains("Norland lied").any()
    assert len(now.attributions) == len(tables.attributions) - 1
    sentence = now.sentences[now.sentences.text.str.contains("Norland lied")].iloc[0]
    assert sentence.voice == "narrator"
    towards = now.stances[now.stances.sentence_id.eq(sentence.sentence_id)]
    assert towards.attribution_id.isna().all()


def test_words_get_new_ends(tables, tmp_path):
    found = _find(tables, "We will not sail")
    start = TEXT.index("not sail")
    text = found.text
    start = text.index("not sail")
    content = [Anchor.at(text, start, start + len("not sail")).json()]
    _say(tmp_path, found.answer("words", "ada", {"content": content}))
    now = _run(tmp_path)
    row = _row(now, "not sail")
    assert (row.content, row.speaker, row.corrected) == ("not sail", "Ada Quist", "words")
    spans = now.spans[now.spans.attribution_id.eq(row.attribution_id)]
    assert {text[s.start : s.end] for s in spans.itertuples()} == {"not sail", "Ada Quist", "said"}


@pytest.mark.parametrize("label", ["favor", "against", "none"])
def test_a_stance_is_what_the_reviewer_says(tables, tmp_path, label):
    found = _find(tables, "Norland lied")
    side = next(s for s in found.was["stances"] if s["target"] == "France")
    said = {"target": "France", "label": label, "anchor": side["anchor"]}
    _say(tmp_path, found.answer("stance", "ada", said))
    now = _run(tmp_path)
    row = now.stances[now.stances.target.eq("France") & now.stances.speaker.eq("Bo Lund")].iloc[0]
    assert (row.label, row[label], row.corrected) == (label, 1.0, "stance")
    assert now.stances.corrected.notna().sum() == 1
    assert now.attributions.corrected.isna().all()


def test_the_narrators_stance_too(tables, tmp_path):
    told = tables.stances[tables.stances.attribution_id.isna() & tables.stances.target.eq("Kenya")]
    (found,) = statements(tables, told.sentence_id)
    said = {"target": "Kenya", "label": "favor", "anchor": found.was["stances"][0]["anchor"]}
    _say(tmp_path, found.answer("stance", "ada", said))
    now = _run(tmp_path)
    rows = now.stances[now.stances.corrected.eq("stance")]
    assert [(r.target, r.label, r.favor) for r in rows.itertuples()] == [("Kenya", "favor", 1.0)]


def test_a_missed_quote_is_added_with_its_stances(tables, tmp_path):
    row = next(r for r in tables.articles.itertuples() if "Ferries" in r.text)
    start, cue = row.text.index("a fair day for Kenya"), row.text.index("called")
    source = row.text.index("Cleo Rand")
    _say(tmp_path, missed(
        row.text, article_of(row), (start, start + 20), "ada", ["Cleo Rand"],
        [(source, source + 9)], [(cue, cue + 6)],
    ))  # fmt: skip
    now = _run(tmp_path)
    added = _row(now, "a fair day")
    assert (added.speaker, added.source, added.cue) == ("Cleo Rand", "Cleo Rand", "called")
    assert (added.corrected, added.kind) == ("added", "indirect")
    assert "Kenya" in set(now.stances[now.stances.speaker.eq("Cleo Rand")].target)


def test_right_holds_against_another_model(tables, tmp_path):
    class Blind(Pretend):
        name = "blind"

        def read(self, texts):
            from onrecord.reader.reading import Reading

            return [Reading((), {}) for _ in texts]

    path = tmp_path / "tables" / "corrections.jsonl"
    _say(tmp_path, _find(tables, "Norland lied").answer("right", "ada"))
    articles = load(Path("news"), progress=False)
    for given, count in ((Blind(), 1), (Pretend(), 3)):
        made = analyse(articles, reader=given, corrections=path, progress=False)
        row = _row(made, "Norland lied")
        assert (row.speaker, row.source, row.cue) == ("Bo Lund", "Bo Lund", "warned")
        assert row.corrected == "right"
        assert len(made.attributions) == count
        schema.check("attributions", made.attributions)
    stances = made.stances[made.stances.attribution_id.eq(row.attribution_id)]
    assert set(stances.corrected) == {"right"}


def test_the_same_in_memory_as_in_a_store(tables, tmp_path):
    found = _find(tables, "Norland lied")
    _say(tmp_path, found.answer("speaker", "ada", {"speakers": ["Cleo Rand"]}))
    _say(tmp_path, _find(tables, "It rained").answer("no quote", "ada"))
    _say(tmp_path, Correction("same person", "ada", "9", None, (), {"name": "Cleo Rand"},
                              {"name": "Cleo Q. Rand"}))  # fmt: skip
    now = _run(tmp_path)
    path = tmp_path / "tables" / "corrections.jsonl"
    made = analyse(
        load(Path("news"), progress=False), reader=Pretend(), corrections=path, progress=False
    )
    for name in Tables.names():
        pd.testing.assert_frame_equal(
            getattr(now, name).reset_index(drop=True), getattr(made, name).reset_index(drop=True)
        )
    assert "Cleo Q. Rand" in set(made.attributions.speaker)
    assert "Cleo Rand" not in {*made.attributions.speaker, *made.mentions.actor}
    assert made.provenance["corrections"]["answers"] == {
        "speaker": 1, "no quote": 1, "same person": 1
    }  # fmt: skip


def test_only_what_was_corrected_is_read_again(tables, tmp_path):
    news, into = Path("news"), tmp_path / "tables"

    def again():
        return update(into, news, reader=pretend, jobs=1, progress=False)

    assert again().read == 0
    _say(tmp_path, _find(tables, "It rained").answer("speaker", "ada", {"speakers": []}))
    assert (again().read, again().read) == (1, 0)
    _say(tmp_path, Correction("same person", "ada", "9", None, (), {"name": "Bo Lund"},
                              {"name": "Robert Lund"}))  # fmt: skip
    assert again().read == 0  # names need no reading
    assert "Robert Lund" in set(Tables.open(into).attributions.speaker)
    assert "Bo Lund" not in set(Tables.open(into).stances.speaker.dropna())
    (into / "corrections.jsonl").unlink()
    assert again().read == 1
    assert "Bo Lund" in set(Tables.open(into).attributions.speaker)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ferries stop", "Update: all ferries and ships stop"),
        ("“Norland lied to France,”", "“Norland  lied to France,”"),
        ("He left early.", "He left."),
    ],
)
def test_corrections_follow_a_text_that_changed_a_little(tables, tmp_path, old, new):
    _say(tmp_path, _find(tables, "Norland lied").answer("speaker", "ada", {"speakers": ["X Y"]}))
    _news(Path("news"), TEXT.replace(old, new))
    into = tmp_path / "tables"
    done = update(into, Path("news"), reader=pretend, jobs=1, prune=True, progress=False)
    assert done.unfit == []
    assert _row(Tables.open(into), "Norland +lied").speaker == "X Y"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda news: _news(news, TEXT.replace("Norland lied to", "Kenya wrote")), "words"),
        (lambda news: (news / "one.txt").unlink(), "not in the corpus"),
    ],
)
def test_what_no_longer_fits_is_told_and_kept(tables, tmp_path, change, reason):
    _say(tmp_path, _find(tables, "Norland lied").answer("speaker", "ada", {"speakers": ["X Y"]}))
    path = tmp_path / "tables" / "corrections.jsonl"
    before = path.read_bytes()
    change(Path("news"))
    for _ in range(2):  # the second run reads nothing, and still tells
        done = update(
            tmp_path / "tables", Path("news"), reader=pretend, jobs=1, prune=True,
            progress=False,
        )  # fmt: skip
        ((words, why),) = done.unfit
        assert "Norland lied" in words
        assert reason in why
    assert path.read_bytes() == before
    assert "X Y" not in set(Tables.open(tmp_path / "tables").attributions.speaker)


def test_reviewers_who_differ_change_nothing_until_it_is_settled(tables, tmp_path):
    found = _find(tables, "Norland lied")
    for who, name in (("ada", "Cleo Rand"), ("bo", "Dov Amsel")):
        said = found.answer("speaker", who, {"speakers": [name]})
        _say(tmp_path, said, name=f"corrections-{who}.jsonl")
    now = _run(tmp_path)
    assert _row(now, "Norland lied").speaker == "Bo Lund"
    assert now.provenance["corrections"]["conflicts"] == 1
    said = found.answer("speaker", "cy", {"speakers": ["Dov Amsel"]}, settles=True)
    _say(tmp_path, said, name="corrections-settled.jsonl")
    now = _run(tmp_path)
    assert _row(now, "Norland lied").speaker == "Dov Amsel"
    assert now.provenance["corrections"]["conflicts"] == 0


def test_the_last_word_of_a_reviewer_counts(tables, tmp_path):
    found = _find(tables, "Norland lied")
    _say(tmp_path, found.answer("no quote", "ada"))
    now = _run(tmp_path)
    assert not now.attributions.content.str.contains("Norland lied").any()
    _say(tmp_path, found.answer("right", "ada"))
    assert _row(_run(tmp_path), "Norland lied").corrected == "right"


def test_corrections_alone_leave_what_was_said_of_the_files(tables, tmp_path):
    news = Path("news")
    (news / "blank.txt").write_text(" ")
    (news / "cut.json").write_text(
        '{"title": "Rain", "content": "It rained on the fair all day, she s… [+90 chars]"}'
    )
    before = update(tmp_path / "tables", news, reader=pretend, jobs=1, progress=False)
    assert len(before.rejected) == len(before.incomplete) == 1
    _say(tmp_path, _find(tables, "Norland lied").answer("right", "ada"))
    done = correct(tmp_path / "tables", reader=pretend, jobs=1)
    assert done.read == 1
    assert (done.rejected, done.incomplete) == (before.rejected, before.incomplete)
    now = Tables.open(tmp_path / "tables")
    assert _row(now, "Norland lied").corrected == "right"
    assert len(now.rejected) == len(now.reading.incomplete) == 1
