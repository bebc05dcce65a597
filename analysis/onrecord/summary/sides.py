"""Camps: the sides that the user's `actors.yaml` gives, as rows."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.audited import Audit, audited
from onrecord.summary.counted import Counted
from onrecord.summary.intervals import estimates
from onrecord.summary.observed import rows
from onrecord.tables import Tables

AND = "\n"  # between the names of two camps
_SIDES = "select actor, side from actors where side is not null"


def sided(asked: Counted, of: str, new: str) -> Counted:
    """Rows with a column more: the side of the actor in a column; rows without are left out.

    Args:
        asked: what is counted.
        of: column of actors, such as speaker or target.
        new: name of the column of sides.
    """
    found = f"(select any_value(s.side) from ({_SIDES}) as s where s.actor = {of})"
    return asked.valued(new, found, again=False).known(new)


def sides(tables: Tables) -> pd.DataFrame:
    """Every side that an actor of these tables has, the most quoted first.

    Args:
        tables: an analysis, whole or selected.

    Returns:
        side, actors (of the corpus), speakers, quotes, articles, outlets, share (of the quotes of
        all sides, 0..1), tone (mean polarity of the quotes, -1..1), tone_low, tone_high,
        evidence. Empty where no `actors.yaml` gives a side.
    """
    known = tables.part.ask(f"select side, count(*) as actors from ({_SIDES}) group by side")
    said = sided(rows(tables, "quotes"), "speaker", "side")
    made = said.counts(
        ["side"], speakers="distinct speaker", quotes=said.each, articles="distinct article_id",
        outlets="distinct outlet",
    )  # fmt: skip
    tone = estimates(said, ["side"], "polarity").rename(
        columns={"value": "tone", "low": "tone_low", "high": "tone_high"}
    )
    made = known.merge(made, on="side", how="left")
    for column in ("speakers", "quotes", "articles", "outlets"):
        made[column] = made[column].fillna(0).astype("int64")
    made["share"] = made.quotes / max(int(made.quotes.sum()), 1)
    columns = ["side", "tone", "tone_low", "tone_high", "evidence"]
    made = made.merge(tone[columns], on="side", how="left")
    made["evidence"] = made.evidence.fillna("").astype("str")
    order = made.sort_values(["quotes", "side"], ascending=[False, True], kind="stable")
    return order.reset_index(drop=True)


def between(tables: Tables, *, audit: Audit | None = None) -> pd.DataFrame:
    """How each side stands toward each side: statements of its speakers about its actors.

    Args:
        tables: an analysis, whole or selected.
        audit: a checked sample, from `onrecord.audit.read`.

    Returns:
        side, toward, value (-1 against .. 1 in favor), low, high, count (statements), articles,
        evidence; most statements first. Of oneself included. With an audit also what `audited`
        adds; the camp is that of the speaker whom the person names.
    """
    told = rows(tables, "statements").where(voice="speaker")
    told = sided(sided(told, "speaker", "side"), "target", "toward")
    made = estimates(told, ["side", "toward"], "score")
    made = made.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
    if audit is None or made.empty:
        return made
    known = dict(tables.part.ask(_SIDES).itertuples(index=False, name=None))

    def camps(said: pd.DataFrame) -> pd.Series:
        side, toward = (said[name].map(known) for name in ("speaker", "target"))
        return (side + AND + toward).where(said.voice == "speaker")

    part = made.side + AND + made.toward
    found = audited(made.assign(part=part), audit.parted(camps), "score", ["part"], ["part"])
    return found.drop(columns="part")
