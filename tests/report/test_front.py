import re

import pytest

from onrecord.errors import ReportError
from onrecord.report import Corpus, front

NORTH = Corpus("North <b>", "north", ("2 articles read, 0 rejected",))
SOUTH = Corpus("South", "south", ("1 article read, 3 rejected", "no <quotes>"))


def test_the_front_page_leads_to_every_corpus(tmp_path):
    html = front([NORTH, SOUTH], tmp_path / "new").read_text("utf-8")
    assert re.findall(r'href="([^"]+/index\.html)"', html) == [
        "north/index.html",
        "south/index.html",
    ]
    assert "1 article read, 3 rejected" in html


def test_titles_and_facts_are_text(tmp_path):
    html = front([NORTH, SOUTH], tmp_path).read_text("utf-8")
    assert "North &lt;b&gt;" in html
    assert "no &lt;quotes&gt;" in html


def test_the_page_asks_for_nothing_from_outside(tmp_path):
    html = front([NORTH], tmp_path).read_text("utf-8")
    assert "Content-Security-Policy" in html
    assert re.findall(r'(?:src|href)="(?:https?:)?//', html) == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(ReportError, match="Cannot write reports into"):
        front([NORTH], tmp_path / "taken")
