""".html: the article on a page, found by trafilatura among what is no teaser or box."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import lxml.html
import trafilatura
from lxml.etree import ParserError

from onrecord.load import archived, bounds, furniture, linked, markup
from onrecord.load.authors import persons
from onrecord.load.boxes import without_boxes
from onrecord.load.byline import signed
from onrecord.load.draft import Draft, Item, Unreadable, compose
from onrecord.load.encoding import decode
from onrecord.load.exports import listed
from onrecord.load.finishing import without_site
from onrecord.load.headline import headline, opened, standfirst
from onrecord.load.laid_out import unlaid
from onrecord.load.linked import Declared
from onrecord.load.matching import confirmed
from onrecord.load.ours import refuse_page, refuse_printed
from onrecord.load.outlets import outlet
from onrecord.load.parts import beside
from onrecord.load.refusal import refused
from onrecord.load.scripted import data_of, scripted
from onrecord.load.slim import slim
from onrecord.load.source import Source
from onrecord.load.teasers import without_teasers
from onrecord.load.trees import Counted, line
from onrecord.load.typed import untyped

NOTHING = "holds no article that can be told from the page around it"
HEADS = 20  # headings of the first rank that are looked at
WORDS = 10  # fewer are a menu, not an article, and so are lines that are all shorter
LINE = 60  # letters of a line that is none of a menu, in scripts without spaces
MORE = 1.3  # times as many words in the declared text as in the one found
LESS = 0.75  # times as few: the declared text is only a part
NO_DATE = {"outputformat": ""}  # the date is ours to read; without a form none is looked for
SHORT = 250  # words below which the page's data are looked through
LOCKED = 150  # words below which an article that says it is locked is not whole
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # faults become reasons
logging.getLogger("htmldate").addHandler(logging.NullHandler())


def read(source: Source) -> Iterator[Item]:
    """The article of a page, with its title, site, author and address.

    The date is only taken from what the page declares, since dates found in running text
    may be any.
    """
    data = source.read()
    refuse_page(data)
    page = markup.uncovered(markup.bounded(decode(slim(data), strict=False)))
    if not page.strip():
        raise Unreadable("is empty")
    # a parser that is given text refuses a declared encoding
    refuse_printed(page)
    page = re.sub(r"\A\s*<\?xml[^>]*>", "", page)
    if (exported := listed.on_page(source.path, page.replace("\x00", "\ufffd"))) is not None:
        yield from exported
        return
    if "\x00" in page:
        raise Unreadable("is not text")
    markup.bounded(page, bounds.PAGE_TAGS, bounds.PAGE_ATTRIBUTED)
    try:
        tree = lxml.html.fromstring(page)
    except (ValueError, ParserError) as error:
        raise Unreadable(NOTHING) from error
    yield _article(source.path, tree, linked.declared(tree, linked.stamp_of(data)), data)


def _article(path: str, tree: Any, told: Declared, source: bytes) -> Draft:
    """The article of a parsed page, whose source may hold it for a program alone.

    Raises:
        Unreadable: it holds none.
    """
    counted = Counted(tree)
    archived.without_bar(tree)
    above, shown = standfirst(tree, counted), _text(tree, "title")
    heads = [text for node in islice(tree.iter("h1"), HEADS) if (text := line(node.text_content()))]
    whole, data = confirmed(tree, told.body), data_of(tree)
    # the tree is changed by reading, so that whatever is wanted of it is taken before
    words = page_words(tree)
    without_boxes(tree, counted)
    links = without_teasers(tree, counted)
    beside(tree)
    unlaid(tree)
    untyped(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=NO_DATE,
    )
    body = _fuller(_said(found), told.body, whole)
    if len(body.split()) < SHORT:
        body = _fuller(body, scripted(data, decode(source, strict=False), body), None)
        if found is None and body:
            found = trafilatura.extract_metadata(tree, date_config=NO_DATE)
    address = archived.original(found.url) if found is not None else None
    known = bool(told.article) or told.published is not None
    site = told.tags.get("og:type") == "website" and not told.body
    # fronts declare the day of their last change, too
    known = known and not site
    if reason := refused(heads[0] if heads else shown, body or words, address, known, site):
        raise Unreadable(reason)
    if found is None or len(body.split()) < WORDS or not _says(body):
        raise Unreadable(NOTHING)
    host = archived.host(address)
    name = outlet(archived.unarchived(found.sitename), told.publisher, host)
    title = without_site(headline(heads, line(found.title), told), name, found.sitename)
    author = persons(told.authors or found.author, name, found.sitename, host)
    body = "\n".join(each for each in body.split("\n") if line(each) not in links - {title})
    body, author = signed(_named_once(body, title, shown, author), author)
    body = opened(above, title, furniture.without(body, authors=author))
    if not _says(body) or line(body) == title:
        raise Unreadable(NOTHING)
    return Draft(
        path,
        compose(title, body),
        title,
        outlet=name,
        author=author,
        published=told.published,
        url=address or None,
        incomplete="ends at a paywall" if told.locked and len(body.split()) < LOCKED else None,
    )


def _says(body: str) -> bool:
    """Whether a text has a line that is more than the name of a page or a button."""
    return any(len(each) > LINE or len(each.split()) >= WORDS for each in body.split("\n"))


def _said(found: Any) -> str:
    """The text that was found, a paragraph a line."""
    if found is None or not found.text:
        return ""
    # what was taken as it stood has the line ends of its source
    taken = isinstance(found.body, lxml.html.HtmlElement)
    text = markup.of_tree(found.body) if taken else found.text
    return "\n".join(each.strip() for each in text.strip().split("\n"))


def _named_once(body: str, title: str | None, shown: str | None, author: str | None) -> str:
    """The body without lines that only repeat the headline, or name the author."""
    known = {title, shown, *(author or "").split("; "), f"By {author}"}
    first, *rest = body.split("\n")
    return "\n".join([first, *(each for each in rest if line(each) not in known - {None})])


def _fuller(found: str, declared: str, whole: str | None) -> str:
    """The declared text where it holds much more; what it confirms of the page where it is all."""
    count, stated = len(found.split()), len(declared.split())
    if whole is not None and stated >= LESS * count:
        return whole
    if stated > MORE * count:
        return declared
    parted = declared.count("\n") > found.count("\n") and declared.split() == found.split()
    return declared if parted else found


def _text(tree: Any, tag: str) -> str | None:
    return next((text for node in tree.iter(tag) if (text := line(node.text_content()))), None)


def page_words(tree: Any) -> str:
    """The words of a page where no article was found on it."""
    return " ".join(tree.text_content().split())[:2000]
