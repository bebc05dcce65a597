"""Interviews printed with Q and A."""

from __future__ import annotations

import pytest

from onrecord.speakers.interview import label
from tests.speaking import names


@pytest.mark.parametrize(
    ("written", "expected"),
    [("Q", "ask"), ("Q:", "ask"), ("Question:", "ask"), ("A.", "answer"), ("Answer", "answer"),
     ("Ada", ""), ("", ""), ("Quay", "")],
)  # fmt: skip
def test_labels(written: str, expected: str) -> None:
    assert label(written) == expected


TALK = "\n\n[1:Q]: {1:Is it late?}\n\n[2:A]: {2:It is.}\n\n[3:Q]: {3:Why?}\n\n[4:A]: {4:Rain.}"


@pytest.mark.parametrize(
    ("intro", "asks", "answers"),
    [
        ("Ada Lund runs the port. Hans Ek met her on Sunday.", "Hans Ek", "Ada Lund"),
        ("Ada Lund runs the port.", None, "Ada Lund"),
        ("Ada Lund and Hans Ek run the port.", None, None),
        ("It is a port.", None, None),
    ],
)
def test_who_asks_and_who_answers(intro: str, asks: str | None, answers: str | None) -> None:
    assert names("Talk\n\n" + intro + TALK) == [asks, answers, asks, answers]


def test_one_label_is_no_interview() -> None:
    assert names("Talk\n\nAda Lund runs the port.\n\n[1:A]: {1:It is.}") == [None]


def test_names_as_labels() -> None:
    marked = "Talk\n\nAda Lund met Hans Stroud.\n\n[1:LUND]: {1:It is.}\n\n[2:STROUD]: {2:Is it?}"
    assert names(marked) == ["Ada Lund", "Hans Stroud"]
