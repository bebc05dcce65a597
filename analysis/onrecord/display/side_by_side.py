"""Two parts side by side: words and verbs that each has more often, and its best quotes."""

from __future__ import annotations

from contextlib import nullcontext

import pandas as pd

from onrecord import summary
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.lead import quote
from onrecord.display.sentences import beside
from onrecord.display.view import View
from onrecord.summary.copies import counting
from onrecord.summary.observed import rows
from onrecord.summary.opposites import Side
from onrecord.summary.words import counted

SHOWN = 2  # words whose best quote is shown, and one quote more
NONE = "None stands out."


def side_by_side(view: View, *, one: Side | None = None, other: Side | None = None) -> Fragment:
    """The words and verbs by which two parts differ, and quotes that show them.

    In a report the reader picks which two; the charts `comparison` follow.

    Args:
        view: the page.
        one: the first part, as for `summary.compare`; by default as there.
        other: the second part.
    """
    chosen = summary.sides_compared(view.tables, one, other)
    if chosen is None:
        return Fragment("", " ")
    # a site's script knows what is behind a word; the quotes are chosen here
    with summary.all_held(view.tables) if beside() else nullcontext():
        return _made(view, chosen)


def _made(view: View, chosen: tuple[Side, Side]) -> Fragment:
    words, verbs = (summary.distinctive(view.tables, *chosen, of=of) for of in ("words", "verbs"))
    html, plain = [], []
    for name, side in zip(("one", "other"), chosen, strict=True):
        facts, ids = _said(view, side)
        own = [of[of.part == name] for of in (words, verbs)]
        groups = [*own[0].evidence.head(SHOWN), ids]
        best = [each for each in summary.best_quotes(view.tables, groups) if each]
        html.append(
            element(
                "section",
                element("h3", text(summary.side_name(side))),
                element("p", text(facts), class_="or-count"),
                _listed("Words", own[0], name),
                _listed("Verbs", own[1], name),
                *(quote(each) for each in best),
            )
        )
        found = ", ".join(own[0].word) or NONE
        plain.append(f"{summary.side_name(side)}: {facts}. Words: {found}")
    return Fragment(
        element("div", *html, class_="or-sides", data_recount="sides"), "\n".join(plain)
    )


def _said(view: View, side: Side) -> tuple[str, str]:
    """How much one part says, and the ids of its quotes."""
    part = summary.select(counting(view.tables), **{**side, "copies": True})  # type: ignore[arg-type]
    found = rows(part, "quotes")
    told = found.counts([], n=found.each, articles="distinct article_id")
    number, articles = int(told.n.sum()), int(told.articles.sum())
    ids = found.ids([]).evidence
    return (
        f"{counted(number, 'quote')} in {counted(articles, 'article')}",
        ids.iloc[0] if len(ids) else "",
    )


def _listed(what: str, found: pd.DataFrame, side: str) -> str:
    """Words as buttons, each with how many quotes of either part hold it."""
    items = [
        element(
            "button",
            text(row.word),
            element("small", f" {row.quotes_one:,} : {row.quotes_other:,}"),
            type="button",
            class_="or-word",
            data_word=row.word,
            data_side=side,
            data_of=what.lower(),
        )
        for row in found.itertuples()
    ]
    return element("p", element("strong", f"{what} "), *(items or [text(NONE)]), class_="or-words")
