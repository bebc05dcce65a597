"""Trains what says as what a source speaks; some seconds on one core.

Labels by reading (`benchmarks/gold/sources-train.jsonl`) and texts from --data. The article is read
by the product, so that the features are what it will see.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from onrecord.actors import Lexicon, find_mentions
from onrecord.attribution import attribute
from onrecord.reader import Reader
from onrecord.segment import segment
from onrecord.sources.features import SEPARATOR, features
from onrecord.sources.model import ROLES
from onrecord.sources.told import gather, topics
from onrecord.speakers import keep, resolve, shipped

LABELS = Path("benchmarks/gold/sources-train.jsonl")
WEIGHTS = Path("analysis/onrecord/sources/roles.json")
PLACE_PENALTY, PLAIN_PENALTY = 0.02, 1.0  # five-fold cross-validation over articles
BALANCE = 0.5  # 0: every label counts the same; 1: every role does
CHUNK = 4

Features = dict[str, float]


def examples(labels: Path, data: Path) -> tuple[list[Features], np.ndarray]:
    """Features and role of each labelled source that the product finds.

    Returns:
        One dict of features per example, and int64 (examples,), places in `ROLES`.
    """
    sys.path.insert(0, "benchmarks")
    from alike import any_same
    from labelled import labelled

    wanted: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for line in labels.read_text("utf-8").splitlines():
        row = json.loads(line)
        wanted[row["set"], row["doc"]].append(row)
    lexicon, reader = Lexicon.load(), Reader.load()
    found: list[Features] = []
    roles: list[int] = []
    for name in sorted({key[0] for key in wanted}):
        articles = [a for a in labelled(data / f"{name}.jsonl.gz") if (name, a.doc) in wanted]
        for first in range(0, len(articles), CHUNK):
            some = articles[first : first + CHUNK]
            for article, reading in zip(some, reader.read([a.text for a in some]), strict=True):
                text, sentences = article.text, segment(article.text)
                attributions = attribute(text, sentences, reading)
                sources = [span for each in attributions for span in each.source]
                seen = find_mentions(text, sentences, lexicon, reading.names, sources)
                resolved = resolve(
                    text, sentences, attributions, seen.mentions, seen.actors, reading
                )
                attributions, speakers = keep(attributions, resolved, shipped().least)
                told = gather(
                    text, attributions, speakers, seen.mentions, seen.actors, lexicon.actors
                )
                about = topics(text)
                for row in wanted[name, article.doc]:
                    forms = article.forms.get(row["speaker"], (row["speaker"],))
                    hits = [each for each in told if any_same(each, forms, lexicon)]
                    if hits and row["role"]:
                        hit = max(hits, key=lambda each: told[each].spoke)
                        found.append(features(told[hit], told, about))
                        roles.append(ROLES.index(row["role"]))
    return found, np.array(roles)


def fit(found: list[Features], roles: np.ndarray) -> dict:
    """The weights: places (one number each), plain (a number per role), start."""
    every = {name for each in found for name in each}
    places = sorted({name.split(SEPARATOR)[0] for name in every if SEPARATOR in name})
    plain = sorted(name for name in every if SEPARATOR not in name)
    tied = np.zeros((len(found), len(ROLES), len(places)))
    free = np.zeros((len(found), len(plain) + 1))
    free[:, -1] = 1
    for i, each in enumerate(found):
        for name, value in each.items():
            place, points, role = name.partition(SEPARATOR)
            if points:
                tied[i, ROLES.index(role), places.index(place)] = value
            else:
                free[i, plain.index(name)] = value
    wanted = np.eye(len(ROLES))[roles]
    counts = np.maximum(np.bincount(roles, minlength=len(ROLES)), 1)
    weight = ((len(roles) / len(ROLES) / counts) ** BALANCE)[roles]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        one, rest = flat[: len(places)], flat[len(places) :].reshape(-1, len(ROLES))
        score = tied @ one + free @ rest
        score = np.exp(score - score.max(1, keepdims=True))
        chances = score / score.sum(1, keepdims=True)
        missed = -(weight * np.log((chances * wanted).sum(1) + 1e-12)).sum()
        off = (chances - wanted) * weight[:, None]
        of_one = np.einsum("ik,ikp->p", off, tied) + 2 * PLACE_PENALTY * one
        of_rest = free.T @ off + 2 * PLAIN_PENALTY * rest
        held = PLACE_PENALTY * (one**2).sum() + PLAIN_PENALTY * (rest**2).sum()
        return missed + held, np.concatenate([of_one, of_rest.ravel()])

    begin = np.zeros(len(places) + free.shape[1] * len(ROLES))
    flat = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    rest = flat[len(places) :].reshape(-1, len(ROLES)).round(3).tolist()
    return {
        "places": dict(zip(places, flat[: len(places)].round(3).tolist(), strict=True)),
        "plain": dict(zip(plain, rest[:-1], strict=True)),
        "start": rest[-1],
    }


def train_roles(data: Path) -> None:
    """Train on the labels and write the weights."""
    found, roles = examples(LABELS, data)
    told = json.dumps(fit(found, roles), indent=0, sort_keys=True)
    WEIGHTS.write_text(told + "\n", "utf-8")
    print(f"{len(found)} labelled sources, weights in {WEIGHTS}")
