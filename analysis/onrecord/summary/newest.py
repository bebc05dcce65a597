"""Of a corpus too large for one page: the rows that a page holds, and nothing else is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager

import pandas as pd

from onrecord.store import Part
from onrecord.summary.copies import counting
from onrecord.summary.observed import rows
from onrecord.tables import Tables

# what tells rows of a kind apart, so that a page has some of each
MARKS = {
    "statements": ("speaker", "target", "outlet"),
    "quotes": ("speaker", "outlet"),
    "sentences": ("outlet",),
}

EACH = ("stances", "attributions", "sentences")
ROWS = f"select {' + '.join(f'(select count(*) from {name})' for name in EACH)} as n"


def newest(tables: Tables, kind: str, most: int) -> tuple[Tables, int]:
    """The newest articles that hold so many rows of a kind, and how many rows there are in all.

    Args:
        tables: an analysis, whole or selected.
        kind: `quotes` (negated ones too) or `articles`.
        most: rows wanted; more may come.
    """
    found = rows(tables, kind, negated=True, outcomes=True)
    listed = tables.listed
    order = listed.published.sort_values(ascending=False, na_position="last", kind="stable").index
    counts = found.counts(["article_id"], n="rows").set_index("article_id").n
    each = counts.reindex(listed.article_id.loc[order]).fillna(0)
    wanted = each[(each > 0) & (each.cumsum() - each < most)]
    if found.part.small and len(wanted) == (each > 0).sum():
        return counting(tables), int(counts.sum())  # all of them
    return _held(tables, pd.Series(wanted.index)), int(counts.sum())


def evidence_held(
    tables: Tables, most: int, *, narrated: bool = True
) -> tuple[pd.DataFrame | None, int]:
    """The newest rows of each speaker, target and outlet, as many as there is room for.

    Args:
        tables: an analysis, whole or selected.
        most: rows that a page has room for.
        narrated: count the narrators' sentences as well.

    Returns:
        kind, evidence_id, place and article_id, the rows of which each has most first; None
        where all have room. And how many there are in all, where some have none.
    """
    if not most:
        return pd.DataFrame(columns=["kind", "evidence_id", "place", "article_id"]), 0
    if tables.part.small and int(tables.part.ask(ROWS).n[0]) <= most:
        return None, 0  # all have room, whatever counts
    of = {kind: rows(tables, kind, negated=True, outcomes=True) for kind in MARKS}
    of["sentences"] = of["sentences"].where(voice="narrator")
    told = {kind: marks for kind, marks in MARKS.items() if narrated or kind != "sentences"}
    sizes = pd.concat([of[kind].counts(marks, n="rows").n for kind, marks in told.items()])
    whole = int(sizes.sum())
    if whole <= most:
        return None, whole
    limits = range(1, int(sizes.max()) + 1)
    turns = limits[bisect_left(limits, most, key=lambda turn: sizes.clip(upper=turn).sum())]
    parts = []
    for number, (kind, marks) in enumerate(told.items()):
        parts.append(of[kind].newest(marks, turns).assign(kind=kind, number=number))
    every = pd.concat(parts, ignore_index=True)
    facts = rows(tables, "articles").part.listed.iloc[every.art]
    every["article_id"] = facts.article_id.to_numpy()
    every["published"] = facts.published.to_numpy()
    order = ["turn", "published", "number", "place"]
    every = every.sort_values(order, ascending=[True, False, True, True], na_position="last")
    return every.head(most)[["kind", "evidence_id", "place", "article_id"]], whole


def hold(tables: Tables, most: int, *, narrated: bool = True) -> None:
    """Let evidence be only what a page has room for.

    From then on a summary's `evidence` names those rows, and says of the others how many
    there are: `s4 s9 +120`.
    """
    _part(tables).held = evidence_held(tables, most, narrated=narrated)


@contextmanager
def all_held(tables: Tables) -> Iterator[None]:
    """While it lasts, evidence is all that there is, whatever `hold` chose."""
    part = _part(tables)
    before, part.held = part.held, None
    try:
        yield
    finally:
        part.held = before


def held(tables: Tables) -> tuple[Tables, pd.Series, int] | None:
    """What `hold` chose: the tables of its articles, its ids, and how many rows there are.

    None where all have room, or nothing was chosen.
    """
    chosen, whole = _part(tables).held or (None, 0)
    if chosen is None:
        return None
    return _held(tables, chosen.article_id.drop_duplicates()), chosen.evidence_id, whole


def _held(tables: Tables, articles: pd.Series) -> Tables:
    frames = _part(tables).frames(articles)
    return Tables(
        **frames, rejected=tables.rejected, actors=tables.actors, provenance=tables.provenance
    )


def _part(tables: Tables) -> Part:
    return counting(tables).part
