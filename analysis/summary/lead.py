"""The finding in a sentence or two, made from the numbers.

The pair that the lead speaks of is the one in the most articles, never the most extreme one:
an interval around a pair picked for being extreme would promise too much.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.summary.observed import quotes, statements
from analysis.summary.pairs import pairs
from analysis.summary.totals import Totals, totals
from analysis.summary.words import counted, direction, interval, signed
from analysis.tables import Tables


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
    made = pairs(tables)
    made = made[made.voice == "speaker"]
    if speaker:
        made = made[made.teller == speaker]
    if actor:
        made = made[made.target == actor]
    if made.empty:
        none = "No named speaker takes a stance toward a named actor."
        return Lead(f"{opening} {none}", 0, None, "")
    # by articles first: a hundred statements of one article are one witness
    top = made.sort_values(["articles", "count"], ascending=False, kind="stable").iloc[0]
    ends = None if pd.isna(top.low) else (float(top.low), float(top.high))
    finding = _finding(top, _labels(tables, top), several=len(made) > 1)
    return Lead(f"{opening} {finding}", int(top["count"]), ends, top.evidence)


def _opening(tables: Tables, figures: Totals, speaker: str | None, actor: str | None) -> str:
    where = counted(figures.articles, "article")
    if figures.outlets:
        where += f" of {counted(figures.outlets, 'outlet')}"
    if speaker:
        said = int(quotes(tables).speaker.eq(speaker).sum())
        often = {1: "once", 2: "twice"}.get(said, f"{said:,} times")
        return f"{speaker} is quoted {often} in {where}."
    if actor:
        one = figures.articles == 1
        return f"{where} {'names' if one else 'name'} {actor}."
    one = figures.articles == 1
    if not figures.quotes:
        return f"{where} {'quotes' if one else 'quote'} nobody."
    words, who = counted(figures.quotes, "quote"), counted(figures.speakers, "named speaker")
    heard = "is heard" if figures.speakers == 1 else "are heard"
    return f"{where} {'holds' if one else 'hold'} {words}; {who} {heard}."


def _labels(tables: Tables, top: pd.Series) -> str:
    labels = statements(tables).set_index("evidence_id").label.loc[top.evidence.split()]
    counts = labels.value_counts()
    words = (("favor", "in favor"), ("against", "against"), ("none", "neutral"))
    return ", ".join(f"{counts[label]} {said}" for label, said in words if label in counts)


def _finding(top: pd.Series, labels: str, *, several: bool) -> str:
    behind = f"{counted(int(top['count']), 'statement')} in {counted(int(top.articles), 'article')}"
    said = direction(top.value, top.low, top.high, int(top.articles))
    numbers = f"mean stance {signed(top.value)}, {interval(top.low, top.high)}, {behind}: {labels}"
    which = "Heard in the most articles" if several else "The only pair"
    pair = f"{which} is {top.teller} about {top.target}"
    if said in ("in favor", "against"):
        return f"{pair}, on average {said} ({numbers})."
    return f"{pair}: {said} ({numbers})."
