"""Rows of one kind, chosen and given more columns in SQL; nothing is asked yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import pandas as pd

from onrecord import schema
from onrecord.store import Part
from onrecord.summary.sql import narrowed, quoted
from onrecord.summary.units import TABLE


@dataclass(frozen=True)
class Selected:
    """Rows of one kind in a part of an analysis.

    Attributes:
        part: whose rows they are.
        kind: a key of `VIEWS`, or `loose`.
        source: the rows, in SQL.
        frames: more tables that `source` reads, by name.
    """

    part: Part
    kind: str
    source: str = ""
    frames: dict[str, pd.DataFrame] = field(default_factory=dict)

    def where(self, **equal: str) -> Self:
        """Rows whose columns have these values."""
        return self.that(" and ".join(f"{c} = {quoted(v)}" for c, v in equal.items()))

    def known(self, *columns: str) -> Self:
        """Rows in which no value of these columns is missing."""
        return self.that(" and ".join(f"{column} is not null" for column in columns))

    def missing(self, column: str) -> Self:
        """Rows in which the value of a column is not known."""
        return self.that(f"{column} is null")

    def among(self, keys: pd.DataFrame) -> Self:
        """Rows whose values are a row of `keys`."""
        return self._joined("semi", keys)

    def without(self, keys: pd.DataFrame) -> Self:
        """Rows whose values are no row of `keys`."""
        return self._joined("anti", keys)

    def mapped(self, new: str, column: str, names: Mapping[str, str], other: str) -> Self:
        """With a column more: `names` of the values of another, `other` for the rest."""
        cases = "".join(f" when {quoted(a)} then {quoted(b)}" for a, b in names.items())
        named = f"case {column}{cases} else {quoted(other)} end" if cases else quoted(other)
        return self.valued(new, named, again=new == column)

    def beside(self, table: str, on: str, name: str, value: str, *, every: bool = False) -> Self:
        """With a column more, from the row `k` of another table that fits a row `r`.

        Args:
            table: one that the part keeps; one row of it fits at most.
            on: which, in SQL.
            name: of the column.
            value: of the column, in SQL.
            every: keep rows that nothing fits.
        """
        how = "left join" if every else "join"
        source = (
            f"select r.*, {value} as {name} from ({self.source}) as r {how} {table} as k on {on}"
        )
        return replace(self, source=source)

    def filled(self, column: str, value: str) -> Self:
        """With a value where that of a column is missing."""
        return self.valued(column, f"coalesce({column}, {quoted(value)})", again=True)

    def begun(self, unit: str) -> Self:
        """Dated rows with `start` of the day, week or month; places in the text go."""
        own = schema.TABLES.get(TABLE.get(self.kind, self.kind), ())
        again = any(column.name == "start" for column in own)
        return self.known("published").valued(
            "start", f"date_trunc('{unit}', published)::timestamp", again=again
        )

    def that(self, condition: str) -> Self:
        """Rows that fulfil a condition in SQL."""
        return replace(self, source=narrowed(self.source, condition))

    def valued(self, name: str, value: str, *, again: bool) -> Self:
        """With a column more, its value in SQL; `again` where it takes the place of one."""
        shown = f"* replace ({value} as {name})" if again else f"*, {value} as {name}"
        return replace(self, source=f"select {shown} from ({self.source})")

    def _joined(self, how: str, keys: pd.DataFrame) -> Self:
        name = f"_keys{len(self.frames)}"
        same = " and ".join(f"k.{c} is not distinct from r.{c}" for c in keys)
        source = f"select r.* from ({self.source}) as r {how} join {name} as k on {same}"
        keys = keys.drop_duplicates().astype("str")
        return replace(self, source=source, frames={**self.frames, name: keys})
