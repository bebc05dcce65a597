"""The pictures of docs/gallery.md: a page of each kind of a report, small; and what links show.

python benchmarks/gallery.py reports/harbour-accord --into docs/gallery
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from onrecord.report.address import PICTURE

# kind of page -> width, height and colours it is shown in
SHOWN = {
    "corpus": (1000, 900, "light"),
    "speaker": (1000, 1100, "light"),
    "actor": (1000, 1100, "dark"),
    "article": (390, 1200, "light"),
}


def page_of(reports: Path, kind: str) -> Path | None:
    """The largest page of a kind, which has most to show."""
    found = [*reports.glob(f"{kind}.html"), *reports.glob(f"{kind}s/*.html")]
    return max(found, key=lambda path: (path.stat().st_size, path.name), default=None)


def picture(browser: Browser, page: Path, kind: str, into: Path) -> None:
    """Save what a reader sees first of a page."""
    width, height, colours = SHOWN[kind]
    opened = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if colours == "dark" else "light",
    )
    opened.goto(page.as_uri())
    opened.wait_for_selector("html[data-ready=true]", state="attached", timeout=90_000)
    opened.wait_for_timeout(500)
    opened.screenshot(path=into / f"{kind}.png")
    opened.close()


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path, help="folder of a corpus that was rendered")
    parser.add_argument("--into", type=Path, required=True, help="where the pictures go")
    options = parser.parse_args(given)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    pages = {kind: page_of(options.reports.resolve(), kind) for kind in SHOWN}
    missing = [kind for kind, page in pages.items() if page is None]
    if not chromium or missing:
        print("No Chromium, or no page of: " + ", ".join(missing), file=sys.stderr)
        return 2
    options.into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for kind, page in pages.items():
            if page is not None:
                picture(browser, page, kind, options.into)
    shutil.copyfile(options.reports / PICTURE, options.into / PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
