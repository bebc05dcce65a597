"""`Stored`: the tables of a store, read when they are asked for."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from onrecord import schema, store
from onrecord.tables.inside import among
from onrecord.tables.tables import Tables


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

    def _narrowed(self, articles: pd.Series, chosen: store.Chosen) -> Stored:
        return Stored(self.reading, articles, chosen)

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
        kept = among(listed, self.only)
        return listed if kept.all() else listed[kept]

    def _part(self, only: pd.Series | None, chosen: store.Chosen | None) -> store.Part:
        only = self.only if only is None else only
        kept = among(self.reading.listed, only)
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
