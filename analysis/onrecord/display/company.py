"""Who else was quoted on the same day and event as words that several articles have."""

from __future__ import annotations

import pandas as pd

from onrecord.display.fragment import Fragment
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.repeats import alongside, repeats

MOST = 1_000  # rows
NAMES = 12  # of who else is quoted


def company(view: View) -> Fragment:
    """Who else was quoted on the same day and event as each of these quotations."""
    repeated = repeats(view.recent)
    made = alongside(view.recent, repeated)
    if made.empty:
        return Fragment("", "nobody else is quoted beside a quotation of several articles")
    view.carry("repeats")
    events = made.groupby(["repeat_id", "day"], sort=False, dropna=False)
    rows = events.agg(
        speaker=("speaker", "first"), articles=("articles", "first"), evidence=("evidence", joined)
    ).reset_index()
    rows["others"] = [named(part) for _, part in events]
    words = repeated[repeated.how == "fullest"].set_index("repeat_id").words
    rows["words"] = rows.repeat_id.map(words)
    columns = [
        Column("speaker", "Speaker", "speaker"),
        Column("words", "Words", "quote"),
        Column("day", "Date", "date"),
        Column("articles", "Articles", "number"),
        Column("others", "Quoted beside"),
        Column("repeat_id", "repeat_id", hidden=True),
    ]
    caption = (
        "Who else is quoted in the articles that have the same words on the same day, and how "
        "often; behind a row stand their quotes." + view.recently
    )
    return table(
        rows.head(MOST), columns, caption=caption, name="company", ids="evidence",
        recount="company",
    )  # fmt: skip


def joined(ids: pd.Series) -> str:
    """Evidence ids put together; what a page does not hold, `+n`, is one number."""
    each = " ".join(filter(None, ids)).split()
    more = sum(int(one) for one in each if one[0] == "+")
    kept = dict.fromkeys(one for one in each if one[0] != "+")
    return " ".join([*kept, *([f"+{more}"] if more else [])])


def named(others: pd.DataFrame) -> str:
    """Names with how many quotes they have, the first of them."""
    first = others.head(NAMES)
    said = [f"{row.other} ({row.quotes})" for row in first.itertuples()]
    more = len(others) - len(first)
    return ", ".join(said) + (f" and {more} more" if more else "")
