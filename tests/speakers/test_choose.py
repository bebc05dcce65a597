"""The ranker that ships: whom it takes for the speaker, and where it stays silent."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.speakers import shipped
from onrecord.speakers.choose import by_ranker, decided
from onrecord.speakers.questions import Question
from tests.speaking import names

ROLE = "[1:The {}] said {{1:it would go on}}."


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[1:One of the protesters, Peter Holm, 42,] said {1:it would go on}.", "Peter Holm"),
        ("[1:A spokesman for NATO] said {1:it would reply}.", "NATO"),
        ("[1:Labour’s election coordinator, Alan Reed,] said {1:it was close}.", "Alan Reed"),
        ("[1:Ada Lund, speaking for the council,] said {1:the road would close}.", "Ada Lund"),
        ("[1:Ada Lund and Hans Ek] said {1:they would go}.", "Ada Lund + Hans Ek"),
        ("NATO met on Monday. [1:The alliance] said {1:it would reply}.", "NATO"),
        ("Ada Lund spoke. [1:Experts] said {1:it was late}.", None),
        ("Ada Lund fell. [1:Witnesses] said {1:it was dark}.", None),
    ],
)
def test_one_source(marked: str, expected: str | None) -> None:
    assert names(marked, choose=by_ranker) == [expected]


@pytest.mark.parametrize(
    ("before", "role", "expected"),
    [
        ("Samuel Orr was found not guilty. ", "prosecutor", None),
        ("Lena Fisk won the race. ", "judge", None),
        ("The prosecutor Samuel Orr rose. ", "prosecutor", "Samuel Orr"),
    ],
)
def test_a_role_goes_to_who_is_said_to_hold_it(before: str, role: str, expected) -> None:
    assert names(before + ROLE.format(role), choose=by_ranker) == [expected]


def doubtful(question: Question) -> tuple:
    """Answer as if nobody were likelier than all candidates together."""
    others = len(question.candidates) - 1
    return decided(question, np.array([0.6, *[0.4 / others] * others]), 0.55)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[1:A local NATO spokesperson] said {1:it would reply}.", "NATO"),
        ("Denmark closed a road. [1:A Kremlin spokeswoman] said {1:it would reply}.", "Russia"),
        ("[1:NATO’s spokesman] said {1:it would reply}.", "NATO"),
        ("[1:A spokesman for NATO] said {1:it would reply}.", "NATO"),
        ("NATO met. [1:A spokesman] said {1:it would reply}.", None),
        ("[1:Some NATO critics] said {1:it would reply}.", None),
        ("[1:A NATO member] said {1:it would reply}.", None),
    ],
)
def test_an_unnamed_spokesman_speaks_for_the_body_even_in_doubt(marked: str, expected) -> None:
    assert names(marked, choose=doubtful) == [expected]


def test_a_person_in_a_long_source_keeps_her_later_quotes() -> None:
    marked = (
        "[1:One of the protesters, Peter Holm, 42,] said {1:the march would go on}. "
        "{2:“We are tired,”} [2:he] said."
    )
    assert names(marked, choose=by_ranker) == ["Peter Holm", "Peter Holm"]


def test_thresholds_are_chances() -> None:
    ranker = shipped()
    assert 0 < ranker.sure < 1
    assert 0 < ranker.least < 1
    chances = ranker.chances({}, [{}, {"rules say so": 1.0}])
    assert chances.sum() == pytest.approx(1)
    assert chances[1] > chances[0]
