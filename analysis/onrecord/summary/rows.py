"""Rows and the questions that summaries ask of them: how many, which mean, what stands behind.

`Rows` answers from a frame, `filed.Filed` from the files of a store, and both the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

WEIGHT = "_w"


class Rows:
    """Rows in memory."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    @property
    def each(self) -> str:
        """What is counted as one, for `counts`: a quote that several speak is one."""
        return "distinct quote_id" if "quote_id" in self.frame else "rows"

    def where(self, **equal: str) -> Rows:
        """Rows whose columns have these values."""
        kept = self.frame
        for column, value in equal.items():
            kept = kept[kept[column] == value]
        return Rows(kept)

    def known(self, *columns: str) -> Rows:
        """Rows in which no value of these columns is missing."""
        return Rows(self.frame.dropna(subset=list(columns)))

    def missing(self, column: str) -> Rows:
        """Rows in which the value of a column is not known."""
        return Rows(self.frame[self.frame[column].isna()])

    def among(self, keys: pd.DataFrame) -> Rows:
        """Rows whose values are a row of `keys`."""
        columns = list(keys)
        if len(columns) == 1:
            return Rows(self.frame[self.frame[columns[0]].isin(keys[columns[0]])])
        own = pd.MultiIndex.from_frame(self.frame[columns])
        return Rows(self.frame[own.isin(pd.MultiIndex.from_frame(keys))])

    def mapped(self, new: str, column: str, names: Mapping[str, str], other: str) -> Rows:
        """With a column more: `names` of the values of another, `other` for all the rest."""
        values = self.frame[column].map(dict(names)).astype("str").fillna(other)
        return Rows(self.frame.assign(**{new: values}))

    def filled(self, column: str, value: str) -> Rows:
        """With a value where that of a column is missing."""
        return Rows(self.frame.assign(**{column: self.frame[column].fillna(value)}))

    def begun(self, unit: str) -> Rows:
        """Dated rows with a column more: `start` of the day, week or month."""
        rows = self.frame[self.frame.published.notna()]
        step = {"day": "D", "week": "W", "month": "M"}[unit]
        starts = rows.published.dt.to_period(step).dt.start_time.astype("datetime64[us]")
        return Rows(rows.assign(start=starts))

    def weighted(self, weights: pd.Series | None) -> Rows:
        """Rows that weigh as their articles do (article_id -> weight, by default 1)."""
        if weights is None:
            return self
        weight = self.frame.article_id.map(weights).astype(float).fillna(1.0)
        return Rows(self.frame.assign(**{WEIGHT: weight})[weight > 0])

    def counts(self, by: Sequence[str], **asked: str) -> pd.DataFrame:
        """Counts of groups, in order of first appearance; of all rows where `by` is empty.

        Args:
            by: columns that make a group.
            asked: name of a count -> what it is: `rows`; `distinct C`, values of a column;
                `first C`, `least C`, `most C`, one of its values; `share C V`, the part of
                rows in which C is V; `missing C`, that in which it is not known.
        """
        by = list(by)
        given = self.frame.assign(_all=0)
        grouped = given.groupby(by or ["_all"], sort=False, dropna=False)
        made = {name: _count(grouped, *what.split(maxsplit=2)) for name, what in asked.items()}
        found = pd.DataFrame(made, index=grouped.size().index).reset_index()
        return found[[*by, *asked]]

    def clusters(self, by: Sequence[str], value: str | None) -> pd.DataFrame:
        """What resampling whole articles needs, a row per group in order of first appearance.

        Args:
            by: columns that make a group.
            value: column whose mean is asked for, rows without it left out; None counts
                rows, those of one quote and one value of `by[0]` once.

        Returns:
            by; then arrays with an entry per article: articles (ids that can be sorted), sums
            (of weight times value, or of weights), sizes (of weights); count (rows).
        """
        by, given = list(by), self.frame
        if value is None:
            again = [*by[:1], "quote_id"]
            given = given.drop_duplicates(again) if "quote_id" in given else given
        else:
            given = given[given[value].notna()]
        weight = given.get(WEIGHT, 1.0)
        total = weight if value is None else given[value] * weight
        given = given.assign(_sums=total, _sizes=weight, _all=0)
        keys = by or ["_all"]
        each = given.groupby([*keys, "article_id"], sort=False, dropna=False).agg(
            sums=("_sums", "sum"), sizes=("_sizes", "sum"), count=("_sizes", "size")
        )
        out = []
        for key, group in each.reset_index().groupby(keys, sort=False, dropna=False):
            arrays = (group[name].to_numpy(float) for name in ("sums", "sizes"))
            out.append((*key, group.article_id.to_numpy(), *arrays, int(group["count"].sum())))
        return pd.DataFrame(out, columns=[*keys, *CLUSTERS])[[*by, *CLUSTERS]]

    def ids(self, by: Sequence[str]) -> pd.DataFrame | None:
        """`by` and `evidence`, the ids behind each group; None where rows have none."""
        if "evidence_id" not in self.frame:
            return None
        by, given = list(by), self.frame.assign(_all=0)
        of = given.groupby(by or ["_all"], sort=False, dropna=False)
        made = of.evidence_id.agg(" ".join).rename("evidence").reset_index()
        return made[[*by, "evidence"]].astype({"evidence": "str"})


CLUSTERS = ["articles", "sums", "sizes", "count"]


def _count(grouped: object, how: str, column: str = "", value: str = "") -> pd.Series:
    if how == "rows":
        return grouped.size()
    of = grouped[column]
    if how == "share":
        return of.agg(lambda values: values.eq(value).mean())
    if how == "missing":
        return of.agg(lambda values: values.isna().mean())
    return of.agg({"distinct": "nunique", "first": "first", "least": "min", "most": "max"}[how])
