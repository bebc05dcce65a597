"""Every cell of every notebook on corpora that lack something, or hold odd things."""

from __future__ import annotations

import ast
import json
from functools import cache
from pathlib import Path

import pytest
import samples

import onrecord
from onrecord import Tables
from onrecord.report.notebooks import KINDS

pytestmark = pytest.mark.slow
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
QUOTED = (
    "Mayor Ada Lund criticised the Harbour Board.\n\n“The Board has failed us,” she said. "
    "Hans Ek, who leads the Harbour Board, said it had done its best. A spokesman declined."
)
NAMELESS = "It rained in the valley.\n\nPeople said that it was wet. “It is wet,” a man said."
SILENT = "It rained in the valley.\n\nThe road was closed and the school stood empty all day."
CORPORA = {
    "no outlet and no day": [{"text": QUOTED}, {"text": QUOTED.replace("failed", "helped")}],
    "one article": [{"text": QUOTED, "outlet": "Gazette", "published": "2026-03-01"}],
    "no names": [{"text": NAMELESS}],
    "no quotes": [{"text": SILENT, "outlet": "Gazette"}],
}


@cache
def read(name: str) -> Tables:
    return onrecord.read(CORPORA[name])


def cells(notebook: str) -> list[str]:
    held = json.loads((NOTEBOOKS / f"{notebook}.ipynb").read_text("utf-8"))
    return ["".join(cell["source"]) for cell in held["cells"] if cell["cell_type"] == "code"]


def run(code: str, names: dict) -> object:
    """Run a cell and return what its last line gives, shown as JupyterLab would show it."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if not isinstance(last, ast.Expr):
        return None
    given = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    for show in ("_repr_mimebundle_", "_repr_html_"):
        if hasattr(given, show):
            return getattr(given, show)()
    return given


@pytest.mark.parametrize("sample", ["empty", "odd_names"])
@pytest.mark.parametrize("notebook", KINDS)
def test_no_cell_fails_for_what_a_corpus_holds(notebook: str, sample: str) -> None:
    if notebook == "article" and sample == "empty":
        pytest.skip("there is no article to show")
    parameters, *rest = cells(notebook)
    names: dict = {}
    run(parameters, names)
    names["tables"] = getattr(samples, sample)()
    assert sum(run(code, names) is not None for code in rest) > 5


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("notebook", KINDS)
def test_no_cell_fails_for_what_a_corpus_lacks(notebook: str, corpus: str) -> None:
    tables = read(corpus)
    names: dict = {}
    parameters, *rest = cells(notebook)
    run(parameters, names)
    names["tables"] = tables
    first = tables.attributions.speaker.dropna()
    wanted = {"actor": "Harbour Board", "speaker": first.iloc[0] if len(first) else ""}
    if notebook in wanted:
        if not len(first):
            pytest.skip("nobody to make a page of")
        names[notebook] = wanted[notebook]
    if notebook == "article":
        names["article"] = tables.articles.article_id.iloc[0]
    shown = [run(code, names) for code in rest]
    assert sum(each is not None for each in shown) > 5
