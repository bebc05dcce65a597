"""Every table: its columns, their dtypes, units and meaning.

The tables are a contract: scripts outside this package read them by these names.
Offsets are Python `str` indices into `articles.text`, half open, so that the evidence
behind any row is `text[start:end]`.
"""

from onrecord.schema.check import check, frame
from onrecord.schema.columns import FLOAT, INT, STR, TABLES, TIME, WHOLE, Column, names
from onrecord.schema.page import markdown, page

__all__ = [
    "FLOAT",
    "INT",
    "STR",
    "TABLES",
    "TIME",
    "WHOLE",
    "Column",
    "check",
    "frame",
    "markdown",
    "names",
    "page",
]
