"""Whether a cue asserts, denies or only passes on that something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.attribution.cues import KEPT, verb
from onrecord.attribution.types import Span

NOT = r"(?:not|never|neither|nor|no longer|nobody|none|without|hardly|n['’]t)"
NEGATED = re.compile(
    rf"\b{NOT}\b(?! (?:only|just|merely|simply))|n['’]t\b|\bstopped short of\b", re.I
)
BEFORE = re.compile(
    rf"(?:\b{NOT}|n['’]t|stopped short of|\b(?:refus|declin|fail)(?:es|ed|ing|s|e)? to)"
    r"(?: (?:yet|once|ever|even|[a-z]+ly))? $",
    re.I,
)
# "refused to confirm" is silence, "refused to sign" is something said
SILENT = re.compile(
    r"\b(?:refus|declin|fail|avoid|resist)(?:e|es|ed|ing|s)?\b(?: to)?\s*(?P<what>[a-z]+)?", re.I
)
UNSAID = frozenset(["comment", "elaborate", "respond", "speculate", "specify", "rule", "disclose"])
SPOKEN = frozenset(
    ["say", "note", "claim", "admit", "deny", "confirm", "answer", "explain", "describe"]
)
HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|apparently|purportedly|seemingly|presumably|rumou?red"
    r"|(?:is|are|was|were) (?:said|believed|thought|understood|reported|alleged) to [a-z]+"
    r"|may|might|could|appear(?:s|ed)? to|seem(?:s|ed)? to)\b",
    re.I,
)
HEDGED_BEFORE = re.compile(r"\b(?:reportedly|allegedly|supposedly|apparently|purportedly) $", re.I)
HEDGED_AFTER = re.compile(r",? (?:reportedly|allegedly|supposedly|purportedly)\b", re.I)
# "is said to oppose", where "to oppose" is the content
PASSED_ON = re.compile(
    r"\b(?:is|are|was|were|been) (?:widely |long |also )?"
    r"(?:said|believed|thought|understood|reported|alleged|rumou?red)$",
    re.I,
)
TO_DO = re.compile(r"\s+to [a-z]+")
AFTER = re.compile(r"\s*(?:to )?([a-z]+)")
WINDOW = 30  # characters before a cue


def factuality(text: str, cue: Sequence[Span]) -> str:
    """Judge a cue by its words and those right before it.

    Args:
        text: the article.
        cue: spans of the cue.

    Returns:
        `negated` where the words were not said ("did not say", "refused to confirm"),
        `hedged` where the text only passes on that they were ("reportedly said"), else
        `asserted`.

    >>> text = "She did not say why. He reportedly said yes. They refused to sign."
    >>> [factuality(text, [span]) for span in ((4, 15), (12, 15), (35, 39), (50, 57))]
    ['negated', 'negated', 'hedged', 'asserted']
    """
    if not cue:
        return "asserted"
    negated, hedged, passed_on, what = _words(" ".join([text[start:end] for start, end in cue]))
    start, end = min(cue)[0], max(cue)[1]
    before = text[max(start - WINDOW, 0) : start]
    if negated or BEFORE.search(before) or (what is not None and _silent(text, what, end)):
        return "negated"
    if hedged or HEDGED_BEFORE.search(before) or HEDGED_AFTER.match(text, end):
        return "hedged"
    if passed_on and TO_DO.match(text, end):
        return "hedged"
    return "asserted"


@lru_cache(KEPT)
def _words(cue: str) -> tuple[bool, bool, bool, str | None]:
    """What the words of a cue say themselves; last, what is refused, if anything is."""
    refused = SILENT.search(cue)
    return (
        bool(NEGATED.search(cue)),
        bool(HEDGED.search(cue)),
        bool(PASSED_ON.search(cue)),
        None if refused is None else refused["what"] or "",
    )


def _silent(text: str, what: str, end: int) -> bool:
    after = AFTER.match(text, end)
    what = what or (after[1] if after else "")
    return what in UNSAID or verb(what) in SPOKEN
