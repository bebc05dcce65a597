"""A page as the Wayback Machine kept it: the address that it had, and nothing of the archive's."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import XPath

from onrecord.load.trees import drop

KEPT = re.compile(
    r"(?:(?:https?:)?//web\.archive\.org)?/web/\d{4,14}(?:[a-z]{2}_)?/((?:https?:)?/?/?\S+)"
)
BAR = XPath(
    " | ".join(f"//*[@id='{name}']" for name in ("wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"))
)


def original(address: str | None) -> str | None:
    """The address that a kept page had; any other as it is.

    >>> original("https://web.archive.org/web/20240305101112im_/https://courier.example/a")
    'https://courier.example/a'
    >>> original("https://courier.example/b"), original(None)
    ('https://courier.example/b', None)
    """
    found = KEPT.fullmatch(address or "")
    if not found:
        return address
    return re.sub(r"^(?:(https?):)?/*", lambda scheme: f"{scheme[1] or 'https'}://", found[1])


def unarchived(site: str | None) -> str | None:
    """The name of a site, unless it is the archive's.

    >>> unarchived("web.archive.org"), unarchived("Northport Courier")
    (None, 'Northport Courier')
    """
    return None if (site or "").lower().endswith("archive.org") else site


def host(address: str | None) -> str | None:
    """The host of an address, without "www.".

    >>> host("https://www.courier.example/a"), host("a.html")
    ('courier.example', None)
    """
    try:
        found = urlsplit(address or "").hostname
    except ValueError:
        return None
    return (found or "").removeprefix("www.") or None


def without_bar(tree: Any) -> None:
    """Take out the archive's own bar and its requests.

    Args:
        tree: a page, which is changed.
    """
    for node in BAR(tree):
        drop(node)
