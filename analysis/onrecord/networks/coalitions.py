"""Who stands together: speakers that take the same side, or opposite ones, toward the same actors.

Congruence and conflict networks after Leifeld (Discourse Network Analysis, 2017): two speakers
are joined by the number of actors toward whom they stand alike, or against each other.
"""

from __future__ import annotations

from typing import NamedTuple

import networkx
import numpy as np
import pandas as pd

from onrecord.errors import AnalysisError
from onrecord.summary.directions import MIN_MEAN
from onrecord.summary.network import edges
from onrecord.tables import Tables

KINDS = ("congruence", "conflict", "subtracted")
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
    return graph(standings(sides(tables, least), most), kind)


class Standings(NamedTuple):
    """Who takes which side: `stands[speaker, target]` is 1 for, -1 against, 0 neither."""

    speakers: list[str]
    targets: list[str]
    stands: np.ndarray  # float32
    order: list[str]  # of the speakers, as they were given
    left_out: int  # speakers beyond the most


def standings(found: pd.DataFrame, most: int = MOST) -> Standings:
    """The sides that speakers take, as a matrix.

    Args:
        found: source, target, count and value, as from `sides`.
        most: speakers that are compared, those with the most statements.
    """
    counts = found.groupby("source")["count"].sum().sort_values(ascending=False, kind="stable")
    found = found[found.source.isin(counts.index[:most])]
    speakers, targets = sorted(set(found.source)), sorted(set(found.target))
    stands = pd.crosstab(found.source, found.target, np.sign(found.value), aggfunc="sum")
    held = stands.reindex(index=speakers, columns=targets).fillna(0).to_numpy(np.float32)
    order = list(dict.fromkeys(found.source))
    return Standings(speakers, targets, held, order, max(len(counts) - most, 0))


def graph(of: Standings, kind: str) -> networkx.Graph:
    """As `coalitions`, of sides that are known."""
    speakers, stands = of.speakers, of.stands
    made = networkx.Graph(left_out=of.left_out)
    made.add_nodes_from(of.order)
    for_, against = (stands > 0).astype(np.float32), (stands < 0).astype(np.float32)
    alike = for_ @ for_.T + against @ against.T
    apart = for_ @ against.T + against @ for_.T
    weight = {"congruence": alike, "conflict": apart, "subtracted": alike - apart}[kind]
    names, sign = np.array(of.targets, object), -1 if kind == "conflict" else 1
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
    return decided(edges(tables), least)


def decided(found: pd.DataFrame, least: int = 1) -> pd.DataFrame:
    """The rows with enough statements, and a mean far enough from zero, to be a side."""
    return found[(found["count"] >= least) & (found.value.abs() >= MIN_MEAN)]


def communities(made: networkx.Graph) -> pd.DataFrame:
    """Groups of speakers that stand together more than with others.

    By the method of Louvain (Blondel and others, 2008).

    Args:
        made: from `coalitions`.

    Returns:
        speaker, community (a number, the largest is 1); speakers whom nothing joins are left out.
    """
    among = joined(made)
    groups = networkx.community.louvain_communities(among, weight="weight", seed=SEED)
    order = sorted(groups, key=lambda group: (-len(group), min(group)))
    rows = [(name, number) for number, group in enumerate(order, 1) for name in sorted(group)]
    return pd.DataFrame(rows, columns=["speaker", "community"]).astype(
        {"speaker": "str", "community": "int64"}
    )


def joined(made: networkx.Graph) -> networkx.Graph:
    """Those whom an edge joins, by name: a view of a graph goes through them in no fixed order."""
    joined = networkx.Graph()
    joined.add_nodes_from(sorted(name for name in made.nodes if made.degree(name)))
    joined.add_edges_from(sorted((min(e), max(e), made.edges[e]) for e in made.edges))
    return joined
