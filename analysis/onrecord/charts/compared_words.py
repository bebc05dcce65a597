"""What the comparison says in words: values, differences, what it finds."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord.charts import marks
from onrecord.summary.audited import Audit
from onrecord.summary.directions import MIN_MEAN, MIN_STATEMENTS
from onrecord.summary.intervals import MIN_ARTICLES
from onrecord.summary.words import counted, points, signed

MEANS = {"stance": "mean stance", "coverage": "mean coverage"}


def apart(row: Any, of: str) -> str:
    """A difference in words, with its interval.

    Args:
        row: of `summary.compare`.
        of: what was compared.
    """
    number, unit = (points, " points") if of == "quotes" else (signed, "")
    said = f"difference {number(row.difference)}{unit}"
    if pd.isna(row.low):
        return f"{said}, no interval below {MIN_ARTICLES} articles"
    return f"{said}, 95% interval {number(row.low)} to {number(row.high)}"


def value(row: Any, side: str, of: str) -> str:
    """Its value on one side in words; args as `apart`."""
    number, count = float(row[side]), int(row[f"count_{side}"])
    articles = counted(int(row[f"articles_{side}"]), "article")
    if of == "quotes":
        return f"{number:.0%} ({int(row[f'part_{side}']):,} of {counted(count, 'quote')})"
    return f"{MEANS[of]} {signed(number)} ({counted(count, 'statement')} in {articles})"


def alt(row: Any, label: str, both: list[str], of: str) -> str:
    """A row as a reader of the page without its picture is told of it."""
    said = [f"{both[n]} {value(row, side, of)}" for n, side in enumerate(("one", "other"))]
    told = ", ".join([*said, apart(row, of)])
    return f"{both[0]} and {both[1]} side by side; {label}: {told}."


def finding(made: pd.DataFrame, labels: list[str], both: list[str], of: str) -> str:
    """The widest clear difference in a sentence without its full stop."""
    clear = made[made.clear.astype(bool)]
    if clear.empty:
        return f"No clear difference in {counted(len(made), 'row')}"
    at = clear.difference.abs().idxmax()
    values = [
        f"{name} {share:.0%}" if of == "quotes" else f"{name} {signed(share)}"
        for name, share in zip(both, clear.loc[at, ["one", "other"]], strict=True)
    ]
    label = labels[made.index.get_loc(at)]
    mean = "" if of == "quotes" else f" ({MEANS[of]})"
    many = f"the widest of {len(clear):,} clear differences"
    told = many if len(clear) > 1 else "a clear difference"
    return f"{label}: {values[0]}, {values[1]}{mean}; {told}"


def caption(drawn: int, left: int, clear: int, audit: Audit | None) -> str:
    """How the chart is read, and what is left out."""
    said = (
        f"At the right the difference, first less second; ✓ a clear one: both rest on "
        f"{MIN_ARTICLES} articles and {MIN_STATEMENTS} quotes or statements or more, and it is "
        f"{MIN_MEAN} ({points(MIN_MEAN).lstrip('+')} points) or more and no likely find by chance "
        f"among so many. That holds for {clear} of {counted(drawn, 'row')} drawn; pale marks may "
        f"be chance. {marks.misread(audit)}"
    )
    return said + (f" Not drawn: {counted(left, 'further row')}." if left else "")
