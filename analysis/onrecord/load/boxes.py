"""Boxes on a page that their names tell to be none of its article, taken out of its tree."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from onrecord.load.trees import Counted, drop

SHARE = 0.2  # of the words of all paragraphs: a larger box may hold the article
LEFT = 40  # words of the paragraphs outside a larger box that surely holds none of it
NAMES = ("class", "id", "data-component", "data-component-name", "data-testid", "data-qa",
         "aria-label", "role", "type", "data-module", "itemprop")  # fmt: skip
TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
ALONE = frozenset(
    ["ad", "ads", "adslot", "advert", "advertisement", "advertising", "banner", "bio",
     "biography", "breadcrumb", "breadcrumbs", "callout", "caption", "captions", "comments",
     "consent", "cookie", "cookies", "copyright", "credit", "credits", "cta", "disqus", "donate",
     "donation", "contribute", "factbox", "infobox", "hardwall", "hidden", "imagecaption",
     "marketing", "modal", "mpu", "newsletter",
     "newsletters", "nextpost", "nextstory",
     "outbrain", "overlay", "pagination", "paywall", "popular", "popup", "promo",
     "promos", "promotion", "pull", "pullquote", "recirc", "recirculation", "recommendation",
     "recommendations", "recommended", "regwall", "related", "relatedposts", "share",
     "sharedaddy", "sharing", "signup", "skip", "social", "speechkit", "sponsored", "taboola",
     "tags", "teaser", "teasers", "toolbar", "topics", "trending", "upsell", "whatsapp",
     "widget"]
)  # fmt: skip
PAIRS = frozenset(
    ["sign up", "more on", "media embed", "player placeholder", "fact box",
     "more from", "most read", "most popular", "most viewed", "read more",
     "read next", "next post", "next story", "see also", "author bio", "author box",
     "author note", "about author",
     "related content", "featured video", "image caption", "photo credit", "article tags",
     "post footer", "entry footer", "print only", "screen reader", "internallink", "up next",
     "must read", "key links", "video player", "tag list", "site video", "story footer",
     "twitter tweet", "twitter video", "instagram media", "tiktok embed", "wp embedded", "fb post",
     "fb video", "reddit embed", "reddit card", "bluesky embed", "mastodon embed", "imgur embed",
     "threads embed", "post media", "truthsocial embed", "telegram post"]
)  # fmt: skip
TAGS = ("div", "li", "section", "aside", "ul", "ol", "figure", "figcaption", "nav", "footer",
        "form", "p", "span", "h2", "h3", "h4", "b", "small", "time", "blockquote")  # fmt: skip
# of boxes with other articles, however many
OTHERS = frozenset(
    ["comments", "disqus", "nextpost", "nextstory", "outbrain", "recirc", "recirculation",
     "recommended", "related", "relatedposts", "taboola", "trending"]
)  # fmt: skip
OTHER_PAIRS = frozenset(
    ["most read", "most popular", "most viewed", "read next", "next post", "next story",
     "related content", "up next", "more from", "more on"]
)  # fmt: skip
# an article's own box may be named after what else it holds
OWN = frozenset(["article", "entry", "main", "page", "post", "story", "text"])
# what a post of a network says of itself at its end
POSTED = re.compile(r"[—–-]\s*[^—–]{2,60}\(@\w{2,30}\)\s+\S.{5,40}\d{4}\s*", re.S)
LETTER = 80  # words of a box with a form that asks for an address, at most
FIRST = 3  # parts of a name that are looked at
# of a whole page or a paragraph that may be locked, rather than of a box
BROAD = frozenset(
    ["paywall", "hidden", "overlay", "modal", "widget", "banner", "popular", "callout"]
)


# of what readers say; alone, "comment" may name a kind of article
COMMENT = re.compile(r"comment[-_]?(?:s|list|body|content|item|text|thread|wrap\w*)|faqs?", re.I)
# of boxes that ask for money or an address, which may be long
ASKING = frozenset(["newsletter", "newsletters", "signup", "donate", "donation", "contribute"])
ASKED = 0.4  # of the words of all paragraphs, at most
# of a part of the text as well, before a paywall: only what links elsewhere is another article
LINKING = frozenset(["teaser", "teasers"])
LINKED = 0.1  # of its letters


def without_boxes(tree: Any, counted: Counted) -> None:
    """Take out boxes for advertising, letters, sharing, captions and the like.

    Args:
        tree: a page, which is changed.
        counted: what its elements hold.
    """
    whole = sum(counted.words(node) for node in tree.iter("p"))
    for node in _letters(tree, counted):
        if counted.words(node) <= SHARE * whole:
            drop(node)
    for node in list(tree.iter(*TAGS)):
        words = counted.words(node)
        if not words or not (_apart(node) or _comments(node)):
            continue
        if _opens(node, counted):
            for name in ("class", "id"):  # trafilatura reads them as well
                node.attrib.pop(name, None)
            continue
        if words <= (ASKED if _asks(node) else SHARE) * max(1, whole):
            drop(node)
        elif node.tag in ("div", "section", "aside", "ul", "ol") and (
            _others(node) or _comments(node)
        ):
            inside = sum(counted.words(each) for each in node.iter("p"))
            if whole - inside >= LEFT and node.find(".//h1") is None:
                whole -= inside
                drop(node)


def _comments(node: Any) -> bool:
    """Whether an element holds what readers say, or is a list of questions beside the text."""
    if "FAQPage" in (node.get("itemtype") or ""):
        return True
    names = (node.get("class") or "").split()[:30]
    return (node.tag == "li" and "comment" in names) or any(map(COMMENT.fullmatch, names))


def _asks(node: Any) -> bool:
    """Whether a box is called after what it asks of readers, and surely is no article."""
    names = TOKEN.findall(f"{node.get('class') or ''} {node.get('id') or ''}"[:300])
    return not ASKING.isdisjoint(name.lower() for name in names)


def _opens(node: Any, counted: Counted) -> bool:
    """Whether a box called a teaser holds paragraphs and no links: the first of the article."""
    names = TOKEN.findall(f"{node.get('class') or ''} {node.get('id') or ''}"[:300])
    if LINKING.isdisjoint(name.lower() for name in names) or counted.linked(node) > LINKED:
        return False
    return counted.words(node) >= LEFT and len(node.findall(".//p")) > 1


def _letters(tree: Any, counted: Counted) -> list[Any]:
    """Boxes around the forms that ask readers for their address."""
    found = []
    for field in tree.iter("input"):
        named = f"{field.get('type') or ''} {field.get('name') or ''} {field.get('id') or ''}"
        box = field.getparent() if "email" in named.lower() else None
        while box is not None and box.tag not in ("div", "section", "aside", "form", "figure"):
            box = box.getparent()
        while box is not None and (outer := box.getparent()) is not None:
            if outer.tag not in TAGS or counted.words(outer) > LETTER or _of_article(outer):
                break
            box = outer
        if box is not None and box.tag in TAGS and counted.words(box) <= LETTER:
            found.append(box)
    return [box for box in found if not _of_article(box)]


def _of_article(node: Any) -> bool:
    names = TOKEN.findall(f"{node.get('class') or ''} {node.get('id') or ''}"[:300])
    return not OWN.isdisjoint(name.lower() for name in names)


def _others(node: Any) -> bool:
    """Whether a name tells that an element holds other articles, or what readers say."""
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    tokens = [[token.lower() for token in TOKEN.findall(each)] for each in names.split()[:30]]
    if any("body" in each or (not OWN.isdisjoint(each) and "content" in each) for each in tokens):
        return any(" ".join(each[:2]) in OTHER_PAIRS for each in tokens)
    return any(_begins_so(each) and not _of_all(each) for each in tokens if each)


def _begins_so(tokens: list[str]) -> bool:
    """Whether a name begins with what tells of other articles, or has a prefix before it."""
    for at in range(min(FIRST, len(tokens))):
        if tokens[at] in OTHERS or " ".join(tokens[at : at + 2]) in OTHER_PAIRS:
            return OWN.isdisjoint(tokens[:at])
    return False


def _apart(node: Any) -> bool:
    if node.tag in ("figcaption", "nav", "form"):
        return True
    if node.tag == "blockquote" and POSTED.search(node.text_content()[-120:]):
        return True
    for name in NAMES:
        value = node.get(name)
        if value and len(value) < 300 and _named(value, node.tag):
            return True
    return False


def _named(value: str, tag: str) -> bool:
    """Whether a name tells that an element stands apart.

    >>> _named("sd-related-posts", "div"), _named("article-body", "div"), _named("paywall", "p")
    (True, False, False)
    """
    for each in value.split():
        tokens = [token.lower() for token in TOKEN.findall(each)]
        found = ALONE.intersection(tokens)
        if found and not (found <= BROAD and tag in ("p", "span")) and not _of_all(tokens):
            return True
        pairs = (f"{one} {two}" for one, two in pairwise(tokens))
        if not PAIRS.isdisjoint(pairs):
            return True
    return False


def _of_all(tokens: list[str]) -> bool:
    """Whether a name tells what an article has or lacks: "has-related", "no-comments"."""
    return tokens[0] in ("has", "no", "with", "without", "is", "js", "hide", "show", "not")
