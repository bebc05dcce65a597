"""What a corpus is called where its user gave it no name."""

from __future__ import annotations

from onrecord.summary.selection import select
from onrecord.summary.words import counted, listed
from onrecord.tables import Tables

NAMED = 3  # outlets that a title names


def corpus_title(tables: Tables, *, copies: bool = False) -> str:
    """The title that provenance holds, or what the corpus is made of.

    Args:
        tables: the analysis.
        copies: count every copy of a wire story, as the page does that is called so.

    >>> corpus_title(Tables.empty())
    'No articles'
    """
    given = tables.provenance.get("title")
    if given:
        return str(given)
    articles = select(tables, copies=copies).listed
    if articles.empty:
        return "No articles"
    often = articles.outlet.dropna().value_counts()
    # the busiest first, those as busy by name
    names = sorted((str(name) for name in often.index), key=lambda name: (-often[name], name))
    shown, more = names[:NAMED], len(names) - NAMED
    if more > 0:
        shown = [*shown[:-1], counted(more + 1, "other outlet")]
    said = counted(len(articles), "article")
    return f"{said} of {listed(shown)}" if shown else said
