"""Three newcomers walk through their day, word by word, in an empty folder."""

import json
from pathlib import Path

import pandas as pd
import pytest
from newcomers.walk import walk

DOCS = Path(__file__).parent.parent.parent / "docs"


def _journalist(folder):
    speakers = pd.read_excel(folder / "speakers.xlsx")
    assert {"Mara Lind", "Bo Holm", "Ada Quist"} <= set(speakers.speaker)
    assert set(pd.read_csv(folder / "holm.csv").speaker) == {"Bo Holm"}


def _researcher(folder):
    rows = pd.read_csv(folder / "stances.csv")
    assert {"outlet", "speaker", "target", "favor", "against"} <= set(rows.columns)
    assert len(rows) > 0
    assert (folder / "tables" / "audit" / "sheet.csv").is_file()


def _developer(folder):
    said = json.loads((folder / "quotes.json").read_text("utf-8"))
    assert {row["speaker"] for row in said} >= {"Mara Lind", "Bo Holm"}
    assert "Ada Quist" in set(pd.read_csv(folder / "speakers.csv").speaker)


@pytest.mark.parametrize(
    ("page", "left", "steps"),
    [
        ("journalist", _journalist, 8),
        ("researcher", _researcher, 6),
        ("developer", _developer, 8),
    ],
)
def test_a_day(tmp_path, monkeypatch, page, left, steps):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert len(walk(DOCS / f"{page}.md")) >= steps
    left(tmp_path)
