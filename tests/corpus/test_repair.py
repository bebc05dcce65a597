"""Every damage of a store is found, named, noticed by the next run, and repaired."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from pretend import pretend, write_corpus

from onrecord.command import cli
from onrecord.corpus import update
from onrecord.corpus.repair import repair
from onrecord.errors import AnalysisError, StoreError
from onrecord.store import inspect
from onrecord.tables import Tables


def run(into: Path, news: Path):
    return update.update(into, news, reader=pretend, jobs=1, progress=False, prune=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Articles, and a store of them that is sound."""
    folder = tmp_path_factory.mktemp("whole")
    write_corpus(folder / "news", 8)
    (folder / "news" / "blank.txt").write_text(" ")
    run(folder / "tables", folder / "news")
    return folder


@cache
def sound(folder: Path) -> dict[str, pd.DataFrame]:
    """What the tables of a sound store hold."""
    return _frames(Tables.open(folder))


def _frames(tables: Tables) -> dict[str, pd.DataFrame]:
    stories = tables.stories.sort_values("article_id", ignore_index=True)
    return {name: getattr(tables, name) for name in Tables.names()} | {"stories": stories}


@pytest.fixture
def into(whole, tmp_path):
    shutil.copytree(whole / "tables", tmp_path / "tables")
    return tmp_path / "tables"


def missing(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x20
    path.write_bytes(bytes(data))


def foreign(path: Path) -> None:
    path.write_bytes(b"[1]" if path.suffix == ".json" else b"PAR1 not really PAR1")


WAYS = [missing, empty, cut, flipped, foreign]
WHOLE = {missing, flipped}  # of many ways alike, those after which all is read and compared
BESIDE = ["stories.parquet", "rejected.parquet", "provenance.json"]


def same(into: Path, whole: Path) -> None:
    one = Tables.open(into)
    for name, rows in _frames(one).items():
        pd.testing.assert_frame_equal(rows, sound(whole / "tables")[name])
    assert one.provenance["complete"]


def test_a_sound_store_has_no_damage(into):
    assert inspect(into) == []
    assert inspect(into, whole=False) == []
    assert repair(into) == []


@pytest.mark.parametrize(
    ("name", "way"),
    [
        *(("stories.parquet", way) for way in WAYS),
        *((name, way) for name in BESIDE[1:] for way in (empty, flipped)),
    ],
)
def test_what_lies_beside_the_batches(into, whole, capsys, name, way):
    way(into / name)
    assert cli.main(["check", str(into)]) == cli.NOTHING
    assert name in capsys.readouterr().out
    assert cli.main(["check", str(into), "--repair"]) == cli.DONE
    assert inspect(into) == []
    if name == "stories.parquet":
        made, right = (Tables.open(each).stories for each in (into, whole / "tables"))
        columns = list(right.columns)
        assert (
            made.sort_values(columns).values.tolist() == right.sort_values(columns).values.tolist()
        )
    if way in WHOLE:
        run(into, whole / "news")
        same(into, whole)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        *(("stances.parquet", way) for way in WAYS),
        ("index.parquet", missing),
        ("index.parquet", flipped),
        ("articles.parquet", empty),
        ("sums.json", cut),
    ],
)
def test_a_batch(into, whole, capsys, name, way):
    batch = next(into.glob("month=2031-02/*"))
    way(batch / name)
    assert cli.main(["check", str(into)]) == cli.NOTHING
    assert f"{batch.name}/{name}" in capsys.readouterr().out
    with pytest.raises(StoreError, match=r"onrecord check .* --repair"):
        run(into, whole / "news")
    assert cli.main(["check", str(into), "--repair"]) == cli.DONE
    assert inspect(into) == []
    assert batch.exists() == (name in ("index.parquet", "sums.json"))
    if way in WHOLE or not name.startswith("stances"):
        run(into, whole / "news")
        same(into, whole)


@pytest.mark.parametrize("way", [missing, cut])
@pytest.mark.parametrize("name", BESIDE)
def test_the_next_run_makes_again_what_lies_beside(into, whole, name, way):
    way(into / name)
    run(into, whole / "news")
    assert inspect(into) == []
    same(into, whole)


@pytest.mark.parametrize("way", [missing, empty, cut, foreign])
@pytest.mark.parametrize("name", BESIDE)
def test_who_reads_is_told_what_to_do(into, name, way):
    way(into / name)
    with pytest.raises(AnalysisError, match=rf"{name}.*onrecord check .* --repair"):
        tables = Tables.open(into)
        _ = tables.provenance, tables.rejected, tables.stories


def test_a_folder_of_articles_that_is_gone(into, whole):
    shutil.rmtree(next(into.glob("month=2031-02/*")))
    assert [each.name for each in inspect(into)] == ["articles of the last run"]
    repair(into)
    assert not Tables.open(into).provenance["complete"]
    run(into, whole / "news")
    same(into, whole)


@pytest.mark.parametrize("way", [missing, empty, cut])
def test_the_mark(into, whole, way):
    way(into / "store.json")
    assert inspect(into)[0].name == "store.json"
    repair(into)
    assert inspect(into) == []
    same(into, whole)


def test_a_store_of_an_earlier_version_is_read_for_damage(into, whole):
    for path in into.rglob("sums.json"):
        path.unlink()
    assert inspect(into) == []
    batch = next(into.glob("month=2031-02/*"))
    cut(batch / "stances.parquet")
    assert [each.name for each in inspect(into)] == ["stances.parquet"]
    repair(into)
    run(into, whole / "news")
    same(into, whole)


def test_what_was_set_aside_stays_as_it_is(into, whole):
    batch = next(into.glob("month=2031-02/*"))
    flipped(batch / "articles.parquet")
    before = {path.name: path.read_bytes() for path in batch.iterdir()}
    repair(into)
    aside = next((into / "damaged").iterdir())
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == before
    assert cli.main(["clean", str(into)]) == cli.DONE
    assert not into.exists()


@pytest.mark.parametrize("verb", ["check", "speakers", "quotes"])
def test_no_traceback_for_what_is_no_store(tmp_path, capsys, verb):
    assert cli.main([verb, str(tmp_path / "nowhere")]) in (cli.NOTHING, cli.WRONG)
    said = capsys.readouterr()
    assert said.err.count("\n") == 1


@pytest.fixture(scope="module")
def asked(whole, tmp_path_factory):
    """A store beside files of the user's, its tables, and tables in memory."""
    into = tmp_path_factory.mktemp("asked") / "tables"
    shutil.copytree(whole / "tables", into)
    (into.parent / "secret").write_text("mine")
    (into / "mine.txt").write_text("mine")
    return into, Tables.open(into), Tables.empty()


@pytest.mark.parametrize(
    "query",
    [
        "copy stances to '{into}/out.csv'",
        "select 1; copy stances to '{into}/out.csv'",
        "export database '{into}/out'",
        "attach '{into}/out.db'",
        "explain analyze copy stances to '{into}/out.csv'",
        "install httpfs",
        "load json",
        "create table x as select 1",
        "set threads = 1",
        "select * from read_text('{into}/../secret')",
        "select * from '/etc/hostname'",
        "select * from read_text('{into}/mine.txt')",
        "select * from read_text('{into}/store.json')",
        "select * from glob('{into}/*')",
        "with gone as (delete from _dead returning *) select * from gone",
        "with more as (insert into _dead select 'a', 'b' returning *) select * from more",
        "explain analyze with gone as (delete from _dead returning *) select * from gone",
        "select * from enable_logging()",
        "select * from enable_profiling()",
        "explain /* ' */ copy stances to 'a' --'",
        "",
        "-- nothing",
    ],
)
def test_sql_only_reads(asked, query):
    into, *both = asked
    before = sorted(into.rglob("*"))
    for tables in both:
        with pytest.raises(AnalysisError, match="The query failed"):
            tables.sql(query.format(into=into))
    assert sorted(into.rglob("*")) == before


@pytest.mark.parametrize(
    "query",
    ["from stances", "with a as (select 1) select * from a", "describe stances", "values (1)",
     "pivot stances on label using count(*)", "explain select 1", "select 'copy' as word",
     "pivot (select 'set' as word, 1 as n) on word using sum(n)", "explain select 'copy' -- set",
     "select 1; select 2", "select * from query('select 1')"],
)  # fmt: skip
def test_sql_answers_what_only_asks(asked, query):
    _, *both = asked
    for tables in both:
        assert len(tables.sql(query).columns)


def test_what_goes_beyond_memory_goes_where_temporary_files_lie(asked):
    _, *both = asked
    where = [tables.sql("select current_setting('temp_directory') as t").t[0] for tables in both]
    assert [Path(each).parent for each in where] == [Path(tempfile.gettempdir())] * len(both)
    assert len({*where}) == len(both)


@pytest.mark.parametrize("place", [".unfinished/0123", "month=2031-02/*"])
def test_what_a_killed_run_was_writing_goes(into, whole, place):
    folder = into / place if "*" not in place else next(into.glob(place))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f".onrecord-{'a' * 32}.part").write_text("half")
    (into.parent / "news").mkdir()
    write_corpus(into.parent / "news", 2, first=50)
    run(into, into.parent / "news")  # with what is left of the news, batches go
    assert not list(into.rglob("*.part"))
    assert not (into / ".unfinished").exists() or not list((into / ".unfinished").iterdir())


def test_a_changed_checksum_is_noticed_by_the_next_run(into, whole):
    path = next(into.glob("month=2031-02/*")) / "sums.json"
    sums = path.read_bytes()
    for at in (3, 30, 90, 150, 333, 500):
        data = bytearray(sums)
        data[at] ^= 0x01
        path.write_bytes(data)
        with pytest.raises(StoreError, match=r"sums\.json"):
            run(into, whole / "news")
        assert [each.name for each in inspect(into)] == ["sums.json"]
    repair(into)
    assert inspect(into) == []
    run(into, whole / "news")
    same(into, whole)
