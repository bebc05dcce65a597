"""The site as it is built: nothing is asked of the network, the search works from the disk."""

import re
from pathlib import Path

import pytest
from browsing import hindrances, outside

ROOT = Path(__file__).parent.parent.parent
NAMES = {path.stem for kind in ("md", "ipynb") for path in (ROOT / "docs").glob(f"*.{kind}")}
KINDS = ("index", "journalist", "tables", "command", "api")  # a page of each kind


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    build = pytest.importorskip("mkdocs.commands.build")
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("site")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    build.build(config)
    return folder


def test_the_site_asks_nothing_of_the_network(site):
    made = sorted(site.rglob("*.html"))
    assert {path.stem for path in made} >= NAMES
    asked = re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"?(https?:)?//", re.I)
    for path in made:
        text = path.read_text("utf-8")
        assert not [found for found in asked.finditer(text) if 'rel="canonical"' not in found[0]]
    assert "Read one text or some" in (site / "api.html").read_text("utf-8")


@pytest.mark.parametrize("notebook", sorted((ROOT / "docs").glob("*.ipynb")), ids=lambda p: p.stem)
def test_a_notebook_is_a_page(site, notebook):
    text = (site / f"{notebook.stem}.html").read_text("utf-8")
    assert "onrecord" in text and f'href="{notebook.name}"' in text
    assert (site / notebook.name).read_bytes() == notebook.read_bytes()


@pytest.mark.browser
def test_the_search_works_from_the_disk(site, browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_default_timeout(90_000)
    page.goto((site / "index.html").as_uri())
    page.locator("[data-md-component=search-query]").press_sequentially("codebook")
    page.wait_for_selector(".md-search-result__item")
    found = page.eval_on_selector_all("a.md-search-result__link", "all => all.map(a => a.href)")
    context.close()
    assert any("issues.html" in link for link in found)
    assert said == [] and outside(asked) == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_nothing_hinders_a_reader(site, browser, scheme, width):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=width < 600
    )
    page = context.new_page()
    page.set_default_timeout(90_000)
    for name in KINDS:
        page.goto((site / f"{name}.html").as_uri())
        assert hindrances(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()
