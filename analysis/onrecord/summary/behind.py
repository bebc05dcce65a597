"""What stands behind a count: the rows themselves, and the ids by which a page finds them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from onrecord import schema
from onrecord.store import WIDE
from onrecord.summary.selected import Selected
from onrecord.summary.sql import label
from onrecord.summary.units import LABELS, TABLE


class Behind(Selected):
    """Rows of one kind in a part of an analysis, and their ids."""

    @property
    def bare(self) -> bool:
        """Whether the part holds no ids: of evidence it is told how much there is, `+n`."""
        return self.part.held is not None and self.part.held[0] is not None and (
            self.part.held[0].empty)  # fmt: skip

    def ids(self, by: Sequence[str], order: str = "r.place") -> pd.DataFrame:
        """`by` and `evidence`, the ids behind each group with spaces between.

        Where the part holds some rows for a page, these, and `+n` for n others.

        Args:
            by: columns that make a group.
            order: of the ids, in SQL.
        """
        keys = "".join(f"r.{column}, " for column in by)
        of = keys.rstrip(", ")
        group = f"group by {of} order by min(r.place), {of}" if by else ""
        join, frames = "", dict[str, pd.DataFrame]()
        if self.bare:  # how many there are is all that it says: nothing is put in order
            told = "null::varchar as evidence, count(*)"
        else:
            name, join, frames = self._called()
            told = f"string_agg({name}, ' ' order by {order}) as evidence, count(*) - count({name})"
        query = f"select {keys}{told} as more from ({self.source}) as r {join} {group}"
        made = self.ask(query, frames)
        more = "+" + made.more.astype("str")
        ids = made.evidence.astype("str").fillna("")
        ids = ids.where(made.more == 0, (ids + " " + more).str.strip())
        return made.assign(evidence=ids).drop(columns="more")

    def _called(self) -> tuple[str, str, dict[str, pd.DataFrame]]:
        """The id of a row `r` in SQL, where it comes from, and more frames by name."""
        chosen = self.part.held[0] if self.part.held else None
        if chosen is not None:
            held = chosen[chosen.kind == self.kind][["place", "evidence_id"]]
            return "h.evidence_id", "left join _held as h on h.place = r.place", {"_held": held}
        if self.kind in LABELS:
            labels = {"_labels": self.part.labels(LABELS[self.kind][0])}
            return label(self.kind), "join _labels as l on l.art = r.art", labels
        return label(self.kind), "", {}

    def newest(self, by: Sequence[str], turns: int) -> pd.DataFrame:
        """The newest rows of each group: place, art, evidence_id, and turn, from 0 on."""
        found = self.ask(
            "select * from (select place, art, row_number() over (partition by "
            f"{', '.join(by)} order by fresh * {WIDE} + place % {WIDE}) - 1 as turn "
            f"from ({self.source})) where turn < {turns}"
        )
        if self.kind in LABELS:
            table, letter = LABELS[self.kind]
            label = self.part.label(table, found.place.to_numpy(), found.art.to_numpy())
            return found.assign(evidence_id=letter + pd.Series(label).astype("str"))
        ids = self.ask(
            "select place, 'q' || attribution_id as evidence_id from attributions "
            "semi join _found using (place)",
            {"_found": found},
        )
        return found.merge(ids, on="place", validate="one_to_one")

    def frame(self, *more: str) -> pd.DataFrame:
        """The rows themselves, as they stand in their table, with its labels.

        Args:
            more: columns of the view beside those of the table, and of the article: title,
                outlet, published.
        """
        table = TABLE.get(self.kind, self.kind)
        own = schema.names(table)
        shown = ", ".join(f'"{name}"' for name in dict.fromkeys((*own, "place", "art", *more)))
        rows = self.ask(f"select {shown} from ({self.source}) order by place")
        art = rows.art.to_numpy()
        label = self.part.label(table, rows.place.to_numpy(), art)
        rows["title"] = self.part.listed.title.to_numpy()[art]
        rows = rows[list(dict.fromkeys((*own, *more, "title")))]
        dtypes = {c.name: c.dtype for c in schema.TABLES[table]}
        return rows.set_axis(pd.Index(label, dtype="int64"), axis=0).astype(dtypes)

    def ask(self, query: str, frames: dict[str, pd.DataFrame] | None = None) -> pd.DataFrame:
        """Answer a question in SQL over `source`, with more frames by name."""
        return self.part.ask(query, **self.frames, **(frames or {}))
