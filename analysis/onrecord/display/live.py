"""What makes a table answer inside JupyterLab: sorting, searching, CSV, by the page's script."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from onrecord.display.fragment import element

SCRIPTS = ("make.js", "tables.js", "lab.js")  # in the order in which they need each other
# JSON inside a script element: nothing in it may end the element or open a comment
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def live(rows: str, data: dict) -> str:
    """A table's markup with its data and the script that brings it to life.

    Where scripts do not run (a notebook that is not trusted) the first rows stay as they are.
    JupyterLab alone is shown this; a page drops the script and has its own.

    Args:
        rows: the first rows, as markup.
        data: as `display.table` makes it.
    """
    written = json.dumps(data, separators=(",", ":")).translate(ESCAPES)
    key = hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:16]
    held = f'<script type="application/json">{written}</script>'
    run = f"<script>{script().replace('KEY_OF_THE_TABLE', key)}</script>"
    return element("div", rows, class_="or-table", data_live=key) + held + run


@cache
def script() -> str:
    """The script of a table, before it knows which."""
    here = Path(__file__).parent
    parts = [(here / name).read_text("utf-8") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"
