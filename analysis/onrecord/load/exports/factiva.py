"""Factiva as shown and saved: headline, byline, "108 words", day, paper, rights, text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import BY, Article, byline, line, paper
from onrecord.load.exports.day import day
from onrecord.load.exports.lexisnexis import RIGHTS

# a paper's letters, a day and a code: older ones are in small letters
CODED = (
    r"(?:Do[ck]ument[oe]?|文件|文書|文檔|Документ)[ \t]+[A-Za-z][A-Za-z0-9]{2,}\d{6,}[a-z0-9]{4,}"
)
NUMBER = re.compile(rf"^[ \t]*{CODED}[ \t]*$", re.M)
WORDS = re.compile(
    r"\d[\d.,\s]* ?(?:words?|wörter|worte|mots|woorden|palabras|parole|palavras|słów|слова?|ord"
    r"|個?字|个字|語|文字)",
    re.I,
)
LISTED = re.compile(r"[\s.…]*\d*$")  # the page behind a headline in a list of contents
HEAD_ABOVE = 6  # lines of a headline with its byline, at most
CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
WRITES = re.compile(r"(?:editor|correspondent|reporter|writer|columnist|staff|chief)s?", re.I)
TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?(?: \w{2,4})?", re.I)
SECTION = re.compile(
    r"(?:.*\bdesk\b.*|.*\bsect\w?\b.*|news|features?|business|politics|world|national|international"
    r"|opinion|comment|sport|sports|economy|front page|editorials?|letters|home news|main|local)",
    re.I,
)
SUMMARY = re.compile(
    r"^\s*(?:search summary|suchzusammenfassung|résumé de la recherche)\b.*", re.I | re.M | re.S
)
NOTE = re.compile(
    r"\(END\).*|license this article.*|order free annual report.*|click here .*|visit .*factiva.*"
    r"|page \d+ of \d+.*factiva.*|.{0,20}©.{0,12} factiva,? inc.*|\d\d-\d\d-\d\d ?\d{4} ?gmt"
    r"|\d+ of \d+ docs?.*|\w+ \d{1,2}, \d{4} \d\d:\d\d .{0,30}",
    re.I,
)
# the last line: whose it is, often with its form of company
OWNER = re.compile(
    r"(?:[A-ZÀ-Þ0-9&(][\w.,&'’()/+-]*|and|et|und|of|the|de|du|des|der|di|y|e|-|–)"
    r"(?: (?:[A-ZÀ-Þ0-9&(][\w.,&'’()/+-]*|and|et|und|of|the|for|de|du|des|der|di|la|y|e|-|–))*"
)
FIRM = re.compile(
    r"\b(?:ltd|limited|inc|llc|plc|corp|corporation|co|company|group|gmbh|ag|kg|bv|b\.v|nv|sa|s\.a"
    r"|spa|s\.p\.a|pty|pvt|publish\w+|media|newspapers?|press|holdings?)\b",
    re.I,
)
URL = re.compile(r"(?:https?://|www\.)\S+")
OWNED = 12  # words of a line that names the owner, at most
DESK = 5  # words of a line that names the writer's place or office, at most
HEAD_LINES = 14  # lines between the count of words and the rights, at most


def told(text: str) -> bool:
    """Articles end in "Document" and a number, and count their words above."""
    return bool(NUMBER.search(text)) and any(
        WORDS.fullmatch(each.strip()) for each in text.split("\n")
    )


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every article up to the number that ends it."""
    start = 0
    for end in NUMBER.finditer(text):
        yield article(text[start : end.start()].split("\n"))
        start = end.end()


def article(
    lines: Sequence[str], title: str | None = None, start: int | None = None
) -> Article | Unreadable:
    """One article from its lines.

    Args:
        lines: as shown, without the number at their end.
        title: the headline where it is known, as on pages.
        start: the first line of the text where it is known, and no line behind the text is there.
    """
    lines = [each.strip() for each in lines]
    counted = next((at for at, each in enumerate(lines) if WORDS.fullmatch(each)), None)
    if counted is None:
        return Unreadable("has no line that counts its words, as Factiva prints above each text")
    above = _without_contents(lines[:counted])
    below = range(counted + 1, min(counted + 1 + HEAD_LINES, len(lines)))
    dated = next((at for at in below if day(lines[at])), None)
    if dated is None:
        return Unreadable("has no date under its count of words")
    named = next((at for at in below if at > dated and _names(lines[at])), dated)
    found, author, kicker = _above(above, title)
    body = [each for each in lines[start or _start(lines, named) :] if not NOTE.fullmatch(each)]
    if start is None:
        body = _without_owner(body)
    return Article(
        found,
        "\n".join([*kicker, *body]).strip(),
        outlet=paper(lines[named]) if named != dated else None,
        author=author,
        published=day(lines[dated]),
    )


def _without_contents(lines: Sequence[str]) -> list[str]:
    """The lines of an article's head, without a list of headlines that stands before the first."""
    above = [each for each in lines if each and not NOTE.fullmatch(each)]
    for at in range(len(above) - 1, max(len(above) - HEAD_ABOVE, 0), -1):
        if above[at] in {LISTED.sub("", each) for each in above[:at]}:
            return above[at:]
    if len(above) <= HEAD_ABOVE:
        return above
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", "\n".join(lines).strip())]
    # a headline may stand alone, its byline below; a long block before is the list
    alone = len(blocks[-1]) == 1 and len(blocks[-2:][0]) < HEAD_ABOVE
    last = [each for block in blocks[-2 if alone else -1 :] for each in block]
    return [each for each in last if not NOTE.fullmatch(each)][-HEAD_ABOVE:]


def _names(text: str) -> bool:
    return bool(text) and not TIME.fullmatch(text) and not RIGHTS.search(text)


def _start(lines: Sequence[str], named: int) -> int:
    """Where the text begins: below the rights, else below the language or the code."""
    near = range(named + 1, min(named + 1 + HEAD_LINES, len(lines)))
    rights = next((at for at in near if RIGHTS.search(lines[at])), None)
    if rights is not None:
        while rights + 1 < len(lines) and lines[rights + 1] and len(lines[rights + 1].split()) < 12:
            rights += 1  # rights may run over several lines
        return rights + 1
    blank = next((at for at in near if not lines[at]), None)
    return blank if blank is not None else named + 1


def _without_owner(body: list[str]) -> list[str]:
    """The lines of a text without the name or the address of its publisher below it."""
    full = [at for at, each in enumerate(body) if each]
    for at in reversed(full[2:]):
        if URL.fullmatch(body[at]):
            continue
        return body[:at] if _owns(body[at]) else body[: at + 1]
    return body


def _owns(text: str) -> bool:
    """Whether a line is the name of a firm, or of whatever else prints a paper.

    >>> _owns("Northport Media Group Ltd."), _owns("Nobody signed."), _owns("He left with his wife")
    (True, False, False)
    """
    if len(text.split()) > OWNED or not OWNER.fullmatch(text):
        return False
    return bool(FIRM.search(text)) or text[-1] not in ".!?"


def _above(above: list[str], title: str | None) -> tuple[str | None, str | None, list[str]]:
    """Headline, byline and what else stands between them, from the lines above the count."""
    if title is not None:
        shown = [line(each) for each in above]
        # what stands over the headline is the section
        rest = above[shown.index(title) + 1 :] if title in shown else []
        named = next((each for each in rest if BY.match(each)), rest[-1] if rest else None)
        return title, byline(named), []
    if len(above) > 1 and (SECTION.fullmatch(above[0]) or _over(above[0], above[1])):
        above = above[1:]
    if not above:
        return None, None, []
    while len(above) > 1 and above[1][:1].islower() and not BY.match(above[1]):
        above = [f"{above[0]} {above[1]}", *above[2:]]  # a headline of two lines
    named = next((each for each in above[1:] if BY.match(each)), None)
    named = named or next((each for each in above[1:] if _is_name(each)), None)
    # the rest tells the writer's desk, or is a second headline
    others = [each for each in above[1:] if each != named and len(each.split()) > DESK]
    return line(above[0]), byline(named), others


def _over(first: str, second: str) -> bool:
    """Whether a line names the section above a headline: few words over more, and no name."""
    few, more = len(first.split()), len(second.split())
    return few <= 3 and more > 4 and more > few and not BY.match(second) and not _is_name(second)


def _is_name(text: str) -> bool:
    words = re.split(r"[\s,;]+", text)
    return len(words) <= 8 and all(
        word[:1].isupper() or word in ("and", "&", "in", "") or WRITES.fullmatch(word)
        for word in words
    )
