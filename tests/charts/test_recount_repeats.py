"""One quote across outlets, as the page's script finds it under any filter."""

import random
from dataclasses import replace
from functools import cache
from importlib import import_module

import pandas as pd
import pytest
from recounting import CALL, differences, drawn, needs_chromium, same_table
from samples import Quote, Told, article, tables

from onrecord import charts, display, summary
from onrecord.summary.compact import compact
from onrecord.tables import Tables

pytestmark = [pytest.mark.browser, needs_chromium]
PLENTY = """harbour treaty dredgers winter council ferry tolls grain market cranes lantern envoys
signs leaves builds answers waits opens closes salt fleet islands pilots warehouse charter"""
SMALL = "we will not the and of to be before they it"
PEOPLE = ("Ada Quist", "Bo Lund", "Cleo Rand", None)
FILTERS = [
    {}, {"outlet": "Harbour Post"}, {"since": "2031-03-06", "until": "2031-03-20"},
    {"speaker": "Ada Quist"}, {"outlet": "Tidings", "until": "2031-03-15"}, {"actor": "Norland"},
    {"speaker": "Bo Lund", "outlet": "The Lantern"}, {"until": "2029-01-01"},
]  # fmt: skip


def sentence(draw: random.Random, many: int) -> list[str]:
    return [draw.choice((PLENTY if draw.random() < 0.6 else SMALL).split()) for _ in range(many)]


def version(draw: random.Random, said: list[str]) -> list[str]:
    """What a paper makes of a sentence: all of it, its beginning or end, words changed or more."""
    cut = draw.randrange(len(said) // 2)
    how = draw.randrange(6)
    if how == 1:
        return said[cut:]
    if how == 2:
        return said[: len(said) - cut]
    if how == 3:
        return [draw.choice(PLENTY.split()) if draw.random() < 0.15 else word for word in said]
    if how == 4:
        return [*sentence(draw, 6), *said[cut:]]
    return said[:3] + said[5:] if how == 5 else said


@cache
def corpus(seed: int) -> Tables:
    """Forty articles, some of them copies, in which a few people say a few things over and over."""
    draw = random.Random(seed)
    speeches = [(draw.choice(PEOPLE), sentence(draw, draw.randint(7, 18))) for _ in range(12)]
    # one says what another begins with, and so joins or parts them
    speeches += [(draw.choice(PEOPLE), [*said[4:], *sentence(draw, 5)]) for _, said in speeches[:4]]
    made = []
    for day in range(40):
        if day % 7 == 6:
            lines, outlet = made[-1].lines, draw.choice(("Tidings", "Harbour Post"))
        else:
            outlet, lines = draw.choice(("The Lantern", "Harbour Post", "Tidings", None)), []
            for who, said in draw.sample(speeches, draw.randint(1, 5)):
                who = draw.choice((who, who, None))
                beside = "Bo Lund" if who == "Ada Quist" and draw.random() < 0.2 else None
                words = " ".join(version(draw, said))
                kind = draw.choice(("direct", "direct", "mixed", "indirect"))
                if kind == "mixed":
                    words = f"Norland met because “{words}”"
                stances = {"Norland": 0.5} if kind == "mixed" else {}
                fact = draw.choice(("asserted",) * 5 + ("negated",))
                lines.append(Quote(who, words, stances, kind=kind, beside=beside, factuality=fact))
            lines.append(Told("It rained."))
        when = None if day % 11 == 5 else f"2031-03-{1 + day * 7 % 23:02}T0{day % 3}:30"
        made.append(article(outlet, when, *lines, title=f"Day <{day}>"))
    given = tables(*made)
    ids = given.articles.article_id
    story = [ids[n - 1] if n % 7 == 6 else ids[n] for n in range(len(ids))]
    return replace(given, stories=pd.DataFrame({"article_id": ids, "story_id": story}))


def page(given: Tables, **base: object) -> tuple[dict, display.View]:
    """What a page carries that is about `base`, and that page."""
    view = display.View("corpus", "", summary.select(given, **base), given, base)
    for make in (display.repeats, display.cuts, display.company):
        make(view)
    assert "repeats" in view.carries
    return compact(given, base, more=view.carries), view


BASES = [{}, {"copies": True}, {"speaker": "Ada Quist"}]
LINES = "([given, asked, name]) => TABLES[name](new Part(new Rows(given), asked)).length"
TABLES = {"repeats": display.repeats, "cuts": display.cuts, "company": display.company}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("base", BASES, ids=str)
def test_repeats_of_a_filter_are_those_of_the_selection(script, monkeypatch, seed, base):
    """Which quotations are the same hangs on which others are there; so do their order and rows."""
    monkeypatch.setattr(import_module("onrecord.display.table"), "DIGITS", 17)
    given = corpus(seed)
    sent, _ = page(given, **base)
    groups = []
    for more in FILTERS:
        if base.keys() & more.keys():
            continue
        asked = {**base, **more}
        part = summary.select(given, **asked)
        view = display.View("corpus", "", part, given, asked)
        jobs = [("repeats", options, asked) for options in ({}, {"top": 2, "title": "A <b>"})]
        for (_, options, _), other in zip(jobs, script.evaluate(CALL, [sent, jobs]), strict=True):
            one = drawn(charts.repeats(part, **options))
            assert differences(one, other) == [], asked
        for name, make in TABLES.items():
            data = make(view).data
            if not data:  # nothing stands in several articles
                assert script.evaluate(LINES, [sent, asked, name]) == 0, (name, asked)
                continue
            assert data["recount"] == name
            rows = same_table(script, sent, data, asked)
            groups.append(len(rows))
    assert max(groups) > (1 if base.get("speaker") else 8)


def test_what_stands_in_one_story_alone_is_not_carried():
    said = "We will not sign the harbour treaty before the dredgers leave"
    alone = "The ferry tolls rise again in winter, whatever the council says"
    given = tables(
        article("Post", "2031-03-01", Quote("Ada Quist", said), Quote("Bo Lund", alone)),
        article("Tidings", "2031-03-02", Quote("Ada Quist", said), Quote("Bo Lund", alone)),
        article("Gazette", "2031-03-03", Quote("Ada Quist", said), Quote("Cleo Rand", alone)),
    )
    wire = pd.DataFrame({"article_id": ["a0", "a1", "a2"], "story_id": ["a0", "a0", "a2"]})
    given = replace(given, stories=wire)
    sent, _ = page(given)
    assert {text.rstrip(",") for text in sent["repeats"]["text"]} == {said}
    assert len(sent["repeats"]["text"]) == 3
    every, _ = page(given, copies=True)
    assert {text.rstrip(",") for text in every["repeats"]["text"]} == {said, alone}
    assert len(every["repeats"]["text"]) == 5


def test_what_stands_between_two_quotations_hangs_on_the_filter(script):
    """Each run that two share is also in others, so that they are not compared until these go."""
    one = "harbour treaty dredgers winter council ferry tolls rise again today friends"
    other = "the market harbour treaty dredgers winter council ferry stays open all summer"
    words = one.split()[:6]
    runs = [" ".join(words[n : n + 3]) for n in range(4)]
    first = [
        article("Tidings", "2031-03-01", Quote("Ada Quist", f"we met {run} there")) for run in runs
    ]
    later = [
        article("Tidings", "2031-03-03", Quote("Ada Quist", f"old {run} sail")) for run in runs
    ]
    known = [Quote("Bo Lund", "The salt fleet opens the islands to pilots")]
    given = tables(
        *first, article("Post", "2031-03-02", Quote("Ada Quist", one), *known), *later,
        article("Post", "2031-03-04", Quote("Ada Quist", other), *known),
    )  # fmt: skip
    sent, _ = page(given)
    for asked, many in (({}, 2), ({"outlet": "Post"}, 4)):
        view = display.View("corpus", "", summary.select(given, **asked), given)
        data = display.repeats(view).data
        assert len(same_table(script, sent, data, asked)) == len(data["rows"]) == many
