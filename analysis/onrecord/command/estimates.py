"""Estimates of an audit as a terminal shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.command.columns import plain

if TYPE_CHECKING:
    import pandas as pd


def side_by_side(made: pd.DataFrame) -> str:
    """The three estimates as a terminal shows them."""
    keys = list(made.columns[: list(made.columns).index("statements")])
    shown = made[keys].map(plain)
    shown["statements"], shown["checked"] = made.statements, made.checked
    for name, title in (
        ("model", "model alone"), ("labels", "labels alone"), ("corrected", "corrected"),
    ):  # fmt: skip
        ends = made[[name, f"{name}_low", f"{name}_high"]].itertuples(index=False)
        shown[title] = [
            "too few" if value != value or low != low else f"{value:z.2f} [{low:z.2f}, {high:z.2f}]"
            for value, low, high in ends
        ]
    shown["gain"] = [f"{gain:.1f}x" if gain == gain else "" for gain in made.gain]
    if "more" in made:
        known = made.corrected.notna()
        shown["more labels"] = [
            f"{more:,}" if there else "not by labels" if ok else ""
            for more, there, ok in zip(made.more, made.more.notna(), known, strict=True)
        ]
    return shown.to_string(index=False)


def right(made: pd.DataFrame) -> str:
    """How often the model was right, by kind of answer."""
    made = made[made.what != "all of it"]
    if made.empty:
        return "Nothing was checked yet: the column stance of the sheet is empty."
    shown = made[["what", "kind"]].map(plain)
    shown["right"] = [
        f"{row.right:.0%}" + (f" [{row.low:.0%}, {row.high:.0%}]" if row.low == row.low else "")
        for row in made.itertuples()
    ]
    shown["checked"] = made.checked
    return shown.to_string(index=False)
