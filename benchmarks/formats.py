"""Gold data: JSON lines of three kinds, told apart by their keys."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import AnalysisError

Row = dict[str, Any]


class GoldError(AnalysisError):
    """A file that is not gold data of a known kind."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One file."""

    name: str
    kind: str  # toward, between or attribution
    rows: Sequence[Row]


def kind_of(row: Row) -> str:
    """What a row is gold for.

    >>> kind_of({"text": "", "target": [0, 1], "label": "none"})
    'toward'
    """
    if {"text", "attributions"} <= row.keys():
        return "attribution"
    if {"text", "target", "label"} <= row.keys():
        return "between" if "source" in row else "toward"
    raise GoldError(f"Rows with the keys {', '.join(row)} are gold for nothing measured here.")


def read_gold(path: Path) -> Gold:
    """Read a `.jsonl` or `.jsonl.gz` file.

    Raises:
        GoldError: it is missing, empty, no JSON lines, or of no known kind.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise GoldError(f"{path} cannot be read as JSON lines: {error}.") from error
    if not rows:
        raise GoldError(f"{path} holds no rows.")
    if not all(isinstance(row, dict) for row in rows):
        raise GoldError(f"{path} holds a line that is not an object.")
    kinds = {kind_of(row) for row in rows}
    if len(kinds) > 1:
        raise GoldError(f"{path} mixes rows of the kinds {' and '.join(sorted(kinds))}.")
    return Gold(path.name.removesuffix(".gz").removesuffix(".jsonl"), kinds.pop(), rows)
