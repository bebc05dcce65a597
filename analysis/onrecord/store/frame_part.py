"""A part of tables in memory, asked by the same SQL as a part of a store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pyarrow as pa

from onrecord import schema
from onrecord.store.chosen import Chosen
from onrecord.store.database import of_frames
from onrecord.store.layout import HELD
from onrecord.store.part import WIDE, Part, facts

SMALL = 100_000  # mentions, the longest of the tables
ASKED = re.compile(rf"\b({'|'.join((*HELD, 'actors'))})\b")
BEHIND = re.compile(rf"\b_all_({'|'.join(HELD)})\b")


@dataclass(slots=True)
class Shared:
    """What parts of the same rows need not work out again.

    Attributes:
        numbered: the tables as Arrow has them.
        kept: tables that the whole keeps, by a column of attributions.
        origin: false where the tables were taken out of others, whose `kept` they use.
    """

    numbered: dict[str, pa.Table] = field(default_factory=dict)
    kept: dict[str, pa.Table] = field(default_factory=dict)
    origin: bool = True

    def narrower(self) -> Shared:
        """The same for tables that are a part of these."""
        whole = {name: rows for name, rows in self.numbered.items() if name in schema.WHOLE}
        return Shared(whole, self.kept, origin=False)


class FramePart(Part):
    """Some articles of tables in memory; see `Part`."""

    def __init__(
        self,
        tables: Mapping[str, pd.DataFrame],
        kept: pd.Series,
        chosen: Chosen | None = None,
        shared: Shared | None = None,
    ) -> None:
        """A part of frames.

        Args:
            tables: the tables of the contract.
            kept: whether the part holds it, for each row of `articles`.
            chosen: whose words it holds; by default everyone's.
            shared: what other parts of the same rows have worked out.
        """
        self.tables = tables
        self.chosen = chosen or Chosen()
        self._kept_articles = kept.to_numpy()
        articles = tables["articles"]
        listed = articles.drop(columns="text").reset_index(drop=True)
        connection = of_frames().connect()
        connection.register("_art", facts(listed, kept))
        super().__init__(connection, listed, "The tables")
        self.shared = shared or Shared()
        self._whole = self.shared.origin and bool(kept.all()) and chosen is None
        self._there: set[str] = set()
        self.small = len(tables["mentions"]) <= SMALL

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
        rows = self.ask(f"select place // {WIDE} as row from {table} order by place")
        given = self.tables[table]
        # where that is all, no second copy of a large table is made
        return given if len(rows) == len(given) else given.iloc[rows.row.to_numpy()]

    def every(self) -> dict[str, pd.DataFrame]:
        """As `Part.every`; what stands for or against whom is asked in one question."""
        ids = self.listed.article_id[self._kept_articles]
        chosen = [name for name in HELD if self.chosen.condition(name, str)]
        made = {
            name: self.tables[name][self.tables[name].article_id.isin(ids)]
            for name in HELD
            if name not in chosen
        }
        if chosen:
            # views, and by number: a table that is named would be put together, for one question
            parts = [
                f"select {n} as of, place from ({self._view(name)})"
                for n, name in enumerate(chosen)
            ]
            found = self.ask(
                f"select of, place // {WIDE} as row from ({' union all '.join(parts)}) "
                "order by place"
            )
            for n, name in enumerate(chosen):
                made[name] = self.tables[name].iloc[found.row[found.of == n].to_numpy()]
        return made

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
        if name in self._there:
            return
        arrow = self.shared.numbered
        if table not in arrow:
            rows = self.tables[table]
            plain = table in schema.WHOLE
            arrow[table] = pa.Table.from_pandas(rows, preserve_index=False) if plain else (
                _numbered(rows))  # fmt: skip
        self._connection.register(name, arrow[table])
        self._there.add(name)

    def _view(self, table: str) -> str:
        own = ", ".join(f'r."{c}"' for c in schema.names(table) if c not in ("outlet", "published"))
        where = self.chosen.condition(table, lambda name: f"select * from _all_{name}")
        return (
            f"select a.art, a.fresh::bigint as fresh, a.outlet, a.published, {own}, r._place "
            f"as place from _all_{table} as r join _art as a "
            "on a.article_id = r.article_id and a.kept" + (f" where {where}" if where else "")
        )


def _numbered(rows: pd.DataFrame) -> pa.Table:
    """Rows with their `place`: number and label."""
    number = np.arange(len(rows), dtype="int64")
    whole = pd.api.types.is_integer_dtype(rows.index.dtype)
    place = number * WIDE + (rows.index.to_numpy("int64") if whole else number)
    return pa.Table.from_pandas(rows, preserve_index=False).append_column("_place", pa.array(place))


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
