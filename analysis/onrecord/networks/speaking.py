"""Who speaks about whom or what, as two kinds of nodes."""

from __future__ import annotations

from collections.abc import Sequence

import networkx

from onrecord.issues import Issue, attention
from onrecord.summary.network import edges
from onrecord.tables import Tables


def about_actors(tables: Tables, *, least: int = 1) -> networkx.DiGraph:
    """Named speakers and the actors that they speak about.

    Args:
        tables: an analysis, whole or selected.
        least: statements below which an edge is left out.

    Returns:
        Edges from speaker to actor: `weight` (statements), `stance` (their mean, -1..1),
        `articles`, `clear` (may be called a direction). Nodes have `kind` and `side`, as
        your actors.yaml gives it. Somebody who speaks and is spoken about is one node.
    """
    made = networkx.DiGraph()
    found = edges(tables)
    for row in found[found["count"] >= least].itertuples():
        made.add_edge(
            row.source, row.target, weight=int(row.count), stance=float(row.value),
            articles=int(row.articles), clear=bool(row.clear),
        )  # fmt: skip
    _describe(made, tables)
    return made


def about_issues(tables: Tables, issues: Sequence[Issue], *, least: int = 1) -> networkx.DiGraph:
    """Named speakers and the issues of a codebook that they speak about.

    Args:
        tables: an analysis, whole or selected.
        issues: from `onrecord.issues.read_issues`.
        least: quotes below which an edge is left out.

    Returns:
        Edges from speaker to issue: `weight` (quotes), `articles`. Nodes have `kind`: of an
        issue `issue`.
    """
    made = networkx.DiGraph()
    found = attention(tables, issues, by="speaker")
    for row in found[found["count"] >= least].itertuples():
        made.add_edge(
            row.speaker, f"issue: {row.issue}", weight=int(row.count), articles=int(row.articles)
        )
    _describe(made, tables)
    for name in made.nodes:
        if name.startswith("issue: "):
            made.nodes[name]["kind"] = "issue"
    return made


def _describe(made: networkx.DiGraph, tables: Tables) -> None:
    asked = "select actor, actor_type as kind, side from actors"
    known = tables.part.ask(asked).set_index("actor").astype("str").fillna("")
    for name in made.nodes:
        facts = known.loc[name] if name in known.index else {}
        for fact in ("kind", "side"):
            made.nodes[name][fact] = str(facts.get(fact, ""))
