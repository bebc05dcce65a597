"""The questions that summaries ask of rows of one kind, answered by DuckDB.

The one counter: how many, which mean, what stands behind. It asks a part of a store where its
rows lie, and frames in memory, in the same SQL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Self

import pandas as pd

from onrecord.store import Part, loose
from onrecord.summary.behind import Behind
from onrecord.summary.sql import FIVE, count, shares, units
from onrecord.summary.units import KEPT, TABLE, VIEWS


class Counted(Behind):
    """Rows of one kind in a part of an analysis, counted."""

    @classmethod
    def of(cls, part: Part, kind: str, *, negated: bool = False, outcomes: bool = False) -> Counted:
        """All rows of a kind, a key of `VIEWS`.

        Unless asked for, what is negated is left out, with quotes what holds no clause, and with
        statements the outcomes that a narrator reports.
        """
        if kind in KEPT:
            part.keep(*KEPT[kind], by="attribution_id")
        source = VIEWS[kind]
        # many questions are asked of few rows: what they share is worked out once
        if part.small and kind in TABLE:
            part.keep(f"_{kind}", source)
            source = f"select * from _{kind}"
        made = cls(part, kind, source)
        counting = {"statements": "not negated", "quotes": "not negated and clause"}
        made = made if negated or kind not in counting else made.that(counting[kind])
        return made if outcomes or kind != "statements" else made.that("not outcome")

    @classmethod
    def loose(cls, rows: pd.DataFrame) -> Counted:
        """Any rows, with the columns article_id and evidence_id.

        Where they have a column quote_id, several rows of one quote count once.
        """
        several = "quote_id" in rows
        source = "select *, true as _shared from rows" if several else "select * from rows"
        return cls(loose(rows), "loose quotes" if several else "loose", source)

    @property
    def each(self) -> str:
        """What is counted as one, for `counts`: a quote that several speak is one."""
        if not self.kind.endswith("quotes"):
            return "rows"
        if self.part.small and self.kind in KEPT:
            some = self.part.ask(f"select count(*) as n from {KEPT[self.kind][0]} where _shared")
            if not some.n[0]:  # to tell values apart takes longer than to count
                return "rows"
        return "distinct quote_id"

    def settled(self, name: str) -> Self:
        """The same rows, worked out once where the part is small enough to keep them.

        Args:
            name: under which they are kept; of these rows and no others of the part.
        """
        if not self.part.small or self.frames:
            return self
        self.part.keep(name, self.source)
        return replace(self, source=f"select * from {name}")

    def counts(self, by: Sequence[str], **asked: str | tuple[str, str]) -> pd.DataFrame:
        """Counts of groups, in order of first appearance; of all rows where `by` is empty.

        Groups that first appear in one row, as that of two issues, stand in order of name.

        Args:
            by: columns that make a group.
            asked: name of a count -> what it is: `rows`; `distinct C`, values of a column;
                `first C`, `least C`, `most C`, one of its values; `known C`, rows in which it
                is known; `share C V`, the part of rows in which C is V; `missing C`, that in
                which it is not known. Beside `rows` and `distinct C` a condition in SQL may
                stand, which the rows that count fulfil.
        """
        told = {name: (how, "") if isinstance(how, str) else how for name, how in asked.items()}
        what = [f"{count(how, only)} as {name}" for name, (how, only) in told.items()]
        keys = ", ".join(by)
        group = f"group by {keys} order by min(place), {keys}" if by else ""
        return self.ask(f"select {', '.join([*by, *what])} from ({self.source}) {group}")

    def sums(self, by: Sequence[str], value: str, unit: int) -> pd.DataFrame:
        """The five sums over articles that `intervals` needs, in order of first appearance.

        Args:
            by: columns that make a group.
            value: column whose mean is asked for; rows without it are left out.
            unit: how many whole units make 1.

        Returns:
            by, s, n, ss, sn, nn (float64, whole numbers; n int64), articles.
        """
        keys = "".join(f"{column}, " for column in by)
        of = keys.rstrip(", ")
        group = f"group by {of} order by min(begun), {of}" if by else "having count(*) > 0"
        return self.ask(f"""
            with each as (
                select {keys}art, {units(value, unit)} as s,
                    count(*) as n, min(place) as begun
                from ({self.source}) where {value} is not null group by {keys}art)
            select {keys}{FIVE}, count(*) as articles from each {group}""")

    def each_article(self, value: str, unit: int) -> pd.DataFrame:
        """Sums of dated articles: at (publication), s (of the value, in units), n (rows)."""
        return self.ask(
            f"select min(published)::date::timestamp as at, {units(value, unit)} as s, "
            f"count(*) as n from ({self.source}) group by art order by min(place)"
        )

    def divided(
        self,
        by: str,
        of: str,
        weight: str | None = None,
        also: Mapping[str, str] | None = None,
    ) -> pd.DataFrame:
        """The five sums of the share of each class in its group; quotes of several count once.

        Args:
            by: column of groups.
            of: column of classes.
            weight: what a row counts, a whole number in SQL; by default rows count.
            also: more weights, by the ending of the names of their sums.

        Returns:
            by, of, s, n (of the group), ss, sn, nn, articles (of the group), cell_articles;
            in order of first appearance. Of each of `also` s, n, ss, sn and nn with its ending.
        """
        one = f"sum({weight})::bigint" if weight else count(self.each)
        more = {end: f"sum({what})::bigint" for end, what in (also or {}).items()}
        return self.ask(shares(self.source, by, of, {"": one, **more}))
