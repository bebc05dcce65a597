"""Spans of which the reader was less sure fill holes, and only holes."""

from __future__ import annotations

import pytest
from attribution_language import parse, words

from onrecord.attribution import attribute
from onrecord.reader import Reading
from onrecord.segment import segment

HEAD = "Talks open in Vell\n\n"


def found(sure: str, eager: str) -> list[tuple[str, str, str]]:
    """What comes of a text whose sure and faint spans are marked in two copies of it."""
    text, reading = parse(HEAD + sure)
    same, faint = parse(HEAD + eager)
    assert same == text
    reading = Reading(reading.spans, reading.links, faint.spans)
    made = attribute(text, segment(text), reading)
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in made]


@pytest.mark.parametrize(
    ("sure", "eager", "expected"),
    [
        # a source, a cue with its source, a content
        (
            "The captain {Q:mused} {C:that ice was near}.",
            "{S:The captain} {Q:mused} {C:that ice was near}.",
            [("The captain", "mused", "that ice was near")],
        ),
        (
            "Orrin mused {C:that ice was near}.",
            "{S:Orrin} {Q:mused} {C:that ice was near}.",
            [("Orrin", "mused", "that ice was near")],
        ),
        (
            "{S:Orrin} {Q:mused} ice was near.",
            "{S:Orrin} {Q:mused} {C:ice was near}.",
            [("Orrin", "mused", "ice was near")],
        ),
        # nothing sure in the sentence
        ("Orrin mused ice was near.", "{S:Orrin} {Q:mused} {C:ice was near}.", []),
        # nothing lacking in the sentence
        (
            "{S:Orrin} {Q:said} {C:ice was near} when the mate called.",
            "{S:Orrin} {Q:said} {C:ice was near} when {S:the mate} {Q:called}.",
            [("Orrin", "said", "ice was near")],
        ),
        # a faint span never replaces a sure one
        (
            "{S:Orrin} {Q:said} {C:ice} was near.",
            "{S:Orrin} {Q:said} {C:ice was near}.",
            [("Orrin", "said", "ice")],
        ),
    ],
)
def test_faint_spans(sure: str, eager: str, expected: list) -> None:
    assert found(sure, eager) == expected
