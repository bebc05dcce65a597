"""Tables as files for other programs, read back as they were."""

import json
import shutil

import openpyxl
import pandas as pd
import pytest
from samples import small
from stored import stored

from onrecord.command import out
from onrecord.command.cli import main
from onrecord.command.out import write_table
from onrecord.errors import AnalysisError, OwnershipError

ROWS = pd.DataFrame(
    {
        "words": ["a\x00b\x0bc", "=1+1", "two\nlines", None, "x" * 40_000, "\ufffe half"],
        "count": [1, 2, 3, 4, 5, 6],
        "share": [0.5, None, 1.0, 0.0, 0.25, 0.125],
        "day": pd.to_datetime(["2031-01-02", None, *["2031-02-03"] * 4]),
    }
)


def test_excel_opens_what_articles_hold(tmp_path):
    path = write_table(ROWS, tmp_path / "t.xlsx")
    sheet = list(openpyxl.load_workbook(path).active.values)
    assert sheet[0] == ("words", "count", "share", "day")
    assert [row[0] for row in sheet[1:5]] == ["abc", "=1+1", "two\nlines", None]
    assert [len(sheet[5][0]), sheet[6][0]] == [32_767, " half"]
    assert [row[1] for row in sheet[1:]] == [1, 2, 3, 4, 5, 6]
    assert sheet[2][2:] == (None, None)
    # a text that looks like a formula is a text
    assert openpyxl.load_workbook(path).active["A3"].data_type == "s"


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_other_formats_read_back(tmp_path, form):
    rows = ROWS.iloc[1:4].reset_index(drop=True)
    path = write_table(rows, tmp_path / "table.out", form)
    if form == "csv":
        back = pd.read_csv(path, parse_dates=["day"])
    elif form == "parquet":
        back = pd.read_parquet(path)
    else:
        back = pd.DataFrame([json.loads(line) for line in path.read_text("utf-8").splitlines()])
        back["day"] = pd.to_datetime(back.day)
    assert back.words.dropna().tolist() == ["=1+1", "two\nlines"]
    assert back["count"].tolist() == [2, 3, 4]
    assert back.day.isna().tolist() == [True, False, False]


def test_what_cannot_be_written(tmp_path, monkeypatch):
    with pytest.raises(AnalysisError, match=r"table\.doc has none of the formats"):
        write_table(ROWS, tmp_path / "table.doc")
    monkeypatch.setattr(out, "MOST_ROWS", 3)
    with pytest.raises(AnalysisError, match="A sheet holds 3 rows"):
        write_table(ROWS, tmp_path / "t.xlsx")
    mine = tmp_path / "mine.csv"
    mine.write_text("my own", "utf-8")
    with pytest.raises(OwnershipError):
        write_table(ROWS, mine)
    assert mine.read_text("utf-8") == "my own"


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (["table", "--name", "stances"], {"favor", "target"}),
        (["table", "--name", "actors"], {"gender_by", "first_seen"}),
        (["speakers"], {"speaker", "tone_low"}),
        (["quotes"], {"content", "outlet"}),
        (["sources", "--of", "role"], {"share", "role"}),
    ],
)
def test_every_command_writes_files(tmp_path, capsys, words, columns):
    small().save(tmp_path / "tables")
    path = tmp_path / "made.csv"
    assert main([words[0], str(tmp_path / "tables"), *words[1:], "--into", str(path)]) == 0
    assert columns <= set(pd.read_csv(path).columns)
    assert "rows in" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["xlsx", "csv", "json", "jsonl", "parquet"])
@pytest.mark.parametrize(
    ("words", "columns", "rows"),
    [
        pytest.param(["check", "tables"], [], 0, id="nothing is damaged"),
        pytest.param(["check", "harmed"], ["store", "damage"], 1, id="damage"),
        pytest.param(["config"], ["verb", "option", "value", "from"], 99, id="settings"),
        pytest.param(["actors", "news"], ["name", "type", "aliases"], 2, id="names"),
    ],
)
def test_lists_of_records_are_written_too(tmp_path, monkeypatch, form, words, columns, rows):
    monkeypatch.chdir(tmp_path)
    stored(small(), tmp_path / "tables")
    shutil.copytree(tmp_path / "tables", tmp_path / "harmed")
    (tmp_path / "harmed" / "provenance.json").write_text("{")
    (tmp_path / "news").mkdir()
    text = "Minister Zoë Łukaszewicz said it rained.\n\nZoë Łukaszewicz of the OECD left.\n"
    (tmp_path / "news" / "one.txt").write_text(f"Rain\n\n{text}", "utf-8")
    path = tmp_path / f"made.{form}"
    main([*words, "--into", str(path)])
    read = {
        "xlsx": pd.read_excel, "csv": lambda p: pd.read_csv(p) if p.stat().st_size > 1 else NONE,
        "json": pd.read_json, "parquet": pd.read_parquet,
        "jsonl": lambda p: pd.DataFrame(map(json.loads, p.read_text("utf-8").splitlines())),
    }[form]  # fmt: skip
    made = read(path)
    assert len(made) >= rows if rows == 99 else len(made) == rows, made
    assert rows == 0 or set(columns) <= set(made.columns)
    if words[0] == "actors":
        assert "Zoë Łukaszewicz" in set(made.name)


NONE = pd.DataFrame()


def test_a_table_that_is_none(tmp_path, capsys):
    small().save(tmp_path / "tables")
    line = ["table", str(tmp_path / "tables"), "--name", "people", "--into", "x.csv"]
    assert main(line) == 2
    assert "There is no table 'people'" in capsys.readouterr().err
