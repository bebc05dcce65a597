"""Factiva's fields by their two letters (HD, BY, WC, PD, SN, LP, TD, AN), as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper
from onrecord.load.exports.day import day

CODES = (
    *("SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "PG", "VOL", "LA"),
    *(
        "CY",
        "LP",
        "TD",
        "ART",
        "CO",
        "IN",
        "NS",
        "RE",
        "IPC",
        "IPD",
        "PUB",
        "AN",
        "CLM",
        "CT",
        "RF",
    ),
)
LINE = re.compile(rf"^[ \t]*({'|'.join(CODES)})(?:[ \t]*\|[ \t]*|[ \t]+|$)(.*?)\|?[ \t]*$")
NEEDED = frozenset(["HD", "PD", "AN"])
FIRST = frozenset(["SE", "HD", "CLM"])


def told(text: str) -> bool:
    """Lines begin with the codes of headline, day and number, and of a text."""
    seen = {found[1] for each in text.split("\n") if (found := LINE.match(each))}
    return seen >= NEEDED and bool(seen & {"LP", "TD"})


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every record up to its AN."""
    record: dict[str, list[str]] = {}
    code = ""
    for each in text.split("\n"):
        found = LINE.match(each)
        if found and _opens(found[1], record):
            if "AN" in record and found[1] in FIRST:
                yield article({name: "\n".join(lines) for name, lines in record.items()})
                record = {}
            code = found[1]
            record[code] = [found[2]]
        elif code:
            record[code].append(each.strip().strip("|"))
    if "HD" in record:
        yield article({name: "\n".join(lines) for name, lines in record.items()})


def _opens(code: str, record: dict[str, list[str]]) -> bool:
    """Whether a line with these letters begins a field, and is no line of a text."""
    return code not in record or "AN" in record


def article(fields: dict[str, str]) -> Article | Unreadable:
    """One article from its fields by code."""
    body = "\n\n".join(
        fields[code].strip() for code in ("LP", "TD") if fields.get(code, "").strip()
    )
    if not body:
        return Unreadable("has no text in the fields LP and TD")
    return Article(
        line(fields.get("HD")),
        body,
        outlet=paper(fields.get("SN")),
        author=byline(fields.get("BY")),
        published=day(fields.get("PD")),
        language=line(fields.get("LA")),
    )
