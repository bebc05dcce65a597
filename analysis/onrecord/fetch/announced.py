"""What a feed announces: the address of each article, and its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urldefrag, urljoin

from onrecord.load.feed import entries
from onrecord.load.parted import parse
from onrecord.load.xmltext import local

ROOTS = ("rss", "rdf", "feed")


@dataclass(frozen=True, slots=True)
class Announced:
    """An article of which a feed tells."""

    address: str
    published: datetime | None


def announced(data: bytes, address: str) -> list[Announced] | None:
    """The articles of a feed in its order, each once; None where it is no feed.

    Args:
        data: RSS or Atom.
        address: of the feed, which its links may be relative to.

    >>> feed = b"<rss><channel><item><link>/a#top</link></item></channel></rss>"
    >>> [each.address for each in announced(feed, "https://post.example/rss.xml")]
    ['https://post.example/a']
    >>> announced(b"<html><body>Log in</body></html>", "https://post.example/rss.xml")
    """
    data = data.lstrip()
    root, _ = parse(data) if data else (None, False)
    if root is None or local(root) not in ROOTS:
        return None
    found = {each.address: each for each in reversed(list(_absolute(root, address)))}
    return list(reversed(found.values()))


def _absolute(root: object, address: str) -> Iterator[Announced]:
    for link, published in entries(root):
        if not link:
            continue
        try:
            whole = urldefrag(urljoin(address, link.strip())).url
        except ValueError:  # "http://[broken"
            continue
        if whole.startswith(("http://", "https://")):
            yield Announced(whole, published)
