"""How far speakers fall into camps, and how that changes with time."""

from __future__ import annotations

import networkx
import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.networks.coalitions import communities, decided, graph, joined, standings
from onrecord.summary.copies import first_copies
from onrecord.summary.intervals import UNIT
from onrecord.summary.observed import rows as counted
from onrecord.tables import Tables

UNITS = {"day": "D", "week": "W", "month": "M"}
COLUMNS = ["start", "speakers", "alike", "against", "conflict", "communities", "modularity"]


def polarisation(tables: Tables, unit: str = "month") -> pd.DataFrame:
    """How far speakers fall into camps, window by window.

    Args:
        tables: an analysis, whole or selected; articles without a date are left out.
        unit: `day`, `week` or `month`: a window.

    Returns:
        start, speakers (who take a side), alike and against (pairs of speakers and an actor),
        conflict (share of these that are against each other, 0..1; missing where there is
        none), communities, modularity (of them, -0.5..1; missing where nobody is joined).

    Raises:
        AnalysisError: `unit` is none of these.
    """
    if unit not in UNITS:
        raise AnalysisError(f"unit={unit!r} is not known; it is one of {', '.join(UNITS)}.")
    every = _sides(tables, unit)
    rows = []
    for start in sorted(tables.listed.published.dropna().dt.to_period(UNITS[unit]).unique()):
        of = standings(every[every.start == start.start_time])
        congruence = graph(of, "congruence")
        alike, against = (
            int(each.size(weight="weight")) for each in (congruence, graph(of, "conflict"))
        )
        groups = communities(congruence)
        held = [set(each.speaker) for _, each in groups.groupby("community")]
        rows.append({
            "start": start.start_time, "speakers": len(of.speakers), "alike": alike,
            "against": against,
            "conflict": against / (alike + against) if alike + against else float("nan"),
            "communities": len(held),
            "modularity": networkx.community.modularity(
                joined(congruence), held, weight="weight") if held else float("nan"),
        })  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def _sides(tables: Tables, unit: str) -> pd.DataFrame:
    """Who takes a side toward whom in each window: all windows in one question.

    Of a story that several articles of a window tell the earliest counts, as where the window
    is selected by itself.
    """
    dated = tables.listed[tables.listed.published.notna()]
    windows = dated.groupby(dated.published.dt.to_period(UNITS[unit]))
    ids = [first_copies(each, tables).article_id for _, each in windows]
    part = tables.narrowed(pd.concat(ids)) if ids else tables
    told = counted(part, "statements", copies=True).where(voice="speaker").begun(unit)
    five = told.known("score").sums(["start", "teller", "target"], "score", UNIT)
    five["value"] = five.s / five.n / UNIT
    return decided(five.rename(columns={"teller": "source", "n": "count"}))
