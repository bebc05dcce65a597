"""The quotations of an article for other programs: as schema.org and the W3C describe them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord.repeats.same import quoted
from onrecord.summary.observed import quotes
from onrecord.tables import Tables

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
TYPES = {"person": "Person", "organisation": "Organization", "country": "Country"}


def linked(tables: Tables) -> dict[str, Any]:
    """Direct quotations as JSON-LD: `Quotation` of https://schema.org, part of a `NewsArticle`.

    After them each stands as a Web Annotation (https://www.w3.org/TR/annotation-model/): the words
    in the article's page as the target, who speaks as the body.

    Args:
        tables: an analysis, narrowed to one article.

    Returns:
        A document with `@context` and `@graph`, two entries per quotation that counts; an unknown
        speaker is left out. Empty where nothing is quoted.

    >>> linked(Tables.empty())
    {}
    """
    said = quotes(tables)
    said = said[said.kind != "indirect"]
    types = tables.mentions.drop_duplicates("actor").set_index("actor").actor_type
    urls = tables.listed.set_index("article_id").url
    graph: list[dict[str, Any]] = []
    annotations = []
    for row in said.itertuples():
        words = quoted(row.content, row.kind)
        if words:
            made: dict[str, Any] = {"@type": "Quotation", "text": words}
            if not pd.isna(row.speaker):
                kind = TYPES.get(types.get(row.speaker, ""), "Thing")
                made["spokenByCharacter"] = {"@type": kind, "name": row.speaker}
            made["isPartOf"] = _article(row, urls.get(row.article_id))
            graph.append(made)
            annotations.append(_annotation(row, words, urls.get(row.article_id)))
    if not graph:
        return {}
    return {"@context": "https://schema.org", "@graph": [*graph, *annotations]}


def _annotation(row: Any, words: str, url: str | None) -> dict[str, Any]:
    source = f"urn:onrecord:article:{row.article_id}" if pd.isna(url) else url
    made: dict[str, Any] = {
        "@context": ANNOTATION,
        "id": f"urn:onrecord:quotation:{row.attribution_id}",
        "type": "Annotation",
        "motivation": "identifying",
        "target": {"source": source, "selector": {"type": "TextQuoteSelector", "exact": words}},
    }
    if not pd.isna(row.speaker):
        made["body"] = {"type": "TextualBody", "purpose": "identifying", "value": row.speaker}
    return made


def _article(row: Any, url: str | None) -> dict[str, Any]:
    day = None if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
    facts = {"headline": row.title, "url": url, "datePublished": day}
    made: dict[str, Any] = {"@type": "NewsArticle"}
    made |= {name: value for name, value in facts.items() if not pd.isna(value)}
    if not pd.isna(row.outlet):
        made["publisher"] = {"@type": "Organization", "name": row.outlet}
    return made
