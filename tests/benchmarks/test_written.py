"""Passages written for this project: how their marks are read, and that all of them are sound."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from written import passage, read_written

HERE = Path(__file__).parents[2]
read_once = cache(read_written)
WHOLE = """zoo
@ O Tarnhem Zoo | the Zoo
@ P Ada Quist | Quist
[s1 The keeper, Ada Quist,] [c1 said] [q1 the Zoo] would [q1 [s2 it] [c2 claimed] [q2 stay open]].
1 = Ada Quist
1 > Tarnhem Zoo none
2 = Tarnhem Zoo"""


def test_marks_nest_and_a_content_has_parts() -> None:
    row = passage(WHOLE)
    assert row["text"] == "The keeper, Ada Quist, said the Zoo would it claimed stay open."
    parts = [[row["text"][a:b] for a, b in each["content"]] for each in row["attributions"]]
    assert parts == [["the Zoo", "it claimed stay open"], ["stay open"]]
    assert [m["name"] for m in row["mentions"]] == ["Ada Quist", "Tarnhem Zoo"]
    (stance,) = row["stances"]
    assert (stance["attribution"], stance["label"]) == (0, "none")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("[c1 said]", "[c1 said", "is not closed"),
        ("[c1 said]", "c1 said]", "closes nothing"),
        ("1 = Ada Quist", "1 = Ada Quill", "no such actor"),
        ("2 = Tarnhem Zoo", "3 = Tarnhem Zoo", "differ"),
        ("1 > Tarnhem Zoo none", "1 > Tarnhem Zoo neutral", "no such attribution, actor or label"),
        ("1 > Tarnhem Zoo none", "1 > Ada Quist favor", "of oneself"),
        ("@ P Ada Quist", "@ X Ada Quist", "the type is one of"),
        ("| the Zoo", "", "is not in the text"),
    ],
)
def test_what_is_not_well_formed_is_told(old: str, new: str, reason: str) -> None:
    assert old in WHOLE
    with pytest.raises(ValueError, match=reason):
        passage(WHOLE.replace(old, new))


@pytest.mark.parametrize("folder", ["training/written", "benchmarks/gold/passages"])
def test_all_passages_are_sound(folder: str) -> None:
    rows = read_once(HERE / folder)
    assert len(rows) > 80
    for row in rows:
        for each in row["attributions"]:
            for start, end in (*each["source"], *each["cue"], *each["content"]):
                assert row["text"][start:end].strip(), row["doc"]


def test_nothing_held_out_is_learnt() -> None:
    learnt = {row["text"] for row in read_once(HERE / "training/written")}
    held = {row["text"] for row in read_once(HERE / "benchmarks/gold/passages")}
    assert not learnt & held
