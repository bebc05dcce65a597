"""The page's script says the same numbers as the package, and follows a filter."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import samples

from onrecord import charts, summary

SCRIPT = Path(charts.__file__).with_name("recompute.js")
NAMES = [name for name in charts.__all__ if name.islower()]
CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to run the script in"),
]


@pytest.fixture(scope="module")
def page() -> Iterator:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.add_script_tag(content=SCRIPT.read_text("utf-8") + "\nwindow.OnRecord = OnRecord;")
        yield opened
        browser.close()


def rows(tables) -> dict[str, dict]:
    found = summary.evidence(tables).set_index("evidence_id")
    found = found[["article_id", "quote_id", "published", "score", "polarity"]]
    made = json.loads(found.to_json(orient="index", date_format="iso"))
    return {name: row for name, row in made.items() if isinstance(row, dict)}


def recomputed(page, figure, known: dict[str, dict], alive: list[str]) -> list[dict]:
    call = "([figure, rows, alive]) => OnRecord.recompute(figure, rows, new Set(alive))"
    return page.evaluate(call, [json.loads(figure.to_json()), known, alive])


def numbers(trace: dict) -> dict[str, list]:
    marker, error = trace.get("marker", {}), trace.get("error_x", {})
    lists = {
        "x": trace.get("x"), "y": trace.get("y"), "plus": error.get("array"),
        "color": marker.get("color"), "size": marker.get("size"), "minus": error.get("arrayminus"),
    }  # fmt: skip
    return {name: values for name, values in lists.items() if isinstance(values, list)}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", ["one_quote", "small", "hostile"])
def test_without_a_filter_nothing_changes(page, name, shape):
    tables = getattr(samples, shape)()
    figure = getattr(charts, name)(tables)
    known = rows(tables)
    before = json.loads(figure.to_json())["data"]
    after = recomputed(page, figure, known, list(known))
    assert len(after) == len(before)
    for was, now in zip(before, after, strict=True):
        for part, values in numbers(was).items():
            assert part in numbers(now)
            for one, other in zip(values, numbers(now)[part], strict=True):
                if isinstance(one, int | float):
                    # intervals come of other draws
                    assert other == pytest.approx(one, abs=0.06)
                elif name != "timeline":
                    assert one == other
        if name in ("stance_matrix", "speaker_bars", "right_of_reply", "network", "volume"):
            for one, other in zip(was.get("hovertext", []), now.get("hovertext", []), strict=True):
                assert one.split("95%")[0] == other.split("95%")[0]


def test_a_filter_leaves_means_counts_and_symbols_of_what_is_left(page):
    tables = samples.small()
    figure = charts.stance_matrix(tables)
    part = summary.select(tables, outlet="The Lantern")
    known, left = rows(tables), list(summary.evidence(part).evidence_id)
    trace = recomputed(page, figure, known, left)[0]
    names = [text.split("</b>")[0].removeprefix("<b>") for text in trace["hovertext"]]
    wanted = summary.pairs(part)
    wanted = wanted.set_index(wanted.teller + " → " + wanted.target)
    for at, name in enumerate(names):
        if name in wanted.index:
            assert trace["marker"]["color"][at] == pytest.approx(wanted.value[name])
            assert (trace["marker"]["symbol"][at] != "circle-open") == wanted.settled[name]
        else:
            assert trace["marker"]["color"][at] is None
            assert trace["marker"]["size"][at] == 0


def test_a_filter_to_nothing_empties_every_chart(page):
    tables = samples.small()
    known = rows(tables)
    for name in NAMES:
        encodes = getattr(charts, name)(tables).layout.meta["encode"]["traces"]
        after = recomputed(page, getattr(charts, name)(tables), known, [])
        for trace, encode in zip(after, encodes, strict=True):
            for path in encode["set"]:
                values = trace
                for key in path.split("."):
                    values = values[key]
                if encode["set"][path] in ("value", "percent", "day"):
                    assert all(value is None for value in values), (name, path)
                if encode["set"][path] in ("count", "size"):
                    assert not any(values), (name, path)


def test_shares_of_few_quotes_give_way_to_counts(page):
    tables = samples.small()
    figure = charts.kinds(tables)
    part = summary.select(tables, until="2031-03-20")
    known, left = rows(tables), list(summary.evidence(part).evidence_id)
    *bars, labels = recomputed(page, figure, known, left)
    assert all(value is None for bar in bars for value in bar["x"])
    assert all("too few for shares" in text for text in labels["text"])


def test_a_smoothed_line_is_that_of_the_selection(page):
    tables = samples.small()
    figure = charts.timeline(tables, series=("speakers",))
    part = summary.select(tables, speaker="Bo Lund")
    known, left = rows(tables), list(summary.evidence(part).evidence_id)
    line = recomputed(page, figure, known, left)[1]
    wanted = summary.smooth(summary.statements(part), "score")
    assert line["y"] == pytest.approx(wanted.value.tolist(), abs=1e-6)
    assert pd.Timestamp(line["x"][-1]) == wanted.day.iloc[-1]
