"""The answer to a question: the ranker's best candidate, if it is sure enough."""

from __future__ import annotations

import numpy as np

from onrecord.lexicon.vocabulary import SPOKESMEN
from onrecord.speakers.candidates import Candidate
from onrecord.speakers.doubt import chances_of, claim_of
from onrecord.speakers.model import Speaker
from onrecord.speakers.questions import Question
from onrecord.speakers.ranker import Ranker, shipped
from onrecord.speakers.signed import own_words

WRITTEN = frozenset({"named", "partial"})  # the source itself writes the name
TIES = (
    "noun in before", "noun in apposition", "noun in equated", "holds the role", "age",
    "of the body spoken for", "same words before", "same noun before",
)  # fmt: skip
HOLDS = ("noun in before", "noun in apposition", "holds the role")
PLAIN = 0.8  # from it on a role, or "I", goes to a person whom no words tie to it
TIED = 0.25  # from it on a role goes to the only one who is said to hold it
DENIED = 0.2  # below it the ranker is sure that a name in the source is not the speaker's


def by_ranker(question: Question, ranker: Ranker | None = None) -> tuple[Speaker, ...]:
    """Whom the ranker takes for the speaker, or nobody.

    Args:
        question: an attribution with its candidates.
        ranker: by default the one that ships.
    """
    ranker = ranker or shipped()
    # a name on what is no attribution is wrong as well
    claimed = claim_of(question, ranker)
    return decided(question, chances_of(question, ranker, claimed) * claimed, ranker.sure)


def decided(question: Question, chances: np.ndarray, sure: float) -> tuple[Speaker, ...]:
    """The speaker by the candidates' chances, or nobody.

    Args:
        question: an attribution with its candidates.
        chances: float64 (candidates,).
        sure: least one with which a name is given.
    """
    best = int(chances.argmax())
    if question.by_rules[0].resolved_by in WRITTEN and chances[_ruled(question)] >= DENIED:
        return question.by_rules
    body = _body(question)
    if body is not None and chances.sum() >= sure:
        return as_speakers(question, question.candidates[body])
    wrote = _writer(question)
    if wrote is not None and chances.sum() >= sure:
        return as_speakers(question, question.candidates[wrote])
    if best == 0 or chances[best] < sure:
        tied = _tied(question)
        if tied is None or chances[tied] < TIED:
            return nobody(question)
        return as_speakers(question, question.candidates[tied])
    if chances[best] < PLAIN and (own_words(question.asked) or _untied(question, best)):
        return nobody(question)
    return as_speakers(question, question.candidates[best])


def _body(question: Question) -> int | None:
    """Number of the candidate for whom an unnamed spokesman speaks, where rules read one."""
    told = question.by_rules[0]
    if told.name or not told.affiliation or question.asked.head.word not in SPOKESMEN:
        return None
    bodies = (n for n, c in enumerate(question.candidates) if c.names == (told.affiliation,))
    return next(bodies, None)


def _writer(question: Question) -> int | None:
    """Number of the candidate who writes in the first person, where the article tells."""
    return next((n for n, row in enumerate(question.rows) if row.get("writes")), None)


def _untied(question: Question, best: int) -> bool:
    """Whether a role ("the prosecutor") would go to a person of whom no text says it."""
    asked, row = question.asked, question.rows[best]
    if asked.pronoun or "role" not in asked.head.classes or row.get("inside"):
        return False
    person = row.get("is person", 0) > 0
    return person and not any(row.get(tie) for tie in TIES)


def _tied(question: Question) -> int | None:
    """Number of the only candidate that the text gives the role of the source, if it is one."""
    if question.asked.pronoun or "role" not in question.asked.head.classes:
        return None
    having = [
        number
        for number, row in enumerate(question.rows)
        if any(row.get(f"only one with {tie}") for tie in HOLDS)
    ]
    return having[0] if len(having) == 1 else None


def _ruled(question: Question) -> int:
    """Number of the candidate that rules give."""
    names = {speaker.name for speaker in question.by_rules if speaker.name}
    return next(n for n, c in enumerate(question.candidates) if set(c.names) == names)


def nobody(question: Question) -> tuple[Speaker, ...]:
    """Nobody, with the body that an unnamed source speaks for where rules read one.

    Args:
        question: an attribution with its candidates.
    """
    first = question.by_rules[0]
    if first.name is None:
        return (Speaker(None, first.resolved_by, first.affiliation),)
    return (Speaker(None, "none"),)


def as_speakers(question: Question, candidate: Candidate) -> tuple[Speaker, ...]:
    """A candidate as speakers; what rules read of the same names is kept.

    Args:
        question: an attribution with its candidates.
        candidate: the one chosen.
    """
    ruled = {speaker.name: speaker for speaker in question.by_rules}
    inside = {mention.actor for mention in question.asked.inside}
    made = []
    for name in candidate.names:
        if name in ruled:
            made.append(ruled[name])
            continue
        if question.asked.pronoun and not question.asked.owned:
            by = "pronoun"
        elif name in inside:
            by = "named"
        else:
            by = "description" if question.asked.start >= 0 else "none"
        made.append(Speaker(name, by))
    return tuple(made)


def by_rules(question: Question) -> tuple[Speaker, ...]:
    """Whom the rules take for the speaker.

    Args:
        question: an attribution with its candidates.
    """
    return question.by_rules
