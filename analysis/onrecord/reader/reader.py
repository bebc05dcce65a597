"""The reader: attributions' spans in texts, and stance toward marked targets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.errors import ModelError
from onrecord.reader.decode import best_tags, eager, rules, spans
from onrecord.reader.encode import Encoding, Page, Row, Span
from onrecord.reader.links import links
from onrecord.reader.names import NameTags
from onrecord.reader.network import TASKS, Network
from onrecord.reader.reading import Name, Reading, Tagged
from onrecord.reader.vectors import Judge, Vectors
from onrecord.reader.words import Vocabulary

SHIPPED = Path(__file__).parent / "weights"
TOWARD = ("favor", "against", "none")
MEASURED = {
    "source": "sources found, exact-match F1 (PolNeAR dev)",
    "cue": "cues found, exact-match F1 (PolNeAR dev)",
    "content": "contents found, exact-match F1 (PolNeAR dev)",
    "links": "contents with the right cue and source, % (PolNeAR dev)",
    "newsmtsc": "stance toward a target, macro-F1 (NewsMTSC dev)",
    "dse": "stance between two actors, macro-F1 (DSE dev)",
}
BETWEEN = ("favor", "against", "favor_back", "against_back", "none")


class Reader:
    """The model with its vocabulary, ready to read.

    >>> reader = Reader.load()
    >>> text = '"We will vote no," Ann Lee said on Monday.'
    >>> [(each.role, text[each.start : each.end]) for each in reader.read([text])[0].spans]
    [('content', '"We will vote no,"'), ('source', 'Ann Lee'), ('cue', 'said')]
    """

    def __init__(self, folder: Path) -> None:
        """Open the weights in a folder; `Reader.load` keeps them open for later calls."""
        try:
            self._model: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"{folder} holds no readable model.json.") from error
        self._encoding = Encoding(Vocabulary(folder / self._model["tokenizer"]))
        tasks = [task for task in TASKS if task in self._model]
        files = {self._model[task]["file"] for task in tasks}
        opened = {name: Network(folder / name, self._model["batch"]) for name in files}
        # a run must be able to tell other weights of the same name
        digest = hashlib.sha256()
        for name in ("model.json", *sorted(files)):
            digest.update((folder / name).read_bytes())
        self._hash = digest.hexdigest()[:8]
        steps, first = rules(self._model["tags"]["labels"])
        learnt = [
            np.array(self._model["tags"][name], np.float32) for name in ("steps", "first", "last")
        ]
        self._transitions: tuple[np.ndarray, np.ndarray, np.ndarray]
        self._transitions = (steps + learnt[0], first + learnt[1], learnt[2])
        self._eager = eager(*self._transitions, self._model["tags"]["labels"])
        self._networks = {task: opened[self._model[task]["file"]] for task in tasks}
        names = self._model.get("names")
        self._names = NameTags(names) if names else None
        self._judge = Judge.of(self._model["judge"]) if "judge" in self._model else None

    @classmethod
    def load(cls, folder: str | Path | None = None) -> Reader:
        """The reader with the weights of a folder; the same folder is opened once.

        Args:
            folder: with `model.json` and the files it names; None for the shipped weights.

        Raises:
            ModelError: the folder lacks a file, or holds one that cannot be run.
        """
        return _opened(Path(folder).resolve() if folder else SHIPPED)

    @property
    def name(self) -> str:
        """Name of the weights and a hash of them, for a run's provenance."""
        return f"{self._model['name']} ({self._hash})"

    @property
    def accuracy(self) -> dict[str, float]:
        """Figures of these weights on public dev data, in percent, by what was measured.

        Empty where the weights come without: they are measured when they are made.
        """
        measured = self._model.get("dev", {}).get("int8", {})
        return {name: measured[key] for key, name in MEASURED.items() if key in measured}

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Find sources, cues and contents.

        Args:
            texts: articles of any length, also empty; lines are paragraphs.

        Returns:
            One reading per text, in the order of the texts.
        """
        labels = self._model["tags"]["labels"]
        pages, words = self._words(texts)
        if not len(words):
            return [Reading(()) for _ in texts]
        chances = _softmax(words[:, : len(labels)])
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
            names, vectors = self._more(texts[len(readings)], page, words[part])
            readings.append(Reading(tuple(found), links, faint, names, vectors))
        return readings

    def _more(
        self, text: str, page: Page, words: np.ndarray
    ) -> tuple[tuple[Name, ...], Vectors | None]:
        """Names, and the vectors of words, for weights that have them."""
        if self._names is None or self._judge is None:
            return (), None
        at = len(self._model["tags"]["labels"]) + 2 * self._model["tags"]["links"]
        who = self._model["who"]["size"]
        cuts = np.cumsum([at, len(self._names.labels), who, who])
        _, names, speaks, named, parts = np.split(words, cuts, axis=1)
        found = self._names(text, page, names)
        of_parts = parts.reshape(len(parts), 3, parts.shape[1] // 3)
        return found, Vectors(page.starts, page.ends, speaks, named, of_parts, self._judge)

    def _words(self, texts: Sequence[str]) -> tuple[list[Page], np.ndarray]:
        """The pages of texts, and what the network says of their words, one row each."""
        task = self._model["tags"]
        sizes = (task["words"], task["pieces"], task.get("row", 0), task.get("beside", 0))
        pages = [self._encoding.page(text, *sizes) for text in texts]
        rows = [row for page in pages for row in page.rows]
        if not rows:
            return pages, np.zeros((0, len(task["labels"])), dtype=np.float32)
        groups = [number for number, page in enumerate(pages) for _ in page.rows]
        return pages, np.concatenate(self._networks["tags"](rows, "tags", groups))

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

    def toward(
        self,
        texts: Sequence[str],
        targets: Sequence[Span],
        groups: Sequence[int] | None = None,
    ) -> np.ndarray:
        """Stance that each text conveys toward its target.

        Args:
            texts: sentences, or longer; of a long text the part round the target is read.
            targets: one `(start, end)` per text, inside it.
            groups: number of each text's group, such as its article; a result depends on
                the other texts of its group a little, on others never. None: one group.

        Returns:
            float32 (texts, 3), probabilities of favor, against and none.
        """
        size = self._model["toward"]["pieces"]
        pairs = zip(texts, targets, strict=True)
        rows = [self._encoding.marked(text, target, None, size) for text, target in pairs]
        return self._classify(rows, "toward", TOWARD, groups)

    def between(
        self,
        texts: Sequence[str],
        sources: Sequence[Span],
        targets: Sequence[Span],
        groups: Sequence[int] | None = None,
    ) -> np.ndarray:
        """Stance of each text's source toward its target, and back.

        Args:
            texts: sentences, or longer; of a long text the part round the spans is read.
            sources: one `(start, end)` per text, inside it.
            targets: likewise.
            groups: see `toward`.

        Returns:
            float32 (texts, 5), probabilities of favor and against (source toward target),
            favor_back and against_back (target toward source), and none.
        """
        size = self._model["between"]["pieces"]
        triples = zip(texts, sources, targets, strict=True)
        rows = [self._encoding.marked(t, target, source, size) for t, source, target in triples]
        return self._classify(rows, "between", BETWEEN, groups)

    def statement(
        self,
        texts: Sequence[str],
        speakers: Sequence[Span],
        targets: Sequence[Span],
        groups: Sequence[int] | None = None,
        own: Sequence[bool] | None = None,
    ) -> np.ndarray:
        """Whether each text's speaker takes a side for or against its target.

        Args:
            texts: statements, written as the weights have learnt to read them: by
                `onrecord.stance.statement.shown`.
            speakers: one `(start, end)` per text, inside it.
            targets: likewise.
            groups: see `toward`.
            own: whether each target is the body for which the speaker speaks, which people
                seldom stand against: how seldom is counted on labelled articles. None: never.

        Returns:
            float32 (texts, 3), probabilities of favor, against and none.

        Raises:
            ModelError: the weights were never asked this.
        """
        if "statement" not in self._model:
            raise ModelError(f"The weights {self.name} do not know a speaker's side.")
        size = self._model["statement"]["pieces"]
        triples = zip(texts, speakers, targets, strict=True)
        rows = [self._encoding.marked(t, target, source, size) for t, source, target in triples]
        chances = self._classify(rows, "statement", TOWARD, groups)
        if own is not None and any(own):
            odds = np.array(self._model["statement"]["own"], dtype=np.float32)
            chances = np.where(np.array(own)[:, None], chances * odds, chances)
            chances /= chances.sum(1, keepdims=True)
        return chances

    def weighed(self, sides: np.ndarray, conveyed: np.ndarray) -> np.ndarray:
        """Sides with a second opinion: what the target's sentence conveys by itself.

        It counts for less than the statement does, by a weight that comes with the weights.

        Args:
            sides: float32 (pairs, 3), from `statement`.
            conveyed: float32 (pairs, 3), from `toward`.

        Returns:
            float32 (pairs, 3), probabilities of favor, against and none.
        """
        task = self._model["statement"]
        moved = sides * conveyed ** (task.get("conveyed", 0.0) / task["temperature"])
        return (moved / moved.sum(1, keepdims=True)).astype(np.float32)

    @property
    def side(self) -> float:
        """Probability from which a speaker's side is given; a less likely one is `none`."""
        return float(self._model.get("statement", {}).get("side", 0.0))

    @property
    def judging(self) -> float:
        """Probability of a side from which an outlet's own words judge; 0 where it is not told."""
        return float(self._model.get("statement", {}).get("judging", 0.0))

    def _classify(
        self,
        rows: Sequence[Row],
        task: str,
        labels: Sequence[str],
        groups: Sequence[int] | None,
    ) -> np.ndarray:
        if not rows:
            return np.zeros((0, len(labels)), dtype=np.float32)
        model = self._model[task]
        logits = np.concatenate(self._networks[task](rows, task, groups)) / model["temperature"]
        return _softmax(logits)[:, [model["labels"].index(label) for label in labels]]


@lru_cache(maxsize=4)
def _opened(folder: Path) -> Reader:
    return Reader(folder)


def _softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return (raised / raised.sum(-1, keepdims=True)).astype(np.float32)
