"""What one article tells of one actor."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.lexicon.model import ROLES

ANONYMOUS = "anonymous"  # of quotes whose speaker has no name
__all__ = ["ANONYMOUS", "KNOWN_BY", "ROLES", "Profile"]
# how a gender is known, the surest first
KNOWN_BY = ("user", "pronoun", "title", "noun", "known", "given name")


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor as one article tells of it.

    Attributes:
        actor: canonical name.
        actor_type: person, organisation, country, group, region or place.
        gender: `f`, `m` or `x` (neither) of a person; None where it is not told.
        gender_by: one of `KNOWN_BY`; None without a gender.
        role: one of `ROLES`, as what it speaks; None where it is not told.
        descriptions: what the article calls it, lower case: "deputy foreign minister".
        affiliation: whom it speaks for.
        countries: countries that its descriptions or its name hold.
    """

    actor: str
    actor_type: str
    gender: str | None = None
    gender_by: str | None = None
    role: str | None = None
    descriptions: tuple[str, ...] = ()
    affiliation: str | None = None
    countries: tuple[str, ...] = ()
