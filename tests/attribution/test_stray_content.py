"""Contents that stand apart from their cue are not its own."""

from __future__ import annotations

import pytest
from attribution_language import said

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # reported speech in another sentence than its cue
        (
            "{S:Orrin} {Q:wished} {C:the crew well}. {C:The treaty was sent by post}.",
            [("Orrin", "wished", ["the crew well"])],
        ),
        (
            "{C:The tide was out}. {S:Orrin} {Q:read} {C:the list of ships}.",
            [("Orrin", "read", ["the list of ships"])],
        ),
        # words of the narrator between a content and the verb that has one of its own
        (
            "{C:The ice} was thick when {S:Torvald} {Q:promised} {C:a new quay}.",
            [("Torvald", "promised", ["a new quay"])],
        ),
        # a content ends with its sentence, where no quotation runs on
        (
            "{S:Orrin} {Q:called} {C:the list “a joke.” All of it was old}.",
            [("Orrin", "called", ["the list “a joke.”"])],
        ),
        (
            "{S:Orrin} {Q:said}: {C:“The list is a joke. All of it is old.”}",
            [("Orrin", "said", ["“The list is a joke. All of it is old.”"])],
        ),
        # a quotation goes on in the next sentence
        (
            "{S:Orrin} {Q:wished} {C:the crew well}. {C:“They will need all of it.”}",
            [("Orrin", "wished", ["the crew well", "“They will need all of it.”"])],
        ),
        # but not in one before a cue that has words of its own: it is the speaker's before
        (
            "{C:“The ice is thick,”} {S:she} {Q:said}. {C:“Nobody sails.”} {S:Orrin} {Q:warned}"
            " {C:that it was thin}.",
            [
                ("she", "said", ["“The ice is thick,”", "“Nobody sails.”"]),
                ("Orrin", "warned", ["that it was thin"]),
            ],
        ),
        (
            "{C:“The ice is thick,”} {S:she} {Q:said}. {C:“Nobody sails.”} But {S:a clerk}"
            " {Q:added}: {C:“It melts.”}",
            [
                ("she", "said", ["“The ice is thick,”", "“Nobody sails.”"]),
                ("a clerk", "added", ["“It melts.”"]),
            ],
        ),
        (
            "{C:“Nobody sails.”} {S:Orrin} {Q:was blunt}.",
            [("Orrin", "was blunt", ["“Nobody sails.”"])],
        ),
        # nor where the cue's words take it up
        (
            "{C:“The ice is thick.} {C:“Nobody sails,”} {S:she} {Q:said}.",
            [("she", "said", ["“The ice is thick.", "“Nobody sails,”"])],
        ),
        # a content round its cue is one
        (
            "{C:The ice}, {S:Torvald} {Q:said}, {C:was thick}.",
            [("Torvald", "said", ["The ice", "was thick"])],
        ),
        (
            "{C:The ice} {Q:is thought} {C:to be thick}.",
            [("", "is thought", ["The ice", "to be thick"])],
        ),
    ],
)
def test_stray_content(marked: str, expected: list) -> None:
    assert said(HEAD + marked) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "{S:Dockers} {Q:threaten} {C:to strike as talks open in Vell}",
            ("Dockers", "threaten", ["to strike"]),
        ),
        (
            "{S:Torvald} {Q:praises} {C:the crew as a model for the port}",
            ("Torvald", "praises", ["the crew as a model for the port"]),
        ),
    ],
)
def test_a_headlines_second_clause_is_not_said(title: str, expected: tuple) -> None:
    assert said(title + "\n\nSnow fell in Vell on Monday.") == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{C:A deal was near}, {S:Lind} {Q:said}, {C:but he would not disclose the price}.",
            [("Lind", "said", ["A deal was near"]), ("he", "would not disclose", ["the price"])],
        ),
        (
            "{C:A deal was near}, {S:Lind} {Q:said}, {C:but he was late for the ferry}.",
            [("Lind", "said", ["A deal was near", "but he was late for the ferry"])],
        ),
    ],
)
def test_a_second_act_behind_the_cue_is_one_of_its_own(marked: str, expected: list) -> None:
    assert said(HEAD + marked) == expected
