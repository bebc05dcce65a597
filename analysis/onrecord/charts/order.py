"""In which order the rows and columns of a matrix stand: by camp, by likeness or by number."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import ReportError
from onrecord.summary.words import listed

ORDERS = ("camp", "likeness", "number")
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """A mark: places of its column and row, mean and number of statements."""

    x: int
    y: int
    value: float
    count: int


@dataclass(frozen=True, slots=True)
class Order:
    """Rows and columns in order; `camps` is empty where none is known or asked for."""

    rows: list[str]
    columns: list[str]
    camps: list[str]
    how: str

    @property
    def words(self) -> str:
        """What a caption says of it."""
        if self.how == "camp":
            return f"Ordered by camp, as your actors.yaml says: {listed(self.camps)}."
        return "Rows and columns with like means stand together." if self.how == "likeness" else ""


def arranged(
    cells: Sequence[Cell],
    rows: list[str],
    columns: list[str],
    sides: Mapping[str, str],
    order: str | None,
) -> Order:
    """Rows and columns in order.

    Args:
        cells: the marks, places as the names stand in `rows` and `columns`.
        rows: names, those with the most statements first.
        columns: likewise.
        sides: name -> its camp.
        order: `camp`, `likeness` or `number`; None for camps where any is known, else likeness.

    Raises:
        ReportError: there is no such order.
    """
    if order not in (None, *ORDERS):
        raise ReportError(f"There is no order {order!r} of a matrix; there are {listed(ORDERS)}.")
    camps = [c for c in dict.fromkeys(sides.get(name) for name in [*rows, *columns]) if c]
    how = order or "camp"
    if how == "camp" and not camps:
        how = "likeness"
    if how == "number":
        return Order(rows, columns, [], how)
    down, across = likeness(cells, len(rows), len(columns))

    def rank(name: str) -> int:
        side = sides.get(name) if how == "camp" else None
        return camps.index(side) if side else len(camps)

    def put(names: list[str], at: list[float]) -> list[str]:
        found = sorted(
            range(len(names)),
            key=lambda n: (rank(names[n]), -math.floor(at[n] * 1e6 + 0.5), n),
        )
        return [names[n] for n in found]

    return Order(put(rows, down), put(columns, across), camps if how == "camp" else [], how)


def likeness(cells: Sequence[Cell], rows: int, columns: int) -> tuple[list[float], list[float]]:
    """Where each row and column lies on the line along which the means differ most.

    Rows and columns are averaged over each other in turn, weighted by statements (power
    iteration towards the first pair of singular vectors); the column with the most statements
    lies at the upper end. What no chain of statements joins with it stays at 0.

    >>> likeness([Cell(0, 0, 0.5, 4), Cell(0, 1, -0.5, 4), Cell(1, 1, 0.5, 4)], 2, 2)[0][0] > 0
    True
    """
    if not cells:
        return [0.0] * rows, [0.0] * columns
    down, across = [0.0] * rows, [1.0] + [0.0] * (columns - 1)
    for _ in range(ROUNDS):
        down = _averaged([(of.y, of, across[of.x]) for of in cells], rows)
        across = _averaged([(of.x, of, down[of.y]) for of in cells], columns)
        most = max(map(abs, across))
        if not most:
            break
        across = [at / most for at in across]
    if across[0] < 0:
        return [-at for at in down], [-at for at in across]
    return down, across


def _averaged(parts: Iterable[tuple[int, Cell, float]], length: int) -> list[float]:
    """Of each place the mean of value times the other's average, weighted by statements."""
    sums, counts = [0.0] * length, [0] * length
    for place, of, other in parts:
        sums[place] += of.count * of.value * other
        counts[place] += of.count
    return [total / n if n else 0.0 for total, n in zip(sums, counts, strict=True)]


def camp_lines(rows: list[str], columns: list[str], sides: Mapping[str, str]) -> list[dict]:
    """Lines between camps, as plotly's shapes."""

    def ends(names: list[str]) -> list[int]:
        return [n for n in range(1, len(names)) if sides.get(names[n]) != sides.get(names[n - 1])]

    right, below = len(columns) - 0.4, len(rows) - 0.4
    return [
        *({"type": "line", "x0": -0.6, "x1": right, "y0": n - 0.5, "y1": n - 0.5}
          for n in ends(rows)),
        *({"type": "line", "x0": n - 0.5, "x1": n - 0.5, "y0": -0.6, "y1": below}
          for n in ends(columns)),
    ]  # fmt: skip
