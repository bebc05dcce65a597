"""The faces that pages are set in, in a real browser."""

import pytest
from browsing import Opened, outside
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from onrecord.report import page
from onrecord.report.exporter import ReportExporter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SERIF, SANS = "Source Serif 4", "Source Sans 3"
# which face of ours sets the letters of an element, as the browser says itself
SET_IN = """async ([what, family]) => {
  await document.fonts.ready;
  const style = getComputedStyle(document.querySelector(what));
  const words = document.querySelector(what).textContent;
  return style.fontFamily.startsWith(`"${family}"`)
    && document.fonts.check(`${style.fontWeight} 16px "${family}"`, words)
    && [...document.fonts].filter(({ family: of, status }) => of.includes(family)
      && status === "loaded").length;
}"""
FIGURE = {
    "data": [{"type": "scatter", "x": [1], "y": ["Ada"], "mode": "markers"}],
    "layout": {"meta": {"alt": "One."}, "font": {"family": "monospace"}},
}


def written(folder, title, *, shared):
    output = new_output("display_data", data={"application/vnd.plotly.v1+json": FIGURE})
    cells = [new_markdown_cell(f"# {title}"), new_code_cell("", outputs=[output])]
    html, _ = ReportExporter(shared=shared, root="").from_notebook_node(new_notebook(cells=cells))
    (folder / "page.html").write_text(html, "utf-8")
    (folder / "assets").mkdir()
    for name, raw in (page.shared_files() | {page.LINKS: page.links({}, [])}).items():
        (folder / "assets" / name).write_bytes(raw)
    return folder / "page.html"


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize(
    ("title", "files"), [("Who is on record?", 1), ("Was sagt Erdoğan?", 2), ("谁说的？", 1)]
)
def test_words_and_charts_are_set_in_the_faces_that_a_page_brings(
    browser, tmp_path, title, files, shared
):
    with Opened(browser, written(tmp_path, title, shared=shared)) as opened:
        assert opened.page.evaluate(SET_IN, ["h1", SERIF]) == files
        assert opened.page.evaluate(SET_IN, [".or-brand", SERIF])
        for what in (".ytick text", ".or-kicker"):
            assert opened.page.evaluate(SET_IN, [what, SANS])
        assert opened.said == [] and outside(opened.asked) == []


@pytest.mark.parametrize(
    ("title", "extended"),
    [("Who is on record?", False), ("Łukasz", True), ("Nguyễn", True), ("€5, ₹5", True),
     ("Müller, naïve, 5 €", False), ("Кто говорит?", False)],
)  # fmt: skip
def test_a_page_that_stands_alone_carries_the_letters_that_it_needs(title, extended):
    cells = [new_markdown_cell(f"# {title}")]
    html, _ = ReportExporter().from_notebook_node(new_notebook(cells=cells))
    assert html.count("font/woff2") == (4 if extended else 2)
