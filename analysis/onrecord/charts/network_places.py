"""Where the names, lines and marks of the network stand."""

from __future__ import annotations

import pandas as pd

ROUNDS = 4  # of the untangling
SPOTS = (0.5, 0.36, 0.64, 0.24, 0.76)  # where on its line a mark may stand
WIDE = 8.0  # rows that are as far as a line is long


def places(edges: pd.DataFrame) -> tuple[list[str], list[str]]:
    """An order of both sides with few crossings.

    The barycentre method (Sugiyama, Tagawa and Toda, 1981): each side in turn is sorted by
    the mean place of its neighbours. No chance is in it, ties go by name.
    """
    busy = edges.groupby("source")["count"].sum().sort_values(ascending=False, kind="stable")
    left = sorted(busy.index, key=lambda name: (-busy[name], name))
    right: list[str] = []
    for _ in range(ROUNDS):
        right = _sorted(edges, "target", "source", left)
        left = _sorted(edges, "source", "target", right)
    return left, _sorted(edges, "target", "source", left)


def _sorted(edges: pd.DataFrame, side: str, other: str, order: list[str]) -> list[str]:
    place = {name: number for number, name in enumerate(order)}
    given = edges.assign(at=edges[other].map(place) * edges["count"])
    of = given.groupby(side)
    centre = of["at"].sum() / of["count"].sum()
    return sorted(centre.index, key=lambda name: (centre[name], name))


def height_at(start: float, end: float, along: float) -> float:
    """Where a line that leaves and arrives level is, `along` of its way (0..1)."""
    return start + (end - start) * along * along * (3 - 2 * along)


def spots(ends: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A place on each line for its mark, as far from the marks before it as can be."""
    taken: list[tuple[float, float]] = []
    for start, end in ends:
        free = [(along, height_at(start, end, along)) for along in SPOTS]
        taken.append(
            max(
                free,
                key=lambda spot: min(
                    (max(abs(spot[0] - x) * WIDE, abs(spot[1] - y)) for x, y in taken), default=0
                ),
            )
        )
    return taken
