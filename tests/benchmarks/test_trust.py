"""The page's table is made of the figures, and nothing else of the page is touched."""

import json
from collections import Counter

import pytest
import trust

ROWS = [name for part in trust.PARTS for _, name in trust.ROWS[part]]
PAGE = f"# Trust\n\nBefore.\n\n{trust.MARKS[0]}\n\nold\n\n{trust.MARKS[1]}\n\nBehind.\n"


def figures(**counts: int) -> dict:
    said = {"day": "2031-03-05", "commit": "abc1234", "minutes": 10, "formats": 99}
    return {part: said | {"counts": dict(counts)} for part in trust.PARTS}


def test_the_page_is_fresh_and_well_formed():
    page = trust.PAGE.read_text("utf-8")
    known = json.loads(trust.FIGURES.read_text("utf-8"))
    assert trust.written(page, known) == page
    table = trust.section(known).split("\n")
    assert len({line.count("|") for line in table}) == 1
    assert len(table) == 2 + sum(len(trust.ROWS[part]) for part in known)
    assert "{" not in "".join(table)


@pytest.mark.parametrize("name", ROWS)
def test_each_count_has_its_row(name):
    table = trust.section(figures(**{name: 4321}))
    assert table.count("| 4,321 |") == 1
    assert table.count("| 0 | 0 |") == len(ROWS) - 1


def test_a_broken_promise_is_told():
    assert "| 7 | 2 | 2031-03-05 | abc1234 |" in trust.section(figures(analyse=7, failed=2))


def test_only_what_stands_between_the_marks_is_made_anew():
    made = trust.written(PAGE, figures(analyse=7))
    assert made.startswith("# Trust\n\nBefore.\n")
    assert made.endswith("\n\nBehind.\n")
    assert "old" not in made
    assert trust.written(made, figures(analyse=7)) == made


@pytest.mark.parametrize("page", ["", "# Trust", trust.MARKS[0], PAGE + PAGE])
def test_a_page_without_its_marks_is_not_written(page):
    with pytest.raises(ValueError, match="lacks"):
        trust.written(page, {})


def test_a_part_keeps_the_figures_of_the_others(tmp_path, monkeypatch):
    monkeypatch.setattr(trust, "FIGURES", tmp_path / "trust.json")
    monkeypatch.setattr(trust, "PAGE", tmp_path / "trust.md")
    trust.PAGE.write_text(PAGE)
    trust.keep_figures("kills", Counter(analyse=3), 1.2)
    trust.keep_figures("files", Counter({"mutated files": 10}), 2.0)
    assert "| 3 | 0 |" in trust.PAGE.read_text()
    assert "| 10 | 0 |" in trust.PAGE.read_text()
