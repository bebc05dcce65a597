"""Who cuts what: how outlets treat quotations that others have as well."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.shares import shares


def cuts(repeated: pd.DataFrame, by: str = "outlet") -> pd.DataFrame:
    """The share of each treatment among an outlet's repeated quotations.

    Args:
        repeated: from `repeats`.
        by: `outlet` or `speaker`.

    Returns:
        by, how (`fullest`, `exact`, `cut` or `changed`), count, articles, total, share (0..1),
        low, high, evidence; the outlets with the most repeated quotations first.
    """
    given = repeated.assign(evidence_id=repeated.evidence)[["article_id", "evidence_id", by, "how"]]
    return shares(given, by, "how")
