"""What the first look leaves in doubt is looked at again: who speaks, and whether anybody does."""

from __future__ import annotations

import numpy as np

from onrecord.speakers.questions import Question
from onrecord.speakers.ranker import Ranker

# a source whose likeliest candidate has a chance between these is looked at again
UNSURE, CLEAR = 0.15, 0.87
FAR = 0.04  # the same as the first, of a description: who it is may stand far away
# and one of which it is not clear that it is an attribution
DOUBTED, CLAIMED = 0.1, 0.97


def claim_of(question: Question, ranker: Ranker) -> float:
    """Probability that words are attributed to somebody, 0..1, by a second look where in doubt.

    Args:
        question: an attribution with its candidates.
        ranker: judges it by its features.
    """
    chance = ranker.claimed(question.claim)
    if question.judged is None or not DOUBTED < chance < CLAIMED:
        return chance
    again = question.judged(not _asked_who(question, ranker))
    if again is None:
        return chance
    logit, weight = again
    logit = weight * logit + (1 - weight) * float(np.log(chance / (1 - chance)))
    return float(1 / (1 + np.exp(-logit)))


def chances_of(question: Question, ranker: Ranker, claimed: float = 1.0) -> np.ndarray:
    """Probability of each candidate, those left out that the words rule out.

    Args:
        question: an attribution with its candidates.
        ranker: scores them.
        claimed: probability that it is an attribution; one that will hardly get a name is not
            looked at again.

    Returns:
        float64 (candidates,), their sum is 1.
    """
    chances = ranker.chances(question.source, question.rows)
    if question.look is not None and claimed >= ranker.sure and _unsure(question, chances):
        looked = question.look()
        if looked is not None:
            chances *= np.exp(looked)
            chances /= chances.sum()
    if question.excluded:
        chances[list(question.excluded)] = 0.0
        chances /= chances.sum()
    return chances


def _asked_who(question: Question, ranker: Ranker) -> bool:
    """Whether it will be looked at again for who speaks, if it is an attribution."""
    if question.look is None:
        return False
    return _unsure(question, ranker.chances(question.source, question.rows))


def _unsure(question: Question, chances: np.ndarray) -> bool:
    """Whether the first look leaves a doubt of who speaks."""
    return (FAR if question.far else UNSURE) < chances[1:].max(initial=0.0) < CLEAR
