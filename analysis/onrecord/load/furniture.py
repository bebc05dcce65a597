"""Lines that stand among an article's and are no part of it, on pages and in what was copied."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.load.boilerplate import invites
from onrecord.load.notices import ADDRESS, CREDIT, LINKS, NOTICE, PAGE, SHARED, SHARES, SHOUTED

WORDS = 40  # of a line that invites, credits or advertises, at most
CLOSING = 0.4  # of a text's letters in such lines at its end, at most
AT_END = 0.3  # of a text's letters in questions and answers behind it, at most
ASKED = re.compile(r"(?:\d+\. )?(?:frequently asked questions|faqs?)(?: \(faqs?\))?\W*", re.I)
GAP = 3  # lines between two of them that may be of their kind
READER = re.compile(r"\b(?:we|our|us|you|your)\b", re.I)
APPEAL = re.compile(r"\b(?:support|donat|contribut|message from|dear readers?)", re.I)
SAID = re.compile(r"\b(?:said|says|told|according to)\b", re.I)
GOES_ON = re.compile(r"(?:continue reading|read (?:more|on|the rest)|\[(?:…|\.\.\.)\])\W*$", re.I)
HEADING = 16  # words of a heading, at most
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
    r"(?:enditem|ends?|fin)/|-+ ?(?:ends?|30) ?-+|\(?ends\)?|#{2,}|\* ?\* ?\*|disclaimer ?:.*", re.I
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
    own = _own(lines) | _teased(lines) | _asked(lines) if page else set()
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
    if page and not bare and line.strip():
        return True  # a rule
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
    found |= _between(lines, found)
    few = sum(len(lines[at]) for at in found) <= OWN * sum(map(len, lines))
    if few:
        return found
    last = _at_end(lines, found)
    return last if sum(len(lines[at]) for at in last) <= CLOSING * sum(map(len, lines)) else set()


def _between(lines: list[str], found: set[int]) -> set[int]:
    """Lines among those that appeal to readers, which speak to them as well."""
    more: set[int] = set()
    asked = {at for at, line in enumerate(lines) if APPEAL.search(line) and apart(line)}
    for at, following in pairwise(sorted(found | asked)):
        gap = [each for each in range(at + 1, following) if lines[each].strip()]
        if len(gap) <= GAP and all(
            READER.search(lines[each]) and not SAID.search(lines[each]) for each in gap
        ):
            more.update(gap)
    return more


def _at_end(lines: list[str], found: set[int]) -> set[int]:
    """The lines found behind which nothing else stands."""
    last = set()
    for at in range(len(lines) - 1, -1, -1):
        if at in found:
            last.add(at)
        elif lines[at].strip() and not apart(lines[at]):
            break
    return last


def _teased(lines: list[str]) -> set[int]:
    """Headings and first words of other articles at the end, each up to "Continue reading"."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    gone: set[int] = set()
    while len(full) > 3 and GOES_ON.search(lines[full[-1]]):
        heading = lines[full[-2]].strip()
        if len(heading.split()) > HEADING or heading[-1] in '.!?”"':
            break
        gone.update((full.pop(), full.pop()))
    return gone


def _asked(lines: list[str]) -> set[int]:
    """Questions that many ask and their answers, where they stand behind the text."""
    start = next((at for at, line in enumerate(lines) if ASKED.fullmatch(line.strip())), None)
    if start is None or sum(map(len, lines[start:])) > AT_END * sum(map(len, lines)):
        return set()
    return set(range(start, len(lines)))


def _closes(line: str, about: re.Pattern[str] | None) -> bool:
    return bool(CLOSED.fullmatch(line) or (about and about.fullmatch(line)))


def _about(authors: str | None) -> re.Pattern[str] | None:
    """What a line looks like that tells who an author is, or only names one."""
    names = [re.escape(name) for name in (authors or "").split("; ") if len(name.split()) > 1]
    return re.compile(rf"(?:by )?(?:{'|'.join(names)})(?:{WRITES})?", re.I) if names else None
