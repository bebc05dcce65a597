"""Two parts side by side: shares, means, their differences, and the words of each."""

import numpy as np
import pytest
from samples import Quote, Told, article, tables

from onrecord import AnalysisError, summary
from onrecord.summary.distinctive import log_odds

LANTERN, POST = {"outlet": "Lantern"}, {"outlet": "Post"}
DIRECT = Quote("Ada Quist", "Norland has kept its word", {"Norland": 0.6})
INDIRECT = Quote(
    "Bo Lund", "the treaty that Norland broke", {"Norland": -0.6}, kind="indirect",
    cue="claimed", cue_class="claim",
)  # fmt: skip


def two(lantern, post, articles=6):
    """So many articles of each outlet, with the same lines."""
    return tables(
        *(article("Lantern", f"2031-03-{n + 1:02}", *lantern) for n in range(articles)),
        *(article("Post", f"2031-04-{n + 1:02}", *post) for n in range(articles)),
    )


@pytest.mark.parametrize(
    ("made", "what", "values", "clear"),
    [
        (two([DIRECT] * 2, [INDIRECT] * 2), "in the speaker's own words", (1, 0, 1), True),
        (two([DIRECT] * 2, [INDIRECT] * 2), "distancing verbs", (0, 1, -1), True),
        (two([DIRECT] * 2, [DIRECT, INDIRECT]), "in the speaker's own words", (1, 0.5, 0.5), True),
        (two([DIRECT] * 2, [DIRECT] * 2), "in the speaker's own words", (1, 1, 0), False),
        # too few articles, however many quotes; too few quotes, however many articles
        (two([DIRECT] * 9, [INDIRECT] * 9, 4), "distancing verbs", (0, 1, -1), False),
        (two([DIRECT], [INDIRECT]), "distancing verbs", (0, 1, -1), False),
    ],
)
def test_shares_of_two_outlets_and_their_difference(made, what, values, clear):
    found = summary.compare(made, LANTERN, POST).set_index("what").loc[what]
    assert (found.one, found.other, found.difference) == pytest.approx(values)
    assert bool(found.clear) is clear
    assert (found.low != found.low) is (found.articles_one < 5)  # no interval of few articles


@pytest.mark.parametrize(
    ("of", "lines", "value"),
    [
        ("stance", ([DIRECT], [INDIRECT]), 1.2),
        ("coverage", ([Told("Norland won.", {"Norland": 0.4})],
                      [Told("Norland lost.", {"Norland": -0.2})]), 0.6),
    ],
)  # fmt: skip
def test_means_are_of_actors_that_both_take_up(of, lines, value):
    found = summary.compare(two(*lines), LANTERN, POST, of=of)
    assert found.what.tolist() == ["Norland"]
    assert found.difference[0] == pytest.approx(value)
    other = "coverage" if of == "stance" else "stance"
    assert summary.compare(two(*lines), LANTERN, POST, of=other).empty


def test_two_speakers_of_the_same_articles_are_no_independent_witnesses():
    # both are direct in the same articles, and indirect in the others: nothing between them varies
    lines = [
        [Quote(who, "It is so and stays so", kind="direct" if n % 2 else "indirect")
         for who in ("Ada Quist", "Bo Lund") for _ in range(2)]
        for n in range(8)
    ]  # fmt: skip
    made = tables(*(article("Lantern", None, *each) for each in lines))
    asked = {"speaker": "Ada Quist"}, {"speaker": "Bo Lund"}
    found = summary.compare(made, *asked).set_index("what").loc["in the speaker's own words"]
    assert (found.low, found.high) == pytest.approx((0, 0))
    apart = tables(*(article("Lantern", None, *each[:2]) for each in lines),
                   *(article("Lantern", None, *each[2:]) for each in lines))  # fmt: skip
    found = summary.compare(apart, *asked).set_index("what").loc["in the speaker's own words"]
    assert found.high - found.low > 0.5


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (two([DIRECT], [INDIRECT, DIRECT]), (POST, LANTERN)),
        (tables(*(article("Lantern", f"2031-03-0{n}", DIRECT, INDIRECT, INDIRECT) for n in (1, 9))),
         ({"speaker": "Bo Lund"}, {"speaker": "Ada Quist"})),
        (tables(*(article("Lantern", f"2031-03-0{n}", DIRECT) for n in (1, 9))),
         ({"until": "2031-03-04"}, {"since": "2031-03-05"})),
        (tables(article("Lantern", "2031-03-01", DIRECT)), None),
    ],
)  # fmt: skip
def test_what_is_compared_by_itself(made, wanted):
    assert summary.opposites(made) == wanted


@pytest.mark.parametrize("asked", [(LANTERN, None), ({"outlet": "Nowhere"}, POST)])
def test_a_part_that_is_missing_is_an_error(asked):
    with pytest.raises(AnalysisError):
        summary.compare(two([DIRECT], [INDIRECT]), *asked)
    with pytest.raises(AnalysisError):
        summary.compare(two([DIRECT], [INDIRECT]), of="tone")


@pytest.mark.parametrize(
    ("lantern", "post", "words"),
    [
        ("Harbour’s tolls have gone, harbour tolls", "the treaty was broken", ["harbour", "tolls"]),
        ("the treaty was broken", "the treaty was broken", []),
        ("we have said that they would", "the treaty was broken", []),  # common words
    ],
)
def test_words_that_one_part_has_more_often(lantern, post, words):
    made = two([Quote("Ada Quist", lantern)] * 3, [Quote("Ada Quist", post)] * 3)
    found = summary.distinctive(made, LANTERN, POST)
    own = found[found.part == "one"]
    assert sorted(w for w in own.word if w in ("harbour", "tolls", "said", "treaty")) == words
    for row in own.itertuples():
        assert (row.quotes_one, row.articles_one) == (18, 6) == (len(row.evidence.split()), 6)


def test_a_word_of_one_speech_does_not_stand_out():
    made = two([DIRECT], [Quote("Bo Lund", "the treaty was broken")])
    speech = article("Lantern", "2031-05-01", *[Quote("Ada Quist", "tolls, tolls are theft")] * 30)
    both = tables(*[article("Post", None, INDIRECT)] * 3, speech)
    assert "tolls" not in set(summary.distinctive(both, LANTERN, POST).word)
    assert summary.distinctive(made, of="verbs").empty


def test_log_odds_are_those_of_the_formula():
    made = log_odds(np.array([30.0, 70.0]), np.array([10.0, 190.0]))
    prior = 0.1 * np.array([40, 260])

    def odds(of, total):
        return np.log((of + prior) / (total + 30 - of - prior))

    one, other = np.array([30, 70]), np.array([10, 190])
    spread = np.sqrt(1 / (one + prior) + 1 / (other + prior))
    assert made == pytest.approx((odds(one, 100) - odds(other, 200)) / spread)
    assert log_odds(np.array([0.0]), np.array([0.0])).tolist() == [0]
