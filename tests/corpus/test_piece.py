import pandas as pd
import pytest
from pretend import pretend

from onrecord import schema
from onrecord.corpus.index import facts
from onrecord.corpus.piece import Settings, tools, work
from onrecord.errors import LexiconError
from onrecord.load import Draft
from onrecord.store.layout import arrow_schema

QUOTE = "Round {n}\n\n“Norland has broken promise {n},” Ada Quist said on Monday.\n"
SETTINGS = Settings("k", reader=pretend)


def draft(number: int, day: str | None = None, **more) -> Draft:
    published = None if day is None else pd.Timestamp(day).to_pydatetime()
    text = more.pop("text", QUOTE.format(n=number))
    return Draft(f"{number}.txt", text, published=published, **more)


def test_articles_are_sorted_by_month_with_all_their_rows():
    done = work(SETTINGS, [draft(1, "2031-03-01"), draft(2), draft(3, "2031-03-31")])
    assert {month: made["articles"].num_rows for month, made in done.months.items()} == {
        "2031-03": 2,
        "unknown": 1,
    }
    for made in done.months.values():
        for name, table in made.items():
            assert table.schema == arrow_schema(name)
        assert set(made) == {*schema.TABLES, "index"} - {"rejected", "actors"}
        ids = set(made["articles"].column("article_id").to_pylist())
        assert set(made["attributions"].column("article_id").to_pylist()) == ids
        assert set(made["index"].column("article_id").to_pylist()) == ids
        assert set(made["index"].column("key").to_pylist()) == {"k"}
    assert (done.count, done.failed) == (3, ())


def test_the_article_that_fails_is_named_and_the_others_go_on():
    bad = draft(2, text="Rain\n\nThis makes the model fail.")
    done = work(SETTINGS, [draft(1), bad, draft(3)])
    assert [each.path for each in done.failed] == ["2.txt"]
    assert done.months["unknown"]["articles"].num_rows == 2


@pytest.mark.parametrize(
    ("more", "equal"),
    [
        ({}, True),
        ({"outlet": "The Lantern"}, False),
        ({"day": "2031-03-01"}, False),
        ({"url": "x"}, False),
        ({"text": "Another text"}, True),  # the text has its own hash
    ],
)
def test_facts_are_what_stands_beside_the_text(more, equal):
    assert (facts(draft(1)) == facts(draft(1, **more))) is equal


def test_the_users_actors_travel_as_text():
    own = "actors:\n  - name: Norland Board\n    aliases: [Norland]\n    type: organisation\n"
    lexicon, _ = tools(Settings("k", (("actors.yaml", own),), pretend))
    assert lexicon.name_of("Norland") == "Norland Board"
    with pytest.raises(LexiconError, match=r"actors\.yaml"):
        tools(Settings("k", (("actors.yaml", "actors: 7"),), pretend))


def test_no_articles():
    assert work(SETTINGS, []).months == {}
