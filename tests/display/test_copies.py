"""Wire copy and months on a page: what is opened, what is counted, and what the page says of it."""

import subprocess
import sys
from dataclasses import replace

import pandas as pd
import pytest
import samples
from samples import Quote, article, tables

from onrecord import display
from onrecord.display import given
from onrecord.display.method import omissions
from onrecord.errors import AnalysisError, ReportError
from onrecord.report.plan import plan
from onrecord.tables import Tables

QUOTE = Quote("Ada Quist", "Norland lied", {"Norland": -0.8})


def wire() -> Tables:
    made = tables(
        article("The Lantern", "2031-03-01", QUOTE),
        article("Harbour Post", "2031-03-02", QUOTE),
        article("Tidings", None, QUOTE),
    )
    grouped = pd.DataFrame({"article_id": ["a0", "a1", "a2"], "story_id": ["a0", "a0", "a2"]})
    return replace(made, stories=grouped)


@pytest.mark.parametrize(
    ("copies", "count", "said"),
    [
        (False, 2, "1 article nearly the same as an earlier one (wire copy): each story counted"),
        (True, 3, "1 article nearly the same as an earlier one (wire copy): counted all the same"),
        ("true", 3, "counted all the same"),
        ("False", 2, "each story counted once"),
    ],
)
@pytest.mark.parametrize("opened", [display.open_corpus, display.open_speaker, display.open_actor])
def test_a_story_counts_once_unless_the_page_is_asked_for_copies(opened, copies, count, said):
    view = opened(wire(), copies=copies)
    assert len(view.tables.articles) == count
    assert any(said in line for line in omissions(view))


@pytest.mark.parametrize(("copies", "title"), [
    (False, "2 articles of The Lantern and Tidings"),
    (True, "3 articles of Harbour Post, The Lantern and Tidings"),
])  # fmt: skip
def test_a_corpus_is_called_after_the_articles_that_its_page_counts(copies, title):
    made = wire()
    shown = display.open_corpus(made, copies=copies)
    first = plan(made, min_statements=9, max_articles=0, copies=copies)[0]
    assert shown.name == title == first.name
    assert shown.facts()[0] == " ".join(title.split()[:2])


def test_anything_but_true_and_false_is_refused():
    with pytest.raises(ReportError, match="copies must be True or False, not 'perhaps'"):
        display.open_corpus(wire(), copies="perhaps")


@pytest.mark.parametrize(("copies", "named"), [(False, True), (True, True)])
def test_the_outlets_that_ran_a_story_stand_beside_it(copies, named):
    html = display.articles(display.open_corpus(wire(), copies=copies)).html
    assert ("Also ran in" in html) is named
    assert "Also ran in" not in display.articles(display.open_corpus(samples.small())).html


def test_stories_are_saved_with_the_tables_and_can_be_asked_for(tmp_path):
    told = wire()
    again = Tables.open(told.save(tmp_path / "t"))
    pd.testing.assert_frame_equal(again.stories, told.stories)
    assert again.sql("select count(distinct story_id) as n from stories").n[0] == 2
    samples.small().save(tmp_path / "t")
    assert Tables.open(tmp_path / "t").stories is None


def test_only_the_months_that_a_page_needs_are_opened(tmp_path, monkeypatch):
    folder, asked = wire().save(tmp_path / "t"), []
    opened = Tables.open

    def noted(where, *, since=None, until=None):
        asked.append((since, until))
        return opened(where)

    monkeypatch.setattr(Tables, "open", noted)
    view = display.open_corpus(str(folder), since="2031-03-02")
    assert asked == [(pd.Timestamp("2031-03-02"), None)]
    assert view.tables.articles.article_id.tolist() == ["a1"]
    assert any("corpus: 1 of 3 articles without a date" in line for line in omissions(view))
    with pytest.raises(AnalysisError, match="is no date"):
        display.open_corpus(str(folder), since="02/03/2031")


def test_reports_count_copies_where_asked():
    planned = plan(wire(), min_statements=2, max_articles=9)
    assert (planned[0].kind, planned[0].count) == ("corpus", 2)
    assert "speaker" not in {item.kind for item in planned}  # two stories make a card, no page
    planned = plan(wire(), min_statements=3, max_articles=9, copies=True)
    assert [(item.kind, item.count) for item in planned[:2]] == [("corpus", 3), ("speaker", 3)]
    assert planned[1].parameters == {"speaker": "Ada Quist", "copies": True}


SETTINGS = """
import sys
from pathlib import Path
from onrecord.display import given
from onrecord.errors import StoreError
part = given.small(Path(sys.argv[1])).part
for name in ("threads", "enable_external_access", "disabled_optimizers"):
    print(part.ask(f"select current_setting('{name}') as n").n[0])
try:
    part.ask("set threads = 2")
except StoreError as error:
    print(error)
"""


def test_what_a_kernel_holds_for_all_pages_is_asked_by_one_thread_and_hardly_weighed(tmp_path):
    folder = samples.small().save(tmp_path / "tables")
    command = [sys.executable, "-c", SETTINGS, str(folder)]  # before anything else was asked
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    threads, outside, left, refused = told.splitlines()[:4]
    assert (threads, outside) == ("1", "False")
    off = left.split(",")
    assert "join_order" in off and "filter_pushdown" not in off
    assert "configuration has been locked" in refused


def test_what_a_kernel_holds_has_its_words_as_python_has_them(tmp_path):
    made = samples.small()
    held = given.small(made.save(tmp_path / "tables"))
    for name in held.names():
        rows, own = getattr(held, name), getattr(made, name)
        storage = {of.storage for of in rows.dtypes if isinstance(of, pd.StringDtype)}
        assert storage <= {"python"}
        pd.testing.assert_frame_equal(rows, own, check_dtype=False, check_column_type=False)
        assert rows.dtypes.astype("str").tolist() == own.dtypes.astype("str").tolist()
    assert held.articles.title.dtype.storage == "python"
    narrower = held.narrowed(held.articles.article_id.head(1)).stances
    assert narrower.article_id.dtype.storage == "python"


def test_what_a_kernel_holds_is_read_again_once_a_run_changed_it(tmp_path):
    folder = samples.small().save(tmp_path / "tables")
    held = given.small(folder)
    assert given.small(folder) is held
    few = wire()
    few.save(folder)
    again = given.small(folder)
    assert again is not held and len(again.articles) == len(few.articles) != len(held.articles)
