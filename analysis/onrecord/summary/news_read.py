"""Findings that rest on readings of the model: told only where a direction is clear."""

from __future__ import annotations

from onrecord.day import written
from onrecord.summary.drift import drift
from onrecord.summary.finding import BARS, Bar, Finding
from onrecord.summary.pairs import pairs
from onrecord.summary.words import counted, interval, signed
from onrecord.tables import Tables

MISREAD = "The model's own misreading is not counted in."


def direction(tables: Tables) -> Finding | None:
    """The widest direction of a speaker that is clear."""
    every = pairs(tables)
    every = every[every.voice == "speaker"]
    clear = every[every.clear]
    if clear.empty:
        return None
    clear = clear.reindex(clear.value.abs().sort_values(ascending=False, kind="stable").index)
    top = clear.iloc[0]
    side = "for" if top.value > 0 else "against"
    number = f"{len(clear)} pairs show" if len(clear) > 1 else "One pair shows"
    sentence = (
        f"{number} a clear direction; the widest: {top.teller} reads as {side} "
        f"{top.target} ({counted(int(top['count']), 'statement')} in "
        f"{counted(int(top.articles), 'article')}, mean {signed(top.value)}, "
        f"{interval(top.low, top.high)}). {MISREAD}"
    )
    bars = tuple(
        Bar(f"{row.teller} {'for' if row.value > 0 else 'against'} {row.target}",
            abs(row.value), signed(row.value))
        for row in clear.head(BARS).itertuples()
    )  # fmt: skip
    return Finding("direction", sentence, bars, top.evidence)


def change(tables: Tables) -> Finding | None:
    """The speaker's position that clearly moved the most."""
    every = drift(tables)
    clear = every[every.clear.astype(bool)]
    if clear.empty:
        return None
    top = clear.loc[clear.change.abs().idxmax()]
    way = "more favourable to" if top.change > 0 else "harsher on"
    sentence = (
        f"Since {written(every.attrs['at'])} {top.teller} reads as {way} {top.target} than "
        f"before (mean {signed(top.before)}, then {signed(top.after)}). {MISREAD}"
    )
    bars = (
        Bar("before", abs(top.before), signed(top.before)),
        Bar("after", abs(top.after), signed(top.after)),
    )
    return Finding("change", sentence, bars, f"{top.evidence_after} {top.evidence_before}")
