"""The corpora and the stand-in of `benchmarks/scale.py`."""

import pickle
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import scale

from analysis import load
from analysis.reader.reading import Tagged


def test_no_two_articles_are_the_same_and_some_change(tmp_path):
    scale.write(tmp_path / "a", 30)
    scale.write(tmp_path / "b", 30, changed=2)
    one, other = load(tmp_path / "a"), load(tmp_path / "b")
    assert len(one) == len(other) == 30
    assert len(set(one.article_id) & set(other.article_id)) == 28
    assert one.published.dt.to_period("M").nunique() == 24


def test_recorded_answers_stand_where_the_paragraph_stands(tmp_path):
    quote = "“No,” Ann Lee said."
    spans = (Tagged("content", 0, 5, 0.9), Tagged("source", 6, 13, 0.9))
    (tmp_path / "r").write_bytes(pickle.dumps({quote: spans}))
    replay = scale.Recorded(str(tmp_path / "r"))()
    text = f"Rain\n\n{quote}\n{quote}"
    found = replay.read([text, "Rain"])
    said = [text[span.start : span.end] for span in found[0].spans]
    assert said == ["“No,”", "Ann Lee"] * 2
    assert found[1].spans == ()
    assert replay.toward(["a", "bc"], [(0, 1), (0, 1)]).sum(1) == pytest.approx([1, 1])
    assert replay.between([], [], []).shape == (0, 5)


def test_a_row_of_the_table():
    told = {
        "articles": 2000, "jobs": "2", "first": 100.0, "cpu": 150.0, "peak": 512.4, "again": 1.6,
        "cpu again": 1.5, "one percent": 3.1, "cpu one percent": 3.0, "matrix": 0.05, "bytes": 1,
        "replay": False,
    }  # fmt: skip
    assert scale.line(told) == (
        "| 2,000 | 2 | read | 100 s | 20.0 | 75.0 ms | 512 MB | 1.6 s | 1.5 s (1.0%) | 3.0 s "
        "| 0.05 s |  |"
    )
    assert scale.HEAD.split("\n")[0].count("|") == scale.line(told).count("|")
