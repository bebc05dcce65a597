"""Clauses that the reader left out before a source and cue."""

from __future__ import annotations

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        (
            "VELL, Torv — The ferry will run again in May, {S:Lind} {Q:said} on Monday, late.",
            "The ferry will run again in May",
        ),
        ("The ferry will run again in May, {Q:said} {S:Lind}.", "The ferry will run again in May"),
        (
            "The ferry will run again in May, {Q:according to} {S:the port}.",
            "The ferry will run again in May",
        ),
        (
            "The rule was older than the port, {S:Lind} {Q:pointed out}.",
            "The rule was older than the port",
        ),
        # what leads up to the verb is not what is said
        ("In a letter to the port on Monday, {S:Lind} {Q:said}.", None),
        ("When the gates of the port shut, {S:Lind} {Q:shouted}.", None),
        ("Speaking to the crew at noon, {S:Lind} {Q:warned}.", None),
        # a relative clause, a verb of no speech, too few words
        ("The mate then went to the port, {S:which} {Q:wrote}.", None),
        ("The ferry will run again in May, {S:Lind} {Q:waving}.", None),
        ("A sailor, {S:Lind} {Q:said}.", None),
    ],
)
def test_clause_before_cue(marked: str, content: str | None) -> None:
    found = [contents for _, _, contents in said(HEAD + marked) if contents]
    assert found == ([[content]] if content else [])
