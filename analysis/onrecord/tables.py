"""`Tables`: the result of an analysis; save it, open it, query it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from onrecord import schema, store
from onrecord.errors import AnalysisError, SchemaError, StoreError
from onrecord.ownership import Output
from onrecord.store.layout import STORIES

PROVENANCE = "provenance.json"
INSIDE = {"again", "chosen", "listed", "narrowed", "only", "part", "reading", "remembered"}


@dataclass(frozen=True, repr=False)
class Tables:
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
        if store.holds(folder):
            raise StoreError(f"{folder} is a store that runs add to; save into another folder.")
        try:
            with Output(folder, "tables") as output:
                output.claim([*(f"{name}.parquet" for name in self.names()), STORIES, PROVENANCE])
                for name in self.names():
                    rows = schema.check(name, getattr(self, name))
                    output.write(f"{name}.parquet", _parquet(rows))
                if self.stories is not None:
                    output.write(STORIES, _parquet(self.stories))
                said = json.dumps(self.provenance, indent=2, default=str)
                output.write(PROVENANCE, said.encode())
        except OSError as error:
            raise StoreError(
                f"Cannot write tables into {folder}: {error.strerror or error}."
            ) from error
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
            StoreError: the folder holds no tables, or a damaged or foreign one.
        """
        folder = Path(folder)
        if store.holds(folder):
            return Stored(store.Reading(folder, since, until))
        read = {}
        for name in cls.names():
            path = folder / f"{name}.parquet"
            if not path.is_file():
                raise StoreError(
                    f"{folder} holds no table {name}; `onrecord analyse PATHS --into {folder}` "
                    "writes one."
                )
            try:
                found = pq.read_table(path).to_pandas()
                dtypes = {column.name: column.dtype for column in schema.TABLES[name]}
                read[name] = schema.check(name, found.astype(dtypes))
            except (pa.ArrowException, SchemaError, KeyError, ValueError) as error:
                raise StoreError(f"{path} is damaged or of another version: {error}") from error
        try:
            provenance = json.loads((folder / PROVENANCE).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(f"{folder / PROVENANCE} cannot be read: {error}") from error
        beside = folder / STORIES
        stories = pq.read_table(beside).to_pandas() if beside.is_file() else None
        return cls(**read, provenance=provenance, stories=stories)

    @property
    def runs(self) -> pd.DataFrame | None:
        """Which run brought each article; None where no runs are told apart."""
        return None

    @property
    def listed(self) -> pd.DataFrame:
        """The articles; of a store without their texts, which are long."""
        return self.articles

    @cached_property
    def part(self) -> store.Part:
        """What answers questions about its rows; copies of a story are rows like all others."""
        return self._part(None, None)

    @cached_property
    def remembered(self) -> dict:
        """What was worked out once, by name."""
        return {}

    def narrowed(
        self,
        articles: pd.Series,
        *,
        speaker: str | None = None,
        actor: str | None = None,
        speakers: Sequence[str] | None = None,
    ) -> Tables:
        """The part that some articles make up; they all count, copies of a story as well.

        Args:
            articles: their ids.
            speaker: only what this speaker says in them.
            actor: only what is said about this actor in them.
            speakers: only what one of these says in them.
        """
        names = [name for name in self.names() if name not in schema.WHOLE]
        if speaker or actor or speakers is not None:
            part = self._part(articles, store.Chosen(speaker, actor, _several(speakers)))
            rows = {name: part.frame(name) for name in names}
        else:  # whole articles need no question
            every = {name: getattr(self, name) for name in names}
            rows = {name: of[of.article_id.isin(articles)] for name, of in every.items()}
        whole = {name: getattr(self, name) for name in schema.WHOLE}
        made = Tables(**rows, **whole, provenance=self.provenance)
        if "shared" in self.remembered:
            made.remembered["shared"] = self.remembered["shared"].narrower()
        return made

    def again(self) -> Tables:
        """The same rows and what was worked out of them, of which other evidence may be held."""
        made = replace(self)
        made.remembered.update(
            {name: of for name, of in self.remembered.items() if name == "shared"}
        )
        made.__dict__["part"] = copy(self.part)
        return made

    def _part(self, only: pd.Series | None, chosen: store.Chosen | None) -> store.Part:
        shared = self.remembered.setdefault("shared", store.Shared())
        return store.FramePart(self._frames(), _among(self.listed, only), chosen, shared)

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
        with duckdb.connect(config={"enable_external_access": "false"}) as connection:
            for name in self.names():
                connection.register(name, getattr(self, name))
            connection.register("stories", _alone() if self.stories is None else self.stories)
            try:
                store.only_reads(connection, query)
                return connection.sql(query).df()
            except duckdb.Error as error:
                raise AnalysisError(f"The query failed: {error}") from error


def _parquet(rows: pd.DataFrame) -> Callable[[BinaryIO], None]:
    """Writes rows as a Parquet file."""
    table = pa.Table.from_pandas(rows, preserve_index=False)
    return lambda stream: pq.write_table(table, stream, compression="zstd")


def _among(listed: pd.DataFrame, only: pd.Series | None) -> pd.Series:
    ids = listed.article_id
    return pd.Series(True, index=ids.index) if only is None else ids.isin(only)


def _several(names: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)


def _alone() -> pd.DataFrame:
    return pd.DataFrame({"article_id": [], "story_id": []}, dtype="str")


class Stored(Tables):
    """The tables of a store: each is read when it is first asked for, SQL reads the files."""

    reading: store.Reading
    only: pd.Series | None
    chosen: store.Chosen

    def __init__(
        self,
        reading: store.Reading,
        only: pd.Series | None = None,
        chosen: store.Chosen | None = None,
    ) -> None:
        """The tables of a store, or of some of its articles.

        Args:
            reading: the store.
            only: ids of the articles; all others are left out. None: all.
            chosen: whose words are held; by default everyone's.
        """
        object.__setattr__(self, "reading", reading)
        object.__setattr__(self, "only", only)
        object.__setattr__(self, "chosen", chosen or store.Chosen())

    def __getattr__(self, name: str) -> object:
        # called only for what is not there yet
        if name == "provenance":
            value = self.reading.provenance
        elif name in Tables.names():
            whole = self.only is None or name in schema.WHOLE
            value = self.reading.frame(name) if whole else self.part.frame(name)
        else:
            raise AttributeError(name)
        object.__setattr__(self, name, value)
        return value

    def narrowed(
        self,
        articles: pd.Series,
        *,
        speaker: str | None = None,
        actor: str | None = None,
        speakers: Sequence[str] | None = None,
    ) -> Stored:
        """As `Tables.narrowed`; nothing is read for it."""
        return Stored(self.reading, articles, store.Chosen(speaker, actor, _several(speakers)))

    def save(self, folder: str | Path) -> Path:
        """Write the tables as they are now, in one piece; into its own folder: nothing to do.

        Raises:
            StoreError: as `Tables.save`.
        """
        if Path(folder).resolve() == self.folder.resolve():
            return Path(folder)
        return super().save(folder)

    def __reduce__(self) -> tuple:
        return Stored, (self.reading, self.only, self.chosen)

    @property
    def folder(self) -> Path:
        """Where the store lies."""
        return self.reading.folder

    @property
    def stories(self) -> pd.DataFrame | None:
        """Near-duplicates: article_id and story_id, the id of the first that was published."""
        return self.reading.stories if self.only is None else None

    @property
    def runs(self) -> pd.DataFrame | None:
        """Which run brought each article: article_id, run (UTC, its end); None where not told."""
        return self.reading.runs

    @property
    def listed(self) -> pd.DataFrame:
        """The articles without their texts."""
        listed = self.reading.listed
        kept = _among(listed, self.only)
        return listed if kept.all() else listed[kept]

    def _part(self, only: pd.Series | None, chosen: store.Chosen | None) -> store.Part:
        only = self.only if only is None else only
        kept = _among(self.reading.listed, only)
        return store.FolderPart(self.reading, kept, chosen or self.chosen)

    @property
    def undated(self) -> int:
        """Articles without a date, those outside of the months that were opened as well."""
        return self.reading.undated

    def sql(self, query: str) -> pd.DataFrame:
        """Answer a question in SQL from the files, reading only the columns that it needs.

        Beside the tables there is a view `stories` (article_id, story_id).

        Raises:
            AnalysisError: DuckDB does not understand the query, or a file is damaged.
        """
        return self.reading.query(query, self.only, self.chosen)
