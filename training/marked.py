"""What teaches the second look: marked sources of all that is labelled, and which of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.written import read_written

from .coreference import coreference
from .extend import WRITTEN, product_encoding
from .looks import DESCRIBED, Look, looks
from .seen import seen

# of each kind at most
MOST: dict[str, dict[str, int]] = {
    "articles": {"named": 1500},
    "speakers": {"named": 500},
    "written": {"asked": 3000, "none": 900, "named": 500},
    "gum": {"asked": 1000, "none": 0, "named": 0},
}


def marked_sources(
    data: Path, weights: Path, rows: Sequence[dict[str, Any]]
) -> dict[str, list[Look]]:
    """Return the marked sources of all that is labelled, by where they are from.

    Args:
        data: folder of the JSON lines.
        weights: folder of the weights that ship.
        rows: the labelled articles.
    """
    vocabulary = product_encoding(weights).vocabulary
    of: dict[str, Iterable[dict[str, Any]]] = {
        "articles": rows,
        "speakers": seen(data, weights),
        "written": read_written(WRITTEN),
        "gum": coreference(data),
    }
    found = {
        name: [look for row in some for look in looks(row, vocabulary, DESCRIBED)]
        for name, some in of.items()
    }
    # its pronouns and descriptions stand anywhere, few of them where somebody says something
    found["gum"] = [replace(look, label=None) for look in found["gum"]]
    return found


def chosen(sets: dict[str, list[Look]], draw: random.Random) -> list[Look]:
    """Return what one epoch reads: all that asks who speaks and all that is none of real articles.

    Of the rest, whose source writes its speaker, some, so that both answers are about as frequent
    among what leaves a doubt.

    Args:
        sets: marked sources by where they are from; of each kind of `MOST` so many at most.
        draw: the choice.
    """
    found: list[Look] = []
    for name, some in sets.items():
        kinds = {
            "asked": [each for each in some if each.right is not None],
            "none": [each for each in some if each.label is False],
            "named": [each for each in some if each.label and each.right is None],
        }
        for kind, those in kinds.items():
            most = MOST[name].get(kind, len(those))
            found += draw.sample(those, min(most, len(those)))
    return found
