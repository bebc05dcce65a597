""".html: the article on a page, found by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import ParserError

from onrecord.load import exports, furniture, linked, markup
from onrecord.load.draft import Draft, Item, Unreadable, compose
from onrecord.load.encoding import decode
from onrecord.load.finishing import without_site
from onrecord.load.outlets import outlet
from onrecord.load.refusal import refused
from onrecord.load.source import Source

NOTHING = "holds no article that can be told from the page around it"
WORDS = 10  # fewer are a menu, not an article
MORE = 1.3  # times as many words in the declared text as in the one found
STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|sub-?head(?:ing|line)?|sub-?title|strapline)\b", re.I
)
LOCKED = 150  # words below which an article that says it is locked is not whole
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # faults become reasons
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read(source: Source) -> Iterator[Item]:
    """The article of a page, with its title, site, author and address.

    The date is only taken from what the page declares, since dates found in running text
    may be any.
    """
    page = markup.uncovered(markup.bounded(decode(source.read(), strict=False)))
    if not page.strip():
        raise Unreadable("is empty")
    # a parser that is given text refuses a declared encoding
    page = re.sub(r"\A\s*<\?xml[^>]*>", "", page)
    if (exported := exports.on_page(source.path, page.replace("\x00", "\ufffd"))) is not None:
        yield from exported
        return
    if "\x00" in page:
        raise Unreadable("is not text")
    try:
        tree = lxml.html.fromstring(page)
    except (ValueError, ParserError) as error:
        raise Unreadable(NOTHING) from error
    told = linked.declared(tree, page)
    standfirst, heading, shown = _standfirst(tree), _text(tree, "h1"), _text(tree, "title")
    # the tree is changed by reading, so that whatever is wanted of it is taken before
    found: Any = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = found.text.strip() if found is not None and found.text else ""
    body = _fuller(body, told.body)
    address = found.url if found is not None else None
    known = bool(told.article) or told.published is not None
    if reason := refused(heading or shown, body or page_words(tree), address, known):
        raise Unreadable(reason)
    if found is None or len(body.split()) < WORDS:
        raise Unreadable(NOTHING)
    name = outlet(found.sitename, told.publisher, found.hostname)
    title = without_site(_line(found.title), name, found.sitename, found.hostname)
    yield Draft(
        source.path,
        compose(title, _opened(standfirst, title, furniture.without(body))),
        title,
        outlet=name,
        author=found.author or None,
        published=told.published,
        url=address or None,
        incomplete="ends at a paywall" if told.locked and len(body.split()) < LOCKED else None,
    )


def _fuller(found: str, declared: str) -> str:
    """The declared text where it holds much more, or the same words in paragraphs."""
    more = len(declared.split()) > MORE * len(found.split())
    parted = declared.count("\n") > found.count("\n") and declared.split() == found.split()
    return declared if more or parted else found


def _opened(standfirst: str | None, title: str | None, body: str) -> str:
    """The body with its standfirst, and without a second headline."""
    lines = body.split("\n")
    rest = list(dropwhile(lambda line: title is not None and _line(line) in (title, None), lines))
    body = "\n".join(rest)
    if standfirst and standfirst != title and standfirst[:60] not in " ".join(body.split()):
        return f"{standfirst}\n{body}"
    return body if len(rest) == len(lines) else f"{title}\n{body}"


def _standfirst(tree: Any) -> str | None:
    for node in tree.iter("p", "h2", "h3", "div"):
        if STANDFIRST.search(node.get("class") or ""):
            text = _line(node.text_content()) or ""
            if 5 < len(text.split()) < 60:
                return text
    return None


def _text(tree: Any, tag: str) -> str | None:
    return next((text for node in tree.iter(tag) if (text := _line(node.text_content()))), None)


def page_words(tree: Any) -> str:
    """The words of a page where no article was found on it."""
    return " ".join(tree.text_content().split())[:2000]


def _line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
