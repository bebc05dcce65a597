"""`Tables`: the result of an analysis; save it, open it, query it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from onrecord import schema, store
from onrecord.errors import StoreError
from onrecord.tables import one_piece
from onrecord.tables.ask import ask
from onrecord.tables.inside import INSIDE, Inside
from onrecord.tables.one_piece import Piece


@dataclass(frozen=True, repr=False)
class Tables(Inside):
    """The tables of `onrecord.schema`, and where they come from.

    Attributes:
        provenance: versions, model, settings, time, corpus hash and counts of the run.
        stories: article_id and story_id, the id of the first published of the articles that
            are nearly the same text; None where all articles count (see `onrecord.corpus.stories`).
    """

    articles: pd.DataFrame
    rejected: pd.DataFrame
    sentences: pd.DataFrame
    attributions: pd.DataFrame
    spans: pd.DataFrame
    mentions: pd.DataFrame
    profiles: pd.DataFrame
    stances: pd.DataFrame
    actors: pd.DataFrame
    provenance: dict = field(default_factory=dict)
    stories: pd.DataFrame | None = None

    @classmethod
    def names(cls) -> list[str]:
        """The tables' names, in the order in which an analysis makes them."""
        return [item.name for item in fields(cls) if item.name not in ("provenance", "stories")]

    @classmethod
    def empty(cls) -> Tables:
        """Tables without a row.

        >>> len(Tables.empty().stances)
        0
        """
        return cls(**{name: schema.frame(name) for name in cls.names()})

    @classmethod
    def counting(cls, actors: Callable[[], pd.DataFrame], **rest: Any) -> Tables:
        """Tables whose `actors` are counted when they are first asked for.

        Args:
            actors: counts them.
            rest: the other tables, and what else there is to tell.
        """
        made = cls(**rest, actors=schema.frame("actors"))
        object.__delattr__(made, "actors")
        object.__setattr__(made, "_actors", actors)
        return made

    if not TYPE_CHECKING:  # or every name would be taken for an attribute

        def __getattr__(self, name: str) -> pd.DataFrame:
            if name != "actors" or "_actors" not in self.__dict__:
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")
            value = self._actors()
            object.__setattr__(self, name, value)
            return value

    def __dir__(self) -> list[str]:
        # the tables of a store are there for TAB before they are read; what rooms ask is not
        return sorted({*super().__dir__(), *self.names(), "provenance"} - INSIDE)

    def __repr__(self) -> str:
        """How many rows each table has."""
        counts = ", ".join(f"(select count(*) from {name}) as {name}" for name in self.names())
        row = self.sql(f"select {counts}").iloc[0]
        return "\n".join(["Tables", *(f"  {row[name]:>9,} {name}" for name in self.names())])

    def save(self, folder: str | Path) -> Path:
        """Write one Parquet file per table, and the provenance as JSON, into a folder.

        Raises:
            StoreError: the folder cannot be written, or is a store.
            OwnershipError: it holds files in their place that On Record did not write.
        """
        folder = Path(folder)
        one_piece.save(folder, Piece(self._frames(), self.provenance, self.stories))
        return folder

    @classmethod
    def open(
        cls, folder: str | Path, *, since: date | None = None, until: date | None = None
    ) -> Tables:
        """Open tables that `save` or `onrecord analyse` wrote.

        Args:
            folder: of one or the other.
            since: leave months before that of this day unread, with articles without a date.
            until: leave months after that of this day unread. Both save reading in a store,
                which `onrecord analyse` writes; tables saved in one piece are read whole.

        Raises:
            StoreError: the folder holds no tables, or a damaged or foreign one; or none is named.
        """
        if isinstance(folder, str) and not folder.strip():  # as a path it would be this folder
            raise StoreError(
                "No folder of tables is named; `onrecord analyse PATHS --into tables` writes one."
            )
        folder = Path(folder)
        if store.holds(folder):
            from onrecord.tables.stored import Stored  # which is built on this one

            return Stored(store.Reading(folder, since, until))
        read = one_piece.read(folder, cls.names())
        return cls(**read.frames, provenance=read.provenance, stories=read.stories)

    @property
    def runs(self) -> pd.DataFrame | None:
        """Which run brought each article; None where no runs are told apart."""
        return None

    def _narrowed(self, articles: pd.Series, chosen: store.Chosen) -> Tables:
        from onrecord.tables.taken import Taken  # which is built on this one

        return Taken(self, articles, chosen)

    def _alike(self) -> Tables:
        return replace(self)

    def _frames(self) -> dict[str, pd.DataFrame]:
        return {name: getattr(self, name) for name in self.names()}

    def __getstate__(self) -> dict:
        # an open connection stays behind
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def search(
        self,
        query: str,
        *,
        speaker: str | None = None,
        outlet: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        quotes: bool = False,
        limit: int = 20,
    ) -> pd.DataFrame:
        """Places that hold some words, in the newest articles first; see `onrecord.search`.

        >>> len(Tables.empty().search("tariff* NEAR harbour"))
        0
        """
        from onrecord.search import search

        return search(
            self.part, self.listed, query, speaker=speaker, outlet=outlet, since=since,
            until=until, quotes=quotes, limit=limit,
        )  # fmt: skip

    @property
    def undated(self) -> int:
        """Articles without a date of publication."""
        return int(self.articles.published.isna().sum())

    def sql(self, query: str) -> pd.DataFrame:
        """Answer a question in SQL; each table is a view of its own name.

        Raises:
            AnalysisError: DuckDB does not understand the query.

        >>> int(Tables.empty().sql("select count(*) as n from stances").n[0])
        0
        """
        stories = _alone() if self.stories is None else self.stories
        return ask(query, self._frames() | {"stories": stories})


def _alone() -> pd.DataFrame:
    return pd.DataFrame({"article_id": [], "story_id": []}, dtype="str")
