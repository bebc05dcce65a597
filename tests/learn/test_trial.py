"""Simulated reviewers: where learning helps, and where it must say that it does not."""

import numpy as np
import pytest
import speaking

from onrecord.actors import find_mentions
from onrecord.learn import quotes, sides, speakers
from onrecord.learn.examples import Examples
from onrecord.learn.learn import lesson
from onrecord.learn.quotes import IsQuote
from onrecord.learn.sides import Side
from onrecord.learn.speakers import WhoSpeaks
from onrecord.learn.trial import tried
from onrecord.learnt.learnt import adapt
from onrecord.segment import segment
from onrecord.speakers import resolve
from onrecord.speakers.ranker import shipped

LABELS = ("favor", "against", "none")


def of_sides(shift: float, seed: int, number: int = 300) -> list[Side]:
    """Sides whose true log odds are the model's, moved."""
    draw = np.random.default_rng(seed)
    made = []
    for n in range(number):
        odds = draw.normal(0.5, 1.5)
        side, true = 1 / (1 + np.exp(-odds)), 1 / (1 + np.exp(-(odds + shift)))
        chances = (side * 0.3, side * 0.7, 1 - side)
        label = "none" if draw.random() > true else draw.choice(LABELS[:2], p=[0.3, 0.7])
        said = "against" if side * 0.7 >= 0.4 else "none"
        made.append(Side(f"a{n // 3}", chances, said, str(label), 0.4))
    return made


@pytest.mark.parametrize(
    ("shift", "helps"),
    [
        pytest.param(-2.5, True, id="the model sees sides where there are none"),
        pytest.param(2.5, True, id="the model overlooks sides"),
        pytest.param(0.0, False, id="the model is as sure as it should be"),
        pytest.param(0.1, False, id="too little to be told from chance"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sides(shift, helps, seed):
    trial = tried(sides.SPEAKERS, of_sides(shift, seed))
    assert trial.helps == helps
    assert trial.after is not None and trial.before is not None
    if helps:
        assert trial.after.error < trial.before.error
        assert trial.after.both >= trial.before.both - 0.005


def test_nothing_is_found_in_noise_more_often_than_it_says():
    found = [tried(sides.SPEAKERS, of_sides(0.0, seed, 120)).helps for seed in range(10, 40)]
    assert sum(found) <= 2


def of_quotes(wrong: float, seed: int, number: int = 200) -> list[IsQuote]:
    """Claims; those with one verb are no quotes, so often."""
    draw = np.random.default_rng(seed)
    made = []
    for n in range(number):
        odd = draw.random() < 0.3
        features = {"bias": 1.0, "confidence": 0.9, "cue ponder" if odd else "cue said": 1.0}
        chance = float(draw.uniform(0.6, 0.99))
        true = draw.random() > wrong if odd else draw.random() < chance
        made.append(IsQuote(f"a{n // 2}", features, chance, bool(true)))
    return made


@pytest.mark.parametrize(("wrong", "helps"), [(0.95, True), (0.2, False)])
def test_quotes(wrong, helps):
    trial = tried(quotes.PART, of_quotes(wrong, 5))
    assert trial.helps == helps
    if helps:
        assert trial.after.right > trial.before.right + 0.1


MET = "Talks\n\nThe minister {} met the minister {} in Lagonia. [1:She] said {{1:it would rain}}."
CLEAR = "Talks\n\nThe minister {} opened the talks in Lagonia. [1:She] said {{1:it would rain}}."

PEOPLE = ("Ada Quist", "Cleo Rand", "Dora Lund", "Eve Holm", "Fay Amsel")


def asked_of(marked: str):
    """The question that a text with one attribution makes."""
    kept = []

    def keep(question):
        kept.append(question)
        return question.by_rules

    text, attributions = speaking.read(marked)
    sentences = segment(text)
    found = find_mentions(text, sentences, speaking.LEXICON)
    resolve(text, sentences, attributions, found.mentions, found.actors, choose=keep)
    return kept[0]


def of_speakers(true: str, number: int = 90) -> list[WhoSpeaks]:
    """Pronouns between two women: the reviewer always means one of both; or of one woman alone."""
    draw = np.random.default_rng(3)
    made = []
    for n in range(number):
        one, other = draw.choice(PEOPLE, 2, replace=False)
        question = asked_of((CLEAR if true == "ranker" else MET).format(one, other))
        ranked = speakers.chances(None, WhoSpeaks("", question, frozenset()))
        best = question.candidates[int(ranked.argmax())].names
        names = {"object": (other,), "ranker": best, "subject": (one,)}[true]
        made.append(WhoSpeaks(f"a{n}", question, frozenset(map(str, names))))
    return made


def test_a_speaker_that_reviewers_always_mean_is_learnt():
    trial = tried(speakers.PART, of_speakers("object"))
    assert trial.helps and trial.after.found > trial.before.found + 0.3


def test_a_ranker_that_is_right_has_nothing_to_learn():
    trial = tried(speakers.PART, of_speakers("ranker"))
    assert trial.after is None and not trial.helps
    assert trial.verdict.startswith("too few to learn from")


def test_the_runs_apply_what_was_tried():
    some = of_speakers("object", 60)
    learnt = speakers.fit(some)
    ranker = adapt(shipped(), speakers=learnt.weights, sure=learnt.sure)
    for each in some[:5]:
        tried_with = speakers.chances(learnt, each)
        applied = ranker.chances(each.question.source, each.question.rows)
        assert applied == pytest.approx(tried_with, abs=1e-4)
    claims = of_quotes(0.9, 7)
    weights = quotes.fit(claims).weights
    moved = adapt(shipped(), quotes=weights)
    before = shipped()
    for each in claims[:5]:
        own = IsQuote(each.article, each.features, before.claimed(each.features), each.true)
        assert moved.claimed(each.features) == pytest.approx(
            quotes.chance(quotes.Quotes(weights), own), abs=1e-3
        )


def test_only_what_helps_is_kept():
    made = lesson(Examples(["a1"], of_quotes(0.2, 5), [], of_sides(-2.5, 1), of_sides(0.0, 2)))
    assert made.learnt.sides is not None and made.learnt.narrator is None
    assert made.learnt.quotes == () and made.learnt.speakers == ()
    assert [each.helps for each in made.trials] == [False, False, True, False]
    assert list(made.frame().helps) == [False, False, True, False]
