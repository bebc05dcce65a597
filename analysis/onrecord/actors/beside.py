"""Roles in the words beside a name: before it, in an apposition, after "is" and "who"."""

from __future__ import annotations

from onrecord.actors.scan import Scan
from onrecord.lexicon import vocabulary as v

REACH = 9  # words of an apposition that are read
ADHERENTS = {
    "Republican": "Republican Party", "Democratic": "Democratic Party",
    "Libertarian": "Libertarian Party",
}  # fmt: skip
# "Ada Lund, who chairs the board": what she is.
DOES = {
    "heads": ("head", "leader"), "leads": ("leader",), "led": ("leader",), "chairs": ("chairman",),
    "founded": ("founder",), "runs": ("head",), "owns": ("owner",), "commands": ("commander",),
    "directs": ("director",), "represents": ("representative",), "edits": ("editor",),
}  # fmt: skip
IS = frozenset({"is", "was", "became", "been"})
OF = frozenset({"of", "for", "by", "with", "from", "to"})
ENDS_GENITIVE = ("'s ", "’s ", "' ", "’ ")


def before(seen: Scan, first: int) -> list[str]:
    """Lower-case role right before a name: "deputy minister Ada Lund"."""
    i = first
    while i and i > first - 4 and seen.words[i - 1].islower():
        if seen.gap(i) != " " and not (i == first and seen.gap(i) == ", "):
            break
        i -= 1
    if i < first and i and seen.gap(i) == " " and seen.words[i - 1] in ADHERENTS:
        i -= 1  # "Libertarian candidate Ada Lund"
    words = seen.words[i:first]
    for k in range(len(words) - 1, 0, -1):
        if words[k] in OF and words[k - 1] not in v.ROLE_NOUNS:
            words = words[k + 1 :]  # "on behalf of manager Ada Lund"
            break
    while words and words[0] in v.LOWER_EDGE:
        words = words[1:]
    return words if words and words[-1] in v.ROLE_NOUNS else []


def after(seen: Scan, last: int) -> list[str]:
    """Role in an apposition or after "is": "Ada Lund, the former deputy minister of ..."."""
    words, count = seen.words, len(seen.words)
    if last >= count:
        return []
    i = last
    if seen.gap(last) == " ":
        i = last + 1 if words[last] != "has" else last + 2
        if i >= count or words[i - 1] not in IS:
            return []
    elif seen.gap(last) != ", ":
        return []
    if i < count and words[i] in ("the", "a", "an", "its", "his", "her", "their"):
        i += 1
    best: list[str] = []
    for k in range(i, min(i + REACH - 1, count)):
        if k > i and seen.gap(k) != " ":
            if not seen.gap(k).endswith(ENDS_GENITIVE):
                break
            i = k  # "Lund’s chief spokesman": from "chief" on
        if words[k] in ("of", "for", "who", "in", "at", "and", "said", "to", "with", "from", "not"):
            break
        if words[k].lower() in v.ROLE_NOUNS:
            best = words[i : k + 1]
            if k + 1 < count and seen.capital[k + 1] and seen.gap(k + 1) == " ":
                return []  # "Ada Lund, chairman Bo Ek": the role of the next
    return best


def does(seen: Scan, last: int) -> tuple[str, ...]:
    """What one is who does something: "Ada Lund, who chairs the board"."""
    if last + 1 < len(seen.words) and seen.gap(last) == ", " and seen.words[last] == "who":
        return DOES.get(seen.words[last + 1], ())
    return ()
