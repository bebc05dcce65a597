"""The reader: attributions' spans in texts, and stance toward marked targets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.reader.articles import Articles
from onrecord.reader.encode import Span
from onrecord.reader.folders import chosen
from onrecord.reader.labels import LABELS
from onrecord.reader.reading import Reading
from onrecord.reader.sides import setting, told, weighed
from onrecord.reader.weights import Weights


class Reader:
    """The model with its vocabulary, ready to read.

    >>> reader = Reader.load()
    >>> text = '"We will vote no," Ann Lee said on Monday.'
    >>> [(each.role, text[each.start : each.end]) for each in reader.read([text])[0].spans]
    [('content', '"We will vote no,"'), ('source', 'Ann Lee'), ('cue', 'said')]
    """

    def __init__(self, folder: Path) -> None:
        """Open the weights in a folder; `Reader.load` keeps them open for later calls."""
        self._weights = Weights(folder)
        try:
            self._articles = Articles(self._weights)
        except KeyError as error:
            raise ModelError(f"model.json in {folder} lacks {error}.") from error

    @classmethod
    def load(cls, folder: str | Path | None = None) -> Reader:
        """The reader with the weights of a folder; the same folder is opened once.

        Args:
            folder: with `model.json` and the files it names, or "quick" for the small network
                alone; None for what `ONRECORD_READER` says, or else for all that ships.

        Raises:
            ModelError: the folder lacks a file, or holds one that cannot be run.
        """
        return _opened(chosen(folder))

    @property
    def name(self) -> str:
        """Name of the weights and a hash of them, for a run's provenance."""
        return self._weights.name

    @property
    def accuracy(self) -> dict[str, float]:
        """Figures of these weights on public dev data, in percent; empty where none came along."""
        return self._weights.accuracy

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Find sources, cues and contents.

        Args:
            texts: articles of any length, also empty; lines are paragraphs.

        Returns:
            One reading per text, in the order of the texts.
        """
        return self._articles.read(texts)

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
                its group's other texts a little, on others never. None: one group.

        Returns:
            float32 (texts, 3), probabilities of favor, against and none.
        """
        return self._asked("toward", texts, [None] * len(texts), targets, groups)

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
        return self._asked("between", texts, sources, targets, groups)

    def statement(
        self,
        texts: Sequence[str],
        speakers: Sequence[Span],
        targets: Sequence[Span],
        groups: Sequence[int] | None = None,
        own: Sequence[bool] | None = None,
        *,
        narrated: bool = False,
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
            narrated: the speakers are outlets, whom the small network alone has learnt to tell.

        Returns:
            float32 (texts, 3), probabilities of favor, against and none.

        Raises:
            ModelError: the weights were never asked this.
        """
        if "statement" not in self._weights.model:
            raise ModelError(f"The weights {self.name} do not know a speaker's side.")
        return told(
            self._weights.model,
            lambda task, some: self._asked(task, texts, speakers, targets, groups, some),
            None if own is None or not any(own) else own,
            narrated=narrated,
        )

    def weighed(self, sides: np.ndarray, conveyed: np.ndarray) -> np.ndarray:
        """Sides with a second opinion: what the target's sentence conveys by itself.

        It counts for less than the statement does, by a weight that comes with the weights.

        Args:
            sides: float32 (pairs, 3), from `statement`.
            conveyed: float32 (pairs, 3), from `toward`.

        Returns:
            float32 (pairs, 3), probabilities of favor, against and none.
        """
        temperature = self._weights.model["statement"]["temperature"]
        return weighed(sides, conveyed, self.conveyed / temperature)

    @property
    def conveyed(self) -> float:
        """What a second opinion weighs; 0 where the weights want none."""
        return setting(self._weights.model, "conveyed")

    @property
    def side(self) -> float:
        """Probability from which a speaker's side is given; a less likely one is `none`."""
        return setting(self._weights.model, "side")

    @property
    def judging(self) -> float:
        """Probability of a side from which an outlet's own words judge; 0 where it is not told."""
        return float(self._weights.model.get("statement", {}).get("judging", 0.0))

    def _asked(
        self,
        task: str,
        texts: Sequence[str],
        sources: Sequence[Span | None],
        targets: Sequence[Span],
        groups: Sequence[int] | None,
        some: Sequence[int] | None = None,
    ) -> np.ndarray:
        """What a task says of all texts, or of some by their numbers."""
        size, marked = self._weights.model[task]["pieces"], self._weights.encoding.marked
        some = range(len(texts)) if some is None else some
        rows = [marked(texts[i], targets[i], sources[i], size) for i in some]
        of = None if groups is None else [groups[i] for i in some]
        return self._weights.classify(rows, task, LABELS[task], of)


@lru_cache(maxsize=4)
def _opened(folder: Path) -> Reader:
    return Reader(folder)
