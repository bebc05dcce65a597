import errno
import json
import os
import resource
import threading
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from onrecord import schema, store
from onrecord.errors import AnalysisError, StoreError
from onrecord.store import layout, lock, write
from onrecord.store.layout import INDEX_SCHEMA, NAMES_SCHEMA, arrow_schema, batches
from onrecord.store.tidy import MANY
from onrecord.tables import Tables


def batch(*articles: str, key: str = "k", facts: str = "f", score: float = 0.5) -> dict:
    """The tables of a batch: each article has one sentence, one mention and one stance."""
    rows = {
        "articles": [
            {"article_id": a, "path": f"{a}.txt", "text": "Norland waits", "title": key}
            for a in articles
        ],
        "mentions": [
            {"article_id": a, "actor": "Lund", "actor_type": "person", "start": 0, "end": 7,
             "text": "Norland"}
            for a in articles
        ],
        "stances": [
            {"article_id": a, "sentence_id": f"{a}-s0", "target": "Norland", "start": 0, "end": 7,
             "label": "favor", "favor": score, "against": 0.0, "none": 1 - score}
            for a in articles
        ],
        "index": [
            {"article_id": a, "key": key, "facts": facts, "gone": False} for a in articles
        ],
    }  # fmt: skip
    names = [name for name in schema.TABLES if name not in schema.WHOLE]
    return {
        name: pa.Table.from_pylist(rows.get(name, []), schema=arrow_schema(name))
        for name in (*names, "index")
    }


@pytest.fixture
def folder(tmp_path) -> Path:
    """A store of two batches: a and b in March, c without a date."""
    made = tmp_path / "store"
    with store.writing(made):
        writer = store.Writer.of(made)
        writer.add("2031-03", batch("a", "b"))
        writer.add("unknown", batch("c"))
        (made / store.PROVENANCE).write_text(json.dumps({"model": "m", "complete": True}))
    return made


@pytest.mark.parametrize("group", [1, 2, 3, 500])
def test_some_articles_are_read_without_the_others(tmp_path, monkeypatch, group):
    monkeypatch.setattr(write, "GROUP", group)
    with store.writing(tmp_path / "store"):
        store.Writer.of(tmp_path / "store").add("2031-03", batch(*"abcdefg"))
    file = batches(tmp_path / "store")[0].file("articles")
    for wanted in ("c", "cg", "ab", "abcdefg", "x", ""):
        read = layout.read(file, ["article_id"], pa.array([*wanted], pa.string()))
        told = read.column(0).to_pylist()
        assert {*wanted} & {*"abcdefg"} <= {*told}
        assert len(told) <= group * len(wanted) or group > 7
        some = Tables.open(tmp_path / "store").part.reading.some("articles", pd.Series([*wanted]))
        assert list(some.path) == [f"{name}.txt" for name in wanted if name != "x"]


def test_tables_are_listed_and_counted_before_any_is_read(folder):
    tables = Tables.open(folder)
    assert {*Tables.names(), "provenance", "sql"} <= {*dir(tables)}
    lines = repr(tables).splitlines()
    assert [line.split() for line in lines] == [
        ["Tables"],
        ["3", "articles"],
        ["0", "rejected"],
        ["0", "sentences"],
        ["0", "attributions"],
        ["0", "spans"],
        ["3", "mentions"],
        ["0", "profiles"],
        ["3", "stances"],
        ["0", "actors"],
    ]
    assert not {*Tables.names()} & {*vars(tables)}


def tidied(folder: Path) -> bool:
    with store.writing(folder):
        return store.tidy(folder, store.State.of(folder), store.Writer.of(folder))


def ids(folder: Path) -> list[str]:
    return list(Tables.open(folder).articles.article_id)


def test_every_table_opens_and_keeps_its_contract(folder):
    tables = Tables.open(folder)
    for name in Tables.names():
        schema.check(name, getattr(tables, name))
    assert ids(folder) == ["a", "b", "c"]
    assert tables.provenance == {"model": "m", "complete": True}


def test_a_table_is_read_when_it_is_asked_for(folder):
    tables = Tables.open(folder)
    for each in batches(folder):
        each.file("stances").unlink()
    assert len(tables.mentions) == 3
    with pytest.raises(StoreError, match=r"stances\.parquet is not there any more"):
        _ = tables.stances
    with pytest.raises(AttributeError):
        _ = tables.nonsense


@pytest.mark.parametrize("name", [*Tables.names(), "stories"])
def test_sql_sees_the_same_rows_as_the_frames(folder, name):
    tables = Tables.open(folder)
    assert tables.sql(f"select count(*) as n from {name}").n[0] == len(getattr(tables, name))


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, ["a", "b", "c"]),
        ("2031-03-31", None, ["a", "b"]),
        ("2031-04-01", None, []),
        (None, "2031-03-01", ["a", "b"]),
        (None, "2031-02-28", []),
    ],
)
def test_only_the_months_asked_for_are_read(folder, since, until, found):
    days = {k: pd.Timestamp(v) for k, v in (("since", since), ("until", until)) if v}
    tables = Tables.open(folder, **days)
    assert list(tables.articles.article_id) == found
    assert tables.sql("select count(*) as n from stances").n[0] == len(found)
    assert tables.undated == 1


def test_the_last_word_on_an_article_counts(folder):
    with store.writing(folder):
        store.Writer.of(folder).add("2031-04", batch("b", score=0.9))
    tables = Tables.open(folder)
    assert dict(zip(tables.stances.article_id, tables.stances.favor, strict=True)) == {
        "a": 0.5,
        "b": 0.9,
        "c": 0.5,
    }
    said = tables.sql("select article_id, favor from stances order by article_id")
    assert list(said.favor) == [0.5, 0.9, 0.5]


def test_what_is_removed_is_gone_and_can_come_back(folder):
    with store.writing(folder):
        writer = store.Writer.of(folder)
        assert writer.remove([]) is None
        writer.remove(["a", "c"])
    assert ids(folder) == ["b"]
    assert Tables.open(folder).sql("select count(*) as n from mentions").n[0] == 1
    with store.writing(folder):
        store.Writer.of(folder).add("2031-05", batch("a"))
    assert ids(folder) == ["a", "b"]


def test_tidying_changes_no_row(folder):
    with store.writing(folder):
        writer = store.Writer.of(folder)
        writer.add("2031-03", batch("b", score=0.9))
        writer.remove(["c"])
        for number in range(MANY + 1):
            writer.add("2031-06", batch(f"d{number}"))
    before = Tables.open(folder)
    rows = {name: getattr(before, name) for name in Tables.names()}
    stamp = store.State.of(folder).stamp
    assert tidied(folder)
    assert store.State.of(folder).stamp == stamp
    assert {each.month for each in batches(folder)} == {"2031-03", "2031-06"}
    assert not store.State.of(folder).dirty
    assert sum(each.month == "2031-06" for each in batches(folder)) == 1
    after = Tables.open(folder)
    for name, expected in rows.items():
        pd.testing.assert_frame_equal(getattr(after, name), expected)
    assert not tidied(folder)


def renamed(folder: Path, *rows: tuple[str, str, str]) -> int:
    told = [dict(zip(NAMES_SCHEMA.names, row, strict=True)) for row in rows]
    with store.writing(folder):
        return store.rename(
            store.State.of(folder),
            store.Writer.of(folder),
            pa.Table.from_pylist(told, schema=NAMES_SCHEMA),
        )


def in_files(folder: Path, table: str = "mentions") -> dict[str, str]:
    """Names as whoever reads the files alone sees them."""
    found = pd.concat([pd.read_parquet(path) for path in folder.glob(f"month=*/*/{table}.parquet")])
    return dict(zip(found.article_id, found.actor, strict=True))


def test_names_of_the_corpus_replace_those_of_an_article(folder):
    kept = [each.file("articles").stat().st_ino for each in batches(folder)]
    assert renamed(folder, ("b", "Lund", "Bo Lund")) == 1
    tables = Tables.open(folder)
    assert list(tables.mentions.actor) == ["Lund", "Bo Lund", "Lund"]
    shown = tables.sql("select article_id, actor from mentions order by article_id")
    assert list(shown.actor) == ["Lund", "Bo Lund", "Lund"]
    assert in_files(folder) == {"a": "Lund", "b": "Bo Lund", "c": "Lund"}
    own = store.Reading(folder, named=False)
    assert list(own.frame("mentions").actor) == ["Lund"] * 3
    assert list(own.stream("select actor from mentions")) == [("Lund",)] * 3
    assert sorted(each.file("articles").stat().st_ino for each in batches(folder)) == sorted(kept)


def test_names_follow_what_the_corpus_gives_now(folder):
    stamp = store.State.of(folder).stamp
    renamed(folder, ("a", "Lund", "Bo Lund"), ("b", "Lund", "Bo Lund"), ("c", "Lund", "Jo Lund"))
    assert in_files(folder) == {"a": "Bo Lund", "b": "Bo Lund", "c": "Jo Lund"}
    # Jo Lund's batch has its names already
    assert renamed(folder, ("b", "Lund", "Ed Lund"), ("c", "Lund", "Jo Lund")) == 1
    assert in_files(folder) == {"a": "Lund", "b": "Ed Lund", "c": "Jo Lund"}
    assert renamed(folder) == 2
    assert set(in_files(folder).values()) == {"Lund"}
    assert renamed(folder) == 0
    assert store.State.of(folder).stamp == stamp


def test_sql_reaches_nothing_but_the_store(folder, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    tables = Tables.open(folder)
    for query in (
        f"select * from read_csv('{secret}')",
        f"copy stances to '{tmp_path / 'out.csv'}'",
        "set enable_external_access = true",
    ):
        with pytest.raises(AnalysisError, match="The query failed"):
            tables.sql(query)
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    "change",
    ["delete from _dead", "update _dead set article_id = 'x'", "insert into _dead from _dead"],
)
def test_sql_brings_no_dead_row_back(folder, change):
    with store.writing(folder):
        store.Writer.of(folder).add("2031-04", batch("b", score=0.9))
    tables = Tables.open(folder)
    with pytest.raises(AnalysisError, match="read-only"):
        tables.sql(f"with changed as ({change} returning *) select * from changed")
    assert list(tables.sql("from _dead").article_id) == ["b"]
    assert len(tables.sql("from stances")) == 3


def test_articles_come_in_the_order_of_their_files(folder):
    parts = batch("z", "y", "x", "w")
    paths = ["n.jsonl#10", "n.jsonl#9", "n/z.txt", "n a.txt"]
    parts["articles"] = parts["articles"].set_column(
        parts["articles"].schema.get_field_index("path"), "path", pa.array(paths)
    )
    with store.writing(folder):
        store.Writer.of(folder).add("2031-03", parts)
    assert ids(folder) == ["a", "b", "c", "x", "w", "y", "z"]


# bad days


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != lock.LOCK
    }


def test_a_full_disk_is_one_sentence_and_loses_nothing(folder):
    before = contents(folder)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with store.writing(folder):
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, limits[1]))
        try:
            with pytest.raises(StoreError, match=r"Cannot write tables into .*is kept\.$"):
                store.Writer.of(folder).add("2031-03", batch("d"))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(folder) == before
    assert ids(folder) == ["a", "b", "c"]


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_a_folder_that_cannot_be_written(folder, monkeypatch, code):
    before = contents(folder)

    def refuse(*_args, **_more):
        raise OSError(code, os.strerror(code))

    with store.writing(folder):
        monkeypatch.setattr(write, "write_table", refuse)
        with pytest.raises(StoreError, match=os.strerror(code)):
            store.Writer.of(folder).add("2031-03", batch("d"))
    monkeypatch.undo()
    assert contents(folder) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder(folder):
    folder.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="Cannot write"), store.writing(folder):
            pass
    finally:
        folder.chmod(0o700)


def test_a_file_in_the_way_of_the_folder(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(StoreError, match="Cannot write"), store.writing(tmp_path / "taken"):
        pass


def test_two_runs_into_one_folder(folder):
    said: list[str] = []

    def second() -> None:
        try:
            with store.writing(folder):
                said.append("both are writing")
        except StoreError as error:
            said.append(str(error))

    with store.writing(folder):
        other = threading.Thread(target=second)
        other.start()
        other.join()
    assert "Another run is writing into" in said[0]
    with store.writing(folder):
        assert ids(folder) == ["a", "b", "c"]


@pytest.mark.parametrize("table", ["stances", "index"])
@pytest.mark.parametrize("junk", [b"", b"PAR1 not really", b"PAR1" * 90])
def test_a_damaged_file_is_named_with_the_way_out(folder, table, junk):
    harmed = batches(folder)[0].file(table)
    harmed.write_bytes(junk)
    with pytest.raises(StoreError, match=f"{table}.parquet is damaged.*onrecord check"):
        _ = Tables.open(folder).stances
    with pytest.raises(AnalysisError):
        Tables.open(folder).sql("select * from stances")
    # and the way out works
    for path in harmed.parent.iterdir():
        path.unlink()
    harmed.parent.rmdir()
    assert ids(folder) == ["c"]


def test_a_table_of_other_columns_is_refused(folder):
    foreign = batches(folder)[0].file("stances")
    write.write_table(pa.table({"article_id": ["a"], "x": [1]}), foreign)
    with pytest.raises(StoreError):
        _ = Tables.open(folder).stances


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ('{"format": 1}', "another version of On Record"),
        ('{"format": 99}', "another version of On Record"),
        ("{", "cannot be read"),
        ("{}", "cannot be read"),
        ("[]", "cannot be read"),
    ],
)
def test_a_store_of_another_version_is_left_alone(folder, mark, says):
    (folder / store.MARK).write_text(mark)
    before = contents(folder)
    with pytest.raises(StoreError, match=says):
        Tables.open(folder)
    with pytest.raises(StoreError, match=says), store.writing(folder):
        pass
    assert contents(folder) == before


def test_tables_saved_in_one_piece_are_not_written_over(tmp_path):
    Tables.empty().save(tmp_path / "t")
    before = contents(tmp_path / "t")
    with pytest.raises(StoreError, match="saved in one piece"), store.writing(tmp_path / "t"):
        pass
    assert contents(tmp_path / "t") == before


def test_what_a_killed_run_left_is_cleared_away(folder):
    part = folder / ".unfinished" / "0123"
    part.mkdir(parents=True)
    (part / "stances.parquet").write_bytes(b"PAR1")
    with store.writing(folder):
        assert not part.exists()
    assert ids(folder) == ["a", "b", "c"]


def test_an_index_says_what_the_next_run_needs(folder):
    known = store.State.of(folder).known()
    assert known.keys() == {"a", "b", "c"}
    assert known["a"] == ("k", "f", 0)
    assert known["c"].batch == 1
    assert set(INDEX_SCHEMA.names) >= {"article_id", "key", "facts", "signature"}


def test_an_empty_store_opens(tmp_path):
    with store.writing(tmp_path / "s"):
        pass
    reading = store.Reading(tmp_path / "s")
    for name in Tables.names():
        assert reading.frame(name).empty
        assert reading.query(f"select * from {name}").empty


def test_a_query_beyond_the_memory_goes_on_in_files_and_leaves_none(folder, monkeypatch, tmp_path):
    from onrecord.store import database

    monkeypatch.setattr(database, "MEMORY", "200MB")
    monkeypatch.setattr(database, "gettempdir", lambda: str(tmp_path))
    wide = "select count(*) as n from (select s from ({}) group by s)"
    found = Tables.open(folder).sql(
        wide.format("select repeat('x', 60) || i as s from range(2000000) t(i)")
    )
    assert found.n[0] == 2_000_000
    assert not any(tmp_path.glob("onrecord-*"))


@pytest.mark.parametrize("whole", [True, False], ids=["a month", "a batch"])
def test_what_was_moved_away_is_not_cleared_through_a_link(folder, tmp_path, whole):
    moved = batches(folder)[0].folder
    moved = moved.parent if whole else moved
    mine = tmp_path / "mine"
    moved.rename(mine)
    moved.symlink_to(mine, target_is_directory=True)
    before = {path for path in mine.rglob("*") if path.is_file()}
    store.clear(folder)
    assert moved.is_symlink() and {path for path in mine.rglob("*") if path.is_file()} == before
    assert len(list(folder.rglob("*.parquet"))) == 0  # those through the link are not followed
