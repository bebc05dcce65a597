"""Requests to stances: one call of the model for many articles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.reader import BETWEEN, TOWARD, Reader
from onrecord.stance.again import portrayed, second_opinion
from onrecord.stance.calibrated import Sides
from onrecord.stance.elsewhere import elsewhere
from onrecord.stance.shapes import Request, Stance

OWN = 0.75  # from it on somebody is against the body that he or she speaks for: a rare thing


def score(
    planned: Sequence[Sequence[Request]],
    reader: Reader,
    speakers: Sides | None = None,
    narrator: Sides | None = None,
) -> list[list[Stance]]:
    """Score the requests of some articles together.

    Of a speaker the model is asked whether it takes a side; what it says of the same actor in the
    article's other statements counts a little, and a side that is not likely enough is none.
    Weights that were not taught this question are asked otherwise: where the source is written
    near, how it stands toward the target (directed, Park et al. 2021); where it is not, or the
    narrator speaks, what the text conveys about the target (Hamborg and Donnay 2021). On DSE dev
    the first is far better at a speaker's own stance, macro-F1 79 against 59, since the second
    also hears the rest.

    Args:
        planned: the requests of each article, from `plan`.
        reader: the model.
        speakers: how the sides of speakers are read; None as the model gives them.
        narrator: the same of the outlets' own sentences.

    Returns:
        The stances of each article, in the order of its requests.
    """
    requests = [request for article in planned for request in article]
    of = [number for number, article in enumerate(planned) for _ in article]
    chances = np.zeros((len(requests), len(TOWARD)), dtype=np.float32)
    stated = {
        i: request.statement
        for i, request in enumerate(requests)
        if reader.side and request.statement is not None
    }
    sources = {
        i: request.shown_source
        for i, request in enumerate(requests)
        if i not in stated and request.shown_source is not None
    }
    directed = list(sources)
    conveyed = [i for i in range(len(requests)) if i not in stated and i not in sources]
    asked = list(stated)
    if asked:
        given = reader.statement(
            [text for text, _, _ in stated.values()],
            [speaker for _, speaker, _ in stated.values()],
            [target for _, _, target in stated.values()],
            [of[i] for i in asked],
            [requests[i].own for i in asked],
        )
        chances[asked] = second_opinion(
            given,
            [requests[i].sentence_alone or ("", (0, 0)) for i in asked],
            reader,
            [of[i] for i in asked],
        )
        said = [(of[i], requests[i].speaker, requests[i].target) for i in asked]
        chances[asked] = elsewhere(chances[asked], said)
    chances[directed] = _one_way(
        reader.between(
            [requests[i].shown for i in directed],
            list(sources.values()),
            [requests[i].shown_target for i in directed],
            [of[i] for i in directed],
        )
    )
    chances[conveyed] = reader.toward(
        [requests[i].shown for i in conveyed],
        [requests[i].shown_target for i in conveyed],
        [of[i] for i in conveyed],
    )
    sides = np.zeros(len(requests))
    sides[asked] = reader.side
    told = [i for i in conveyed if requests[i].attribution is None]
    for some, read in ((asked, speakers), (told, narrator)):
        if read is not None and some:
            chances[some] = read.of(chances[some])
            sides[some] = sides[some] if read.least is None else read.least
    found = [_stance(*each) for each in zip(requests, chances, sides, strict=True)]
    found = portrayed(requests, found, of, reader)
    stances, at = [], 0
    for article in planned:
        stances.append(found[at : at + len(article)])
        at += len(article)
    return stances


def _one_way(chances: np.ndarray) -> np.ndarray:
    """Keep source toward target; what goes the other way is no stance of the source."""
    favor, against = (chances[:, BETWEEN.index(label)] for label in ("favor", "against"))
    return np.stack([favor, against, 1 - favor - against], axis=1)


def decide(chances: np.ndarray, side: float, own: bool = False) -> str:
    """The likeliest label; a side that is less likely than `side` is none.

    Against the own body a side must be surer: people seldom speak against whom they speak for.

    >>> decide(np.array([0.1, 0.7, 0.2]), 0.6), decide(np.array([0.1, 0.7, 0.2]), 0.6, own=True)
    ('against', 'none')
    >>> decide(np.array([0.2, 0.5, 0.3]), 0.6), decide(np.array([0.2, 0.5, 0.3]), 0.4)
    ('none', 'against')
    """
    label = TOWARD[int(chances.argmax())]
    least = max(side, OWN) if own and label == "against" else side
    return label if label == "none" or chances.max() >= least else "none"


def _stance(request: Request, chances: np.ndarray, side: float) -> Stance:
    favor, against, none = (float(chance) for chance in chances)
    return Stance(
        request.sentence,
        request.attribution,
        request.speaker,
        request.target,
        request.start,
        request.end,
        decide(chances, side, request.own),
        favor,
        against,
        none,
    )
