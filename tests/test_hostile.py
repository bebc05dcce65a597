"""Hostile articles through every format, notebook and layout: shown as words, never run."""

import dataclasses
import html
import re

import hostile
import pytest
import samples
from browsing import Opened, outside
from running import in_this_process

import onrecord
from onrecord import display
from onrecord.report import render

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MANY = 20  # statements: a page of each kind, and not of everybody


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """The hostile corpus, read by the model; one speaker's name is markup in any case."""
    articles = onrecord.load(hostile.write(tmp_path_factory.mktemp("hostile")))
    read = onrecord.analyse(articles, progress=False)
    whose = read.attributions.speaker
    named = whose.where(whose != "Quist").fillna(hostile.SPEAKER)
    stances = read.stances.copy()
    unnamed = stances.speaker.isna() | (stances.speaker == "Quist")
    spoken = stances.attribution_id.notna() & unnamed
    stances.loc[spoken, "speaker"] = hostile.SPEAKER
    return dataclasses.replace(
        read, attributions=read.attributions.assign(speaker=named), stances=stances
    )


def test_every_format_was_read(tables):
    endings = {re.search(r"\.(\w+)(#.*)?$", path)[1] for path in tables.articles.path}
    assert endings >= {
        "txt",
        "md",
        "html",
        "json",
        "jsonl",
        "csv",
        "tsv",
        "parquet",
        "xlsx",
        "docx",
        "pdf",
    }
    assert any("<img src=x" in path for path in tables.articles.path)
    assert any("a.zip" in path for path in tables.articles.path)
    assert len(tables.rejected) == 0
    assert len(tables.articles) == 12


@pytest.mark.parametrize("attack", hostile.ATTACKS)
def test_every_attack_came_through_as_words(tables, attack):
    """What is harmless because it was dropped on the way would prove nothing."""
    known = [text for text, path in zip(tables.articles.text, tables.articles.path, strict=True)
             if not re.search(r"\.(html|md|pdf|docx)$", path)]  # fmt: skip
    meant = html.unescape(attack)  # of records and cells entities are resolved
    assert all(attack in text or meant in text for text in known) and len(known) >= 8


def test_a_notebook_in_jupyterlab_runs_nothing(browser, sink, tmp_path, tables):
    """The fragments without the sanitising that JupyterLab adds for what it does not trust."""
    makes = (
        display.lead, display.figures, display.speakers, display.actors, display.outlets,
        display.quotes, display.articles, display.evidence, display.method, display.article,
    )  # fmt: skip
    view = display.open_article(tables)
    shown = view._repr_mimebundle_()["text/html"]
    shown += "".join(make(view)._repr_mimebundle_()["text/html"] for make in makes)
    shown += display.explore(tables.articles, caption=hostile.ATTACKS[0]).html
    (tmp_path / "lab.html").write_text(f"<meta charset=utf-8>{shown}", "utf-8")
    before = sink.count
    page = browser.new_page()
    said = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "lab.html").as_uri())
    page.wait_for_selector(".or-tools", state="attached")
    assert page.evaluate("window.owned") is None
    assert page.locator("img, iframe, svg, link").count() == 0
    assert page.locator(".or-table[data-started]").count() == 6
    page.close()
    assert said == [] and sink.count == before


@pytest.mark.parametrize("site", [True, False])
def test_nothing_runs_and_nothing_is_asked(browser, sink, tmp_path, tables, site):
    given = samples.joined(tables, samples.hostile())
    with in_this_process():
        made = render(
            given.save(tmp_path / "tables"), tmp_path / "reports", single_file=not site,
            min_statements=MANY, max_articles=1, jobs=1, progress=False, title=hostile.SPEAKER,
            copies=True,  # one text in every format
        )  # fmt: skip
    assert not made.refused
    assert {item.kind for item in made.published} == {"corpus", "speaker", "actor", "article"}
    chosen = {item.kind: item.path for item in made.published}  # one of each kind
    before = sink.count
    for path in ["index.html", *chosen.values()]:
        with Opened(browser, tmp_path / "reports" / path) as opened:
            page = opened.page
            assert page.get_attribute("html", "data-ready") == "true"
            for button in page.locator("button[data-evidence]:visible, .or-behind:visible").all()[
                :3
            ]:
                button.evaluate("node => node.click()")  # the drawer may lie over it
            assert page.evaluate("window.owned") is None
            assert opened.said == []
            assert outside(opened.asked) == []
            assert page.locator("main img, main iframe, main script, main svg a").count() == 0
            links = page.eval_on_selector_all("a", "all => all.map(a => a.href)")
            assert not [link for link in links if "javascript" in link or hostile.HOST in link]
            words = page.inner_text("body")
            assert "\u202e" not in words and "\u200b" not in words
            if path.startswith("articles/"):
                assert "<img src=" in words or "<script>" in words
    assert sink.count == before
