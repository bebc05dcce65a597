import json

import pandas as pd
import pytest

from onrecord import schema
from onrecord.errors import AnalysisError, StoreError
from onrecord.ownership import MANIFEST
from onrecord.tables import PROVENANCE, Tables


@pytest.fixture
def tables() -> Tables:
    made = {name: schema.frame(name) for name in Tables.names()}
    made["articles"] = schema.frame(
        "articles",
        [
            {
                "article_id": "a",
                "path": "a.txt",
                "text": "Rain again",
                "published": pd.Timestamp("2031-04-05"),
            },
            {"article_id": "b", "path": "b.txt", "text": "Sun"},
        ],
    )
    made["rejected"] = schema.frame("rejected", [("c.txt", "is empty")])
    return Tables(**made, provenance={"model": "m", "articles": 2})


def test_saved_tables_open_the_same(tables, tmp_path):
    opened = Tables.open(tables.save(tmp_path / "deep" / "er"))
    for name in Tables.names():
        pd.testing.assert_frame_equal(getattr(opened, name), getattr(tables, name))
    assert opened.provenance == tables.provenance


def test_saving_again_replaces(tables, tmp_path):
    tables.save(tmp_path)
    Tables.empty().save(tmp_path)
    assert Tables.open(tmp_path).articles.empty


def test_saving_leaves_no_part_behind(tables, tmp_path):
    tables.save(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [f"{name}.parquet" for name in Tables.names()] + [PROVENANCE, MANIFEST]
    )


def _damage(folder):
    (folder / "stances.parquet").write_bytes(b"PAR1 not really")


def _foreign(folder):
    pd.DataFrame({"x": [1]}).to_parquet(folder / "stances.parquet")


def _without(folder):
    (folder / "stances.parquet").unlink()


def _unreadable(folder):
    (folder / PROVENANCE).write_text("{")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (_damage, "stances.parquet is damaged"),
        (_foreign, "stances.parquet is damaged or of another version"),
        (_without, "holds no table stances"),
        (_unreadable, "cannot be read"),
    ],
)
def test_a_harmed_folder_is_refused_in_a_sentence(tables, tmp_path, harm, says):
    harm(tables.save(tmp_path))
    with pytest.raises(StoreError, match=says):
        Tables.open(tmp_path)


def test_what_is_no_folder_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "taken").write_text("x")
    for name, says in (("nowhere", "nowhere is not there"), ("taken", "taken is a file")):
        with pytest.raises(StoreError, match=says):
            Tables.open(tmp_path / name)


def test_a_file_in_the_way_of_the_folder(tables, tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(StoreError, match="Cannot write tables into"):
        tables.save(tmp_path / "taken")


def test_sql_reads_every_table(tables):
    counts = tables.sql(
        "select count(*) as n, count(published) as dated from articles where text like '%a%'"
    )
    assert counts.to_dict("records") == [{"n": 1, "dated": 1}]
    for name in Tables.names():
        assert len(tables.sql(f"select * from {name}")) == len(getattr(tables, name))


@pytest.mark.parametrize("query", ["selec 1", "select * from nothing_here", "select 1 from"])
def test_a_wrong_query_is_one_error(tables, query):
    with pytest.raises(AnalysisError, match="The query failed"):
        tables.sql(query)


def test_sql_cannot_reach_files(tables, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with pytest.raises(AnalysisError):
        tables.sql(f"select * from read_csv('{secret}')")


def test_provenance_is_plain_json(tables, tmp_path):
    tables.save(tmp_path)
    assert json.loads((tmp_path / PROVENANCE).read_text()) == {"model": "m", "articles": 2}
