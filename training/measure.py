"""Running a network over articles and pairs, and counting what it got right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .articles import ROLES, Paragraph, Part
from .decode import bio_spans, viterbi
from .losses import pair_batch, window_batch
from .model import LINK
from .pairs import Pair, batches
from .score import f1
from .text import Encoding
from .windows import WINDOW, overlap

AttributionRun = Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
StanceRun = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]


class Chain(NamedTuple):
    """Scores of a conditional random field: moves (7, 7), first (7,), last (7,)."""

    moves: np.ndarray
    first: np.ndarray
    last: np.ndarray


class ReadParagraph(NamedTuple):
    """A paragraph's tag scores (words, 7) and link vectors (words, 128)."""

    emissions: np.ndarray
    links: np.ndarray


def read_articles(
    run: AttributionRun,
    articles: Sequence[list[Paragraph]],
    encoding: Encoding,
    size: int = WINDOW,
    rows: int = 8,
) -> list[list[ReadParagraph]]:
    """Run the network over articles in overlapping windows, so many in a batch."""
    jobs = [
        (number, window)
        for number, article in enumerate(articles)
        for window in overlap([len(p.ids) for p in article], size)
    ]
    read: list[list[ReadParagraph]] = [[None] * len(article) for article in articles]  # type: ignore[list-item]
    for at in range(0, len(jobs), rows):
        group = jobs[at : at + rows]
        windows = [articles[number][w[0] : w[1]] for number, w in group]
        ids, casing, mask, begins = window_batch(windows, encoding)
        emissions, links = run(ids.numpy(), casing.numpy(), mask.numpy())
        for row, (number, (start, _, keep, until)) in enumerate(group):
            for index in range(keep, until):
                places = begins[row][index - start] + articles[number][index].first
                read[number][index] = ReadParagraph(emissions[row][places], links[row][places])
    return read


def span_counts(
    articles: Sequence[list[Paragraph]], read: Sequence[list[ReadParagraph]], chain: Chain
) -> np.ndarray:
    """Return int64 (articles, 3 roles, 3): right, found and gold spans."""
    counts = np.zeros((len(articles), len(ROLES), 3), dtype=np.int64)
    for number, (article, scores) in enumerate(zip(articles, read, strict=True)):
        for paragraph, score in zip(article, scores, strict=True):
            if not len(paragraph.tags):
                continue
            found = set(bio_spans(viterbi(score.emissions, *chain)))
            gold = set(bio_spans(paragraph.tags))
            for role in range(len(ROLES)):
                mine = {span for span in found if span[0] == role}
                true = {span for span in gold if span[0] == role}
                counts[number, role] += (len(mine & true), len(mine), len(true))
    return counts


def span_f1(counts: np.ndarray) -> dict[str, float]:
    """Return exact-match F1 of each role."""
    return {role: f1(*counts[:, at].sum(0).tolist()) for at, role in enumerate(ROLES)}


def link_counts(
    articles: Sequence[list[Paragraph]], read: Sequence[list[ReadParagraph]]
) -> np.ndarray:
    """Return int64 (articles, 2): contents whose cue and source are right, and contents.

    Gold spans are given. A content counts as right when its best cue is its own and that
    cue's best source is its own, or nothing where it has none (score below 0). Parts are
    looked for in the paragraph and its neighbours.
    """
    counts = np.zeros((len(articles), 2), dtype=np.int64)
    for number, (article, scores) in enumerate(zip(articles, read, strict=True)):
        spans = [
            (at, part, scores[at].links[part.start : part.end].mean(0))
            for at, paragraph in enumerate(article)
            for part in paragraph.parts
        ]
        cues = [span for span in spans if span[1].role == 1]
        sources = [span for span in spans if span[1].role == 0]
        owners: dict[tuple[int, int, int], set[int]] = {}
        for at, part, _ in sources:
            owners.setdefault((at, part.start, part.end), set()).add(part.attribution)
        sourced = {part.attribution for _, part, _ in sources}
        for at, content, vector in spans:
            near = [cue for cue in cues if abs(cue[0] - at) <= 1]
            if content.role != 2:
                continue
            counts[number, 1] += 1
            if not near:
                continue
            cue = max(near, key=lambda cue: float(vector[LINK:] @ cue[2][:LINK]))
            if cue[1].attribution != content.attribution:
                continue
            options = [
                (float(cue[2][:LINK] @ source[2][LINK:]), (source[0], *_ends(source[1])))
                for source in sources
                if abs(source[0] - cue[0]) <= 1
            ]
            score, best = max(options, default=(-1.0, None))
            if score > 0 and best is not None:
                counts[number, 0] += content.attribution in owners[best]
            else:
                counts[number, 0] += content.attribution not in sourced
    return counts


def _ends(part: Part) -> tuple[int, int]:
    return part.start, part.end


def stance_logits(run: StanceRun, pairs: Sequence[Pair], tokens: int = 4000) -> np.ndarray:
    """Return logits (examples, labels) in the order of `pairs`."""
    out: dict[int, np.ndarray] = {}
    for group in batches(pairs, tokens, None):
        ids, casing, mask, _ = pair_batch([pairs[i] for i in group])
        for i, row in zip(group, run(ids.numpy(), casing.numpy(), mask.numpy()), strict=True):
            out[i] = row
    return np.stack([out[i] for i in range(len(pairs))])
