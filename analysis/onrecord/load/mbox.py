""".mbox: an article a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO

from onrecord.load import mail
from onrecord.load.bounds import PACKED
from onrecord.load.draft import Item, Rejected, Unreadable
from onrecord.load.source import Source, in_words

FROM = re.compile(rb"From \S+.*\d{4}")
QUOTED = re.compile(rb"^>(>*From )", re.M)
LINE = 1_000_000  # bytes that are read at once


def read(source: Source) -> Iterator[Item]:
    """Every mail, and what is attached to it.

    Raises:
        Unreadable: no line begins a mail.
    """
    number = 0
    for number, data in enumerate(_mails(source), 1):
        path = f"{source.path}#{number}"
        if data is None:
            yield Rejected(path, f"is larger than {in_words(PACKED)}")
            continue
        try:
            yield from mail.read(replace(source, path=path, open=partial(BytesIO, data)))
        except Unreadable as fault:
            yield Rejected(path, str(fault))
        except Exception:  # one bad mail leaves the others as they are
            yield Rejected(path, "is a mail that cannot be read")
    if not number:
        raise Unreadable("has no line that begins a mail")


def _mails(source: Source) -> Iterator[bytes | None]:
    """The bytes of each mail, None for one that is too large to be held."""
    held: list[bytes] = []
    size, begun, fresh = 0, False, True
    with source.open() as stream:
        while line := stream.readline(LINE):
            if fresh and FROM.match(line):
                if begun:
                    yield _whole(held, size)
                held, size, begun = [], 0, True
            elif begun:
                size += len(line)
                if size <= PACKED:
                    held.append(line)
            fresh = not line.strip()  # a mail begins after an empty line
    if begun:
        yield _whole(held, size)


def _whole(held: list[bytes], size: int) -> bytes | None:
    return None if size > PACKED else QUOTED.sub(rb"\1", b"".join(held))
