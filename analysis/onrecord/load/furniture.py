"""Lines that stand among an article's and are no part of it, on pages and in what was copied."""

from __future__ import annotations

import re

from onrecord.load.boilerplate import invites
from onrecord.load.notices import ADDRESS, CREDIT, LINKS, NOTICE, PAGE, SHARED, SHARES, SHOUTED

WORDS = 40  # of a line that invites, credits or advertises, at most
OWN = 0.15  # of a text's letters in lines about the site; more are what the article is about
# of others than the site and its reader
SPOKEN = re.compile(r"[“”\"]|\b(?:said|says|told|according to|they|their|he|she|his)\b", re.I)
ENDS = 4  # last lines among which one may tell who wrote the text
AMONG = re.compile(
    r"(?<=[.!?”\"’])(?i: +(?:advertisement(?: -? ?scroll to continue)?|newsletter sign up"
    r"|(?:story|article) continues (?:below|after) (?:the )?advertisement"
    r"|continue reading the main story))+\.?(?= +[A-Z“\"])"
)
QUOTED = re.compile(r"[,.!?][”\"'’]\s+\w")
# how agencies close a text
CLOSED = re.compile(
    r"(?:enditem|ends?|fin)/|-+ ?(?:ends?|30) ?-+|\(?ends\)?|#{2,}|\* ?\* ?\*", re.I
)
WRITES = (
    r" (?:is|has (?:been|covered|reported|written)|covers|writes|reports|joined"
    r"|was)\b(?=.*\b(?:report"
    r"|correspondent|editor|writ|column|journalist|contribut|cover|author|fellow|producer)).*"
)


def without(text: str, page: bool = True, authors: str | None = None) -> str:
    r"""A text without links to other articles, invitations, credits and notices.

    The first line, which may be a headline, stays in a text that is no page.

    Args:
        text: a paragraph a line.
        page: it was read from a page, where the words of buttons stand, too.
        authors: who wrote it, to know what tells of them at its end.

    >>> without("Both left.\nREAD MORE: Union warns of strike\nAdvertisement\nNo date was set.")
    'Both left.\nNo date was set.'
    >>> without("Advertisement rates rose, the paper said.")
    'Advertisement rates rose, the paper said.'
    >>> without("Talks stall\nPhoto: L. Fisk\nBoth left.", page=False)
    'Talks stall\nBoth left.'
    """
    lines = text.split("\n")
    full = [at for at, line in enumerate(lines) if line.strip()]
    if len(full) < (1 if page else 2):
        return text
    about = _about(authors)
    last = set(full[-ENDS:])
    own = _own(lines) if page else set()
    kept = [
        line
        for at, line in enumerate(lines)
        if not (
            (page or at != full[0])
            and (at in own or apart(line, page) or (at in last and _closes(line.strip(), about)))
        )
    ]
    if len(kept) == len(lines):
        return AMONG.sub("", text)
    return AMONG.sub("", re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n"))


def apart(line: str, page: bool = True) -> bool:
    """Whether a line is none of an article's.

    >>> [apart(line) for line in ("READ MORE: Union warns of strike", "Read more books, she said.")]
    [True, False]
    """
    bare = line.strip().lstrip("-•*> ").replace("’", "'")
    if not bare or len(bare) > 400 or len(bare.split()) > WORDS:
        return False
    if bare[0] in "“\"'‘" and QUOTED.search(bare):
        return False  # somebody says so
    if SHOUTED.fullmatch(bare) or NOTICE.fullmatch(bare) or ADDRESS.fullmatch(bare):
        return True
    if CREDIT.fullmatch(bare) or (SHARED.search(bare) and SHARES.fullmatch(bare)):
        return True
    if page and PAGE.fullmatch(bare):
        return True
    # a sentence may begin with "Watch" or "Related"
    found = LINKS.fullmatch(bare)
    return bool(found) and bare[-1] not in '.!?”"' and (page or ":" in bare or len(bare) > 9)


def _own(lines: list[str]) -> set[int]:
    """Lines in which a site speaks of itself to its reader, if they are few."""
    found = {at for at, line in enumerate(lines) if invites(line) and not SPOKEN.search(line)}
    few = sum(len(lines[at]) for at in found) <= OWN * sum(map(len, lines))
    return found if few else set()


def _closes(line: str, about: re.Pattern[str] | None) -> bool:
    return bool(CLOSED.fullmatch(line) or (about and about.fullmatch(line)))


def _about(authors: str | None) -> re.Pattern[str] | None:
    """What a line looks like that tells who an author is, or only names one."""
    names = [re.escape(name) for name in (authors or "").split("; ") if len(name.split()) > 1]
    return re.compile(rf"(?:by )?(?:{'|'.join(names)})(?:{WRITES})?", re.I) if names else None
