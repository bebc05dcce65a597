"""Camps: one look each in network and matrix, told in words as well."""

import re

import pytest
import samples

from onrecord import charts, summary
from onrecord.charts import camps, theme

DRAWN = ("network", "stance_matrix", "coverage_matrix")


def looks(figure) -> dict[str, tuple[str, str]]:
    """The look of each name in a network, or at the edge of a matrix."""
    found = {}
    for trace in figure.data:
        if isinstance(trace.marker.symbol, str) or trace.hovertext is None:
            continue
        for said, *look in zip(
            trace.hovertext, trace.marker.color, trace.marker.symbol, strict=True
        ):
            if "→" not in said:
                found[re.match("<b>(.*?)</b>", said)[1]] = tuple(look)
    return found


def test_the_network_has_a_look_per_camp_and_a_legend_that_names_it():
    figure = charts.network(samples.camped())
    keys = {t.name: (t.marker.color, t.marker.symbol) for t in figure.data if t.showlegend}
    assert list(keys) == [
        "in between &amp; above", "north", "the south &lt;b&gt;", camps.OUTSIDE,
    ]  # fmt: skip
    shown = looks(figure)
    assert shown["Ada Quist"] == shown["Sudmark"] == keys["the south &lt;b&gt;"]
    assert shown["Norland"] == keys["north"]
    assert shown["Cleo Rand"] == shown["Ferry League"] == (theme.QUIET, "square")
    assert len(set(keys.values())) == 4 and figure.layout.showlegend
    assert not {color for color, _ in keys.values()} & {theme.FAVOR, theme.AGAINST}


@pytest.mark.parametrize("name", DRAWN)
def test_camps_are_told_in_words(name):
    figure = getattr(charts, name)(samples.camped(), **({} if name == "network" else {"least": 1}))
    assert "show the camp, as your actors.yaml says: " in figure.layout.meta["caption"]
    assert "the south <b>" in figure.layout.meta["caption"]  # plain text
    said = [text for trace in figure.data for text in trace.hovertext or ()]
    assert any(text.endswith("<br>camp: the south &lt;b&gt;") for text in said)
    if name != "network":
        told = {text.split("</b>")[0][3:]: text for text in figure.data[0].hovertext}
        ends = "<br>camps: the south &lt;b&gt; → north"
        if name == "stance_matrix":
            assert told["Ada Quist → Norland"].endswith(ends)
            assert told["Cleo Rand → Ferry League"].count("camp") == 0


@pytest.mark.parametrize("order", ["camp", "likeness", "number"])
def test_a_matrix_marks_names_in_the_colours_of_the_network(order):
    given = samples.camped()
    edge = looks(charts.stance_matrix(given, order=order, least=1))
    network = looks(charts.network(given))
    assert edge and edge == {name: network[name] for name in samples.SIDES}


@pytest.mark.parametrize("asked", [{"outlet": "Harbour Post"}, {"speaker": "Bo Lund"}])
def test_a_selection_keeps_the_looks(asked):
    given = samples.camped()
    part = looks(charts.network(summary.select(given, **asked)))
    whole = looks(charts.network(given))
    assert part and part.items() <= whole.items()


@pytest.mark.parametrize("name", DRAWN)
def test_without_sides_nothing_is_coloured_or_said(name):
    figure = getattr(charts, name)(samples.small())
    assert "camp" not in figure.to_json()
    assert not any(trace.showlegend for trace in figure.data)


@pytest.mark.parametrize(("names", "rows"), [
    (["a", "b"], 1), (["Marenia", "Dorvalia", "mediators", "opposition", "port", "trade"], 3),
    (["x" * 60] * 3, 3),
])  # fmt: skip
def test_a_legend_has_room_where_it_takes_several_rows(names, rows):
    assert camps.legend_room(names, False) == rows * camps.ROW
