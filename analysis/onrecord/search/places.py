"""Where words stand, in texts and in quotes, with what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from onrecord.search.index import among
from onrecord.search.pattern import may_hold
from onrecord.search.query import Query
from onrecord.store import FolderPart, FramePart, Part
from onrecord.wording import tokens

COLUMNS = [
    "article_id", "title", "outlet", "published", "speaker", "attribution_id",
    "before", "words", "after", "start", "end",
]  # fmt: skip
READ = {
    "articles": ["article_id", "text"],
    "attributions": ["article_id", "attribution_id", "speaker", "content"],
    "spans": ["article_id", "attribution_id", "role", "start", "end"],
}
WIDTH = 70  # letters on each side
STEP, MOST = 40, 2_560  # articles read at once, at first and after some of them


def in_texts(part: Part, found: pd.DataFrame, asked: Query) -> Iterator[tuple]:
    """The places in some articles; rows as `COLUMNS`."""
    for some in _steps(found):
        texts = _texts(part, some.article_id)
        for row in some.itertuples():
            text = texts[row.article_id]
            for start, end in _places(asked, text):
                yield _row(row, None, None, text, start, end)


def quoting(
    part: Part, found: pd.DataFrame, names: list[str] | None, asked: Query | None = None
) -> pd.DataFrame:
    """Those of some articles that quote somebody.

    Args:
        part: that holds the articles.
        found: the articles.
        names: of the speakers that count; None: whoever.
        asked: what a quote may hold, for all that its letters tell; None: anything.
    """
    more = {"_found": found[["article_id"]]}
    rows = "attributions semi join _found using (article_id)"
    if names is not None:
        more["_names"] = pd.DataFrame({"speaker": names})
        rows += " semi join _names using (speaker)"
    where = "" if asked is None else f" where {may_hold(asked, 'content')}"
    said = part.ask(f"select distinct article_id from {rows}{where}", **more)
    return found[among(found.article_id, said.article_id)]


def in_quotes(
    part: Part, found: pd.DataFrame, asked: Query, names: list[str] | None
) -> Iterator[tuple]:
    """The places in quotes that hold all that is asked for; rows as `COLUMNS`."""
    for some in _steps(found):
        yield from _quoted(part, some, asked, names)


def _steps(found: pd.DataFrame) -> Iterator[pd.DataFrame]:
    at, size = 0, STEP
    while at < len(found):
        yield found.iloc[at : at + size]
        at, size = at + size, min(size * 4, MOST)


def _some(part: Part, table: str, ids: pd.Series) -> pd.DataFrame:
    if isinstance(part, FolderPart):
        return part.reading.some(table, ids, READ[table])
    assert isinstance(part, FramePart)
    rows = part.tables[table]
    return rows[rows.article_id.isin(ids)]


def _texts(part: Part, ids: pd.Series) -> dict[str, str]:
    rows = _some(part, "articles", ids)
    return dict(zip(rows.article_id, rows.text, strict=True))


def _quoted(
    part: Part, some: pd.DataFrame, asked: Query, names: list[str] | None
) -> Iterator[tuple]:
    texts = _texts(part, some.article_id)
    said = _some(part, "attributions", some.article_id)
    if names is not None:
        said = said[said.speaker.isin(names)]
    spans = _some(part, "spans", some.article_id)
    spans = spans[spans.role == "content"].groupby("attribution_id")
    bounds = said[["attribution_id"]].join(
        spans.agg(start=("start", "min"), end=("end", "max")), on="attribution_id", how="inner"
    )
    said = said.loc[bounds.index].assign(start=bounds.start, end=bounds.end)
    quotes = defaultdict(list)
    for quote in said.itertuples():
        quotes[quote.article_id].append(quote)
    for row in some.itertuples():
        seen: set[tuple[int, int]] = set()
        text = texts[row.article_id]
        for quote in quotes[row.article_id]:
            if not asked.holds(tokens(quote.content)):
                continue
            for a, b in _places(asked, text[quote.start : quote.end]):
                place = quote.start + a, quote.start + b
                if place not in seen:  # a quote that several speak
                    seen.add(place)
                    who = None if pd.isna(quote.speaker) else quote.speaker
                    yield _row(row, who, quote.attribution_id, text, *place)


def _places(asked: Query, text: str) -> list[tuple[int, int]]:
    known = tokens(text)
    found = {
        (known[a].start, known[b - 1].end)
        for wording in asked.wanted()
        for a, b in wording.places(known)
    }
    return sorted(found)


def _row(
    row: Any, speaker: str | None, quote: str | None, text: str, start: int, end: int
) -> tuple:
    before, after = text[max(start - WIDTH, 0) : start], text[end : end + WIDTH]
    return (
        row.article_id, row.title, row.outlet, row.published, speaker, quote,
        before, text[start:end], after, start, end,
    )  # fmt: skip
