"""Stance of marked pairs as tables, for scripts that bring texts of their own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from onrecord.errors import SpanError
from onrecord.reader import BETWEEN, TOWARD, Reader
from onrecord.stance.again import second_opinion
from onrecord.stance.scores import decide
from onrecord.stance.shapes import Span
from onrecord.stance.statement import shown


def stance_towards(texts: Sequence[str], targets: Sequence[Span]) -> pd.DataFrame:
    """Stance that each text conveys toward its target.

    Args:
        texts: sentences or longer texts; of a long one the part round the target is read.
        targets: one `(start, end)` per text, offsets into it, half open.

    Returns:
        One row per text, in order: `label` (favor, against or none, the likeliest) and the
        probabilities `favor`, `against` and `none`, float64.

    Raises:
        SpanError: the lengths differ, or a span is empty or not inside its text.

    >>> text = "The corrupt mayor lied to the court again."
    >>> stance_towards([text], [(12, 17)]).label[0]
    'against'
    """
    texts, targets = _strings(texts), _spans("targets", texts, targets)
    return _frame(Reader.load().toward(texts, targets), TOWARD)


def stance_between(
    texts: Sequence[str], sources: Sequence[Span], targets: Sequence[Span]
) -> pd.DataFrame:
    """Stance of each text's source toward its target, and of the target back.

    Args:
        texts: sentences or longer texts; of a long one the parts round the spans are read.
        sources: one `(start, end)` per text, offsets into it, half open.
        targets: likewise.

    Returns:
        One row per text, in order: `label` (the likeliest of the five) and the
        probabilities `favor` and `against` (source toward target), `favor_back` and
        `against_back` (target toward source) and `none`, float64.

    Raises:
        SpanError: the lengths differ, or a span is empty or not inside its text.

    >>> text = "Ann Lee attacked Tom Roy for his failed policy."
    >>> stance_between([text], [(0, 7)], [(17, 24)]).label[0]
    'against'
    """
    texts = _strings(texts)
    sources, targets = _spans("sources", texts, sources), _spans("targets", texts, targets)
    return _frame(Reader.load().between(texts, sources, targets), BETWEEN)


def stance_of_speakers(
    texts: Sequence[str],
    speakers: Sequence[str],
    targets: Sequence[Span],
    contents: Sequence[Span] | None = None,
    cues: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Whether each speaker takes a side for or against the target, by words that are the speaker's.

    Args:
        texts: sentences or longer texts.
        speakers: a name for each.
        targets: one `(start, end)` per text, offsets into it, half open.
        contents: likewise, where the speaker's own words stand; by default the whole text.
        cues: the words that attribute ("accused"), one per text; by default none.

    Returns:
        One row per text, in order: `label` (favor, against or none; a side that is not likely
        enough is none) and the probabilities `favor`, `against` and `none`, float64.

    Raises:
        SpanError: the lengths differ, or a span is empty or not inside its text.
        ModelError: the weights were never asked this.

    >>> text = "Tom Roy has betrayed this town."
    >>> stance_of_speakers([text], ["Ann Lee"], [(0, 7)]).label[0]
    'against'
    """
    texts, targets = _strings(texts), _spans("targets", texts, targets)
    whole = [(0, len(text)) for text in texts]
    own = whole if contents is None else _spans("contents", texts, contents)
    said = [""] * len(texts) if cues is None else list(cues)
    if len(speakers) != len(texts) or len(said) != len(texts):
        raise SpanError(f"There are {len(texts)} texts; each needs one speaker and one cue.")
    reader = Reader.load()
    made = [
        shown(text, [(0, len(text))], [part], target, name, cue)
        for text, name, target, part, cue in zip(texts, speakers, targets, own, said, strict=True)
    ]
    columns = zip(*made, strict=True) if made else ([], [], [])
    sides = reader.statement(*(list(column) for column in columns))
    chances = second_opinion(sides, list(zip(texts, targets, strict=True)), reader)
    frame = _frame(chances, TOWARD)
    frame["label"] = pd.Series([decide(row, reader.side) for row in chances], dtype="str")
    return frame


def _frame(chances: np.ndarray, labels: Sequence[str]) -> pd.DataFrame:
    likeliest = [labels[i] for i in chances.argmax(1)]
    frame = pd.DataFrame({"label": pd.Series(likeliest, dtype="str")})
    for at, label in enumerate(labels):
        frame[label] = chances[:, at].astype("float64")
    return frame


def _strings(texts: Sequence[str]) -> list[str]:
    if isinstance(texts, str):
        raise SpanError("One text was given where a list of texts is wanted.")
    for number, text in enumerate(found := list(texts)):
        if not isinstance(text, str):
            raise SpanError(f"Text {number} is not a string but {type(text).__name__}.")
    return found


def _spans(name: str, texts: Sequence[str], spans: Sequence[Span]) -> list[Span]:
    given = list(spans)
    if len(given) != len(texts):
        raise SpanError(
            f"There are {len(texts)} texts but {len(given)} {name}; each text needs one."
        )
    checked = []
    for number, (text, span) in enumerate(zip(texts, given, strict=True)):
        try:
            start, end = (int(offset) for offset in span)
        except (TypeError, ValueError):
            raise SpanError(f"{name}[{number}] is {span!r}, not a (start, end) pair.") from None
        if not 0 <= start < end <= len(text):
            raise SpanError(
                f"{name}[{number}] is ({start}, {end}), which is not a span of its text of "
                f"{len(text)} characters."
            )
        checked.append((start, end))
    return checked
