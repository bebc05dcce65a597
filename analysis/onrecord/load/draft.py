"""What a reader yields: an article found, or a reason why there is none."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

LINE = re.compile(r"\S[^\n]*")  # from its first character on


class Unreadable(Exception):
    """A file or record that gives no article; its message is the reason, without a full stop."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as found; what is not known is None.

    Attributes:
        path: file, with the member of an archive and `#n` for the n-th record of a file.
        text: headline and body; offsets count in this string.
        published: moment of publication in UTC, without a zone.
        language: ISO 639-1 code.
        incomplete: why the text is only a part of the article's.
        again: whether another outlet had the same text before.
    """

    path: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: datetime | None = None
    url: str | None = None
    language: str | None = None
    incomplete: str | None = None
    again: bool = False

    @property
    def article_id(self) -> str:
        """16 hex digits of the text's SHA-256: the same text has the same id in every run.

        Where another outlet had it before, they are those of outlet and text.

        >>> Draft("a.txt", "Talks stall").article_id
        '891e2f2d17a95371'
        """
        of = f"{self.outlet}\0{self.text}" if self.again else self.text
        # 64 bits: among ten million articles two collide with a chance of 1 in 400,000
        return hashlib.sha256(of.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file or record that was not read, and why, in a sentence whose subject is the path."""

    path: str
    reason: str


Item = Draft | Rejected


def compose(title: str | None, body: str) -> str:
    r"""The text of an article whose headline stands apart from its body.

    The headline comes first, on a line of its own, so that it is read too; a body that
    already begins with that line is left as it is.

    >>> compose("Talks stall", "Both sides left.")
    'Talks stall\n\nBoth sides left.'
    >>> compose("Talks stall", "Talks stall\nBoth sides left.")
    'Talks stall\nBoth sides left.'
    """
    first = first_line(body)
    if title is None or (first is not None and first.casefold() == title.casefold()):
        return body
    return f"{title}\n\n{body}"


def first_line(text: str) -> str | None:
    r"""The first line that holds more than white space, its spaces made single.

    >>> first_line("\n  Talks  stall \nBoth sides left.")
    'Talks stall'
    """
    found = LINE.search(text)
    return " ".join(found[0].split()) if found else None
