"""How far a coder agrees with the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.corrections import Correction
from onrecord.review.agreement import Agreement, agreement

OURS = "On Record"


def compare(given: Iterable[Correction]) -> list[Agreement]:
    """Agreement of a coder's answers with what the tables said when they were given.

    Args:
        given: of one coder.

    Returns:
        For quote, speaker, words, stance and all: questions, Krippendorff's alpha, share of
        equal answers.
    """
    own: dict[tuple, Correction] = {}
    given = list(given)
    for each in given:
        if each.article is not None:
            key = each.article.id, each.words
            own.setdefault(key, replace(each, kind="right", who=OURS, now={}))
    return agreement([*own.values(), *given])
