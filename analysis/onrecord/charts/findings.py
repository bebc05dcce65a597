"""What a chart found, in a sentence: the title of its frame. Counts, or a clear direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from onrecord.charts.voices import Voice
from onrecord.summary.words import counted, listed

TIED = 3  # names that are told where several are first


def widest(cells: pd.DataFrame, reads: Callable[[Any], tuple[str, str]], voice: Voice,
           noun: str) -> str:  # fmt: skip
    """The widest clear direction.

    Args:
        cells: estimates with value and clear.
        reads: what stands before "as against", and after it, of a row of `cells`.
        voice: whose words the ends of the scale are.
        noun: what a row of `cells` is.
    """
    clear = cells[cells.clear]
    among = counted(len(cells), noun)
    if clear.empty:
        return f"No clear direction in {among}"
    before, after = reads(cells.loc[clear.value.abs().idxmax()])
    side = voice.high if cells.value[clear.value.abs().idxmax()] > 0 else voice.low
    many = f"the widest of {len(clear):,} clear directions"
    told = many if len(clear) > 1 else "the one clear direction"
    return f"{before} as {side}{after}: {told} in {among}"


def most(names: Sequence[str], counts: Sequence[int], said: Callable[[str, bool], str]) -> str:
    """Who is first, the largest counts standing first; `said` of the names and whether several.

    >>> most(["Quist", "Lund"], [4, 4], lambda names, several: f"{names} lead: {several}")
    'Quist and Lund lead: True'
    """
    tied = [name for name, count in zip(names, counts, strict=True) if count == counts[0]]
    if len(tied) > TIED:
        return said(f"{len(tied):,} of them", True)
    return said(listed(tied), len(tied) > 1)
