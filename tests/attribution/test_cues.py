"""Classes of cues."""

from __future__ import annotations

import pytest

from onrecord.attribution.cues import cue_class, verb


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "say"),
        ("told", "say"),
        (":", "say"),
        ("according to", "say"),
        ("has flatly denied", "deny"),
        ("claims", "claim"),
        ("admitted", "admit"),
        ("warned against", "warn"),
        ("urging", "urge"),
        ("called on", "urge"),
        ("called for", "urge"),
        ("called", "describe"),
        ("pledges", "promise"),
        ("accused", "accuse"),
        ("hailed", "praise"),
        ("asked", "ask"),
        ("asked for", "demand"),
        ("replied", "answer"),
        ("noting", "note"),
        ("pointed out", "note"),
        ("ruled out", "reject"),
        ("slammed", "criticise"),
        ("was skeptical of", "doubt"),
        # the verb that counts is behind the one that leads up to it
        ("refused to confirm", "confirm"),
        ("declined to say", "say"),
        ("went on to accuse", "accuse"),
        ("wants", "hope"),
        ("refused", "reject"),
        # nouns
        ("recent suggestion", "suggest"),
        ("’s warning", "warn"),
        ("accusations of", "accuse"),
        # a verb before a noun
        ("issued a statement saying", "say"),
        # unknown
        ("pondered", None),
        ("took the floor", None),
        ("", None),
    ],
)
def test_class(cue: str, expected: str | None) -> None:
    assert cue_class(cue, [(0, len(cue))] if cue else []) == expected


def test_the_words_of_a_split_cue_count_together() -> None:
    text = "did, as he put it, warn"
    assert cue_class(text, [(0, 3), (19, 23)]) == "warn"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Denies", "deny"),
        ("denied", "deny"),
        ("denying", "deny"),
        ("committed", "promise"),
        ("quipped", "say"),
        ("swore", "promise"),
        ("foresaw", "predict"),
        ("thought", "believe"),
        ("boat", None),
        ("sayed", None),
        ("telled", None),
    ],
)
def test_forms(form: str, expected: str | None) -> None:
    assert verb(form) == expected
