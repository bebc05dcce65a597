"""Names that are longer than each part that was found: "Rescue Watch Norland"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.actors.joined import Agreed, near
from onrecord.actors.model import Span
from onrecord.actors.scan import Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v

BODIES = ("organisation",)
PLACES = ("country", "region", "place")
WORD = r"[A-Z][\w’'-]*"
PART = rf"{WORD}(?: {WORD}){{0,2}}"
# "Commerce, Science and Transport Committee"; a plural names several
HEAD = r"(?:Committee|Subcommittee|Commission|Ministry)\b"
PANEL = re.compile(rf"{PART}(?:, {PART})*,? (?:and|&) {PART} {HEAD}$")
PANELS = re.compile(rf" {HEAD}")
REACH = 400  # characters of a panel's name, so that a list of names takes no time
LETTERS = re.compile(r"[A-Z.]{2,}")  # "UK", "U.S." stand before bodies as adjectives do
FORM = re.compile(r" (?:Limited|Ltd|Inc|Corp|Plc|PLC|Co|AG|SA|LLC)$")
BEHIND = re.compile(rf" {WORD}(?: (?:and |of |& )?{WORD})*")


def longer(seen: Scan, lexicon: Lexicon, names: Sequence[Span]) -> list[Agreed]:
    """The names of a text, those that are one put together.

    Args:
        seen: the text.
        lexicon: known actors.
        names: in text order and apart.

    Returns:
        In text order: a body and the place behind it that says which branch ("Rescue Watch
        Norland"), a country and the words behind it ("Norland Freight Holdings"), a panel of
        several matters ("Commerce, Science and Transport Committee") are one organisation each.
    """
    found = [Agreed(name.start, name.end, name.type, name.probability) for name in names]
    return _panels(seen, _after_country(seen, lexicon, _branches(seen, lexicon, found)))


def _branches(seen: Scan, lexicon: Lexicon, names: Sequence[Agreed]) -> list[Agreed]:
    text, made, skip = seen.text, list(names), set()
    for number, (body, place) in enumerate(pairwise(names)):
        written = text[place.start : place.end]
        if (
            number not in skip
            and body.type in BODIES
            and place.type in PLACES
            and text[body.end : place.start] == " "
            and written not in v.ADJECTIVES
            and written not in v.PEOPLES
            and not _told(text, body.start)
            and not _modifies(text, place.end)
            and not _shouted(seen, body.start)
        ):
            made[number] = replace(body, end=place.end)
            skip.add(number + 1)
    return [name for number, name in enumerate(made) if number not in skip]


def _told(text: str, start: int) -> bool:
    """Whether somebody is told what follows: "told Reuters Norland would not pay"."""
    words = text[max(0, start - 30) : start].split()
    while words and words[-1].lower() in ("the", "an", "a"):
        words.pop()
    return bool(words) and words[-1].lower() in ("told", "tell", "tells", "telling", "informed")


def _modifies(text: str, end: int) -> bool:
    """Whether the place belongs to what follows: "the Guardian Norland correspondent"."""
    behind = re.match(r" ([a-z]+)", text[end : end + 30])
    if (behind is not None and behind[1] in v.ROLE_NOUNS) or text[end : end + 2] in ("'s", "’s"):
        return True
    return text[end : end + 1] == "-" or re.match(r" [A-Z]", text[end : end + 2]) is not None


def _shouted(seen: Scan, start: int) -> bool:
    at = bisect_left(seen.starts, start)
    return at < len(seen.shouted) and seen.shouted[at]


def _after_country(seen: Scan, lexicon: Lexicon, names: Sequence[Agreed]) -> list[Agreed]:
    """Countries that are the first word of a body's name, and the body's later short form."""
    ends = {}
    for number, name in enumerate(names):
        if name.type == "country" and not _shouted(seen, name.start):
            end = _body_end(seen.text, lexicon, name, names[number + 1 : number + 4])
            if end > name.end:
                ends[name.start] = end
    forms = {seen.text[start:end] for start, end in ends.items()}
    forms |= {FORM.sub("", form) for form in forms}
    lengths = sorted({len(form) for form in forms}, reverse=True)
    made: list[Agreed] = []
    for name in names:
        if made and name.start < made[-1].end:
            continue
        here = (n for n in lengths if seen.text[name.start : name.start + n] in forms)
        end = max(ends.get(name.start, 0), name.start + next(here, 0))
        whole = name.type == "country" and end > name.end
        made.append(replace(name, end=end, type="organisation") if whole else name)
    return made


def _body_end(text: str, lexicon: Lexicon, name: Agreed, rest: Sequence[Agreed]) -> int:
    """Where a body's name ends that opens with a country's; 0 where none does."""
    written = text[name.start : name.end]
    behind = BEHIND.match(text, name.end)
    if behind is None or LETTERS.fullmatch(written) or written in v.ADJECTIVES | v.PEOPLES:
        return 0
    inside = [each for each in rest if each.start < behind.end()]
    words = behind[0].split()
    if len(words) < 2 or any(each.type not in BODIES for each in inside):
        return 0
    whole = bool(inside) and inside[-1].end >= behind.end()
    if not (whole or words[-1] in v.ORGANISATION_HEADS or words[-1].lower() in v.KINDS):
        return 0
    if any(word in v.TITLES or word.lower() in v.ROLE_NOUNS for word in words):
        return 0  # "Norland Prime Minister"
    return 0 if lexicon.name_of(behind[0].strip()) else behind.end()


def _named_panels(text: str) -> Iterator[re.Match[str]]:
    reached = 0
    for head in PANELS.finditer(text):
        panel = PANEL.search(text, max(head.start() - REACH, reached), head.end())
        if panel:
            reached = panel.end()
            yield panel


def _panels(seen: Scan, names: Sequence[Agreed]) -> list[Agreed]:
    made: list[Agreed] = []
    inside: set[Agreed] = set()
    for panel in _named_panels(seen.text):
        if "," not in panel[0]:
            continue
        touched = [n for n in near(names, panel.start(), panel.end()) if n not in inside]
        if not touched or any(each.type == "person" for each in touched):
            continue
        start = min(panel.start(), touched[0].start)
        made.append(replace(touched[0], start=start, end=panel.end(), type="organisation"))
        inside.update(touched)
    made += [name for name in names if name not in inside]
    return sorted(made, key=lambda name: name.start)
