"""Whom a source could mean: who is named near, and of a description who is named anywhere."""

from __future__ import annotations

import pytest

from onrecord.speakers.questions import Question
from tests.speaking import names

# sentences about others, of whom at least four are named more often than anybody else
OTHERS = ("Eva Dahl", "Ida Bo", "Nils Berg")
BETWEEN = " ".join(f"{who} met {other}." for who in ("Ada Lund", "Hans Ek") for other in OTHERS)
FAR = f"Samuel Orr came home. {BETWEEN} {BETWEEN} {BETWEEN} "
LATER = f" It was late. {BETWEEN} {BETWEEN} Samuel Orr came home."


@pytest.mark.parametrize(
    ("before", "source", "after", "could"),
    [
        (FAR, "The magistrate", "", True),
        ("", "The magistrate", LATER, True),
        (FAR, "His wife", "", True),
        (FAR, "He", "", False),  # a pronoun means somebody near
        (FAR, "Residents", "", False),
        ("", "She", LATER, False),
        (FAR, "Ada Lund", "", False),  # a name means its own
        ("Samuel Orr came home. ", "He", "", True),
    ],
)
def test_a_description_may_mean_somebody_far_away(before, source, after, could) -> None:
    given: list[str] = []

    def keep(question: Question) -> tuple:
        given.extend(name for each in question.candidates for name in each.names)
        return question.by_rules

    names(f"{before}[1:{source}] said {{1:it would go on}}.{after}", choose=keep)
    assert ("Samuel Orr" in given) == could
