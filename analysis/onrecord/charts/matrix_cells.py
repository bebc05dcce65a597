"""Which pairs a matrix draws, and in which row and column."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from onrecord.charts.order import Cell, Order, arranged
from onrecord.charts.voices import Voice
from onrecord.summary import camps, counted_pairs, pairs
from onrecord.summary.audited import Audit
from onrecord.tables import Tables


@dataclass(frozen=True, slots=True)
class Cells:
    """The marks of a matrix, and what is said of them."""

    voice: Voice
    cells: pd.DataFrame  # of `summary.pairs`, with x and y
    rows: list[str]  # tellers, from the top
    columns: list[str]
    left_out: int  # statements
    order: Order
    sides: dict[str, str]  # name -> camp
    fewest: int  # statements of a mark
    hidden: int  # pairs of these rows and columns with fewer
    audit: str  # how much was checked, for the caption


def matrix_cells(
    tables: Tables,
    voice: Voice,
    top: int,
    actors: int,
    order: str | None,
    least: int,
    audit: Audit | None,
) -> Cells:
    """The pairs that `charts.stance_matrix` and `charts.coverage_matrix` draw.

    Args:
        tables: an analysis, whole or selected.
        voice: whose statements.
        top: most rows.
        actors: most columns.
        order: as in `stance_matrix`.
        least: fewest statements of a mark; where no pair has so many, all are drawn.
        audit: as in `stance_matrix`.
    """
    every = counted_pairs(tables)
    every = every[every.voice == voice.key]
    # where no pair has so many, all are drawn
    fewest = least if (every["count"] >= least).any() else 1
    made = every[every["count"] >= fewest]
    busy = made.groupby("teller", sort=False)["count"].sum()
    rows = list(busy.sort_values(ascending=False, kind="stable").head(top).index)
    shown = made[made.teller.isin(rows)]
    of_target = shown.groupby("target", sort=False)["count"].sum()
    columns = list(of_target.sort_values(ascending=False, kind="stable").head(actors).index)
    shown = shown[shown.target.isin(columns)]
    rows = [name for name in rows if name in set(shown.teller)]  # none is drawn empty
    cells = pairs(tables, among=shown, audit=audit)
    placed = [
        Cell(columns.index(c.target), rows.index(c.teller), c.value, int(c.count_))
        for c in cells.rename(columns={"count": "count_"}).itertuples()
    ]
    sides = camps(tables.actors)
    put = arranged(placed, rows, columns, sides, order)
    down = {name: place for place, name in enumerate(put.rows)}
    across = {name: place for place, name in enumerate(put.columns)}
    cells = cells.assign(x=cells.target.map(across), y=cells.teller.map(down))
    few = every[every["count"] < fewest]
    hidden = int((few.teller.isin(rows) & few.target.isin(columns)).sum())
    left = int(every["count"].sum() - cells["count"].sum())
    said = cells.attrs.get("caption", "")
    return Cells(voice, cells, put.rows, put.columns, left, put, sides, fewest, hidden, said)
