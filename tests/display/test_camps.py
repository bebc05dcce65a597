"""The tables of camps: what the summaries count, and no section where no side is given."""

import pytest
import samples
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from onrecord import display, summary
from onrecord.display.fragment import UNASKED
from onrecord.report.sections import asked

TABLES = [(display.camps, summary.sides), (display.between_camps, summary.between)]


@pytest.mark.parametrize(("show", "count"), TABLES, ids=["camps", "between"])
def test_tables_hold_what_the_summaries_count(show, count):
    view = display.open_corpus(samples.camped())
    data, rows = show(view).data, count(view.tables)
    keys = [column["key"] for column in data["columns"]]
    assert len(data["rows"]) == len(rows) > 1
    for key in {*keys} & {"side", "toward", "quotes", "count", "speakers"}:
        assert [row[keys.index(key)] for row in data["rows"]] == rows[key].tolist()
    assert {"the south <b>", "north"} <= {*rows.side}
    assert "<b>" not in show(view).html.split("<table")[1].split("</table>")[0]


def test_the_tone_of_camps_is_in_the_file_alone():
    columns = display.camps(display.open_corpus(samples.camped())).data["columns"]
    hidden = {column["key"] for column in columns if column.get("hidden")}
    assert hidden == {"tone", "interval"}


@pytest.mark.parametrize(("make", "there"), [(samples.camped, True), (samples.small, False),
                                             (samples.empty, False)])  # fmt: skip
def test_a_page_has_a_section_of_camps_only_where_sides_are_given(make, there):
    view = display.open_corpus(make())
    shown = [show(view)._repr_mimebundle_() for show, _ in TABLES]
    assert [UNASKED in data for data in shown] == [not there] * 2
    cells = [new_markdown_cell("## Camps")]
    cells += [new_code_cell(outputs=[new_output("display_data", data=data)]) for data in shown]
    assert bool([cell for cell in asked(cells) if "Camps" in cell.source]) == there
