"""Pages whose columns are cells of a table, as pages of the nineties and mails are laid out."""

from __future__ import annotations

from itertools import islice
from typing import Any

MOST = 50  # tables of a page that are looked at
LETTERS = 600  # of a cell that holds an article
SHARE = 0.5  # of a table's letters that stand in that cell
GROUPS = ("thead", "tbody", "tfoot")


def unlaid(tree: Any) -> None:
    """Make blocks of the tables that only lay a page out, in place; tables of data stay."""
    for table in list(islice(tree.iter("table"), MOST)):
        letters = len(table.text_content())
        if letters < LETTERS or table.find(".//th") is not None:
            continue
        groups = list(table.iterchildren(*GROUPS))
        rows = [row for part in (table, *groups) for row in part.iterchildren("tr")]
        cells = [cell for row in rows for cell in row.iterchildren("td")]
        if max((len(c.text_content()) for c in cells), default=0) >= max(LETTERS, SHARE * letters):
            for part in (table, *groups, *rows, *cells):
                part.tag = "div"
