import pytest

from onrecord.corrections import Anchor, Article, Correction
from onrecord.review.agreement import agreement, alpha, conflicts

N = None
# four observers of twelve units, as in Krippendorff (2011), section C, and (2013), chapter 12
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]
# two observers of ten units, section A
TWO = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
# two observers of twelve articles, five categories, section B
LETTERS = ["aabbddccceda", "abbbbdcccedd"]


def _units(rows):
    return [[v for v in unit if v is not None] for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(TWO, 0.095), (FOUR, 0.743), ([*map(list, LETTERS)], 0.692)],
)
def test_published_examples(rows, expected):
    assert alpha(_units(rows)) == pytest.approx(expected, abs=0.0005)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([], None),
        ([["a"], ["b"]], None),  # nobody answered twice
        ([["a", "a"], ["a", "a"]], None),  # nothing differs anywhere
        ([["a", "a"], ["b", "b"]], 1.0),
        ([["a", "b"], ["b", "a"]], -0.5),
    ],
)
def test_bounds(units, expected):
    assert alpha(units) == expected


HERE = Article("0123")


def _said(kind, who, start, now=None, was=None, settles=False):
    words = (Anchor("words", start, start + 5),)
    return Correction(kind, who, f"{start:03}{who}", HERE, words, was or {}, now or {}, settles)


def test_reviewers_are_compared_question_by_question():
    was = {"speakers": ["Bo"]}
    said = [
        _said("right", "ada", 1, was=was),
        _said("right", "bo", 1, was=was),
        _said("right", "ada", 20, was=was),
        _said("speaker", "bo", 20, {"speakers": ["Cy"]}),
        _said("right", "ada", 40, was=was),
        _said("no quote", "bo", 40),
        _said("right", "ada", 60, was=was),  # seen by one alone
        _said("skip", "bo", 60),
    ]
    found = {each.name: each for each in agreement(said)}
    assert (found["quote"].units, found["quote"].percent) == (3, pytest.approx(2 / 3))
    assert (found["speaker"].units, found["speaker"].percent) == (2, 0.5)
    assert found["stance"].units == 0
    assert found["stance"].alpha is found["stance"].percent is None
    assert found["all"].units == 6
    assert [each.question.name for each in conflicts(said)] == ["speaker", "quote"]
    settled = [*said, _said("right", "cy", 40, was=was, settles=True)]
    assert [each.question.name for each in conflicts(settled)] == ["speaker"]
    assert agreement(settled) == agreement(said)


def test_the_order_of_speakers_says_nothing():
    said = [
        _said("speaker", "ada", 1, {"speakers": ["Bo", "Cy"]}),
        _said("speaker", "bo", 1, {"speakers": ["Cy", "Bo"]}),
    ]
    assert conflicts(said) == []


@pytest.mark.parametrize(("other", "differ"), [("Bo Ek", 0), ("Cy Roe", 1)])
def test_names_of_one_person_are_one_answer(other, differ):
    said = [
        _said("speaker", "ada", 0, {"speakers": ["Ek"]}),
        _said("speaker", "bo", 0, {"speakers": [other]}),
        Correction("same person", "ada", "3", None, (), {"name": "Ek"}, {"name": "Bo Ek"}),
    ]
    assert len(conflicts(said)) == differ
    assert len(conflicts(said[:2])) == 1
    by = {each.name: each.percent for each in agreement(said)}
    assert by["speaker"] == 1 - differ
