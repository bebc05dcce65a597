"""Documents of GUM as sources that do not write their name."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from training.coreference import coreference

TEXT = (
    "Mayor Ada Lund, a pilot, spoke. She and I met the club in a town. "
    "Officials of the Board of Rye came; they left."
)


def said(words: str, entity: int, kind: str, named: bool, after: str = "") -> dict[str, Any]:
    start = TEXT.index(words, TEXT.index(after))
    end = start + len(words)
    return {"start": start, "end": end, "entity": entity, "type": kind, "named": named}


MENTIONS = [
    said("Mayor Ada Lund", 1, "person", True),
    said("a pilot", 1, "person", False),
    said("She", 1, "person", False),
    said("I", 2, "person", False, after="She and"),
    said("the club", 3, "organization", False),
    said("a town", 4, "place", False),
    said("Officials of the Board of Rye", 5, "person", True),
    said("the Board of Rye", 6, "organization", True),
    said("they", 5, "person", False),
    said("met", 7, "event", False),
]


def rows(folder: Path, genre: str = "news") -> list[dict[str, Any]]:
    line = json.dumps({"doc": "a", "genre": genre, "text": TEXT, "mentions": MENTIONS})
    with gzip.open(folder / "gum.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(line + "\n")
    return coreference(folder)


def test_what_has_a_name_is_a_source_of_it_and_some_that_has_none_of_nobody(tmp_path: Path) -> None:
    (row,) = rows(tmp_path)
    told = {TEXT[slice(*each["source"][0])]: each["speaker"] for each in row["attributions"]}
    # one of nobody for two that have a name; talk, places and events are no sources
    assert (told.pop("a pilot"), told.pop("She")) == (["e1"], ["e1"])
    assert list(told.values()) == [[]]
    assert told.keys() < {"the club", "they"}


def test_a_name_is_where_the_thing_itself_is_named(tmp_path: Path) -> None:
    (row,) = rows(tmp_path)
    named = {(m["name"], TEXT[m["start"] : m["end"]]) for m in row["mentions"]}
    assert named == {("e1", "Mayor Ada Lund"), ("e6", "Board of Rye")}


def test_travel_guides_are_left_out(tmp_path: Path) -> None:
    assert rows(tmp_path, genre="voyage") == []
