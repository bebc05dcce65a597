"""How large the pages of a report are, and how soon they show a chart, filter and search.

    python benchmarks/pages.py reports/harbour-accord
    python benchmarks/pages.py reports/harbour-accord --picture .github/report.png

Each page is opened from its folder in headless Chromium. The first chart is there when a mark of
it has been painted. Filter: by the first outlet (or another field, where there is one outlet) and
back, with each chart of the page in sight; until all that is in sight follows, and until the rest
does. Search: over the quotes, once their sentences are loaded. Times are those of the processor
(of the page's main thread), so that a busy machine tells the same as an idle one; the worst place
of a page, the best of some rounds. What pages share lies beside them, and is told below the table.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accuracy import table
from playwright.sync_api import Browser, Page, sync_playwright

MARK = ".main-svg .trace path, .main-svg .points path"
# Two frames after the first mark is in the page, it has been painted.
WATCH = f"""() => {{
  console.timeStamp("start");
  const watch = new MutationObserver(() => {{
    if (!document.querySelector("{MARK}")) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => console.timeStamp("chart")));
  }});
  watch.observe(document, {{ childList: true, subtree: true }});
}}"""
# some of the charts of a page, the first among them
PLACES = """() => [...document.querySelectorAll(".or-figure:not(.or-empty)")]
  .map((figure) => figure.id).filter((_, n, all) => n % Math.ceil(all.length / 5) === 0)"""
# with a chart in sight, sets a field to its first value, or to none
FILTER = """async ([place, on]) => {
  const fields = ["outlet", "speaker", "actor"].map((name) =>
    document.querySelector(`select#or-filter-${name}`));
  const field = fields.find((each) => each?.options.length > 1);
  if (!field) return false;
  document.getElementById(place).scrollIntoView();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  field.value = on ? field.options[1].value : "";
  console.timeStamp("asked");
  field.dispatchEvent(new Event("change"));
  console.timeStamp("filter");
  while (document.documentElement.dataset.settled !== "true") {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.timeStamp("settled");
  return true;
}"""
SEARCH = """(words) => new Promise((resolve) => {
  const table = [...document.querySelectorAll(".or-table")]
    .find((each) => each.querySelector(".or-cards"));
  const input = table?.querySelector("input[type=search]");
  if (!input) { resolve(null); return; }
  console.timeStamp("asked");
  new MutationObserver((_, watch) => {
    watch.disconnect();
    console.timeStamp("search");
    resolve(true);
  }).observe(table.querySelector("tbody"), { childList: true });
  input.value = words;
  input.dispatchEvent(new Event("input"));
})"""
WIDE, TALL = {"width": 1280, "height": 900}, {"width": 1280, "height": 1500}
EACH = 3  # pages of each kind, the largest


def pages(folder: Path) -> list[Path]:
    """The front page, the corpus page, and the largest pages of each folder."""
    found = [folder / name for name in ("index.html", "corpus.html")]
    for kind in ("speakers", "actors", "articles"):
        sized = sorted((folder / kind).glob("*.html"), key=lambda path: -path.stat().st_size)
        found += sized[:EACH]
    return [path for path in found if path.is_file()]


class Clock:
    """Processor seconds of a page's main thread, where its scripts set a time stamp."""

    def __init__(self, page: Page) -> None:
        self.at: dict[str, float] = {}
        self.page = page
        session = page.context.new_cdp_session(page)
        session.on("Performance.metrics", self._take)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _take(self, event: dict[str, Any]) -> None:
        told = {metric["name"]: metric["value"] for metric in event["metrics"]}
        self.at[event["title"]] = told["ThreadTime"]

    def wait(self, last: str) -> None:
        """Until a stamp has come, which may be after what the page answers."""
        while last not in self.at:
            self.page.wait_for_timeout(10)

    def between(self, first: str, last: str) -> float | None:
        """Milliseconds from one stamp to another; None where one is missing."""
        if first not in self.at or last not in self.at:
            return None
        return 1000 * (self.at[last] - self.at[first])


@dataclass(slots=True)
class Times:
    """Milliseconds of the processor; None where a page has nothing of the kind."""

    chart: float | None = None
    filter: float | None = None
    settled: float | None = None
    search: float | None = None

    def best(self, other: Times) -> Times:
        """The shorter of each."""
        return self._each(other, min)

    def worst(self, other: Times) -> Times:
        """The longer of each."""
        return self._each(other, max)

    def _each(self, other: Times, pick: Callable[..., float]) -> Times:
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        known = ([time for time in pair if time is not None] for pair in pairs)
        return Times(*(pick(pair) if pair else None for pair in known))


def times(browser: Browser, page: Path, rounds: int) -> Times:
    """What a reader waits for on a page."""
    made = Times()
    for _ in range(rounds):
        context = browser.new_context(viewport=WIDE)
        opened = context.new_page()
        opened.set_default_timeout(90_000)
        clock = Clock(opened)
        opened.add_init_script(f"({WATCH})()")
        opened.goto(page.as_uri())
        opened.wait_for_selector("html[data-ready=true]", state="attached")
        opened.wait_for_timeout(200)
        took = Times(clock.between("start", "chart"))
        for place in opened.evaluate(PLACES):
            for on in (True, False):
                clock.at.clear()
                if opened.evaluate(FILTER, [place, on]):
                    clock.wait("settled")
                    spans = [clock.between("asked", end) for end in ("filter", "settled")]
                    took = took.worst(Times(None, *spans))
        opened.evaluate(SEARCH, "the")  # loads the sentences
        clock.at.clear()
        if opened.evaluate(SEARCH, "that"):
            clock.wait("search")
            took.search = clock.between("asked", "search")
        made = made.best(took)
        context.close()
    return made


def shared(folder: Path) -> str:
    """What lies beside the pages, in a sentence; empty where each carries all it needs."""
    files = {
        path.name: path.stat().st_size / 1000
        for path in sorted((folder / "assets").glob("*"))
        if path.suffix in (".js", ".css")
    }
    if not files:
        return ""
    told = ", ".join(f"{name} {size:,.0f} KB" for name, size in files.items())
    sizes = [path.stat().st_size / 1000 for path in (folder / "sentences").glob("*.js")]
    largest = f", the largest {max(sizes):,.0f} KB" if sizes else ""
    return (
        f"Shared by all pages: {told}; {len(sizes)} files of sentences, {sum(sizes):,.0f} KB"
        f"{largest}, loaded when they are asked for."
    )


def written(milliseconds: float | None, digits: int = 0, per: int = 1) -> str:
    """A time for the table.

    >>> written(1534.2, 2, per=1000), written(None)
    ('1.53', '')
    """
    return "" if milliseconds is None else f"{milliseconds / per:,.{digits}f}"


def picture(browser: Browser, page: Path, into: Path) -> None:
    """Save what a reader sees first of a page."""
    opened = browser.new_page(viewport=TALL, color_scheme="light")
    opened.goto(page.as_uri())
    opened.wait_for_selector("html[data-ready=true]", state="attached", timeout=90_000)
    opened.wait_for_timeout(500)
    into.parent.mkdir(parents=True, exist_ok=True)
    opened.screenshot(path=into)


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path, help="folder of a corpus that was rendered")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--picture", type=Path, help="save the corpus page as a PNG, and stop")
    options = parser.parse_args(given)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    found = pages(options.reports.resolve())
    if not chromium or not found:
        missing = "There is no Chromium here." if found else f"No reports in {options.reports}."
        print(missing, file=sys.stderr)
        return 2
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        if options.picture:
            picture(browser, options.reports.resolve() / "corpus.html", options.picture)
            return 0
        rows = []
        for page in found:
            beside = page.with_suffix(".rows.js")
            took = times(browser, page, options.rounds)
            rows.append(
                [
                    page.relative_to(options.reports.resolve()).as_posix(),
                    f"{page.stat().st_size / 1000:,.0f}",
                    f"{beside.stat().st_size / 1000:,.0f}" if beside.exists() else "",
                    written(took.chart, 2, per=1000),
                    written(took.filter),
                    written(took.settled),
                    written(took.search),
                ]
            )
    heads = [
        "Page", "KB", "rows beside it, KB", "first chart, s", "filter in sight, ms",
        "all follows, ms", "search, ms",
    ]  # fmt: skip
    print(table(heads, rows))
    if beside_all := shared(options.reports.resolve()):
        print(f"\n{beside_all}")
    load = os.getloadavg()[0]
    print(f"\n{os.cpu_count()} cores, load {load:.1f}; processor times, best of {options.rounds}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
