"""How large the pages of a report are, and how soon a reader sees the first chart.

    python benchmarks/pages.py reports/harbour-accord
    python benchmarks/pages.py reports/harbour-accord --picture .github/report.png

Each page is opened from its folder in headless Chromium. The first chart is there when a mark of
it has been painted; the time counts from the start of the navigation, the best of some rounds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
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
WIDE, TALL = {"width": 1280, "height": 900}, {"width": 1280, "height": 1500}
EACH = 3  # pages of each kind, the largest


def pages(folder: Path) -> list[Path]:
    """The front page, the corpus page, and the largest pages of each folder."""
    found = [folder / name for name in ("index.html", "corpus.html")]
    for kind in ("speakers", "actors", "articles"):
        sized = sorted((folder / kind).glob("*.html"), key=lambda path: -path.stat().st_size)
        found += sized[:EACH]
    return [path for path in found if path.is_file()]


def drawn(browser: Browser, page: Path, rounds: int) -> float | None:
    """Milliseconds to the first chart of a page; None for a page without one."""
    times = []
    for _ in range(rounds):
        context = browser.new_context(viewport=WIDE)
        opened = context.new_page()
        opened.add_init_script(f"({WATCH})()")
        opened.goto(page.as_uri())
        opened.wait_for_selector("html[data-ready=true]", state="attached", timeout=90_000)
        opened.wait_for_timeout(200)
        times.append(opened.evaluate("globalThis.onrecordDrawn ?? null"))
        context.close()
    return min((time for time in times if time is not None), default=None)


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
            beside = page.with_suffix(".evidence.js")
            first = drawn(browser, page, options.rounds)
            rows.append(
                [
                    page.relative_to(options.reports.resolve()).as_posix(),
                    f"{page.stat().st_size / 1000:,.0f}",
                    f"{beside.stat().st_size / 1000:,.0f}" if beside.exists() else "",
                    "" if first is None else f"{first / 1000:.2f}",
                ]
            )
    print(table(["Page", "KB", "evidence beside it, KB", "first chart, s"], rows))
    load = os.getloadavg()[0]
    print(f"\n{os.cpu_count()} cores, load {load:.1f}; best of {options.rounds} rounds.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
