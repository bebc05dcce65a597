"""Rows and columns of a matrix: like beside like, camps together, few statements apart."""

import pytest
from samples import Quote, article, tables, with_sides

from onrecord import charts
from onrecord.errors import ReportError
from onrecord.tables import Tables

PEOPLE = {"Ada": 0.6, "Bo": -0.7, "Cy": 0.5, "Di": -0.4}


def two_camps() -> Tables:
    """Ada and Cy for Norland and against Sudmark, Bo and Di the other way, in eight articles."""
    made = []
    for day in range(1, 9):
        words = f"Norland and Sudmark met {day} times"
        lines = [
            Quote(who, words, {"Norland": side, "Sudmark": -side}) for who, side in PEOPLE.items()
        ]
        if day == 1:
            lines.append(Quote("Bo", "Ostia was right", {"Ostia": 0.9}))
        made.append(article("The Lantern", f"2031-03-{day:02}", *lines))
    return tables(*made)


def shown(figure, axis):
    return list(figure.layout[axis].ticktext)


@pytest.mark.parametrize(
    ("order", "rows"),
    [("likeness", ["Ada", "Cy", "Di", "Bo"]), ("number", ["Bo", "Ada", "Cy", "Di"]),
     (None, ["Ada", "Cy", "Di", "Bo"])],
)  # fmt: skip
def test_rows_with_like_stances_stand_together(order, rows):
    figure = charts.stance_matrix(two_camps(), order=order, least=1)
    assert shown(figure, "yaxis") == rows


def test_camps_of_the_user_come_first_and_are_parted_by_lines():
    given = with_sides(two_camps(), Bo="north", Cy="north", Ada="south")
    figure = charts.stance_matrix(given)
    assert shown(figure, "yaxis") == ["Ada", "Cy", "Bo", "Di"]  # who is in no camp comes last
    assert len(figure.layout.shapes) == 2
    assert (
        "Ordered by camp, as your actors.yaml says: south and north."
        in (figure.layout.meta["caption"])
    )
    assert not charts.stance_matrix(given, order="likeness").layout.shapes


def test_single_statements_wait_behind_a_switch_and_few_are_faded():
    figure = charts.stance_matrix(two_camps())
    assert "Ostia" not in shown(figure, "xaxis")
    every = charts.stance_matrix(two_camps(), least=1)
    trace = every.data[0]
    assert "Ostia" in shown(every, "xaxis")
    assert sorted(set(trace.marker.opacity)) == [0.5, 1]
    assert {text.strip() for text in trace.text} == {"8", ""}  # a single one needs no number


def test_an_unknown_order_is_refused():
    with pytest.raises(ReportError, match="no order 'colour'"):
        charts.stance_matrix(two_camps(), order="colour")
