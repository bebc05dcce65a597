"""What a report is called where no title is given."""

import pytest
import samples
from samples import Quote, article, tables

from onrecord.command.titles import title_of
from onrecord.summary import corpus_title

SAID = Quote("Ada Quist", "It is so")


@pytest.mark.parametrize(
    ("folder", "title"),
    [("harbour-accord", "Harbour accord"), ("Spring_2031", "Spring 2031"), ("articles", None),
     ("Texts", None), ("data", None)],
)  # fmt: skip
def test_a_folder_that_says_something_names_its_corpus(tmp_path, folder, title):
    (tmp_path / folder).mkdir()
    assert title_of([str(tmp_path / folder)]) == title
    assert title_of([str(tmp_path / folder)] * 2) is None
    assert title_of([str(tmp_path / folder / "one.txt")]) is None


def test_a_folder_of_tables_names_nothing(tmp_path):
    samples.one_quote().save(tmp_path / "spring")
    assert title_of([str(tmp_path / "spring")]) is None


@pytest.mark.parametrize(
    ("outlets", "title"),
    [
        ([], "No articles"),
        ([None], "1 article"),
        (["Post"], "1 article of Post"),
        (["Post", "Lantern", "Lantern"], "3 articles of Lantern and Post"),
        (list("ABCDE"), "5 articles of A, B and 3 other outlets"),
        (list("ABCD"), "4 articles of A, B and 2 other outlets"),
    ],
)
def test_else_a_corpus_is_called_after_what_it_holds(outlets, title):
    made = tables(*(article(outlet, None, SAID) for outlet in outlets))
    made = made if outlets else samples.empty()
    assert corpus_title(made) == title
