"""Kinds of charts that no notebook of ours has, on a page, in a real browser."""

import pytest
from browsing import Opened
from nbformat.v4 import new_code_cell, new_notebook, new_output

from onrecord.report.exporter import ReportExporter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DRAWN = {
    "scatter": ({"x": [1, 2], "y": [1, 2], "mode": "markers"}, ".scatterlayer .point"),
    "bar": ({"x": [1, 2], "y": [1, 2]}, ".barlayer .point"),
    "heatmap": ({"z": [[1, 2], [2, 1]]}, ".heatmaplayer .hm"),
    "pie": ({"labels": ["a", "b"], "values": [2, 1]}, ".pielayer .slice"),
    "box": ({"y": [1, 2, 5]}, ".boxlayer .box"),
}


@pytest.mark.parametrize("kind", DRAWN)
def test_any_kind_of_chart_is_drawn(browser, tmp_path, kind):
    trace, mark = DRAWN[kind]
    figure = {"data": [{"type": kind, **trace}], "layout": {"meta": {"alt": "A chart."}}}
    output = new_output("display_data", data={"application/vnd.plotly.v1+json": figure})
    cells = [new_code_cell("", outputs=[output])]
    html, _ = ReportExporter().from_notebook_node(new_notebook(cells=cells))
    (tmp_path / "page.html").write_text(html, "utf-8")
    with Opened(browser, tmp_path / "page.html") as opened:
        assert opened.page.locator(mark).count() and opened.said == []
        ready = opened.page.evaluate("Object.keys(Plotly.PlotSchema.get().traces)")
        assert {"bar", "scatter", kind} <= {*ready}
        # maps and the like take long to start: only a page that needs more waits for them
        assert ("surface" in ready) == (kind not in ("bar", "scatter"))
