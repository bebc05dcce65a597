import random

import numpy as np
import pandas as pd
import pytest

from onrecord.corpus import stories
from onrecord.corpus.stories import ALIKE, FEWEST, HASHES, SHINGLE


def story(seed: int, sentences: int = 12) -> list[str]:
    draw = random.Random(seed)
    return [
        " ".join(f"w{draw.randrange(500)}" for _ in range(10)).capitalize() + "."
        for _ in range(sentences)
    ]


def articles(*texts: str, days: list[str] | None = None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": [f"a{number}" for number in range(len(texts))],
            "title": [text[:9] for text in texts],
            "outlet": [f"Outlet {number % 3}" for number in range(len(texts))],
            "published": pd.to_datetime(pd.Series(days or [None] * len(texts))),
            "text": texts,
        }
    )


WIRE = " ".join(story(1))


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (WIRE, True),
        (WIRE.upper(), True),
        (WIRE.replace(". ", ".\n\n"), True),
        ("LYSK (Agency) — " + WIRE + " Copyright of the agency.", True),
        (" ".join(story(1)[:-2]), True),  # cut from the end, as wire copy is
        (" ".join(story(1)[:4]), False),
        (" ".join(reversed(WIRE.split())), False),
        (" ".join(story(2)), False),
        ("", False),
    ],
)
def test_what_is_one_story(other, alike):
    found = stories.find(articles(WIRE, other))
    assert (found.story_id.nunique() == 1) is alike


@pytest.mark.parametrize(("words", "alike"), [(FEWEST + SHINGLE - 2, False), (FEWEST + 90, True)])
def test_short_texts_are_one_story_only_when_they_are_the_same(words, alike):
    text = " ".join(f"w{number}" for number in range(words))
    found = stories.find(articles(text, f"{text}.", f" {text}\n", "Rain.", "Rain.", "Sun."))
    assert list(found.story_id[1:]) == ["a0" if alike else "a1", "a0", "a3", "a3", "a5"]


def test_a_signature_is_the_same_in_every_run():
    assert np.frombuffer(stories.signature(WIRE), "<u4").shape == (HASHES,)
    assert stories.signature(WIRE) == stories.signature(WIRE)


@pytest.mark.parametrize("days", [["2031-03-02", "2031-03-01"], [None, "2031-03-01"]])
def test_the_story_has_the_name_of_the_first_published(days):
    found = stories.find(articles(WIRE, WIRE + " More.", days=days))
    assert list(found.story_id) == ["a1", "a1"]


def test_the_order_of_the_articles_changes_nothing():
    given = articles(*(WIRE + f" Added {n}." for n in range(6)), *(" ".join(story(9)),) * 2)
    shuffled = given.sample(frac=1, random_state=3)
    one = stories.find(given).set_index("article_id").story_id
    other = stories.find(shuffled).set_index("article_id").story_id
    assert one.to_dict() == other.to_dict()
    assert one.nunique() == 2


def test_hundreds_of_stories_stay_apart():
    texts = [" ".join(story(number)) for number in range(300)]
    copies = [text + " Corrected." for text in texts[:100]]
    found = stories.find(articles(*texts, *copies))
    assert found.story_id.nunique() == 300
    assert (found.groupby("story_id").size() == 2).sum() == 100


def test_resemblance_is_near_the_share_of_common_shingles():
    draw = np.random.default_rng(5)
    words = [f"w{n}" for n in draw.integers(0, 10_000, 400)]
    cut = words[: int(len(words) * (ALIKE + 0.2))]
    pair = [np.frombuffer(stories.signature(" ".join(w)), "<u4") for w in (words, cut)]
    assert abs((pair[0] == pair[1]).mean() - (ALIKE + 0.2)) < 0.2


def test_no_articles():
    assert stories.find(articles()).empty
