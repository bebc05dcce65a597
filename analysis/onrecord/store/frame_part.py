"""A part of tables in memory, asked by the same SQL as a part of a store."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord import schema
from onrecord.store.chosen import Chosen
from onrecord.store.database import of_frames
from onrecord.store.layout import HELD
from onrecord.store.part import WIDE, Part
from onrecord.store.shared import Shared

SMALL = 100_000  # mentions, the longest of the tables
ASKED = re.compile(rf"\b({'|'.join((*HELD, 'actors'))})\b")
BEHIND = re.compile(rf"\b_all_({'|'.join(HELD)})\b")


class FramePart(Part):
    """Some articles of tables in memory; see `Part`."""

    def __init__(self, shared: Shared, kept: pd.Series, chosen: Chosen | None = None) -> None:
        """A part of frames.

        Args:
            shared: the tables, and what other parts of them have worked out.
            kept: whether the part holds it, for each row of `articles`.
            chosen: whose words it holds; by default everyone's.
        """
        self.shared = shared
        self.tables = shared.tables
        self.chosen = chosen or Chosen()
        self._articles = kept.to_numpy(bool)
        connection = of_frames().connect()
        connection.register("_art", shared.facts)
        super().__init__(connection, shared.listed, "The tables")
        self._whole = shared.origin and bool(kept.all()) and not self.chosen
        self._there: set[str] = set()
        mentions = shared.rows("mentions", self._articles)
        self.small = len(self.tables["mentions"] if mentions is None else mentions) <= SMALL

    def ask(self, query: str, **frames: pd.DataFrame) -> pd.DataFrame:
        """As `Part.ask`."""
        self._ready(query)
        return super().ask(query, **frames)

    def keep(self, name: str, query: str, by: str | None = None) -> None:
        """As `Part.keep`; what the whole of the tables has worked out is taken over."""
        if name in self._kept:
            return
        of = self.shared.kept
        if by and name in of:
            self._connection.register(f"_of{name}", of[name])
            columns = f"r.place, k.* exclude ({by})"
            query = f"select {columns} from attributions as r join _of{name} as k using ({by})"
        self._ready(query)
        super().keep(name, query)
        if by and self._whole:
            of[name] = self._connection.sql(
                f"select r.{by}, k.* exclude (place) from attributions as r "
                f"join {name} as k using (place)"
            ).to_arrow_table()

    def labels(self, table: str) -> pd.DataFrame:
        """As `Part.labels`: a row's label stands in its place."""
        art = np.arange(len(self.listed), dtype="int32")
        return pd.DataFrame({"art": art, "base": 0, "first": 0})

    def frame(self, table: str) -> pd.DataFrame:
        """A table of the part; its rows keep their labels."""
        given = self.tables[table]
        if self.chosen.condition(table, str):
            rows = self.ask(f"select place // {WIDE} as row from {table} order by place").row
            return given.iloc[rows.to_numpy()]
        every = self.shared.rows(table, self._articles)
        return given if every is None else given.iloc[every]

    def frames(self, articles: pd.Series) -> dict[str, pd.DataFrame]:
        """As `Part.frames`."""
        held = {name: self.frame(name) for name in HELD}
        return {name: rows[rows.article_id.isin(articles)] for name, rows in held.items()}

    def _ready(self, query: str) -> None:
        """Let a question find the tables that it names; most parts are asked of a few."""
        for behind in set(BEHIND.findall(query)):
            self._register(behind, f"_all_{behind}")
        for name in set(ASKED.findall(query)) - self._there:
            if name == "actors":
                self._register(name, name)
            else:
                rows = self._view(name)
                for behind in set(BEHIND.findall(rows)):
                    self._register(behind, f"_all_{behind}")
                # a small part is asked so often that its rows are put together once
                kind = "table" if self.small else "view"
                self._connection.execute(f"create temp {kind} {name} as {rows}")
            self._there.add(name)

    def _register(self, table: str, name: str) -> None:
        if name not in self._there:
            self._connection.register(name, self.shared.arrow(table, self._articles))
            self._there.add(name)

    def _view(self, table: str) -> str:
        own = ", ".join(f'r."{c}"' for c in schema.names(table) if c not in ("outlet", "published"))
        where = self.chosen.condition(table, lambda name: f"select * from _all_{name}")
        return (
            f"select a.art, a.fresh::bigint as fresh, a.outlet, a.published, {own}, r._place "
            f"as place from _all_{table} as r join _art as a "
            "on a.art = r._art" + (f" where {where}" if where else "")
        )


def loose(rows: pd.DataFrame) -> Part:
    """Any rows as a table `rows` with `place` and `art`, one for each `article_id`.

    Args:
        rows: with the column article_id.
    """
    connection = of_frames().connect()
    art, ids = pd.factorize(rows.article_id)
    held = rows.reset_index(drop=True).assign(art=art, place=np.arange(len(rows)))
    connection.register("rows", pa.Table.from_pandas(held, preserve_index=False))
    return Part(connection, pd.DataFrame({"article_id": ids}), "The rows")
