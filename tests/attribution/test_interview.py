"""Interviews and transcripts."""

from __future__ import annotations

import time

import pytest
from attribution_language import attributions, said, words

from onrecord.attribution.rules.interview import HEARD

HEAD = "A talk with Ana Torvald\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Q: When will it open?\n\nA: In May. We are ready.\n\nQ: And then?\n\nA: We sail.",
            [
                ("Q", ["When will it open?"]),
                ("A", ["In May. We are ready."]),
                ("Q", ["And then?"]),
                ("A", ["We sail."]),
            ],
        ),
        (
            "Q. When will it open?\n\nA. In May.",
            [("Q", ["When will it open?"]), ("A", ["In May."])],
        ),
        # an answer of two paragraphs, an aside, and the narrator after the last turn
        (
            "HERALD: When will it open?\n\nTORVALD: In May.\n\nWe are ready.\n\n(Laughter.)\n\n"
            "HERALD: And then?\n\nTORVALD: We sail.\n\nThe talk was held in Vell.",
            [
                ("HERALD", ["When will it open?"]),
                ("TORVALD", ["In May.", "We are ready."]),
                ("HERALD", ["And then?"]),
                ("TORVALD", ["We sail."]),
            ],
        ),
        (
            "Q: When will it open?\n\nA: In May.\n\nWe are ready.\n\n"
            "At the door she added: “To me that is enough.”",
            [
                ("Q", ["When will it open?"]),
                ("A", ["In May.", "We are ready."]),
                ("she", ["“To me that is enough.”"]),
            ],
        ),
        # names in lower case need to speak twice
        (
            "Ana Torvald: We sail in May.\n\nHugo Lind: Why?\n\nAna Torvald: The ice.\n\n"
            "Hugo Lind: I see.",
            [
                ("Ana Torvald", ["We sail in May."]),
                ("Hugo Lind", ["Why?"]),
                ("Ana Torvald", ["The ice."]),
                ("Hugo Lind", ["I see."]),
            ],
        ),
        # an office behind the name, what is only heard, and a text without a headline
        (
            "ADA TORVALD, PORT MINISTER: We sail in May. (LAUGHTER) We told them that in March.\n\n"
            "LIND: (CROSSTALK) Why?\n\nTORVALD: The ice.\n\n(COMMERCIAL BREAK)\n\n"
            "LIND (on the phone): I see.",
            [
                ("ADA TORVALD", ["We sail in May.", "We told them that in March."]),
                ("LIND", ["Why?"]),
                ("TORVALD", ["The ice."]),
                ("LIND", ["I see."]),
            ],
        ),
        # no turns
        ("Note: The port is closed.\n\nNote: The quay is open.", []),
        ("Torvald: 41\n\nBrekke: 38\n\nTorvald: 17\n\nBrekke: 12", []),
        ("The rule is simple: no boats leave.\n\nA second one: no boats land.", []),
        ("TORVALD: We sail in May.", []),
    ],
)
def test_interview(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(source, content) for source, _, content in said(HEAD + text)] == expected


def test_turns_are_direct_and_hold_what_they_quote() -> None:
    marked = HEAD + (
        "HERALD: What now?\n\n"
        "TORVALD: We sail. {S:The union} {Q:said} {C:it would wait}, and so it does."
    )
    text, found = attributions(marked)
    assert [one.kind for one in found] == ["direct", "direct", "indirect"]
    assert [one.within for one in found] == [None, None, 1]
    assert words(text, found[2].source) == "The union"


def test_what_the_reader_made_of_a_turn_gives_way() -> None:
    marked = HEAD + "{S:Q}{Q::} {C:What now}?\n\n{S:A}{Q::} We sail in {C:May}."
    assert said(marked) == [("Q", ":", ["What now?"]), ("A", ":", ["We sail in May."])]


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0"])
def test_white_space_in_a_turn_takes_time_that_grows_with_it(gap):
    turn = "Yes." + gap * 60_000 + "No. (laughter) Yes. [applause]"
    began = time.process_time()
    found = [heard[0] for heard in HEARD.finditer(turn)]
    assert found == [" (laughter) ", " [applause]"]
    # also where looking begins behind the space
    assert HEARD.match(turn, turn.index("("))[0] == "(laughter) "
    assert time.process_time() - began < 3
