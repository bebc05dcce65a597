"""The reader: attributions' spans in texts, and stance toward marked targets."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from onrecord.errors import ModelError
from onrecord.reader.articles import Articles
from onrecord.reader.encode import Span
from onrecord.reader.reading import Reading
from onrecord.reader.sides import with_large
from onrecord.reader.weights import Weights

SHIPPED = Path(__file__).parent / "weights"
QUICK = "quick"  # the small network alone
READERS = {QUICK: Path(__file__).parent / QUICK}
CHOSEN = "ONRECORD_READER"
TOWARD = ("favor", "against", "none")
BETWEEN = ("favor", "against", "favor_back", "against_back", "none")
LABELS = {"toward": TOWARD, "between": BETWEEN, "statement": TOWARD, "sides": TOWARD}


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
            folder: with `model.json` and the files it names, or "quick" for the weights that
                ship without the large network; None for what `ONRECORD_READER` says,
                or else for all that ships.

        Raises:
            ModelError: the folder lacks a file, or holds one that cannot be run.
        """
        chosen = folder or os.environ.get(CHOSEN, "").strip() or SHIPPED
        return _opened(READERS.get(str(chosen)) or Path(chosen).resolve())

    @property
    def name(self) -> str:
        """Name of the weights and a hash of them, for a run's provenance."""
        return self._weights.name

    @property
    def accuracy(self) -> dict[str, float]:
        """Figures of these weights on public dev data, in percent, by what was measured.

        Empty where the weights come without: they are measured when they are made.
        """
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
                the other texts of its group a little, on others never. None: one group.

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

        Where the weights hold a large network, it is asked as well unless the small one is sure
        of no side, and the mean of their logarithms is taken.

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
        chances = self._asked("statement", texts, speakers, targets, groups)
        if not narrated and "sides" in self._weights.model:

            def ask(some: Sequence[int]) -> np.ndarray:
                return self._asked(
                    "sides",
                    [texts[i] for i in some],
                    [speakers[i] for i in some],
                    [targets[i] for i in some],
                    None if groups is None else [groups[i] for i in some],
                )

            chances = with_large(chances, self._weights.model["sides"], ask)
        if own is not None and any(own):
            odds = np.array(self._weights.model["statement"]["own"], dtype=np.float32)
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
        temperature = self._weights.model["statement"]["temperature"]
        moved = sides * conveyed ** (self.conveyed / temperature)
        return (moved / moved.sum(1, keepdims=True)).astype(np.float32)

    @property
    def conveyed(self) -> float:
        """What a second opinion weighs; 0 where the weights want none."""
        return self._of_sides("conveyed")

    @property
    def side(self) -> float:
        """Probability from which a speaker's side is given; a less likely one is `none`."""
        return self._of_sides("side")

    @property
    def judging(self) -> float:
        """Probability of a side from which an outlet's own words judge; 0 where it is not told."""
        return float(self._weights.model.get("statement", {}).get("judging", 0.0))

    def _of_sides(self, name: str) -> float:
        """A setting of speakers' sides: the large network's own, where there is one."""
        model = self._weights.model
        return float({**model.get("statement", {}), **model.get("sides", {})}.get(name, 0.0))

    def _asked(
        self,
        task: str,
        texts: Sequence[str],
        sources: Sequence[Span | None],
        targets: Sequence[Span],
        groups: Sequence[int] | None,
    ) -> np.ndarray:
        size, marked = self._weights.model[task]["pieces"], self._weights.encoding.marked
        triples = zip(texts, sources, targets, strict=True)
        rows = [marked(text, target, source, size) for text, source, target in triples]
        return self._weights.classify(rows, task, LABELS[task], groups)


@lru_cache(maxsize=4)
def _opened(folder: Path) -> Reader:
    return Reader(folder)
