"""Reports in a real browser: nothing is asked of the network, and everything answers."""

import html
import itertools
import re
from importlib import import_module

import pandas as pd
import pypdf
import pytest
import samples
from browsing import NARROW, STILL, WIDE, Opened, outside
from running import in_this_process
from samples import Quote, Told, article
from stored import stored

from onrecord import charts, display, summary
from onrecord.display.style import style
from onrecord.report import render, render_one
from onrecord.report.library import library

pytestmark = [pytest.mark.browser, pytest.mark.slow]
opening = import_module("onrecord.display.opening")
PAGES = {
    "index": "index.html",
    "corpus": "corpus.html",
    "speaker": "speakers/ada-quist.html",
    "actor": "actors/norland.html",
    "article": "articles/talks-day-9.html",
}
WITH_FILTER = [kind for kind in PAGES if kind != "index"]


def rendered(folder, tables, *, site):
    with in_this_process():
        made = render(
            tables.save(folder / "tables"), folder / "reports", single_file=not site,
            min_statements=12, max_articles=1, jobs=1, progress=False, title="Sample",
        )  # fmt: skip
    assert not made.refused
    return folder / "reports"


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The sample as a folder site."""
    return rendered(tmp_path_factory.mktemp("site"), samples.small(), site=True)


@pytest.fixture(scope="module")
def single(tmp_path_factory):
    """The sample as pages that stand alone."""
    return rendered(tmp_path_factory.mktemp("single"), samples.small(), site=False)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The page of a corpus with more sentences and quotes than a page has room for."""
    folder = tmp_path_factory.mktemp("large")
    lines = [
        *(Quote("Ada Quist", f"Norland broke rule {n}", {"Norland": -0.6}) for n in range(7)),
        *(Told(f"It rained {n} times.") for n in range(4)),
    ]
    days = pd.date_range("2031-03-01", periods=120, freq="D")
    made = samples.tables(*(article("The Lantern", str(day.date()), *lines) for day in days))
    stored(made, folder / "tables")
    asked = {"tables": str(folder / "tables")}
    with in_this_process() as patch:
        patch.setattr(opening, "MOST", 2_000)
        return render_one("corpus", asked, folder / "corpus.html")


@pytest.fixture(scope="module")
def opened_once(browser, reports):
    with Opened(browser, reports / PAGES["corpus"]) as opened:
        yield opened


@pytest.fixture
def corpus(opened_once):
    """The page of the corpus for those who leave it as it was, but for a filter."""
    opened_once.said.clear()
    page = opened_once.page
    page.keyboard.press("Escape")
    page.evaluate("() => { window.taken = ''; scrollTo(0, 0); }")
    if page.evaluate("location.hash"):
        page.evaluate("location.hash = ''")
        page.wait_for_selector("html:not(.or-filtered)", state="attached")
        opened_once.settled()
    return opened_once


def is_drawn(opened, kind):
    """Whether a page came up without a complaint, and its charts hold something."""
    assert opened.page.get_attribute("html", "data-ready") == "true"
    assert opened.said == []
    assert outside(opened.asked) == []
    assert all(opened.marks())
    assert len(opened.marks()) >= (0 if kind == "index" else 1)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_that_stands_alone_is_drawn_without_a_request(browser, single, sink, kind):
    before = sink.count
    with Opened(browser, single / PAGES[kind]) as opened:
        is_drawn(opened, kind)
    assert sink.count == before


COLORS = ["color-contrast", "link-in-text-block"]  # what a scheme can change
# what is copied, for a test to read
KEEP = """Object.defineProperty(navigator, "clipboard", {
  configurable: true, value: { writeText: async (text) => { window.taken = text; } },
})"""
OVER = """all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length"""


def fits(page, width):
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.eval_on_selector_all(".or-scroll, .or-side", OVER) == 0


def drawer_hinders(opened):
    """What hinders in the drawer, where the page has one; the page behind it was looked at."""
    button = opened.page.locator("button[data-evidence]:visible").first
    if not button.count():
        return []
    button.click()
    opened.page.locator("#or-drawer:visible").wait_for()
    found = opened.axe("#or-drawer")
    opened.page.keyboard.press("Escape")
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_a_report_is_drawn_fits_the_screen_and_hinders_nobody(browser, reports, sink, kind):
    """On a phone in the dark, then on a wide screen, light and dark: charts follow both."""
    before = sink.count
    with Opened(browser, reports / PAGES[kind], NARROW, "dark") as opened:
        page = opened.page
        is_drawn(opened, kind)
        fits(page, NARROW)
        assert opened.axe() == [] and drawer_hinders(opened) == []
        if kind in WITH_FILTER:  # the filter folds on a phone
            assert not page.locator("#or-filters").is_visible()
            page.locator("#or-filter-toggle").tap()
            assert page.locator("#or-filters select").first.is_visible()
            assert page.get_attribute("#or-filter-toggle", "aria-expanded") == "true"
        page.set_viewport_size({"width": WIDE, "height": 900})
        page.evaluate(STILL)
        is_drawn(opened, kind)
        fits(page, WIDE)
        assert opened.axe(rules=COLORS) == []
        page.set_viewport_size({"width": 720, "height": 450})  # 1440 pixels at 200%
        page.evaluate(STILL)
        fits(page, 720)
        page.set_viewport_size({"width": WIDE, "height": 900})
        opened.scheme("light")
        assert opened.axe() == [] and drawer_hinders(opened) == []
    assert sink.count == before


NAMES = """() => [...document.querySelectorAll(".or-figure:not(.or-empty) .or-plot")]
.map((plot) => ({
  chart: plot.closest("figure").dataset.chart,
  down: (plot._fullLayout.yaxis.ticktext || []).map((name) => name.replace("<br>", " ")),
  beside: plot.data.filter(({ mode = "", x }) => mode.includes("text")
    && x.every((at) => [0, 1].includes(at))).flatMap(({ text }) => text),
  across: [...plot.querySelectorAll(".xtick text")].map((name) => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    return [left, right, top, bottom];
  }),
  aslant: plot._fullLayout.xaxis.tickangle,
}))"""


def test_names_on_a_phone_are_whole_and_none_lies_over_another(browser, reports):
    with Opened(browser, reports / PAGES["corpus"], NARROW) as opened:
        every = opened.page.evaluate(NAMES)
        shown = {each["chart"]: each for each in every}
        down = [html.unescape(name) for each in every for name in each["down"]]
        assert "Harbour Post" in down and "in the speaker's own words" in down
        cut = {each["chart"] for each in every if any("…" in name for name in each["down"])}
        assert cut <= {"repeats"}  # its rows are quotations, and are cut
        assert {"Ada Quist", "Norland"} <= {
            name.replace("<br>", " ") for name in shown["network"]["beside"]
        }
        for each in every:
            if each["aslant"]:
                continue
            across = sorted(each["across"])
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(across)), each["chart"]
        wide = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1)"
        assert opened.page.eval_on_selector_all(".or-cards td", f"{wide}.length") == 0


def test_what_nobody_asked_for_has_no_section(corpus):
    heads = corpus.page.locator("h2").all_inner_texts()
    assert "All quotes" in heads and not {"A draft", "Issues", "New in the last run"} & {*heads}
    listed = corpus.page.locator("#or-contents a").all_inner_texts()
    assert "All quotes" in listed and "A draft" not in listed


def test_one_day_alone_is_an_axis_of_days(browser, tmp_path):
    lines = [Quote("Ada Quist", f"Norland broke rule {n}", {"Norland": -0.6}) for n in range(3)]
    made = samples.tables(article("The Lantern", "2031-03-01", *lines))
    stored(made, tmp_path / "tables")
    with in_this_process():
        page = render_one("speaker", {"tables": str(tmp_path / "tables")}, tmp_path / "one.html")
    with Opened(browser, page) as opened:
        ticks = opened.page.locator("[data-chart=timeline] .xtick text").all_text_contents()
        assert any("1 Mar" in tick for tick in ticks) and not any(":" in tick for tick in ticks)


def test_the_sink_counts(browser, sink, tmp_path):
    before = sink.count
    page = browser.new_page()
    (tmp_path / "leak.html").write_text("<img src='http://a.example/x.png'>")
    page.goto((tmp_path / "leak.html").as_uri())
    page.wait_for_load_state("networkidle")
    page.close()
    assert sink.count > before


@pytest.mark.parametrize("kind", ["corpus", "speaker", "article"])
def test_a_report_prints_without_cut_charts(browser, reports, tmp_path, kind):
    with Opened(browser, reports / PAGES[kind], scheme="dark") as opened:
        page = opened.page
        page.evaluate(
            "window.addEventListener('beforeprint', () => { window.widths ="
            " [...document.querySelectorAll('.or-plot .main-svg')].map(s => s.clientWidth);"
            " window.ink = document.querySelector('.or-plot')._fullLayout.font.color; })"
        )
        # the rules of paper win over those of a dark page
        page.emulate_media(media="print", color_scheme="dark")
        for name, color in (("--ink", "#000"), ("--content-wash", "#e6f3ea")):
            value = f"getComputedStyle(document.documentElement).getPropertyValue('{name}')"
            assert page.evaluate(value).strip() == color
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        page.emulate_media(media="null", color_scheme="dark")  # as printed from a dark screen
        page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
        assert page.evaluate("window.widths") and max(page.evaluate("window.widths")) <= 690
        assert page.evaluate("window.ink") == "#1d2129"  # the light theme's
        printed = pypdf.PdfReader(tmp_path / "page.pdf")
        words = " ".join(sheet.extract_text() for sheet in printed.pages)
        assert "Method" in words and "Search" not in words
        if kind == "corpus":
            assert re.search(r"\d+ further rows on the page", words)  # what paper leaves out


# does something in the moment in which the first chart alone is drawn
EARLY = """new MutationObserver((_, watch) => {
  const drawn = () => document.querySelectorAll(".or-plot:has(.main-svg)").length;
  if (!document.querySelector("[data-drawn]")) return;
  watch.disconnect();
  globalThis.early = drawn();
  ACT;
  globalThis.after = drawn();
}).observe(document, {attributes: true, childList: true, subtree: true});"""
DRAWN = ".or-figure:not(.or-empty) .or-plot"  # where there is something to draw
INKS = f"() => [...document.querySelectorAll('{DRAWN}')].map(p => p._fullLayout.font.color)"
NUMBERS = f"() => [...document.querySelectorAll('{DRAWN}')].map(p => p.data.map(t => [...t.x]))"


@pytest.mark.parametrize("layout", ["reports", "single"])
def test_paper_shows_the_charts_that_were_not_drawn_yet(browser, request, layout):
    script = EARLY.replace("ACT", "dispatchEvent(new Event('beforeprint'))")
    page = request.getfixturevalue(layout) / PAGES["corpus"]
    with Opened(browser, page, scheme="dark", script=script) as opened:
        many = opened.page.locator(DRAWN).count()
        assert opened.page.evaluate("early") == 1 and many > 5
        assert opened.page.evaluate("after") == many and all(opened.marks())
        assert set(opened.page.evaluate(INKS)) == {"#1d2129"}  # the light theme's
        opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert "#1d2129" not in opened.page.evaluate(INKS)
        assert opened.said == []


def test_charts_drawn_later_follow_the_theme_and_the_filter_chosen_before(browser, reports):
    act = """document.querySelector("#or-theme").click();
      location.hash = "speaker=Ada+Quist" """
    with Opened(browser, reports / PAGES["corpus"], script=EARLY.replace("ACT", act)) as opened:
        page = opened.page
        assert page.evaluate("early") == 1
        assert "#1d2129" not in page.evaluate(INKS)
        early = page.evaluate(NUMBERS)
        page.click("#or-filters button[type=reset]")
        page.wait_for_timeout(200)  # a reset is applied after the event
        opened.settled()
        assert page.evaluate(NUMBERS) != early
        page.select_option("#or-filter-speaker", "Ada Quist")
        opened.settled()
        assert page.evaluate(NUMBERS) == early
        assert opened.said == []


def test_a_click_on_a_mark_shows_its_sentences(corpus):
    page = corpus.page
    page.locator("[data-chart=stance_matrix] .point").first.click(force=True)
    drawer = page.locator("#or-drawer")
    drawer.locator("li").first.wait_for()
    assert drawer.locator("mark.or-content").count() >= 1
    assert re.search(r"reads as (for|against|neutral)|unsure", drawer.inner_text())
    link = drawer.locator(".or-place a")
    if link.count():
        assert "articles/" in link.first.get_attribute("href")
    page.evaluate(KEEP)
    drawer.locator(".or-cite").first.click()
    page.wait_for_function("window.taken")
    taken = page.evaluate("window.taken")
    assert re.match(r"“.+”.* \(.+, “.+”, (The Lantern|Harbour Post), \d+ \w+ 2031", taken)
    page.keyboard.press("Escape")
    assert not drawer.is_visible()


def test_the_keyboard_reaches_marks_and_evidence(corpus):
    page = corpus.page
    plot = page.locator("[data-figure='0']")
    plot.focus()
    page.keyboard.press("ArrowRight")
    said = page.locator("#or-status").inner_text()
    assert re.search(r"1 of \d+", said)
    page.keyboard.press("ArrowDown")
    assert page.locator("#or-status").inner_text() != said  # a mark of the next row
    page.keyboard.press("Enter")
    page.locator("#or-drawer li").first.wait_for()
    page.keyboard.press("Escape")
    assert plot.evaluate("node => node === document.activeElement")


def test_a_point_of_tone_opens_its_sentences_and_the_corpus_page_has_none(browser, reports, corpus):
    with Opened(browser, reports / PAGES["speaker"]) as opened:
        page = opened.page
        page.evaluate(
            "() => { const plot = [...document.querySelectorAll('[data-chart=timeline] .or-plot')]"
            ".find(each => each.data?.some(trace => trace.legendgroup === 'tone'));"
            " const n = plot.data.findIndex(t => t.mode === 'markers' && t.legendgroup === 'tone');"
            " plot.emit('plotly_click', {points: [{curveNumber: n, pointNumber: 0}]}); }"
        )
        drawer = page.locator("#or-drawer")
        drawer.locator("li").first.wait_for()
        assert re.search(r"tone (0\.00|[+−]0\.\d\d)", drawer.locator("li").first.inner_text())
        assert drawer.locator("mark.or-content").count()
    page = corpus.page
    # tone is 0 for most news: in the files of the tables, not on the page
    assert not page.get_by_text(re.compile(r"\btone\b", re.I)).locator("visible=true").count()
    houses = page.locator(".or-table", has_text="Outlets by number")
    row = houses.locator("tbody tr", has_text="The Lantern")
    row.locator("button").first.click()
    drawer = page.locator("#or-drawer")
    drawer.locator("li").nth(5).wait_for()
    assert "tone" not in drawer.inner_text()


@pytest.mark.parametrize("layout", ["reports", "single"])
def test_a_finding_opens_what_is_behind_it_and_follows_the_filter(browser, request, layout):
    with Opened(browser, request.getfixturevalue(layout) / PAGES["corpus"]) as opened:
        page = opened.page
        lead = page.locator("[data-recount=lead]")
        count = lead.locator("li").count()
        assert count >= 3 and lead.locator("blockquote").count() == count  # each with a quote
        for step in lead.locator("li").all():
            step.locator("button").click()
            page.locator("#or-drawer li").first.wait_for()
            page.keyboard.press("Escape")
        first = lead.inner_text()
        page.select_option("#or-filter-outlet", "The Lantern")
        opened.settled()
        assert "of all named quotes" in lead.inner_text() and lead.inner_text() != first
        lead.locator("blockquote:visible").first.wait_for()
        lead.locator("button").first.click()
        page.locator("#or-drawer li").first.wait_for()
        assert set(page.locator("#or-drawer .or-place").all_inner_texts()) and opened.said == []
    with Opened(browser, request.getfixturevalue(layout) / PAGES["speaker"]) as opened:
        opened.page.locator("[data-recount=lead] button").click()
        opened.page.locator("#or-drawer li").first.wait_for()


def taken(page, button):
    with page.expect_download() as download:
        button.click()
    return download.value


def test_a_chart_is_also_a_table_and_is_taken_along_with_its_source_and_filter(corpus):
    page = corpus.page
    page.select_option("#or-filter-outlet", "The Lantern")
    corpus.settled()
    chart = page.locator("[data-chart=stance_matrix]")
    marks = chart.locator(".point").count()
    chart.get_by_role("button", name="Table", exact=True).click()
    rows = chart.locator(".or-numbers tbody tr")
    assert rows.count() == marks and not chart.locator(".or-side").is_visible()
    assert re.search(r"mean stance [+−0].*95% interval|no interval", rows.first.inner_text())
    rows.first.locator("button").click()
    page.locator("#or-drawer li").first.wait_for()
    page.keyboard.press("Escape")
    chart.get_by_role("button", name="Chart", exact=True).click()
    chart.get_by_role("button", name="All sentences").click()
    assert re.match(r"\d+ passages", page.locator("#or-drawer .or-count").inner_text())
    page.keyboard.press("Escape")
    numbers = taken(page, chart.get_by_role("button", name="Download the numbers"))
    assert numbers.suggested_filename == "who-speaks-for-and-against-whom.csv"
    text = numbers.path().read_text("utf-8-sig")
    assert text.startswith("mark,series,value,interval low,interval high,")
    about = text.split("\n\n")[-1]
    for told in ("Who speaks for and against whom", "6 of 12 articles", "Outlet The Lantern"):
        assert told in about
    value = float(text.splitlines()[1].split(",")[2])
    assert -1 <= value <= 1
    drawn = taken(page, chart.get_by_role("button", name="Download as a drawing"))
    drawing = drawn.path().read_text("utf-8")
    assert drawing.startswith("<svg") and "Source: Sample" in drawing
    assert "Outlet The Lantern" in drawing and "Who speaks for and against whom" in drawing
    made = taken(page, chart.get_by_role("button", name="Download as a picture"))
    assert made.path().read_bytes().startswith(b"\x89PNG")
    page.evaluate(KEEP)
    chart.get_by_role("button", name="Copy the address").click()
    page.wait_for_function("window.taken")
    assert page.evaluate("window.taken").endswith("#outlet=The+Lantern&chart=stance-matrix")
    assert corpus.said == [] and corpus.axe() == []


def test_without_scripts_charts_are_tables(browser, reports):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((reports / PAGES["corpus"]).as_uri())
    chart = page.locator("[data-chart=speaker_bars]")
    assert "Ada Quist" in chart.locator("tr").first.inner_text()
    assert not page.get_by_text("Drawing").locator("visible=true").count()
    context.close()


def test_a_tap_shows_evidence_on_a_phone(browser, reports):
    with Opened(browser, reports / PAGES["article"], NARROW) as opened:
        opened.page.locator(".or-note-one").first.tap()
        opened.page.locator("#or-drawer li").first.wait_for()


def test_a_page_that_stands_alone_says_which_sentences_it_has_and_keeps_its_filter(browser, large):
    with Opened(browser, large) as opened:
        page = opened.page
        said = page.locator("#or-drawer .or-count")
        page.locator("[data-chart=stance_matrix] .point").first.click(force=True)
        page.locator("#or-drawer li").nth(29).wait_for()  # and a button for more
        # with 840 statements, as many quotes and 600 sentences 2,000 rows are full
        assert re.match(r"[78]\d\d of 840 passages: this page carries the 2,000", said.inner_text())
        page.keyboard.press("Escape")
        page.fill("#or-filter-until", "2031-03-10")
        page.locator("#or-chips").get_by_text("10 of 120 articles").wait_for()
        opened.settled()
        page.locator("[data-chart=stance_matrix] .point").first.click(force=True)
        page.get_by_text("of 70 passages: this page carries the 2,000 newest of 2,280").wait_for()
        assert opened.said == [] and outside(opened.asked) == []


SIDES = "document.querySelector('[data-recount=sides]').innerText"


def test_the_filter_is_in_the_address_and_back_takes_it_back(browser, reports):
    with Opened(browser, reports / PAGES["corpus"]) as opened:
        page = opened.page
        chips, lead = page.locator("#or-chips"), page.locator("[data-recount=lead]")
        facts, first = page.locator(".or-facts").inner_text(), lead.inner_text()
        sides = page.locator("[data-recount=sides]").inner_text()
        offered = page.locator("#or-filter-speaker").inner_text()
        page.select_option("#or-filter-outlet", "The Lantern")
        assert page.url.endswith("#outlet=The+Lantern")
        assert "6 of 12 articles" in chips.inner_text()
        opened.settled()
        assert lead.inner_text().startswith("6 articles from 1 outlet hold")
        assert page.locator(".or-facts").inner_text() != facts
        assert page.locator("#or-filter-speaker").inner_text() != offered
        page.wait_for_function(f"said => {SIDES} !== said", arg=sides)
        sides = page.evaluate(SIDES)
        picked = [page.input_value(f".or-pick [name={side}]") for side in ("one", "other")]
        assert picked == page.locator("[data-recount=sides] h3").all_inner_texts()
        caption = page.locator("[data-chart=stance_matrix] figcaption").inner_text()
        page.reload()
        page.wait_for_selector("html[data-ready=true]", state="attached")
        opened.settled()
        assert page.locator("#or-filter-outlet").input_value() == "The Lantern"
        assert page.locator("[data-chart=stance_matrix] figcaption").inner_text() == caption
        page.wait_for_function(f"said => {SIDES} === said", arg=sides)
        page.fill("#or-filter-since", "2031-05-01")
        page.fill("#or-filter-until", "2031-04-01")
        assert "From is later than To" in chips.inner_text()
        opened.settled()
        assert page.locator(".or-nothing:visible").count() >= 6  # said, and no empty axes
        page.go_back()
        page.go_back()
        page.locator("#or-chips").get_by_text("6 of 12 articles").wait_for()
        page.locator(".or-chip").click()  # takes it away
        page.wait_for_function("!document.querySelector('#or-chips').innerText")
        opened.settled()
        assert lead.inner_text() == first and page.locator(".or-facts").inner_text() == facts
        assert int(page.get_attribute("html", "data-filter-took")) < 2_000
        anchors = page.eval_on_selector_all("#or-main h2", "all => all.map((head) => head.id)")
        assert "who-speaks" in anchors  # lasting: made of the heading, not of its number
        assert opened.said == []


def test_the_filter_moves_charts_and_tables_together(browser, reports):
    with Opened(browser, reports / PAGES["corpus"]) as opened:
        page = opened.page
        bars = "document.querySelector('[data-chart=speaker_bars] .or-plot')"
        numbers = f"() => {bars}.data.map(t => [...t.x])"
        rows = page.locator(".or-table").last.locator("tbody tr")
        before, count = page.evaluate(numbers), rows.count()
        roles = page.locator(".or-table", has_text="speak as: of all quotes").first
        heads = roles.locator("thead th").all_text_contents()
        quotes = page.locator(".or-table", has_text="Quotes, direct and indirect")
        page.select_option("#or-filter-speaker", "Ada Quist")
        assert "of" in page.locator("#or-filters output").inner_text()
        people = page.locator(".or-table", has_text="Speakers by number of quotes")
        opened.settled()
        page.wait_for_timeout(300)  # words are loaded first
        assert people.locator("tbody tr").count() == 1  # its means are computed again
        assert set(quotes.locator("tbody tr td:first-child a").all_inner_texts()) == {"Ada Quist"}
        assert any(head.startswith("Anonymous") for head in heads)
        left = [head for head in heads if not head.startswith("Anonymous")]
        assert roles.locator("thead th").all_text_contents() == left  # columns follow too
        assert roles.get_by_text("do not follow the filter").is_hidden()
        houses = page.locator(".or-table", has_text="Outlets by number").locator("tbody tr")
        assert houses.first.locator("td:nth-child(5)").inner_text() == "1"  # one speaker is left
        assert houses.first.locator("td:nth-child(4)").inner_text() == "1.0"  # quotes per article
        assert page.evaluate(numbers) != before
        page.click("#or-filters button[type=reset]")
        page.wait_for_timeout(200)  # a reset is applied after the event
        opened.settled()
        page.wait_for_timeout(300)
        assert page.evaluate(numbers) == before and rows.count() == count
        assert roles.locator("thead th").all_text_contents() == heads
        assert opened.said == []


SHOWN = f"""() => [...document.querySelectorAll('{DRAWN}')].map((plot) => ({{
  chart: plot.layout.meta.chart, options: plot.layout.meta.recount ?? null,
  place: plot.closest("figure").id,
  data: plot.data.map(({{ x = null, y = null, hovertext }}) => ({{ x, y, hovertext }})),
}}))"""
GO = """(asked) => new Promise((done) => {
  addEventListener("hashchange", () => setTimeout(done), { once: true });
  location.hash = `#${new URLSearchParams(asked)}`;
})"""
ASKED = [{"outlet": "The Lantern"}, {"since": "2031-04-01", "until": "2031-05-09"}, {}]
ABOUT = {"corpus": {}, "speaker": {"speaker": "Ada Quist"}, "actor": {"actor": "Norland"}}
# an article has one outlet and one day
ASKED_OF = {"article": [{"speaker": "Ada Quist"}, {"actor": "Norland"}, {}]}


def part_of(kind, asked):
    given = samples.small()
    if kind == "article":
        listed = given.listed
        given = given.narrowed(listed.article_id[listed.title == "Talks, day 9"])
    return summary.select(given, **ABOUT.get(kind, {}), **asked)


@pytest.mark.parametrize("kind", WITH_FILTER)
def test_every_chart_of_a_page_shows_the_numbers_of_the_selection(browser, reports, kind):
    with Opened(browser, reports / PAGES[kind]) as opened:
        page, seen = opened.page, 0
        # a chart that follows a filter no longer tells what it was asked for
        options = {shown["place"]: shown["options"] for shown in page.evaluate(SHOWN)}
        every = ASKED_OF.get(kind, ASKED)
        for asked in every:
            page.evaluate(GO, asked)
            opened.settled()
            part = part_of(kind, asked)
            for shown in page.evaluate(SHOWN):
                if options.get(shown["place"]) is None:
                    continue  # there was nothing to draw without the filter
                figure = getattr(charts, shown["chart"])(part, **options[shown["place"]])
                for made, given in zip(shown["data"], figure.data, strict=True):
                    for axis in ("x", "y"):
                        wanted = [] if given[axis] is None else list(given[axis])
                        assert (made[axis] or []) == pytest.approx(wanted, abs=1e-9)
                    assert list(made["hovertext"] or ()) == list(given.hovertext or ())
                seen += 1
        assert seen > len(every) and opened.said == []


def test_a_table_sorts_searches_and_is_taken_along(corpus):
    page = corpus.page
    quotes = page.locator(".or-table", has_text="Quotes, direct and indirect")
    quotes.locator("th button", has_text="Date").click()
    quotes.locator("th button", has_text="Date").click()
    page.wait_for_timeout(500)
    assert quotes.locator("tbody tr").first.locator("td").last.inner_text() == "17 May 2031"
    assert quotes.locator("[aria-sort]").count() == 1
    quotes.locator("input[type=search]").fill("ferry league")
    # every sentence is read first, from the files of the site
    page.wait_for_function(
        "() => [...document.querySelectorAll('.or-table')].find(table => "
        "table.textContent.includes('Quotes, direct and indirect'))"
        ".querySelectorAll('tbody tr').length === 2",
        timeout=20_000,
    )
    with page.expect_download() as download:
        quotes.locator("button", has_text="CSV").click()
    text = download.value.path().read_text("utf-8-sig")
    assert text.splitlines()[0] == (
        "Speaker,As written,Words,Cue,Kind,Not counted,Article,Outlet,Date,article_id,url,"
        "start,end,factuality,confidence,stances"
    )
    assert len(text.splitlines()) == 3


# What a spreadsheet would run gets an apostrophe, which it does not show; numbers stay numbers.
CELLS = [
    ('=HYPERLINK("http://a.example","x")', '"\'=HYPERLINK(""http://a.example"",""x"")"'),
    ("@SUM(1)", "'@SUM(1)"),
    ("+1", "'+1"),
    ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
    ("\u200b =1", "'\u200b =1"),
    ("\uff1d1", "'\uff1d1"),
    ("two\nlines", '"two\nlines"'),
    ("a = b", "a = b"),
]


def test_a_table_of_a_notebook_sorts_searches_and_gives_a_harmless_file(browser, tmp_path):
    rows = pd.DataFrame({"said": [given for given, _ in CELLS], "n": [-n for n in range(8)]})
    page = browser.new_page()
    # as JupyterLab does it: markup first, its scripts after
    (tmp_path / "lab.html").write_text(display.explore(rows).html, "utf-8")
    page.goto((tmp_path / "lab.html").as_uri())
    assert page.locator("tbody tr").count() == 8
    page.locator("th button", has_text="n").click()
    assert page.locator("tbody td").nth(1).inner_text() == "0"
    page.locator("th button", has_text="n").click()
    assert page.locator("tbody td").nth(1).inner_text() == "-7"
    with page.expect_download() as download:
        page.locator("button", has_text="CSV").click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[0] == "said,n"
    assert sorted(lines[1:-1]) == sorted(f"{cell},{-n}" for n, (_, cell) in enumerate(CELLS))
    page.locator("input[type=search]").fill("lines")
    assert page.locator("tbody tr").count() == 1
    page.close()


def test_a_chart_in_the_lab_follows_its_theme_when_it_is_switched(browser):
    figure = charts.stance_means(samples.small()).to_json()
    page = browser.new_page()
    page.set_content(f"<body data-jp-theme-light=true>{style()}<div id=plot></div></body>")
    page.add_script_tag(content=library().decode())
    page.evaluate(f"Plotly.newPlot('plot', {figure})")
    looks = """() => ["text", ".xgrid", ".main-svg"].map((what) => {
      const seen = getComputedStyle(document.querySelector(`#plot ${what}`));
      return [seen.fill, seen.stroke, seen.backgroundColor];
    })"""
    light = page.evaluate(looks)
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    dark = page.evaluate(looks)
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    assert page.evaluate(looks) == light
    assert light[0][0] == "rgb(29, 33, 41)" and dark[0][0] == "rgb(230, 232, 236)"
    assert light[1][1] == "rgb(230, 232, 236)" and dark[1][1] == "rgb(43, 48, 56)"
    assert light[2][2] == "rgb(255, 255, 255)" and dark[2][2] == "rgba(0, 0, 0, 0)"
    page.close()


def test_a_click_on_a_mark_in_the_lab_shows_its_sentences(browser):
    view = display.open_corpus(samples.small())
    figure = charts.stance_matrix(view.tables).to_json()
    page = browser.new_page()
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script("globalThis.onrecordMarks = undefined")
    page.set_content(f"<body>{style()}<div id=plot></div>{display.evidence(view).html}</body>")
    page.add_script_tag(content=library().decode())
    page.evaluate(f"Plotly.newPlot('plot', {figure})")
    page.wait_for_function("globalThis.onrecordMarks?.of.size > 0")
    page.locator("#plot .point").first.hover(force=True)
    page.locator("#plot .nsewdrag").first.click(
        position=page.evaluate("""() => {
          const [plot, mark] = ["#plot .nsewdrag", "#plot .point"]
            .map((what) => document.querySelector(what).getBoundingClientRect());
          return {x: mark.x + mark.width / 2 - plot.x, y: mark.y + mark.height / 2 - plot.y};
        }""")
    )
    box = page.locator(".or-marks")
    assert "Norland broke its word" in box.inner_text()
    page.keyboard.press("Escape")
    assert box.count() == 0 and said == []
    page.close()


def test_in_the_lab_findings_titles_and_words_open_the_sentences_of_their_own_notebook(browser):
    views = [display.open_corpus(given) for given in (samples.small(), samples.one_quote())]
    first, second = (
        f"<div class='jp-Notebook' id='n{n}'>{display.lead(view).html}{display.quotes(view).html}"
        for n, view in enumerate(views)
    )
    rows = [display.evidence(view).html for view in views]
    page = browser.new_page()
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.set_content(f"<body>{style()}{first}{rows[0]}</div>{second}</div>")
    page.wait_for_selector("#n0[data-onrecord]")
    box = page.locator(".or-marks")
    for what in ("button[data-evidence]", 'a[href^="onrecord:article"]', "button.or-behind"):
        here = page.locator(f"#n0 {what}").first
        here.click()
        assert box.locator("li").count(), what
        assert "Norland" in box.inner_text()
        page.keyboard.press("Escape")
        # of the notebook whose rows are not there nothing is offered
        there = page.locator(f"#n1 {what}").first
        there.dispatch_event("click")
        assert box.locator("li").count() == 0, what
        assert not there.is_visible() or there.evaluate(
            "(node) => getComputedStyle(node).pointerEvents") == "none"  # fmt: skip
        page.evaluate("document.querySelector('.or-marks')?.remove()")
    page.evaluate(
        """(html) => {
          const part = document.createRange().createContextualFragment(html);
          document.querySelector("#n1").append(part);
        }""",
        rows[1],
    )
    page.wait_for_selector("#n1[data-onrecord]")
    page.locator("#n1 button.or-behind").first.click()
    assert views[1].tables.attributions.content[0].strip("“”,") in box.inner_text()
    assert page.url == "about:blank" and len(page.context.pages) == 1 and said == []
    page.close()


def test_all_quotes_are_searched_from_the_top_of_the_page(corpus):
    page, field = corpus.page, corpus.page.locator("#or-search input")
    for asked, number, words in (
        ("broke point", 12, "Norland broke its word on point"),
        ('"point 7" quist', 1, "point 7"),
        ("brok* NEAR/4 point", 12, "Norland broke its word on point"),
        ("brok", 0, "No sentence is left"),
        ("nobody said this", 0, "No sentence is left"),
    ):
        field.fill(asked)
        field.press("Enter")
        drawer = page.locator("#or-drawer")
        drawer.locator("h2", has_text=asked).wait_for()
        found = drawer.locator("ol > li")
        if number:
            found.nth(number - 1).wait_for(state="attached")
        assert found.count() == number and words in drawer.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('#or-search') !== null")
    field.fill("(broke")
    field.press("Enter")
    assert "bracket" in field.evaluate("(field) => field.validationMessage")
    page.evaluate("location.hash = '#outlet=The+Lantern'")
    field.fill("broke point")
    field.press("Enter")
    page.locator("#or-drawer h2", has_text="under the filter").wait_for()
    page.locator("#or-drawer ol > li").nth(5).wait_for(state="attached")
    assert page.locator("#or-drawer ol > li").count() == 6


def test_a_chart_tells_what_it_found_and_is_taken_along_as_a_small_page(browser, corpus, tmp_path):
    page = corpus.page
    page.wait_for_selector("#speaker-bars .or-frame", state="attached")
    title = page.locator("#speaker-bars .or-finding")
    assert title.inner_text().startswith("Ada Quist")
    with page.expect_download() as download:
        page.locator("#speaker-bars .or-frame button", has_text="Embed").click()
    download.value.save_as(tmp_path / "chart.html")
    found = title.inner_text()
    page.evaluate("location.hash = '#outlet=The+Lantern'")
    page.wait_for_selector("html.or-filtered", state="attached")
    corpus.settled()
    assert title.inner_text() != found
    made = (tmp_path / "chart.html").read_text("utf-8")
    assert len(made) < 200_000 and "<script" not in made
    with browser.new_context(viewport={"width": NARROW, "height": 900}) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "chart.html").as_uri())
        assert page.locator("h1").inner_text() == found
        assert "Source: Sample, 12 articles" in page.locator("figcaption").inner_text()
        assert page.evaluate("document.images[0].naturalWidth > 0")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
        page.locator("summary").click()
        assert page.locator("tbody tr").count() > 2
        assert outside(asked) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_by_the_system_and_by_the_switch(browser, reports, scheme):
    with Opened(browser, reports / PAGES["speaker"], scheme=scheme) as opened:
        page = opened.page
        paper = "() => getComputedStyle(document.body).backgroundColor"
        ink = "() => document.querySelector('.or-plot')._fullLayout.font.color"
        before = page.evaluate(paper), page.evaluate(ink)
        page.click("#or-theme")
        opened.settled()
        after = page.evaluate(paper), page.evaluate(ink)
        assert before[0] != after[0] and before[1] != after[1]
        bright = [sum(map(int, re.findall(r"\d+", p)[:3])) > 380 for p in (before[0], after[0])]
        assert bright == [scheme == "light", scheme == "dark"]


def test_pages_lead_to_each_other(browser, reports):
    with Opened(browser, reports / "index.html") as opened:
        page = opened.page
        assert page.locator("main a").count() > 3
        for link in page.locator("main a").all():
            target = link.get_attribute("href")  # a link that leads nowhere is none
            assert target and (reports / target.split("#")[0]).is_file()
        page.locator("main a", has_text="Ada Quist").first.click()
        page.wait_for_selector("html[data-ready=true]", state="attached")
        assert page.locator("h1").inner_text() == "Ada Quist"
        assert "All quotes" in page.locator("h2").all_inner_texts()
        about = page.get_attribute("meta[name=description]", "content")
        assert re.match(r"Speaker: \d+ articles?, ", about)


def test_a_title_without_a_page_leads_to_the_original_and_the_table_says_why(browser, tmp_path):
    tables = samples.small()
    ids = list(tables.articles.article_id)
    # any text may stand where an address should
    away = [f"https://post.example/{n}" if n % 3 else "javascript:run()" for n in range(len(ids))]
    tables.articles["url"] = pd.array(away, dtype=tables.articles.url.dtype)
    with in_this_process():
        render(tables.save(tmp_path / "t"), tmp_path / "r", min_statements=10**6, max_articles=1,
               jobs=1, progress=False)  # fmt: skip
    assert 'href="https://post.example/1"' in (tmp_path / "r/corpus.html").read_text("utf-8")
    with Opened(browser, tmp_path / "r/corpus.html") as opened:
        quotes = opened.page.locator(".or-table", has_text="Quotes, direct and indirect")
        quotes.locator(".or-more").click()
        quotes.locator(".or-more").wait_for(state="hidden")  # all rows are there
        titles = quotes.locator("td.or-title")
        found = titles.evaluate_all(
            "all => all.map((cell) => [cell.querySelector('a')?.getAttribute('href') ?? '',"
            " getComputedStyle(cell.querySelector('a') ?? cell, '::after').content])"
        )
        leads = {href.split("#")[0] for href, _ in found}
        page = {href for href in leads if href.startswith("articles/")}
        assert len(page) == 1 and "" in leads
        assert leads - page - {""} <= {url for url in away if url.startswith("https:")}
        assert all(("↗" in sign) == href.startswith("https:") for href, sign in found)
        said = quotes.locator(".or-leads:visible").inner_text()
        assert said == (
            "Titles with ↗ lead to the original: only the article with the most quotes has a page "
            "in this report."
        )
        assert opened.said == []


SHORT = """() => [...document.querySelectorAll(".or-rows:not(.or-cards) td")].flatMap((cell) => {
  const words = [...cell.childNodes].find(({ className }) => className !== "or-under");
  if (!words || words.textContent.length > 14) return [];
  const range = document.createRange();
  range.selectNodeContents(words);
  const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4)));
  return [[words.textContent, lines.size]];
})"""


def test_no_short_name_and_no_day_is_broken_on_a_phone(browser, tmp_path):
    names = ("huff-post", "politico", "west-journal", "The Lantern")
    said = [Quote("Ada Quist", f"Norland broke rule {n}", {"Norland": -0.6}) for n in range(12)]
    tables = samples.tables(*(article(name, "2031-12-28", *said) for name in names))
    page = tmp_path / "corpus.html"
    with in_this_process():
        render_one("corpus", {"tables": str(tables.save(tmp_path / "t"))}, page)
    with Opened(browser, page, NARROW) as opened:
        found = opened.page.evaluate(SHORT)
        assert {"huff-post", "politico"} <= {words for words, _ in found}
        assert [each for each in found if each[1] > 1] == []
        assert "huff-post" in opened.page.locator("h1 .or-whole").all_inner_texts()
        fits(opened.page, NARROW)


def test_two_sides_are_picked_compared_and_kept_in_the_address(browser, reports):
    with Opened(browser, reports / PAGES["corpus"]) as opened:
        page = opened.page
        chart = page.locator("[data-chart=comparison]").first
        words = page.locator("[data-recount=sides]")
        first = chart.locator("figcaption").inner_text(), words.inner_text()
        assert words.locator("section").count() == 2 and words.locator("blockquote").count() >= 2
        page.select_option(".or-pick [name=by]", "speaker")
        page.select_option(".or-pick [name=other]", "Bo Lund")
        words.get_by_role("heading", name="Bo Lund").wait_for()
        assert page.url.endswith("#by=speaker&one=Ada+Quist&other=Bo+Lund")
        legend = chart.locator(".legendtext").all_text_contents()
        assert legend == ["Ada Quist", "Bo Lund"]
        chart.get_by_role("button", name="Table", exact=True).click()
        said = chart.locator(".or-numbers tbody").inner_text()
        assert "Ada Quist" in said and "Bo Lund" in said and "difference" in said
        assert chart.locator(".or-few:visible").count() == 0
        page.select_option("#or-filter-outlet", "The Lantern")
        assert "outlet=The+Lantern&by=speaker" in page.url
        page.select_option(".or-pick [name=by]", "outlet")
        page.go_back()
        words.get_by_role("heading", name="Bo Lund").wait_for()
        assert page.locator(".or-pick [name=by]").input_value() == "speaker"
        page.evaluate("location.hash = 'who-speaks'")  # a place in the page is no other choice
        page.wait_for_function("location.hash === '#who-speaks'")
        assert page.locator(".or-pick [name=by]").input_value() == "speaker"
        page.select_option("#or-filter-outlet", "The Lantern")
        page.reload()
        page.wait_for_selector("html[data-ready=true]", state="attached")
        assert page.locator(".or-pick [name=by]").input_value() == "speaker"
        words.get_by_role("heading", name="Bo Lund").wait_for()
        page.click("#or-filters button[type=reset]")
        page.select_option(".or-pick [name=by]", "period")
        assert page.locator(".or-pick input[type=date]").count() == 4
        page.select_option(".or-pick [name=by]", "outlet")
        page.wait_for_function("!document.querySelector('#or-chips').innerText")
        words.locator("blockquote").first.wait_for()
        opened.settled()
        assert chart.locator("figcaption").inner_text() == first[0]
        assert opened.said == [] and opened.axe() == []
