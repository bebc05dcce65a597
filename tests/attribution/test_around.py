"""Clauses that a source and cue stand inside, of which the reader marked the beginning."""

from __future__ import annotations

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "contents"),
    [
        (
            "{C:The ferry}, {S:Lind} {Q:said}, will run again in May.",
            ["The ferry", "will run again in May"],
        ),
        (
            "{C:The ferry}, {Q:according to} {S:the port}, hasn't run since May.",
            ["The ferry", "hasn't run since May"],
        ),
        # what the narrator adds
        (
            "{C:The ferry runs again}, {S:Lind} {Q:said}, and the port was glad.",
            ["The ferry runs again"],
        ),
        (
            "{C:The ferry runs again}, {S:Lind} {Q:said}, pointing to the quay.",
            ["The ferry runs again"],
        ),
        # no comma behind the cue; the source in front
        ("{C:The ferry}, {S:Lind} {Q:said} would be the last.", ["The ferry"]),
        (
            "{S:Lind} {Q:said} {C:the ferry}, which was late, had sunk.",
            ["the ferry"],
        ),
    ],
)
def test_around(marked: str, contents: list[str]) -> None:
    found = [found for _, _, found in said(HEAD + marked) if found]
    assert found == [contents]
