"""Candidates that a source rules out by its words, however near they stand."""

from __future__ import annotations

from onrecord.speakers.asked import Asked
from onrecord.speakers.candidates import Candidate
from onrecord.speakers.context import Context
from onrecord.speakers.office import office
from onrecord.speakers.words import EXCLUSIVE

# "Norvox shareholders" are not Norvox
OUTSIDERS = frozenset(
    {"shareholders", "investors", "users", "customers", "passengers", "residents", "victims"}
    | {"fans", "critics", "opponents", "rivals", "voters", "viewers", "readers", "patients"}
)
OFFICES = EXCLUSIVE | {office(word) for word in EXCLUSIVE}


def excluded(context: Context, asked: Asked, candidate: Candidate) -> bool:
    """Whether a candidate cannot be meant: several for "she", another office, its customers.

    Args:
        context: the article.
        asked: the source.
        candidate: whom it could mean.
    """
    if len(candidate.names) > 1:
        return not asked.inside and _one_person(asked)
    if not candidate.names or asked.pronoun:
        return False
    if asked.head.word in OUTSIDERS:
        return candidate.how == "actor" and any(m.actor in candidate.names for m in asked.inside)
    if "role" not in asked.head.classes:
        return False
    return not asked.inside and _other_office(context, asked, candidate.names[0])


def _one_person(asked: Asked) -> bool:
    if asked.pronoun:
        return asked.pronoun in ("he", "she") and not asked.owned
    return "role" in asked.head.classes and "plural" not in asked.head.classes


def _other_office(context: Context, asked: Asked, name: str) -> bool:
    """Whether somebody who holds an office of that noun holds another: foreign, not prime."""
    known = context.office_words(name)
    if office(asked.head.word) not in known:
        return False
    words = {office(word) for word in (*asked.head.modifiers, *asked.words.lower().split())}
    if "former" in words and not known & {"former", "ex"}:
        return True
    wanted, held = words & OFFICES, known & OFFICES
    return bool(wanted - held) and bool(held - wanted)
