"""A real browser for tests: pages are opened, and what they ask of the network is counted."""

import shutil
import socket
import threading
from importlib import resources

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
WIDE, NARROW = 1280, 390
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

# those who listen are told in the order in which they asked: the page has heard before this has
HEARD = """name => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  window.heard = new Promise((heard) => {
    if (dark.matches === (name === "dark")) heard();
    else dark.addEventListener("change", () => heard(), { once: true });
  });
}"""
# nothing moves, and what follows a filter or a scheme late, and is pale until then, has followed
STILL = """async () => {
  const frame = () => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
  const moving = () => document.getAnimations().filter(
    ({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  do {
    await frame();
    await frame();
    await Promise.allSettled(moving().map(({ finished }) => finished));
  } while (moving().length || document.querySelector(".or-due"));
}"""


class Sink:
    """Takes every connection to a host under `.example` and counts it."""

    def __init__(self):
        self.count = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._take, daemon=True).start()

    @property
    def port(self):
        return self.socket.getsockname()[1]

    def _take(self):
        while True:
            try:
                taken, _ = self.socket.accept()
            except OSError:
                return
            self.count += 1
            taken.close()


@pytest.fixture(scope="module")
def sink():
    one = Sink()
    yield one
    one.socket.close()


@pytest.fixture(scope="module")
def browser(sink):
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    rules = f"MAP *.example 127.0.0.1:{sink.port}, MAP * ~NOTFOUND"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", f"--host-resolver-rules={rules}"],
        )
        yield made
        made.close()


def hindrances(page, within="html", rules=()):
    """As `Opened.axe`, of a page as it stands now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)  # not as a script element: the page's policy would refuse it
    # no styles are fetched anew: they are in the page, or beside it on the disk
    options = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = list(rules)
    found = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    return [
        (item["id"], [node["target"] for node in item["nodes"]][:3])
        for item in found["violations"]
        if item["impact"] in ("serious", "critical")
    ]


class Opened:
    """A page, and what it complained about or asked for."""

    def __init__(self, browser, path, width=WIDE, scheme="light", script=""):
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=width < 600
        )
        self.page = self.context.new_page()
        self.said, self.asked = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.set_default_timeout(90_000)
        self.page.add_init_script(script)
        self.page.goto(path.as_uri(), wait_until="commit")
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def settled(self):
        """Wait until what is out of sight follows the filter too."""
        self.page.wait_for_selector("html[data-settled=true]", state="attached")

    def scheme(self, name):
        """Let the system be light or dark, until the page has heard of it."""
        self.page.evaluate(HEARD, name)
        self.page.emulate_media(color_scheme=name)
        self.page.evaluate("() => window.heard")

    def axe(self, within="html", rules=()):
        """What axe finds to be a serious or critical hindrance.

        Args:
            within: the part of the page that is looked at.
            rules: those that are asked; all unless some are named.
        """
        self.page.evaluate(STILL)
        return hindrances(self.page, within, rules)

    def marks(self):
        """How many marks each chart drew."""
        return self.page.eval_on_selector_all(
            ".or-figure:not(.or-empty) .or-plot",
            "all => all.map(one => one.querySelectorAll("
            "'.point path, .points path, .bars path, .textpoint').length)",
        )


def outside(urls):
    return [url for url in urls if not url.startswith(("file:", "data:", "blob:"))]
