"""What is corrected on the pages of a report comes back into the tables, and into the report."""

import functools

import pytest
from browsing import Opened, outside
from pretend import pretend
from reviewed import stored
from running import in_this_process

from onrecord.command.cli import main
from onrecord.corpus import correct
from onrecord.report import render
from onrecord.tables import Tables

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def _rendered(store, folder):
    with in_this_process():
        made = render(store, folder, min_statements=99, max_articles=2, jobs=1, progress=False,
                      title="News")  # fmt: skip
    assert not made.refused
    (page,) = [one.path for one in made.published if "ferries" in one.path]
    return folder / "corpus.html", folder / page


def _passage(page, words):
    return page.locator("#or-drawer li", has_text=words).first


def test_from_the_page_to_the_tables_and_back(browser, tmp_path, monkeypatch):
    store = stored(tmp_path)
    corpus, article = _rendered(store, tmp_path / "reports")
    with Opened(browser, article) as opened:
        page = opened.page
        page.set_default_timeout(30_000)
        note = page.locator(".or-note-one", has_text="Bo Lund").first
        note.click()
        assert page.locator(".or-ticks:visible").count() == 0  # until somebody reviews
        page.click("#or-drawer .or-review")
        passage = _passage(page, "Norland lied")
        passage.get_by_role("button", name="Wrong speaker").click()
        page.keyboard.type("Cleo Rand")
        page.keyboard.press("Enter")
        right = passage.get_by_role("button", name="Right", exact=True)
        assert right.get_attribute("aria-pressed") == "false"
        page.reload()  # kept without being saved
        page.wait_for_selector("html[data-ready=true]", state="attached")
        page.get_by_text("1 answer: kept in this browser, not saved").wait_for()
        page.locator(".or-note-one", has_text="Bo Lund").first.click()
        wrong = _passage(page, "Norland lied").get_by_role("button", name="Wrong speaker")
        assert wrong.get_attribute("aria-pressed") == "true"
        stance = page.locator("#or-drawer li", has=page.get_by_role("button", name="Wrong stance"))
        stance.first.get_by_role("button", name="Wrong stance").click()
        stance.first.get_by_role("button", name="against", exact=True).click()
        assert opened.said == [] and outside(opened.asked) == []
        assert opened.axe() == []
        page.keyboard.press("Escape")

        # a missed quote, by selecting its words
        page.evaluate(
            """() => {
              const sentence = [...document.querySelectorAll(".or-sentence")]
                .find((one) => one.textContent.startsWith("Cleo Rand"));
              const walk = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
              let node;
              do node = walk.nextNode(); while (!node.data.includes("a fair day"));
              const at = node.data.indexOf("a fair day");
              getSelection().setBaseAndExtent(node, at, node, at + "a fair day".length);
            }"""
        )
        page.locator("#or-missed input").fill("Cleo Rand")
        page.locator("#or-missed input").press("Enter")
        page.get_by_text("3 answers").wait_for()
        page.locator(".or-who").fill("ada")
        # another page of the report has them, too
        page.goto(corpus.as_uri())
        page.wait_for_selector("html[data-ready=true]", state="attached")
        page.get_by_text("3 answers").wait_for()
        page.locator(".or-who").fill("ada")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save corrections.jsonl").click()
        saved = tmp_path / download.value.suggested_filename
        download.value.save_as(saved)
        page.get_by_text("3 answers: saved").wait_for()
        page.get_by_role("button", name="Start anew").click()
        page.get_by_text("0 answers").wait_for()

    small = functools.partial(correct.correct, reader=pretend, jobs=1)
    monkeypatch.setattr(correct, "correct", small)
    assert main(["review", str(store), "--reviewer", "ada", "--take", str(saved), "--quiet"]) == 0
    tables = Tables.open(store)
    said = tables.attributions.set_index("corrected").speaker
    assert said["speaker"] == said["added"] == "Cleo Rand"
    assert tables.stances.corrected.notna().sum() == 1
    row = tables.stances[tables.stances.corrected.notna()].iloc[0]
    assert (row.label, row.speaker) == ("against", "Cleo Rand")

    _, article = _rendered(store, tmp_path / "again")
    with Opened(browser, article) as opened:
        notes = opened.page.locator(".or-note-one", has_text="Cleo Rand")
        assert notes.count() == 2
        assert opened.page.locator(".or-note-one", has_text="Bo Lund").count() == 0
        assert opened.page.locator("mark.or-content", has_text="a fair day").count() == 1
