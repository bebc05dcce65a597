"""Where a report will lie on the web, and how a link to one of its pages is shown."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from onrecord.errors import ReportError

PICTURE = "share.png"  # of a folder of reports, beside its index
SAYS = "How many articles, quotes and named speakers there are, and who is quoted most"


@dataclass(frozen=True, slots=True)
class Link:
    """How a link to a page is shown by programs that look at the page.

    Attributes:
        address: of the page; empty where it is not known.
        picture: address of the picture beside it; empty where there is none.
        says: the picture in words, the same while numbers change: pages are not made again.
    """

    address: str = ""
    picture: str = ""
    says: str = SAYS


def site_url(given: str | None) -> str:
    """The address of a folder on the web, with the slash at its end; empty where none is given.

    Args:
        given: as the user wrote it.

    Raises:
        ReportError: it is no address of a folder on the web.

    >>> site_url("https://desk.example/élan"), site_url(None)
    ('https://desk.example/%C3%A9lan/', '')
    """
    if not given:
        return ""
    said = given.strip()
    try:
        parts = urlsplit(said)
        named = parts.hostname
        _ = parts.port
    except ValueError:
        named = None
    if not named or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise ReportError(
            f"{given!r} is no address of a folder on the web: it begins with https:// or http://, "
            "and holds neither ? nor #."
        )
    try:
        host = parts.netloc.encode("idna" if not parts.netloc.isascii() else "ascii").decode()
    except UnicodeError as error:
        raise ReportError(f"{given!r} names no host.") from error
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~-._")
    return f"{parts.scheme}://{host}{path}/"


def link_to(path: str, base: str, *, picture: bool) -> Link:
    """How a link to a page is shown.

    Args:
        path: of the page, below its folder of reports.
        base: of that folder on the web, as `site_url` gives it.
        picture: whether the folder has one.

    >>> link_to("speakers/ada.html", "https://desk.example/a/", picture=True).picture
    'https://desk.example/a/share.png'
    >>> link_to("speakers/ada.html", "", picture=True).picture
    '../share.png'
    """
    root = base or "../" * path.count("/")
    return Link(f"{base}{quote(path)}" if base else "", f"{root}{PICTURE}" if picture else "")
