"""What one file may cost: 10 seconds and 500 MB, and the files beside it are read."""

import json
import subprocess
import sys
import time

import bombs
import pytest

from onrecord.load import load
from onrecord.load.clock import timed
from onrecord.load.draft import Unreadable

SAID = bombs.SAID


@pytest.fixture(scope="module")
def costs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bombs")
    bombs.write(folder)
    done = subprocess.run(
        [sys.executable, bombs.__file__, folder], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", bombs.BOMBS)
def test_no_file_costs_more_than_it_may(costs, name):
    assert costs[name]["seconds"] < 10
    assert costs[name]["megabytes"] < 500
    assert "z.txt" in costs[name]["kept"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.md", "has front matter that unfolds to more than"),
        ("itself.md", "has front matter that unfolds to more than"),
        ("deep.md", "has front matter that nests too deeply"),
        ("part.docx", "holds a part larger than 25 MB"),
        ("facts.zip", "unpacks to more than 200 times its size"),
        ("columns.csv", "has more than 16384 columns"),
        ("tags.html", "holds more than 200000 elements"),
    ],
)
def test_what_is_beyond_the_bounds_is_named(costs, name, said):
    assert costs[name]["reasons"][0].startswith(said)


@pytest.mark.parametrize("name", ["spans.docx", "row.xlsx", "wide.xlsx"])
def test_what_only_looks_large_is_read_at_once(costs, name):
    assert costs[name]["seconds"] < 3
    assert any(path.startswith(name) for path in costs[name]["kept"])


def test_no_item_may_take_longer_than_its_time():
    def slow():
        yield 1
        while True:
            sum(range(1000))

    items = timed(slow(), 0.2)
    assert next(items) == 1
    before = time.thread_time()
    with pytest.raises(Unreadable, match=r"takes more than 0\.2 seconds to read"):
        next(items)
    assert time.thread_time() - before < 2


def test_the_time_of_others_does_not_count():
    items = timed(iter(range(3)), 0.1)
    for _ in items:
        before = time.thread_time()
        while time.thread_time() - before < 0.15:
            sum(range(1000))


@pytest.mark.parametrize("beside", [1, 40_000])
def test_cells_of_a_word_table_are_read_once(tmp_path, beside):
    claim = f'<w:tcPr><w:gridSpan w:val="{beside}"/></w:tcPr>'
    span = f"<w:tc>{claim}<w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tblGrid/><w:tr>{span * 2}</w:tr></w:tbl>"
    (tmp_path / "a.docx").write_bytes(bombs.word(table))
    assert load(tmp_path).text[0] == f"{SAID}\n\na\ta"
