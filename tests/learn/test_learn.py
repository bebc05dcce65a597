"""From corrections beside a store to a file that its runs apply, and back."""

import json

import pytest
from pretend import pretend, write_corpus

from onrecord import analyse, load
from onrecord.command.cli import main
from onrecord.corpus.correct import correct
from onrecord.corpus.update import update
from onrecord.errors import LearntError
from onrecord.learn import learn
from onrecord.learnt import FILE, NOTHING, Learnt, read_learnt, write_learnt
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import statements
from onrecord.stance.calibrated import Sides
from onrecord.tables import Tables


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("learn")
    write_corpus(folder / "news", 24)
    update(folder / "tables", folder / "news", reader=pretend, jobs=1, progress=False)
    return folder


def answered(folder, most=None, wrong="told"):
    """A reviewer for whom what one verb brings is no quote."""
    tables = Tables.open(folder)
    cues = tables.attributions.set_index("attribution_id").cue
    sitting = Session(statements(tables, pick(tables, order="text", n=most)), folder)
    while (shown := sitting.current) is not None:
        sitting.answer("no quote" if cues[shown.id] == wrong else "right")
        sitting.forward()


def test_what_was_learnt_is_applied_in_every_run_until_it_is_deleted(made):
    folder = made / "tables"
    answered(folder)
    done = learn(folder, reader=pretend, progress=False)
    assert [each.helps for each in done.trials] == [True, False, False, False]
    assert done.path == folder / FILE
    said = json.loads(done.path.read_text("utf-8"))
    assert said["model"] == "pretend" and said["tried"]["quotes"]["helps"] is True
    assert said["quotes"]["weights"]["last of cue told"] < 0 < said["articles"]

    (folder / "corrections.jsonl").rename(made / "kept.jsonl")  # by itself, without the words
    assert correct(folder, reader=pretend, jobs=1).read == 24
    assert "told" not in set(Tables.open(folder).attributions.cue)
    assert Tables.open(folder).provenance["learnt"]["of"] == ["quotes", "least"]

    write_corpus(made / "news", 2, first=24)
    assert update(folder, made / "news", reader=pretend, jobs=1, progress=False).read == 2
    assert "told" not in set(Tables.open(folder).attributions.cue)

    # in memory, by the store or by its file; another model's is not applied
    texts = load(made / "news", progress=False)
    given = {"reader": pretend(), "progress": False}
    for place in (folder, str(done.path)):
        found = analyse(texts, learnt=place, **given)
        assert "told" not in set(found.attributions.cue)
        assert found.provenance["learnt"]["of"] == ["quotes", "least"]
    for place in (None, made):
        found = analyse(texts, learnt=place, **given)
        assert "told" in set(found.attributions.cue) and "learnt" not in found.provenance
    with pytest.raises(LearntError, match=r"gone.json cannot be read: No such file"):
        analyse(texts, learnt=made / "gone.json", **given)

    done.path.unlink()
    assert update(folder, made / "news", reader=pretend, jobs=1, progress=False).read == 26
    assert "told" in set(Tables.open(folder).attributions.cue)
    assert "learnt" not in Tables.open(folder).provenance


def test_nothing_is_written_where_nothing_helps(tmp_path):
    write_corpus(tmp_path / "news", 22)
    folder = tmp_path / "tables"
    update(folder, tmp_path / "news", reader=pretend, jobs=1, progress=False)
    answered(folder, most=20, wrong="never")
    with pytest.raises(LearntError, match="too few corrections to learn from: 20 answers"):
        learn(folder, reader=pretend, progress=False)
    answered(folder, wrong="never")
    done = learn(folder, reader=pretend, progress=False)
    assert done.path is None and not done.learnt and not (folder / FILE).exists()


def test_the_command_refuses_in_one_sentence(tmp_path, capsys):
    write_corpus(tmp_path / "news", 1)
    update(tmp_path / "tables", tmp_path / "news", reader=pretend, jobs=1, progress=False)
    assert main(["review", str(tmp_path / "tables"), "--learn"]) == 2
    said = capsys.readouterr().err
    assert "There are too few corrections to learn from: 0 answers" in said
    assert said.strip().count("\n") == 0


def test_the_file_says_what_it_holds(tmp_path):
    learnt = Learnt(
        quotes=(("cue said", 0.5),), least=0.4, sure=0.6, sides=Sides(1.5, -0.5, 0.7), narrator=None
    )
    write_learnt(tmp_path, learnt, {"model": "one"})
    assert read_learnt(tmp_path, "one") == learnt
    assert read_learnt(tmp_path, "another") == NOTHING  # what it learnt is another model's
    assert read_learnt(tmp_path / "elsewhere", "one") == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"quotes": 3}',
        '{"quotes": {"weights": {"cue said": "much"}}}',
        '{"quotes": {"weights": [1]}}',
        '{"sides": {"scale": true}}',
        '{"sides": {"scale": NaN}}',
        '{"speakers": {"least": "0.5"}}',
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_file_that_is_none_is_said_in_a_sentence(tmp_path, text):
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(LearntError, match="is no file of what was learnt"):
        read_learnt(tmp_path, "one")


def test_a_file_that_was_changed_by_hand_is_kept(tmp_path):
    learnt = Learnt(least=0.4)
    path = write_learnt(tmp_path, learnt, {"model": "one", "when": ("today", 1.5)})
    assert write_learnt(tmp_path, Learnt(least=0.5), {"model": "one"}) == path  # as it was written
    mine = path.read_text("utf-8").replace("0.5", "0.45")
    path.write_text(mine, "utf-8")
    with pytest.raises(LearntError, match="was changed since it was learnt"):
        write_learnt(tmp_path, learnt, {"model": "one"})
    assert path.read_text("utf-8") == mine
    assert read_learnt(tmp_path, "one").least == 0.45


@pytest.mark.parametrize("text", ["", "[]", "{}", pytest.param("[" * 100_000, id="deep")])
def test_a_file_that_is_not_ours_is_kept(tmp_path, text):
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(LearntError, match="was changed since it was learnt"):
        write_learnt(tmp_path, Learnt(least=0.4), {"model": "one"})
    assert (tmp_path / FILE).read_text("utf-8") == text
