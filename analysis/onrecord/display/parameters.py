"""A misspelt parameter fails the notebook: papermill itself only prints a line and goes on."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence
from difflib import get_close_matches

from onrecord.errors import ReportError

INJECTED = "# Parameters"  # how papermill begins the cell that it adds


def check_injected(known: Sequence[str], cells: Sequence[str] | None = None) -> None:
    r"""Refuse names that papermill put into the notebook and that it does not take.

    Args:
        known: the notebook's parameters.
        cells: sources of the cells run so far; by default this kernel's.

    Raises:
        ReportError: a name is unknown.

    >>> check_injected(["outlet"], ["# Parameters\noutlet = 'nyt'", "x = 3"])
    """
    for cell in _run_so_far() if cells is None else cells:
        for name in _assigned(cell) if cell.startswith(INJECTED) else ():
            if name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else ""
                raise ReportError(
                    f"The notebook takes no parameter {name!r}; it takes {', '.join(known)}.{hint}"
                )


def _run_so_far() -> Sequence[str]:
    if "IPython" not in sys.modules:
        return ()
    from IPython import get_ipython

    shell = get_ipython()
    return [str(cell) for cell in shell.user_ns.get("In", [])] if shell else ()


def _assigned(cell: str) -> list[str]:
    try:
        body = ast.parse(cell).body
    except SyntaxError:
        return []
    lines = [line for line in body if isinstance(line, ast.Assign)]
    return [to.id for line in lines for to in line.targets if isinstance(to, ast.Name)]
