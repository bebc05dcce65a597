"""The page of the rules is fresh, and its figures are counted right."""

from __future__ import annotations

from pathlib import Path

import attribution as benchmark
import pytest
import rules

from onrecord.attribution import Attribution
from onrecord.attribution.attribute import RULES

PAGE = Path(__file__).parent.parent.parent / "docs" / "rules.md"
ARTICLE = benchmark.Article(
    "a",
    "Lee said the port was safe. Roy is expected to sail soon.",
    [
        {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 26]], "attribution": True},
        {"source": [[28, 31]], "cue": [[32, 43]], "content": [[44, 56]], "attribution": False},
    ],
)


def found(row: int, within: int | None = None) -> Attribution:
    spans = [tuple(map(tuple, ARTICLE.gold[row][role])) for role in ("source", "cue", "content")]
    return Attribution("indirect", *spans, 0.9, within, "asserted", "say")


def test_the_page_lists_the_rules_as_they_are() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.startswith(rules.listing()), "renew it: see the last line above its table"
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")]
    assert rows[2:] == ["(none)", *(rule.__name__ for rule in RULES)]


@pytest.mark.parametrize(
    ("rows", "f1"),
    [([0], 100.0), ([0, 1], 200 / 3), ([1], 0.0), ([], 0.0)],
)
def test_labels(rows: list[int], f1: float) -> None:
    made = rules.labels([ARTICLE], [[found(row) for row in rows]])
    assert made["F1"] == pytest.approx(f1)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ([found(0)], [found(0)], 0),
        ([found(0)], [found(0, within=0)], 0),  # where it stands in the list is no change
        ([found(0), found(1)], [found(0)], 1),
        ([found(0)], [found(1)], 1),
        ([], [found(0), found(1)], 2),
    ],
)
def test_changed(one: list, other: list, count: int) -> None:
    assert rules.changed(one, other) == count
