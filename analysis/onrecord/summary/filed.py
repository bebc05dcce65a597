"""The rows of a store, counted by DuckDB where they lie: the same answers as those of `Rows`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from onrecord.store.part import WIDE, Part
from onrecord.summary.rows import CLUSTERS

NEGATED = "(select attribution_id from attributions where factuality = 'negated')"
TOLD = "attribution_id is null and speaker is null"  # the narrator speaks
QUOTE = r"regexp_replace(attribution_id, '\.\d+$', '')"
SHARED = rf"(select {QUOTE} from attributions where regexp_matches(attribution_id, '\.\d+$'))"

ROW = "place, art, article_id, fresh, outlet, published"

# as in `observed`, with columns of the same names; `_shared`: a quote that several speak
VIEWS = {
    "statements": f"""
        select {ROW}, attribution_id, speaker, target, label,
            against, favor - against as score,
            case when {TOLD} then 'narrator' else 'speaker' end as voice,
            case when {TOLD} then coalesce('Narrator of ' || outlet, 'Narrator') else speaker end
                as teller,
            attribution_id is not null and attribution_id in {NEGATED} as negated
        from stances where attribution_id is null or speaker is not null""",
    "quotes": f"""
        select *, quote_id in {SHARED} as _shared from (
            select {ROW}, attribution_id, kind, speaker,
                affiliation, cue_class, factuality, polarity, factuality = 'negated' as negated,
                case when contains(attribution_id, '.') then {QUOTE} else attribution_id end
                    as quote_id
            from attributions)""",
    "sentences": f"select {ROW}, voice, polarity from sentences",
    "mentions": "select place, art, article_id, actor, actor_type from mentions",
    "articles": f"select {ROW}, language from articles",
}
# table and SQL of the rows' ids
LABELS = {"statements": ("stances", "s"), "sentences": ("sentences", "t")}


@dataclass(frozen=True)
class Filed:
    """Rows of one kind in a part of a store; methods as in `Rows`."""

    part: Part
    kind: str
    source: str = ""
    frames: dict[str, pd.DataFrame] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Part, kind: str, *, negated: bool = False) -> Filed:
        """All rows of a kind, a key of `VIEWS`; what is negated is left out unless asked for."""
        made = cls(part, kind, VIEWS[kind])
        denied = kind in ("statements", "quotes") and not negated
        return made._where("not negated") if denied else made

    @property
    def each(self) -> str:
        """What is counted as one, for `counts`: a quote that several speak is one."""
        return "distinct quote_id" if self.kind == "quotes" else "rows"

    def where(self, **equal: str) -> Filed:
        """Rows whose columns have these values."""
        return self._where(" and ".join(f"{c} = {_quoted(v)}" for c, v in equal.items()))

    def known(self, *columns: str) -> Filed:
        """Rows in which no value of these columns is missing."""
        return self._where(" and ".join(f"{column} is not null" for column in columns))

    def missing(self, column: str) -> Filed:
        """Rows in which the value of a column is not known."""
        return self._where(f"{column} is null")

    def among(self, keys: pd.DataFrame) -> Filed:
        """Rows whose values are a row of `keys`."""
        name = f"_keys{len(self.frames)}"
        same = " and ".join(f"k.{c} is not distinct from r.{c}" for c in keys)
        source = f"select r.* from ({self.source}) as r semi join {name} as k on {same}"
        keys = keys.drop_duplicates().astype("str")
        return replace(self, source=source, frames={**self.frames, name: keys})

    def mapped(self, new: str, column: str, names: Mapping[str, str], other: str) -> Filed:
        """With a column more: `names` of the values of another, `other` for the rest."""
        cases = "".join(f" when {_quoted(a)} then {_quoted(b)}" for a, b in names.items())
        named = f"case {column}{cases} else {_quoted(other)} end" if cases else _quoted(other)
        return self._with(new, named, again=new == column)

    def filled(self, column: str, value: str) -> Filed:
        """With a value where that of a column is missing."""
        return self._with(column, f"coalesce({column}, {_quoted(value)})", again=True)

    def begun(self, unit: str) -> Filed:
        """Dated rows with a column more: `start` of the day, week or month."""
        return self.known("published")._with(
            "start", f"date_trunc('{unit}', published)::timestamp", again=False
        )

    def weighted(self, weights: None) -> Filed:
        """Weights are for frames alone (see `observed.rows`)."""
        if weights is not None:
            raise ValueError("Rows of a store have no weights.")
        return self

    def counts(self, by: Sequence[str], **asked: str) -> pd.DataFrame:
        """Counts of groups, in order of first appearance; args as in `Rows.counts`."""
        what = [f"{_count(*how.split(maxsplit=2))} as {name}" for name, how in asked.items()]
        group = f"group by {', '.join(by)} order by min(place)" if by else ""
        return self._ask(f"select {', '.join([*by, *what])} from ({self.source}) {group}")

    def clusters(self, by: Sequence[str], value: str | None) -> pd.DataFrame:
        """What resampling whole articles needs; args as in `Rows.clusters`."""
        given = self.known(value) if value else self
        groups = given.counts(by, rows="rows").query("rows > 0")
        if groups.empty:
            return pd.DataFrame(columns=[*by, *CLUSTERS])
        keys = groups.assign(_group=np.arange(len(groups), dtype=np.int32)).drop(columns="rows")
        same = " and ".join(f"k.{c} is not distinct from r.{c}" for c in by) or "true"
        sums = f"{_count('distinct', 'quote_id')}::double" if value is None else f"fsum({value})"
        sizes = "" if value is None else ", count(*)::double as sizes"
        # groups by number, as names would fill the memory; flat, as lists cannot leave it
        each = given._ask(
            f"select _group, art, {sums} as sums{sizes} from ({given.source}) as r "
            f"join _groups as k on {same} group by _group, art order by _group, art",
            {"_groups": keys},
        )
        ends = np.searchsorted(each["_group"].to_numpy(), np.arange(len(groups)), side="right")[:-1]
        ranks = self.part.ranks[each.art.to_numpy()]
        columns = {"articles": ranks, "sums": each.sums.to_numpy()}
        columns["sizes"] = columns["sums"] if value is None else each.sizes.to_numpy()
        made = groups[list(by)]
        for name, values in columns.items():
            made[name] = pd.Series(np.split(values, ends), index=made.index, dtype=object)
        made["count"] = [int(sizes.sum()) for sizes in made.sizes]
        return made

    def ids(self, by: Sequence[str], order: str = "r.place") -> pd.DataFrame:
        """As in `Rows`; where the part holds some rows for a page, these, and `+n` for others."""
        keys = "".join(f"r.{column}, " for column in by)
        group = f"group by {keys.rstrip(', ')} order by min(r.place)" if by else ""
        name, join, frames = _name(self.kind), "", {}
        chosen = self.part.held[0] if self.part.held else None
        if chosen is not None:
            frames["_held"] = chosen[chosen.kind == self.kind][["place", "evidence_id"]]
            name, join = "h.evidence_id", "left join _held as h on h.place = r.place"
        elif self.kind in LABELS:
            frames["_labels"] = self.part.labels(LABELS[self.kind][0])
            join = "join _labels as l on l.art = r.art"
        made = self._ask(
            f"select {keys}string_agg({name}, ' ' order by {order}) as evidence, "
            f"count(*) - count({name}) as more from ({self.source}) as r {join} {group}",
            frames,
        )
        more = "+" + made.more.astype("str")
        told = made.evidence.astype("str").fillna("")
        told = told.where(made.more == 0, (told + " " + more).str.strip())
        return made.assign(evidence=told).drop(columns="more")

    def newest(self, by: Sequence[str], turns: int) -> pd.DataFrame:
        """The newest rows of each group: place, evidence_id, and turn, from 0 on."""
        found = self._ask(
            "select * from (select place, row_number() over (partition by "
            f"{', '.join(by)} order by fresh * {WIDE} + place % {WIDE}) - 1 as turn "
            f"from ({self.source})) where turn < {turns}"
        )
        if self.kind in LABELS:
            return found.assign(evidence_id=self._labelled(found.place.to_numpy()))
        ids = self._ask(
            "select place, 'q' || attribution_id as evidence_id from attributions "
            "semi join _found using (place)",
            {"_found": found},
        )
        return found.merge(ids, on="place", validate="one_to_one")

    def _labelled(self, places: np.ndarray) -> pd.Series:
        table, letter = LABELS[self.kind]
        of = self.part.labels(table).set_index("art").reindex(places // WIDE)
        number = of.base.to_numpy() + places % WIDE - of["first"].to_numpy()
        return letter + pd.Series(number).astype("int64").astype("str")

    def _where(self, condition: str) -> Filed:
        return replace(self, source=f"select * from ({self.source}) where {condition}")

    def _with(self, name: str, value: str, *, again: bool) -> Filed:
        shown = f"* replace ({value} as {name})" if again else f"*, {value} as {name}"
        return replace(self, source=f"select {shown} from ({self.source})")

    def _ask(self, query: str, frames: dict[str, pd.DataFrame] | None = None) -> pd.DataFrame:
        return self.part.ask(query, **self.frames, **(frames or {}))


def replies(statements: Filed, sure: float) -> pd.DataFrame:
    """As `reply.answered`, of the statements of a part."""
    harsh = statements._where(f"label = 'against' and against >= {sure}")
    voices = "select art, {0} from attributions where factuality <> 'negated' and {0} is not null"
    source = f"""
        select r.*, target as actor, count(*) over article as times,
            min(place) over article as begun,
            (art, target) in (
                {voices.format("speaker")} union all {voices.format("affiliation")}) as quoted
        from ({harsh.source}) as r window article as (partition by art, target)"""
    told = replace(harsh, source=source)
    made = told._ask(f"""
        select actor, quoted, count(distinct art) as articles from ({source})
        group by actor, quoted order by max(times) desc, min((-times, begun))""")
    ids = told.ids(["actor", "quoted"], order="r.times desc, r.begun, r.place")
    return made.merge(ids, on=["actor", "quoted"], how="left", validate="one_to_one")


def _name(kind: str) -> str:
    if kind not in LABELS:
        return "'q' || r.attribution_id"
    return f"'{LABELS[kind][1]}' || (l.base + r.place % {WIDE} - l.first)"


def _count(how: str, column: str = "", value: str = "") -> str:
    if how == "distinct" and column == "quote_id":
        # most quotes have one speaker, and are counted without a look at the others
        return "count(*) filter (not _shared) + count(distinct quote_id) filter (_shared)"
    return {
        "rows": "count(*)",
        "distinct": f"count(distinct {'art' if column == 'article_id' else column})",
        "first": f"arg_min({column}, place)",
        "least": f"min({column})",
        "most": f"max({column})",
        "share": f"avg(coalesce({column} = {_quoted(value)}, false)::int)",
        "missing": f"avg(({column} is null)::int)",
    }[how]


def _quoted(value: str) -> str:
    return "'" + str(value).replace("'", "''") + "'"
