"""What a page declares of its article for machines: JSON-LD and the tags of its head."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onrecord.load import dates, markup
from onrecord.load.authors import authors
from onrecord.load.shown_day import shown_day

KINDS = re.compile(r"(?:\w*Article|\w*Posting|Report|Review|\w*NewsStory)$")
PROPERTIES = (
    *("article:published_time", "article:published", "og:published_time", "datepublished"),
    *("og:article:published_time", "og:pubdate", "rnews:datepublished", "parsely-pub-date"),
    *("iso-8601-publish-date", "cxenseparse:recs:publishtime", "dc.date.issued", "dc.date"),
    *("dc.date.created", "dcterms.date", "dcterms.created", "dc.created"),
    *("citation_publication_date", "citation_online_date", "pubdate", "pub_date", "pdate"),
    *("publishdate", "publish-date", "publish_date", "publication_date", "publication-date"),
    *("published_at", "date_published", "originalpublicationdate", "article_date_original"),
    *("displaydate", "sailthru.date", "date", "article.published", "ptime", "bt:pubdate"),
)
STAMP = re.compile(rb'"datePublished"\s*:\s*("(?:[^"\\]|\\.)*")')
LINK = re.compile(r"(?:https?://|www\.|@)\S+$")
WRAPPED = re.compile(
    r"\A\s*(?:<!--|(?://\s*|/\*\s*)?<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?)"
    r"[\s;]*\Z"
)
COMMA = re.compile(r",(\s*[}\]])")
DEEP = 6  # levels of nested objects that are looked into


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself.

    Attributes:
        article: the JSON-LD object of the article; empty without one.
        tags: content of the head's tags, by lower-case name.
        published: the declared date, in UTC.
    """

    article: dict[str, Any]
    tags: dict[str, str]
    published: datetime | None

    @property
    def publisher(self) -> str | None:
        """Name of the publisher in the JSON-LD."""
        return _name(self.article.get("publisher"))

    @property
    def authors(self) -> str | None:
        """Names of the persons who wrote it, or of the desk where there are none."""
        given = self.article.get("author") or self.article.get("creator") or []
        each = given if isinstance(given, list) else [given]
        desks = [one for one in each if _is_desk(one)]
        names = [_name(one) for one in each if one not in desks] or [_name(one) for one in desks]
        plain = [name for name in names if name and not LINK.match(name)]
        return authors("; ".join(plain)) if plain else None

    @property
    def body(self) -> str:
        """The article's text in the JSON-LD, a paragraph a line."""
        body = self.article.get("articleBody")
        if isinstance(body, list):
            body = "\n".join(each for each in body if isinstance(each, str))
        if not isinstance(body, str):
            return ""
        if not markup.is_markup(body):
            body = html.unescape(body).replace("\xa0", " ").strip()
        return markup.plain(body) if markup.is_markup(body) else body

    @property
    def locked(self) -> bool:
        """Whether it says that not everyone may read it."""
        return str(self.article.get("isAccessibleForFree")).lower() == "false"


def declared(tree: Any, stamp: str | None = None) -> Declared:
    """Read a page's declarations.

    Args:
        tree: the page, parsed.
        stamp: what `stamp_of` found in its source.
    """
    tags: dict[str, str] = {}
    for node in tree.iter("meta", "time"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        tags.setdefault(name.lower(), node.get("content") or node.get("datetime") or "")
    article = _article(tree)
    stamps = [article.get("datePublished"), stamp, *(tags.get(name) for name in PROPERTIES)]
    published = next((date for each in stamps if each and (date := dates.parse(each))), None)
    return Declared(article, tags, published or shown_day(tree))


def stamp_of(page: bytes) -> str | None:
    """The first date of publication in a page's source, wherever a program keeps it."""
    found = STAMP.search(page)
    if not found:
        return None
    try:
        value = json.loads(found[1].decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    return str(value)


def _article(tree: Any) -> dict[str, Any]:
    found = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        content = _loaded(script.text)
        found += [each for each in _objects(content) if _is_article(each)]
    # the page's own before those it links to
    return max(found, key=lambda each: len(str(each.get("articleBody") or "")), default={})


def _loaded(text: str) -> Any:
    r"""The JSON of a script, though it stands in a comment, has commas too many, or escaped signs.

    >>> _loaded('//<![CDATA[\n{"a": [1, 2,],}\n//]]>'), _loaded("{&quot;a&quot;: 1}"), _loaded("{")
    ({'a': [1, 2]}, {'a': 1}, None)
    """
    for attempt in range(3):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            text = COMMA.sub(r"\1", WRAPPED.sub("", html.unescape(text) if attempt else text))
    return None


def _objects(content: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEP:
        return
    if isinstance(content, list):
        for each in content:
            yield from _objects(each, depth + 1)
    elif isinstance(content, dict):
        yield content
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(content.get(name), depth + 1)


def _is_article(content: dict[str, Any]) -> bool:
    kinds = content.get("@type")
    return any(KINDS.match(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _is_desk(value: Any) -> bool:
    return isinstance(value, dict) and "Organization" in str(value.get("@type"))


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str) and value.lstrip()[:1] == "{":  # an object, printed as text
        try:
            value = json.loads(value, strict=False)
        except (ValueError, RecursionError):
            return None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = "; ".join(each for each in value if isinstance(each, str))
    if not isinstance(value, str):
        return None
    # some programs write signs as pages do, or twice over
    return " ".join(html.unescape(html.unescape(value)).split()) or None
