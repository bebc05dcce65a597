"""Who stands together: speakers that take the same side, or opposite ones, toward the same actors.

Congruence and conflict networks after Leifeld (Discourse Network Analysis, 2017): two speakers
are joined by the number of actors toward whom they stand alike, or against each other.
"""

from __future__ import annotations

import networkx
import numpy as np
import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.summary.directions import MIN_MEAN
from onrecord.summary.network import edges
from onrecord.summary.selection import select
from onrecord.tables import Tables

KINDS = ("congruence", "conflict", "subtracted")
UNITS = {"day": "D", "week": "W", "month": "M"}
MOST = 1_000  # speakers that are compared
SEED = 7  # of the search for communities, so that the same tables give the same ones


def coalitions(
    tables: Tables, kind: str = "congruence", *, least: int = 1, most: int = MOST
) -> networkx.Graph:
    """Speakers joined by the actors toward whom they stand alike or against each other.

    A speaker takes a side where the mean of their statements about an actor lies `MIN_MEAN` or
    more from zero.

    Args:
        tables: an analysis, whole or selected.
        kind: `congruence` (alike), `conflict` (against each other) or `subtracted`: the first
            less the second, as far as that is above zero.
        least: statements about an actor below which a speaker takes no side.
        most: speakers that are compared, those with the most statements: the pairs of all
            speakers of a large corpus are more than a network shows.

    Returns:
        Nodes: speakers who take a side; edges: `weight` (actors), `actors` (their names).
        `graph["left_out"]`: speakers beyond `most`.

    Raises:
        AnalysisError: `kind` is none of these.
    """
    if kind not in KINDS:
        raise AnalysisError(f"kind={kind!r} is not known; it is one of {', '.join(KINDS)}.")
    found = sides(tables, least)
    counts = found.groupby("source")["count"].sum().sort_values(ascending=False, kind="stable")
    found = found[found.source.isin(counts.index[:most])]
    made = networkx.Graph(left_out=max(len(counts) - most, 0))
    made.add_nodes_from(found.source)
    speakers, targets = sorted(set(found.source)), sorted(set(found.target))
    stands = pd.crosstab(found.source, found.target, np.sign(found.value), aggfunc="sum")
    stands = stands.reindex(index=speakers, columns=targets).fillna(0).to_numpy(np.float32)
    for_, against = (stands > 0).astype(np.float32), (stands < 0).astype(np.float32)
    alike = for_ @ for_.T + against @ against.T
    apart = for_ @ against.T + against @ for_.T
    weight = {"congruence": alike, "conflict": apart, "subtracted": alike - apart}[kind]
    names, sign = np.array(targets, object), -1 if kind == "conflict" else 1
    for one, other in zip(*np.nonzero(np.triu(weight > 0, 1)), strict=True):
        actors = names[stands[one] * stands[other] * sign > 0]
        made.add_edge(
            speakers[one], speakers[other],
            weight=int(weight[one, other]), actors="; ".join(actors),
        )  # fmt: skip
    return made


def sides(tables: Tables, least: int = 1) -> pd.DataFrame:
    """Who takes a side toward whom: the rows of `onrecord.summary.edges` that are none of doubt.

    Args:
        tables: an analysis, whole or selected.
        least: statements about an actor below which a speaker takes no side.
    """
    found = edges(tables)
    return found[(found["count"] >= least) & (found.value.abs() >= MIN_MEAN)]


def communities(made: networkx.Graph) -> pd.DataFrame:
    """Groups of speakers that stand together more than with others.

    By the method of Louvain (Blondel and others, 2008).

    Args:
        made: from `coalitions`.

    Returns:
        speaker, community (a number, the largest is 1); speakers whom nothing joins are left out.
    """
    joined = _joined(made)
    groups = networkx.community.louvain_communities(joined, weight="weight", seed=SEED)
    order = sorted(groups, key=lambda group: (-len(group), min(group)))
    rows = [(name, number) for number, group in enumerate(order, 1) for name in sorted(group)]
    return pd.DataFrame(rows, columns=["speaker", "community"]).astype(
        {"speaker": "str", "community": "int64"}
    )


def _joined(made: networkx.Graph) -> networkx.Graph:
    """Those whom an edge joins, by name: a view of a graph goes through them in no fixed order."""
    joined = networkx.Graph()
    joined.add_nodes_from(sorted(name for name in made.nodes if made.degree(name)))
    joined.add_edges_from(sorted((min(e), max(e), made.edges[e]) for e in made.edges))
    return joined


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
    starts = tables.listed.published.dropna().dt.to_period(UNITS[unit]).unique()
    rows = []
    for window in sorted(starts):
        end = window.end_time.normalize()
        part = select(tables, since=window.start_time, until=end)
        both = coalitions(part), coalitions(part, "conflict")
        alike, against = (int(of.size(weight="weight")) for of in both)
        groups = communities(both[0])
        held = [set(of.speaker) for _, of in groups.groupby("community")]
        joined = _joined(both[0])
        rows.append({
            "start": window.start_time, "speakers": both[0].number_of_nodes(), "alike": alike,
            "against": against,
            "conflict": against / (alike + against) if alike + against else float("nan"),
            "communities": len(held),
            "modularity": networkx.community.modularity(joined, held, weight="weight")
            if held else float("nan"),
        })  # fmt: skip
    columns = ["start", "speakers", "alike", "against", "conflict", "communities", "modularity"]
    return pd.DataFrame(rows, columns=columns)
