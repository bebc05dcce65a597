import json
import os
import shutil
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from pretend import Pretend, pretend, write_corpus

import onrecord
from onrecord import store
from onrecord.corpus import gather, update
from onrecord.corpus.outcome import Outcome
from onrecord.corpus.sift import Sift
from onrecord.corrections.book import Book
from onrecord.errors import LexiconError, LoadError, StoreError
from onrecord.load import Draft, Rejected, stamps
from onrecord.store import write
from onrecord.tables import Tables

spread = import_module("onrecord.corpus.spread.spread")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with articles, and a store of them."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)  # paths are relative, so that copies are of the same articles
        write_corpus(Path("news"), 12)
        run(Path("tables"), Path("news"))
    return folder


@pytest.fixture
def news(made, tmp_path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        shutil.copytree(made / "news", "news")
        yield Path("news")


@pytest.fixture
def into(tmp_path) -> Path:
    return tmp_path / "tables"


@pytest.fixture
def grown(made, news, into) -> Path:
    """A store of the news, as a first run leaves it."""
    shutil.copytree(made / "tables", into)
    return into


def run(into: Path, *paths: Path, **more) -> Outcome:
    given = {"reader": pretend, "jobs": 1, "progress": False, **more}
    return update.update(into, *paths, **given)


def other() -> Pretend:
    """Another model."""
    made = pretend()
    made.name = "another"
    return made


def anew(*paths: Path, **more) -> Tables:
    """An analysis of articles in memory."""
    return onrecord.analyse(onrecord.load(*paths), reader=pretend(), progress=False, **more)


def same(one: Tables, other: Tables) -> None:
    for name in Tables.names():
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_a_store_holds_what_an_analysis_in_memory_does(news, into):
    (news / "blank.txt").write_text(" ")
    run(into, news)
    expected = anew(news)
    same(Tables.open(into), expected)
    told = Tables.open(into).provenance
    assert told["complete"]
    assert {**told, "made": 0} == {
        **expected.provenance,
        "made": 0,
        "complete": True,
        "store": told["store"],
    }


def test_a_second_run_reads_nothing(news, into, monkeypatch):
    assert (run(into, news).read, Pretend().texts) == (12, 0)
    before = {path: path.stat().st_mtime_ns for path in into.rglob("month=*/*/*")}
    monkeypatch.setattr(Pretend, "read", lambda *_: pytest.fail("the model was asked"))
    outcome = run(into, news)
    assert (outcome.articles, outcome.read, outcome.known) == (12, 0, 12)
    assert {path: path.stat().st_mtime_ns for path in into.rglob("month=*/*/*")} == before


@pytest.fixture
def old(monkeypatch):
    """Files count as old enough to be known by their times."""
    monkeypatch.setattr(stamps, "YOUNG", -1.0)


def test_where_no_file_changed_none_is_read(news, into, old, monkeypatch):
    (news / "blank.txt").write_text(" ")
    first = run(into, news)
    monkeypatch.setattr(Sift, "new", lambda *_: pytest.fail("files were read"))
    outcome = run(into, news, prune=True)
    assert (outcome.articles, outcome.known, outcome.read, outcome.removed) == (12, 12, 0, 0)
    assert [(each.path, each.reason) for each in outcome.rejected] == [
        (each.path, each.reason) for each in first.rejected
    ]


def other_words(news, into):
    path = sorted(news.iterdir())[0]
    about = path.stat()
    time.sleep(0.02)
    path.write_text(path.read_text().swapcase())  # of the same size, and its time set back
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def batch_gone(news, into):
    shutil.rmtree(next(into.glob("month=*/*")))


def not_finished(news, into):
    path = into / store.PROVENANCE
    path.write_text(json.dumps({**json.loads(path.read_text()), "complete": False}))


@pytest.mark.parametrize("change", [other_words, batch_gone, not_finished])
def test_what_changed_is_taken_up_though_sizes_and_times_are_the_same(news, into, old, change):
    run(into, news)
    change(news, into)
    run(into, news, prune=True)
    same(Tables.open(into), anew(news))


@pytest.mark.parametrize("more", [{"check_contents": True}, {"reader": other}])
def test_contents_are_read_where_that_is_asked_or_the_model_is_another(news, into, old, more):
    run(into, news)
    met = []
    sift = Sift.new
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sift, "new", lambda *given: met.append(1) or sift(*given))
        run(into, news, **more)
    assert met


def test_what_is_gone_can_be_pruned_later(news, into, old):
    run(into, news)
    next(news.iterdir()).unlink()
    run(into, news)
    assert run(into, news, prune=True).removed == 1


@pytest.mark.parametrize("side", [{"jobs": 2}, {"workers": 2}, {"scheduler": "tcp://127.0.0.1:9"}])
def test_with_nothing_to_read_nothing_is_started(news, grown, monkeypatch, side):
    for name in ("processes", "cluster"):
        monkeypatch.setattr(spread, name, lambda *_, **__: pytest.fail("something was started"))
    assert update.update(grown, news, reader=pretend, progress=False, **side).known == 12


def test_new_and_changed_articles_are_read(news, grown):
    write_corpus(news, 2, first=50)
    changed = news / "0003.md"
    changed.write_text(changed.read_text().replace("left the room", "stayed"))
    outcome = run(grown, news, prune=True)
    assert (outcome.read, outcome.known, outcome.removed) == (3, 11, 1)
    same(Tables.open(grown), anew(news))


@pytest.mark.parametrize(("prune", "left"), [(False, 12), (True, 10)])
def test_what_is_gone_is_forgotten_only_when_asked(news, grown, prune, left):
    (news / "0001.md").unlink()
    (news / "0002.md").unlink()
    outcome = run(grown, news, prune=prune)
    assert (outcome.articles, outcome.removed) == (left, 12 - left)
    assert len(Tables.open(grown).articles) == left


def test_a_new_date_or_path_is_taken_up_without_the_model(news, grown, monkeypatch):
    monkeypatch.setattr(Pretend, "read", lambda *_: pytest.fail("the model was asked"))
    dated = news / "0004.md"
    dated.write_text(dated.read_text().replace("---\n# ", "published: 2032-02-01\n---\n# "))
    (news / "0005.md").rename(news / "moved.md")
    outcome = run(grown, news, prune=True)
    assert (outcome.moved, outcome.read, outcome.removed) == (2, 0, 0)
    monkeypatch.undo()
    same(Tables.open(grown), anew(news))
    later = Tables.open(grown, since=pd.Timestamp("2032-01-01"))
    assert list(later.articles.path) == [dated.as_posix()]


def test_a_text_in_two_outlets_is_two_articles_of_one_story_run_after_run(news, into):
    """In whatever order they come, and whether the others are still there."""
    text = (news / "0004.md").read_text().partition("---\n# ")[2]
    one, two = (news / f"{name}.md" for name in ("1-courier", "2-post"))
    one.write_text(f"---\noutlet: Lysk Courier\n---\n# {text}")
    run(into, news)
    two.write_text(f"---\noutlet: Port Vell Post\n---\n# {text}")
    first, of = news / "0-gazette.md", "Cape Gazette"
    first.write_text(f"---\noutlet: {of}\n---\n# {text}")

    def known() -> dict[str, str]:
        tables = Tables.open(into)
        found = tables.articles[tables.articles.outlet.isin(["Lysk Courier", "Port Vell Post", of])]
        stories = tables.stories.set_index("article_id").story_id
        assert stories[list(found.article_id)].nunique() == 1
        return dict(zip(found.outlet, found.article_id, strict=True))

    assert run(into, news).articles == 15
    assert sorted(known()) == [of, "Lysk Courier", "Port Vell Post"]
    first.unlink()
    assert run(into, news).read == 0
    assert sorted(known()) == [of, "Lysk Courier", "Port Vell Post"]
    one.rename(news / "3-courier.md")
    assert (run(into, news).articles, len(known())) == (15, 3)
    assert run(into, news, prune=True).articles == 14
    assert sorted(known()) == ["Lysk Courier", "Port Vell Post"]


def test_other_settings_read_all_again(news, grown, tmp_path):
    own = tmp_path / "actors.yaml"
    own.write_text("actors:\n  - name: Island Envoys\n    aliases: [the envoys]\n    type: group\n")
    assert run(grown, news, actors=[own]).read == 12
    same(Tables.open(grown), anew(news, actors=own))
    assert Tables.open(grown).mentions.actor.eq("Island Envoys").any()
    assert run(grown, news, actors=[own]).known == 12


def test_two_corpora_grow_one_store(news, into, tmp_path):
    write_corpus(tmp_path / "more", 3, first=80)
    run(into, news)
    assert run(into, tmp_path / "more").articles == 15
    same(Tables.open(into), anew(tmp_path / "more", news))


def test_one_person_has_one_name_across_the_corpus(into, tmp_path):
    news = tmp_path / "names"
    news.mkdir()
    for number in range(4):
        who = "Ada B. Quist" if number == 3 else "Ada Quist"
        (news / f"{number}.txt").write_text(
            f"Round {number}\n\n“Norland is late by {number} days,” {who} said on Monday.\n"
        )
    run(into, news)
    tables = Tables.open(into)
    assert set(tables.attributions.speaker) == {"Ada Quist"}
    same(tables, anew(news))
    assert set(store.Reading(into, named=False).frame("attributions").speaker) == {
        "Ada Quist",
        "Ada B. Quist",
    }
    for number in range(4, 9):  # with them most articles use the longer name
        (news / f"{number}.txt").write_text(
            f"Round {number}\n\n“Norland is late by {number} days,” Ada B. Quist said.\n"
        )
    assert run(into, news).read == 5
    files = into.glob("month=*/*/attributions.parquet")
    assert set(pd.concat(map(pd.read_parquet, files)).speaker) == {"Ada B. Quist"}
    same(Tables.open(into), anew(news))


def test_one_bad_article_does_not_stop_the_others(news, into):
    (news / "bad.txt").write_text("Rain\n\nThis text makes the model fail, whatever it says.\n")
    outcome = run(into, news)
    assert outcome.read == 12
    assert [(each.path, each.reason) for each in outcome.rejected] == [
        (
            (news / "bad.txt").as_posix(),
            "could not be analysed (RuntimeError: a tensor of the wrong shape)",
        )
    ]
    assert list(Tables.open(into).rejected.path) == [(news / "bad.txt").as_posix()]


def test_texts_that_are_only_a_part_are_counted_and_named(news, into):
    (news / "cut.json").write_text(
        '{"title": "Rain", "content": "It rained on the fair all day, she s… [+90 chars]"}'
    )
    told = [((news / "cut.json").as_posix(), "was cut short by the interface that gave it")]
    for _ in range(2):  # and of a run that finds all as it was
        outcome = run(into, news)
        assert [(each.path, each.reason) for each in outcome.incomplete] == told
    assert [tuple(row) for row in store.Reading(into).incomplete.itertuples(index=False)] == told
    assert Tables.open(into).provenance["incomplete"] == 1
    store.clear(into)
    assert not into.exists()


@pytest.mark.parametrize(("piece", "started"), [(4, True), (6, False)])
def test_of_a_few_pieces_this_process_reads_all(news, into, monkeypatch, piece, started):
    met, own = [], spread.processes
    monkeypatch.setattr(spread, "PIECE", piece)
    monkeypatch.setattr(spread, "processes", lambda count: met.append(count) or own(1))
    assert run(into, news, jobs=None).read == 12
    assert bool(met) is started


def test_processes_make_the_same_tables(made, news, into, monkeypatch):
    monkeypatch.setattr(spread, "PIECE", 5)
    run(into, news, jobs=2)
    same(Tables.open(into), Tables.open(made / "tables"))


def test_a_corpus_that_ends_in_an_error_keeps_what_was_read(news, into, monkeypatch):
    monkeypatch.setattr(spread, "PIECE", 4)
    monkeypatch.setattr(gather, "HELD_BYTES", 1)
    add, count = store.Writer.add, []

    def full(self, *given):
        count.append(1)
        if len(count) > 2:
            monkeypatch.setattr(write, "write_table", _no_space)
        return add(self, *given)

    monkeypatch.setattr(store.Writer, "add", full)
    with pytest.raises(StoreError, match=r"No space left.*is kept"):
        run(into, news)
    monkeypatch.undo()
    assert Tables.open(into).provenance["complete"] is False
    kept = len(Tables.open(into).articles)
    assert 0 < kept < 12
    outcome = run(into, news)
    assert (outcome.known, outcome.read) == (kept, 12 - kept)
    same(Tables.open(into), anew(news))


def _no_space(*_given):
    raise OSError(28, "No space left on device")


def test_ctrl_c_writes_what_was_read(news, into, monkeypatch):
    monkeypatch.setattr(spread, "PIECE", 4)
    read, count = Pretend.read, []

    def stop(self, texts):
        count.append(1)
        if len(count) == 3:
            raise KeyboardInterrupt
        return read(self, texts)

    monkeypatch.setattr(Pretend, "read", stop)
    with pytest.raises(KeyboardInterrupt):
        run(into, news)
    monkeypatch.undo()
    assert run(into, news).known == 8


def test_a_file_that_changes_while_it_is_read_is_named_and_taken_up_next_time(
    news, into, monkeypatch
):
    victim = news / "0002.md"
    read = update.iter_articles

    def meddling(*paths, **more):
        for item in read(*paths, **more):
            if item.path == victim.as_posix():
                victim.write_text(item.text.replace("promise", "word"))
            yield item

    monkeypatch.setattr(update, "iter_articles", meddling)
    assert run(into, news).changed == [victim.as_posix()]
    monkeypatch.undo()
    assert run(into, news, prune=True).read == 1
    same(Tables.open(into), anew(news))


def test_two_runs_at_once(news, grown):
    with store.writing(grown), pytest.raises(StoreError, match="Another run"):
        run(grown, news)
    assert len(Tables.open(grown).articles) == 12


@pytest.mark.parametrize(
    ("paths", "actors", "error"),
    [(["nowhere"], [], LoadError), (["news"], ["none.yaml"], LexiconError)],
)
def test_wrong_use_leaves_no_folder(news, into, tmp_path, paths, actors, error):
    with pytest.raises(error):
        run(into, *(tmp_path / p for p in paths), actors=[tmp_path / a for a in actors])
    assert not into.exists()


def test_an_index_that_is_damaged_stops_the_run_with_the_way_out(news, grown):
    harmed = next(grown.rglob("index.parquet"))
    harmed.write_bytes(b"PAR1")
    with pytest.raises(StoreError, match="onrecord check"):
        run(grown, news)
    for path in harmed.parent.iterdir():
        path.unlink()
    harmed.parent.rmdir()
    assert run(grown, news).read > 0
    same(Tables.open(grown), anew(news))


def test_lost_provenance_is_made_again(news, grown):
    (grown / "provenance.json").write_text("{")
    assert run(grown, news).known == 12
    assert Tables.open(grown).provenance["complete"]


def test_what_is_sifted_out_is_counted(into):
    into.mkdir()
    outcome = Outcome()
    sift = Sift(store.State.of(into), "k", Book(), outcome, lambda moved: pytest.fail("moved"))
    items = [Draft("a.txt", "x"), Rejected("b.txt", "is empty"), Draft("c.txt", "y")]
    assert [draft.path for draft in sift.new(items)] == ["a.txt", "c.txt"]
    assert outcome.rejected == [Rejected("b.txt", "is empty")]
