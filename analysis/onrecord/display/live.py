"""What answers inside JupyterLab: tables that sort and search, marks that show their sentences."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from onrecord.display.fragment import element
from onrecord.safe import for_script

# in the order in which they need each other
SCRIPTS = ("make.js", "tables.js", "lab.js")
MARKS = ("make.js", "reads.js", "marks.js")


def live(rows: str, data: dict) -> str:
    """A table's markup with its data and the script that brings it to life.

    Where scripts do not run (a notebook that is not trusted) the first rows stay as they are.
    JupyterLab alone is shown this; a page drops the script and has its own.

    Args:
        rows: the first rows, as markup.
        data: as `display.table` makes it.
    """
    written = for_script(json.dumps(data, separators=(",", ":")))
    key = _key(written)
    held = f'<script type="application/json">{written}</script>'
    run = f"<script>{script(SCRIPTS).replace('KEY_OF_THE_TABLE', key)}</script>"
    return element("div", rows, class_="or-table", data_live=key) + held + run


def clickable(packed: str) -> str:
    """What lets a click on a mark of any chart of the notebook show its sentences.

    Args:
        packed: rows of evidence as columns, in base64; nothing in it could end an element.
    """
    key = _key(packed)
    held = f'<script type="text/plain">{packed}</script>'
    run = f"<script>{script(MARKS).replace('KEY_OF_THE_ROWS', key)}</script>"
    return element("div", data_marks=key, hidden=True) + held + run


def _key(written: str) -> str:
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:16]


@cache
def script(names: tuple[str, ...]) -> str:
    """A script, before it knows which element is its own."""
    here = Path(__file__).parent
    parts = [(here / name).read_text("utf-8") for name in names]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"
