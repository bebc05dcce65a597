"""Rows in columns for a terminal, with the words of the article harmless."""

from __future__ import annotations

import textwrap

import pandas as pd

from onrecord.safe import line


def plain(text: object) -> str:
    r"""A text on one line that can neither colour nor command a terminal.

    >>> plain("a\x1b[31m b\nc")
    'a [31m b c'
    """
    return "" if pd.isna(text) else line(str(text))


def table(rows: pd.DataFrame, limit: int) -> str:
    """The first rows of a table, a line each, long texts cut."""
    shown = rows.head(limit).map(plain).map(lambda text: textwrap.shorten(text, 40))
    lines = [tuple(shown.columns), *shown.itertuples(index=False, name=None)]
    return "\n".join([*columns(lines), *left_out(len(rows), limit)])


def estimates(made: pd.DataFrame, limit: int) -> str:
    """The first rows of a table of numbers, a line each: two digits, shares in percent."""
    shares = {"share"} | ({"low", "high"} if "share" in made else set())

    def cell(name: str, value: object) -> str:
        if isinstance(value, float):
            if pd.isna(value):
                return "–"
            return f"{value:.0%}" if name in shares else f"{value:.2f}"
        if isinstance(value, pd.Timestamp):
            return day(value)
        if isinstance(value, int):
            return f"{value:,}"
        return textwrap.shorten(plain(value), 60)

    rows: list[tuple] = [tuple(made.columns)]
    for row in made.head(limit).itertuples(index=False, name=None):
        rows.append(tuple(map(cell, made.columns, row)))
    return "\n".join([*columns(rows), *left_out(len(made), limit)])


def columns(rows: list[tuple]) -> list[str]:
    """Rows as lines, the first column to the left and the others to the right."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def left_out(found: int, limit: int) -> list[str]:
    """How many rows are not shown, as a last line; no line where all are."""
    return [f"... and {found - limit:,} more (--limit)"] if found > limit else []


def day(moment: pd.Timestamp) -> str:
    """A day, or nothing where none is known."""
    return "" if pd.isna(moment) else f"{moment:%Y-%m-%d}"
