"""Tables of quotes, speakers, actors and articles."""

from __future__ import annotations

import pandas as pd

from onrecord import summary
from onrecord.display.fragment import Fragment
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.summary.observed import rows as counted
from onrecord.summary.words import signed

MOST = 5_000  # rows of a table that grows with the corpus


def quotes(view: View) -> Fragment:
    """Every quote of the page: when, where, who, in which words."""
    held, every = summary.newest(view.tables, "quotes", MOST)
    rows = _newest(summary.quotes(held, negated=True))
    rows = rows.merge(_first_content(held.spans), on="attribution_id", how="left")
    rows = rows.sort_values("published", na_position="last", kind="stable")
    columns = [
        Column("speaker", "Speaker", "speaker"),
        Column("source", "As written", under="speaker"),
        Column("content", "Words", "quote"),
        Column("cue", "Cue"),
        Column("kind", "Kind", under="cue"),
        Column("counted", "Not counted", under="cue"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("article_id", "article_id", hidden=True),
        Column("url", "url", hidden=True),
        Column("start", "start", "number", hidden=True),
        Column("end", "end", "number", hidden=True),
        Column("factuality", "factuality", hidden=True),
        Column("confidence", "confidence", "number", hidden=True),
        Column("stances", "stances", hidden=True),
    ]
    if view.kind == "article":
        columns = [c for c in columns if c.key not in ("published", "outlet", "title")]
        columns.append(Column("title", "Place", "article"))
        rows = rows.assign(title="in the text")
    if view.kind == "speaker":
        # every row has the same speaker
        columns = [c for c in columns if c.key not in ("speaker", "source")]
        columns.insert(0, Column("source", "As written"))
    address = held.listed.set_index("article_id").url
    rows["source"] = rows.source.str.rstrip(" ,;:")  # as it stands before its verb
    rows["url"] = rows.article_id.map(address)
    rows["stances"] = rows.attribution_id.map(_sides(held.stances))
    rows["counted"] = rows.factuality.where(rows.factuality == "negated", None)
    rows.loc[rows.counted.isna() & ~rows.clause, "counted"] = "fragment"
    caption = (
        "Quotes, direct and indirect. The words open the sentence that they stand in. Negated ones "
        "('did not say') and fragments without a clause are marked, and in no count."
    )
    return table(
        rows,
        columns,
        caption=caption,
        name="quotes",
        ids="evidence_id",
        places=("article_id", "start"),
        recount="quotes",
        capped=_left_out(rows, every),
    )


def speakers(view: View) -> Fragment:
    """Who is quoted by name, how often and how directly; the CSV file has the tone as well."""
    rows = summary.speakers(view.tables, top=MOST)
    more = rows.attrs["further"]
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
    capped = _further(more, len(rows), "most quoted")
    rows = _with_interval(rows, "tone", "interval")
    return table(
        rows, columns, caption=caption, name="speakers", ids="evidence", recount="speakers",
        capped=capped,
    )  # fmt: skip


def actors(view: View) -> Fragment:
    """Who is spoken about, and how speakers and narrators stand toward them."""
    rows = summary.actors(view.tables, top=MOST)
    more = rows.attrs["further"]
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
    capped = _further(more, len(rows), "most mentioned")
    rows = _with_interval(rows, "speakers", "spoken")
    rows = _with_interval(rows, "narrators", "told")
    return table(
        rows, columns, caption=caption, name="actors", ids="evidence", recount="actors",
        capped=capped,
    )  # fmt: skip


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


def articles(view: View) -> Fragment:
    """The articles of the page, with how much each one quotes."""
    every = view.tables.listed
    rows = _newest(every)
    said = counted(view.tables, "quotes").among(rows[["article_id"]])
    counts = said.counts(["article_id"], n=said.each).set_index("article_id").n
    rows = rows.assign(
        quotes=rows.article_id.map(counts).fillna(0).astype(int),
        title=rows.title.fillna("Untitled article"),
        place=None,
        also=summary.also(view.whole, rows),
    ).sort_values("published", na_position="last", kind="stable")
    columns = [
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("quotes", "Quotes", "number"),
        Column("article_id", "article_id", hidden=True),
        Column("url", "url", hidden=True),
    ]
    if rows.also.ne("").any():
        columns.append(Column("also", "Also ran in", less=True))
    return table(
        rows, columns, caption="Articles, oldest first.", name="articles",
        places=("article_id", "place"), recount="articles", capped=_left_out(rows, len(every)),
    )  # fmt: skip


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    if len(rows) <= MOST:
        return rows
    kept = rows.published.sort_values(ascending=False, na_position="last", kind="stable")
    return rows.loc[rows.index.isin(kept.index[:MOST])]


def _left_out(rows: pd.DataFrame, every: int) -> str:
    if len(rows) == every:
        return ""
    return f" These are the newest {len(rows):,} of {every:,}; the tables hold all."


def _further(more: int, shown: int, which: str) -> str:
    return f" These are the {shown:,} {which} of {shown + more:,}." if more else ""


def _first_content(spans: pd.DataFrame) -> pd.DataFrame:
    content = spans[spans.role == "content"]
    return content.groupby("attribution_id", as_index=False).agg({"start": "min", "end": "max"})


def _sides(stances: pd.DataFrame) -> pd.Series:
    """The stances of each attribution in words: target, label and score, -1..1."""
    told = stances[stances.attribution_id.notna()]
    said = (
        told.target
        + ": "
        + told.label
        + " "
        + (told.favor - told.against).map(signed).astype("str")
    )
    return said.groupby(told.attribution_id).agg("; ".join)


def _with_interval(rows: pd.DataFrame, name: str, into: str) -> pd.DataFrame:
    pairs = list(zip(rows[f"{name}_low"], rows[f"{name}_high"], strict=True))
    return rows.assign(**{into: pd.Series(pairs, index=rows.index, dtype=object)})
