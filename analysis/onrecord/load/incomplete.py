"""Texts that an interface or a paywall cut short: the tail taken off, and the reason told."""

from __future__ import annotations

import re

CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\s?[\d,.]+ char(?:s|acters)?\]\s*$")
DOTS = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|\((?:more|continued)(?:…|\.\.\.)?\))\s*$", re.I)
PART = re.compile(r"\S*$")
OFFER = re.compile(
    r"(?:subscribe|sign up|register|log ?in|sign in|join)\b.{0,30}\b(?:to|and) (?:unlock|read"
    r"|continue|keep"
    r"|access|view|see|get|finish)\b.*"
    r"|to (?:read|continue|keep|unlock|access|finish)\b.{0,60}\b(?:subscri|sign|log ?in|register"
    r"|member).*"
    r"|(?:this|the rest of this|the full) (?:article|story|content|page|post)\b.{0,30}\b(?:for"
    r"|to|is)\b"
    r".{0,20}\b(?:subscribers?|members?|paying|premium)\b.*"
    r"|already (?:a (?:subscriber|member)|have an? (?:account|subscription)\b"
    r"|(?:registered|subscribed)\?).*|unlock (?:this|the|full|unlimited)\b.*"
    r"|you(?:'ve| have) (?:reached|read|used)\b.{0,40}\b(?:limit|free)\b.*|(?:try"
    r"|get) unlimited\b.*"
    r"|(?:(?:keep reading|read on|(?:full|digital|unlimited) access)\b.{0,30}\bfor )?"
    r"(?:only|just|as little as) [$£€]\d.{0,30}(?:week|month|year).*"
    r"|(?:this is|you are reading) an? (?:free )?(?:preview|excerpt|extract)\b.{0,40}"
    r"\b(?:subscri|member|premium).*|continue reading (?:this|your|with)\b.*"
    r"|(?:keep|want to keep) reading\?.*|subscribe (?:now|today).{0,30}|choose your (?:plan"
    r"|subscription).*"
    r"|read the full (?:story|article)\b.*(?:subscri|sign|app|here).*|exclusive(?:ly)? (?:for"
    r"|to) subscribers.*",
    re.I,
)
# only behind all else: before more text it may be a link to another
LAST = re.compile(
    r"read the (?:full|whole|rest of the|rest of this|original) (?:story|article|report|piece)"
    r"(?: (?:on|at|here)\b.{0,40})?\W*",
    re.I,
)
REST = 150  # words that may follow an offer; more are the article that goes on
WORDS = 40  # of an offer's line


def cut(text: str) -> tuple[str, str | None]:
    r"""A text without what tells that the rest is missing, and what was told.

    >>> cut("Three offers were made, none was answ… [+2341 chars]")
    ('Three offers were made, none was', 'was cut short by the interface that gave it')
    >>> cut("Both sides left.\n\nSubscribe to unlock this article")
    ('Both sides left.', 'ends at a paywall')
    >>> cut("Both sides left.")
    ('Both sides left.', None)
    """
    if text.rstrip()[-1:] not in ("]", ")"):  # long texts are searched only where it may be there
        return _offered(text)
    if found := CUT.search(text):
        whole = text[: found.start()].rstrip()
        if whole and (found[0].lstrip()[:1] in "….") and whole[-1] not in '.!?”"':
            whole = PART.sub("", whole).rstrip() or whole
        return whole, "was cut short by the interface that gave it"
    if found := DOTS.search(text):
        return text[: found.start()].rstrip(), "was cut short by the interface that gave it"
    return _offered(text)


def _offered(text: str) -> tuple[str, str | None]:
    """The text before an offer to read on, if there is one."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        bare = line.strip().replace("’", "'")
        if at and len(bare.split()) <= WORDS and (OFFER.fullmatch(bare) or LAST.fullmatch(bare)):
            left = sum(len(each.split()) for each in lines[at + 1 :])
            if left <= (REST if OFFER.fullmatch(bare) else 0):
                return "\n".join(lines[:at]).rstrip(), "ends at a paywall"
    return text, None
