"""Names of the index that stand in too few articles for a page."""

import re

import pytest

from onrecord.report.few import MOST, few
from onrecord.report.plan import Planned


def card(name: str, kind: str = "speaker", count: int = 3) -> Planned:
    return Planned(kind, name, name, "", count, articles=2)


@pytest.mark.parametrize(
    ("cards", "whole", "lines"),
    [
        ([card("Bo")], None, ["Bo 3 quotes of them in 2 articles"]),
        ([card("Bo", count=1)], None, ["Bo 1 quote of them in 2 articles"]),
        ([card("Bo"), card("Ada", count=9)], None,
         ["Ada 9 quotes of them in 2 articles", "Bo 3 quotes of them in 2 articles"]),
        ([card("Bo"), card("Cy", count=4), card("Bo", "actor", 5)], None,
         ["Bo 5 statements about them in 2 articles · 3 quotes of them in 2 articles",
          "Cy 4 quotes of them in 2 articles"]),
        ([card("<b>")], None, ["&lt;b&gt; 3 quotes of them in 2 articles"]),
        ([], None, []),
    ],
)  # fmt: skip
def test_each_name_is_one_line(cards, whole, lines):
    items = re.findall("<li>(.*?)</li>", few(cards, whole))
    assert [re.sub("<.*?>", "", item) for item in items] == lines


@pytest.mark.parametrize(
    ("of", "address"),
    [
        (card("Bo Ek"), "onrecord:corpus.html#speaker=Bo+Ek"),
        (card("A & B", "actor"), "onrecord:corpus.html#actor=A+%26+B"),
    ],
)
def test_a_name_leads_to_the_corpus_page_under_its_filter(of, address):
    assert f'href="{address}"' in few([of], "corpus.html")
    assert "href" not in few([of], None)


@pytest.mark.parametrize(("names", "left"), [(MOST, None), (MOST + 2, "And 2 more")])
def test_names_beyond_the_most_are_counted(names, left):
    made = few([card(f"N{n}", kind) for n in range(names) for kind in ("speaker", "actor")], None)
    assert made.count("<li>") == MOST
    assert (left is None) == ("more" not in made) and (left or "") in made
