"""Two names that may be one person: a family name alone, or an initial for a name."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.observed import rows
from onrecord.tables import Tables


def same_person(tables: Tables, *, top: int | None = 20) -> pd.DataFrame:
    """Pairs of people's names that may mean one person.

    The shorter name is the family name of the longer one ("Quist" beside "Ada Quist"), or has
    an initial for one of its words ("Ada Q.", "A. Quist"). Where several longer names fit, all
    are given. Nothing is merged: that is the user's to say, in actors.yaml.

    Args:
        tables: an analysis, whole or selected.
        top: the most mentioned pairs alone, so many; by default twenty.

    Returns:
        name (the shorter one), other (the longer one), mentions and other_mentions; those of the
        most mentioned shorter name first.
    """
    people = rows(tables, "mentions").where(actor_type="person").counts(["actor"], n="rows")
    counts = dict(zip(people.actor.astype(str), people.n, strict=True))
    words = {name: name.split() for name in counts}
    by_word: dict[str, list[str]] = {}
    for name, parts in words.items():
        for part in {parts[0], parts[-1]} if parts else ():
            by_word.setdefault(part.lower(), []).append(name)
    found = [
        (name, other, int(counts[name]), int(counts[other]))
        for name, parts in words.items()
        for other in dict.fromkeys(
            near
            for part in parts
            if not _initial(part) or len(parts) == 1  # an initial is shared by too many
            for near in by_word.get(part.lower(), ())
            if near != name
        )
        if may_be(parts, words[other])
    ]
    made = pd.DataFrame(found, columns=["name", "other", "mentions", "other_mentions"])
    made = made.sort_values(["mentions", "other_mentions"], ascending=False, kind="stable")
    return made.head(len(made) if top is None else top).reset_index(drop=True)


def may_be(short: list[str], long: list[str]) -> bool:
    """Whether the words of one name may stand for the words of a longer one.

    >>> may_be(["Quist"], ["Ada", "Quist"]), may_be(["Ada", "Q."], ["Ada", "Quist"])
    (True, True)
    >>> may_be(["Ada"], ["Ada", "Quist"]), may_be(["Bo", "Quist"], ["Ada", "Quist"])
    (False, False)
    """
    if len(short) == 1:
        return len(long) > 1 and short[0].lower() == long[-1].lower()
    if len(short) != len(long):
        return False
    pairs = list(zip(short, long, strict=True))
    stands = [_stands(a, b) for a, b in pairs]
    return all(stands) and any(_initial(a) and not _initial(b) for a, b in pairs)


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _stands(word: str, for_: str) -> bool:
    if _initial(word):
        return for_.lower().startswith(word[0].lower())
    return word.lower() == for_.lower()
