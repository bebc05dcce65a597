"""A part of a store: asked where its rows lie, so that nothing but answers is held."""

from __future__ import annotations

import pandas as pd

from onrecord import schema
from onrecord.store.chosen import Chosen
from onrecord.store.layout import HELD
from onrecord.store.part import WIDE, Part, facts
from onrecord.store.reading import Reading

SMALL = 500  # articles
LABELED = ("stances", "sentences")  # their evidence is called after row labels


class FolderPart(Part):
    """Some articles of a store; see `Part`."""

    def __init__(self, reading: Reading, kept: pd.Series, chosen: Chosen | None = None) -> None:
        """Open a part.

        Args:
            reading: the store.
            kept: whether the part holds it, for each row of `reading.listed`.
            chosen: whose words it holds; by default everyone's.
        """
        self.reading = reading
        self.chosen = chosen or Chosen()
        self._labels: dict[str, pd.DataFrame] = {}
        listed = reading.listed
        known = {"_art": facts(listed, kept)}
        super().__init__(reading.connected(known, self._view), listed, str(reading.folder))
        self.small = len(listed) <= SMALL

    def labels(self, table: str) -> pd.DataFrame:
        """As `Part.labels`."""
        if table not in self._labels:
            made = self.ask(
                f"select art, min(file_row_number) as first, count(*) as rows from "
                f"({self.reading.view(table, numbered=True)}) join _art using (article_id) "
                "group by art order by art"
            )
            made["base"] = made.rows.cumsum() - made.rows
            self._labels[table] = made[["art", "base", "first"]]
        return self._labels[table]

    def frames(self, articles: pd.Series) -> dict[str, pd.DataFrame]:
        """As `Part.frames`; read from the files that hold them alone."""
        if self.chosen:
            held = {name: self.frame(name) for name in HELD}
            return {name: r[r.article_id.isin(articles)] for name, r in held.items()}
        listed = self.reading.listed
        art = pd.Series(listed.index, index=pd.Index(listed.article_id))
        found = {}
        for name in HELD:
            rows = self.reading.some(name, articles)
            if name in LABELED:
                base = self.labels(name).set_index("art").base
                within = rows.groupby("article_id", sort=False).cumcount()
                begin = base.reindex(rows.article_id.map(art)).to_numpy()
                rows.index = pd.Index(begin + within.to_numpy(), dtype="int64")
            elif name == "articles":
                rows.index = pd.Index(rows.article_id.map(art), dtype="int64", name=None)
            found[name] = rows
        return found

    def _view(self, table: str) -> str:
        own = ", ".join(f'r."{c}"' for c in schema.names(table) if c not in ("outlet", "published"))
        where = self.chosen.condition(table, self.reading.view)
        return (
            f"select a.art, a.fresh::bigint as fresh, a.outlet, a.published, {own}, "
            f"a.art::bigint * {WIDE} + r.file_row_number as place "
            f"from ({self.reading.view(table, numbered=True)}) as r "
            "join _art as a on a.article_id = r.article_id and a.kept"
            + (f" where {where}" if where else "")
        )
