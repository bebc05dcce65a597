"""The finding of a speaker's or an actor's page, in a sentence or two made from the numbers.

The pair that the lead speaks of is the one in the most articles, of those with a clear direction
where there are any (`directions`), and never the most extreme one: an interval around a pair
picked for being extreme would promise too much. `news` has the findings of a corpus.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from onrecord.summary.observed import rows
from onrecord.summary.pairs import PAIR, clear, counted_pairs, pairs
from onrecord.summary.totals import Totals, quoted_in, totals
from onrecord.summary.words import counted, interval, signed
from onrecord.tables import Tables

WIDESPREAD = 3  # articles from which a pair can be the most widely reported
CLEAR = 0.5  # mean stance from which a direction is more than a leaning


@dataclass(frozen=True, slots=True)
class Lead:
    """What a report says first.

    Attributes:
        sentence: plain text, names as in the tables (escape it before it is shown).
        count: statements behind the finding; 0 where there is none.
        interval: of the mean stance; None where there is none.
        evidence: ids of the statements.
    """

    sentence: str
    count: int
    interval: tuple[float, float] | None
    evidence: str


def lead(tables: Tables, *, speaker: str | None = None, actor: str | None = None) -> Lead:
    """The lead of a report.

    Args:
        tables: an analysis, selected as the report is.
        speaker: the speaker that the report is about.
        actor: the actor that the report is about.

    >>> lead(Tables.empty()).sentence
    'No article was read.'
    """
    figures = totals(tables)
    if not figures.articles:
        return Lead("No article was read.", 0, None, "")
    opening = _opening(tables, figures, speaker, actor)
    made = counted_pairs(tables, articles=True)
    made = made[made.voice == "speaker"]
    if speaker:
        made = made[made.teller == speaker]
    if actor:
        made = made[made.target == actor]
    if made.empty:
        return Lead(f"{opening} {_nothing(speaker, actor)}", 0, None, "")
    # by articles first: a hundred statements of one article are one witness
    made = made.sort_values(["articles", "count"], ascending=False, kind="stable")
    if len(made) > 1 and made.articles.iloc[0] < 2:
        whose = f"speaker's stance toward {actor}" if actor else "stance toward anyone"
        return Lead(f"{opening} No {whose} stands in more than one article.", 0, None, "")
    sure = made[clear(made, rows(tables, "statements"), PAIR)]
    chosen = made if sure.empty else sure
    top = pairs(tables, among=chosen.head(1)).iloc[0]
    ends = None if pd.isna(top.low) else (float(top.low), float(top.high))
    if top.articles < made.articles.iloc[0]:  # others without a direction stand in more
        which = _clearest(sure)
    else:
        tied = int((made.articles == top.articles).sum())
        which = _which(int(top.articles), tied, several=len(made) > 1, speaker=speaker)
    finding = _finding(top, _labels(tables, top), which, speaker=speaker)
    return Lead(f"{opening} {finding}", int(top["count"]), ends, top.evidence)


def _nothing(speaker: str | None, actor: str | None) -> str:
    """That nobody says anything of an actor, as the page that is about one of them puts it."""
    if speaker:
        return "No statement about a named actor was found."
    if actor:
        return f"No statement about {actor} by a named speaker was found."
    return "No named speaker takes a stance toward a named actor."


def _opening(tables: Tables, figures: Totals, speaker: str | None, actor: str | None) -> str:
    articles, outlets = quoted_in(tables) if speaker else (figures.articles, figures.outlets)
    where = counted(articles, "article")
    if outlets:
        where += f" from {counted(outlets, 'outlet')}"
    if speaker:
        said = int(rows(tables, "quotes").where(speaker=speaker).counts([], n="rows").n.sum())
        often = {1: "once", 2: "twice"}.get(said, f"{said:,} times")
        return f"{speaker} is quoted {often} in {where}."
    if actor:
        one = figures.articles == 1
        return f"{where} {'names' if one else 'name'} {actor}."
    one = figures.articles == 1
    if not figures.quotes:
        return f"{where} {'quotes' if one else 'quote'} nobody."
    words, who = counted(figures.quotes, "quote"), counted(figures.speakers, "named speaker")
    named = figures.quotes - figures.unnamed
    if figures.quotes > 1:
        who = f"{'all' if not figures.unnamed else f'{named:,}'} of them by {who}"
    else:
        who = f"by {who}" if named else "by a speaker who is not known"
    return f"{where} {'holds' if one else 'hold'} {words}, {who}."


def _labels(tables: Tables, top: pd.Series) -> str:
    told = rows(tables, "statements").where(**top[PAIR])
    counts = told.counts(["label"], n="rows").set_index("label").n
    words = (("favor", "for"), ("against", "against"), ("none", "neutral"))
    return read_as([(int(counts[label]), said) for label, said in words if label in counts])


def read_as(labels: list[tuple[int, str]]) -> str:
    """How statements read, as the end of a sentence that counts them.

    >>> read_as([(4, "for"), (1, "neutral")]), read_as([(8, "neutral")])
    ('which read as 4 for, 1 neutral', 'all of which read as neutral')
    >>> read_as([(1, "against")]), read_as([(2, "against")])
    ('which reads as against', 'both of which read as against')
    """
    if len(labels) > 1:
        return "which read as " + ", ".join(f"{n:,} {said}" for n, said in labels)
    n, said = labels[0]
    who = {1: "which reads", 2: "both of which read"}.get(n, "all of which read")
    return f"{who} as {said}"


def _which(articles: int, tied: int, *, several: bool, speaker: str | None) -> str:
    """What a pair is among the others, of whom `tied` with it stand in as many articles."""
    if not several:
        return "All that is reported" if speaker else "The only pair"
    if articles < WIDESPREAD:
        return "Reported in more than one article"
    return "Among the most widely reported" if tied > 1 else "Most widely reported"


def _clearest(sure: pd.DataFrame) -> str:
    """What the first of the pairs with a clear direction is among these."""
    if len(sure) == 1:
        return "The one clear direction"
    tied = int((sure.articles == sure.articles.iloc[0]).sum())
    which = "Among the most widely reported" if tied > 1 else "The most widely reported"
    return f"{which} of {len(sure):,} clear directions"


def _finding(top: pd.Series, labels: str, which: str, *, speaker: str | None) -> str:
    behind = f"{counted(int(top['count']), 'statement')} in {counted(int(top.articles), 'article')}"
    # on a speaker's page the name stands in the sentence before
    pair = f"the stance toward {top.target}" if speaker else f"{top.teller} on {top.target}"
    found = f"{which} is {pair}: {behind}, {labels}."
    if not top.clear:
        return found
    side = "for" if top.value > 0 else "against"
    how = "clearly" if abs(top.value) >= CLEAR else "mildly"
    return (
        f"{found} On average that is {how} {side} (mean stance {signed(top.value)}, "
        f"{interval(top.low, top.high)})."
    )
