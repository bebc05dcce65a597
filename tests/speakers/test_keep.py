"""What is no attribution is left out, and what stood inside it is tied anew."""

from __future__ import annotations

import pytest

from onrecord.attribution import Attribution
from onrecord.speakers import Resolved, Speaker, keep
from onrecord.speakers.keep import calibrated


def one(within: int | None) -> Attribution:
    return Attribution("indirect", (), (), ((0, 1),), 0.9, within, "asserted", None)


@pytest.mark.parametrize(
    ("within", "claimed", "expected"),
    [
        ([None, 0], [0.9, 0.9], [None, 0]),
        ([None, 0], [0.1, 0.9], [None]),
        ([None, 0, 1], [0.9, 0.1, 0.9], [None, 0]),
        ([1, None], [0.9, 0.9], [1, None]),
        ([None, 0, 1], [0.1, 0.1, 0.9], [None]),
        ([None, None], [0.1, 0.1], []),
    ],
)
def test_keep(within, claimed, expected) -> None:
    who = [(Speaker(str(n), "named"),) for n in range(len(within))]
    kept, speakers = keep([one(w) for w in within], Resolved(who, claimed), 0.5)
    assert [a.within for a in kept] == expected
    stay = [n for n, chance in enumerate(claimed) if chance >= 0.5]
    assert [s[0].name for s in speakers] == [str(n) for n in stay]
    assert [a.confidence for a in kept] == [calibrated(claimed[n]) for n in stay]
