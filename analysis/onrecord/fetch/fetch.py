"""`fetch`: the new pages of some feeds into a folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.fetch.announced import Announced, announced
from onrecord.fetch.answer import Answer, NotFetched
from onrecord.fetch.kept import Kept
from onrecord.fetch.polite import PAUSE, Polite
from onrecord.stages import stage

MOST = 100  # pages of a feed that one run fetches
# formats of pages, by the media type that the server declares
KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt",
    "application/pdf": ".pdf", "": ".html",
}  # fmt: skip


@dataclass(slots=True)
class Fetched:
    """What a run fetched.

    Attributes:
        folder: where all pages lie.
        new: files of this run.
        known: announced pages that were there before.
        left: announced pages for the next run, as there were more than one run fetches.
        refused: address and reason of what was not fetched.
    """

    folder: Path
    new: list[Path] = field(default_factory=list)
    known: int = 0
    left: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def is_address(text: str) -> bool:
    """Whether a text is an address of the web rather than a path.

    >>> is_address("https://post.example/rss.xml"), is_address("news/rss.xml")
    (True, False)
    """
    return text[:8].lower().startswith(("http://", "https://"))


def fetch(
    addresses: Sequence[str],
    folder: str | Path,
    *,
    most: int = MOST,
    pause: float = PAUSE,
    wait: Callable[[float], object] = time.sleep,
) -> Fetched:
    """Fetch the pages that feeds announce and the folder does not hold yet.

    The site's robots.txt is kept for feeds and pages alike, one request is made at a time with a
    pause after it, and a host that asks for rest or does not answer is left alone until the next
    run. Pages lie in the folder as they came; a `metadata.csv` beside them has address and day.

    Args:
        addresses: of RSS or Atom feeds.
        folder: where pages are kept, of this run and of those before.
        most: pages of each feed that are fetched; the others wait for the next run.
        pause: seconds between two requests to one host; its robots.txt may ask for more.
        wait: waits for some seconds.

    Raises:
        OwnershipError: the folder holds something else.
        ModuleNotFoundError: the extra `feeds` is not installed.
    """
    web, kept = Polite(addresses, pause, wait), Kept.of(Path(folder))
    done = Fetched(kept.folder)
    for address in dict.fromkeys(addresses):
        try:
            with stage(f"asking {address}") as came:
                before = len(done.new)
                _take(web, kept, address, most, done)
                came(f"new pages: {len(done.new) - before}")
        except NotFetched as fault:
            done.refused.append((address, str(fault)))
        kept.save()
    return done


def _take(web: Polite, kept: Kept, feed: str, most: int, done: Fetched) -> None:
    """What one feed announces."""
    last = kept.feeds.get(feed, {})
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    answer = web.get(feed, {names[key]: value for key, value in last.items() if key in names})
    if answer.body is None:
        return
    listed = announced(answer.body, answer.address)
    if listed is None:
        raise NotFetched("is no RSS or Atom feed")
    wanted = [each for each in listed if each.address not in kept.known]
    done.known += len(listed) - len(wanted)
    wanted = [each for each in wanted if each.address not in kept.gone]
    whole = len(wanted) <= most
    done.left += max(len(wanted) - most, 0)
    for each in wanted[:most]:
        try:
            done.new.append(_page(web, kept, each))
        except NotFetched as fault:
            done.refused.append((each.address, str(fault)))
            if fault.gone:
                kept.gone[each.address] = str(fault)
            else:
                whole = False
    # a feed of which something is still to come is asked for in full again
    said = {key: answer.headers[key] for key in names if key in answer.headers}
    kept.feeds[feed] = said if whole else {}


def _page(web: Polite, kept: Kept, each: Announced) -> Path:
    answer = web.get(each.address)
    body, suffix = answer.body or b"", KINDS.get(answer.kind)
    if suffix is None:
        raise NotFetched(f"is no page of text but {answer.kind}", gone=True)
    return kept.add(each.address, _decoded(answer, body, suffix), suffix, each.published)


def _decoded(answer: Answer, body: bytes, suffix: str) -> bytes:
    """The page in an encoding that it tells by itself, as its header stays behind."""
    if suffix == ".pdf" or not answer.charset or answer.charset in ("utf-8", "utf8"):
        return body
    try:
        return b"\xef\xbb\xbf" + body.decode(answer.charset, "replace").encode()
    except (LookupError, UnicodeError):
        return body
