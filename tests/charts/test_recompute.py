"""The page's script says the same numbers as the package, and follows a filter."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import samples
from samples import Quote, Told, article, tables

from onrecord import charts, summary
from onrecord.summary.intervals import estimates, student
from onrecord.summary.observed import rows as counted
from onrecord.tables import Tables

ROOT = Path(charts.__file__).parents[1]
SCRIPT = "\n".join(
    (ROOT / name).read_text("utf-8") for name in ("summary/directions.js", "charts/recompute.js")
)
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
        opened.add_script_tag(
            content=SCRIPT + "\nObject.assign(window, { OnRecord, chance, directions });"
        )
        yield opened
        browser.close()


def rows(given) -> dict[str, dict]:
    found = summary.evidence(given).set_index("evidence_id")
    found = found[
        ["article_id", "quote_id", "published", "score", "polarity", "voice", "speaker", "target",
         "factuality"]
    ]  # fmt: skip
    made = json.loads(found.to_json(orient="index", date_format="iso", double_precision=15))
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
    given = getattr(samples, shape)()
    figure = getattr(charts, name)(given)
    known = rows(given)
    before = json.loads(figure.to_json())["data"]
    after = recomputed(page, figure, known, list(known))
    assert len(after) == len(before)
    for was, now in zip(before, after, strict=True):
        for part, values in numbers(was).items():
            assert part in numbers(now)
            for one, other in zip(values, numbers(now)[part], strict=True):
                if isinstance(one, int | float):
                    # intervals come of other draws
                    assert other == pytest.approx(one, abs=1e-9)
                elif name != "timeline":
                    assert one == other
        if name in ("stance_matrix", "speaker_bars", "right_of_reply", "network", "volume"):
            for one, other in zip(was.get("hovertext", []), now.get("hovertext", []), strict=True):
                assert one.split("95%")[0] == other.split("95%")[0]


def test_a_filter_leaves_means_counts_and_symbols_of_what_is_left(page):
    given = samples.small()
    figure = charts.stance_matrix(given)
    part = summary.select(given, outlet="The Lantern")
    known, left = rows(given), list(summary.evidence(part).evidence_id)
    trace = recomputed(page, figure, known, left)[0]
    names = [text.split("</b>")[0].removeprefix("<b>") for text in trace["hovertext"]]
    wanted = summary.pairs(part)
    wanted = wanted.set_index(wanted.teller + " → " + wanted.target)
    for at, name in enumerate(names):
        if name in wanted.index:
            assert trace["marker"]["color"][at] == pytest.approx(wanted.value[name])
            assert (trace["marker"]["symbol"][at] != "circle-open") == wanted.clear[name]
        else:
            assert trace["marker"]["color"][at] is None
            assert trace["marker"]["size"][at] == 0


def test_a_filter_to_nothing_empties_every_chart(page):
    given = samples.small()
    known = rows(given)
    for name in NAMES:
        encodes = getattr(charts, name)(given).layout.meta["encode"]["traces"]
        after = recomputed(page, getattr(charts, name)(given), known, [])
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
    given = samples.small()
    figure = charts.kinds(given)
    part = summary.select(given, until="2031-03-20")
    known, left = rows(given), list(summary.evidence(part).evidence_id)
    *bars, labels = recomputed(page, figure, known, left)
    assert all(value is None for bar in bars for value in bar["x"])
    assert all("too few for shares" in text for text in labels["text"])


def test_a_smoothed_line_is_that_of_the_selection(page):
    given = samples.small()
    figure = charts.timeline(given)
    part = summary.select(given, speaker="Bo Lund")
    known, left = rows(given), list(summary.evidence(part).evidence_id)
    line = recomputed(page, figure, known, left)[1]
    wanted = summary.smooth(summary.statements(part), "score")
    for one, other in zip(line["y"], wanted.value, strict=True):
        assert one is None if pd.isna(other) else one == pytest.approx(other, abs=1e-9)
    assert any(one is not None for one in line["y"])
    assert pd.Timestamp(line["x"][-1]) == wanted.day.iloc[-1]


def news(seed: int) -> Tables:
    """Forty articles of made-up numbers: uneven, with days, outlets and speakers missing."""
    draw = random.Random(seed)
    outlets, people = ("The Lantern", "Harbour Post", "Tidings", None), ("Ada Quist", "Bo Lund")
    made = []
    for day in range(40):
        lines = [
            Quote(
                draw.choice((*people, None)), f"Norland and Sudmark met {n} times",
                {name: round(draw.uniform(-1, 1), 6) for name in ("Norland", "Sudmark")},
                kind=draw.choice(("direct", "indirect", "mixed")), polarity=draw.uniform(-1, 1),
                cue_class=draw.choice(("say", "claim", "admit")),
            )
            for n in range(draw.randint(0, 4))
        ]  # fmt: skip
        lines.append(Told("Norland waited.", {"Norland": draw.uniform(-1, 1)}, draw.uniform(-1, 1)))
        when = (
            None if day % 13 == 5 else f"2031-{3 + day // 20:02}-{1 + day % 20:02}T0{day % 10}:30"
        )
        made.append(article(draw.choice(outlets), when, *lines))
    return tables(*made)


FILTERS = [
    {}, {"outlet": "The Lantern"}, {"outlet": "Tidings", "since": "2031-03-05"},
    {"until": "2031-04-02"}, {"since": "2031-04-10"}, {"speaker": "Bo Lund"},
]  # fmt: skip


@pytest.mark.parametrize("asked", FILTERS, ids=str)
@pytest.mark.parametrize("seed", [1, 2])
def test_means_and_intervals_of_a_filter_are_those_of_the_selection(page, asked, seed):
    """Not nearly: to 1e-9, as both count the same five sums."""
    made = news(seed)
    part = summary.select(made, **asked)
    known, left = rows(made), list(summary.evidence(part).evidence_id)
    figure = charts.stance_means(made, by="teller", top=50)
    trace = recomputed(page, figure, known, left)[0]
    names = [text.split("</b>")[0].removeprefix("<b>") for text in trace["hovertext"]]
    wanted = estimates(counted(part, "statements"), ["teller"], "score")
    wanted = wanted[~wanted.teller.str.startswith("Narrator")].set_index("teller")
    assert len(wanted) > 1 or "speaker" in asked
    shown = 0
    for at, name in enumerate(names):
        if name not in wanted.index:
            assert trace["x"][at] is None
            continue
        row, error = wanted.loc[name], trace["error_x"]
        assert trace["x"][at] == pytest.approx(row.value, abs=1e-9)
        for end, length in ((row.high, error["array"][at]), (row.low, error["arrayminus"][at])):
            if pd.isna(end):
                assert length is None
            else:
                assert length == pytest.approx(abs(end - row.value), abs=1e-9)
                shown += 1
    assert shown


@pytest.mark.parametrize("asked", FILTERS[:-1], ids=str)
def test_lines_of_a_filter_are_those_of_the_selection(page, asked):
    made = news(3)
    part = summary.select(made, **asked)
    known, left = rows(made), list(summary.evidence(part).evidence_id)
    _, line, _ = recomputed(page, charts.timeline(made), known, left)
    wanted = summary.smooth(counted(part, "statements").where(voice="speaker"), "score")
    assert len(line["y"]) == len(wanted)
    for one, other in zip(line["y"], wanted.value, strict=True):
        assert one is None if pd.isna(other) else one == pytest.approx(other, abs=1e-9)


@pytest.mark.parametrize("freedom", [1, 2, 4, 7.31, 29.5, 30, 31, 88, 1e4])
def test_students_t_is_the_same(page, freedom):
    there = page.evaluate("freedom => OnRecord.student(freedom)", freedom)
    assert there == pytest.approx(float(student(freedom)), abs=1e-12)
