"""One of our notebooks, run in a single request: what a page of a site is made of.

papermill waits for the kernel cell by cell, which takes a fifth of a small page's time. The
notebooks are ours, so what is asked of them is known: each cell is Python, shows what it has to
show, and the first that fails refuses the page.
"""

from __future__ import annotations

import asyncio
from typing import Any

import nbformat
from jupyter_core.utils import run_sync
from nbformat import from_dict

from onrecord.display.cells import RUN
from onrecord.errors import ReportError
from onrecord.report import notebooks
from onrecord.report.execute import SECONDS, sentence
from onrecord.report.kernel import WAIT, Kernel, LocalManager

LOOK = 2.0  # seconds after which it is seen whether the kernel still runs


def at_once(
    kind: str, parameters: dict[str, object], *, kernel: Kernel, seconds: int = SECONDS
) -> nbformat.NotebookNode:
    """Run one of our notebooks to its end.

    Args:
        kind: one of `notebooks.KINDS`.
        parameters: values for the cell tagged `parameters`; unknown names are refused.
        kernel: that runs it.
        seconds: the longest that all cells may take.

    Returns:
        The notebook with its outputs.

    Raises:
        ReportError: the parameters are wrong, a cell failed, or the kernel died.
    """
    node = notebooks.read(kind)
    notebooks.check(node, parameters)
    _given(node, parameters)
    cells = [cell for cell in node.cells if cell.cell_type == "code"]
    sources = [cell.source for cell in cells]
    code = f"from onrecord.display.cells import run_cells\nrun_cells({sources!r})"
    manager = kernel.ready()
    try:
        told = run_sync(_asked)(manager, code, seconds)
    except (TimeoutError, RuntimeError) as error:
        kernel.stop()
        raise ReportError(f"The notebook stopped: {error or 'it took too long.'}") from error
    if told["failed"]:
        raise ReportError(sentence(*told["failed"]))
    for cell, shown in zip(cells, told["shown"], strict=True):
        cell.outputs = [_output(of) for of in shown]
    return node


def _given(node: nbformat.NotebookNode, parameters: dict[str, object]) -> None:
    """A cell with the values, behind the one that has the defaults, as papermill does."""
    at = next(
        n for n, cell in enumerate(node.cells) if "parameters" in cell.metadata.get("tags", [])
    )
    lines = [f"{name} = {value!r}" for name, value in parameters.items()]
    node.cells.insert(at + 1, _cell("\n".join(lines)))


def _cell(source: str) -> nbformat.NotebookNode:
    return from_dict({"cell_type": "code", "metadata": {}, "source": source, "outputs": []})


def _output(of: dict[str, Any]) -> nbformat.NotebookNode:
    """An output as the kernel told it: that it is one need not be checked of each page."""
    if "stdout" in of:
        return from_dict({"output_type": "stream", "name": "stdout", "text": of["stdout"]})
    told = {"data": of["data"], "metadata": of["metadata"]}
    return from_dict({"output_type": "display_data", **told})


async def _asked(manager: LocalManager, code: str, seconds: int) -> dict[str, Any]:
    """What the cells showed, once all have run.

    Raises:
        RuntimeError: the kernel died, or told nothing.
        TimeoutError: it took too long.
    """
    found: list[dict] = []

    def heard(message: dict) -> None:
        data = message["content"].get("data", {})
        if message["msg_type"] == "display_data" and RUN in data:
            found.append(data[RUN])

    client = manager.client()
    if not client.channels_running:
        client.start_channels()
        await client.wait_for_ready(timeout=WAIT)
    asking = asyncio.ensure_future(
        client.execute_interactive(
            code, store_history=False, allow_stdin=False, output_hook=heard, timeout=seconds
        )
    )
    while not (await asyncio.wait([asking], timeout=LOOK))[0]:
        if not await manager.is_alive():
            asking.cancel()
            raise RuntimeError("the kernel died.")
    await asking
    if not found:
        raise RuntimeError("it told nothing.")
    return found[0]
