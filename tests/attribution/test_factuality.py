"""Said, not said, or only said to have been said."""

from __future__ import annotations

import pytest

from onrecord.attribution.factuality import factuality


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("She [said] yes.", "asserted"),
        ("She [did not say] why.", "negated"),
        ("She did not [say] why.", "negated"),
        ("She didn’t [say] why.", "negated"),
        ("She [hasn't said] why.", "negated"),
        ("She never [said] that.", "negated"),
        ("She left without [saying] why.", "negated"),
        ("She [refused to confirm] it.", "negated"),
        ("She refused to [confirm] it.", "negated"),
        ("She [declined to] comment.", "negated"),
        ("She [declined] to comment.", "negated"),
        ("She stopped short of [calling] it a failure.", "negated"),
        ("She [no longer claims] that.", "negated"),
        ("She [reportedly said] yes.", "hedged"),
        ("She reportedly [said] yes.", "hedged"),
        ("She allegedly [told] him.", "hedged"),
        ("She [is said to have promised] it.", "hedged"),
        ("She [appeared to suggest] it.", "hedged"),
        ("She [may have said] so.", "hedged"),
        ("She [is said] to oppose it.", "hedged"),
        ("They [were widely believed] to favor it.", "hedged"),
        # looks like it and is not
        ("It [was said] by her.", "asserted"),
        ("She [said] to him that it was late.", "asserted"),
        ("She [is said] to.", "asserted"),
        ("She [refused] to sign.", "asserted"),
        ("She [not only said] it.", "asserted"),
        ("He did not go, she [said].", "asserted"),
        ("She [denied] it.", "asserted"),
        ("She [noted] that nothing is known.", "asserted"),
        ("In May she [said] yes.", "asserted"),
    ],
)
def test_factuality(marked: str, expected: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert factuality(text, [(start, end)]) == expected


def test_without_a_cue_speech_is_asserted() -> None:
    assert factuality("“Yes.”", []) == "asserted"
