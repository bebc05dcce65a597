"""Contents that the reader left out behind a subject and its verb."""

from __future__ import annotations

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        ("{S:The union} {Q:demanded} more pay, a clerk noted.", "more pay"),
        ("{S:Torvald} {Q:has promised} a quay for the trawlers.", "a quay for the trawlers"),
        ("{S:Torvald} {Q:did not say} by whom.", "by whom"),
        (
            "{S:Orrin} {Q:asked} whether the ferry would run; nobody knew.",
            "whether the ferry would run",
        ),
        ("{S:She} {Q:praised} the crew and {S:the mate} {Q:thanked} {C:the port}.", "the crew"),
        (
            "{S:Orrin} {Q:told} the union that the ferry was late.",
            "that the ferry was late",
        ),
        # nothing that is said stands behind the verb
        ("{S:Torvald} {Q:promised} on Monday.", None),
        ("{S:Torvald} {Q:told} the crowd.", None),
        ("{S:The crew} {Q:was promised} a new quay.", None),
        ("{S:Torvald} {Q:waved to} the crowd.", None),
        ("The quay that {S:Torvald} {Q:promised} the town is late.", None),
        ("{S:Torvald}, {Q:praising} the crew, left.", None),
        ("{S:Who} {Q:promised} a new quay?", None),
    ],
)
def test_clause_after_cue(marked: str, content: str | None) -> None:
    found = [contents for source, _, contents in said(HEAD + marked) if contents]
    assert found[:1] == ([[content]] if content else [])
