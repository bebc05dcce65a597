"""Sections of a page that nobody asked for, or that have nothing to show."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from onrecord.display.fragment import HEADER, TABLE, UNASKED
from onrecord.report.outputs import FIGURE
from onrecord.report.sections import NOT_SHOWN, asked

WHY = "Too few quotes of <b> & Co."
EMPTY = {FIGURE: {"data": [], "layout": {"meta": {"alt": WHY}}}}
CHART = {FIGURE: {"data": [{"x": [1]}], "layout": {}}}
BARE, ROWS = ({TABLE: {"rows": rows}, "text/html": "<table>"} for rows in ([], [[1]]))
COUNTED = {TABLE: {"rows": [], "recount": "quotes"}, "text/html": "<table>"}
SILENT, SAID = ({"text/html": html, "text/plain": " "} for html in ("", "<p>Three.</p>"))
NOBODY = {UNASKED: {}, "text/html": "<p>No codebook.</p>"}


def cells(kind, *outputs):
    def code(*bundles):
        return new_code_cell(outputs=[new_output("display_data", data=each) for each in bundles])

    return [
        code({HEADER: {"kind": kind}}),
        new_markdown_cell("## Has it moved?\n\nA sentence."),
        code(*outputs),
        new_markdown_cell("## Method"),
        code(SAID),
    ]


def heads(made):
    return [cell.source.split("\n")[0] for cell in made if cell.cell_type == "markdown"]


@pytest.mark.parametrize(
    ("kind", "outputs", "stays"),
    [
        ("speaker", [EMPTY], False),
        ("actor", [EMPTY, SILENT], False),
        ("article", [BARE], False),
        ("speaker", [EMPTY, NOBODY], False),
        ("speaker", [EMPTY, ROWS], True),
        ("speaker", [EMPTY, CHART], True),
        ("speaker", [EMPTY, SAID], True),
        ("speaker", [COUNTED], True),  # its rows are made by the page's script
        ("speaker", [], True),  # a section of words alone
        ("corpus", [EMPTY], True),  # of a corpus it is a finding
    ],
)
def test_a_section_stays_where_it_shows_something(kind, outputs, stays):
    made = asked(cells(kind, *outputs))
    assert heads(made) == (["## Has it moved?"] if stays else []) + ["## Method"]
    said = "".join(output.data.get("text/html", "") for cell in made
                   for output in cell.get("outputs", []))  # fmt: skip
    assert (NOT_SHOWN in said) != stays
    if not stays:
        assert "<em>Has it moved?</em>" in said
        assert ("Too few quotes of &lt;b&gt; &amp; Co." in said) == (EMPTY in outputs)


def test_what_nobody_asked_for_is_not_named():
    made = asked(cells("speaker", NOBODY))
    assert heads(made) == ["## Method"] and len(made) == 3
