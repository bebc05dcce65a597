"""Whether someone's stance in some articles, such as those of a run, is another than elsewhere."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.drift import changes
from onrecord.summary.observed import rows
from onrecord.tables import Tables


def changed(tables: Tables, articles: pd.Series, *, voice: str = "speaker") -> pd.DataFrame:
    """The change of each pair's mean stance from all other articles to these.

    Args:
        tables: an analysis, whole or selected.
        articles: ids of these articles.
        voice: whose pairs: `speaker` or `narrator`.

    Returns:
        As `drift`; `before` is of the other articles, `after` of these. Those that are clear
        come first, then the largest numbers of statements in these articles.
    """
    told = rows(tables, "statements").where(voice=voice)
    keys = pd.DataFrame({"article_id": articles}, dtype="str")
    made = changes(told.without(keys), told.among(keys))
    order = made.sort_values(["clear", "count_after"], ascending=False, kind="stable")
    return order.reset_index(drop=True)
