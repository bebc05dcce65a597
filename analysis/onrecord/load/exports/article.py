"""One article of an export, and what its fields look like when they are made plain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onrecord.load.authors import authors

# "Northport Courier, The" and "Guardian (London), The" as libraries file them
FILED = re.compile(r"^(.+?),\s+(The|Der|Die|Das|Le|La|Les|De|Het|El|Il)$", re.I)
PLACE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
EDITION = re.compile(
    r"\s*(?:[;:|]\s.*|,\s+(?:no|nr|n°|nº|num|vol|issue|ed)\b.*|[,–—-]\s+[^,–—-]*\bedition\b.*"
    r"|\s[–—-]\s+(?:print|online|web)\b.*)$",
    re.I,
)
BY = re.compile(r"^(?:by|von|par|door|por|di|written by)\b[:\s]+", re.I)
MARK = re.compile(r"\s+\d+$")  # of an address below
NAME = re.compile(r"^([^,;]{2,40}), ([^,;]{2,40})$")


@dataclass(frozen=True, slots=True)
class Article:
    """What an export states of one article; what it does not state is None."""

    title: str | None
    body: str
    outlet: str | None = None
    author: str | None = None
    published: datetime | None = None
    url: str | None = None
    language: str | None = None

    def facts(self) -> dict[str, Any]:
        """Fields beside title and text, for a draft."""
        names = ("outlet", "published", "url", "language")
        stated = {name: getattr(self, name) or None for name in names}
        return {**stated, "author": authors(self.author) if self.author else None}


def line(text: str | None) -> str | None:
    """A text on one line; None where it is empty."""
    return " ".join((text or "").split()) or None


def paper(name: str | None) -> str | None:
    """A newspaper's name alone, without its city, edition or number.

    >>> paper("The Morning Ledger (Oslem)"), paper("Courier, The (Northport, NP)")
    ('The Morning Ledger', 'The Courier')
    >>> paper("Morning Ledger; Oslem"), paper("Le Courrier, no. 2314")
    ('Morning Ledger', 'Le Courrier')
    >>> paper("The Northport Courier - Print and Online")
    'The Northport Courier'
    """
    bare = line(name)
    before = None
    while bare and bare != before:
        before = bare
        bare = EDITION.sub("", PLACE.sub("", bare)) or bare
    if bare and (filed := FILED.match(bare)):
        bare = f"{filed[2]} {PLACE.sub('', filed[1])}"
    return bare or line(name)


def byline(text: str | None) -> str | None:
    """Who wrote it, without the word "by".

    >>> byline("By Ann Sorel"), byline("Paul Okoro ")
    ('Ann Sorel', 'Paul Okoro')
    """
    return line(BY.sub("", (text or "").strip()))


def turned(names: str | None) -> str | None:
    """Names that are filed under the last name, as they are spoken.

    >>> turned("Sorel, Ann; Okoro, Paul."), turned("Courier staff")
    ('Ann Sorel; Paul Okoro', 'Courier staff')
    """
    parts = [MARK.sub("", part.strip()).rstrip(".") for part in (names or "").split(";")]
    return "; ".join(NAME.sub(r"\2 \1", part) for part in parts if part) or None
