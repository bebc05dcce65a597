"""A store of an earlier version is told by one sentence, whoever opens it."""

import pyarrow.parquet as pq
import pytest
import samples
from pretend import pretend
from stored import stored

from onrecord import schema, summary
from onrecord.corpus import update
from onrecord.errors import StoreError
from onrecord.store import Writer
from onrecord.store.layout import HELD, batches
from onrecord.tables import Tables


def _news(folder):
    (folder / "news").mkdir(exist_ok=True)
    (folder / "news" / "a.txt").write_text("Rain\n\nIt rained on the fair all day, she said.\n")
    return folder / "news"


ASKS = {
    "frame": lambda into: Tables.open(into).stances,
    "sql": lambda into: Tables.open(into).sql("select count(*) from stances"),
    "summary": lambda into: summary.totals(Tables.open(into)),
    "update": lambda into: update.update(
        into, _news(into.parent), reader=pretend, jobs=1, progress=False
    ),
}


@pytest.fixture
def into(tmp_path):
    stored(samples.one_quote(), tmp_path / "tables")
    return tmp_path / "tables"


def without(into, table: str, column: str | None) -> None:
    """As a version would have written it that did not know a column, or a whole table."""
    for batch in batches(into):
        path = batch.file(table)
        if column is None:
            path.unlink()
        else:
            pq.write_table(pq.read_table(path).drop_columns([column]), path)
        Writer.of(into).mend(batch, None)


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize("column", ["label", None])
def test_what_is_missing_is_said(into, ask, column):
    without(into, "stances", column)
    before = {path: path.read_bytes() for path in into.rglob("*") if path.is_file()}
    lacks = f"its table stances has no column {column}" if column else "it has no table stances"
    with pytest.raises(StoreError) as said:
        ASKS[ask](into)
    assert f"written by an earlier version of On Record ({lacks})" in str(said.value)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("table", HELD)
def test_any_column_may_be_the_newer_one(into, table):
    column = schema.names(table)[-1]
    without(into, table, column)
    with pytest.raises(StoreError, match=f"its table {table} has no column {column}"):
        Tables.open(into).sql(f"from {table}")


def test_a_column_that_is_not_known_yet_is_left_alone(into):
    for batch in batches(into):
        path = batch.file("stances")
        rows = pq.read_table(path)
        pq.write_table(rows.append_column("later", rows.column("label")), path)
    assert list(Tables.open(into).stances.columns) == schema.names("stances")
    assert len(Tables.open(into).sql("from stances")) == len(samples.one_quote().stances)
