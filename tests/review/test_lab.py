"""The review notebook in JupyterLab: by keys, by dragging, and on where a dead kernel left it."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from browsing import CHROMIUM
from playwright.sync_api import sync_playwright
from reviewed import stored

from onrecord.corrections import read_corrections
from onrecord.report.notebooks import copies

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def lab(tmp_path):
    """A folder with a store and the notebooks, and the address of a JupyterLab that shows it."""
    stored(tmp_path)
    list(copies(tmp_path / "notebooks", tmp_path / "tables"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [
        "jupyterlab", "--no-browser", f"--ServerApp.port={port}", "--IdentityProvider.token=",
        "--ServerApp.root_dir=.", "--allow-root", "--ServerApp.disable_check_xsrf=True",
    ]  # fmt: skip
    with (tmp_path / "lab.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=tmp_path, stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=5)
                break
            except OSError:
                time.sleep(0.2)
        yield tmp_path, address
    finally:
        server.terminate()
        server.wait(30)


def _said(folder):
    path = folder / "tables" / "corrections.jsonl"
    found, problems = read_corrections([path] if path.is_file() else [])
    assert problems == []
    return [(each.kind, each.now) for each in found]


def _opened(page):
    """Run all cells by the menu, and give the keys to what is shown."""
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.get_by_text("| Idle").wait_for()  # the kernel is there
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-item", has_text=re.compile("^Run All Cells$")).click()
    page.locator(".onrecord-review mark").first.wait_for()
    page.locator(".onrecord-review .head").click()  # JupyterLab selects the next cell
    return page.locator(".onrecord-review")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")
def test_a_review_in_jupyterlab(lab):
    folder, address = lab
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(60_000)
        notebook = f"{address}/lab/tree/notebooks/review.ipynb?reset"
        page.goto(notebook)
        box = _opened(page)
        cells = page.locator(".jp-Notebook .jp-Cell").count()
        box.get_by_text("1 of 3").wait_for()

        # keys alone: "b" and "a" add cells in JupyterLab, but not while this has the keys
        page.keyboard.press("s")
        page.keyboard.press("1")  # the nearest name
        box.get_by_text("2 of 3").wait_for()
        page.keyboard.press("b")
        box.get_by_text("You said: speaker").wait_for()
        page.keyboard.press("s")
        page.keyboard.type("Eve Moss")
        page.keyboard.press("Enter")
        box.get_by_text("2 of 3").wait_for()
        assert [kind for kind, _ in _said(folder)] == ["speaker", "speaker"]
        assert _said(folder)[-1] == ("speaker", {"speakers": ["Eve Moss"]})

        # an end of the words is dragged behind "lied", then one word back by its key
        words = box.locator("mark.content").inner_text()
        end = box.locator(".edge.end").bounding_box()
        into = page.evaluate(
            """() => {
              const mark = document.querySelector(".onrecord-review mark.content").firstChild;
              const range = document.createRange();
              const at = mark.data.lastIndexOf(" ");
              range.setStart(mark, at);
              range.setEnd(mark, at + 1);
              const { x, y, height } = range.getBoundingClientRect();
              return { x, y: y + height / 2 };
            }"""
        )
        page.mouse.move(end["x"] + 2, end["y"] + end["height"] / 2)
        page.mouse.down()
        page.mouse.move(into["x"] + 30, into["y"])
        page.mouse.move(into["x"] + 1, into["y"])
        page.mouse.up()
        shorter = words[: words.rindex(" ")]
        box.locator("mark.content", has_text=re.compile(f"^{re.escape(shorter)}$")).wait_for()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        box.get_by_text("3 of 3").wait_for()
        kind, right = _said(folder)[-1]
        assert kind == "words" and [each["text"] for each in right["content"]] == [shorter]

        page.keyboard.press("p")
        page.keyboard.type("Dov B. Amsel")
        page.keyboard.press("Enter")
        box.get_by_text("is Dov B. Amsel").wait_for()
        assert _said(folder)[-1] == ("same person", {"name": "Dov B. Amsel"})
        assert page.locator(".jp-Notebook .jp-Cell").count() == cells

        # the kernel dies: it is told, nothing is lost, and the next run goes on there
        kernels = json.load(urllib.request.urlopen(f"{address}/api/kernels"))
        before = len(_said(folder))
        for kernel in kernels:
            gone = urllib.request.Request(f"{address}/api/kernels/{kernel['id']}", method="DELETE")
            urllib.request.urlopen(gone)
        page.goto(notebook)
        box = _opened(page)
        box.get_by_text("3 of 3").wait_for()
        page.keyboard.press("n")
        box.get_by_text("That was the last one").wait_for()
        assert len(_said(folder)) == before + 1
        browser.close()
