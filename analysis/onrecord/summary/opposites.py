"""Which two parts of an analysis are set side by side, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from onrecord.day import day, written
from onrecord.errors import AnalysisError
from onrecord.summary.observed import rows
from onrecord.tables import Tables

Side = Mapping[str, object]


def sides_compared(
    tables: Tables, one: Side | None, other: Side | None
) -> tuple[dict[str, object], dict[str, object]] | None:
    """Both parts as they were given, or those of `opposites`; None where there are none.

    Raises:
        AnalysisError: one of them is given alone.
    """
    if (one is None) != (other is None):
        raise AnalysisError("Give both parts to compare, or none of them.")
    return opposites(tables) if one is None or other is None else (dict(one), dict(other))


def opposites(tables: Tables) -> tuple[dict[str, object], dict[str, object]] | None:
    """What is compared by itself: the two outlets with the most quotes.

    Of one outlet its two most quoted speakers, of one speaker both halves of the time; None
    where there is no more than one of anything.
    """
    said = rows(tables, "quotes")
    for column, each in (("outlet", said.each), ("speaker", "rows")):
        found = said.known(column).counts([column], n=each)
        if len(found) > 1:
            top = found.sort_values("n", ascending=False, kind="stable")[column].head(2)
            return {column: str(top.iloc[0])}, {column: str(top.iloc[1])}
    days = rows(tables, "articles").part.listed.published.dropna()
    if days.empty or days.min().date() == days.max().date():
        return None
    split = (days.min() + (days.max() - days.min()) / 2).ceil("D")
    before = split - timedelta(days=1)
    return {"until": before.date().isoformat()}, {"since": split.date().isoformat()}


def side_name(side: Side) -> str:
    """What a part is called.

    >>> side_name({"outlet": "The Lantern"}), side_name({"until": "2031-03-05"})
    ('The Lantern', 'until 5 Mar 2031')
    """
    named = [str(side[name]) for name in ("speaker", "actor", "side", "outlet") if side.get(name)]
    first, last = (day(side.get(name)) for name in ("since", "until"))  # type: ignore[arg-type]
    if first is not None and last is not None:
        named.append(f"{written(first, short=True)} to {written(last, short=True)}")
    elif first is not None:
        named.append(f"from {written(first, short=True)} on")
    elif last is not None:
        named.append(f"until {written(last, short=True)}")
    return ", ".join(named) or "all"
