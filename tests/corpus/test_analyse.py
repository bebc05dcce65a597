import pytest
from pretend import Pretend

from onrecord import analyse, schema

GOOD = "Ferry stays\n\n“Nobody sails,” Ada Quist said.\n\nNorland waits."
BAD = "Odd\n\nThis text makes the model fail."


@pytest.mark.parametrize(
    ("texts", "lost"),
    [([GOOD], []), ([BAD], ["0.txt"]), ([GOOD, BAD, GOOD, BAD, GOOD], ["1.txt", "3.txt"])],
)
def test_an_article_that_breaks_a_stage_is_rejected_and_the_rest_goes_on(texts, lost):
    rows = [
        {"article_id": f"a{n}", "path": f"{n}.txt", "text": text, "language": "en"}
        for n, text in enumerate(texts)
    ]
    articles = schema.frame("articles", rows)
    articles.attrs["rejected"] = schema.frame("rejected", [("x.bin", "is empty")])
    tables = analyse(articles, reader=Pretend(), progress=False)
    assert tables.rejected.path.to_list() == ["x.bin", *lost]
    assert len(tables.articles) == len(texts) - len(lost)
    assert tables.provenance["rejected"] == 1 + len(lost)
    assert tables.provenance["articles"] == len(tables.articles)
    assert set(tables.sentences.article_id) == set(tables.articles.article_id)
