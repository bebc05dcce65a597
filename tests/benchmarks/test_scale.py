"""The corpora and the stand-in of `benchmarks/scale.py`."""

import json
import pickle

import pytest
import replay
import scale

from onrecord import load
from onrecord.reader.reading import Tagged


def test_no_two_articles_are_the_same_and_some_change(tmp_path):
    replay.write(tmp_path / "a", 30)
    replay.write(tmp_path / "b", 30, changed=2)
    one, other = load(tmp_path / "a"), load(tmp_path / "b")
    assert len(one) == len(other) == 30
    assert len(set(one.article_id) & set(other.article_id)) == 28
    assert one.published.dt.to_period("M").nunique() == 24


def test_recorded_answers_stand_where_the_paragraph_stands(tmp_path):
    quote = "“No,” Ann Lee said."
    spans = (Tagged("content", 0, 5, 0.9), Tagged("source", 6, 13, 0.9))
    (tmp_path / "r").write_bytes(pickle.dumps({quote: spans}))
    model = replay.Recorded(str(tmp_path / "r"))()
    text = f"Rain\n\n{quote}\n{quote}"
    found = model.read([text, "Rain"])
    said = [text[span.start : span.end] for span in found[0].spans]
    assert said == ["“No,”", "Ann Lee"] * 2
    assert found[1].spans == ()
    assert model.toward(["a", "bc"], [(0, 1), (0, 1)]).sum(1) == pytest.approx([1, 1])
    assert model.between([], [], []).shape == (0, 5)


def test_only_files_with_changed_articles_are_written_again(tmp_path, monkeypatch):
    monkeypatch.setattr(replay, "FILE", 10)
    replay.write(tmp_path, 30)
    before = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    replay.write(tmp_path, 30, changed=2)
    changed = [name for name in before if (tmp_path / name).read_text("utf-8") != before[name]]
    assert changed == ["00000.jsonl"] and len(before) == 3
    replay.write(tmp_path / "whole", 30, changed=2)
    assert len(list((tmp_path / "whole").iterdir())) == 1


TOLD = {
    "articles": 2000, "jobs": "2", "first": 100.0, "cpu": 150.0, "peak": 512.4, "again": 1.6,
    "cpu again": 1.5, "one percent": 3.1, "cpu one percent": 3.0, "matrix": 0.05, "bytes": 1,
    "replay": False, "machine": "Linux, 2 cores", "commit": "abc", "load": 0.1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "cells"),
    [
        ({}, " |  |  |"),
        ({"report": 12.3, "report peak": 700.2}, " | 12 s | 700 MB |"),
        ({"no report": "A cell failed: MemoryError."}, " | none |  |"),
    ],
)
def test_a_row_of_the_table(more, cells):
    assert scale.line(TOLD | more) == (
        "| 2,000 | 2 | read | 100 s | 20.0 | 75.0 ms | 512 MB | 1.6 s | 1.5 s (1.0%) | 3.0 s "
        "| 0.05 s" + cells
    )
    assert scale.HEAD.split("\n")[0].count("|") == scale.line(TOLD | more).count("|")


def test_a_table_of_rows_that_were_kept(tmp_path):
    kept = tmp_path / "rows.jsonl"
    rows = [
        TOLD | {"replay": True, "articles": 100_000, "first": 1.0},
        TOLD | {"jobs": "dask, 2"},
        TOLD | {"articles": 100},
        TOLD | {"replay": True, "articles": 100_000, "first": 500.0, "commit": "def"},
    ]
    kept.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    said = scale.table(kept).split("\n")
    assert said[:2] == ["Linux, 2 cores, commit abc", "Linux, 2 cores, commit def"]
    first = [row.split("|")[1:5] for row in said if row.startswith("|")][2:]
    assert [[cell.strip() for cell in row] for row in first] == [
        ["100", "2", "read", "100 s"],
        ["2,000", "dask, 2", "read", "100 s"],
        ["100,000", "2", "replayed", "500 s"],
    ]
