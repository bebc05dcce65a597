"""Three newcomers walk through their day, word by word, in an empty folder."""

import contextlib
import json
import os
import sys
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from newcomers.walk import walk

DOCS = Path(__file__).parent.parent.parent / "docs"


def _journalist(folder, printed):
    speakers = pd.read_excel(folder / "speakers.xlsx")
    assert {"Ulla Brandt", "Ines Calder"} <= set(speakers.speaker)
    assert set(pd.read_csv(folder / "brandt.csv").speaker) == {"Ulla Brandt"}
    assert "cut, same speaker" in printed[-1]  # the draft's quotation is found again


def _researcher(folder, printed):
    rows = pd.read_csv(folder / "regression.csv")
    assert {"outlet", "speaker", "target", "score", "article"} <= set(rows.columns)
    assert len(rows) > 100
    assert (folder / "tables" / "audit" / "sheet.csv").is_file()


def _developer(folder, printed):
    said = json.loads((folder / "quotes.json").read_text("utf-8"))
    assert "Mark Rutte" in {row["speaker"] for row in said}
    assert "Mark Rutte" in set(pd.read_csv(folder / "speakers.csv").speaker)
    assert printed[:2] == ["", ""], "--quiet is silent"


@contextlib.contextmanager
def _in(folder):
    with contextlib.chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        yield patch


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """Walks a page once: the folder that it leaves, and what was done."""

    @cache
    def walked(page):
        folder = tmp_path_factory.mktemp(page)
        with _in(folder):
            return folder, walk(DOCS / f"{page}.ipynb")

    return walked


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "left", "steps"),
    [
        ("journalist", _journalist, 14),
        ("researcher", _researcher, 9),
        ("developer", _developer, 10),
    ],
)
def test_a_day(day, page, left, steps):
    folder, done = day(page)
    assert len(done.done) >= steps
    left(folder, done.printed)


@pytest.mark.slow
def test_a_day_in_jupyter(day):
    """On the tables of the same day; of the lines for a shell, the first and the last."""
    nbformat, client = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    folder, _ = day("journalist")
    notebook = nbformat.read(DOCS / "journalist.ipynb", as_version=4)
    shell = [cell for cell in notebook.cells if cell.source.startswith("!")]
    notebook.cells = [cell for cell in notebook.cells if cell not in shell[1:-1]]
    with _in(folder) as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        made = client.NotebookClient(
            notebook, timeout=300, resources={"metadata": {"path": folder}}
        )
        made.execute()
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", ())]
    kinds = {kind for out in outputs for kind in out.get("data", ())}
    assert {"application/vnd.plotly.v1+json", "text/html"} <= kinds
    said = "".join(out.get("text", "") for out in outputs)
    assert "not found" not in said and "0 read now" in said and "1 quotation: 1 cut" in said


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_is_kept_plain(path):
    held = json.loads(path.read_text("utf-8"))
    for cell in held["cells"]:
        assert not cell.get("outputs") and cell.get("execution_count") is None
        lines = "".join(cell["source"]).splitlines()
        if cell["cell_type"] == "code":
            assert len(lines) <= 8 and not any(line.startswith(("def ", "for ")) for line in lines)
            shell = [line.startswith("!") for line in lines]
            assert all(shell) or not any(shell), "a cell is for the shell or for Python"
