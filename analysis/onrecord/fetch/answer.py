"""What comes back from an address, within bounds, or why nothing does."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 10_000_000  # of a page or a feed
ALL_SECONDS = 120.0  # that the whole of it may take


class NotFetched(Exception):
    """Why an address was not fetched, to be read after it; `gone` where it never will be."""

    def __init__(self, reason: str, *, gone: bool = False) -> None:
        super().__init__(reason)
        self.gone = gone


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: body, media type and charset as declared, headers, the last address.

    `body` is None where nothing has changed since the last time.
    """

    body: bytes | None
    kind: str
    charset: str | None
    headers: Mapping[str, str]
    address: str


def read_body(answer: Any, most: int, *, cut: bool) -> bytes:
    """What is sent, unpacked, while it comes in time and is no larger than it may be.

    Args:
        answer: of urllib3, not yet read.
        most: bytes.
        cut: take the beginning of what is larger.

    Raises:
        NotFetched: it is larger, or does not come in time.
    """
    parts, size, until = [], 0, time.monotonic() + ALL_SECONDS
    while part := answer.read(65_536, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > most and not cut:
            raise NotFetched(f"is larger than {most / 1e6:g} MB", gone=True)
        if size > most:
            break
        if time.monotonic() > until:
            raise NotFetched("is too slow")
    return b"".join(parts)[:most]
