"""What holds of one statement, once all answers to it are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from onrecord.corrections import record as r
from onrecord.corrections.anchor import Anchor, find_anchor
from onrecord.corrections.record import Article
from onrecord.corrections.settle import QUOTE, SPEAKER, STANCE, WORDS, Answer, Question, Statement

Span = tuple[int, int]


class Side(NamedTuple):
    """A stance that holds: toward whom, which, where the target is named, said how."""

    target: str
    label: str
    anchor: Anchor
    kind: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reviewers say of one statement.

    Attributes:
        article: the article that they saw.
        words: the statement as they saw it.
        content: what it should be.
        quote: whether it is one; None where nobody said, and for the narrator's words.
        speakers: whose words they are; None where nobody said.
        source: None where it stays as it is found, like the following.
        cue: as written.
        stances: those that hold.
        kinds: what was said of the quote, of `KINDS`.
        narrated: whether the words are the narrator's.
    """

    article: Article
    words: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    quote: bool | None
    speakers: tuple[str, ...] | None
    source: tuple[Anchor, ...] | None
    cue: tuple[Anchor, ...] | None
    stances: tuple[Side, ...]
    kinds: tuple[str, ...]
    narrated: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """A verdict with its words found in a text; spans count in that text."""

    verdict: Verdict
    words: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...] | None
    cue: tuple[Span, ...] | None
    stances: tuple[tuple[Side, Span], ...]

    @property
    def mark(self) -> str | None:
        """What `corrected` says of the quote, if anything."""
        return ", ".join(self.verdict.kinds) or None


def verdicts(held: Mapping[Question, Answer]) -> list[Verdict]:
    """A verdict for each statement of which something holds.

    Args:
        held: from `settle`.
    """
    by: dict[Statement, list[Answer]] = defaultdict(list)
    for question, answer in held.items():
        by[question.statement].append(answer)
    return [_verdict(some) for _, some in sorted(by.items(), key=lambda pair: pair[0])]


def fit(text: str, verdict: Verdict) -> Fitted | None:
    """Find a verdict's words in a text; None where they are not there or not clearly.

    Args:
        text: the article as it is now.
        verdict: what was said of it, or of an earlier state of it.
    """
    words, content = _all(text, verdict.words), _all(text, verdict.content)
    if words is None or content is None:
        return None
    sides = [(side, find_anchor(text, side.anchor)) for side in verdict.stances]
    stances = tuple((side, span) for side, span in sides if span is not None)
    if verdict.quote is None and verdict.stances and not stances:
        return None
    source, cue = (
        None if given is None else tuple(span for a in given if (span := find_anchor(text, a)))
        for given in (verdict.source, verdict.cue)
    )
    return Fitted(verdict, words, content, source, cue, stances)


def fitted(text: str, said: Iterable[Verdict]) -> list[Fitted]:
    """Those verdicts of an article whose words are found in it."""
    found = (fit(text, verdict) for verdict in said)
    return [each for each in found if each is not None]


def _all(text: str, anchors: tuple[Anchor, ...]) -> tuple[Span, ...] | None:
    found = [find_anchor(text, anchor) for anchor in anchors]
    spans = tuple(span for span in found if span is not None)
    apart = all(a[1] <= b[0] for a, b in pairwise(spans))
    return spans if len(spans) == len(found) and apart else None


def _verdict(held: list[Answer]) -> Verdict:
    by = {answer.question.name: answer for answer in held if answer.question.name != STANCE}
    last = max((answer.given for answer in held), key=lambda given: given.when)
    words = by[WORDS].given if WORDS in by else None
    corrected = words is not None and words.kind == r.WORDS
    quote = by[QUOTE].value if QUOTE in by else None
    parts: dict[str, tuple[Anchor, ...] | None] = {}
    for role in ("source", "cue"):
        said = next((g for g in _told(words, last) if role in g), None)
        parts[role] = None if said is None else r.anchors(said, role)
    stated = (by[name].given.kind for name in (QUOTE, SPEAKER, WORDS) if name in by)
    kinds = dict.fromkeys(sorted(stated, key=r.KINDS.index))
    shown = tuple(kind for kind in kinds if kind != r.RIGHT) or tuple(kinds)
    return Verdict(
        article=last.article or Article(""),
        words=words.words if corrected and words else last.words,
        content=r.anchors(words.now, "content") if corrected and words else last.words,
        quote=quote if isinstance(quote, bool) else None,
        speakers=_names(by.get(SPEAKER)),
        source=parts["source"],
        cue=parts["cue"],
        stances=tuple(_side(answer) for answer in held if answer.question.name == STANCE),
        kinds=shown,
        narrated=last.was.get("voice") == "narrator",
    )


def _told(words: r.Correction | None, last: r.Correction) -> list[dict]:
    """Where source and cue may stand, what is right before what was."""
    return [*([words.now, words.was] if words else []), last.now, last.was]


def _names(answer: Answer | None) -> tuple[str, ...] | None:
    if answer is None or not isinstance(answer.value, tuple):
        return None
    return tuple(str(name) for name in answer.value)


def _side(answer: Answer) -> Side:
    given = answer.given
    at = answer.question.of
    said = (
        given.now
        if given.kind == r.STANCE
        else next(
            stance
            for stance in given.was["stances"]
            if (stance["anchor"]["start"], stance["anchor"]["end"]) == at
        )
    )
    return Side(said["target"], said["label"], Anchor.of(said["anchor"]), given.kind)
