"""Every attribution as a question with candidates, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from onrecord.speakers.asked import Asked, ask
from onrecord.speakers.candidates import Candidate, candidates
from onrecord.speakers.claim import claim_features
from onrecord.speakers.context import Context
from onrecord.speakers.excluded import excluded
from onrecord.speakers.features import describe_candidates
from onrecord.speakers.features.heard import heard_features
from onrecord.speakers.heard import Heard
from onrecord.speakers.model import Attributed, Speaker
from onrecord.speakers.signed import own_words


@dataclass(frozen=True, slots=True)
class Question:
    """Whose words these are.

    Attributes:
        number: which attribution it is.
        asked: its source.
        candidates: whom it could mean; nobody is the first.
        source: features of the source.
        rows: features of each candidate.
        by_rules: the speakers that rules give.
        claim: features of whether it is an attribution at all.
        excluded: candidates that its words rule out, by number.
        look: how well each candidate fits after a second look at the source (`Heard.looked`).
        judged: whether it is an attribution after a look, which may be for that alone
            (`Heard.judged`).
        far: whether the source describes somebody whose name may stand far away.
    """

    number: int
    asked: Asked
    candidates: Sequence[Candidate]
    source: dict[str, float]
    rows: Sequence[dict[str, float]]
    by_rules: tuple[Speaker, ...]
    claim: dict[str, float]
    excluded: frozenset[int] = frozenset()
    look: Callable[[], np.ndarray | None] | None = None
    judged: Callable[[bool], tuple[float, float] | None] | None = None
    far: bool = False


Choose = Callable[[Question], tuple[Speaker, ...]]


def question(
    context: Context,
    number: int,
    attribution: Attributed,
    outer: int | None,
    around: tuple[str, ...] | None,
    by_rules: tuple[Speaker, ...],
    heard: Heard,
) -> Question:
    """Ask whose words an attribution's are.

    Args:
        context: its article, with what was decided so far.
        number: which attribution it is.
        attribution: the attribution.
        outer: index of the attribution whose content holds it, or None.
        around: speakers of that one.
        by_rules: the speakers that rules give.
        heard: what the reader says of the article's attributions.
    """
    asked = ask(context, attribution, outer)
    found = candidates(context, asked, around or ())
    ruled = tuple(dict.fromkeys(s.name for s in by_rules if s.name))
    if ruled and not any(set(c.names) == set(ruled) for c in found):
        found.append(Candidate(ruled, "actor" if len(ruled) == 1 else "joint"))
    source, rows = describe_candidates(context, asked, found, around)
    by = by_rules[0].resolved_by
    source[f"rules by {by}"] = 1.0
    source["rules name somebody"] = float(bool(ruled))
    for candidate, row in zip(found, rows, strict=True):
        if set(candidate.names) == set(ruled):
            row["rules say so"] = 1.0
            row[f"rules say so by {by}"] = 1.0
            row[f"rules say so of {asked.pronoun or asked.reference.kind}"] = 1.0
    kind = asked.pronoun or (by if asked.start >= 0 else "no source")
    for row, opinion in zip(rows, heard_features(heard.fits(number, found), kind), strict=True):
        row.update(opinion)
    claim = claim_features(context, asked, source, attribution.confidence, heard.claimed(number))
    out = frozenset(at for at, each in enumerate(found) if excluded(context, asked, each))
    never = asked.bare or own_words(asked)  # the network has not learnt them
    look = None if never else partial(heard.looked, number, found)
    judged = partial(heard.judged, number)
    return Question(
        number, asked, found, source, rows, by_rules, claim, out, look, judged, asked.described
    )
