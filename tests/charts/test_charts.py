"""Charts: their data, their titles, and what they tell the page; no pictures."""

import html
import inspect
import json
import re
from functools import cache
from importlib import import_module

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest
import samples
from samples import Quote, Told, article, tables

from onrecord import charts, summary
from onrecord.charts import marks, theme
from onrecord.charts.figure import figure
from onrecord.errors import ReportError

NAMES = [name for name in charts.__all__ if name.islower()]
SHAPES = ["empty", "one_quote", "small", "long_names", "hostile"]
STATS = {
    "mean": {
        "value", "low", "high", "plus", "minus", "count", "size", "symbol", "shape", "line",
        "opacity", "hover",
    },
    "count": {"count", "size", "presence", "hover", "label", "beside"},
    "share": {"percent", "hover"},
    "smooth": {"day", "value", "low", "high", "band_x", "band_y"},
    "join": {"join"},
}  # fmt: skip


@cache
def drawn(name: str, shape: str) -> go.Figure:
    return getattr(charts, name)(getattr(samples, shape)())


every = pytest.mark.parametrize("name", NAMES)
shapes = pytest.mark.parametrize("shape", SHAPES)


def strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in strings(inner)]
    return []


@every
@shapes
def test_a_figure_has_a_title_and_describes_itself(name, shape):
    figure = drawn(name, shape)
    meta = figure.layout.meta
    assert figure.layout.title.text
    assert meta["chart"] == name
    assert len(meta["alt"]) > 20 and "nan" not in meta["alt"].lower()
    assert len(meta["encode"]["traces"]) == len(figure.data)
    if figure.data:
        assert meta["caption"].endswith(".")


@every
def test_an_empty_corpus_says_why_nothing_is_drawn(name):
    figure = drawn(name, "empty")
    assert len(figure.data) == 0
    assert figure.layout.annotations[0].text.endswith(".")


@every
@shapes
def test_all_marks_lead_to_evidence_that_exists(name, shape):
    known = set(summary.evidence(getattr(samples, shape)()).evidence_id)
    for trace in drawn(name, shape).data:
        for ids in trace.customdata if trace.customdata is not None else []:
            assert set(ids.split()) <= known


@every
@shapes
def test_encodings_name_things_that_the_page_can_compute(name, shape):
    figure = drawn(name, shape)
    for trace, encode in zip(figure.data, figure.layout.meta["encode"]["traces"], strict=True):
        if encode is None:  # it stays as it is
            continue
        assert set(encode["set"].values()) <= STATS[encode["stat"]]
        if encode["stat"] in ("mean", "count", "share"):
            assert len(encode["names"]) == len(trace.customdata)
        if encode["stat"] == "share":
            assert len(encode["groups"]) == len(trace.customdata)
        if encode["stat"] == "smooth":
            assert figure.data[encode["points"]].customdata is not None


@every
@shapes
def test_only_plain_kinds_of_traces_and_plain_numbers(name, shape):
    """A smaller bundle of plotly.js may be used, and the page reads numbers as lists."""
    figure = drawn(name, shape)
    assert {trace.type for trace in figure.data} <= {"scatter", "bar", "heatmap"}
    written = figure.to_json()
    assert "bdata" not in written
    assert "NaN" not in written and "Infinity" not in written
    json.loads(written)


@every
def test_hostile_names_reach_no_figure_as_markup(name):
    figure = drawn(name, "hostile")
    shown = strings(figure.to_plotly_json()["data"])
    shown += strings([figure.layout[axis].to_plotly_json() for axis in ("xaxis", "yaxis")])
    shown += [figure.layout.title.text]
    for text in shown:
        assert re.sub(r"</?b>|<br>", "", text).count("<") == 0
        assert "$" not in text and "%{" not in text and "\u202e" not in text


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("timeline", "volume")])
def test_labels_on_axes_are_short_and_hovers_have_the_whole_name(name):
    figure = drawn(name, "long_names")
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        for label in axis.ticktext or []:
            assert len(html.unescape(label)) <= (51 if name == "drift" else 36)  # a pair
    said = " ".join(text for trace in figure.data for text in trace.hovertext or [])
    long = {
        "right_of_reply",
        "kinds",
        "cue_profile",
        "stance_means",
        "coverage_means",
        "coverage_matrix",
        "comparison",
    }
    if name not in long:
        assert "Federated Assembly of the Northern Isles and Skerries" in said


def test_speakers_and_outlets_have_matrices_of_their_own_and_their_own_words():
    stance, coverage = (
        charts.stance_matrix(samples.small(), order="number", least=1),
        charts.coverage_matrix(samples.small(), order="number", least=1),
    )
    assert list(stance.layout.yaxis.ticktext) == ["Bo Lund", "Ada Quist", "Norland", "Cleo Rand"]
    assert list(stance.layout.xaxis.ticktext) == ["Norland", "Sudmark", "Ferry League"]
    assert list(coverage.layout.yaxis.ticktext) == ["The Lantern", "Harbour Post"]
    assert list(coverage.layout.xaxis.ticktext) == ["Sudmark"]
    assert stance.layout.meta["ends"] == ["against", "for"]
    assert coverage.layout.meta["ends"] == ["unfavourable", "favourable"]
    assert stance.layout.coloraxis.colorscale != coverage.layout.coloraxis.colorscale
    assert "mean coverage" in coverage.data[0].hovertext[0]
    own = [coverage.data[0].hovertext, coverage.layout.meta["caption"], coverage.layout.title.text]
    for said in strings([*own, coverage.layout.meta["alt"]]):
        assert not re.search(r"[Nn]arrator|stance|against|in favor", said)


def test_names_and_titles_of_a_chart_can_be_given():
    called = {"Ada Quist": "A. <i>Quist</i>", "Norland": "the North"}
    figure = charts.stance_matrix(samples.small(), title="For & against", names=called)
    assert figure.layout.title.text == "For &amp; against"
    assert "A. &lt;i&gt;Quist&lt;/i&gt;" in figure.layout.yaxis.ticktext
    assert "the North" in figure.layout.xaxis.ticktext
    assert any(
        "A. &lt;i&gt;Quist&lt;/i&gt; → the North" in text for text in figure.data[0].hovertext
    )


def test_matrix_marks_say_how_sure_they_are():
    trace = charts.stance_matrix(samples.small()).data[0]
    by_name = dict(
        zip((text.split("</b>")[0] for text in trace.hovertext), range(99), strict=False)
    )
    sure, unsure = by_name["<b>Ada Quist → Norland"], by_name["<b>Bo Lund → Norland"]
    assert trace.marker.symbol[sure] == "triangle-down"
    assert trace.marker.symbol[unsure] == marks.HOLLOW
    assert trace.marker.color[sure] == -0.71
    assert "12 statements in 12 articles" in trace.hovertext[sure]
    assert trace.marker.size[sure] > min(trace.marker.size)


def test_matrix_limits_are_kept_and_what_is_left_out_is_told():
    figure = charts.stance_matrix(samples.small(), top=1, actors=1)
    assert len(figure.data[0].x) == 1
    assert "Not drawn: 29 statements of other pairs." in figure.layout.meta["caption"]


def test_means_have_an_interval_only_where_there_is_one():
    quote = Quote("Ada Quist", "Norland and Sudmark met", {"Norland": -0.4})
    other = Quote("Ada Quist", "Sudmark sailed", {"Sudmark": 0.4})
    figure = charts.stance_means(
        tables(*(article("X", None, quote) for _ in range(4)), article("X", None, quote, other))
    )
    assert list(figure.data[0].error_x.array) == [0.0, None]


@pytest.mark.parametrize(
    "draw, by, rows",
    [
        ("stance_means", "teller", ["Bo Lund", "Ada Quist", "Norland", "Cleo Rand"]),
        ("stance_means", "target", ["Norland", "Sudmark", "Ferry League"]),
        ("coverage_means", "teller", ["The Lantern", "Harbour Post"]),
        ("coverage_means", "target", ["Sudmark"]),
    ],
)
def test_means_are_of_one_voice(draw, by, rows):
    figure = getattr(charts, draw)(samples.small(), by=by)
    assert list(figure.layout.yaxis.ticktext) == rows


def test_bars_are_divided_by_kind_and_hold_all_quotes():
    figure = charts.speaker_bars(samples.small())
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [trace.name for trace in bars] == ["direct", "indirect"]
    assert sum(sum(trace.x) for trace in bars) == 29


@pytest.mark.parametrize("draw", [charts.kinds, charts.cue_profile])
def test_shares_add_up_to_the_whole_and_few_quotes_have_none(draw):
    quote = Quote("Ada Quist", "Norland lied")
    figure = draw(
        tables(*(article("X", None, quote, quote) for _ in range(6)), article("Y", None, quote))
    )
    bars = [trace for trace in figure.data if trace.type == "bar"]
    if bars:
        assert [list(trace.x) for trace in bars] == [[100.0, None]]
    else:  # dots: their number stands beside them
        assert list(figure.data[0].text) == ["\u00a0100%"]
    assert list(figure.data[-1].text) == ["\u00a012", "\u00a01 quote: too few for shares"]
    assert "(1 here)" in figure.layout.meta["caption"]


def test_rare_cue_classes_are_drawn_together():
    classes = ["say", "claim", "admit", "warn", "urge", "praise", "ask", "deny", "hope"]
    lines = [Quote("Ada Quist", "Norland lied", cue_class=name) for name in classes]
    lines += [Quote("Ada Quist", "Norland lied", cue_class=name) for name in classes[:6]]
    figure = charts.cue_profile(tables(article("X", None, *lines), article("X", None, *lines)))
    named = figure.layout.xaxis.ticktext
    assert named[-2:] == ("other", "quotes") and len(named) == 8
    shares = [int(said.strip("\u00a0%")) for said in figure.data[0].text]
    assert sum(shares) == pytest.approx(100, abs=3)
    # the area of a dot is the share
    areas = [size**2 for size in figure.data[0].marker.size]
    assert areas == pytest.approx([9 * share for share in shares], rel=0.15)


@pytest.mark.parametrize(
    "said, urged, finding",
    [
        (12, 3, "Most frequent: verbs like “say”, 80% (12 of 15)"),
        (3, 12, "Most frequent: verbs like “urge”, 80% (12 of 15)"),
        (6, 6, "Among the most frequent: verbs like “say”, 50% (6 of 12)"),
    ],
)
def test_the_most_frequent_verbs_are_the_finding(said, urged, finding):
    lines = [Quote("Ada Quist", "All is well")] * said
    lines += [Quote("Ada Quist", "Sail home", cue_class="urge")] * urged
    figure = charts.cue_profile(tables(article("X", None, *lines)))
    assert figure.layout.meta["finding"] == finding


@pytest.mark.parametrize(
    ("made", "chart", "finding"),
    [
        ((2, 1), charts.volume, "Most quotes in one day: 2, 1 March 2031"),
        ((2, 2, 1), charts.volume, "Most quotes in one day: 2, in each of 2"),
        ((2, 1), charts.network, "The widest line: A0 on Norland, 2 statements"),
        ((2, 2, 1), charts.network, "One of the widest lines: A0 on Norland, 2 statements"),
    ],
)
def test_who_is_not_alone_the_first_is_not_called_so(made, chart, finding):
    lines = [
        article(
            "X", f"2031-03-0{n + 1}", *([Quote(f"A{n}", "Norland lied", {"Norland": -0.8})] * k)
        )
        for n, k in enumerate(made)
    ]
    assert chart(tables(*lines)).layout.meta["finding"].startswith(finding)


@pytest.mark.parametrize(
    ("direct", "articles", "ending"),
    [((9,), 1, "Direct quotes: A0, 75% (9 of 12)"),
     # of one article each there is no interval: nobody has "the most"
     ((9, 6), 1, "Direct quotes: from 50% (A1) to 75% (A0)"),
     ((9, 9, 6), 1, "Direct quotes: from 50% (A2) to 75% (A0)"),
     ((9, 0), 1, "Direct quotes: from 0% (A1) to 75% (A0)"),
     ((0, 0), 1, "No direct quotes where there are 10 quotes or more"),
     ((9, 3), 6, "Most direct quotes: A0, 75% (54 of 72), 95% interval 75% to 75%"),
     ((9, 9, 3), 6, "Direct quotes: from 25% (A2) to 75% (A0)")],
)  # fmt: skip
def test_the_most_is_told_of_where_no_other_interval_reaches_as_far(direct, articles, ending):
    made = [
        article(f"A{n}", f"2031-03-{each + 1:02}", *(Quote("Bo Lund", f"It was day {day}",
                kind="direct" if day < of else "indirect") for day in range(12)))
        for n, of in enumerate(direct) for each in range(articles)
    ]  # fmt: skip
    assert charts.kinds(tables(*made)).layout.meta["finding"] == ending


def test_findings_are_clear_directions_or_say_that_there_is_none():
    sure = tables(
        *(article("X", f"2031-03-{n + 1:02}", Quote("Ada Quist", "Norland lied", {"Norland": -0.8}))
          for n in range(12))
    )  # fmt: skip
    told = charts.stance_matrix(sure).layout.meta["finding"]
    assert told == "Ada Quist reads as against Norland: the one clear direction in 1 pair"
    told = charts.stance_means(sure).layout.meta["finding"]
    assert told == "What is said of Norland reads as against: the one clear direction in 1 row"
    few = charts.stance_matrix(samples.one_quote()).layout.meta["finding"]
    assert few == "No clear direction in 1 pair"
    assert charts.stance_matrix(samples.empty()).layout.meta["finding"] == ""
    assert charts.drift(samples.small()).layout.meta["finding"].startswith(("No clear", "Bo Lund"))


def test_network_is_the_same_from_any_order_of_articles():
    lines = [
        Quote(who, f"{target} sailed", {target: 0.1})
        for who in ("Ada Quist", "Bo Lund", "Cleo Rand") for target in ("Norland", "Sudmark")
    ]  # fmt: skip
    one, other = (
        charts.network(tables(article("X", None, *order))) for order in (lines, lines[::-1])
    )
    for side in (-2, -1):
        assert one.data[side].text == other.data[side].text
        assert one.data[side].y == other.data[side].y


def test_network_draws_a_line_per_pair_up_to_its_limit():
    figure = charts.network(samples.small(), top=3)
    assert sum(trace.mode == "lines" for trace in figure.data) == 3
    assert "Not drawn: 2 further pairs." in figure.layout.meta["caption"]


def test_right_of_reply_counts_articles():
    figure = charts.right_of_reply(samples.small())
    assert sum(sum(trace.x) for trace in figure.data) == len(
        summary.right_of_reply(samples.small())
    )
    assert [trace.name for trace in figure.data] == [
        "not quoted in the article", "quoted in the article",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "of, name, count",
    [
        ("stance", "speakers' stance", 41),
        ("coverage", "coverage", 12),
        ("tone", "tone of quotes", 30),
    ],
)
def test_a_timeline_has_band_line_and_points_of_one_measure(of, name, count):
    figure = charts.timeline(samples.small(), of=of)
    assert [trace.mode for trace in figure.data] == ["lines", "lines", "markers"]
    assert {trace.name for trace in figure.data if trace.name} == {name}
    assert f"on average of {count}." in figure.layout.meta["alt"]


@pytest.mark.parametrize("of", ["stance", "coverage", "tone"])
def test_a_timeline_of_many_articles_has_a_point_a_period(of, monkeypatch):
    monkeypatch.setattr(import_module("onrecord.charts.timeline"), "SINGLE", 8)
    points = charts.timeline(samples.small(), of=of).data[-1]
    days = pd.to_datetime(pd.Series(list(points.x)))
    assert len(days) > 3 and days.is_monotonic_increasing
    assert days.dt.year.eq(2031).all()
    assert all("2031" in hover for hover in points.hovertext)


def test_timeline_of_two_articles_is_points_alone():
    quote = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})
    days = ["2031-03-01", "2031-03-09", None]
    figure = charts.timeline(tables(*(article("X", day, quote) for day in days)))
    assert {trace.mode for trace in figure.data} == {"markers"}
    assert "1 article without a date" in figure.layout.meta["caption"]


def test_drift_joins_both_parts():
    figure = charts.drift(samples.small())
    joined, before, after = figure.data
    assert joined.x[:2] == (before.x[0], after.x[0])
    assert "0 clearly moved" in figure.layout.meta["caption"]


def test_the_name_of_one_speaker_alone_stands_in_no_row_of_drift():
    two = [charts.drift(samples.small()), charts.drift(samples.leaning())]
    rows = [[*figure.layout.yaxis.ticktext] for figure in two]
    assert all(" → " in name for name in rows[0]) and rows[1] == ["Norland", "Sudmark"]
    assert two[1].data[1].hovertext[0].startswith("<b>Ada Quist → Norland")
    assert two[1].layout.meta["finding"] == "No clear move of Ada Quist in 2 pairs"


def test_volume_reads_whole_numbers():
    figure = charts.volume(samples.small())
    assert sum(figure.data[0].y) == 30
    assert figure.layout.yaxis.dtick == 1


def test_titles_of_charts_can_name_the_subject_safely():
    figure = charts.timeline(samples.small(), title="<b>Ada</b>")
    assert figure.layout.title.text == "&lt;b&gt;Ada&lt;/b&gt;"


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", theme.COLORS)
def test_marks_and_text_stand_out_on_both_pages(name):
    page, plot, text, quiet, *_ = theme.COLORS[name]
    for color in (*theme.CATEGORIES, theme.QUIET, *(color for _, color in theme.STANCE)):
        assert contrast(color, plot) >= 3, color
    for color in (text, quiet):
        assert contrast(color, page) >= 4.5


def test_templates_differ_in_colour_alone():
    def bare(value):
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [bare(inner) for inner in value]
        return "color" if isinstance(value, str) and value.startswith("#") else value

    light, dark = (bare(theme.TEMPLATES[name]) for name in ("light", "dark"))
    assert light == dark
    assert theme.TEMPLATES["light"] != theme.TEMPLATES["dark"]


def test_nothing_in_the_display_leads_off_the_page():
    assert theme.CONFIG["showSendToCloud"] is False
    assert theme.CONFIG["displaylogo"] is False


def test_jupyterlab_shows_charts_with_the_same_config():
    figure = charts.volume(samples.small())
    bundle = pio.renderers["plotly_mimetype"].to_mimebundle(figure.to_dict())
    drawn_by_lab = bundle["application/vnd.plotly.v1+json"]
    assert drawn_by_lab["config"]["showSendToCloud"] is False
    assert drawn_by_lab["layout"]["template"]["layout"]["font"]["family"] == theme.FONT


def test_an_unknown_outlet_is_a_row_of_its_own():
    made = tables(*(article(None, None, *[Quote("Ada Quist", "Norland lied")] * 5) for _ in "ab"))
    assert list(charts.kinds(made).layout.yaxis.ticktext) == ["outlet unknown"]


def test_too_few_quotes_everywhere_are_told_and_not_drawn():
    quote = Quote("Ada Quist", "Norland lied")
    figure = charts.kinds(tables(article("<X>", None, quote, quote), article("Y", None, quote)))
    assert not figure.data
    said = "Too few quotes for shares, which need 10: <X> 2, Y 1."
    assert figure.layout.meta["alt"] == said
    assert html.unescape(figure.layout.annotations[0].text) == said
    assert "<" not in figure.layout.annotations[0].text


def test_classes_that_are_not_drawn_are_not_in_the_legend():
    said, urged = Quote("Ada Quist", "All is well"), Quote("Bo", "Sail home", cue_class="urge")
    figure = charts.kinds(tables(article("X", None, *[said] * 12)))
    assert [trace.showlegend for trace in figure.data] == [True, False]
    made = tables(article("X", None, *[said] * 12), article("Y", None, urged))
    drawn = charts.cue_profile(made).data[0]  # one dot; of few quotes there is none
    assert list(drawn.hovertext) == ["<b>X · say</b><br>100% (12 of 12) quotes"]


def test_one_kind_of_quote_looks_the_same_in_every_chart():
    looks = {}
    for draw in (charts.kinds, charts.speaker_bars):
        for trace in draw(samples.small()).data:
            if trace.type == "bar":
                look = trace.marker.to_plotly_json()
                assert looks.setdefault(trace.name, look) == look
    assert {"direct", "indirect"} <= set(looks)
    groups = charts.cue_profile(samples.small(), of="endorsement").data
    colors = {trace.marker.color for trace in groups if trace.type == "bar"}
    assert not colors & {theme.DIRECT, theme.INDIRECT}


def test_a_trace_without_encoding_is_refused():
    with pytest.raises(ValueError, match="1 traces need as many encodings"):
        figure([go.Scatter()], title="t", height=1, chart="c", alt="a", caption="c", encode=[])


def test_an_outlet_alone_fills_no_matrix_of_speakers():
    made = tables(article("X", None, Told("Norland won.", {"Norland": 0.5})))
    assert not charts.stance_matrix(made).data
    assert list(charts.coverage_matrix(made).layout.yaxis.ticktext) == ["X"]


@every
def test_every_chart_takes_a_title_and_names_and_tells_of_them(name):
    chart = getattr(charts, name)
    taken = inspect.signature(chart).parameters
    assert {"title", "names", "order", "top"} <= taken.keys()
    figure = chart(samples.small(), title="Mine <b>", names={"Ada Quist": "Ada Q."})
    assert figure.layout.title.text == "Mine &lt;b&gt;"
    said = " ".join(strings(figure.to_plotly_json()["data"]))
    said += " ".join(strings(figure.to_plotly_json()["layout"].get("yaxis", {})))
    assert "<b>Ada Quist" not in said
    assert all(f"{option}:" in chart.__doc__ for option in ("title", "names", "order")) or (
        "as `stance_m" in chart.__doc__  # asked as its sister
    )


@pytest.mark.parametrize(
    ("name", "order", "first"),
    [
        ("speaker_bars", "name", "Ada Quist"),
        ("speaker_bars", ["Cleo Rand", "Nobody"], "Cleo Rand"),
        ("speaker_bars", [], "Ada Quist"),
        ("stance_means", "name", "Ferry League"),
    ],
)
def test_rows_stand_in_the_order_asked_for(name, order, first):
    plain, made = (
        getattr(charts, name)(samples.small()),
        getattr(charts, name)(samples.small(), order=order),
    )
    assert made.layout.yaxis.ticktext[0] == first

    def rows(figure):
        names = figure.layout.yaxis.ticktext
        return {
            (names[int(y)], x)
            for t in figure.data
            for y, x in zip(t.y, t.x, strict=True)
            if y is not None
        }

    assert rows(plain) == rows(made)  # every mark stays with its name


@pytest.mark.parametrize(("name", "order"), [("volume", "name"), ("kinds", "size")])
def test_an_order_that_there_is_not_is_an_error(name, order):
    with pytest.raises(ReportError, match="order"):
        getattr(charts, name)(samples.small(), order=order)
