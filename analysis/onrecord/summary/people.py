"""Speakers, actors and outlets: one row each, the busiest first."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.affiliations import affiliations
from onrecord.summary.audited import Audit, audited
from onrecord.summary.intervals import MIN_SHARE, estimates
from onrecord.summary.observed import rows
from onrecord.tables import Tables


def speakers(tables: Tables, *, top: int | None = None) -> pd.DataFrame:
    """Everyone who is quoted by name.

    Args:
        tables: an analysis, whole or selected.
        top: the most quoted alone, so many; by default all.

    Returns:
        speaker, affiliation (see `affiliations`), quotes, articles, outlets, direct (share of
        direct quotes, 0..1, missing under `MIN_SHARE` quotes), targets (actors spoken about),
        tone (mean polarity of the quotes, -1..1), tone_low, tone_high, evidence.
        `attrs["further"]`: speakers left out by `top`.
    """
    said = rows(tables, "quotes").known("speaker")
    counted = said.counts(
        ["speaker"],
        quotes="rows",
        articles="distinct article_id",
        outlets="distinct outlet",
        direct="share kind direct",
    )
    made = _top(counted, "quotes", top)
    among = made if len(made) < len(counted) else None
    tone = estimates(said, ["speaker"], "polarity", among=among).set_index("speaker")
    for column, name in _named("tone").items():
        made[name] = made.speaker.map(tone[column]).astype(float)
    heard = said if among is None else said.among(among[["speaker"]])
    made["evidence"] = made.speaker.map(heard.ids(["speaker"]).set_index("speaker").evidence)
    about = rows(tables, "statements").known("speaker")
    about = about.counts(["speaker"], n="distinct target").set_index("speaker").n
    made["affiliation"] = made.speaker.map(affiliations(tables, heard))
    made["direct"] = made.direct.where(made.quotes >= MIN_SHARE)
    made["targets"] = made.speaker.map(about).fillna(0).astype("int64")
    columns = ["speaker", "affiliation", "quotes", "articles", "outlets", "direct", "targets"]
    made = _busiest(made, "quotes")[[*columns, "tone", "tone_low", "tone_high", "evidence"]]
    made.attrs["further"] = len(counted) - len(made)
    return made


def actors(tables: Tables, *, top: int | None = None, audit: Audit | None = None) -> pd.DataFrame:
    """Everyone who is named, and how speakers and narrators stand toward them.

    Args:
        tables: an analysis, whole or selected.
        top: the most mentioned alone, so many; by default all.
        audit: a checked sample, from `onrecord.audit.read`.

    Returns:
        actor, actor_type, mentions, articles, quotes (of the actor as a speaker), and for
        each voice (`speakers`, `narrators`): the mean stance, `_low`, `_high`, `_count`;
        then evidence (all statements about the actor). With an audit also what `audited` adds,
        of speakers' mean stance. `attrs["further"]`: actors left out by `top`.
    """
    every = rows(tables, "mentions").counts(
        ["actor"], actor_type="first actor_type", mentions="rows", articles="distinct article_id"
    )
    made = _top(every, "mentions", top)
    quotes = rows(tables, "quotes").known("speaker").counts(["speaker"], n="rows")
    made["quotes"] = made.actor.map(quotes.set_index("speaker").n)
    made["quotes"] = made.quotes.fillna(0).astype("int64")
    among = made[["actor"]].rename(columns={"actor": "target"})
    among = among if len(made) < len(every) else None
    told = rows(tables, "statements")
    for voice, name in (("speaker", "speakers"), ("narrator", "narrators")):
        of = told.where(voice=voice)
        found = estimates(of, ["target"], "score", among=among)
        found = found.set_index("target")
        for column, short in _named(name).items():
            made[short] = made.actor.map(found[column]).astype(float)
        made[f"{name}_count"] = made.actor.map(found["count"]).fillna(0).astype("int64")
    about = rows(tables, "statements")
    about = about if among is None else about.among(among)
    made["evidence"] = made.actor.map(about.ids(["target"]).set_index("target").evidence)
    made = _busiest(made, "mentions")
    made.attrs["further"] = len(every) - len(made)
    if audit is None:
        return made
    return audited(made.assign(voice="speaker"), audit, "score", ["voice", "target"],
                   ["voice", "target"], {"target": "actor"}).drop(columns="voice")  # fmt: skip


def outlets(tables: Tables, *, audit: Audit | None = None) -> pd.DataFrame:
    """Who published, and how much of it is in whose words.

    Args:
        tables: an analysis, whole or selected.
        audit: a checked sample, from `onrecord.audit.read`.

    Returns:
        outlet, articles, first and last (days), quotes, per_article (quotes per article),
        speakers, direct and unnamed (shares of quotes, missing under `MIN_SHARE` quotes),
        tone (mean polarity of the narrator's sentences, -1..1), tone_low, tone_high,
        evidence (those sentences, and the quotes). Articles without an outlet are a row of
        their own, last. With an audit also coverage (mean stance of the narrator's statements,
        -1..1, by the model) and what `audited` adds of it.
    """
    made = rows(tables, "articles").counts(
        ["outlet"], articles="rows", first="least published", last="most published"
    )
    said = rows(tables, "quotes")
    counted = said.counts(["outlet"], quotes=said.each, speakers="distinct speaker")
    counted = counted.set_index("outlet")
    parts = {"direct": said.where(kind="direct"), "unnamed": said.missing("speaker")}
    for name, part in parts.items():
        of = part.counts(["outlet"], n=said.each).set_index("outlet").n
        counted[name] = of.reindex(counted.index).fillna(0) / counted.quotes
    # by reindexing: `merge` fails on the empty columns of an empty corpus
    for column in ("quotes", "speakers"):
        made[column] = _looked_up(counted[column], made.outlet).fillna(0).astype("int64")
    for column in ("direct", "unnamed"):
        made[column] = _looked_up(counted[column], made.outlet).where(made.quotes >= MIN_SHARE)
    made["per_article"] = made.quotes / made.articles
    told = rows(tables, "sentences").where(voice="narrator")
    tone = estimates(told, ["outlet"], "polarity").set_index("outlet")
    for column, name in _named("tone").items():
        made[name] = _looked_up(tone[column], made.outlet)
    told = rows(tables, "sentences").where(voice="narrator")
    ids = pd.concat([told.ids(["outlet"]), said.ids(["outlet"])])
    ids = ids.groupby("outlet", dropna=False).evidence.agg(" ".join)
    made["evidence"] = ids.reindex(made.outlet).fillna("").astype("str").to_numpy()
    known = made.outlet.notna()
    made = pd.concat([_busiest(made[known], "articles"), made[~known]], ignore_index=True)
    if audit is None:
        return made
    own = rows(tables, "statements").where(voice="narrator")
    coverage = estimates(own, ["outlet"], "score").set_index("outlet").value
    made = made.assign(coverage=_looked_up(coverage, made.outlet), voice="narrator")
    return audited(made, audit, "score", ["voice", "outlet"], ["voice", "outlet"]).drop(
        columns="voice"
    )


def _top(counted: pd.DataFrame, column: str, top: int | None) -> pd.DataFrame:
    """The rows with the largest counts, in the order in which they stood."""
    if top is None or top >= len(counted):
        return counted
    kept = counted[column].sort_values(ascending=False, kind="stable").head(top)
    return counted.loc[kept.index.sort_values()].reset_index(drop=True)


def _named(name: str) -> dict[str, str]:
    return {"value": name, "low": f"{name}_low", "high": f"{name}_high"}


def _looked_up(values: pd.Series, keys: pd.Series) -> pd.Series:
    return pd.Series(values.reindex(keys).to_numpy(float, na_value=float("nan")), index=keys.index)


def _busiest(made: pd.DataFrame, column: str) -> pd.DataFrame:
    return made.sort_values(column, ascending=False, kind="stable").reset_index(drop=True)
