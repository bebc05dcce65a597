"""A sample checked in a notebook: blind, by keys, on where it stopped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from onrecord.audit.asking import Asking
from onrecord.audit.beside import FOLDER
from onrecord.review.box import MOST, box
from onrecord.review.conflicts import names_of
from onrecord.tables import Tables

PANEL = ("text.js", "ask.js", "wire.js", "blind.js")


def check(store: str | Path, into: str | Path | None = None, *, who: str = "") -> Any:
    """Ask for each statement of a drawn sample, in JupyterLab, VS Code and elsewhere.

    Each answer is a line of `answers.jsonl` beside the sheet before the next statement is shown;
    `read` takes it with the sheet. What was answered there or here before is not asked again.

    Args:
        store: folder that `onrecord analyse` wrote.
        into: the folder of `draw`; by default `audit` in the store.
        who: who answers.

    Returns:
        A widget; its `session` goes through the statements.

    Raises:
        AnalysisError: anywidget is not installed, or no sample was drawn there.
    """
    tables = Tables.open(store)
    asking = Asking(tables, into if into is not None else Path(store) / FOLDER, who)
    names = names_of(tables)[:MOST]
    return box(PANEL, asking, names, asking.shown, partial(asking.take, names=names))
