"""Whom a source rules out by its words: several for one, and who holds another office."""

from __future__ import annotations

import pytest

from onrecord.speakers.choose import by_rules
from onrecord.speakers.questions import Question
from tests.speaking import speakers

TWO = "Prime Minister Ada Lund met Foreign Minister Bo Ek. "
PAIR = "[1:Ada Lund and Hans Ek] said {1:it was late}. "
FORMER = "President Ada Lund met Bo Ek, the former president. "


def left(marked: str) -> list[set[str]]:
    """Who could be meant by each source, after what its words rule out."""
    found: dict[int, set[str]] = {}

    def choose(question: Question):
        names = {
            " + ".join(candidate.names)
            for at, candidate in enumerate(question.candidates)
            if at not in question.excluded and candidate.names
        }
        found[question.number] = names
        return by_rules(question)

    speakers("Weather turns\n\n" + marked, choose=choose)
    return [found[number] for number in sorted(found)]


@pytest.mark.parametrize(
    ("marked", "name", "possible"),
    [
        (TWO + "[1:The prime minister] said {1:no}.", "Ada Lund", True),
        (TWO + "[1:The prime minister] said {1:no}.", "Bo Ek", False),
        (TWO + "[1:The foreign minister] said {1:no}.", "Ada Lund", False),
        (TWO + "[1:The foreign minister] said {1:no}.", "Bo Ek", True),
        (TWO + "[1:The defence minister] said {1:no}.", "Bo Ek", False),
        (TWO + "[1:The minister] said {1:no}.", "Ada Lund", True),
        (TWO + "[1:The mayor] said {1:no}.", "Bo Ek", True),  # no text gives anybody the noun
        (FORMER + "[1:The former president] said {1:no}.", "Ada Lund", False),
        (FORMER + "[1:The former president] said {1:no}.", "Bo Ek", True),
        (FORMER + "[1:He] said {1:no}.", "Ada Lund", True),
    ],
)
def test_an_office_is_not_another(marked: str, name: str, possible: bool) -> None:
    assert (name in left(marked)[0]) is possible


@pytest.mark.parametrize(
    ("source", "possible"),
    [("They", True), ("The two", True), ("The ministers", True), ("The letter", True),
     ("She", False), ("He", False), ("The mayor", False), ("The union leader", False)],
)  # fmt: skip
def test_one_person_is_not_two(source: str, possible: bool) -> None:
    both = left(PAIR + f"[2:{source}] added {{2:it was dark}}.")[1]
    assert ("Ada Lund + Hans Ek" in both) is possible


@pytest.mark.parametrize(
    ("source", "possible"),
    [("NATO shareholders", False), ("NATO critics", False), ("NATO officials", True),
     ("A NATO spokesman", True)],
)  # fmt: skip
def test_who_deals_with_a_body_is_not_the_body(source: str, possible: bool) -> None:
    assert ("NATO" in left(f"[1:{source}] said {{1:it was dark}}.")[0]) is possible
