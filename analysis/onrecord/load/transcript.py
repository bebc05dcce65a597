"""What broadcasters print around a transcript: notices, which are no text, and the day."""

from __future__ import annotations

import re
from datetime import datetime

from onrecord.load.exports.day import day

NOTICE = re.compile(
    r"this is a rush (?:\w+ )?transcript\b.*|this copy may not be in its final form\b.*"
    r"|rush transcript\W*|\W*this (?:rush )?transcript (?:has been|was|is|may|might) (?:\w+ )?"
    r"(?:automatically|machine|created|typed|generated|produced|provided|contain|be updated|not be"
    r"|edited|lightly)\b.*"
    r"|(?:\w+ )?transcripts are created on a rush deadline\b.*"
    r"|n\.?b\.?: this transcript was typed\b.*"
    r"|to order (?:a |copies of |video ?tapes?\b|dvds?\b).{0,60}"
    r"\b(?:transcripts?|tapes?|programming)\b.*(?:call|visit|online|www\.).*"
    r"|content and programming copyright\b.*|copy(?:right)? formatting copyright\b.*"
    r"|prepared by (?:vitac|fdch|federal document clearing house)\b.*",
    re.I,
)
AIRED = re.compile(r"(?:first )?(?:aired|broadcast|originally aired)(?: on)?:? (.{8,60})", re.I)
HEAD = 12  # lines in which a broadcast's day may stand


def without_notices(text: str) -> str:
    r"""A text without the lines that tell that it was typed in haste, or how to order it.

    >>> without_notices("Talks stall\n\nTHIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.\n\nLUND: No.")
    'Talks stall\n\nLUND: No.'
    """
    lines = text.split("\n")
    kept = [each for each in lines if not NOTICE.fullmatch(each.strip())]
    return text if len(kept) == len(lines) else re.sub(r"\n{3,}", "\n\n", "\n".join(kept))


def aired(text: str) -> datetime | None:
    r"""The day of a broadcast, where the head of its transcript states it.

    >>> aired("The Evening Talk\n\nAired March 5, 2024 - 18:00 ET\n\nLUND: No.")
    datetime.datetime(2024, 3, 5, 0, 0)
    """
    for each in text.split("\n", HEAD)[:HEAD]:
        if found := AIRED.fullmatch(each.strip()):
            return day(found[1])
    return None
