"""Where words stand, in texts and in quotes, with what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

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
AT_ONCE = 1_000  # quotes that may fit, at first
WIDE = 2**60  # no bound
MUCH = 0.75  # of all articles: so many are looked through faster than they are held


def in_texts(part: Part, found: pd.DataFrame, asked: Query) -> Iterator[tuple]:
    """The places in some articles; rows as `COLUMNS`."""
    for some in _steps(found):
        texts = _texts(part, some.article_id)
        for row in some.itertuples():
            text = texts[row.article_id]
            for start, end in _places(asked, text):
                yield _row(row, None, None, text, start, end)


def quoting(part: Part, found: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Those of some articles that quote somebody.

    Args:
        part: that holds the articles.
        found: the articles.
        names: of the speakers that count.
    """
    rows, more = _narrowed(found, names)
    said = part.ask(f"select distinct article_id from {rows}", **more)
    return found[among(found.article_id, said.article_id)]


def in_quotes(
    part: Part, found: pd.DataFrame, asked: Query, names: list[str] | None
) -> Iterator[tuple]:
    """The places in quotes that hold all that is asked for; rows as `COLUMNS`.

    Args:
        part: that holds the articles.
        found: the articles, the newest first.
        asked: what each quote must hold.
        names: of the speakers that count; None: whoever, and then the newest are looked at
            before all are asked which may fit.
    """
    if names is None:
        first, found = found.iloc[:STEP], found.iloc[STEP:]
        yield from _held(part, first, _some(part, "attributions", first.article_id), asked)
    if len(found):
        for said in _fitting(part, found, asked, names):
            yield from _held(part, found, said, asked)


def _fitting(
    part: Part, found: pd.DataFrame, asked: Query, names: list[str] | None
) -> Iterator[pd.DataFrame]:
    """Quotes that may hold it, for all that their letters tell: the newest, then all others."""
    rows, more = _narrowed(found, names)
    few = len(found) < MUCH * len(part.listed)
    least, most = 0, AT_ONCE
    while True:
        said = part.ask(
            f"select * exclude place from (select {', '.join(READ['attributions'])}, fresh, place "
            # a bound parts what is asked, so that these are looked through instead of all
            f"from {rows} where fresh >= {least}{f' limit {WIDE}' if few else ''}) "
            f"where {may_hold(asked, 'content')} order by fresh, place limit {most}",
            **more,
        )
        if len(said) < most:
            yield said
            return
        least = said.fresh.iloc[-1]
        yield said[said.fresh < least]  # of the last there may be more
        most = WIDE


def _narrowed(found: pd.DataFrame, names: list[str] | None) -> tuple[str, dict[str, pd.DataFrame]]:
    """The attributions of some articles and speakers in SQL, and the tables that it reads."""
    rows = "attributions semi join _found using (article_id)"
    more = {"_found": found[["article_id"]]}
    if names is not None:
        rows += " semi join _names using (speaker)"
        more["_names"] = pd.DataFrame({"speaker": names})
    return rows, more


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


def _held(part: Part, found: pd.DataFrame, said: pd.DataFrame, asked: Query) -> Iterator[tuple]:
    """The places in those of some quotes that hold it; articles are read for these alone."""
    quotes: dict[str, list] = defaultdict(list)
    for quote in said.itertuples():
        quotes[quote.article_id].append(quote)
    for some in _steps(found[among(found.article_id, said.article_id)]):
        fits = {
            name: [each for each in quotes[name] if asked.holds(tokens(each.content))]
            for name in some.article_id
        }
        some = some[[bool(fits[name]) for name in some.article_id]]
        texts, bounds = _texts(part, some.article_id), _bounds(part, some.article_id)
        for row in some.itertuples():
            seen: set[tuple[int, int]] = set()
            text = texts[row.article_id]
            for quote in fits[row.article_id]:
                start, end = bounds.get(quote.attribution_id, (0, 0))
                for a, b in _places(asked, text[start:end]):
                    place = start + a, start + b
                    if place not in seen:  # a quote that several speak
                        seen.add(place)
                        who = None if pd.isna(quote.speaker) else quote.speaker
                        yield _row(row, who, quote.attribution_id, text, *place)


def _bounds(part: Part, ids: pd.Series) -> dict[str, tuple[int, int]]:
    """Where what is quoted begins and ends, by attribution."""
    spans = _some(part, "spans", ids)
    spans = spans[spans.role == "content"].groupby("attribution_id")
    ends = spans.agg(start=("start", "min"), end=("end", "max"))
    return dict(zip(ends.index, zip(ends.start, ends.end, strict=True), strict=True))


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


def listed_newest(listed: pd.DataFrame, found: np.ndarray) -> pd.DataFrame:
    """The articles found, newest first, those without a date last."""
    rows = listed[among(listed.article_id, found)]
    return rows.sort_values("published", ascending=False, na_position="last", kind="stable")


def among(ids: pd.Series, some: pd.Series | np.ndarray) -> np.ndarray:
    """Whether each id is one of some; of many, much faster than pandas tells it."""
    known = pa.array(some, pa.string(), from_pandas=True)
    return pc.is_in(pa.array(ids, pa.string(), from_pandas=True), known).to_numpy(False)
