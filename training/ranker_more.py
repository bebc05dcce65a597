"""The ranker goes on, beside the reader that ships: `python -m training speakers --more`.

It was learnt beside readers that know half of the stories. The articles of `who.py` the reader
that ships has not read either, as far as names and speakers go, so that what it says of them, a
second look included, is what it would say of news: from them the ranker learns how far to believe
it. Of that look, only where the source holds no name: the small network, which gives it here, has
never learnt whether a name in a source is the speaker's.
"""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from onrecord.actors import Lexicon
from onrecord.reader import Reader
from onrecord.reader.folders import QUICK
from onrecord.speakers.questions import Question
from onrecord.speakers.ranker import FITS, HEARD, Ranker, load

from .speakers import Example, Network, asked, batched, chances
from .who import who

EPOCHS, RATE, FOLDS = 4, 1e-3, 5
SEEN = 8  # a feature that is new and that fewer have is left out
SURE, LEAST = 0.54, 0.38  # chosen on the dev files
DOUBT = (0.1, 0.95)  # the likeliest candidate's chance between which a source is looked at again
HALF = 0.5  # of the way from what was known to what these articles alone teach
ROWS = ("of_candidate", "of_source", "of_claim")
CLAIM = (60, 0.02, 2e-3)  # steps, rate, and how dear it is to leave the weights there were


def read(data: Path, ranker: Ranker) -> list[Example]:
    """Questions of the articles, with what the reader that ships says of them.

    Args:
        data: folder of the articles.
        ranker: says where it is in doubt.
    """
    lexicon, reader, draw = Lexicon.load(), Reader.load(QUICK), random.Random(7)

    def look(question: Question) -> np.ndarray | None:
        best = ranker.chances(question.source, question.rows)[1:].max(initial=0.0)
        if question.look is None or question.asked.inside or not DOUBT[0] < best < DOUBT[1]:
            return None
        return question.look()

    found: list[Example] = []
    for row in who(data):
        found += asked(row, reader.read([row["text"]])[0], lexicon, draw, look)
    return found


def heard(some: Sequence[Example]) -> torch.Tensor:
    """What the product adds to each candidate's score: the reader's opinion and second look."""
    added = [
        FITS * row.get("reader fits", 0.0) + (0.0 if one.look is None else one.look[at])
        for one in some
        for at, row in enumerate(one.rows)
    ]
    return torch.tensor(added, dtype=torch.float32)


def loss_of(network: Network, some: Sequence[Example], places: Sequence[dict]) -> torch.Tensor:
    """Mean negative logarithm of the chance of a right candidate."""
    batch = batched(some, *places[:2])
    given = chances(network(batch) + heard(some), batch["of"], len(some))
    right = torch.zeros(len(some)).index_add(0, batch["of"], given * batch["right"])
    return -torch.log(right + 1e-6).mean()


def go_on(network: Network, some: Sequence[Example], places: Sequence[dict]) -> Network:
    """A copy of a network that has learnt from some examples."""
    learnt, draw, order = copy.deepcopy(network).train(), random.Random(5), [*range(len(some))]
    optimiser = torch.optim.AdamW(learnt.parameters(), lr=RATE, weight_decay=0.0)
    for _ in range(EPOCHS):
        draw.shuffle(order)
        for first in range(0, len(order), 64):
            loss = loss_of(learnt, [some[at] for at in order[first : first + 64]], places)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return learnt.eval()


def halfway(before: np.ndarray, after: np.ndarray, known: int) -> np.ndarray:
    """Weights between two; rows of features that are new keep what they learnt.

    >>> halfway(np.array([[0.0], [0.0]]), np.array([[1.0], [1.0]]), 1).tolist()
    [[0.5], [1.0]]
    """
    made = np.array(after)
    made[:known] = HALF * before[:known] + (1 - HALF) * after[:known]
    return made


def claims(start: np.ndarray, some: Sequence[Example], places: dict[str, int]) -> np.ndarray:
    """Weights of whether something is an attribution, learnt on from others."""
    known = [[(places[n], v) for n, v in one.claim.items() if n in places] for one in some]
    at = torch.tensor([place for each in known for place, _ in each])
    value = torch.tensor([float(v) for each in known for _, v in each])
    first = torch.tensor(np.cumsum([0, *map(len, known[:-1])]))
    told = ["reader's odds" in one.claim for one in some]
    odds = torch.tensor([float(one.claim.get("reader's odds", 0.0)) for one in some])
    true = torch.tensor([float(one.is_one) for one in some])
    before = torch.tensor(start)
    weights = before.clone().requires_grad_(True)
    steps, rate, dear = CLAIM
    optimiser = torch.optim.Adam([weights], lr=rate)
    for _ in range(steps):
        bags = functional.embedding_bag(
            at, weights[:, None], first, mode="sum", per_sample_weights=value
        )
        own = bags[:, 0]
        logit = torch.where(torch.tensor(told), (1 - HEARD) * own + HEARD * odds, own)
        loss = functional.binary_cross_entropy_with_logits(logit, true)
        loss = loss + dear * ((weights - before) ** 2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return weights.detach().numpy()


def grown(ranker: Ranker, some: Sequence[Example]) -> Ranker:
    """The ranker with a place, of weight 0, for each feature that the examples bring anew."""
    made = {}
    for rows, weights, seen in (
        ("of_candidate", "candidate", (name for one in some for row in one.rows for name in row)),
        ("of_source", "source", (name for one in some for name in one.source)),
        ("of_claim", "claim", (name for one in some for name in one.claim)),
    ):
        places, held = dict(getattr(ranker, rows)), getattr(ranker, weights)
        for name, often in Counter(seen).items():
            if often >= SEEN:
                places.setdefault(name, len(places))
        more = np.zeros((len(places) - len(held), *held.shape[1:]), held.dtype)
        made |= {rows: places, weights: np.concatenate([held, more])}
    return replace(ranker, **made)


def started(ranker: Ranker) -> Network:
    """The network of a ranker, to learn on."""
    hidden = len(ranker.out)
    network = Network(len(ranker.of_candidate), len(ranker.of_source), hidden)
    with torch.no_grad():
        for bag, held in ((network.candidate, ranker.candidate), (network.source, ranker.source)):
            bag.weight.zero_()
            bag.weight[:-1] = torch.from_numpy(held)
        network.bias[:] = torch.from_numpy(ranker.bias)
        network.out[:] = torch.from_numpy(ranker.out)
    return network.eval()


def learn_more(data: Path, file: Path) -> None:
    """Teach the ranker of a file more, and write it there; print what that gains over folds.

    Args:
        data: folder of the articles.
        file: the `.npz`.
    """
    torch.manual_seed(3)
    ranker = load(file.read_bytes())
    some, known = read(data, ranker), ranker
    ranker = grown(ranker, some)
    places, network = (ranker.of_candidate, ranker.of_source, ranker.of_claim), started(ranker)
    fold = {story: at % FOLDS for at, story in enumerate(dict.fromkeys(e.story for e in some))}
    before, after = [], []
    for number in range(FOLDS):
        held = [one for one in some if fold[one.story] == number]
        learnt = go_on(network, [one for one in some if fold[one.story] != number], places)
        with torch.no_grad():
            before.append(float(loss_of(network, held, places)))
            after.append(float(loss_of(learnt, held, places)))
    print(f"{len(some)} questions; loss over folds {np.mean(before):.3f} to {np.mean(after):.3f}")
    learnt = go_on(network, some, places)
    held = dict(np.load(file))
    made = {
        "candidate": (ranker.candidate, learnt.candidate.weight.detach().numpy()[:-1]),
        "source": (ranker.source, learnt.source.weight.detach().numpy()[:-1]),
        "claim": (ranker.claim, claims(ranker.claim, some, places[2])),
    }
    for name, (before, after) in made.items():
        held[name] = halfway(before, after, len(getattr(known, name))).astype(np.float16)
    for name in ("bias", "out"):
        after = getattr(learnt, name).detach().numpy()
        held[name] = halfway(getattr(ranker, name), after, len(after))
    held |= {name: "\n".join(getattr(ranker, name)) for name in ROWS}
    np.savez_compressed(file, **held | {"sure": SURE, "least": LEAST})
