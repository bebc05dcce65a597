"""NewsBank: day and paper under or over each headline, or fields under their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import BY, Article, byline, line, paper
from onrecord.load.exports.day import day
from onrecord.load.exports.lexisnexis import RIGHTS

MARK = re.compile(r"newsbank|^[ \t]*record number:", re.I | re.M)
FIELD = re.compile(
    r"^[ \t]*(Paper|Title|Headline|Author(?:/Byline)?|Byline|Date|Section|Page|Edition|Source"
    r"|Record Number|Publication|Article Text|Full Text|Text|Dateline|Column|Type|Index Terms"
    r"|Readability|Caption|Length|Location|URL)\s*:[ \t]*(.*)$",
    re.I,
)
COUNT = re.compile(r"[\d,]+ words(?:\s*\|.*)?", re.I)
NOISE = re.compile(r"openurl link|page:? \S+|view (?:pdf|image)|\d+ of \d+|readability:.*", re.I)
LABEL = re.compile(
    r"(?:caption|memo|notes?|index terms|illustration|graphics?|correction|edition|section|page"
    r"|dateline|column|record number|upc|dimensions)s?:.*",
    re.I,
)
END = re.compile(r"\W*(?:citations?\b.*|record number:.*|copyright\b.*|©.*|\(c\) \d{4}.*)", re.I)
URL = re.compile(r"https?://[^\s<>]+")
RULE = re.compile(r"[_=*-]{5,}|.*newsbank.*", re.I)
OWNER = re.compile(
    r"(?:copyright|©|\(c\))[\s,]*(?:\(c\)|©)?[\s,]*\d{4}[\s,]+(?:by )?([^.,\n]{3,60})", re.I
)
TEXT = re.compile(r"^[ \t]*(?:(?:article |full )?text|body)[ \t]*:[ \t]*", re.I)
PLACED = re.compile(r"\([^()]*\)$")  # the city of a paper
TITLED = frozenset(["title", "headline"])


def told(text: str) -> bool:
    """NewsBank or its record numbers are named, and headlines have their day and paper."""
    return bool(MARK.search(text)) and bool(_starts(text.split("\n")))


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every article from its headline to the next."""
    lines = [each.strip() for each in text.split("\n")]
    starts = _starts(lines)
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _article(lines[start:following])


def _starts(lines: list[str]) -> list[int]:
    """Where articles begin: at their first field, or at headline, paper and day, in any order."""
    found: list[int] = []
    for at, each in enumerate(lines):
        field = FIELD.match(each)
        name = field[1].lower() if field else ""
        near = bool(found) and at - found[-1] < 4  # a field of the same article
        if name in ("paper", "headline") or (name == "title" and not near):
            found.append(at)
        elif not field and _dated(each):
            found.append(at if _opens(lines, at) else _above(lines, at, at))
        elif not field and _is_day(each) and not near:
            named = _above(lines, at, -1)
            if _opens(lines, at):
                found.append(at)
            elif named >= 0 and _opens(lines, named) and _is_paper(lines[named]):
                found.append(named)
    return found


def _above(lines: list[str], at: int, none: int) -> int:
    """The line above that holds words, if one is near."""
    return next((n for n in range(at - 1, max(at - 4, -1), -1) if lines[n].strip()), none)


def _opens(lines: list[str], at: int) -> bool:
    """Whether nothing of an article stands above a line: the end of another, or of the cover."""
    above = next((lines[n] for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    ends = END.fullmatch(above) and _last(above)
    return not above or bool(ends or LABEL.fullmatch(above) or RULE.fullmatch(above.strip()))


def _is_day(text: str) -> bool:
    """Whether a line holds a day and nothing else."""
    return len(text.split()) <= 5 and not text.rstrip().endswith(".") and day(text) is not None


def _is_paper(text: str) -> bool:
    """Whether a line may be the name of a paper."""
    return len(text.split()) <= 12 and text[:1].isupper() and text.rstrip()[-1:] not in ".?!"


def _dated(text: str) -> tuple[str, str] | None:
    """Paper and day of a line such as "March 5, 2024 | The Courier (Northport, NP)"."""
    if len(text) > 160 or ("|" not in text and " - " not in text) or text.rstrip().endswith("."):
        return None
    parts = [part.strip() for part in re.split(r"\s*\|\s*|\s+[-–—]\s+", text)]
    dated = [part for part in parts if day(part) and len(part) < 40]
    named = [part for part in parts if not day(part) and part[:1].isupper()]
    return (named[0], dated[0]) if dated and named else None


def _article(lines: list[str]) -> Article | Unreadable:
    fields, title, rest = _head(lines)
    stop = next(
        (
            n
            for n, each in enumerate(rest)
            if LABEL.fullmatch(each) or (END.fullmatch(each) and _last(each))
        ),
        len(rest),
    )
    body = "\n".join(rest[:stop]).strip()
    if not fields or not body:
        return Unreadable("has no text under its headline")
    rights = OWNER.search("\n".join(rest[stop:]))
    owner = rights[1] if rights else None
    author = fields.get("author") or fields.get("author/byline") or fields.get("byline")
    url = URL.search("\n".join(rest[stop:]))
    return Article(
        line(fields.get("title") or fields.get("headline") or title),
        body,
        outlet=paper(
            fields.get("paper") or fields.get("publication") or fields.get("source") or owner
        ),
        author=byline(author),
        published=day(fields.get("date")),
        url=url[0].rstrip(".,)") if url else None,
    )


def _head(lines: list[str]) -> tuple[dict[str, str], str | None, list[str]]:
    """The fields, the headline where it is none of them, and the lines from the text on."""
    fields: dict[str, str] = {}
    title = named = None
    for at, each in enumerate(lines):
        if TEXT.match(each):
            lines = [*lines[:at], TEXT.sub("", each), *lines[at + 1 :]]
            break
        if FIELD.match(each):
            for part in re.split(r"\s*\|\s*(?=[A-Z]\w+:)", each):
                if inner := FIELD.match(part):
                    fields.setdefault(inner[1].lower(), inner[2].strip())
        elif pair := _dated(each):
            fields.setdefault("paper", pair[0])
            fields.setdefault("date", pair[1])
        elif title is None and _is_day(each):
            fields.setdefault("date", each)
        elif title is None and named is None and _names_paper(lines, at):
            named = each
        elif each and title is None and not fields.keys() & TITLED and not NOISE.fullmatch(each):
            title = each
        elif BY.match(each) and len(each.split()) < 10:
            fields.setdefault("byline", each)
        elif each and not COUNT.fullmatch(each) and not NOISE.fullmatch(each):
            break
    else:
        at = len(lines)
    if named and title and PLACED.search(title) and not PLACED.search(named):
        named, title = title, named  # the headline stands over the day, the paper below it
    if named:
        fields.setdefault("paper", named)
    return fields, title, lines[at:]


def _names_paper(lines: list[str], at: int) -> bool:
    """Whether the first line of an article stands over its day."""
    below = next((each for each in lines[at + 1 :] if each.strip()), "")
    return not any(each.strip() for each in lines[:at]) and _is_paper(lines[at]) and _is_day(below)


def _last(text: str) -> bool:
    """Whether a line tells of rights or how to cite."""
    told = RIGHTS.search(text) or re.search(r"citation|record number", text, re.I)
    return len(text) < 400 and bool(told)
