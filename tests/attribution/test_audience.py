"""Audiences that the reader took for contents."""

from __future__ import annotations

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "contents"),
    [
        (
            "{Q:In remarks to} {C:Vell’s Radio Quay}, {S:Orrin} {Q:stressed} {C:that it is late}.",
            ["that it is late"],
        ),
        (
            "{Q:in a letter to the} {C:Port Council}, {S:Lind} {Q:says} {C:it must go}.",
            ["it must go"],
        ),
        # a place of the words, not who was told
        ("{S:Orrin} {Q:pointed to} {C:Vell’s Port Council}.", ["Vell’s Port Council"]),
        (
            "{S:Orrin}’s {Q:remarks to} {C:Vell that ships are late} were heard.",
            ["Vell that ships are late"],
        ),
    ],
)
def test_those_spoken_to_are_no_content(marked: str, contents: list[str]) -> None:
    found = [content for _, _, many in said(HEAD + marked) for content in many]
    assert found == contents
