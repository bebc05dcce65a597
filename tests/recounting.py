"""The page's script beside the package: what both make of the same rows."""

import json
import shutil
from collections.abc import Iterator

import pytest

from onrecord.report import page as pages

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
CALL = """([given, jobs]) => {
  const all = new Rows(given);
  return jobs.map(([chart, options, asked]) => {
    const {data, layout, behind} = BUILD[chart](new Part(all, asked), options);
    return {data, layout, behind: behind.map((marks) => marks.length)};
  });
}"""
TABLE = """([given, data, asked]) => {
  const all = new Rows(given);
  Object.assign(rows, { all, part: new Part(all, asked) });
  const { lines, caption = data.caption, columns = data.columns } = linesOf(data);
  const counts = ({ behind }) => Object.fromEntries(Object.entries(behind)
    .map(([key, of]) => [key, passageCount(of)]));
  const shown_ = ({ cells }) => Object.fromEntries(columns.map(({ key }) => [key, cells[key]]));
  return { rows: lines.map(shown_), behind: lines.map(counts), caption, columns };
}"""

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium to run the script in")


@pytest.fixture(scope="module")
def script() -> Iterator:
    playwright = pytest.importorskip("playwright.sync_api")
    parts = [(pages.ASSETS.parents[1] / name).read_text("utf-8") for name in pages.MIRRORS]
    for name in ("rows", "recount"):
        parts.append((pages.ASSETS / "js" / f"{name}.js").read_text("utf-8"))
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        opened.add_script_tag(content="\n".join(parts))
        yield opened
        browser.close()


def differences(given, made, path: str = "") -> list:
    """Where two values of JSON are not the same."""
    numbers = (int, float)
    if isinstance(given, bool) or isinstance(made, bool):
        return [] if given is made else [(path, given, made)]
    if isinstance(given, numbers) and isinstance(made, numbers):
        close = abs(given - made) <= 1e-9 * max(1, abs(given))
        return [] if close else [(path, given, made)]
    if isinstance(given, dict) and isinstance(made, dict):
        found = []
        for key in sorted({*given, *made}):
            if key not in given or key not in made:
                found.append((f"{path}.{key}", given.get(key), made.get(key)))
            else:
                found += differences(given[key], made[key], f"{path}.{key}")
        return found
    if isinstance(given, list) and isinstance(made, list) and len(given) == len(made):
        pairs = enumerate(zip(given, made, strict=True))
        return [each for n, pair in pairs for each in differences(*pair, f"{path}[{n}]")]
    return [] if given == made else [(path, given, made)]


def drawn(figure) -> dict:
    """A figure as JSON, without what is the package's alone."""
    made = json.loads(figure.to_json())
    made["layout"].pop("template", None)
    for name in ("encode", "recount"):
        made["layout"]["meta"].pop(name, None)
    marks = [len(trace.pop("customdata", [])) for trace in made["data"]]
    return made | {"behind": marks}


def same_table(script, sent: dict, data: dict, asked: dict) -> list:
    """Hold a table that the script made to that of the package, and return its rows."""
    made = script.evaluate(TABLE, [sent, data | {"rows": []}, asked])
    assert made["caption"] == data["caption"]
    assert made["columns"] == data["columns"]
    assert len(made["rows"]) == len(data["rows"])
    if data["recount"] == "quotes":
        return made["rows"]  # they come with the sentences
    keys = [column["key"] for column in data["columns"]]
    for row, cells in zip(data["rows"], made["rows"], strict=True):
        found = [cells.get(key) for key in keys]
        assert differences([value or None for value in row], [v or None for v in found]) == []
    for cells, behind in zip(made["rows"], made["behind"], strict=True):
        for key in behind.keys() & OPENED:  # it opens as many passages as it says
            # of sources a quote by two is one passage, and counts for each
            several = key == "quotes" and data["name"].startswith(("sources", "roles"))
            assert behind[key] == cells[key] or (several and behind[key] < cells[key]), key
    return made["rows"]


OPENED = {"count", "quotes", "speakers_count", "narrators_count"}
