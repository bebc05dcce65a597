"""What is counted: statements, quotes and sentences, each row with its article's facts."""

from __future__ import annotations

import pandas as pd

from onrecord.summary.copies import counting, once
from onrecord.summary.filed import Filed
from onrecord.summary.rows import Rows
from onrecord.tables import Tables

ARTICLE = ["article_id", "title", "outlet", "published"]
ATTRIBUTION = ["attribution_id", "kind", "cue", "cue_class", "factuality", "confidence"]


def narrator(outlet: object) -> str:
    """What the narrator of an outlet is called where speakers are listed.

    >>> narrator("The Daily"), narrator(None)
    ('Narrator of The Daily', 'Narrator')
    """
    return "Narrator" if outlet is None or pd.isna(outlet) else f"Narrator of {outlet}"


def rows(
    tables: Tables, kind: str, *, negated: bool = False, weights: pd.Series | None = None
) -> Rows | Filed:
    """What is counted, to be asked about: the one place that decides where it is counted.

    The rows of a store are counted by DuckDB where they lie; those of tables in memory, and
    of articles that weigh differently, by pandas.

    Args:
        tables: an analysis, whole or selected.
        kind: statements, quotes, sentences, mentions or articles.
        negated: count also what the article says was not said.
        weights: article_id -> weight; with them rows are held in memory.
    """
    part = counting(tables).part if weights is None else None
    if part is not None:
        return Filed.of(part, kind, negated=negated)
    if kind in ("mentions", "articles"):
        held = once(tables, getattr(tables, kind))
    elif kind == "sentences":
        held = sentences(tables)
    else:
        held = (statements if kind == "statements" else quotes)(tables, negated=negated)
    return Rows(held).weighted(weights)


def statements(tables: Tables, *, negated: bool = False, copies: bool = False) -> pd.DataFrame:
    """Rows of `tables.stances` that count as statements.

    Args:
        tables: an analysis, whole or selected.
        negated: count also what the article says was not said.
        copies: count also the later copies of a story.

    Returns:
        The columns of `stances` and: evidence_id, voice (speaker or narrator), teller (the
        speaker, or the narrator with the outlet), score (-1..1), probability (of the
        label), title, outlet, published, and of the attribution kind, cue, cue_class,
        factuality, confidence. Row labels are those of `tables.stances`. Attributed
        statements without a known speaker are left out.
    """
    rows = _joined(tables, tables.stances, copies)
    known = tables.attributions[ATTRIBUTION].drop_duplicates("attribution_id")
    rows = _merged(rows, known, "attribution_id")
    if not negated:
        rows = rows[rows.factuality.ne("negated")]
    rows = rows[rows.attribution_id.isna() | rows.speaker.notna()]
    told = rows.speaker.isna() & rows.attribution_id.isna()
    names = rows.outlet.map(narrator, na_action=None) if len(rows) else rows.outlet
    return rows.assign(
        evidence_id="s" + rows.index.astype("str"),
        voice=told.map({True: "narrator", False: "speaker"}).astype("str"),
        teller=rows.speaker.where(~told, names),
        score=rows.favor - rows.against,
        probability=rows[["favor", "against", "none"]].max(axis=1),
    )


def quotes(tables: Tables, *, negated: bool = False, copies: bool = False) -> pd.DataFrame:
    """Rows of `tables.attributions` that count as quotes, direct or not; args as `statements`.

    Returns:
        The columns of `attributions` and: evidence_id, quote_id (shared where one quote has
        several speakers), title, outlet, published.
    """
    rows = _joined(tables, tables.attributions, copies)
    if not negated:
        rows = rows[rows.factuality.ne("negated")]
    ids = rows.attribution_id.astype("str")
    return rows.assign(evidence_id="q" + ids, quote_id=ids.str.replace(r"\.\d+$", "", regex=True))


def sentences(tables: Tables, *, copies: bool = False) -> pd.DataFrame:
    """Rows of `tables.sentences` with evidence_id, title, outlet and published."""
    rows = _joined(tables, tables.sentences, copies)
    return rows.assign(evidence_id="t" + rows.index.astype("str"))


def _joined(tables: Tables, rows: pd.DataFrame, copies: bool) -> pd.DataFrame:
    rows = rows if copies else once(tables, rows)
    return _merged(rows, tables.listed[ARTICLE], "article_id")


def _merged(rows: pd.DataFrame, facts: pd.DataFrame, key: str) -> pd.DataFrame:
    """`rows` with the facts of their key, row labels kept (`merge` would renumber them)."""
    found = facts.set_index(key)
    added = found.reindex(rows[key])
    added.index = rows.index
    return pd.concat([rows, added], axis=1)
