"""Direct and indirect share: whose words stand on the page."""

from __future__ import annotations

import plotly.graph_objects as go

from onrecord import summary
from onrecord.charts import theme
from onrecord.charts.recount import recounted
from onrecord.charts.stack import stack
from onrecord.tables import Tables

TITLE = "In whose words"
KINDS = ("direct", "mixed", "indirect")


@recounted
def kinds(tables: Tables, *, by: str = "outlet", top: int = 12) -> go.Figure:
    """Shares of direct, mixed and indirect quotes.

    Args:
        tables: an analysis, whole or selected.
        by: `outlet` or `speaker`.
        top: most rows.
    """
    made = summary.kinds(tables, by=by, top=top)
    what = "Direct quotes keep the speaker's words, indirect ones are the outlet's."
    looks = {kind: theme.kind_look(kind) for kind in KINDS}
    return stack(
        made, by, "kind", looks=looks, chart="kinds", title=TITLE, top=top, what=what,
        focus=("direct", "direct quotes"),
    )  # fmt: skip
