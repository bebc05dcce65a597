"""A second look: which words a row shows, where the marks stand, and what fits the source."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader.folders import SHIPPED
from onrecord.reader.look import Again, Look, Seen
from onrecord.reader.look_rows import LONGEST, Looks, Sizes
from onrecord.reader.vectors import MOST, Judge
from onrecord.reader.words import Vocabulary

SIZES = Sizes(ids=20, lead=3, after=4)
ALONE = Sizes(ids=10, lead=0, after=2)
LINE = "a b c d e f g h i j k l m n o p q r s t u v w x y z"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(SHIPPED / "tokenizer.json")


@pytest.mark.parametrize(
    ("start", "end", "lead", "near"),
    [
        (0, 1, "", "abcdefghijklmnop"),  # nothing stands before: more of what follows
        (5, 6, "", "abcdefghijklmnop"),  # all of the beginning, and what there is room for
        (11, 12, "", "abcdefghijklmnop"),
        (12, 13, "abc", "efghijklmnopq"),  # the beginning, and what stands near: 20 less 4 in all
        (25, 26, "abc", "nopqrstuvwxyz"),  # nothing behind: more of what stands before
        (12, 20, "abc", "lmnopqrstuvwx"),  # a long source
    ],
)
def test_a_row_shows_the_beginning_and_what_stands_near(vocabulary, start, end, lead, near) -> None:
    letters = LINE.split()
    shown = Looks(vocabulary, LINE, SIZES).shown(start, end)
    assert ["".join(letters[at] for at in part) for part in shown] == [lead, near]


@pytest.mark.parametrize(
    ("end", "near"),
    [
        (13, "efghijklmnopq"),  # one word
        (14, "abcdefghijklmnopqrstuv"),  # several: longer, and it reaches back to the beginning
        (20, "hijklmnopqrstuvwxyz"),
    ],
)
def test_a_row_round_several_words_may_be_longer(vocabulary, end, near) -> None:
    looks = Looks(vocabulary, LINE, SIZES, Sizes(ids=26, lead=3, after=6))
    lead, shown = looks.shown(12, end)
    assert "".join(LINE.split()[at] for at in shown) == near
    assert len(lead) == (0 if end == 14 else 3)


@pytest.mark.parametrize(
    ("start", "end", "near"),
    [(12, 13, "jklmno"), (12, 14, "klmnop"), (0, 1, "abcdef"), (25, 26, "uvwxyz")],
)
def test_a_row_may_be_cut_to_other_sizes(vocabulary, start, end, near) -> None:
    looks = Looks(vocabulary, LINE, SIZES, Sizes(ids=26, lead=3, after=6))
    lead, shown = looks.shown(start, end, ALONE)
    assert ("".join(LINE.split()[at] for at in shown), len(lead)) == (near, 0)


@pytest.mark.parametrize("words", [3, 60, 3000])
def test_a_row_is_never_longer_than_told(vocabulary, words) -> None:
    text = " ".join(["Ombudspersonship"] * words)
    looks = Looks(vocabulary, text, Sizes(ids=312, lead=36, after=60))
    for at in {0, 1, words // 2, words - 1}:
        row, _ = looks.row(*looks.cut(at, words))
        assert len(row.ids) == len(row.casing) <= 312


def test_a_source_is_marked_and_lines_are_told_apart(vocabulary) -> None:
    looks = Looks(vocabulary, "Ann left.\nShe said no.", SIZES)
    row, of = looks.row(3, 4)
    names = ["[CLS]", "ann", "left", ".", "[SEP]", "[unused1]", "she", "[unused2]", "said", "no"]
    assert row.ids.tolist() == [vocabulary.id(name) for name in [*names, ".", "[SEP]"]]
    assert of.tolist() == [0, 1, 2, -1, 3, -1, 4, 5, 6]
    assert row.ids[row.read[of == -1]].tolist() == [vocabulary.id(name) for name in names[5:8:2]]
    assert row.casing.tolist() == [5, 1, 0, 5, 5, 5, 1, 5, 0, 0, 5, 5]


def looking(
    vocabulary: Vocabulary, text: str, asked: list | None = None, judge: Judge | None = None
) -> Look:
    """Looks at a text with a network to which every word means its place among those read."""

    def see(row) -> Seen:
        if asked is not None:
            asked.append(row)
        places = np.arange(len(row.read), dtype=np.float32)
        vectors = np.repeat(places, 4).reshape(-1, 4)
        parts = np.stack([places, 10 * places, 100 * places], 1)[:, :, None]
        return Seen(np.ones((len(places), 4)), vectors, parts if judge else None)

    return Look(text, Again(vocabulary, SIZES, SIZES, ALONE, see, 0.25, judge, 0.5))


@pytest.mark.parametrize(
    ("source", "names", "scores"),
    [
        # the marks are read as well, so "c" is the fourth and what follows comes two later
        ([(4, 5)], [(0, 1), (2, 3), (6, 7)], [0, 2, 10]),
        ([(4, 5)], [(0, 3)], [1]),  # the mean of two words
        ([(4, 5)], [(34, 35)], [None]),  # out of sight
        ([(4, 5)], [(10, 13)], [15]),
        ([(4, 5)], [(28, 33)], [None]),  # shown in part alone
        ([(50, 51)], [(0, 1), (12, 13), (48, 49)], [0, None, 28]),  # "a" from the beginning
        ([(3, 4)], [(0, 1)], [None]),  # white space: nothing to look at
        ([(4, 5), (8, 9)], [(0, 1), (6, 7)], [0, 8]),  # from the first span to the last
    ],
)
def test_mentions_in_sight_are_held_against_the_source(vocabulary, source, names, scores) -> None:
    found = looking(vocabulary, LINE).who(source, names)
    given = [None if np.isnan(score) else float(score) for score in found]
    # what lies beyond MOST says no more, and all of it counts for a quarter
    wanted = [None if score is None else 0.25 * min(score, MOST) for score in scores]
    assert given == [None if score is None else pytest.approx(score) for score in wanted]


def test_the_same_source_is_looked_at_once(vocabulary) -> None:
    asked: list = []
    look = looking(vocabulary, LINE, asked)
    assert not asked
    first = look.who([(4, 5)], [(0, 1), (6, 7)])
    assert look.who([(4, 5)], [(6, 7)])[0] == first[1]
    look.who([(8, 9)], [(0, 1)])
    assert len(asked) == 2


def test_a_long_source_is_cut(vocabulary) -> None:
    looks = Looks(vocabulary, " ".join(["a"] * 500), Sizes(ids=312, lead=36, after=60))
    assert looks.cut(10, 400) == (10, 10 + LONGEST)
    assert looks.cut(10, 12) == (10, 12)


@pytest.mark.parametrize(
    ("source", "cue", "content", "logit"),
    [
        # the marks are read too: "c" and both marks stand at 2, 3 and 4, what follows at 5, 6, ...
        ([(4, 5)], [(6, 7)], [(8, 9), (10, 11)], 3 + 50 + 650),
        ([(4, 5)], [(6, 7)], [(8, 9), (40, 41)], 3 + 50 + 600),  # only what is in sight
        ([(4, 5)], [], [(40, 41)], 3 + 7 + 70),  # nothing written, nothing in sight
        ([], [(4, 5)], [], 3 + 30 + 70),  # no source: the cue is marked
        ([(3, 4)], [(4, 5)], [], None),  # white space
    ],
)
def test_parts_are_judged_together(vocabulary, source, cue, content, logit) -> None:
    judge = Judge(np.array([[0.0], [7.0], [70.0]]), np.array([1.0]), 1.0, 2.0)
    found = looking(vocabulary, LINE, judge=judge).attributes(source, cue, content)
    assert found == (None if logit is None else (pytest.approx((logit + 1) / 2), 0.5))


def test_who_speaks_and_whether_share_a_row(vocabulary) -> None:
    asked: list = []
    judge = Judge(np.zeros((3, 1)), np.ones(1), 0.0, 1.0)
    look = looking(vocabulary, LINE, asked, judge)
    look.attributes([(4, 5)], [(6, 7)], [])
    look.who([(4, 5)], [(0, 1)])
    assert len(asked) == 1


def test_a_network_without_a_judge_does_not_judge(vocabulary) -> None:
    asked: list = []
    assert looking(vocabulary, LINE, asked).attributes([(4, 5)], [], []) is None
    assert not asked


def test_what_is_judged_alone_needs_a_short_row(vocabulary) -> None:
    judge, asked = Judge(np.zeros((3, 1)), np.ones(1), 0.0, 1.0), []
    look = looking(vocabulary, LINE, asked, judge)
    for alone in (True, True, False, False, True):
        look.attributes([(30, 31)], [(32, 33)], [], alone)
    look.who([(30, 31)], [(0, 1)])
    assert [len(row.ids) for row in asked] == [10, 21, 10, 21]
