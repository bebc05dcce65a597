"""Who gets to speak on an issue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from onrecord.issues.codebook import Issue
from onrecord.issues.mark import mark, with_issue
from onrecord.summary.shares import shares
from onrecord.summary.sources import beside_target, classed
from onrecord.tables import Tables


def sources(
    tables: Tables,
    issues: Sequence[Issue],
    of: str = "role",
    *,
    count: str = "quotes",
    target: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Shares of sources among the quotes about each issue.

    Args:
        tables: an analysis, whole or selected.
        issues: from `read_issues`.
        of: `gender` or `role`, as for `onrecord.summary.sources`.
        count: `quotes`, `words` in them, or `first quotes`: those about the issue that are the
            first of their article.
        target: the share wanted of a class, 0..1, beside which it is set.

    Returns:
        issue, `of`, count, articles, total (quotes about the issue), share (0..1), low, high,
        evidence; with a target `target` and `beyond`. A quote about two issues counts in both.

    Raises:
        AnalysisError: `of` or `count` is not known.
    """
    said, weight = classed(tables, of, count)
    made = shares(with_issue(said, mark(tables, issues)), "issue", of, weight=weight)
    return made if target is None else beside_target(made, of, target)
