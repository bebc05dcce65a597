"""Whether a cue asserts, denies or only passes on that something was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.attribution.types import Span

NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|n['’]t|without|no longer|nobody|stopped short of|"
    r"(?:refus|declin|fail|avoid)(?:e|es|ed|ing|d|s)?(?: to)?)\b|n['’]t\b",
    re.I,
)
HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|apparently|purportedly|seemingly|"
    r"(?:is|are|was|were) (?:said|believed|thought|understood|rumou?red|reported|alleged) to|"
    r"may|might|could|appears?|appeared|seems?|seemed)\b",
    re.I,
)


def factuality(text: str, cue: Sequence[Span]) -> str:
    """Judge a cue.

    >>> text = "She did not say why. He reportedly said yes."
    >>> factuality(text, [(4, 15)]), factuality(text, [(24, 39)])
    ('negated', 'hedged')
    """
    words = " ".join(text[start:end] for start, end in cue)
    if NEGATED.search(words):
        return "negated"
    return "hedged" if HEDGED.search(words) else "asserted"
