"""Who gets to speak: the source audit of a page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from onrecord import issues, summary
from onrecord.display.fragment import Fragment
from onrecord.display.table import Column, ends, table
from onrecord.display.view import View
from onrecord.summary.sources import ANONYMOUS, NOBODY, NOT_RESOLVED, NOT_TOLD
from onrecord.summary.trend import period
from onrecord.summary.words import listed, percent

CLASSES = {"f": "women", "m": "men", "x": "neither"}
MOST = 500  # rows of a table by group
SHOWN = 3  # classes on a narrow screen
ACROSS = 8  # on a wide one
EACH = "A quote of several speakers counts for each of them."
NAMES = {"outlet": "Outlet", "issue": "Issue", "start": "From"}


def sources(view: View) -> Fragment:
    """Gender and role of who is quoted: of quotes, of their words, of each article's first."""
    rows = summary.source_audit(view.tables)
    parts = [rows[rows.of == of] for of in ("gender", "role")]
    for which in ("", "words_", "first_"):
        rows[f"{which}interval"] = ends(rows, f"{which}low", f"{which}high")
    rows["class"] = rows["class"].replace(CLASSES)
    columns = [
        Column("class", "Source"),
        Column("of", "By", under="class"),
        Column("count", "Quotes", "number"),
        Column("share", "Share", "share"),
        Column("interval", "95% interval", "range", under="share"),
        Column("words", "Of the words", "share", less=True),
        Column("words_interval", "95% interval", "range", under="words"),
        Column("first", "Of first quotes", "share", less=True),
        Column("first_interval", "95% interval", "range", under="first"),
    ]
    caption = (
        "Shares of quotes, of the words in them and of the quotes that stand first in their "
        f"article. {_told(parts)} What is not told is a class of its own, never guessed. A source "
        'is anonymous where its words name nobody ("officials"), not resolved where the speaker '
        f'was not found ("he said"). {EACH}'
    )
    return table(rows, columns, caption=caption, name="sources", ids="evidence", recount="sources")


def sources_by(view: View, by: str) -> Fragment:
    """Women and men, anonymous sources and those not resolved, group by group.

    Args:
        view: the page.
        by: `outlet`, `time` (days, weeks or months, as many as fit) or `issue`.
    """
    if by == "issue" and not view.codebook:
        return view.no_codebook()
    people, everyone = _by(view, by, "gender"), _by(view, by, "role")
    classes = [
        (people, "f", "Women"),
        (people, "m", "Men"),
        (everyone, ANONYMOUS, "Without a name"),
        (everyone, NOT_RESOLVED, "Not resolved"),
    ]
    caption = (
        "Women and men: of the quotes by persons who are named; without a name (the source's words "
        "name nobody) and not resolved (the speaker was not found): of all quotes. "
    )
    return _grouped(everyone, classes, caption, f"sources-{by}")


def roles_by(view: View, by: str) -> Fragment:
    """What the sources speak as, group by group: shares that add up to all quotes.

    Args:
        view: the page.
        by: as for `sources_by`.
    """
    if by == "issue" and not view.codebook:
        return view.no_codebook()
    made = _by(view, by, "role")
    counts = made.groupby("role")["count"].sum().sort_values(ascending=False, kind="stable")
    last = [name for name in (*NOBODY, NOT_TOLD) if name in counts]
    names = [*counts.index.drop(last), *last]  # what is not known stands behind what is
    classes = [(made, name, name.capitalize()) for name in names]
    caption = "What those who are quoted speak as: of all quotes. "
    return _grouped(made, classes, caption, f"roles-{by}")


def _grouped(
    everyone: pd.DataFrame,
    classes: Sequence[tuple[pd.DataFrame, str, str]],
    caption: str,
    name: str,
) -> Fragment:
    """A row a group, with the share of some classes in it.

    Args:
        everyone: shares by role, which all groups have.
        classes: shares by gender or role, a class of them, and its heading.
        caption: what the shares are of.
        name: of the table.
    """
    group = everyone.columns[0]
    rows = everyone.drop_duplicates(group)[[group, "total"]].rename(columns={"total": "quotes"})
    columns = [
        Column(group, NAMES[group], "date" if group == "start" else "text"),
        Column("quotes", "Quotes", "number"),
    ]
    ids = []
    # what nobody knows stays in sight, the rarest of what is known goes
    known_ = [each for _, each, _ in classes if each not in (*NOBODY, NOT_TOLD)]
    apart = known_[max(0, ACROSS - (len(classes) - len(known_))) :]
    for number, (made, each, label) in enumerate(classes):
        cell = made[made[made.columns[1]] == each].set_index(group)
        known = made.drop_duplicates(group).set_index(group).total
        # a class that a group lacks has no share in it
        share = rows[group].map(cell.share)
        enough = rows[group].map(known).fillna(0) >= summary.MIN_SHARE
        rows[each] = share.where(~(share.isna() & enough), 0.0)
        rows[f"{each}_interval"] = rows[group].map(ends(cell))
        held = cell.evidence.to_dict()
        ids.append([held.get(one, "") for one in rows[group]])
        columns += [
            Column(each, label, "share", less=number >= SHOWN, hidden=each in apart),
            Column(f"{each}_interval", "95% interval", "range", under=each),
        ]
    rows["evidence"] = [" ".join(filter(None, each)) for each in zip(*ids, strict=True)]
    caption += f"Groups of fewer than {summary.MIN_SHARE} quotes have no shares. {EACH}"
    if apart:
        caption += f" In the CSV file alone: {listed(apart)}."
    capped = f" The first {MOST:,} of {len(rows):,}." if len(rows) > MOST else ""
    return table(
        rows.head(MOST), columns, caption=caption, name=name, ids="evidence", recount=name,
        capped=capped,
    )  # fmt: skip


def _by(view: View, by: str, of: str) -> pd.DataFrame:
    """Shares by gender or role, the groups in the first column."""
    if by == "issue":
        return issues.sources(view.tables, view.codebook, of)
    known, key = view.tables.remembered, f"{of} by {by}"
    if key not in known:  # two tables ask for roles
        unit = by if by == "outlet" else period(view.tables.listed.published)
        known[key] = summary.sources(view.tables, of, by=unit)
    return known[key]


def _told(parts: list[pd.DataFrame]) -> str:
    said = []
    for rows, whose in zip(parts, ("quotes by persons", "quotes of a named source"), strict=True):
        named = rows[~rows["class"].isin(NOBODY)]
        total, known = (int(of["count"].sum()) for of in (named, named[named["class"] != NOT_TOLD]))
        said.append(f"in {percent(known / total if total else None, known, total)} {whose}")
    return f"Gender is told {said[0]}, role {said[1]}."
