"""Stance toward actors, issue by issue."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.issues.attention import grouped
from onrecord.issues.codebook import Issue
from onrecord.issues.mark import marked
from onrecord.summary.intervals import estimates
from onrecord.tables import Tables

BY = ("all", "teller", "speaker", "side", "outlet", "day", "week", "month")


def stance(tables: Tables, issues: Sequence[Issue], *, by: str = "teller") -> pd.DataFrame:
    """The mean stance toward each actor in statements about each issue.

    Args:
        tables: an analysis, whole or selected.
        issues: from `read_issues`.
        by: `teller` (each speaker, and each outlet's narrator), `speaker`, `side`, `outlet`,
            `day`, `week`, `month`, or `all`.

    Returns:
        A row per issue, voice (speaker or narrator, never put together), group and target, most
        statements first: issue, voice, the group, target, value (-1 against .. 1 in favor), low,
        high, count, articles, evidence.

    Raises:
        AnalysisError: `by` is none of these.
    """
    if by not in BY:
        raise AnalysisError(f"by={by!r} is not known; it is one of {', '.join(BY)}.")
    told = marked(tables, issues, "statements")
    told, group = (told, "teller") if by == "teller" else grouped(told, by)
    made = estimates(told, ["issue", "voice", group, "target"], "score")
    return made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
