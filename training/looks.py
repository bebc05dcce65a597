"""Sources, marked in rows as the product looks at them a second time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from onrecord.reader.look import JUDGED
from onrecord.reader.look_rows import Looks, Sizes
from onrecord.reader.words import Vocabulary
from onrecord.speakers.asked import MORE

from .labelled import all_mentions
from .lessons import means
from .losses import pad
from .text import PLAIN
from .wide import WHO, Wide

SIZES = Sizes(ids=220, lead=30, after=40)
DESCRIBED = Sizes(ids=400, lead=30, after=60)  # of the large network, several words as source
ALONE = Sizes(ids=110, lead=0, after=40)  # where it only tells whether it is an attribution
ROWS = 10  # of a step
ALIKE = 200  # rows among which those of like length are put together


@dataclass(frozen=True, slots=True)
class Look:
    """One marked source, or cue or content where none is written, and the mentions in sight."""

    ids: np.ndarray  # int64, pieces
    casing: np.ndarray  # int64, as long
    source: np.ndarray  # int64, places of its words and of both marks
    parts: tuple[np.ndarray, np.ndarray]  # int64, places of the words of cue and content
    mentions: list[np.ndarray]  # places of the words of each
    right: np.ndarray | None  # bool (mentions + 1,), the last for nobody; None: it is not asked
    label: bool | None  # whether it is an attribution; None: nobody told


def looks(
    row: dict[str, Any], vocabulary: Vocabulary, described: Sizes | None = None
) -> Iterator[Look]:
    """Yield the attributions of a labelled article, and what was taken for one.

    Who speaks is asked where the speaker is in sight, or nobody, and the source is more than the
    speaker's name: "Lund" teaches nothing, "papers filed by Lund" does.
    """
    made = Looks(vocabulary, row["text"], SIZES, described)
    mentions = [(*made.words.touching(start, end), name) for start, end, name in all_mentions(row)]
    for each in row["attributions"]:
        spans = each["source"] or each["cue"] or each["content"]
        if not spans:
            continue
        first, last = made.words.touching(spans[0][0], max(end for _, end in spans))
        if first == last:
            continue
        first, last = made.cut(first, last)
        shown, of = made.row(first, last)
        place = {int(word): int(at) for word, at in zip(of, shown.read, strict=True) if word >= 0}
        parts = [
            [
                place[at]
                for a, b in each[role]
                for at in range(*made.words.touching(a, b))
                if at in place
            ]
            for role in ("cue", "content")
        ]
        cue, content = (np.array(part[:JUDGED], dtype=np.int64) for part in parts)
        speakers = set(each["speaker"])
        seen = [
            (np.array([place[at] for at in range(a, b)]), name in speakers)
            for a, b, name in mentions
            if a < b and all(at in place for at in range(a, b))
        ]
        right = np.array([is_right for _, is_right in seen] + [not speakers])
        named = max(
            (min(b, last) - max(a, first) for a, b, name in mentions if name in speakers), default=0
        )
        bare = named > 0 and last - first - named < MORE
        asked = each["attribution"] and seen and right.any() and not bare
        inside = (of == -1) | ((of >= first) & (of < last))
        yield Look(
            shown.ids,
            shown.casing,
            shown.read[inside],
            (cue, content),
            [words for words, _ in seen] if asked else [],
            right if asked else None,
            each["attribution"],
        )


def look_steps(sizes: Sequence[int], rng: random.Random) -> list[list[int]]:
    """Return all indices once, in groups of `ROWS` of about the same size.

    >>> sorted(sum(look_steps([30, 10, 20], random.Random(1)), []))
    [0, 1, 2]
    """
    order = rng.sample(range(len(sizes)), len(sizes))
    steps: list[list[int]] = []
    for low in range(0, len(order), ALIKE):
        alike = sorted(order[low : low + ALIKE], key=lambda at: sizes[at])
        groups = [alike[at : at + ROWS] for at in range(0, len(alike), ROWS)]
        steps += rng.sample(groups, len(groups))
    return steps


def look_loss(network: Wide, some: Sequence[Look]) -> Tensor:
    """Return the mean cross entropy of finding a right mention, nobody among the choices.

    Args:
        network: the network.
        some: of each is asked who speaks.
    """
    ids = pad([each.ids for each in some], 0)
    casing = pad([each.casing for each in some], PLAIN)
    mask = pad([np.ones(len(each.ids), dtype=np.int64) for each in some], 0)
    hidden = network.drop(network.encoder(ids, casing, mask, "attribution")).flatten(0, 1)
    length = ids.shape[1]
    sources = [at * length + each.source for at, each in enumerate(some)]
    names = [at * length + words for at, each in enumerate(some) for words in each.mentions]
    speaks = means(network.who_source(hidden).float(), sources)
    named = means(network.who_name(hidden).float(), names)
    losses, at = [], 0
    for number, each in enumerate(some):
        mine = named[at : at + len(each.mentions)] @ speaks[number] / WHO**0.5
        at += len(each.mentions)
        scores = torch.cat([mine, mine.new_zeros(1)])
        right = torch.tensor(each.right)
        losses.append(scores.logsumexp(0) - scores[right].logsumexp(0))
    return torch.stack(losses).mean()
