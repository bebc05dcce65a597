"""The benchmark of labelled articles counts what it says it counts."""

from __future__ import annotations

import pytest

from benchmarks.labelled import Found, Judged, Labelled
from benchmarks.names import count as count_names
from benchmarks.world import count, kind
from tests.speaking import LEXICON

TEXT = "Ada Lund said it rained. She said it was cold. The hall was built."
#       0         1         2         3         4         5         6
RAIN, COLD, BUILT = (14, 23), (34, 45), (47, 65)
NAMES = {"Ada Lund": ("Ada Lund", "Lund")}


def article(*rows: Judged) -> Labelled:
    return Labelled("a", "", TEXT, NAMES, {"Ada Lund": "person"}, ((0, 8, "Ada Lund"),), rows, ())


def judged(content, *speakers: str, source=(), is_one: bool = True) -> Judged:
    return Judged(source, (), (content,), speakers, is_one, False)


@pytest.mark.parametrize(
    ("rows", "found", "expected"),
    [
        # (rows, met, ours, true, none, given, named, right, names, good, unjudged)
        ([judged(RAIN, "Ada Lund")], [(RAIN, ["Ada Lund"])], (1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0)),
        ([judged(RAIN, "Ada Lund")], [(RAIN, ["Lund"])], (1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0)),
        ([judged(RAIN, "Ada Lund")], [(RAIN, ["Bo Ek"])], (1, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0)),
        ([judged(RAIN, "Ada Lund")], [(RAIN, [])], (1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0)),
        ([judged(RAIN, "Ada Lund")], [], (1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)),
        ([judged(RAIN, "Ada Lund", "Bo Ek")], [(RAIN, ["Ada Lund"])],
         (1, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0)),
        ([judged(RAIN)], [(RAIN, ["Ada Lund"])], (1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0)),
        ([judged(BUILT, is_one=False)], [(BUILT, ["Ada Lund"])],
         (0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0)),
        ([judged(BUILT, is_one=False)], [], (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)),
        ([], [(COLD, ["Ada Lund"])], (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)),
    ],
)  # fmt: skip
def test_count(rows, found, expected):
    given = [Found((content,), speakers=names) for content, names in found]
    c = count(article(*rows), given, LEXICON)
    assert (c.rows, c.met, c.ours, c.true, c.none, c.given) == expected[:6]
    assert (c.named, c.right, c.names, c.good, c.unjudged) == expected[6:]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (((0, 8),), "names it whole"),
        (((4, 8),), "names a part"),
        (((25, 28),), "pronoun"),
        (((47, 55),), "description"),
        ((), "no source"),
    ],
)
def test_kind(source, expected):
    row = judged(RAIN, "Ada Lund", source=source)
    assert kind(article(row), row) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((0, 8, "Ada Lund", "person"), (1, 1, 1)),
        ((0, 8, "Ada Lund", "place"), (1, 0, 1)),
        ((0, 8, "Bo Ek", "person"), (1, 1, 0)),
        ((4, 8, "Ada Lund", "person"), (0, 0, 0)),
    ],
)
def test_names(found, expected):
    assert tuple(count_names(article(), [found], LEXICON)[:, 0]) == expected
