"""An actor: any named person, organisation, country or group."""

from __future__ import annotations

from dataclasses import dataclass

# as what a source speaks
ROLES = (
    "official", "politician", "expert", "company", "interest group", "police and courts",
    "citizen", "celebrity", "athlete", "media",
)  # fmt: skip
GENDERS = ("f", "m", "x")
TYPES = ("person", "country", "organisation", "group", "region", "place")
# What an entry's words are to its actor.
NAME, PEOPLE, ADJECTIVE, SEAT, SKIP = "name", "people", "adjective", "seat", "skip"


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor under its canonical name.

    Attributes:
        name: canonical name.
        type: one of `TYPES`.
        aliases: other names that mean it.
        side: the user's label for whom it stands with, if any.
        affiliation: name of the organisation or country it speaks for, if known.
        gender: `f`, `m`, `x` (neither) or None where it is not known.
        plural: whether "they" rather than "it" refers back to it.
        roles: descriptions that refer back to it ("deputy foreign minister", "alliance").
        role: as what it speaks, one of `ROLES`, where the user says so.
    """

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    plural: bool = False
    roles: tuple[str, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write one actor; `actor` is empty for words that name nobody."""

    words: tuple[str, ...]
    text: str
    actor: str
    use: str
    user: bool = False
