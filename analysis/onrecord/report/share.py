"""What the picture of a report says: the corpus in a few numbers, those of its page."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import display, summary
from onrecord.summary.finding import Bar
from onrecord.summary.news_counts import FIRST, few
from onrecord.summary.words import counted
from onrecord.tables import Tables

NOBODY = "Nobody is quoted by name"


@dataclass(frozen=True, slots=True)
class Share:
    """What is drawn.

    Attributes:
        title: of the corpus.
        facts: outlets and days, as far as they are known.
        counts: number and noun of articles, quotes and named speakers.
        finding: how concentrated the quoting is.
        bars: those who are quoted most, the first with the most quotes.
    """

    title: str
    facts: tuple[str, ...]
    counts: tuple[tuple[int, str], ...]
    finding: str
    bars: tuple[Bar, ...]


def share(tables: Tables, *, title: str | None = None, copies: bool = False) -> Share:
    """Gather what is drawn, by the functions that the page of the corpus counts with.

    Args:
        tables: the analysis.
        title: name of the corpus.
        copies: count every copy of a wire story.

    >>> share(Tables.empty()).finding
    'Nobody is quoted by name'
    """
    view = display.open_corpus(tables, copies=copies)
    found = summary.totals(view.tables)
    outlets = counted(found.outlets, "outlet") if found.outlets else ""
    most = few(view.tables)
    return Share(
        title or view.name,
        tuple(filter(None, (outlets, view.days))),
        (
            (found.articles, "article"),
            (found.quotes, "quote"),
            (found.speakers, "named speaker"),
        ),
        # the names that follow are those of the bars
        most.sentence.partition(":")[0] if most else NOBODY,
        most.bars[:FIRST] if most else (),
    )
