"""The four notebooks: their form, and that they run from end to end."""

import ast
import shutil
from itertools import pairwise

import nbformat
import pytest
import samples

from onrecord import report
from onrecord.report import notebooks
from onrecord.report.execute import execute
from onrecord.report.kernel import Kernel

KINDS = notebooks.KINDS


@pytest.fixture(scope="module")
def kernel():
    with Kernel() as one:
        yield one


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    return samples.small().save(tmp_path_factory.mktemp("small"))


def code(kind):
    return [cell for cell in notebooks.read(kind).cells if cell.cell_type == "code"]


@pytest.mark.parametrize("kind", KINDS)
def test_cells_are_short_and_call_rather_than_define(kind):
    for cell in code(kind):
        parameters = "parameters" in cell.metadata.get("tags", [])  # a line each
        assert len(cell.source.splitlines()) <= (10 if parameters else 8)
        tree = ast.parse(cell.source)
        kinds = (ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.For, ast.While, ast.comprehension)
        assert not [node for node in ast.walk(tree) if isinstance(node, kinds)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_notebook_imports_our_package_alone(kind):
    for cell in code(kind):
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.ImportFrom):
                assert node.module.split(".")[0] == "onrecord"
            assert not isinstance(node, ast.Import)


@pytest.mark.parametrize("kind", KINDS)
def test_parameters_are_typed_commented_and_have_defaults(kind):
    tagged = [cell for cell in code(kind) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    lines = tagged[0].source.splitlines()
    assert all("#" in line for line in lines)
    nodes = ast.parse(tagged[0].source).body
    assert all(isinstance(node, ast.AnnAssign) and node.value is not None for node in nodes)
    assert len(nodes) == len(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_a_notebook_asks_first_and_says_last_what_it_left_out(kind):
    cells = notebooks.read(kind).cells
    assert cells[0].cell_type == "markdown"
    assert cells[0].source.startswith("# ") and cells[0].source.rstrip().endswith("?")
    assert cells[-1].source == "display.method(view)"


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_stands_under_a_sentence(kind):
    cells = notebooks.read(kind).cells
    for before, cell in pairwise(cells):
        if cell.source.startswith("charts."):
            assert before.cell_type == "markdown"


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_notebook_runs_in_a_kernel(kind, saved, kernel):
    """What its cells make of odder corpora is tested without one, in `display/test_sparse.py`."""
    made = execute(kind, {"tables": str(saved)}, kernel=kernel)
    errors = [o for c in made.cells for o in c.get("outputs", []) if o.output_type == "error"]
    assert errors == []


@pytest.mark.slow
def test_a_page_does_not_hang_on_those_that_its_kernel_made_before(saved, kernel):
    def shown(article: str) -> list:
        made = execute("article", {"tables": str(saved), "article": article}, kernel=kernel)
        return [[output.get("data") for output in cell.get("outputs", [])] for cell in made.cells]

    first, other = shown("a0"), shown("a1")
    assert first != other
    assert shown("a0") == first


@pytest.mark.slow
def test_a_notebook_takes_its_parameters(saved, kernel):
    given = {"tables": str(saved), "speaker": "Bo Lund", "actor": "Norland", "since": "2031-05-01"}
    made = execute("speaker", given, kernel=kernel)
    shown = nbformat.writes(made)
    assert "Bo Lund" in shown and "since: 2031-05-01" in shown
    assert "Talks, day 1\\" not in shown


@pytest.mark.slow
def test_a_wrong_parameter_ends_in_one_sentence(saved, kernel):
    with pytest.raises(report.notebooks.ReportError, match="No speaker 'Nobody'"):
        execute("speaker", {"tables": str(saved), "speaker": "Nobody"}, kernel=kernel)


def test_an_installed_wheel_brings_its_notebooks(tmp_path, monkeypatch):
    shutil.copy(notebooks.find("corpus"), tmp_path / "corpus.ipynb")
    monkeypatch.setattr(notebooks, "_PLACES", (tmp_path / "none", tmp_path))
    assert notebooks.find("corpus") == tmp_path / "corpus.ipynb"
