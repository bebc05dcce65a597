"""Who speaks in more articles, judged by reading: offsets and names, and no text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

FILE = Path(__file__).parents[2] / "training" / "speakers.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
FIELDS = {"doc", "source", "cue", "content", "speaker", "attribution"}


def test_rows_hold_offsets_and_names_alone() -> None:
    assert {frozenset(row) - {"doubtful"} for row in ROWS} == {frozenset(FIELDS)}
    spans = [span for row in ROWS for part in ("source", "cue", "content") for span in row[part]]
    assert all(isinstance(at, int) for span in spans for at in span)
    assert all(start < end for start, end in spans)
    longest = max(len(name.split()) for row in ROWS for name in row["speaker"])
    assert longest < 9, "a speaker is a name"


def test_what_nobody_says_has_no_speaker() -> None:
    assert [row for row in ROWS if row["speaker"] and not row["attribution"]] == []
    kinds = Counter((row["attribution"], bool(row["speaker"])) for row in ROWS)
    assert min(kinds.values()) > 500, "named, not named and no attribution are all there"


def test_no_words_are_judged_twice() -> None:
    seen = Counter((row["doc"], str(row["content"])) for row in ROWS)
    assert max(seen.values()) == 1
