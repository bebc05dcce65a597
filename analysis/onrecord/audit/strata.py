"""Which kinds of rows are drawn apart, and how many of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

LEAST = 4  # rows that must be drawn from a kind that stands apart
TWICE = 2.0  # how much oftener a doubtful row is drawn
BETWEEN = " / "


def kinds(rows: pd.DataFrame) -> list[pd.Series]:
    """What each row is, from fine to coarse: label, doubt and outlet; label and doubt; label."""
    label = rows.label.astype("str")
    doubt = np.where(rows.doubt, "doubtful", "sure")
    fine = label + BETWEEN + doubt
    outlet = rows.outlet.astype("str").fillna("no outlet")
    return [fine + BETWEEN + outlet, fine, label, pd.Series("any", index=rows.index)]


def divide(rows: pd.DataFrame, number: int) -> pd.Series:
    """The stratum of each row: as fine as the number to be drawn allows.

    A kind of which fewer than `LEAST` would be drawn goes with the others of the next coarser
    kind.

    Args:
        rows: with the columns label, doubt and outlet.
        number: how many are to be drawn.

    Returns:
        str, a name for each row.
    """
    wanted = _wanted(rows, number)
    made = pd.Series("", index=rows.index, dtype="str")
    for names in kinds(rows):
        open_ = made == ""
        enough = wanted[open_].groupby(names[open_]).sum()
        kept = names.isin(enough.index[enough >= LEAST])
        made = made.mask(open_ & kept, names)
    return made.mask(made == "", "any")


def assigned(rows: pd.DataFrame, names: Collection[str]) -> pd.Series:
    """The stratum of each row among those that were made, the finest that fits."""
    made = pd.Series("", index=rows.index, dtype="str")
    for each in kinds(rows):
        made = made.mask((made == "") & each.isin(list(names)), each)
    return made.mask(made == "", "any")


def sizes(rows: pd.DataFrame, stratum: pd.Series, number: int) -> Mapping[str, int]:
    """How many rows are drawn from each stratum: two at least, `number` in all.

    Args:
        rows: as for `divide`.
        stratum: its result.
        number: how many in all; all rows where there are fewer.
    """
    wanted = _wanted(rows, number).groupby(stratum).sum()
    held = stratum.value_counts().reindex(wanted.index)
    floor = np.minimum(held, 2)
    given = np.clip(np.floor(wanted), floor, held).astype(int)
    # what is left goes where most is wanting
    while given.sum() < min(number, int(held.sum())):
        short = (wanted - given).where(given < held, -np.inf)
        given[short.idxmax()] += 1
    while given.sum() > number and (given > floor).any():
        over = (given - wanted).where(given > floor, -np.inf)
        given[over.idxmax()] -= 1
    return {str(name): int(n) for name, n in given.items()}


def _wanted(rows: pd.DataFrame, number: int) -> pd.Series:
    weight = pd.Series(np.where(rows.doubt, TWICE, 1.0), index=rows.index)
    return (number * weight / weight.sum()).clip(upper=1.0)
