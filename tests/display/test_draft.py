"""A draft against a corpus, and second coders, as a page shows them."""

import shutil
from dataclasses import replace

import pytest
from reviewed import reviewing, session, stored
from samples import Quote, article, tables
from stored import stored as save

from onrecord import display
from onrecord.coder import coder_file
from onrecord.display import opening
from onrecord.errors import ReportError
from onrecord.report import notebooks, render
from onrecord.report.fingerprint import Fingerprints
from onrecord.report.plan import plan
from onrecord.tables import Tables

WORDS = "The crane will be mended before the ships come back to the quay"
CORPUS = [
    article("The Gull", "2031-03-01", Quote("Ada Quist", WORDS)),
    article("The Lantern", "2031-03-04", Quote("Bo Lund", "Nobody asked us about the new bridge")),
]


def drafted(*lines):
    made = tables(article("The Draft", None, *lines))
    named = {
        name: frame.assign(article_id="draft")
        for name in made.names()
        if "article_id" in (frame := getattr(made, name))
    }
    return replace(made, **named)


@pytest.mark.parametrize(
    ("speaker", "words", "shown"),
    [
        ("Ada Quist", WORDS, ["word for word", "the same"]),
        ("Bo Lund", WORDS, ["word for word", "another"]),
        ("Ada Quist", WORDS.replace("mended", "painted"), ["changed", "{+painted+}"]),
        ("Ada Quist", "We shall all learn to swim one day", ["not found"]),
    ],
)
def test_each_quotation_of_a_draft_stands_with_what_is_on_record(speaker, words, shown):
    view = display.open_corpus(tables(*CORPUS))
    made = display.draft(view, drafted(Quote(speaker, words)))
    assert all(each in made.html for each in shown)
    assert "1 quotation of the draft" in made.html


def test_without_a_draft_the_newest_article_is_held_against_the_others():
    view = display.open_corpus(tables(*CORPUS))
    made = display.draft(view).html
    assert "1 quotation of the newest article" in made and "new bridge" in made
    assert "not found" in made  # its own words do not count
    empty = display.draft(view, drafted())
    assert "The draft holds no quotation" in empty.html


def test_a_page_takes_a_draft_by_its_file(tmp_path):
    view = display.open_corpus(tables(*CORPUS))
    path = tmp_path / "draft.md"
    path.write_text(f"# The crane\n\n“{WORDS},” Ada Quist said on Monday in the harbour hall.\n")
    made = display.draft(view, str(path)).html
    assert "1 quotation of the draft" in made and "word for word" in made
    assert "No draft was held" in display.draft(view, "").html


@pytest.mark.parametrize("name", ["gone.md", "empty.md", "news"])
def test_a_draft_that_cannot_be_read_is_said_before_a_report_is_made(tmp_path, name):
    save(tables(*CORPUS), tmp_path / "tables")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "news").mkdir()
    with pytest.raises(ReportError, match=r"draft .*(cannot be read|no text could be read)"):
        render(tmp_path / "tables", tmp_path / "reports", draft=tmp_path / name)
    assert not (tmp_path / "reports").exists()


def test_a_page_is_made_again_where_the_draft_has_changed(tmp_path):
    whole = save(tables(*CORPUS), tmp_path / "tables")
    given = {"min_statements": 3, "max_articles": 1}
    marks = Fingerprints(whole)
    plain, one, other = (
        [marks.page(each) for each in plan(whole, draft=draft, **given)]
        for draft in (None, ("d.md", "1"), ("d.md", "2"))
    )
    assert len({plain[0], one[0], other[0]}) == 3
    assert plain[1:] == one[1:] == other[1:]  # no other page holds it


def test_following_no_feeds_opens_what_is_there(tmp_path):
    whole = save(tables(*CORPUS), tmp_path / "tables")
    assert len(display.follow("", tables=whole.folder).whole.articles) == 2
    with pytest.raises(ReportError, match="Name the folder of tables"):
        display.follow("https://post.example/rss", tmp_path / "news")
    assert not (tmp_path / "news").exists()


def test_a_page_of_nothing(tmp_path):
    view = display.open_corpus(Tables.empty())
    assert "no quotation" in display.draft(view).html


def test_the_method_box_tells_how_far_second_coders_agree(tmp_path):
    store = stored(tmp_path)
    plain = display.method(opening.open_corpus(store)).html
    assert "or-coders" not in plain
    sitting = session(store, "m1")
    reviewing(sitting, "r", "n", "r")
    shutil.move(sitting.path, coder_file(store, "m1"))
    found = display.method(opening.open_corpus(store)).html
    assert "m1, a language model asked blind" in found and "or-coders" in found
    assert "Agreement is no accuracy" in found
    for who in ("ada", "bo"):
        reviewing(session(store, who), "r", "r", "r")
    both = display.method(opening.open_corpus(store)).html
    assert "The reviewers of this corpus" in both and "100%" in both
    coder_file(store, "m1").write_text("no line of it\n")
    assert "language model" not in display.method(opening.open_corpus(store)).html


def test_the_notebook_runs_on_a_draft_of_the_users(tmp_path):
    corpus = save(tables(*CORPUS), tmp_path / "tables")
    path = tmp_path / "draft.md"
    path.write_text(f"# Cranes\n\n“{WORDS.replace('quay', 'harbour')},” Ada Quist said.\n", "utf-8")
    cells = [cell for cell in notebooks.read("draft").cells if cell.cell_type == "code"]
    given = {"draft": str(path), "tables": str(corpus.folder)}
    assert notebooks.parameters(notebooks.read("draft")) == list(given)
    names: dict = {}
    for cell in cells[:-1]:
        exec(cell.source, names)
        names |= given
    found = eval(cells[-1].source, names).html
    assert "changed" in found and "{+harbour+}" in found and "the same" in found
