"""Tone: negation written short counts, and tone is not stance."""

import pytest

from analysis.tone import Tone, spell_out, tone, tones


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("isn't", "is not"),
        ("isn’t", "is not"),
        ("can't", "can not"),
        ("can’t", "can not"),
        ("won't", "will not"),
        ("shan't", "shall not"),
        ("ain't", "is not"),
        ("couldn't've", "could not've"),
        ("DIDN'T", "DID not"),
        ("Can't", "can not"),
        ("cannot", "cannot"),
        ("Clinton's", "Clinton's"),
        ("wont", "wont"),
        ("n't", "n't"),
        ("American 'tis", "American 'tis"),
        ("", ""),
    ],
)
def test_spell_out(short: str, long: str) -> None:
    assert spell_out(short) == long


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("This is a good plan.", 1),
        ("This isn't a good plan.", -1),
        ("This isn’t a good plan.", -1),
        ("A terrible idea.", -1),
        ("That ain’t good.", -1),
        ("They aren't very happy.", -1),
        ("The mayor attacked the minister.", 0),
        ("", 0),
        ("\x00 👍🏽 \ud800", 0),
    ],
)
def test_polarity(text: str, sign: int) -> None:
    polarity = tone(text).polarity
    assert (polarity > 0) - (polarity < 0) == sign


def test_values_keep_their_ranges() -> None:
    found = tones(["Excellent! Perfect! Best!", "awful " * 500, "The table is wooden."])
    assert all(-1 <= each.polarity <= 1 and 0 <= each.subjectivity <= 1 for each in found)
    assert found[0].subjectivity > found[2].subjectivity


def test_texts_are_scored_each_by_itself() -> None:
    assert tones(["A good plan.", ""]) == [tone("A good plan."), Tone(0.0, 0.0)]
