"""Gale: fields under their names, "Full Text:", and a document number at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, line, paper, turned
from onrecord.load.exports.day import day
from onrecord.load.exports.lexisnexis import RIGHTS

NUMBER = re.compile(
    r"^.*(?:Gale )?Document Number:?\s*(?:GALE\s*\|)?\s*[A-Z]{1,3}\d{5,}.*$", re.I | re.M
)
FIELD = re.compile(
    r"^[ \t]*(Title|Author(?:\(s\)|s)?|Source|From|Publication(?: Title)?|Date|Publication Date"
    r"|Publisher|Document Type|Length|Copyright|Full Text|Section|Pages?|Issue|Volume|Content Level"
    r"|Lexile Measure|Abstract|Byline|DOI|ISSN|Article Type|Language)\s*:[ \t]*(.*)$",
    re.I,
)
END = re.compile(
    r"\s*(?:source citation\b.*|disclaimer:?.*|by \w+ .*gale.*|(?:https?://)?(?:link|go)\.gale\S*.*)",
    re.I,
)
BYLINE = re.compile(r"\s*byline\s*:", re.I)
ADDRESS = re.compile(r"(?:https?://)?link\.gale\w*\.com/\S+?(?=[\s,]|\.\s|\.?$)")


def told(text: str) -> bool:
    """Numbers of Gale's documents, and a field "Full Text:"."""
    return bool(NUMBER.search(text)) and bool(re.search(r"^\s*Full Text\s*:", text, re.I | re.M))


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every piece up to its document number."""
    start = 0
    for end in NUMBER.finditer(text):
        piece = text[start : end.start()]
        start = end.end()
        yield _article(piece)


def _article(text: str) -> Article | Unreadable:
    fields, above, body, citation = _fields(text.split("\n"))
    if not body:
        return Unreadable("has no field Full Text")
    source = fields.get("from") or fields.get("publication title") or fields.get("publication")
    source = source or re.split(r"[.,]?\s*\(|\.\s", fields.get("source", ""))[0]
    when = fields.get("date") or fields.get("publication date") or fields.get("source")
    author = next((value for name, value in fields.items() if name.startswith("author")), None)
    url = ADDRESS.search(citation)
    address = url[0].rstrip(".,") if url else None
    return Article(
        line(fields.get("title")) or (line(above[0]) if above else None),
        "\n".join(body).strip(),
        outlet=paper(source),
        author=turned(author or fields.get("byline")),
        published=day(when) or day(citation),
        url=address and (address if "//" in address else f"https://{address}"),
        language=line(fields.get("language")),
    )


def _fields(lines: list[str]) -> tuple[dict[str, str], list[str], list[str], str]:
    fields: dict[str, str] = {}
    above: list[str] = []
    body: list[str] = []
    for at, each in enumerate(lines):
        found = None if body else FIELD.match(each)
        if found and found[1].lower() == "full text":
            rest = [found[2], *lines[at + 1 :]]
            stop = next((n for n, part in enumerate(rest) if END.fullmatch(part)), len(rest))
            author = next((fields[name] for name in fields if name.startswith("author")), "")
            signed = {author, ", ".join(reversed(author.rsplit(" ", 1)))} - {""}
            body = [part for part in rest[:stop] if not _apart(part) and part.strip() not in signed]
            return fields, above, body, "\n".join(rest[stop:])
        if found:
            fields.setdefault(found[1].lower(), found[2].strip())
        elif each.strip() and not fields:
            above.append(each)
    return fields, above, [], ""


def _apart(text: str) -> bool:
    """Whether a line of the text tells of rights or an address only."""
    short = len(text.split()) < 16
    return short and bool(
        BYLINE.match(text)
        or RIGHTS.search(text)
        or re.fullmatch(r"\s*(?:https?://|www\.)\S+\s*", text)
    )
