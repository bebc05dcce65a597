"""What one file may cost: 10 seconds and 500 MB, and the files beside it are read."""

import json
import subprocess
import sys
import time
from importlib import import_module
from itertools import islice

import bombs
import pytest

from onrecord.load import load
from onrecord.load.bounds import REFUSED, SECONDS
from onrecord.load.clock import timed
from onrecord.load.draft import Draft, Rejected, Unreadable

SAID = bombs.SAID


@pytest.fixture(scope="module")
def costs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bombs")
    bombs.write(folder)
    done = subprocess.run(
        [sys.executable, bombs.__file__, folder], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("name", bombs.BOMBS)
def test_no_file_costs_more_than_it_may(costs, name):
    assert costs[name]["seconds"] < 10
    assert costs[name]["megabytes"] < 500
    assert "z.txt" in costs[name]["kept"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.md", "has front matter that unfolds to more than"),
        ("itself.md", "has front matter that unfolds to more than"),
        ("deep.md", "has front matter that nests too deeply"),
        ("part.docx", "holds a part larger than 25 MB"),
        ("facts.zip", "unpacks to more than 200 times its size"),
        ("columns.csv", "has more than 2000 columns"),
        ("lists.parquet", "holds a text that is too large"),
        ("plain.parquet", "holds a text that is too large"),
        ("attributes.html", "holds an element with more than 2000 attributes"),
        ("record.json", "holds more than 200000 elements"),
        ("tags.html", "holds more than 200000 elements"),
        ("many.html", "holds more than 1000000 attributes"),
        ("paragraphs.html", "holds more than 80000 elements"),
    ],
)
def test_what_is_beyond_the_bounds_is_named(costs, name, said):
    assert costs[name]["reasons"][0].startswith(said)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["spans.docx", "row.xlsx", "wide.xlsx"])
def test_what_only_looks_large_is_read_at_once(costs, name):
    assert costs[name]["seconds"] < 3
    assert any(path.startswith(name) for path in costs[name]["kept"])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["empty.jsonl", "empty.csv", "nulls.parquet"])
def test_millions_of_empty_records_are_given_up(costs, name):
    assert costs[name]["last"] == f"holds {bombs.ROW} records in a row that are no articles"


@pytest.mark.parametrize("good", [0, 4, 9])
def test_only_records_in_a_row_are_given_up(tmp_path, monkeypatch, good):
    monkeypatch.setattr(sys.modules[load.__module__], "REFUSED", 4)
    rows = ["{}"] * 9
    rows.insert(good, json.dumps({"text": SAID}))
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    found = load(tmp_path)
    assert len(found) == (good <= 4)
    assert found.attrs["rejected"].reason.iloc[-1].startswith("holds 4 records in a row")


def test_the_clock_of_a_file_is_the_one_that_is_promised():
    assert timed.__defaults__ == (SECONDS,)
    assert SECONDS + 2 <= 10
    assert bombs.CLOCK < SECONDS and bombs.ROW < REFUSED


def test_no_item_may_take_longer_than_its_time():
    items = timed(_soon_slow(), 0.2)
    next(items)
    before = time.thread_time()
    with pytest.raises(Unreadable, match=r"takes more than 0\.2 seconds to read"):
        next(items)
    assert time.thread_time() - before < 2


def test_a_clock_that_rings_again_while_it_is_stopped_ends_no_run(monkeypatch):
    clock = import_module("onrecord.load.clock")
    stop, calls = clock._clock.stop, []

    def late():
        calls.append(1)
        if len(calls) == 2:  # the first is of the item that comes in time
            raise clock._Spent
        stop()

    monkeypatch.setattr(clock._clock, "stop", late)
    items = timed(_soon_slow(), 0.1)
    assert next(items).path == "a"
    with pytest.raises(Unreadable):
        next(items)
    assert len(calls) == 3 and clock._clock.until is None


def _soon_slow():
    yield Draft("a", "x")
    while True:
        sum(range(1000))


def test_the_time_of_others_does_not_count():
    items = timed(iter([Draft("a", "x"), Rejected("b", "is empty"), Draft("c", "y")]), 0.1)
    for _ in items:
        before = time.thread_time()
        while time.thread_time() - before < 0.15:
            sum(range(1000))


def test_the_time_of_what_is_rejected_counts_for_the_next_article():
    def refusing():
        while True:
            until = time.thread_time() + 0.05
            while time.thread_time() < until:
                pass
            yield Rejected("a", "is empty")

    with pytest.raises(Unreadable):
        assert len(list(islice(timed(refusing(), 0.2), 20))) < 20


@pytest.mark.parametrize("beside", [1, 40_000])
def test_cells_of_a_word_table_are_read_once(tmp_path, beside):
    claim = f'<w:tcPr><w:gridSpan w:val="{beside}"/></w:tcPr>'
    span = f"<w:tc>{claim}<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblGrid/><w:tr>{span * 2}</w:tr></w:tbl>"
    (tmp_path / "a.docx").write_bytes(bombs.word(table))
    assert load(tmp_path).text[0] == f"{SAID}\n\na\ta"
