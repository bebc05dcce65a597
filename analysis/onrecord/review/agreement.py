"""How far reviewers agree: Krippendorff's alpha, percent, and where they do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.corrections import Correction
from onrecord.corrections.settle import Answer, Conflict, Question, answers, settle


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one kind of question.

    Attributes:
        name: quote, speaker, words or stance.
        units: questions that at least two reviewers answered.
        alpha: Krippendorff's alpha for nominal data, at most 1; None where there is no unit,
            or where all answers are one and the same.
        percent: share of pairs of answers that are equal, 0..1; None where there is no unit.
    """

    name: str
    units: int
    alpha: float | None
    percent: float | None


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data.

    Args:
        units: the answers to each question; one with fewer than two says nothing.

    Returns:
        1 for perfect agreement, 0 for chance, below 0 for less; None where nothing can be
        said: no pair of answers, or no two that differ anywhere.

    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to C.

    >>> alpha([("a", "a"), ("b", "b"), ("a", "b"), ("a",)])
    0.4444444444444444
    """
    pairs: dict[tuple[Hashable, Hashable], float] = defaultdict(float)  # the coincidence matrix
    for unit in units:
        counts = Counter(unit)
        size = sum(counts.values())
        if size < 2:
            continue
        for one, times in counts.items():
            for other, more in counts.items():
                pairs[one, other] += times * (more - (one == other)) / (size - 1)
    totals: dict[Hashable, float] = defaultdict(float)
    for (one, _), weight in pairs.items():
        totals[one] += weight
    n = sum(totals.values())
    expected = n * n - sum(total * total for total in totals.values())
    if expected <= 0:
        return None
    observed = sum(weight for (one, other), weight in pairs.items() if one != other)
    return 1 - (n - 1) * observed / expected


def agreement(corrections: Iterable[Correction]) -> list[Agreement]:
    """Agreement of reviewers, for each kind of question and for all of them.

    Args:
        corrections: all answers, oldest first; those that settle a conflict do not count.
    """
    by: dict[str, list[list[Hashable]]] = defaultdict(list)
    for question, said in _by_question(corrections).items():
        if len(said) > 1:
            by[question.name].append([_plain(answer) for answer in said.values()])
    made = [_agreement(name, by[name]) for name in ("quote", "speaker", "words", "stance")]
    # a label of one kind of question is none of another
    every: list[list[Hashable]] = [
        [(name, value) for value in unit] for name, some in by.items() for unit in some
    ]
    return [*made, _agreement("all", every)]


def conflicts(corrections: Iterable[Correction]) -> list[Conflict]:
    """Questions that reviewers answer differently, and nobody has settled."""
    return settle(answers(corrections))[1]


def _by_question(corrections: Iterable[Correction]) -> Mapping[Question, dict[str, Answer]]:
    asked: dict[Question, dict[str, Answer]] = defaultdict(dict)
    for answer in answers(corrections):
        if not answer.given.settles:
            asked[answer.question][answer.given.who] = answer
    return asked


def _plain(answer: Answer) -> Hashable:
    value = answer.value
    return tuple(sorted(value)) if isinstance(value, tuple) else value


def _agreement(name: str, units: list[list[Hashable]]) -> Agreement:
    pairs = [one == other for unit in units for one, other in combinations(unit, 2)]
    percent = sum(pairs) / len(pairs) if pairs else None
    return Agreement(name, len(units), alpha(units), percent)
