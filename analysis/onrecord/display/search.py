"""Words in context: where the articles or the quotes of a page hold what was asked for."""

from __future__ import annotations

import re

import pandas as pd

from onrecord.display.fragment import Fragment, element, text, unasked
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.search.places import WIDTH
from onrecord.summary.words import counted

MOST = 200  # places


def search(
    view: View,
    query: str = "",
    *,
    speaker: str | None = None,
    quotes: bool = False,
    limit: int = MOST,
) -> Fragment:
    """Places that hold some words, in the newest articles first.

    Args:
        view: the page.
        query: as for `onrecord search`: words, "phrases", tariff*, NEAR, AND, OR, NOT, brackets;
            empty: nothing is looked for.
        speaker: only quotes of speakers whose names hold this.
        quotes: only quotes, each of which must hold all that was asked for.
        limit: places at most.

    Raises:
        WordingError: the query cannot be understood.
        AnalysisError: no speaker has such a name.
    """
    if not query.strip():
        return unasked("No words were searched for.", "No words: search = 'dredger* NEAR harbour'.")
    rows = view.tables.search(query, speaker=speaker, quotes=quotes, limit=limit)
    found = rows.attrs["articles"]
    if rows.empty:
        where = " in a quote that was asked for" if found else ""
        said = f"Nothing found for {query}{where}."
        return Fragment(element("p", text(said), class_="or-note"), said)
    rows = rows.assign(
        context=[_context(*each) for each in zip(rows.before, rows.words, rows.after, strict=True)],
        title=rows.title.fillna("Untitled article"),
        place=_sentences(view, rows),
        evidence=("q" + rows.attribution_id.astype("str")).where(rows.attribution_id.notna(), ""),
    )
    columns = [
        Column("context", "In context", "quote"),
        Column("speaker", "Speaker", "speaker"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        *(Column(name, name, hidden=True) for name in ("words", "article_id", "start", "end")),
    ]
    if rows.speaker.isna().all():
        columns = [column for column in columns if column.key != "speaker"]
    most = "" if len(rows) < limit else f" The first {counted(len(rows), 'place')}, no more."
    return table(
        rows, columns, name="search", ids="evidence", places=("article_id", "place"),
        caption=f"{query}: {counted(found, 'article')} to look in, the newest first.{most}",
        filtered=f"{query}: places in what the filter leaves, the newest articles first.{most}",
    )  # fmt: skip


def _context(before: str, words: str, after: str) -> str:
    """Words in brackets with what stands beside them, in whole words.

    >>> _context("out of the ", "old  harbour", ". A fog")
    'out of the [old harbour]. A fog'
    """
    if len(before) == WIDTH:  # cut from more
        before = "… " + before.partition(" ")[2]
    if len(after) == WIDTH:
        after = after.rpartition(" ")[0] + " …"
    return re.sub(r"\s+", " ", f"{before}[{words}]{after}")


def _sentences(view: View, rows: pd.DataFrame) -> list[int]:
    """Where the sentences begin that hold places: an article's page is entered there."""
    known = view.tables.part.ask(
        "select article_id, start from sentences semi join _found using (article_id)",
        _found=rows[["article_id"]].drop_duplicates(),
    )
    starts = {name: part.to_numpy() for name, part in known.groupby("article_id").start}
    return [
        int(max((at for at in starts.get(row.article_id, ()) if at <= row.start), default=0))
        for row in rows.itertuples()
    ]
