"""Tone: negation written short counts, and tone is not stance."""

import importlib
import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from textblob.en import sentiment

from onrecord.tone import Tone, spell_out, tone, tones


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("isn't", "is not"),
        ("isn’t", "is not"),
        ("can't", "can not"),
        ("can’t", "can not"),
        ("won't", "will not"),
        ("shan't", "shall not"),
        ("ain't", "is not"),
        ("couldn't've", "could not've"),
        ("DIDN'T", "DID not"),
        ("Can't", "can not"),
        ("cannot", "cannot"),
        ("Clinton's", "Clinton's"),
        ("wont", "wont"),
        ("n't", "n't"),
        ("American 'tis", "American 'tis"),
        ("", ""),
    ],
)
def test_spell_out(short: str, long: str) -> None:
    assert spell_out(short) == long


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("This is a good plan.", 1),
        ("This isn't a good plan.", -1),
        ("This isn’t a good plan.", -1),
        ("A terrible idea.", -1),
        ("That ain’t good.", -1),
        ("They aren't very happy.", -1),
        ("The mayor attacked the minister.", 0),
        ("", 0),
        ("\x00 👍🏽 \ud800", 0),
    ],
)
def test_polarity(text: str, sign: int) -> None:
    polarity = tone(text).polarity
    assert (polarity > 0) - (polarity < 0) == sign


def test_values_keep_their_ranges() -> None:
    found = tones(["Excellent! Perfect! Best!", "awful " * 500, "The table is wooden."])
    assert all(-1 <= each.polarity <= 1 and 0 <= each.subjectivity <= 1 for each in found)
    assert found[0].subjectivity > found[2].subjectivity


def test_texts_are_scored_each_by_itself() -> None:
    assert tones(["A good plan.", ""]) == [tone("A good plan."), Tone(0.0, 0.0)]


TRICKY = [
    "not really good", "not a good idea", "never the best", "very, very bad!", "no. Good!",
    "“Good,” she said. 'Not bad.'", "extremely of it bad", "It is good :-)", "ratio 8 ) good",
    "a great (!) idea", "Mr. Good vs. Mr. Bad", "never n t. calmly", "X-D_ good", ":3_ bad",
    "happy\n\nnot\n\nhappy", "o. O good", "x d good", "İ good ß", "good-natured", "n't good",
    "the U.S. best", "''good''", "<3", "not \u00a0 good", "hardly\x1cgood", "END-OF-SENTENCE good",
]  # fmt: skip


@pytest.mark.parametrize("text", TRICKY)
def test_leaving_words_out_changes_no_score(text: str) -> None:
    assert tone(text) == Tone(*sentiment(spell_out(text)))


def test_no_chain_of_words_is_scored_otherwise_than_by_textblob() -> None:
    draw = random.Random(20310401)
    scored = sorted(sentiment.keys())
    turning = [word for word in scored if "RB" in sentiment[word]]
    words = [scored, turning, sorted({word for text in TRICKY for word in text.split()})]
    for _ in range(5000):
        drawn = [draw.choice(draw.choice(words)) for _ in range(draw.randint(1, 9))]
        text = "".join(word + draw.choice((" ", " ", "", "\n")) for word in drawn)
        assert tone(text) == Tone(*sentiment(spell_out(text))), text


@pytest.mark.parametrize("many", [2, 5])
def test_threads_see_the_whole_lexicon(monkeypatch, many):
    module = importlib.import_module("onrecord.tone")

    class Slow(dict):
        def items(self):  # as TextBlob's: loaded when it is first asked, word by word
            if not self:
                for word in ("fine", "usually", "worse"):
                    self[word] = (0.5, 0.5)
                    time.sleep(0.02)
            return list(super().items())

    monkeypatch.setattr(module, "sentiment", Slow())
    module._scorer.cache_clear()
    try:
        with ThreadPoolExecutor(many) as pool:
            assert {*pool.map(lambda _: len(module._scorer()), range(many))} == {3}
    finally:
        module._scorer.cache_clear()
