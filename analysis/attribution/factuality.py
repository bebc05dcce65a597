"""Whether a cue asserts, denies or only passes on that something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.attribution.cues import verb
from analysis.attribution.types import Span

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
    words = " ".join(text[start:end] for start, end in cue)
    start, end = min(cue)[0], max(cue)[1]
    before = text[max(start - WINDOW, 0) : start]
    if NEGATED.search(words) or BEFORE.search(before) or _silent(text, words, end):
        return "negated"
    if HEDGED.search(words) or HEDGED_BEFORE.search(before) or HEDGED_AFTER.match(text, end):
        return "hedged"
    if PASSED_ON.search(words) and TO_DO.match(text, end):
        return "hedged"
    return "asserted"


def _silent(text: str, words: str, end: int) -> bool:
    found = SILENT.search(words)
    if found is None:
        return False
    after = re.compile(r"\s*(?:to )?([a-z]+)").match(text, end)
    what = found["what"] or (after[1] if after else "")
    return what in UNSAID or verb(what) in SPOKEN
