"""Every archive's export behind one list: a file is told by its marks, and split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.load import markup
from onrecord.load.byline import signed
from onrecord.load.draft import Draft, Item, Rejected, Unreadable, compose
from onrecord.load.exports import (
    ebsco,
    europresse,
    factiva,
    factiva_index,
    factiva_page,
    gale,
    lexisnexis,
    newsbank,
    nexis,
    proquest,
)
from onrecord.load.exports.article import Article
from onrecord.load.exports.traces import traced
from onrecord.load.joining import join, shared
from onrecord.load.swallowed import unswallowed


@dataclass(frozen=True, slots=True)
class Export:
    """One format.

    Attributes:
        name: as messages call it.
        told: whether a text, or a page where `page`, bears its marks.
        split: its articles in order, each read or the reason why it is not.
    """

    name: str
    told: Callable[[str], bool]
    split: Callable[[str], Iterable[Article | Unreadable]]
    page: bool = False


# the first that tells a file as its own splits it
EXPORTS = (
    Export("Europresse", europresse.told, europresse.split, page=True),
    Export("Factiva", factiva_page.told, factiva_page.split, page=True),
    Export("ProQuest", proquest.told, proquest.split),
    Export("Nexis Uni", nexis.told, nexis.split),
    Export("LexisNexis", lexisnexis.told, lexisnexis.split),
    Export("Factiva", factiva_index.told, factiva_index.split),
    Export("Factiva", factiva.told, factiva.split),
    Export("Gale", gale.told, gale.split),
    Export("EBSCO", ebsco.told, ebsco.split),
    Export("NewsBank", newsbank.told, newsbank.split),
)
# what a page must hold before its text is looked at
PAGES = (
    "DOCFULL",
    "DOCUMENTS",
    "LexisNexis",
    "End of Document",
    "ProQuest",
    "NewsBank",
    "Gale ",
    "EBSCO",
    "ebscohost",
    "Accession Number",
)


def told(text: str) -> Export | None:
    """The export that a text is, if it is one."""
    return next((each for each in EXPORTS if not each.page and each.told(text)), None)


def articles(item: Item) -> Iterator[Item]:
    """The articles of a file's text where it is an export, else the item itself.

    Raises:
        Unreadable: it bears an export's marks, but no article can be told in it.
    """
    if not isinstance(item, Draft):
        yield item
    elif (found := told(item.text)) is not None:
        yield from _drafts(item.path, found, found.split(item.text))
    elif name := traced(item.text):
        raise Unreadable(f"looks like an export of {name}, but no article is told in it")
    else:
        yield item


def on_page(path: str, page: str) -> Iterator[Item] | None:
    """The articles of an export that was saved as a page; None where it is none.

    Raises:
        Unreadable: when asked for the first article, as `articles`.
    """
    for each in EXPORTS:
        if each.page and each.told(page):
            return _drafts(path, each, each.split(page))
    if not any(mark in page for mark in PAGES):
        return None
    text = markup.plain(unswallowed(page))
    found = told(text)
    return None if found is None else _drafts(path, found, found.split(text))


def _drafts(path: str, export: Export, found: Iterable[Article | Unreadable]) -> Iterator[Item]:
    count, every = 0, list(found)
    like = shared([each.body for each in every if isinstance(each, Article)])
    for count, each in enumerate(every, 1):
        label = f"{path}#{count}"
        if isinstance(each, Unreadable):
            yield Rejected(label, str(each))
        elif not each.body.strip():
            yield Rejected(label, "has a title but no text" if each.title else "is empty")
        else:
            facts = each.facts()
            # agencies sign below their first lines
            body, facts["author"] = signed(join(each.body, like), facts["author"])
            yield Draft(label, compose(each.title, body), each.title, **facts)
    if not count:
        raise Unreadable(f"looks like an export of {export.name}, but no article is told in it")
