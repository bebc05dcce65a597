"""Which words tell which role; the lists are in `roles.txt`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

LONGEST = 4  # words of one entry


@lru_cache(maxsize=1)
def role_words() -> dict[tuple[str, ...], str]:
    """Words, lower case, to the role they tell.

    >>> role_words()["prime", "minister"]
    'politician'
    """
    found: dict[tuple[str, ...], str] = {}
    role = ""
    text = files("onrecord.sources").joinpath("roles.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            role = line.strip("[] ").replace("_", " ")
        elif not line.startswith("#"):
            for entry in line.split():
                found.setdefault(tuple(entry.split("_")), role)
    return found


def roles_told(words: Sequence[str]) -> Counter[str]:
    """How many words, or groups of words, tell each role; the longest entry counts.

    >>> roles_told("Deputy Police Chief".split())
    Counter({'police and courts': 1})
    """
    known = role_words()
    low = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    told: Counter[str] = Counter()
    at = 0
    while at < len(low):
        for count in range(min(LONGEST, len(low) - at), 0, -1):
            role = known.get(tuple(low[at : at + count]))
            if role is not None:
                told[role] += 1
                at += count
                break
        else:
            at += 1
    return told
