"""Charts are drawn unchecked, which pages are quick by: here plotly checks every property."""

import json

import plotly.graph_objects as go
import pytest
import samples

from onrecord import charts
from onrecord.charts.figure import figure, nothing

CALLS = [(name, {}) for name in charts.__all__ if name.islower()] + [
    ("timeline", {"of": "coverage"}), ("timeline", {"of": "tone", "top": 3}),
    ("timeline", {"events": [("2031-03-02", "Talks & toasts")]}),
    ("volume", {"events": [("2031-03-02", "Talks & toasts")]}),
    ("stance_means", {"by": "teller", "top": 20}), ("coverage_means", {"by": "target"}),
    ("cue_profile", {"of": "endorsement"}), ("cue_profile", {"by": "speaker"}),
    ("kinds", {"by": "speaker"}), ("comparison", {"of": "stance"}),
    ("comparison", {"of": "coverage"}), ("network", {"top": 2}),
]  # fmt: skip
MADE = [samples.empty, samples.one_quote, samples.thousand_quotes, samples.portrayed,
        samples.camped, samples.hostile]  # fmt: skip


@pytest.mark.parametrize("make", MADE)
def test_plotly_takes_every_property_and_changes_none(make):
    given = make()
    for name, options in CALLS:
        drawn = getattr(charts, name)(given, **options)
        made, looked_at = (json.loads(of.to_json()) for of in (drawn, go.Figure(drawn.to_dict())))
        for each in (made, looked_at):  # plotly adds to a template what its parts are
            each["layout"].pop("template")
        assert looked_at == made, (name, options)


def test_the_template_is_valid():
    made = nothing("drift", "A title", "Nothing is dated.")
    assert go.Figure(made).layout.template.layout.font.size == 13


def test_what_is_changed_later_is_checked():
    trace = go.Scatter(x=[1], y=[2], marker={"size": 3})
    told = {"chart": "drift", "alt": "", "caption": "", "encode": [None]}
    made = figure([trace], title="A title", height=200, **told)
    for change in (
        lambda: made.update_layout(titel="A title"),
        lambda: made.update_layout(xaxis={"rangee": [0, 1]}),
        lambda: made.layout.update(height="tall"),
        lambda: made.update_traces(marker={"size": "large"}),
        lambda: made.add_scatter(mode="dots"),
    ):
        with pytest.raises(ValueError):
            change()
