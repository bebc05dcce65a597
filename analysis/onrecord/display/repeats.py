"""One quote across outlets: the table of a page, and a note beside an article's quotations."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord import summary
from onrecord.day import written
from onrecord.display.company import named
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.table import Column, ends, table
from onrecord.display.view import View
from onrecord.repeats import alongside
from onrecord.repeats import cuts as treated
from onrecord.repeats import elsewhere as also_in
from onrecord.repeats import repeats as found
from onrecord.summary.words import counted, listed
from onrecord.tables import Tables

MOST = 1_000  # rows
HOW = {
    "fullest": "fullest", "exact": "whole", "fuller": "fuller", "cut": "cut", "changed": "changed"
}  # fmt: skip


def repeats(view: View) -> Fragment:
    """Quotations of which the same words stand in several articles, who cut and who changed."""
    rows = found(view.recent).head(MOST)
    if rows.empty:  # the chart says so
        return Fragment("", "no quotation stands in several articles")
    view.carry("repeats")
    listing = view.whole.listed.set_index("article_id").reindex(rows.article_id).reset_index()
    rows = rows.assign(
        also=summary.also(view.whole, listing).to_numpy(),
        how=rows.how.map(HOW),
        title=rows.title.fillna("Untitled article"),
        place=rows.attribution_id.map(places_of(view.recent, rows.attribution_id)),
    )
    columns = [
        # on a speaker's own page each row is that speaker's
        Column("speaker", "Speaker", "speaker", hidden=view.kind == "speaker"),
        Column("words", "Words", "quote"),
        Column("how", "How"),
        Column("kept", "Kept", "share"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("also", "Also ran in", under="title"),
        Column("published", "Date", "date"),
        Column("repeat_id", "repeat_id", hidden=True),
        Column("article_id", "article_id", hidden=True),
    ]
    caption = (
        "The same words of one speaker in several articles, the most widely repeated first, each "
        "in order of publication: the fullest version, and beside it those that are whole, cut or "
        "changed, with the share of its words that they keep." + view.recently
    )
    return table(
        rows, columns, caption=caption, name="repeats", ids="evidence",
        places=("article_id", "place"), recount="repeats",
    )  # fmt: skip


def cuts(view: View) -> Fragment:
    """How each outlet treats quotations that others have as well."""
    rows = treated(found(view.recent))
    if rows.empty:
        return Fragment("", "no quotation stands in several outlets")
    view.carry("repeats")
    rows = rows.assign(interval=ends(rows), how=rows.how.map(HOW))
    columns = [
        Column("outlet", "Outlet"),
        Column("how", "How"),
        Column("count", "Quotations", "number"),
        Column("share", "Share", "share"),
        Column("interval", "95% interval", "range", under="share"),
        Column("total", "Of repeated ones", "number", less=True),
    ]
    caption = "Of the quotations that stand in other articles as well: how each outlet has them."
    caption += view.recently
    return table(rows, columns, caption=caption, name="cuts", ids="evidence", recount="cuts")


def elsewhere(view: View) -> Fragment:
    """Which of an article's quotations stand in other articles, and what became of them there."""
    ids = view.tables.listed.article_id
    rows = also_in(view.whole, str(ids.iloc[0])) if len(ids) else pd.DataFrame()
    if rows.empty:
        said = "No quotation of this article stands in another article of the corpus."
        return Fragment(element("p", text(said), class_="or-note"), said)
    places = places_of(view.whole, rows.attribution_id)
    rows = rows.assign(place=rows.attribution_id.map(places).fillna(0).astype("int64"))
    beside = _beside(view, rows)
    items = [_item(part, beside.get(name, "")) for name, part in rows.groupby("own_id", sort=False)]
    said = f"{counted(len(items), 'quotation')} of this article also stand elsewhere."
    return Fragment(element("ul", *items, class_="or-elsewhere"), said)


def _beside(view: View, rows: pd.DataFrame) -> dict[str, str]:
    """Who else those articles quote that have a quotation on the day of this one; by its id."""
    own = view.tables.attributions.set_index("attribution_id").speaker
    day = view.tables.listed.published.dt.normalize().iloc[0]
    there = rows.assign(repeat_id=rows.own_id, speaker=rows.own_id.map(own))
    made = alongside(view.whole, there[there.published.dt.normalize() == day])
    return {str(name): named(part) for name, part in made.groupby("repeat_id", sort=False)}


def _item(part: pd.DataFrame, others: str) -> str:
    """One quotation: its words, who else has them, what became of them, and beside whom."""
    names = {name for row in part.itertuples() for name in _outlets(row)}
    where = counted(len(names), "other outlet") if names else counted(len(part), "other article")
    hows = part.how.value_counts()
    how = listed([f"{HOW[name]} in {hows[name]}" for name in HOW if name in hows.index])
    quote = element(
        "button", text(f"“{part.own_words.iloc[0].rstrip(' ,')}”"), type="button", class_="or-more",
        data_evidence=f"q{part.own_id.iloc[0]}", data_title="Evidence",
    )  # fmt: skip
    places = ", ".join(_place(row) for row in part.itertuples())
    beside = text(f". Quoted beside them that day: {others}." if others else "")
    said = text(f" These words also stand in {where} ({how}): ")
    return element("li", quote, said, places, beside)


def _place(row: Any) -> str:
    """A link to the words elsewhere, with what became of them."""
    name = text(", ".join(_outlets(row)) or "an article without an outlet")
    day = "" if pd.isna(row.published) else f", {written(row.published, short=True)}"
    link = element("a", name, href=f"onrecord:article/{row.article_id}#at-{row.place}")
    return link + text(f" ({HOW[row.how]}{day})")


def _outlets(row: Any) -> list[str]:
    own = [] if pd.isna(row.outlet) else [str(row.outlet)]
    return own + [name for name in row.also.split(", ") if name]


def places_of(tables: Tables, ids: pd.Series) -> pd.Series:
    """Where the words of attributions begin; attribution_id -> offset."""
    made = tables.part.ask(
        "select attribution_id, min(start) as start from spans "
        "semi join _ids using (attribution_id) where role = 'content' group by attribution_id",
        _ids=pd.DataFrame({"attribution_id": ids.astype("str")}),
    )
    return made.set_index("attribution_id").start
