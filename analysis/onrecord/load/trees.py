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
        self._inside = self._linked_below(nodes)
        # words, letters, linked letters and headings of each element
        self._held: dict[Any, list[int]] = {node: [0, 0, 0, 0] for node in nodes}
        for node in reversed(nodes):
            held = self._held[node]
            if isinstance(node.tag, str):
                self._add(held, node.text, node in self._inside)
                held[3] += node.tag in HEADINGS
            outer = self._held.get(node.getparent())
            if outer is not None:
                for at, count in enumerate(held):
                    outer[at] += count
                self._add(outer, node.tail, node.getparent() in self._inside)

    def words(self, node: Any) -> int:
        """Words in an element."""
        return self._held[node][0]

    def headings(self, node: Any) -> int:
        """Headings below the first rank in an element, itself included."""
        return self._held[node][3]

    def linked(self, node: Any) -> float:
        """The share of an element's letters that are links to other pages."""
        _, letters, linked, _ = self._held[node]
        return linked / letters if letters else 0.0

    @staticmethod
    def _linked_below(nodes: list[Any]) -> set[Any]:
        found: set[Any] = set()
        for node in nodes:  # those outside come first
            leads = node.tag == "a" and not (node.get("href") or "#").startswith(LEADS_NOWHERE)
            if leads or node.getparent() in found:
                found.add(node)
        return found

    @staticmethod
    def _add(held: list[int], text: str | None, linked: bool) -> None:
        if text and (words := text.split()):
            letters = sum(map(len, words))
            held[0] += len(words)
            held[1] += letters
            held[2] += letters * linked


def drop(node: Any) -> None:
    """Empty an element; what stands behind it stays.

    To take it out would join what stands around it, each time anew.
    """
    node.clear(keep_tail=True)


def line(text: str | None) -> str | None:
    """A text on one line; None where it is empty."""
    return " ".join((text or "").split()) or None
