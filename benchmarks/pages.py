"""How large the pages of a report are, and how soon they show a chart, filter and search.

    python benchmarks/pages.py reports/harbour-accord
    python benchmarks/pages.py reports/harbour-accord --picture .github/report.png

Each page is opened from its folder in headless Chromium. The first chart is there when a mark of
it has been painted; the time counts from the start of the navigation, the best of some rounds.
Filter: until all charts and tables are those of the first outlet (or of another field, where
there is one outlet). Search: over the quotes, once their sentences are loaded. What pages share
lies beside them, and is told below the table.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accuracy import table
from playwright.sync_api import Browser, sync_playwright

MARK = ".main-svg .trace path, .main-svg .points path"
# Two frames after the first mark is in the page, it has been painted.
WATCH = f"""() => {{
  const watch = new MutationObserver(() => {{
    if (!document.querySelector("{MARK}")) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => {{
      globalThis.onrecordDrawn = performance.now();
    }}));
  }});
  watch.observe(document, {{ childList: true, subtree: true }});
}}"""
FILTER = """() => {
  const fields = ["outlet", "speaker", "actor"].map((name) =>
    document.querySelector(`select#or-filter-${name}`));
  const field = fields.find((each) => each?.options.length > 1);
  if (!field) return null;
  field.value = field.options[1].value;
  field.dispatchEvent(new Event("change"));
  const took = Number(document.documentElement.dataset.filterTook);
  document.querySelector("#or-filters").reset();
  return took;
}"""
SEARCH = """(words) => new Promise((resolve) => {
  const table = [...document.querySelectorAll(".or-table")]
    .find((each) => each.querySelector(".or-cards"));
  const input = table?.querySelector("input[type=search]");
  if (!input) { resolve(null); return; }
  const start = performance.now();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    resolve(performance.now() - start);
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


@dataclass(slots=True)
class Times:
    """Milliseconds to the first chart, and of filter and search; None where a page has none."""

    chart: float | None = None
    filter: float | None = None
    search: float | None = None

    def best(self, other: Times) -> Times:
        """The shorter of each."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        return Times(*(min((t for t in pair if t is not None), default=None) for pair in pairs))


def times(browser: Browser, page: Path, rounds: int) -> Times:
    """What a reader waits for on a page."""
    made = Times()
    for _ in range(rounds):
        context = browser.new_context(viewport=WIDE)
        opened = context.new_page()
        opened.add_init_script(f"({WATCH})()")
        opened.goto(page.as_uri())
        opened.wait_for_selector("html[data-ready=true]", state="attached", timeout=90_000)
        opened.wait_for_timeout(200)
        first = opened.evaluate("globalThis.onrecordDrawn ?? null")
        filtered = opened.evaluate(FILTER)
        opened.wait_for_timeout(300)  # a reset is applied after the event
        opened.evaluate(SEARCH, "the")  # loads the sentences
        made = made.best(Times(first, filtered, opened.evaluate(SEARCH, "that")))
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
                    written(took.search),
                ]
            )
    heads = ["Page", "KB", "rows beside it, KB", "first chart, s", "filter, ms", "search, ms"]
    print(table(heads, rows))
    if beside_all := shared(options.reports.resolve()):
        print(f"\n{beside_all}")
    load = os.getloadavg()[0]
    print(f"\n{os.cpu_count()} cores, load {load:.1f}; best of {options.rounds} rounds.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
