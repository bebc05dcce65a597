"""The parts of a page that its declared text confirms: its paragraphs, and nothing else."""

from __future__ import annotations

from typing import Any

from onrecord.load import markup

SHORT = 16  # letters of a line that may stand in any text
MOST = 300_000_000  # letters that are looked through
WHOLE = 0.9  # share of the declared words that the page must show


def confirmed(tree: Any, declared: str) -> str | None:
    """The page's paragraphs that stand in its declared text, in their order.

    Declared texts often have their paragraphs run together, and pages hold more than them.

    Args:
        tree: the page, parsed.
        declared: the text of its article as declared.

    Returns:
        None where the page does not show nearly all of the declared text.
    """
    wanted = _letters(declared)
    if not wanted:
        return None
    lines = _lines(tree)
    if len(lines) * len(wanted) > MOST:
        return None
    found: list[str] = []
    shown = place = 0
    for line in lines:
        key = _letters(line)
        at = wanted.find(key, place) if key else -1
        if at < 0 or (len(key) < SHORT and at > place):
            continue
        found.append(line)
        shown += len(key)
        place = at + len(key)
    return "\n".join(found) if shown >= WHOLE * len(wanted) else None


def _lines(tree: Any) -> list[str]:
    body = tree.find(".//body")
    text = markup.of_tree(tree if body is None else body)
    return [line for line in text.split("\n") if line.strip()]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
