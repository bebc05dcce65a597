"""What large networks say of examples, for the small one to learn (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .articles import Paragraph
from .decode import viterbi
from .dev import chain, runner
from .measure import Chain, read_articles, stance_logits
from .model import Network
from .pairs import Pair
from .plan import Data
from .pool import article_pool, stance_pool
from .score import softmax
from .text import Encoding

POOL, SEED = 40_000, 13  # examples without a label of each stance task, and the seed of their draw
TRUST = 0.5  # the teachers' share of what a labelled example teaches
ROWS = 48  # windows read together


@dataclass(slots=True)
class Asked:
    """What the teachers are asked about."""

    pairs: dict[str, list[Pair]]  # by stance task: labelled ones, then others
    articles: list[list[Paragraph]]  # without tags


def questions(data: Data, folder: Path, encoding: Encoding, tasks: set[str]) -> Asked:
    """Return what the teachers of tasks are asked about.

    Args:
        data: the labelled examples.
        folder: of the JSON lines; only train files are read.
        encoding: the tokenizer.
        tasks: any of "attribution", "toward", "between".
    """
    pairs = {
        task: data.pairs[task] + stance_pool(task, folder, encoding, SEED, POOL)
        for task in ("toward", "between")
        if task in tasks
    }
    return Asked(pairs, article_pool(folder, encoding) if "attribution" in tasks else [])


def ask(network: Network, asked: Asked, encoding: Encoding, file: Path) -> None:
    """Write what a network says: probabilities of stances, tag scores and their random field.

    Args:
        network: a finished one.
        asked: of the tasks that it learnt.
        encoding: the tokenizer.
        file: `.npz` with a float16 array (examples, labels) for each stance task, and for
            attribution `tags` (words, 7), `moves` (7, 7), `first` (7,) and `last` (7,).
    """
    said = {
        task: softmax(stance_logits(runner(network, task), pairs, 16_000)).astype(np.float16)
        for task, pairs in asked.pairs.items()
    }
    if asked.articles:
        read = read_articles(runner(network, "attribution"), asked.articles, encoding, rows=ROWS)
        words = [paragraph.emissions for article in read for paragraph in article]
        said["tags"] = np.concatenate(words).astype(np.float16)
        said |= chain(network)._asdict()
    np.savez(file, **said)


def taught(data: Data, asked: Asked, files: Mapping[str, Sequence[Path]]) -> Data:
    """Return the data with what teachers say: their mean opinion, and tags that they chose.

    A labelled stance example teaches half its label, half the opinion; one without a label
    the opinion alone.

    Args:
        data: labelled examples.
        asked: what was asked.
        files: by task, the answers of the teachers whose opinion counts.
    """

    def mean(task: str, name: str) -> np.ndarray:
        said = [np.load(file)[name].astype(np.float32) for file in files[task]]
        return np.mean(said, axis=0)

    pairs = {task: mixed(own, mean(task, task)) for task, own in asked.pairs.items()}
    articles = data.articles
    if asked.articles:
        field = Chain(*(mean("attribution", name) for name in Chain._fields))
        articles = articles + tagged(asked.articles, mean("attribution", "tags"), field)
    return replace(data, pairs=pairs, articles=articles)


def mixed(pairs: Sequence[Pair], opinions: np.ndarray) -> list[Pair]:
    """Return the pairs with what they teach: label and opinion, or the opinion alone.

    Args:
        pairs: labelled ones, and ones whose label is -1.
        opinions: float32 (pairs, labels), probabilities.
    """
    found = []
    for pair, chances in zip(pairs, opinions, strict=True):
        if pair.label >= 0:
            chances = chances * np.float32(TRUST)
            chances[pair.label] += 1 - TRUST
        found.append(replace(pair, chances=chances))
    return found


def tagged(
    articles: Sequence[list[Paragraph]], emissions: np.ndarray, field: Chain
) -> list[list[Paragraph]]:
    """Return articles with the most likely tags, and without links.

    Args:
        articles: without tags.
        emissions: float32 (words of all, 7).
        field: scores of the random field.
    """
    found, at = [], 0
    for article in articles:
        done = []
        for paragraph in article:
            own = emissions[at : at + len(paragraph.tags)]
            at += len(own)
            tags = viterbi(own, *field) if len(own) else paragraph.tags
            done.append(replace(paragraph, tags=tags))
        found.append(done)
    return found
