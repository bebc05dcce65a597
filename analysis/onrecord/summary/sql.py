"""The words of SQL that `Counted` makes its questions of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.store import WIDE
from onrecord.summary.units import LABELS

# the five sums over articles that `intervals` needs
FIVE = (
    "sum(s)::bigint as s, sum(n)::bigint as n, sum(s * s)::double as ss, "
    "sum(s * n)::double as sn, sum(n * n)::double as nn"
)

OF_TABLE = re.compile(r"select \* from \w+")
NARROWED = re.compile(r"select \* from \w+ where \(")  # by nothing but conditions; see `narrowed`


def shares(source: str, by: str, of: str, ones: Mapping[str, str]) -> str:
    """The five sums of the share of each class in its group, as `Counted.divided` gives them.

    Args:
        source: the rows.
        by: column of groups.
        of: column of classes.
        ones: what is summed of the rows of an article, by the ending of the sums' names.
    """

    def each(said: str) -> str:
        return ", ".join(said.replace("#", end) for end in ones)

    summed = ", ".join(f"{one} as s{end}" for end, one in ones.items())
    return f"""
        with cells as (
            select {by}, {of}, art, {summed}, min(place) as begun
            from ({source}) group by {by}, {of}, art),
        wholes as (
            select {by}, art, {each("sum(s#)::bigint as n#")} from cells group by {by}, art),
        sizes as (
            select {by}, {each("sum(n#)::bigint as n#, sum(n# * n#)::double as nn#")},
                count(*) as articles
            from wholes group by {by})
        select c.{by}, c.{of}, {
        each('''sum(c.s#)::bigint as s#, any_value(z.n#) as n#,
            sum(c.s# * c.s#)::double as ss#, sum(c.s# * w.n#)::double as sn#,
            any_value(z.nn#) as nn#''')
    }, any_value(z.articles) as articles,
            count(*) as cell_articles
        from cells as c join wholes as w on w.{by} = c.{by} and w.art = c.art
            join sizes as z on z.{by} = c.{by}
        group by c.{by}, c.{of} order by min(c.begun), c.{by}, c.{of}"""


def narrowed(source: str, condition: str) -> str:
    """The rows of a source that fulfil a condition more.

    Of a table one question asks all conditions: each question within one is worked out anew.

    >>> narrowed(narrowed("select * from quotes", "a or b"), "c")
    'select * from quotes where (a or b) and (c)'
    >>> narrowed("select *, 1 as one from quotes", "c")
    'select * from (select *, 1 as one from quotes) where (c)'
    """
    if OF_TABLE.fullmatch(source):
        return f"{source} where ({condition})"
    if NARROWED.match(source):
        return f"{source} and ({condition})"
    return f"select * from ({source}) where ({condition})"


def units(value: str, unit: int) -> str:
    """The sum of a value in whole units."""
    return f"sum(floor({value} * {unit} + 0.5)::bigint)::bigint"


def label(kind: str) -> str:
    """The id of a row as evidence."""
    if kind.startswith("loose"):
        return "r.evidence_id"
    if kind not in LABELS:
        return "'q' || r.attribution_id"
    return f"'{LABELS[kind][1]}' || (l.base + r.place % {WIDE} - l.first)"


def count(asked: str, only: str = "") -> str:
    """A count as `Counted.counts` names it: `rows`, `distinct C`, `share C V` ...

    Args:
        asked: what is counted.
        only: what rows that count fulfil, of `rows` and `distinct C`.
    """
    how, column, value = (*asked.split(maxsplit=2), "", "")[:3]
    where = f" filter ({only})" if only else ""
    if how == "distinct" and column == "quote_id":
        # most quotes have one speaker, and are counted without a look at the others
        also = f" and ({only})" if only else ""
        return (
            f"count(*) filter (not _shared{also}) + count(distinct quote_id) filter (_shared{also})"
        )
    return {
        "rows": f"count(*){where}",
        "known": f"count({column})",
        "distinct": f"count(distinct {'art' if column == 'article_id' else column}){where}",
        "first": f"arg_min({column}, place)",
        "least": f"min({column})",
        "most": f"max({column})",
        "share": f"avg(coalesce({column} = {quoted(value)}, false)::int)",
        "missing": f"avg(({column} is null)::int)",
    }[how]


def quoted(value: str) -> str:
    """A text as SQL writes it.

    >>> quoted("The 'L'")
    "'The ''L'''"
    """
    return "'" + str(value).replace("'", "''") + "'"
