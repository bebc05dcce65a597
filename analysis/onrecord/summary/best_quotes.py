"""The best quote behind each finding: in the speaker's own words, short enough to be read."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from onrecord.summary.evidence import evidence
from onrecord.summary.newest import held
from onrecord.tables import Tables

TRIED = 200  # ids looked at
SHORTEST, LONGEST = 40, 220  # characters that read well
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
    kept, *_ = held(tables) or (tables,)
    wanted = [[name for name in ids.split() if name[0] != "+"][:TRIED] for ids in groups]
    found = evidence(kept, [name for names in wanted for name in names])
    found = found.set_index("evidence_id", drop=False)
    found = found.loc[_order(found)]
    best: list[dict | None] = []
    shown: set[str] = set()
    for names in wanted:
        own = found[found.evidence_id.isin(names)]
        fresh = own[~own.text.isin(shown)]
        chosen = None if own.empty else (own if fresh.empty else fresh).iloc[0].to_dict()
        best.append(chosen)
        shown |= {chosen["text"]} if chosen else set()
    return best


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
