"""How many articles a filter leaves, as a page of each kind counts them."""

import pytest
from recounting import needs_chromium
from samples import Quote, article, tables

from onrecord.summary.compact import compact

pytestmark = [pytest.mark.browser, needs_chromium]
COUNT = "([given, kind, asked]) => articlesOf(kind, new Part(new Rows(given), asked))"


@pytest.mark.parametrize(
    ("kind", "asked", "articles"),
    [
        ("corpus", {}, 3),
        ("corpus", {"outlet": "Post"}, 2),
        ("actor", {}, 3),
        ("speaker", {"speaker": "Ada Quist"}, 1),  # of one that denies her words no quote counts
        ("speaker", {"speaker": "Ada Quist", "outlet": "Tidings"}, 0),
    ],
)
def test_articles(script, kind, asked, articles):
    given = tables(
        article("Post", "2031-03-01", Quote("Ada Quist", "the harbour is lost")),
        article("Post", "2031-03-02", Quote("Ada Quist", "it is won", factuality="negated")),
        article("Tidings", "2031-03-03", Quote("Bo Lund", "it is open")),
    )
    assert script.evaluate(COUNT, [compact(given, {}), kind, asked]) == articles
