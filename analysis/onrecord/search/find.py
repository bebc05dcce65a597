"""Keyword in context: where articles or quotes hold what was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd

from onrecord.day import Day, day
from onrecord.errors import AnalysisError
from onrecord.search.index import Index, listed_newest
from onrecord.search.query import Query, read_query
from onrecord.store import FolderPart, FramePart, Part
from onrecord.wording import fold, tokens

COLUMNS = [
    "article_id", "title", "outlet", "published", "speaker", "attribution_id",
    "before", "words", "after", "start", "end",
]  # fmt: skip
WIDTH = 70  # letters on each side
STEP = 40  # articles read at once
_INDEXES: WeakKeyDictionary[Part, Index] = WeakKeyDictionary()
_SPEAKERS: WeakKeyDictionary[Part, list[str]] = WeakKeyDictionary()


def search(
    part: Part,
    listed: pd.DataFrame,
    query: str,
    *,
    speaker: str | None = None,
    outlet: str | None = None,
    since: Day = None,
    until: Day = None,
    quotes: bool = False,
    limit: int = 20,
) -> pd.DataFrame:
    """Places that hold what was asked for, in the newest articles first.

    Args:
        part: of a store or of frames.
        listed: its articles.
        query: words and "phrases", `*` at the end for any ending, NEAR, AND, OR, NOT, brackets;
            words beside each other must all be there.
        speaker: only quotes of speakers whose names hold this.
        outlet: only articles of this outlet.
        since: first day.
        until: last day, included.
        quotes: only quotes, each of which must hold all that was asked for.
        limit: rows at most.

    Returns:
        article_id, title, outlet, published, speaker and attribution_id (where the words stand
        in a quote that was asked for), before, words, after, start, end (offsets in the
        article's text). `attrs["articles"]`: articles that hold what was asked for, whoever
        says it.

    Raises:
        WordingError: the query cannot be understood.
        AnalysisError: no speaker has such a name, a day is no date, or `limit` is less than 0.
    """
    if limit < 0:
        raise AnalysisError(f"limit={limit} is less than 0; it is the most rows that are given.")
    asked, first, last = read_query(query), day(since, "since"), day(until, "until")
    found = listed_newest(listed, _index(part).match(asked.match()))
    if outlet is not None:
        found = found[found.outlet == outlet]
    if first is not None:
        found = found[found.published >= first]
    if last is not None:
        found = found[found.published < last + pd.Timedelta(days=1)]
    names = _named(part, speaker)
    if names is not None:
        said = "select distinct article_id from attributions semi join _names using (speaker)"
        held = part.ask(said, _names=pd.DataFrame({"speaker": names}))
        found = found[found.article_id.isin(held.article_id)]
    made: list[tuple] = []
    for at in range(0, len(found), STEP):
        some = found.iloc[at : at + STEP]
        places = (
            _quoted(part, some, asked, names)
            if quotes or names is not None
            else _written(part, some, asked)
        )
        made.extend(islice(places, limit - len(made)))
        if len(made) == limit:
            break
    rows = pd.DataFrame(made, columns=COLUMNS)
    rows.attrs["articles"] = len(found)
    return rows


def _index(part: Part) -> Index:
    if part not in _INDEXES:
        if isinstance(part, FolderPart):
            _INDEXES[part] = Index.of_store(part.reading)
        elif isinstance(part, FramePart):
            rows = part.tables["articles"][["article_id", "text"]]
            _INDEXES[part] = Index.of_texts(rows.itertuples(index=False, name=None))
        else:
            raise AnalysisError("These rows hold no articles to search.")
    return _INDEXES[part]


def _named(part: Part, speaker: str | None) -> list[str] | None:
    """The speakers meant; None for whoever."""
    chosen = part.chosen if isinstance(part, FolderPart | FramePart) else None
    if speaker is None and not chosen:
        return None
    if part not in _SPEAKERS:
        said = part.ask("select distinct speaker from attributions where speaker is not null")
        _SPEAKERS[part] = list(said.speaker)
    wanted = fold(speaker or "")
    names = [name for name in _SPEAKERS[part] if wanted in fold(name)]
    if not names:
        raise AnalysisError(f"No speaker {speaker!r} stands in these tables.")
    return names


def _some(part: Part, table: str, ids: pd.Series) -> pd.DataFrame:
    if isinstance(part, FolderPart):
        return part.reading.some(table, ids)
    assert isinstance(part, FramePart)
    rows = part.tables[table]
    return rows[rows.article_id.isin(ids)]


def _texts(part: Part, ids: pd.Series) -> dict[str, str]:
    rows = _some(part, "articles", ids)
    return dict(zip(rows.article_id, rows.text, strict=True))


def _written(part: Part, some: pd.DataFrame, asked: Query) -> Iterator[tuple]:
    texts = _texts(part, some.article_id)
    for row in some.itertuples():
        text = texts[row.article_id]
        for start, end in _places(asked, text):
            yield _row(row, None, None, text, start, end)


def _quoted(
    part: Part, some: pd.DataFrame, asked: Query, names: list[str] | None
) -> Iterator[tuple]:
    texts = _texts(part, some.article_id)
    said = _some(part, "attributions", some.article_id)
    if names is not None:
        said = said[said.speaker.isin(names)]
    spans = _some(part, "spans", some.article_id)
    spans = spans[(spans.role == "content") & spans.attribution_id.isin(said.attribution_id)]
    bounds = spans.groupby("attribution_id").agg(start=("start", "min"), end=("end", "max"))
    by_article = dict(iter(said.groupby("article_id", sort=False)))
    for row in some.itertuples():
        seen: set[tuple[int, int]] = set()
        for quote in by_article.get(row.article_id, said.iloc[:0]).itertuples():
            if quote.attribution_id not in bounds.index or not asked.holds(tokens(quote.content)):
                continue
            start, end = map(int, bounds.loc[quote.attribution_id])
            text = texts[row.article_id]
            for a, b in _places(asked, text[start:end]):
                if (start + a, start + b) not in seen:  # a quote that several speak
                    seen.add((start + a, start + b))
                    who = None if pd.isna(quote.speaker) else quote.speaker
                    yield _row(row, who, quote.attribution_id, text, start + a, start + b)


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
