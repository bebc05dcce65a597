"""Notebooks run in this process, for tests of what pages do; kernels have tests of their own."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from importlib import import_module

import plotly.io as pio
import pytest
from IPython.core.displayhook import CapturingDisplayHook
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.parameterize import parameterize_notebook
from traitlets.config import Config

from onrecord.display.sentences import KEPT
from onrecord.errors import ReportError
from onrecord.report import notebooks


@contextlib.contextmanager
def in_this_process() -> Iterator[pytest.MonkeyPatch]:
    """Pages are rendered without a kernel, which takes seconds to start."""
    with pytest.MonkeyPatch.context() as patch:
        for name, way in (("run_all", "at_once"), ("render_one", "execute")):
            patch.setattr(import_module(f"onrecord.report.{name}"), way, execute)
        yield patch


def execute(notebook, parameters, *, kernel=None, output=None, seconds=None) -> NotebookNode:
    """As `onrecord.report.execute.execute`."""
    node = notebooks.read(notebook)
    notebooks.check(node, parameters)
    node.metadata["papermill"] = {}
    for cell in node.cells:
        cell.metadata.setdefault("tags", [])
    node = parameterize_notebook(node, parameters, kernel_name="python3", language="python")
    with _shell(kernel is not None and kernel.beside) as shell:
        for cell in node.cells:
            if cell.cell_type == "code":
                given: list[dict] = []  # what the last line is worth
                shell.display_trap.hook = CapturingDisplayHook(shell=shell, outputs=given)
                with capture_output() as held:
                    ran = shell.run_cell(cell.source)
                if not ran.success:
                    raise ReportError(str(ran.error_before_exec or ran.error_in_exec))
                shown = [(each.data, each.metadata) for each in held.outputs]
                shown += [(each["data"], each["metadata"]) for each in given]
                cell.outputs = [
                    new_output("display_data", data=data, metadata=more or {})
                    for data, more in shown
                    if data
                ]
                if held.stdout:
                    cell.outputs.insert(0, new_output("stream", text=held.stdout))
                cell.metadata["papermill"] = {"status": "completed"}
    return node


@contextlib.contextmanager
def _shell(beside: bool) -> Iterator[InteractiveShell]:
    before = pio.renderers.default
    with pytest.MonkeyPatch.context() as patch:
        if beside:
            patch.setenv(KEPT, "beside")
        pio.renderers.default = "plotly_mimetype"
        shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
        try:
            yield shell
        finally:
            shell.restore_sys_module_state()  # it stood in for __main__
            InteractiveShell.clear_instance()
            pio.renderers.default = before
