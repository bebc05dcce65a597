"""Where the notebooks are, and which parameters each of them takes."""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from pathlib import Path

import nbformat

from onrecord.errors import ReportError
from onrecord.ownership import is_store, place

KINDS = ("corpus", "speaker", "actor", "article")
LAB = ("review", "audit", "draft", "feeds")  # for the lab alone: they are no reports
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
    if str(notebook) in (*KINDS, *LAB):
        for place in _PLACES:
            path = place / f"{notebook}.ipynb"
            if path.is_file():
                return path
    path = Path(notebook)
    if not path.is_file():
        raise ReportError(f"There is no notebook {notebook}; ours are {', '.join(KINDS)}.")
    return path.resolve()


def copies(folder: Path, tables: Path | None = None) -> Iterator[tuple[Path, bool]]:
    """Copy the notebooks into a folder of the user's; what is there stays as it is.

    Args:
        folder: made if it is not there.
        tables: what the copies open; by default the sample corpus.

    Yields:
        Each notebook's path, and whether it was written now.

    Raises:
        ReportError: the folder cannot be written, or is a store.
    """
    if is_store(folder.resolve()):
        raise ReportError(f"{folder} is a store that runs add to; name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in (*KINDS, *LAB):
            path = folder / f"{kind}.ipynb"
            new = not os.path.lexists(path)
            if new:
                place(path, _opening(find(kind).read_text("utf-8"), tables).encode())
            yield path, new
    except OSError as error:
        raise ReportError(f"Cannot write notebooks into {folder}: {error.strerror}.") from error


def _opening(text: str, tables: Path | None) -> str:
    """A notebook's file, whose parameter `tables` names some."""
    if tables is None:
        return text
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", []):
            cell["source"] = [_naming(line, tables) for line in cell["source"]]
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _naming(line: str, tables: Path) -> str:
    """A line of parameters, with these tables where it names the corpus or the store.

    >>> _naming('store: str = ""  # a folder', Path("/t"))
    'store: str = "/t"  # a folder'
    >>> _naming('outlet: str = ""', Path("/t"))
    'outlet: str = ""'
    """
    head, found, rest = line.partition(' = ""')
    if found and head in ("tables: str", "store: str"):
        return f"{head} = {json.dumps(str(tables.resolve()))}{rest}"
    return line


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
