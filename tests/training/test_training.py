"""Training: spans to tags, windows, marks, vocabulary, measures. No torch is needed."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest

from training import prune, score
from training.articles import TAGS, Paragraph, Part, tag_words, word_spans
from training.decode import bio_spans, viterbi
from training.text import casing
from training.windows import overlap, pack, random_windows, window_batches


def paragraph(words: int) -> Paragraph:
    ids = np.arange(words)
    return Paragraph(ids, ids * 0, ids, ids * 0, (), tuple((i, i + 1) for i in range(words)))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 5)], [(0, 1)]),
        ([(2, 8)], [(0, 2)]),  # clipped at both ends: whole words
        ([(5, 6)], []),  # only the space
        ([(0, 5), (12, 13)], [(0, 1), (2, 3)]),
        ([(40, 50)], []),
    ],
)
def test_characters_to_words(spans, expected):
    assert word_spans(spans, [(0, 5), (6, 11), (12, 13)]) == expected


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ([], "O O O O"),
        ([Part(0, 0, 0, 2)], "B-source I-source O O"),
        ([Part(0, 2, 0, 2), Part(1, 2, 2, 4)], "B-content I-content B-content I-content"),
        # an overlap belongs to the span that begins first
        ([Part(0, 0, 1, 2), Part(0, 1, 1, 3)], "O B-source O O"),
        ([Part(3, 1, 3, 4), Part(3, 0, 0, 1)], "B-source O O B-cue"),
    ],
)
def test_tags(parts, names):
    assert [TAGS[tag] for tag in tag_words(parts, 4)] == names.split()


def test_tags_give_their_spans_back():
    parts = [Part(0, 0, 0, 1), Part(0, 1, 1, 3), Part(0, 2, 3, 7), Part(1, 2, 7, 8)]
    assert bio_spans(tag_words(parts, 9)) == [(0, 0, 1), (1, 1, 3), (2, 3, 7), (2, 7, 8)]


def test_an_inside_tag_of_another_role_opens_a_span():
    assert bio_spans(np.array([1, 4, 4, 0])) == [(0, 0, 1), (1, 1, 3)]


def test_viterbi_prefers_the_best_whole():
    rng = np.random.default_rng(3)
    for _ in range(20):
        scores, moves = rng.normal(size=(4, 3)), rng.normal(size=(3, 3))
        first, last = rng.normal(size=3), rng.normal(size=3)

        def total(path, scores=scores, moves=moves, first=first, last=last):
            steps = sum(moves[a, b] for a, b in pairwise(path))
            return first[path[0]] + scores[range(4), list(path)].sum() + steps + last[path[-1]]

        best = max(np.ndindex(3, 3, 3, 3), key=total)
        assert tuple(viterbi(scores, moves, first, last).tolist()) == best


@pytest.mark.parametrize("size", [16, 40, 90])
def test_every_paragraph_is_in_one_packed_window(size):
    lengths = [10, 3, 14, 1, 12, 9, 9]
    windows = pack(lengths, size)
    assert [i for a, b in windows for i in range(a, b)] == list(range(7))
    assert all(1 + sum(lengths[a:b]) + b - a <= size for a, b in windows)


@pytest.mark.parametrize("size", [16, 24, 40, 90])
def test_every_paragraph_is_read_once_inside_its_window(size):
    lengths = [10, 3, 14, 1, 12, 9, 9]
    windows = overlap(lengths, size)
    assert [i for _, _, a, b in windows for i in range(a, b)] == list(range(7))
    for start, end, first, last in windows:
        assert start <= first < last <= end
        assert 1 + sum(lengths[start:end]) + end - start <= size


def test_neighbours_are_seen_where_there_is_room():
    for start, end, first, last in overlap([5] * 30, 31):
        assert start < first or first == 0
        assert last < end or last == 30


def test_windows_move_between_epochs_and_lose_nothing():
    article = [paragraph(n) for n in (30, 20, 40, 10, 25, 35)]
    rng = random.Random(1)
    cuts = set()
    for _ in range(8):
        windows = random_windows([article], rng, 80)
        assert sum(len(p.ids) for w in windows for p in w) == 160
        cuts.add(frozenset(len(w[0].ids) for w in windows))
    assert len(cuts) > 1


def test_batches_hold_every_window_once():
    windows = [[paragraph(n)] for n in range(5, 60)]
    made = window_batches(windows, 120, random.Random(1))
    assert sorted(len(w[0].ids) for group in made for w in group) == list(range(5, 60))
    assert all(len(group) * max(len(w[0].ids) + 1 for w in group) <= 120 for group in made)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("’s", 0), ("I", 1), ("U", 1), ("NATO", 2), ("O'Brien", 3), ("7", 4), ("“", 5), ("7th", 0)],
)
def test_casing(word, expected):
    assert casing(word) == expected


@pytest.mark.parametrize(
    ("seen", "size", "expected"),
    [
        ({}, 0, [0, 2, 3, 4]),  # marks, special tokens and Latin characters in any case
        ({8: 1}, 6, [0, 2, 3, 4, 6, 8]),  # then a seen one, then by the vocabulary's order
        ({7: 1, 8: 3}, 5, [0, 2, 3, 4, 8]),  # of the seen ones the more frequent
        ({5: 2}, 5, [0, 2, 3, 4, 5]),  # one of another script, if seen
        ({}, 99, [0, 2, 3, 4, 6, 7, 8]),  # and never unseen
    ],
)
def test_the_vocabulary_keeps_what_is_needed_and_most_seen(seen, size, expected):
    vocabulary = ["[PAD]", "[unused0]", "[unused3]", "[CLS]", "q", "##京", "the", "rare", "seen"]
    assert prune.kept(vocabulary, seen, size) == expected


def test_macro_f1_counts_every_label_alike():
    gold = np.array([0, 0, 0, 0, 1, 2])
    assert score.macro_f1(gold, gold, 3) == pytest.approx(100)
    assert score.macro_f1(gold, np.zeros(6, dtype=int), 3) == pytest.approx(80 / 3)


def test_temperature_cools_the_overconfident():
    rng = np.random.default_rng(5)
    gold = rng.integers(0, 3, 4000)
    logits = rng.normal(size=(4000, 3))
    logits[range(4000), gold] += 1.5
    before = score.calibration_error(gold, score.softmax(3 * logits))
    heat = score.fit_temperature(gold, 3 * logits)
    after = score.calibration_error(gold, score.softmax(3 * logits, heat))
    assert heat == pytest.approx(2, rel=0.1)  # the likelihood's own logits are 1.5 times
    assert after < before / 2


def test_crf_agrees_with_counting_every_path():
    torch = pytest.importorskip("torch", reason="torch is only needed to train")
    from training.crf import Crf

    torch.manual_seed(1)
    crf = Crf()
    with torch.no_grad():
        for parameter in crf.parameters():
            parameter.normal_()
    emissions = torch.randn(2, 3, len(TAGS))
    tags = torch.tensor([[1, 2, 0], [5, 6, -1]])
    moves, first, last = (scores.detach().numpy() for scores in crf.scores())
    expected = 0.0
    for row, length in ((0, 3), (1, 2)):
        scores = emissions[row].numpy()

        def total(path, scores=scores, length=length):
            steps = sum(moves[a, b] for a, b in pairwise(path))
            return first[path[0]] + scores[range(length), list(path)].sum() + steps + last[path[-1]]

        everything = [total(path) for path in np.ndindex(*[len(TAGS)] * length)]
        expected += np.logaddexp.reduce(everything) - total(tags[row, :length].tolist())
    assert float(crf(emissions, tags).detach()) == pytest.approx(expected, rel=1e-4)
