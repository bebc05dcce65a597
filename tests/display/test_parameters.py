"""Parameters that papermill injects: known ones pass, misspelt ones fail in a sentence."""

import inspect

import pytest
from papermill.translators import PythonTranslator

from onrecord import display
from onrecord.display.parameters import check_injected
from onrecord.errors import ReportError
from onrecord.report import notebooks

KNOWN = ["tables", "outlet", "since"]


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["# Parameters\noutlet = 'nyt'\n"],
        ["outlt = 'nyt'"],  # a user's own cell
        ["x = 1  # Parameters", "# Parameters\n%magic line"],
    ],
)
def test_what_the_notebook_takes_passes(cells):
    check_injected(KNOWN, cells)


@pytest.mark.parametrize(
    "cell, said",
    [
        ("# Parameters\noutlt = 'nyt'\n", "no parameter 'outlt'.*Did you mean 'outlet'"),
        ("# Parameters\noutlet = 'nyt'\nSince = '2031'\n", "no parameter 'Since'"),
        ("# Parameters\nzzz = 1", "it takes tables, outlet, since\\.$"),
    ],
)
def test_a_misspelt_parameter_is_refused(cell, said):
    with pytest.raises(ReportError, match=said):
        check_injected(KNOWN, ["import os", cell])


@pytest.mark.parametrize("kind", notebooks.KINDS)
def test_papermill_reads_every_parameter_and_the_first_call_takes_them_all(kind):
    node = notebooks.read(kind)
    [cell] = [c for c in node.cells if "parameters" in c.metadata.get("tags", [])]
    read = {found.name: found for found in PythonTranslator.inspect(cell)}
    assert list(read) == notebooks.parameters(node)
    assert all(found.inferred_type_name in ("str", "bool") for found in read.values())
    taken = inspect.signature(getattr(display, f"open_{kind}")).parameters
    assert set(read) == set(taken)
