from pathlib import Path

import pandas as pd
import pytest

from onrecord import schema
from onrecord.errors import SchemaError

GOOD = {"path": "a.txt", "reason": "is empty"}


def test_house_contract_of_columns():
    assert schema.names("articles") == (
        ["article_id", "title", "outlet", "author", "published", "url", "path", "language", "text"]
    )
    assert {"speaker", "resolved_by", "confidence"} <= set(schema.names("attributions"))
    assert schema.names("stances")[-6:] == [
        "label", "favor", "against", "none", "portrayal", "corrected",
    ]  # fmt: skip


@pytest.mark.parametrize("table", schema.TABLES)
def test_empty_table_keeps_its_contract(table):
    assert schema.check(table, schema.frame(table)).empty


def test_rows_may_leave_optional_columns_out():
    made = schema.frame("articles", [{"article_id": "a", "path": "a.txt", "text": "Words."}])
    assert pd.isna(made.outlet[0])
    assert pd.isna(made.published[0])
    assert schema.check("articles", made) is made


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda t: t.drop(columns="reason"), "The table rejected lacks reason."),
        (lambda t: t.assign(size=1), "The table rejected has an unknown size."),
        (lambda t: t.assign(reason=1), "The column rejected.reason is int64, not str."),
        (
            lambda t: t.assign(reason=pd.Series([None], dtype="str")),
            "The column rejected.reason holds a missing value.",
        ),
    ],
)
def test_what_breaks_the_contract_is_named(change, sentence):
    with pytest.raises(SchemaError) as raised:
        schema.check("rejected", change(schema.frame("rejected", [GOOD])))
    assert str(raised.value) == sentence


def test_every_column_says_what_it_means():
    for columns in schema.TABLES.values():
        for column in columns:
            assert len(column.meaning.split()) >= 1
            assert column.dtype in {schema.STR, schema.INT, schema.FLOAT, schema.TIME}


def test_the_page_of_tables_is_fresh():
    page = (Path(__file__).parent.parent / "docs" / "tables.md").read_text("utf-8")
    assert page == schema.page(), "python -m onrecord.schema > docs/tables.md"
