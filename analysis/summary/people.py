"""Speakers, actors and outlets: one row each, the busiest first."""

from __future__ import annotations

import pandas as pd

from analysis.summary.copies import once
from analysis.summary.intervals import MIN_SHARE, estimates
from analysis.summary.observed import quotes, sentences, statements
from analysis.tables import Tables


def speakers(tables: Tables, *, weights: pd.Series | None = None) -> pd.DataFrame:
    """Everyone who is quoted by name.

    Returns:
        speaker, affiliation (the most frequent), quotes, articles, outlets, direct (share of
        direct quotes, 0..1, missing under `MIN_SHARE` quotes), targets (actors spoken about),
        tone (mean polarity of the quotes, -1..1), tone_low, tone_high, evidence.
    """
    said = quotes(tables)
    said = said[said.speaker.notna()]
    made = estimates(said, ["speaker"], "polarity", weights=weights)
    made = made.rename(columns=_named("tone")).rename(columns={"count": "quotes"})
    of = said.groupby("speaker")
    about = statements(tables).groupby("speaker").target.nunique()
    made["affiliation"] = made.speaker.map(of.affiliation.agg(_commonest))
    made["outlets"] = made.speaker.map(of.outlet.nunique())
    made["direct"] = made.speaker.map(of.kind.agg(lambda kinds: kinds.eq("direct").mean()))
    made["direct"] = made.direct.where(made.quotes >= MIN_SHARE)
    made["targets"] = made.speaker.map(about).fillna(0).astype("int64")
    columns = ["speaker", "affiliation", "quotes", "articles", "outlets", "direct", "targets"]
    return _busiest(made, "quotes")[[*columns, "tone", "tone_low", "tone_high", "evidence"]]


def actors(tables: Tables, *, weights: pd.Series | None = None) -> pd.DataFrame:
    """Everyone who is named, and how speakers and narrators stand toward them.

    Returns:
        actor, actor_type, mentions, articles, quotes (of the actor as a speaker), and for
        each voice (`speakers`, `narrators`): the mean stance, `_low`, `_high`, `_count`;
        then evidence (all statements about the actor).
    """
    named = once(tables, tables.mentions).groupby("actor", sort=False)
    made = named.agg(
        actor_type=("actor_type", "first"), mentions=("start", "size"),
        articles=("article_id", "nunique"),
    ).reset_index()  # fmt: skip
    made["quotes"] = made.actor.map(quotes(tables).groupby("speaker").size())
    made["quotes"] = made.quotes.fillna(0).astype("int64")
    told = statements(tables)
    for voice, name in (("speaker", "speakers"), ("narrator", "narrators")):
        of = told[told.voice == voice]
        found = estimates(of, ["target"], "score", weights=weights).set_index("target")
        for column, short in _named(name).items():
            made[short] = made.actor.map(found[column]).astype(float)
        made[f"{name}_count"] = made.actor.map(found["count"]).fillna(0).astype("int64")
    made["evidence"] = made.actor.map(told.groupby("target").evidence_id.agg(" ".join))
    return _busiest(made, "mentions")


def outlets(tables: Tables, *, weights: pd.Series | None = None) -> pd.DataFrame:
    """Who published, and how much of it is in whose words.

    Returns:
        outlet, articles, first and last (days), quotes, per_article (quotes per article),
        speakers, direct and unnamed (shares of quotes, missing under `MIN_SHARE` quotes),
        tone (mean polarity of the narrator's sentences, -1..1), tone_low, tone_high,
        evidence (those sentences, and the quotes). Articles without an outlet are a row of
        their own, last.
    """
    of = once(tables, tables.articles).groupby("outlet", sort=False, dropna=False)
    made = of.agg(
        articles=("article_id", "size"), first=("published", "min"), last=("published", "max")
    ).reset_index()
    said = quotes(tables).groupby("outlet", dropna=False)
    counted = said.agg(
        quotes=("quote_id", "nunique"),
        speakers=("speaker", "nunique"),
        direct=("kind", lambda kinds: kinds.eq("direct").mean()),
        unnamed=("speaker", lambda names: names.isna().mean()),
    )
    # by reindexing: `merge` fails on the empty columns of an empty corpus
    for column in ("quotes", "speakers"):
        made[column] = _looked_up(counted[column], made.outlet).fillna(0).astype("int64")
    for column in ("direct", "unnamed"):
        made[column] = _looked_up(counted[column], made.outlet).where(made.quotes >= MIN_SHARE)
    made["per_article"] = made.quotes / made.articles
    told = sentences(tables)
    tone = estimates(told[told.voice == "narrator"], ["outlet"], "polarity", weights=weights)
    for column, name in _named("tone").items():
        made[name] = _looked_up(tone.set_index("outlet")[column], made.outlet)
    ids = pd.concat([told[told.voice == "narrator"], quotes(tables)])
    ids = ids.groupby("outlet", dropna=False).evidence_id.agg(" ".join)
    made["evidence"] = ids.reindex(made.outlet).fillna("").astype("str").to_numpy()
    known = made.outlet.notna()
    return pd.concat([_busiest(made[known], "articles"), made[~known]], ignore_index=True)


def _named(name: str) -> dict[str, str]:
    return {"value": name, "low": f"{name}_low", "high": f"{name}_high"}


def _looked_up(values: pd.Series, keys: pd.Series) -> pd.Series:
    return pd.Series(values.reindex(keys).to_numpy(float, na_value=float("nan")), index=keys.index)


def _busiest(made: pd.DataFrame, column: str) -> pd.DataFrame:
    return made.sort_values(column, ascending=False, kind="stable").reset_index(drop=True)


def _commonest(names: pd.Series) -> str | None:
    found = names.dropna().mode()
    return found.iloc[0] if len(found) else None
