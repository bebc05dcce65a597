"""Names that may be one person's are shown as such, and never merged by us."""

import pytest
import samples
from samples import Quote, article, tables

from onrecord import display, summary
from onrecord.summary.same_person import may_be


@pytest.mark.parametrize(
    "short, long, found",
    [
        ("Quist", "Ada Quist", True),
        ("quist", "Ada Maria Quist", True),
        ("Ada Q.", "Ada Quist", True),
        ("A. Quist", "Ada Quist", True),
        ("A Quist", "Ada Quist", True),
        ("Ada", "Ada Quist", False),  # a given name alone may be anyone's
        ("Bo Quist", "Ada Quist", False),
        ("B. Quist", "Ada Quist", False),
        ("Ada Quist", "Ada Quist", False),
        ("A. Quist", "A. Quist", False),
        ("Quistgaard", "Ada Quist", False),
    ],
)
def test_which_names_may_be_one(short, long, found):
    assert may_be(short.split(), long.split()) is found


def test_the_page_says_so_with_a_line_that_yaml_reads():
    said = [Quote(name, "It is so") for name in ("Quist", "Ada Quist", "Bo Lund", 'Cleo "C" Rand')]
    view = display.open_corpus(tables(article("X", None, *said), types={}))
    found = summary.same_person(view.tables)
    assert found[["name", "other"]].values.tolist() == [["Quist", "Ada Quist"]]
    shown = display.same_person(view)
    assert "1 pair of names" in shown.plain
    assert "aliases: [&#34;Quist&#34;]" in shown.html
    assert display.same_person(display.open_corpus(samples.empty())).html == ""
