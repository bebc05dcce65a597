"""Trees of pages: how many words and linked letters an element holds, counted once."""

from __future__ import annotations

from typing import Any

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
LEADS_NOWHERE = ("#", "mailto:")


class Counted:
    """What each element of a tree held when it was counted; elements may be taken out later.

    One pass counts all, since pages nest deeper than any walk from each element could afford.

    >>> import lxml.html
    >>> page = '<div><p>Both <a href="/x">sides</a> left.</p><h2>No</h2></div>'
    >>> tree = lxml.html.fromstring(page)
    >>> counted = Counted(tree)
    >>> counted.words(tree), counted.headings(tree), round(counted.linked(tree[0]), 2)
    (4, 1, 0.36)
    """

    def __init__(self, tree: Any) -> None:
        nodes = list(tree.iter())
        self._at = {node: at for at, node in enumerate(nodes)}
        outer = [self._at.get(node.getparent(), -1) for node in nodes]
        inside = _linked(nodes, outer)
        count = len(nodes)
        self._words, self._letters = [0] * count, [0] * count
        self._linked, self._headings = [0] * count, [0] * count
        for at in range(count - 1, -1, -1):  # what is inside comes before what holds it
            node, above = nodes[at], outer[at]
            if isinstance(node.tag, str):
                self._add(at, node.text, inside[at])
                self._headings[at] += node.tag in HEADINGS
            if above >= 0:
                self._words[above] += self._words[at]
                self._letters[above] += self._letters[at]
                self._linked[above] += self._linked[at]
                self._headings[above] += self._headings[at]
                self._add(above, node.tail, inside[above])

    def words(self, node: Any) -> int:
        """Words in an element."""
        return self._words[self._at[node]]

    def headings(self, node: Any) -> int:
        """Headings below the first rank in an element, itself included."""
        return self._headings[self._at[node]]

    def linked(self, node: Any) -> float:
        """The share of an element's letters that are links to other pages."""
        at = self._at[node]
        return self._linked[at] / self._letters[at] if self._letters[at] else 0.0

    def plain(self, node: Any) -> int:
        """Letters in an element that are no links to other pages."""
        at = self._at[node]
        return self._letters[at] - self._linked[at]

    def _add(self, at: int, text: str | None, linked: bool) -> None:
        if text and (words := text.split()):
            letters = sum(map(len, words))
            self._words[at] += len(words)
            self._letters[at] += letters
            self._linked[at] += letters * linked


def _linked(nodes: list[Any], outer: list[int]) -> list[bool]:
    """Whether each element is a link to another page, or inside one."""
    found = [False] * len(nodes)
    for at, node in enumerate(nodes):  # those outside come first
        leads = node.tag == "a" and not (node.get("href") or "#").startswith(LEADS_NOWHERE)
        found[at] = leads or (outer[at] >= 0 and found[outer[at]])
    return found


def drop(node: Any) -> None:
    """Empty an element; what stands behind it stays.

    To take it out would join what stands around it, each time anew.
    """
    node.clear(keep_tail=True)


def line(text: str | None) -> str | None:
    """A text on one line; None where it is empty."""
    return " ".join((text or "").split()) or None
