"""Run a notebook under papermill, to its end or not at all."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from onrecord import errors
from onrecord.errors import ReportError
from onrecord.ownership import write_file
from onrecord.report import notebooks
from onrecord.report.kernel import WAIT, Kernel

SECONDS = 600  # per cell
logging.getLogger("papermill").setLevel(logging.ERROR)
# these speak to the user already; any other exception is named as well
_OURS = {name for name in vars(errors) if name.endswith("Error")}


def execute(
    notebook: str | Path,
    parameters: dict[str, object],
    *,
    kernel: Kernel | None = None,
    output: Path | None = None,
    seconds: int = SECONDS,
) -> nbformat.NotebookNode:
    """Run a notebook to its end.

    Args:
        notebook: one of `notebooks.KINDS`, or a path.
        parameters: values for the cell tagged `parameters`; unknown names are refused.
        kernel: a kernel to use; by default one of its own.
        output: where the notebook is kept with its outputs; also when a cell failed.
        seconds: the longest that one cell may take.

    Returns:
        The notebook with its outputs.

    Raises:
        ReportError: the parameters are wrong, a cell failed, or not every cell was run.
    """
    node = notebooks.read(notebook)
    notebooks.check(node, parameters)
    if kernel is None:
        with Kernel() as own:
            return _run(node, parameters, own, output, seconds)
    return _run(node, parameters, kernel, output, seconds)


def completed(notebook: nbformat.NotebookNode) -> bool:
    """Whether every code cell ran to its end; `sys.exit(0)` in a cell leaves later ones out."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    states = [cell.metadata.get("papermill", {}).get("status") for cell in code]
    return bool(code) and all(state == "completed" for state in states)


def _run(
    node: nbformat.NotebookNode,
    parameters: dict[str, object],
    kernel: Kernel,
    output: Path | None,
    seconds: int,
) -> nbformat.NotebookNode:
    with tempfile.TemporaryDirectory(prefix="or") as folder:
        done = Path(folder, "done.ipynb")
        try:
            made = papermill.execute_notebook(
                node,
                str(done),
                parameters=parameters,
                kernel_name="python3",
                language="python",
                progress_bar=False,
                request_save_on_cell_execute=False,
                autosave_cell_every=0,
                start_timeout=WAIT,
                execution_timeout=seconds,
                iopub_timeout=WAIT,  # many sentences take their time on a busy machine
                km=kernel.ready(),
            )
        except papermill.PapermillExecutionError as error:
            raise ReportError(sentence(error.ename, error.evalue)) from error
        except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
            kernel.stop()
            raise ReportError(f"The notebook stopped: {_first_line(str(error))}") from error
        finally:
            if output is not None and done.is_file():
                write_file(output, done.read_bytes(), "a notebook")
    if not completed(made):
        raise ReportError("The notebook ended before its last cell.")
    return made


def sentence(name: str, value: str) -> str:
    """How an error that a cell raised is told: ours speak to the user already.

    Args:
        name: of its class.
        value: what it says.

    >>> sentence("StoreError", "The store is gone."), sentence("ValueError", "no")
    ('The store is gone.', 'A cell failed: ValueError: no')
    """
    return _first_line(value) if name in _OURS else f"A cell failed: {name}: {_first_line(value)}"


def _first_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[0] if lines else "no reason was given."
