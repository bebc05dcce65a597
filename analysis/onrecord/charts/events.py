"""Events that the user names, as lines across a chart of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from onrecord.charts import theme
from onrecord.day import written
from onrecord.safe import clip, text_for_figure
from onrecord.summary.words import counted, listed

LEVELS, LINE = 3, 15  # heights at which labels stand, and pixels from one to the next
LABELLED, LABEL = 8, 26  # events that keep their label beside the number; its characters
LATE = 0.66  # part of the time after which a label stands before its line


@dataclass(frozen=True, slots=True)
class Drawn:
    """Events in a chart: what is added to its layout, to its top margin and to its caption."""

    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    room: int = 0
    words: str = ""

    @property
    def layout(self) -> dict[str, Any]:
        """Shapes and annotations; nothing where no event is drawn."""
        if not self.shapes:
            return {}
        return {"shapes": self.shapes, "annotations": self.annotations}


def drawn(events: Sequence[Sequence[str]] | None, first: pd.Timestamp, last: pd.Timestamp) -> Drawn:
    """The events between two days, numbered in order of time.

    Args:
        events: day (ISO) and label of each.
        first: beginning of the time that is drawn.
        last: its end.

    >>> drawn([["2031-03-02", "Treaty"]], pd.Timestamp("2031-03-01"), pd.Timestamp("2031-03-09")
    ... ).words
    ' Events: 1 Treaty (2 Mar 2031). Events come from your file; a line is no cause.'
    """
    if not events:
        return Drawn()
    start, end = first.normalize(), last.normalize()
    every = sorted((str(day)[:10], str(label)) for day, label in events)
    inside = [(day, label) for day, label in every if start <= pd.Timestamp(day) <= end]
    shapes, annotations, told = [], [], []
    for number, (day, label) in enumerate(inside):
        at = pd.Timestamp(day)
        late = (at - start) > LATE * (end - start)
        name = f" {clip(label, LABEL)}" if len(inside) <= LABELLED else ""
        shapes.append({
            "type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper",
            "line": {"color": theme.QUIET, "width": 1.5, "dash": "dot"},
        })  # fmt: skip
        annotations.append({
            "name": "event", "x": day, "y": 1, "yref": "paper", "yanchor": "bottom",
            "yshift": LINE * (number % LEVELS), "xanchor": "right" if late else "left",
            "showarrow": False, "text": text_for_figure(f"{number + 1}{name}"),
            "font": {"size": 11},
        })  # fmt: skip
        told.append(f"{number + 1} {label} ({written(at, short=True)})")
    left = len(every) - len(inside)
    words = f" Events: {listed(told)}." if told else ""
    words += f" {counted(left, 'event')} of other days not drawn." if left else ""
    room = LINE * min(len(inside), LEVELS)
    return Drawn(
        shapes, annotations, room, f"{words} Events come from your file; a line is no cause."
    )
