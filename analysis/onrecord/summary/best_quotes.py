"""The best quote behind each finding: in the speaker's own words, short enough to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from onrecord.summary.evidence import evidence
from onrecord.summary.newest import held
from onrecord.tables import Tables

TRIED = 60  # ids looked at
SHORTEST, LONGEST = 40, 220  # characters that read well
LABEL = re.compile(r"\s*((?:(?:[^\W\d_]|[.'’-])+ ?){1,4})[:.]\s+(?=\S)")
RANK = {"direct": 0, "mixed": 1, "indirect": 2}


def best_quotes(tables: Tables, groups: Sequence[str]) -> list[dict | None]:
    """The row of evidence that shows each finding best.

    What is negated comes after all others; then the speaker's own words come first, among them
    those of readable length, those that take a side, and those that the model is surest of.

    Args:
        tables: an analysis, whole or selected.
        groups: evidence ids of each finding, spaces between.

    Returns:
        For each a row of `evidence` as a dict, no text twice where there is another; None where
        the ids lead to nothing.
    """
    if not groups:
        return []
    kept, *_ = held(tables) or (tables,)
    wanted = [[name for name in ids.split() if name[0] != "+"][:TRIED] for ids in groups]
    found = evidence(kept, [name for names in wanted for name in names])
    found = found.set_index("evidence_id", drop=False)
    best: list[dict | None] = []
    shown: set[str] = set()
    for names in wanted:
        best.append(best_of(found[found.evidence_id.isin(names)], shown))
    return best


def best_of(passages: pd.DataFrame, shown: set[str]) -> dict | None:
    """The best of some rows of `evidence`; `shown` are texts that come last, and grows by it."""
    fresh = passages[~passages.text.isin(shown)]
    tried = passages if fresh.empty else fresh
    if tried.empty:
        return None
    chosen = tried.loc[_order(tried)[0]].to_dict()
    shown.add(chosen["text"])
    return chosen | {"text": unlabelled(chosen["text"], chosen["speaker"])}


def unlabelled(text: str, speaker: object) -> str:
    """Words without the label that an interview sets before an answer: "A:", "QUIST:".

    >>> unlabelled("A: We stay.", None), unlabelled("Quist: We stay.", "Ada Quist")
    ('We stay.', 'We stay.')
    >>> unlabelled("One thing: we stay.", "Ada Quist")
    'One thing: we stay.'
    """
    found = LABEL.match(text)
    if not found:
        return text
    label = found[1].rstrip(".").strip()
    name = speaker.split() if isinstance(speaker, str) else []
    own = ":" in found[0] and (
        all(word in name for word in label.split(" ")) or (len(label) > 1 and label.isupper())
    )
    return text[found.end() :] if own or label in ("Q", "A") else text


def _order(found: pd.DataFrame) -> pd.Index:
    rank = pd.DataFrame(
        {
            "negated": found.factuality == "negated",
            "kind": found.kind.map(RANK).fillna(len(RANK)),
            "length": ~found.text.str.len().between(SHORTEST, LONGEST),
            "side": -found.score.astype(float).abs().fillna(0).round(4),
            "sure": -found.confidence.astype(float).fillna(0).round(4),
        }
    )
    return rank.sort_values(list(rank), kind="stable").index
