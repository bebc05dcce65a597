"""What to review: a sample, what is unsure, what a chart rests on, one speaker or outlet."""

from __future__ import annotations

import random
from typing import Any

from onrecord.errors import AnalysisError
from onrecord.summary import select
from onrecord.tables import Tables

ORDERS = ("random", "unsure", "text")
# how far a row is from being sure; of stances the one that is least so
_DOUBT = """
with sides as (
  select attribution_id, max(1 - greatest(favor, against, none)) as doubt
  from stances where attribution_id is not null group by attribution_id
)
select a.attribution_id as id, a.article_id,
  greatest(1 - a.confidence, coalesce(s.doubt, 0), case when a.speaker is null then 0.5 else 0 end)
    as doubt,
  (select min(start) from spans p where p.attribution_id = a.attribution_id) as start
from attributions a left join sides s using (attribution_id)
"""
_TOLD = """
select sentence_id as id, article_id, max(1 - greatest(favor, against, none)) as doubt,
  min(start) as start
from stances where attribution_id is null group by all
"""


def pick(
    tables: Tables,
    *,
    order: str = "random",
    n: int | None = 100,
    seed: int = 0,
    narrator: bool = False,
    speaker: str | None = None,
    actor: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[str]:
    """Ids of statements to review.

    Args:
        tables: an analysis.
        order: random; unsure, what the model doubts most first; text, as they stand.
        n: how many; None for all.
        seed: of the random order: the same one gives the same statements.
        narrator: the narrator's sentences that take a side, instead of quotes.
        speaker: only what this one says.
        actor: only statements toward this one.
        outlet: only in this outlet's articles.
        since: first day; the conditions are a chart's, so these are what it rests on.
        until: last day.

    Returns:
        Ids for `statements`.

    Raises:
        AnalysisError: an order that is not known, a name that stands nowhere, or no date.
    """
    if order not in ORDERS:
        raise AnalysisError(f"order={order!r} is not known; it is one of {', '.join(ORDERS)}.")
    chosen: dict[str, Any] = {
        "speaker": speaker,
        "actor": actor,
        "outlet": outlet,
        "since": since,
        "until": until,
    }
    part = select(tables, **chosen) if any(chosen.values()) else tables
    found = part.sql(_TOLD if narrator else _DOUBT).sort_values(["article_id", "start", "id"])
    ids = list(found.id)
    if order == "unsure":
        ids = list(found.sort_values("doubt", ascending=False, kind="stable").id)
    elif order == "random":
        random.Random(seed).shuffle(ids)
    return ids if n is None else ids[:n]
