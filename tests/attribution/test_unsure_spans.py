"""Spans of which the reader was less sure fill holes, and only holes."""

from __future__ import annotations

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # a source, a cue with its source, a content
        (
            "{s:The captain} {Q:mused} {C:that ice was near}.",
            [("The captain", "mused", ["that ice was near"])],
        ),
        (
            "{s:Orrin} {q:mused} {C:that ice was near}.",
            [("Orrin", "mused", ["that ice was near"])],
        ),
        ("{S:Orrin} {Q:mused} {c:ice was near}.", [("Orrin", "mused", ["ice was near"])]),
        # nothing sure in the sentence
        ("{s:Orrin} {q:mused} {c:ice was near}.", []),
        # nothing lacking in the sentence
        (
            "{S:Orrin} {Q:said} {C:ice was near} when {s:the mate} {q:called}.",
            [("Orrin", "said", ["ice was near"])],
        ),
        # an unsure span never replaces a sure one
        ("{S:Orrin} {Q:said} {c:{C:ice} was near}.", [("Orrin", "said", ["ice"])]),
    ],
)
def test_unsure_spans(marked: str, expected: list) -> None:
    assert said(HEAD + marked) == expected
