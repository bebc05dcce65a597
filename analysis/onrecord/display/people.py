"""Tables of speakers, actors and outlets."""

from __future__ import annotations

import pandas as pd

from onrecord import summary
from onrecord.display.fragment import Fragment
from onrecord.display.quotes import MOST
from onrecord.display.table import Column, ends, table
from onrecord.display.view import View


def speakers(view: View) -> Fragment:
    """Who is quoted by name, how often and how directly; the CSV file has the tone as well."""
    rows = summary.speakers(view.tables, top=MOST)
    which = "most quoted", rows.attrs["further"]
    # where no outlet is known, their number is not known either
    rows = rows.assign(outlets=rows.outlets.astype("Int64").where(rows.outlets > 0))
    columns = [
        Column("speaker", "Speaker", "speaker"),
        Column("affiliation", "Speaks for", under="speaker"),
        Column("quotes", "Quotes", "number"),
        Column("articles", "Articles", "number"),
        Column("outlets", "Outlets", "number", less=True),
        Column("direct", "Direct", "share", less=True),
        Column("tone", "Tone", "score", hidden=True),
        Column("interval", "95% interval", "interval", under="tone", hidden=True),
    ]
    if rows.affiliation.isna().all():
        columns = [c for c in columns if c.key != "affiliation"]
    caption = "Speakers by number of quotes."
    return _ranked(_with_interval(rows, "tone", "interval"), columns, "speakers", caption, which)


def actors(view: View) -> Fragment:
    """Who is spoken about, and how speakers and narrators stand toward them."""
    rows = summary.actors(view.tables, top=MOST)
    which = "most mentioned", rows.attrs["further"]
    columns = [
        Column("actor", "Actor", "actor"),
        Column("actor_type", "Kind", under="actor"),
        Column("mentions", "Mentions", "number", less=True),
        Column("speakers_count", "Statements", "number", less=True),
        Column("speakers", "Speakers' stance", "score"),
        Column("spoken", "95% interval", "interval", under="speakers"),
        Column("narrators_count", "In outlets' own words", "number", less=True),
        Column("narrators", "Coverage", "score"),
        Column("told", "95% interval", "interval", under="narrators"),
    ]
    caption = (
        "Actors by number of mentions. Two questions: the stance of speakers' statements, from −1 "
        "(against) to +1 (for), and what the outlets' own sentences convey, from −1 "
        "(unfavourable) to +1 (favourable)."
    )
    rows = _with_interval(rows, "speakers", "spoken")
    rows = _with_interval(rows, "narrators", "told")
    return _ranked(rows, columns, "actors", caption, which)


def outlets(view: View) -> Fragment:
    """Who published, and how much of it is in whose words."""
    rows = summary.outlets(view.tables, audit=view.audit)
    columns = [
        Column("outlet", "Outlet"),
        Column("articles", "Articles", "number"),
        Column("quotes", "Quotes", "number"),
        Column("per_article", "Quotes per article", "rate", less=True),
        Column("speakers", "Speakers", "number", less=True),
        Column("direct", "Direct", "share"),
        Column("unnamed", "Speaker unknown", "share", less=True),
        Column("tone", "Narrator's tone", "score", hidden=True),
        Column("interval", "95% interval", "interval", under="tone", hidden=True),
    ]
    rows = _with_interval(rows, "tone", "interval")
    caption = "Outlets by number of articles."
    if view.audit is None:
        return table(
            rows, columns, caption=caption, name="outlets", ids="evidence", recount="outlets"
        )
    columns += [
        Column("coverage", "Coverage by the model", "score", less=True),
        Column("corrected", "Coverage, corrected", "score"),
        Column("corrected_interval", "95% interval", "interval", under="corrected"),
        Column("checked", "Checked by hand", "number", less=True),
    ]
    caption += f" Coverage is what an outlet's own sentences convey, {rows.attrs['caption']}."
    rows = _with_interval(rows, "corrected", "corrected_interval")
    # a checked sample speaks of the whole corpus, not of what a filter leaves
    return table(rows, columns, caption=caption, name="outlets", ids="evidence", fixed=True)


def _ranked(
    rows: pd.DataFrame, columns: list[Column], name: str, caption: str, which: tuple[str, int]
) -> Fragment:
    """A table of the first of many, which says what they are the first in, and how many follow."""
    most, more = which
    shown = len(rows)
    capped = f" These are the {shown:,} {most} of {shown + more:,}." if more else ""
    return table(
        rows, columns, caption=caption, name=name, ids="evidence", recount=name, capped=capped
    )


def _with_interval(rows: pd.DataFrame, name: str, into: str) -> pd.DataFrame:
    return rows.assign(**{into: ends(rows, f"{name}_low", f"{name}_high")})
