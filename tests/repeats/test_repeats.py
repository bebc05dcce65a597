"""The same words in several articles: what is one, and what is not."""

import time
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from samples import Quote, Told, article, small, tables
from stored import stored

from onrecord import repeats
from onrecord.repeats.candidates import candidates

ROOT = Path(__file__).parent.parent.parent
WHOLE = "We will not sign the harbour treaty before the dredgers leave, and nobody can make us"


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (WHOLE, WHOLE.upper() + "!", "exact"),
        ("the dredgers’ leave, now", "The dredgers' leave now", "exact"),
        (WHOLE, "We will not sign the harbour treaty", "cut"),
        (WHOLE, "nobody can make us sign", None),
        (WHOLE, "We will not sign the harbour treaty … and nobody can make us", "cut"),
        (WHOLE, WHOLE.replace("harbour", "port"), "changed"),
        (WHOLE, WHOLE.replace("We", "[The council]"), "changed"),
        # each holds what the other cut
        (f"It is late. {WHOLE}", f"{WHOLE}. It is over.", "cut"),
        (WHOLE, "We will not read the harbour report before the summer", None),
        ("a basket of herring", "a basket of herring", "exact"),
        ("basket and herring", "basket and herring", None),
        ("rotten harbour herring", "rotten harbour herring", "exact"),
        ("thank you very much", "thank you very much", None),
        ("", "", None),
        ("we are on our way", "we are on our way", None),
    ],
)
def test_what_two_quotations_have_in_common(one, other, how):
    for a, b in ((one, other), (other, one)):
        found = repeats.same(a, b)
        assert (found and found.how) == how
    assert found is None or 0 < found.kept <= 1


@cache
def _news():
    cut = "We will not sign the harbour treaty"
    return tables(
        article("The Buoy", "2031-01-02", Quote("Ada Quist", WHOLE), Quote("Bo Ek", "it is so")),
        article("The Lantern", "2031-01-03", Quote("Ada Quist", cut), Quote("Ada Quist", WHOLE)),
        article("Harbour Post", "2031-01-01", Quote(None, cut)),
        # what another says, what is told in the outlet's words, and the same article twice
        article("The Lantern", "2031-01-04", Quote("Cleo Rand", WHOLE)),
        article("The Lantern", "2031-01-05",
                Quote("Ada Quist", WHOLE, kind="indirect"), Told(WHOLE)),
        article("The Lantern", "2031-01-06", *[Quote("Bo Ek", "it was a cold winter here")] * 2),
    )  # fmt: skip


def test_a_row_for_each_article_that_has_it(tmp_path):
    for given in (_news(), stored(_news(), tmp_path / "store")):
        made = repeats.repeats(given)
        assert made[["outlet", "how"]].values.tolist() == [
            ["Harbour Post", "cut"], ["The Buoy", "fullest"], ["The Lantern", "exact"],
        ]  # fmt: skip
        assert made.repeat_id.nunique() == 1 and made.repeat_id[0] == made.attribution_id[0]
        assert made.kept.round(2).tolist() == [round(7 / 16, 2), 1.0, 1.0]
        assert set(made.speaker) == {"Ada Quist"}
    cuts = repeats.cuts(made)
    assert dict(zip(cuts.outlet, cuts.how, strict=True))["Harbour Post"] == "cut"
    near = repeats.company(given, made.article_id, "Ada Quist")
    assert near[["speaker", "quotes"]].values.tolist() == [["Bo Ek", 1]]


def test_a_nameless_source_makes_no_two_people_one():
    named = [Quote(name, WHOLE) for name in ("Ada Quist", None, "Bo Ek")]
    made = repeats.repeats(
        tables(*(article("B", f"2031-01-0{n}", q) for n, q in enumerate(named, 1)))
    )
    assert made.groupby("repeat_id").speaker.nunique().max() == 1


def test_copies_of_a_wire_story_are_one_article():
    made = _news()
    made = type(made)(**{n: getattr(made, n) for n in made.names()}, stories=pd.DataFrame(
        {"article_id": ["a0", "a1", "a2", "a3", "a4", "a5"],
         "story_id": ["a0", "a0", "a2", "a3", "a4", "a5"]}))  # fmt: skip
    found = repeats.repeats(made)
    assert found.outlet.tolist() == ["Harbour Post", "The Buoy"]
    assert found.also.tolist() == ["", "The Lantern"]


STORY = {"a1": "a0"}  # a copy, and what it was copied from


@pytest.mark.parametrize(
    ("article", "story", "where"),
    [
        ("a0", {}, ["Harbour Post", "The Lantern"]),
        ("a2", {}, []),  # nobody is named in it
        ("a3", {}, ["Harbour Post"]),
        ("a5", {}, []),
        ("a0", STORY, ["Harbour Post"]),  # its own copy is no other article
        ("a1", STORY, ["Harbour Post"]),
        ("a3", STORY, ["Harbour Post"]),
    ],
)
def test_where_an_article_s_words_stand_as_well(article, story, where):
    made = _news()
    ids = made.articles.article_id
    told = pd.DataFrame({"article_id": ids, "story_id": [story.get(name, name) for name in ids]})
    made = type(made)(**{n: getattr(made, n) for n in made.names()}, stories=told)
    assert repeats.elsewhere(made, article).outlet.tolist() == where


def test_nothing_is_repeated():
    assert repeats.repeats(tables()).empty and repeats.repeats(small()).empty is False
    assert repeats.cuts(repeats.repeats(tables())).empty
    assert len(candidates([], [])) == 0


def test_time_grows_with_the_number():
    words = [f"word{n} is what we said about thing{n} today".split() for n in range(2000)]
    spent = []
    for times in (1, 8):
        began = time.process_time()
        # a stock phrase that all of them hold must not make all pairs
        pairs = candidates(
            [[*w, "so", "help", "me", "god"] for w in words] * times, ["Ada"] * 2000 * times
        )
        spent.append(time.process_time() - began)
        assert len(pairs) <= 4 * 2000 * times
    assert spent[1] < 40 * max(spent[0], 0.02)
