"""EBSCO: records of fields under their names, the article below the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from onrecord.load import dates
from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper, turned
from onrecord.load.exports.day import MONTH_NAMES, day
from onrecord.load.exports.lexisnexis import RIGHTS

NAMES = {
    **dict.fromkeys(["title", "article title"], "title"),
    **dict.fromkeys(["authors", "author", "author(s)", "contributors", "byline"], "author"),
    **dict.fromkeys(["source", "publication", "publication name", "journal"], "source"),
    **dict.fromkeys(["publication date", "date", "published"], "date"),
    **dict.fromkeys(
        ["persistent link to this record (permalink)", "permalink", "persistent link", "plink"],
        "url",
    ),
    **dict.fromkeys(["language", "languages"], "language"),
    **dict.fromkeys(["full text", "html full text"], "text"),
}
OTHERS = frozenset(
    ["abstract", "abstract (english)", "document type", "publication type", "doc. type",
     "subject terms", "subjects", "geographic terms", "people", "company/entity",
     "reviews & products",
     "author-supplied keywords", "naics/industry codes", "full text word count", "lexile", "issn",
     "eissn", "isbn", "doi", "accession number", "database", "section", "publisher",
     "publisher logo", "copyright", "cut and paste", "publication information", "images",
     "place of publication", "notes", "alternate title", "physical description", "volume", "issue",
     "pages", "corporate author", "author affiliations", "ticker", "report available",
     "publication frequency", "an", "record type", "document subtype", "entry date"]
)  # fmt: skip
FIELD = re.compile(r"^[ \t]*([A-Z][A-Za-z/&.()\- ]{1,44}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
RECORD = re.compile(r"^[ \t]*Record:[ \t]*\d+[ \t]*$", re.M)
GAP = 14  # lines of one field, at most
HEAD = frozenset(["title", "source"])
LAST = frozenset(["accession number", "database", "an"])
SIGNED = re.compile(r"^[ \t]*~{4,}[ \t]*$", re.M)  # above who wrote it
OWNED = re.compile(
    r"copyright of .{3,200} is the property of .*|.*\bcontent may not be copied or e-?mailed to"
    r"|the link information (?:above|below) provides .*|<a href=.*|\(an [\w.]+\)|back|\[.*\]"
    r"|this (?:article|abstract) is copyrighted\b.*|(?:photo|image|illustration|picture)s?(?: \("
    r"(?:color|black & white)\))?(?:: .*)?",
    re.I,
)
DATED = re.compile(
    rf"^(.+?)[.,;:]?\s+(?=\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|(?:{MONTH_NAMES})\.? ?\d|\d{{1,2}} "
    rf"(?:{MONTH_NAMES})\b|\d{{4}}-\d\d-\d\d)",
    re.I,
)
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")


def told(text: str) -> bool:
    """Records have title, source, number and database under these names, or EBSCO is named."""
    names = {name for each in text.split("\n") if (name := _name(each))}
    named = bool(names & LAST) and "ebsco" in text.lower()
    return names >= HEAD and (named or names >= {"accession number", "database"})


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every record, from its title on."""
    lines = text.split("\n")
    starts = [at for at, each in enumerate(lines) if _name(each) == "title" and _heads(lines, at)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _article(lines[start:end])


def _name(text: str) -> str | None:
    found = FIELD.match(text)
    low = found[1].lower() if found else ""
    return NAMES.get(low) or (low if low in OTHERS else None)


def _heads(lines: list[str], at: int) -> bool:
    """Whether a source stands below a title, before another title."""
    for below in lines[at + 1 : at + 3 * GAP]:
        if name := _name(below):
            if name == "source":
                return True
            if name == "title":
                return False
    return False


def _article(lines: list[str]) -> Article | Unreadable:
    fields, rest = _fields(lines)
    body, author = _body(rest)
    if len(body.split()) < 12:
        return Unreadable("holds only an abstract, or no text at all")
    source = fields.get("source", "")
    dated = DATED.match(source)
    return Article(
        (line(fields.get("title")) or "").rstrip(".") or None,
        body,
        outlet=paper(dated[1] if dated else re.split(r"\.\s", source)[0]),
        author=turned(re.sub(r"\s*\n\s*", "; ", fields.get("author", ""))) or author,
        published=_day(fields.get("date", "")) or _day(source),
        url=line(fields.get("url")),
        language=line(fields.get("language")),
    )


def _day(text: str) -> datetime | None:
    """A day; with strokes the month stands first here, wherever the paper is from."""
    if found := SLASHED.search(text):
        return dates.parse(f"{found[3]}-{found[1]:0>2}-{found[2]:0>2}")
    return day(text)


def _fields(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields at the head of a record, and the lines below the last of them."""
    last, text = 0, False
    for at, each in enumerate(lines):
        if at - last > GAP or text:
            break
        if name := _name(each):
            last, text = at, name == "text"
    found: dict[str, list[str]] = {}
    place: list[str] = []
    for each in lines[: last + 1]:
        if name := _name(each):
            place = found.setdefault(name, [])
            value = FIELD.match(each)
            place.append((value[2] or "") if value else "")
        elif each.strip():
            place.append(each)
    below = lines[last + 1 :]
    if not text and place and not place[-1].strip():  # its value is on the next line
        first = next((at for at, each in enumerate(below) if each.strip()), 0)
        place.append(below[first] if below else "")
        below = below[first + 1 :]
    values = {name: "\n".join(part).strip() for name, part in found.items()}
    return values, [values.get("text", "") if text else "", *below]


def _body(lines: list[str]) -> tuple[str, str | None]:
    """The text without words about rights and without who wrote it, and who that is."""
    text = RECORD.sub("", "\n".join(lines))
    text, *signed = SIGNED.split(text)
    author = byline(next((each for each in "\n".join(signed).split("\n") if each.strip()), None))
    kept = []
    for each in text.split("\n"):
        bare = each.strip()
        if bare.lower().startswith("byline:"):
            author = author or byline(bare[7:])
        elif not OWNED.fullmatch(bare) and not (len(bare.split()) < 16 and RIGHTS.search(bare)):
            kept.append(each)
    return "\n".join(kept).strip(), author
