"""Scores of words to the names of actors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from onrecord.reader.decode import best_tags, rules, spans
from onrecord.reader.encode import Page
from onrecord.reader.reading import Name
from onrecord.reader.weights import softmax

POSSESSIVE = re.compile(r"['’][sS]$|['’]$")


class NameTags:
    """Tags of the names of actors, by type, and what may follow what."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        """Take the labels and the learnt scores of steps from `model.json`."""
        self.labels: list[str] = given["labels"]
        steps, first = rules(self.labels)
        learnt = [np.array(given[name], dtype=np.float32) for name in ("steps", "first", "last")]
        self._transitions = (steps + learnt[0], first + learnt[1], learnt[2])

    def __call__(self, text: str, page: Page, scores: np.ndarray) -> tuple[Name, ...]:
        """Names of a text, in its order.

        Args:
            text: the article.
            page: its words and lines.
            scores: float32 (words, labels).
        """
        tags = best_tags(scores, page.lines, *self._transitions)
        found = []
        for each in spans(tags, softmax(scores), page.lines, self.labels, page.starts, page.ends):
            end = each.end - len(ending[0]) if (ending := ends(text, each.end)) else each.end
            if end > each.start:
                found.append(Name(each.start, end, each.role, each.confidence))
        return tuple(found)


def ends(text: str, end: int) -> re.Match[str] | None:
    """The possessive ending that stands before `end`, if one does.

    >>> [bool(ends(word, len(word))) for word in ("Voss's", "Voss", "Voss’")]
    [True, False, True]
    """
    return POSSESSIVE.search(text[max(end - 2, 0) : end])
