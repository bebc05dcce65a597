"""The quotations of an article as schema.org describes them, for other programs."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord.repeats.same import quoted
from onrecord.summary.observed import quotes
from onrecord.tables import Tables

TYPES = {"person": "Person", "organisation": "Organization", "country": "Country"}


def linked(tables: Tables) -> dict[str, Any]:
    """Direct quotations as JSON-LD: `Quotation` of https://schema.org, part of a `NewsArticle`.

    Args:
        tables: an analysis, narrowed to one article.

    Returns:
        A document with `@context` and `@graph`, one entry per quotation that counts; an unknown
        speaker is left out. Empty where nothing is quoted.

    >>> linked(Tables.empty())
    {}
    """
    said = quotes(tables)
    said = said[said.kind != "indirect"]
    types = tables.mentions.drop_duplicates("actor").set_index("actor").actor_type
    urls = tables.listed.set_index("article_id").url
    graph = []
    for row in said.itertuples():
        words = quoted(row.content, row.kind)
        if words:
            made: dict[str, Any] = {"@type": "Quotation", "text": words}
            if not pd.isna(row.speaker):
                kind = TYPES.get(types.get(row.speaker, ""), "Thing")
                made["spokenByCharacter"] = {"@type": kind, "name": row.speaker}
            made["isPartOf"] = _article(row, urls.get(row.article_id))
            graph.append(made)
    return {"@context": "https://schema.org", "@graph": graph} if graph else {}


def _article(row: Any, url: str | None) -> dict[str, Any]:
    day = None if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
    facts = {"headline": row.title, "url": url, "datePublished": day}
    made: dict[str, Any] = {"@type": "NewsArticle"}
    made |= {name: value for name, value in facts.items() if not pd.isna(value)}
    if not pd.isna(row.outlet):
        made["publisher"] = {"@type": "Organization", "name": row.outlet}
    return made
