"""Links to other articles on a page: cards, lists and single lines, taken out of its tree."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from onrecord.load.trees import HEADINGS, Counted, drop, line

CARD = 90  # words of a teaser, at most
LINK = 0.9  # share of the letters of a link or a list of links that are linked, at least
OVER_WORDS = 12  # of a heading over other articles, at most
MOST = 0.5  # share of a page's unlinked letters in teasers; more are a digest, and its text
# a heading over other articles
OVER = re.compile(
    r"(?:more|other|top|latest|popular|trending|recommended|related|recent|similar|featured)"
    r"(?: \S+){0,3} (?:stories|articles|news|posts|content|reads?|coverage|headlines|topics|videos"
    r"|links)"
    r"|(?:related|recommended)(?: (?:for you|to this|by \S+))?|more (?:from|on|about|in"
    r"|like)\b.{0,60}"
    r"|(?:read|see|watch) (?:more|next|also)(?: from .{0,40})?|you (?:may"
    r"|might) (?:also )?(?:like|enjoy"
    r"|be interested in).*|(?:most|best) (?:read|viewed|popular|watched|shared|commented)\b.{0,30}"
    r"|(?:more )?must[- ]reads?\b.{0,40}|editor'?s'? (?:picks?|choice)|don'?t miss"
    r"|trending(?: now)?"
    r"|(?:the )?latest (?:from|on|in)\b.{0,60}"
    r"|what to read next|up next|in case you missed it|keep reading|popular now|also (?:read"
    r"|on)\b.*"
    r"|more information"
    r"|explore (?:more|further)\b.*|further reading|elsewhere|from our partners|around the web"
    r"|sponsored(?: (?:stories|content|links))?|promoted(?: (?:stories|content))?",
    re.I,
)


def without_teasers(tree: Any, counted: Counted) -> set[str]:
    """Take out cards and lists of links to other articles, and lines that are one link.

    Args:
        tree: a page, which is changed.
        counted: what its elements hold.

    Returns:
        The lines, since a text that the page declares may hold them, too.
    """
    lines = _lines(tree, counted)
    said = {line(node.text_content()) or "" for node in lines}
    found = [*_cards(tree, counted), *_lists(tree, counted), *_under(tree, counted), *lines]
    if sum(map(counted.plain, dict.fromkeys(found))) > MOST * counted.plain(tree):
        return set()
    for node in found:
        drop(node)
    return said - {""}


def _cards(tree: Any, counted: Counted) -> list[Any]:
    """Boxes around a linked headline, where some stand beside each other."""
    found = (_card(node, counted) for node in tree.iter(*HEADINGS))
    boxes = list(dict.fromkeys(box for box in found if box is not None))
    kinds = Counter((box.getparent(), box.tag, box.get("class")) for box in boxes)
    # a card of its own kind of element stands in any place
    cards = [box for box in boxes if box.tag == "article" or box.find(".//article") is not None]
    more = set(cards) if len(cards) > 1 else set()
    return [
        box for box in boxes
        if kinds[box.getparent(), box.tag, box.get("class")] > 1
        or box in more or counted.linked(box) >= LINK
    ]  # fmt: skip


def _card(heading: Any, counted: Counted) -> Any | None:
    """The largest box of few words that holds this linked headline and no other."""
    if counted.linked(heading) < LINK:
        return None
    box = heading
    while (outer := box.getparent()) is not None and outer.tag not in ("body", "main"):
        if counted.headings(outer) > 1 or counted.words(outer) > CARD:
            break
        box = outer
    return None if box is heading else box


def _lists(tree: Any, counted: Counted) -> list[Any]:
    """Lists whose entries are links and nothing else."""
    return [
        node
        for node in tree.iter("ul", "ol")
        if len(node) > 1 and counted.linked(node) >= LINK and counted.words(node) > len(node)
    ]


def _under(tree: Any, counted: Counted) -> list[Any]:
    """Headings over other articles, and what stands under them in their box."""
    found = []
    for node in tree.iter(*HEADINGS, "strong", "span", "p", "header"):
        if not 0 < counted.words(node) <= OVER_WORDS or len(node) > 2:
            continue
        said = line(node.text_content()) or ""
        if not OVER.fullmatch(said.rstrip(":").replace("’", "'")):
            continue
        found.append(node)
        if (outer := next(node.iterancestors("p"), None)) is not None:
            said_only = len("".join(said.split())) >= counted.plain(outer)
            found += [outer] if said_only else []
        below = node
        while (below := below.getnext()) is not None and (
            counted.linked(below) >= 0.7 or not counted.words(below)
        ):
            found.append(below)
    return found


def _lines(tree: Any, counted: Counted) -> list[Any]:
    """Paragraphs that are one link to another article, and no sentence."""
    found = []
    for node in tree.iter("p", "a"):
        if not 3 < counted.words(node) < 30 or counted.linked(node) < LINK:
            continue
        outer = node.getparent()
        if outer is None or (node.tag == "a" and (outer.tag != "div" or not _stands_alone(node))):
            continue
        if node.text_content().strip()[-1:] not in '.!?”"':
            found.append(node)
    return found


def _stands_alone(node: Any) -> bool:
    """Whether a line is no part of a run of text."""
    before = node.getprevious()
    tail = (before.tail if before is not None else node.getparent().text) or ""
    return not tail.strip() and not (node.tail or "").strip()
