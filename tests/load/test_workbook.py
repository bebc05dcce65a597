""".xlsx."""

import zipfile
from datetime import datetime

import openpyxl
import pytest

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."


def save(tmp_path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    articles = load(tmp_path)
    rejected = articles.attrs["rejected"]
    faults = {
        path.rsplit("a.xlsx", 1)[1]: why
        for path, why in zip(rejected.path, rejected.reason, strict=True)
    }
    return articles, faults


def test_a_sheet(tmp_path):
    articles, faults = save(
        tmp_path,
        News=[
            [],
            ["Title", "Text", "Date", None, "Source"],
            ["One", f"{BODY}_x000D_\n“No.”", datetime(2025, 6, 20, 14, 5), None, "Post"],
            [],
            ["Two", None, 45828, None, "Post"],
            ["Three", BODY, 45828, "note", "Post"],
        ],
    )
    assert articles.title.to_list() == ["One", "Three"]
    assert articles.text[0] == f"One\n\n{BODY}\n“No.”"
    assert articles.published.to_list() == [datetime(2025, 6, 20, 14, 5), datetime(2025, 6, 20)]
    assert articles.outlet.to_list() == ["Post", "Post"]
    assert [path.rsplit("/", 1)[1] for path in articles.path] == ["a.xlsx#1", "a.xlsx#3"]
    assert faults == {"#2": "has a title but no text"}


def test_several_sheets_are_named(tmp_path):
    articles, faults = save(
        tmp_path, May=[["text"], [BODY]], Empty=[], Notes=[["who"], ["me"]], June=[["body"], [BODY]]
    )
    assert articles.path[0].endswith("a.xlsx/May#1")
    assert faults == {
        "/Notes": "has no column for the text among who; name it with columns={'text': ...}",
        "/June#1": f"is the same article as {articles.path[0]}",
    }


def test_an_empty_workbook(tmp_path):
    articles, faults = save(tmp_path, Empty=[])
    assert articles.empty
    assert faults == {"": "holds no article"}


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
def test_a_workbook_that_unpacks_beyond_measure_is_not_opened(tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 2_000_000)
    [reason] = load(tmp_path).attrs["rejected"].reason
    assert reason == "unpacks to more than 200 times its size"
