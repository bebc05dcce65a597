"""Who gets to speak: the source audit of a page."""

from __future__ import annotations

import pandas as pd

from onrecord import issues, summary
from onrecord.display.fragment import Fragment
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.summary.sources import ANONYMOUS, NOBODY, NOT_RESOLVED, NOT_TOLD
from onrecord.summary.trend import period
from onrecord.summary.words import between, percent

CLASSES = {"f": "women", "m": "men", "x": "neither"}
MOST = 500  # rows of a table by group
NAMES = {"outlet": "Outlet", "issue": "Issue", "start": "From"}


def sources(view: View) -> Fragment:
    """Gender and role of who is quoted: of quotes, of their words, of each article's first."""
    parts = [_classes(view, of) for of in ("gender", "role")]
    rows = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
    columns = [
        Column("class", "Source"),
        Column("of", "By", under="class"),
        Column("count", "Quotes", "number"),
        Column("share", "Share", "share"),
        Column("interval", "95% interval", under="share"),
        Column("words", "Of the words", "share", less=True),
        Column("words_interval", "95% interval", under="words"),
        Column("first", "Of first quotes", "share", less=True),
        Column("first_interval", "95% interval", under="first"),
    ]
    caption = (
        "Shares of quotes, of the words in them and of the quotes that stand first in their "
        f"article. {_told(parts)} What is not told is a class of its own, never guessed. A source "
        'is anonymous where its words name nobody ("officials"), not resolved where the speaker '
        'was not found ("he said").'
    )
    return table(rows, columns, caption=caption, name="sources", ids="evidence", fixed=True)


def sources_by(view: View, by: str) -> Fragment:
    """Women and men, anonymous sources and those not resolved, group by group.

    Args:
        view: the page.
        by: `outlet`, `time` (days, weeks or months, as many as fit) or `issue`.
    """
    if by == "issue" and not view.codebook:
        return view.no_codebook()
    group, people, everyone = _grouped(view, by)
    rows = everyone.drop_duplicates(group)[[group, "total"]].rename(columns={"total": "quotes"})
    columns = [
        Column(group, NAMES[group], "date" if group == "start" else "text"),
        Column("quotes", "Quotes", "number"),
    ]
    ids = []
    for of, made, name, label in (
        ("gender", people, "f", "Women"),
        ("gender", people, "m", "Men"),
        ("role", everyone, ANONYMOUS, "Anonymous"),
        ("role", everyone, NOT_RESOLVED, "Not resolved"),
    ):
        cell = made[made[of] == name].set_index(group)
        known = made.drop_duplicates(group).set_index(group).total
        # a class that a group lacks has no share in it
        share = rows[group].map(cell.share)
        enough = rows[group].map(known).fillna(0) >= summary.MIN_SHARE
        rows[name] = share.where(~(share.isna() & enough), 0.0)
        rows[f"{name}_interval"] = rows[group].map(between(cell))
        held = cell.evidence.to_dict()
        ids.append([held.get(each, "") for each in rows[group]])
        columns += [
            Column(name, label, "share"),
            Column(f"{name}_interval", "95% interval", under=name),
        ]
    rows["evidence"] = [" ".join(filter(None, each)) for each in zip(*ids, strict=True)]
    caption = (
        "Women and men: of the quotes by persons who are named; anonymous (their words name "
        "nobody) and not resolved (the speaker was not found): of all quotes. "
        f"Groups of fewer than {summary.MIN_SHARE} quotes have no shares."
    )
    return table(
        rows.head(MOST), columns, caption=caption, name=f"sources-{by}", ids="evidence", fixed=True
    )


def _grouped(view: View, by: str) -> tuple[str, pd.DataFrame, pd.DataFrame]:
    """The column of groups; shares by gender, and by role."""
    if by == "issue":
        made = [issues.sources(view.backed, view.codebook, of) for of in ("gender", "role")]
        return "issue", made[0], made[1]
    unit = by if by == "outlet" else period(view.backed.listed.published)
    made = [summary.sources(view.backed, of, by=unit) for of in ("gender", "role")]
    return "outlet" if by == "outlet" else "start", made[0], made[1]


def _classes(view: View, of: str) -> pd.DataFrame:
    rows = summary.sources(view.backed, of).rename(columns={of: "class"})
    for count, name in (("words", "words"), ("first quotes", "first")):
        more = summary.sources(view.backed, of, count=count, backed=False).set_index(of)
        # a class without a first quote has a share of nothing
        rows[name] = rows["class"].map(more.share).where(rows.share.isna() | rows["class"].isin(
            more.index), 0.0)  # fmt: skip
        rows[f"{name}_interval"] = rows["class"].map(between(more))
    rows["interval"] = between(rows)
    return rows.assign(of=of, **{"class": rows["class"].replace(CLASSES)})


def _told(parts: list[pd.DataFrame]) -> str:
    said = []
    for rows, whose in zip(parts, ("quotes by persons", "quotes of a named source"), strict=True):
        named = rows[~rows["class"].isin(NOBODY)]
        total, known = (int(of["count"].sum()) for of in (named, named[named["class"] != NOT_TOLD]))
        said.append(f"in {percent(known / total if total else None, known, total)} {whose}")
    return f"Gender is told {said[0]}, role {said[1]}."
