"""Claims with figures: what a newsroom would check first, and what speakers disagree on."""

from __future__ import annotations

import pandas as pd

from onrecord.display.fragment import Fragment
from onrecord.display.repeats import places_of
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.figures import figures, side_by_side

MOST = 500  # rows
WHOLE, BESIDE = 60, 24  # words of a claim that is shown whole, else on either side of its figure


def ledger(view: View) -> Fragment:
    """Quotes that state a number, those most worth checking first."""
    rows = figures(view.recent)
    caption = (
        "Numbers that speakers state, with their unit and what they count as far as the words say; "
        "first what is checked best: by a named speaker, a share, a sum or a large count, compared "
        "with something, not yet to come. The number is as it was said, right or wrong."
    )
    return _table(view, rows, [], caption, "figures")


def quantities(view: View) -> Fragment:
    """The same quantity as different speakers give it."""
    rows = side_by_side(figures(view.recent))
    caption = (
        "Claims of different speakers with the same unit that count the same and share another "
        "word: they may still be of different times and places."
    )
    return _table(view, rows, [Column("quantity", "Quantity", "number")], caption, "quantities")


def near(claim: str, figure: str) -> str:
    """The words of a long claim that stand round its figure.

    >>> near("We lost 250 jobs.", "250")
    'We lost 250 jobs.'
    >>> near("so " * 40 + "we lost 250 jobs " + "and " * 40, "250").count("so")
    22
    """
    words = claim.split(" ")
    if len(words) <= WHOLE:
        return claim
    at = claim[: max(claim.find(figure), 0)].count(" ")
    first, last = max(at - BESIDE, 0), at + figure.count(" ") + 1 + BESIDE
    kept = " ".join(words[first:last])
    return f"{'… ' if first else ''}{kept}{' …' if last < len(words) else ''}"


def _table(
    view: View, rows: pd.DataFrame, first: list[Column], caption: str, name: str
) -> Fragment:
    shown = rows.head(MOST)
    titles = view.whole.listed.set_index("article_id").title
    shown = shown.assign(
        title=shown.article_id.map(titles).fillna("Untitled article"),
        near=[near(c, f) for c, f in zip(shown.claim, shown.figure, strict=True)],
        place=shown.attribution_id.map(places_of(view.recent, shown.attribution_id)),
    )
    # on a speaker's own page each row is that speaker's
    who = Column("speaker", "Speaker", "speaker", hidden=view.kind == "speaker")
    columns = [
        *first,
        Column("figure", "Figure"),
        Column("hedge", "Hedge", under="figure"),
        Column("of", "Of what"),
        who,
        Column("near", "Words", "quote"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("low", "low", "number", hidden=True),
        Column("high", "high", "number", hidden=True),
        Column("unit", "unit", hidden=True),
        Column("claim", "claim", hidden=True),
        Column("article_id", "article_id", hidden=True),
    ]
    left = f" These are the first {MOST:,} of {len(rows):,}." if len(rows) > MOST else ""
    view.carry("figures")
    return table(
        shown, columns, caption=caption + view.recently, name=name, ids="evidence",
        places=("article_id", "place"), capped=left,
        recount=None if rows.empty and view.kind != "corpus" else name,  # it has no section
    )  # fmt: skip
