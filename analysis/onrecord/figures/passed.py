"""Numbers that are no figures: days, hours, names, ages, and times that only place something."""

from __future__ import annotations

import re

from onrecord.lexicon.vocabulary import FUNCTION

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DAY_BEFORE = re.compile(rf"\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?$")
DAY_BEHIND = re.compile(rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}\b")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|o’clock|GMT)|:\d\d", re.I)
DECADE = re.compile(r"['’]?s\b")
CAPITAL = re.compile(r"([A-Z][\w’'-]*)[ -]$")
FUNCTIONS = frozenset(word.lower() for word in FUNCTION) | {
    "about", "around", "nearly", "almost", "roughly", "approximately", "only", "just", "another",
}  # fmt: skip
NAMES = re.compile(r"\b(?:Group of|No\.|number|page|chapter|section|article|flight|aged?) $", re.I)
OLD = re.compile(r"[- ]olds?\b", re.I)
PLACED_BEHIND = re.compile(
    r" (?:ago|before|after|later|earlier|into|beforehand|afterwards?|from now|prior)", re.I
)
PLACED_BEFORE = re.compile(
    r"\b(?:past|last|next|previous|coming|first|final|every|each|after|within|back|following|"
    r"another|age of|in|this)(?: (?:the|a|about|nearly|almost|some|just|only))* $",
    re.I,
)


def dated(text: str, start: int, end: int, *, bare: bool) -> bool:
    """Whether a number is of a day, a year or an hour.

    >>> dated("on June 5 in Oslo", 8, 9, bare=True), dated("in 2016 alone", 3, 7, bare=True)
    (True, True)
    >>> dated("2,016 boats", 0, 5, bare=False)
    False
    """
    if not bare:
        return False
    said = text[start:end]
    if DAY_BEFORE.search(text[max(0, start - 22) : start]) or DAY_BEHIND.match(text, end):
        return True
    if text[max(0, start - 1) : start] in ("'", "’", ":") or CLOCK.match(text, end):
        return True
    return bool(YEAR.match(said)) or bool(DECADE.match(text, end))


def named(text: str, start: int) -> bool:
    """Whether something is only called by a number, or it is an age.

    >>> named("on Flight 175 to Oslo", 10), named("Some 175 people", 5)
    (True, False)
    """
    head = text[max(0, start - 40) : start]
    if NAMES.search(head):
        return True
    found = CAPITAL.search(head)
    return bool(found) and found[1].lower() not in FUNCTIONS  # type: ignore[index]


def placed(text: str, start: int, end: int, gap: str) -> bool:
    """Whether a time only places something ("two weeks ago"), or is an age.

    >>> placed("two weeks ago", 0, 9, " "), placed("held for two weeks", 9, 18, " ")
    (True, False)
    """
    if OLD.match(text, end):
        return True
    if PLACED_BEHIND.match(text, end) and not text.endswith(" for ", 0, start):
        return True
    return gap != "-" and bool(PLACED_BEFORE.search(text[max(0, start - 40) : start]))
