"""All cells of a notebook in one request: a site's pages do not wait for a message a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

RUN = "application/vnd.onrecord.run+json"  # what the cells show, and which failed


def run_cells(sources: Sequence[str]) -> None:
    """Run cells in this kernel, up to the first that fails, and publish what they show.

    Args:
        sources: of the cells, in order.
    """
    from IPython.core.getipython import get_ipython
    from IPython.utils.capture import capture_output

    from onrecord.charts.shown import show_as_data

    shell: Any = get_ipython()
    show_as_data(shell)
    shown: list[list[dict]] = []
    failed = None
    for source in sources:
        with capture_output() as captured:
            result = shell.run_cell(source, store_history=False)
        # what shows itself, as a figure does, leaves an empty one behind
        made = [
            {"data": of["data"], "metadata": of.get("metadata") or {}}
            for of in captured._outputs
            if of["data"]
        ]
        if captured.stdout:
            made.insert(0, {"stdout": captured.stdout})
        shown.append(made)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            failed = [type(error).__name__, str(error)]
            break
    shell.display_pub.publish({RUN: {"shown": shown, "failed": failed}})
