"""Keyword in context: where articles or quotes hold what was asked for."""

from __future__ import annotations

from itertools import islice
from weakref import WeakKeyDictionary

import pandas as pd

from onrecord.day import Day, day
from onrecord.errors import AnalysisError
from onrecord.search.index import Index
from onrecord.search.places import COLUMNS, in_quotes, in_texts, listed_newest, quoting
from onrecord.search.query import read_query
from onrecord.store import FolderPart, FramePart, Part
from onrecord.wording import fold

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
        found = quoting(part, found, names)
        places = in_quotes(part, found, asked, names)
    elif quotes:
        places = in_quotes(part, found, asked, None)
    else:
        places = in_texts(part, found, asked)
    rows = pd.DataFrame(list(islice(places, limit)), columns=COLUMNS)
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
