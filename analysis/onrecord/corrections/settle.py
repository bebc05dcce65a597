"""Which answers hold, where one reviewer gave several and several reviewers differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.corrections import record as r
from onrecord.corrections.names import names_said
from onrecord.corrections.record import Correction

QUOTE, SPEAKER, WORDS, STANCE = "quote", "speaker", "words", "stance"  # what is asked
Spans = tuple[tuple[int, int], ...]
Value = bool | str | tuple[str, ...] | Spans


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """What answers are about: words of an article, by their offsets in the text of that id."""

    article: str
    spans: Spans


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """One thing that is asked of a statement.

    Attributes:
        statement: of which.
        name: quote, speaker, words or stance.
        of: the mention that a stance is toward.
    """

    statement: Statement
    name: str
    of: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer says to a question.

    Attributes:
        question: which one.
        value: whether it is a quote; the speaker's names; the spans of words; a stance's label.
        given: the correction that says so.
    """

    question: Question
    value: Value
    given: Correction


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question that reviewers answer differently."""

    question: Question
    answers: tuple[Answer, ...]


def answers(corrections: Iterable[Correction]) -> list[Answer]:
    """What corrections say, question by question, in their order.

    Names that are one person's are one answer, whichever of them was given.

    Args:
        corrections: oldest first.
    """
    corrections = list(corrections)
    same, _ = names_said(corrections)
    known: dict[Statement, Statement] = {}  # corrected words to those first seen
    made: list[Answer] = []
    for each in corrections:
        if each.article is None:
            continue
        seen = Statement(each.article.id, _spans(each.words))
        statement = known.get(seen, seen)
        if each.kind == r.WORDS:
            content = Statement(each.article.id, _spans(r.anchors(each.now, "content")))
            known.setdefault(content, statement)
        made += [
            Answer(Question(statement, name, of), _named(value, same), each)
            for name, of, value in _said(each, each.was.get("voice") == "narrator")
        ]
    return made


def settle(given: Iterable[Answer]) -> tuple[dict[Question, Answer], list[Conflict]]:
    """The answers that hold, and the questions on which reviewers differ.

    The last answer of each reviewer counts. An answer that settles stands over all others.
    Where it is in doubt whether words are a quote, nothing else said of them holds.

    Args:
        given: from `answers`.
    """
    asked: dict[Question, dict[str, Answer]] = defaultdict(dict)
    settled: dict[Question, Answer] = {}
    for answer in given:
        asked[answer.question][answer.given.who] = answer
        if answer.given.settles:
            settled[answer.question] = answer
    held, conflicts = dict(settled), []
    for question, by in sorted(asked.items(), key=lambda pair: pair[0]):
        if question in settled:
            continue
        if len({_plain(answer.value) for answer in by.values()}) == 1:
            held[question] = list(by.values())[-1]
        else:
            conflicts.append(Conflict(question, tuple(by.values())))
    doubtful = {each.question.statement for each in conflicts if each.question.name == QUOTE}
    return {q: a for q, a in held.items() if q.statement not in doubtful}, conflicts


def _said(each: Correction, narrated: bool) -> Iterator[tuple[str, tuple[int, int], Value]]:
    none = (0, 0)
    if each.kind == r.STANCE:
        yield _stance(each.now)
    elif each.kind == r.NO_QUOTE:
        yield QUOTE, none, False
    elif each.kind in (r.RIGHT, r.SPEAKER, r.WORDS, r.ADDED):
        if not narrated:
            yield QUOTE, none, True
            if each.kind == r.RIGHT and "speakers" in each.was:
                yield SPEAKER, none, r.names(each.was)
            elif each.kind in (r.SPEAKER, r.ADDED):
                yield SPEAKER, none, r.names(each.now)
            if each.kind == r.WORDS:
                yield WORDS, none, _spans(r.anchors(each.now, "content"))
            elif each.kind != r.SPEAKER:
                yield WORDS, none, _spans(each.words)
        if each.kind == r.RIGHT:
            yield from map(_stance, each.was.get("stances") or [])


def _named(value: Value, same: Mapping[str, str]) -> Value:
    if not isinstance(value, tuple) or not value or not isinstance(value[0], str):
        return value
    return tuple(dict.fromkeys(same.get(str(name), str(name)) for name in value))


def _stance(said: dict) -> tuple[str, tuple[int, int], str]:
    return STANCE, (said["anchor"]["start"], said["anchor"]["end"]), said["label"]


def _spans(given: Iterable[r.Anchor]) -> Spans:
    return tuple((anchor.start, anchor.end) for anchor in given)


def _plain(value: Any) -> Any:
    """The order of speakers says nothing."""
    return tuple(sorted(value)) if isinstance(value, tuple) else value
