"""The table `actors`: what articles tell of one actor together."""

import pandas as pd
import pytest

from onrecord import schema
from onrecord.actors import Actor
from onrecord.corpus.who import who
from onrecord.tables import Tables


def _tables(*profiles):
    """Tables of articles that tell of Ada Quist: dicts of a profile."""
    ids = [f"a{number}" for number in range(len(profiles))]
    articles = [
        {"article_id": each, "path": each, "text": "x", "published": pd.Timestamp(2031, 1, 29 - n)}
        for n, each in enumerate(ids)
    ]
    rows = [
        {"article_id": each, "actor": "Ada Quist", "actor_type": "person", **said}
        for each, said in zip(ids, profiles, strict=True)
    ]
    frames = {name: schema.frame(name) for name in schema.TABLES}
    frames |= {
        "articles": schema.frame("articles", articles),
        "profiles": schema.frame("profiles", rows),
    }
    return Tables(**frames)


def _told(gender, by):
    return {"gender": gender, "gender_by": by}


@pytest.mark.parametrize(
    ("profiles", "gender", "by"),
    [
        ([_told("f", "pronoun"), {}], "f", "pronoun"),
        # an article's own word goes before given names, in however many articles they stand
        ([_told("m", "title"), *[_told("f", "given name")] * 9], "m", "title"),
        ([*[_told("f", "title")] * 4, _told("m", "pronoun")], "f", "title"),
        ([_told("f", "title"), _told("m", "pronoun")], None, None),
        # ways that are as frequent: the same one in every run
        ([_told("f", "noun"), _told("f", "pronoun")], "f", "pronoun"),
        ([_told("f", "pronoun"), _told("f", "noun")], "f", "pronoun"),
        ([{}, {}], None, None),
    ],
)
def test_gender_across_articles(profiles, gender, by):
    row = who(_tables(*profiles).sql, {}).iloc[0]
    assert [row.gender if gender else None, row.gender_by if gender else None] == [gender, by]
    assert pd.isna(row.gender) == (gender is None)


def test_roles_descriptions_and_first_day():
    made = who(
        _tables(
            {"role": "expert", "descriptions": "engineer; dr", "affiliation": "Dock Board"},
            {"role": "expert", "descriptions": "engineer", "countries": "France"},
            {"role": "citizen"},
        ).sql,
        {},
    )
    row = schema.check("actors", made).iloc[0]
    assert (row.role, row.descriptions) == ("expert", "engineer (2); dr (1)")
    assert (row.affiliations, row.countries) == ("Dock Board (1)", "France (1)")
    assert (row.articles, row.first_seen) == (3, pd.Timestamp(2031, 1, 27))


def test_the_users_word_wins_across_articles():
    said = {"Ada Quist": Actor("Ada Quist", "person", side="north", gender="x", role="media")}
    row = who(_tables(_told("f", "title") | {"role": "expert"}).sql, said).iloc[0]
    assert (row.gender, row.gender_by, row.role, row.side) == ("x", "user", "media", "north")


def test_no_article_no_actor():
    assert schema.check("actors", who(Tables.empty().sql, {})).empty
