"""The stances that were judged by reading: offsets and labels, and no text but names."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

FILE = Path(__file__).parents[2] / "training" / "stances.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
FIELDS = {"file", "doc", "speaker", "source", "cue", "content", "start", "end", "label"}


def test_rows_hold_offsets_and_labels_alone() -> None:
    assert {frozenset(row) - {"doubtful"} for row in ROWS} == {frozenset(FIELDS)}
    assert {row["label"] for row in ROWS} == {"favor", "against", "none"}
    assert {row["file"] for row in ROWS} == {"world", "polnear", "dse", "mtsc", "gum"}
    longest = max(len(row["speaker"].split()) for row in ROWS)
    assert longest < 9, "a speaker is a name"


def test_a_target_stands_in_the_words_of_its_speaker() -> None:
    outside = [
        row
        for row in ROWS
        if not any(start <= row["start"] < row["end"] <= end for start, end in row["content"])
    ]
    assert not outside


def test_no_pair_is_judged_twice() -> None:
    pairs = Counter((row["doc"], row["speaker"], row["start"], str(row["content"])) for row in ROWS)
    assert max(pairs.values()) == 1


def test_sides_of_the_narrator_hold_offsets_and_labels_alone() -> None:
    lines = (FILE.parent / "portrayed.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    fields = {"file", "doc", "start", "end", "light", "kind"}
    assert {frozenset(row) - {"doubtful"} for row in rows} == {frozenset(fields)}
    # what throws no light has none, and only that
    assert all((row["kind"] == "n") == (row["light"] == "none") for row in rows)
    assert max(Counter((row["doc"], row["start"]) for row in rows).values()) == 1
