"""Where the notebooks are, and which parameters each of them takes."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat

from onrecord.errors import ReportError

KINDS = ("corpus", "speaker", "actor", "article")
_PLACES = (
    Path(__file__).resolve().parents[3] / "notebooks",  # a checkout
    Path(__file__).resolve().parents[1] / "notebooks",  # an installed wheel
)


def find(notebook: str | Path) -> Path:
    """The file of a notebook.

    Args:
        notebook: one of `KINDS`, or the path of any other notebook.

    Raises:
        ReportError: there is no such notebook.
    """
    if str(notebook) in KINDS:
        for place in _PLACES:
            path = place / f"{notebook}.ipynb"
            if path.is_file():
                return path
    path = Path(notebook)
    if not path.is_file():
        raise ReportError(f"There is no notebook {notebook}; ours are {', '.join(KINDS)}.")
    return path.resolve()


def read(notebook: str | Path) -> nbformat.NotebookNode:
    """A notebook as nbformat 4.

    Raises:
        ReportError: there is no such notebook, or the file is not one.
    """
    path = find(notebook)
    try:
        return nbformat.read(path, as_version=4)
    except (ValueError, KeyError, AttributeError, nbformat.ValidationError) as error:
        raise ReportError(f"{path} is not a notebook.") from error


def parameters(notebook: nbformat.NotebookNode) -> list[str]:
    """Names that the cell tagged `parameters` assigns, in order.

    Raises:
        ReportError: the notebook has no such cell, or it is not plain Python.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cell = new_code_cell("since: str | None = None  # first day", id="a")
    >>> cell.metadata["tags"] = ["parameters"]
    >>> parameters(new_notebook(cells=[cell]))
    ['since']
    """
    for cell in notebook.cells:
        if "parameters" in cell.get("metadata", {}).get("tags", []):
            try:
                body = ast.parse(cell.source).body
            except SyntaxError as error:
                raise ReportError("The notebook's parameters cell is not plain Python.") from error
            found = []
            for line in body:
                targets = (
                    line.targets
                    if isinstance(line, ast.Assign)
                    else [line.target]
                    if isinstance(line, ast.AnnAssign)
                    else []
                )
                found += [target.id for target in targets if isinstance(target, ast.Name)]
            return found
    raise ReportError("The notebook has no cell tagged `parameters`.")


def check(notebook: nbformat.NotebookNode, given: dict[str, object]) -> None:
    """Refuse parameters that a notebook does not take.

    papermill would only warn, and it injects names as code.

    Raises:
        ReportError: a name is unknown, or a value is not text, a number, a truth value or None.
    """
    known = parameters(notebook)
    for name, value in given.items():
        if name not in known:
            raise ReportError(
                f"The notebook takes no parameter {name!r}; it takes {', '.join(known)}."
            )
        if not isinstance(value, str | int | float | bool | None):
            raise ReportError(f"The parameter {name} must be text, a number or nothing.")
