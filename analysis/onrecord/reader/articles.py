"""Articles read: words tagged and linked, names found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.reader.decode import best_tags, eager, rules, spans
from onrecord.reader.encode import Page, Row
from onrecord.reader.links import links
from onrecord.reader.look import Again, Look, Seen
from onrecord.reader.look_rows import Sizes
from onrecord.reader.names import NameTags
from onrecord.reader.reading import Name, Reading, Tagged
from onrecord.reader.vectors import Judge, Vectors
from onrecord.reader.weights import Weights, softmax


class Articles:
    """Reads articles with the weights' network of tags."""

    def __init__(self, weights: Weights) -> None:
        """Make the rules of tags ready.

        Args:
            weights: opened.
        """
        self._weights = weights
        self._model = weights.model
        steps, first = rules(self._model["tags"]["labels"])
        learnt = [
            np.array(self._model["tags"][name], np.float32) for name in ("steps", "first", "last")
        ]
        self._transitions: tuple[np.ndarray, np.ndarray, np.ndarray]
        self._transitions = (steps + learnt[0], first + learnt[1], learnt[2])
        self._eager = eager(*self._transitions, self._model["tags"]["labels"])
        names = self._model.get("names")
        self._names = NameTags(names) if names else None
        self._judge = Judge.of(self._model["judge"]) if "judge" in self._model else None
        self._again = self._looking()

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """As `Reader.read`."""
        labels = self._model["tags"]["labels"]
        pages, words = self._words(texts)
        if not len(words):
            return [Reading(()) for _ in texts]
        chances = softmax(words[:, : len(labels)])
        lines = [count for page in pages for count in page.lines]
        tags = best_tags(words[:, : len(labels)], lines, *self._transitions)
        more = best_tags(words[:, : len(labels)], lines, *self._eager)
        readings: list[Reading] = []
        at = 0
        for page in pages:
            part = slice(at, at + len(page.starts))
            at = part.stop
            of = (chances[part], page.lines, labels, page.starts, page.ends)
            found = spans(tags[part], *of)
            links = self._links(found, page, words[part])
            faint = tuple(spans(more[part], *of))
            text = texts[len(readings)]
            names, vectors = self._more(text, page, words[part])
            readings.append(Reading(tuple(found), links, faint, names, vectors, self._look(text)))
        return readings

    def _more(
        self, text: str, page: Page, words: np.ndarray
    ) -> tuple[tuple[Name, ...], Vectors | None]:
        """Names, and the vectors of words, for weights that have them."""
        if self._names is None or self._judge is None:
            return (), None
        _, names, speaks, named, parts = np.split(words, self._cuts(self._names), axis=1)
        found = self._names(text, page, names)
        of_parts = parts.reshape(len(parts), 3, parts.shape[1] // 3)
        return found, Vectors(page.starts, page.ends, speaks, named, of_parts, self._judge)

    def _cuts(self, names: NameTags) -> np.ndarray:
        """Columns at which tags, names, the vectors of who speaks and those of parts begin."""
        at = len(self._model["tags"]["labels"]) + 2 * self._model["tags"]["links"]
        who = self._model["who"]["size"]
        return np.cumsum([at, len(names.labels), who, who])

    def _look(self, text: str) -> Look | None:
        return None if self._again is None else Look(text, self._again)

    def _looking(self) -> Again | None:
        """How texts are looked at again: by the large network, if there is one."""
        name = "again" if "again" in self._model else "look"
        given = self._model.get(name)
        if given is None or self._names is None:
            return None
        described, alone = (_sizes(given.get(which, given)) for which in ("described", "alone"))
        sizes = _sizes(given), described, alone
        vocabulary = self._weights.encoding.vocabulary
        if name == "look":
            return Again(vocabulary, *sizes, self._seen, given["weight"])
        network, who = self._weights.networks[name], given["size"]

        def see(row: Row) -> Seen:
            words = network([row], name)[0]
            parts = words[:, 2 * who :].reshape(len(words), 3, -1)
            return Seen(words[:, :who], words[:, who : 2 * who], parts)

        judge = Judge.of(given["judge"])
        return Again(vocabulary, *sizes, see, given["weight"], judge, given["claim"])

    def _seen(self, row: Row) -> Seen:
        """What the network of tags says of a row."""
        assert self._names is not None  # asked where there are names alone
        cuts, words = self._cuts(self._names), self._weights.networks["tags"]([row], "tags")[0]
        return Seen(words[:, cuts[1] : cuts[2]], words[:, cuts[2] : cuts[3]])

    def _words(self, texts: Sequence[str]) -> tuple[list[Page], np.ndarray]:
        """The pages of texts, and what the network says of their words, one row each."""
        task = self._model["tags"]
        sizes = (task["words"], task["pieces"], task.get("row", 0), task.get("beside", 0))
        pages = [self._weights.encoding.page(text, *sizes) for text in texts]
        rows = [row for page in pages for row in page.rows]
        if not rows:
            return pages, np.zeros((0, len(task["labels"])), dtype=np.float32)
        groups = [number for number, page in enumerate(pages) for _ in page.rows]
        return pages, np.concatenate(self._weights.networks["tags"](rows, "tags", groups))

    def _links(self, found: Sequence[Tagged], page: Page, words: np.ndarray) -> dict:
        task = self._model["tags"]
        size = task.get("links")
        if not size or not found or not len(words):
            return {}
        vectors = words[:, len(task["labels"]) : len(task["labels"]) + 2 * size]
        first = np.searchsorted(page.ends, [span.start for span in found], side="right")
        first = np.minimum(first, len(words) - 1)
        last = np.searchsorted(page.starts, [span.end for span in found])
        last = np.maximum(last, first + 1)
        means = np.stack([vectors[a:b].mean(0) for a, b in zip(first, last, strict=True)])
        lines = np.searchsorted(np.cumsum(page.lines), first, side="right").tolist()
        return links(found, lines, means[:, :size], means[:, size:])


def _sizes(given: dict) -> Sizes:
    """How much a row shows, from `model.json`."""
    return Sizes(given["ids"], given["lead"], given["after"])
