"""What is counted, and the same as frames: statements, quotes and sentences."""

from __future__ import annotations

import pandas as pd

from onrecord import schema
from onrecord.summary.copies import counting
from onrecord.summary.counted import Counted
from onrecord.tables import Tables

ARTICLE = ("title", "outlet", "published")
ATTRIBUTION = ["attribution_id", "kind", "cue", "cue_class", "factuality", "confidence"]


def narrator(outlet: object) -> str:
    """What the narrator of an outlet is called where speakers are listed.

    >>> narrator("The Daily"), narrator(None)
    ('Narrator of The Daily', 'Narrator')
    """
    return "Narrator" if outlet is None or pd.isna(outlet) else f"Narrator of {outlet}"


def rows(
    tables: Tables,
    kind: str,
    *,
    negated: bool = False,
    outcomes: bool = False,
    copies: bool = False,
) -> Counted:
    """What is counted, to be asked about.

    Args:
        tables: an analysis, whole or selected.
        kind: statements, quotes, sentences, mentions or articles.
        negated: count also what the article says was not said, and quotes without a clause.
        outcomes: count also what a narrator reports as an outcome (a win, a charge).
        copies: count also the later copies of a story.
    """
    part = tables.part if copies else counting(tables).part
    return Counted.of(part, kind, negated=negated, outcomes=outcomes)


def statements(
    tables: Tables, *, negated: bool = False, outcomes: bool = False, copies: bool = False
) -> pd.DataFrame:
    """Rows of `tables.stances` that count as statements; args as `rows`.

    Returns:
        The columns of `stances` and: evidence_id, voice (speaker or narrator), teller (the
        speaker, or the narrator with the outlet), score (-1..1), probability (of the
        label), title, outlet, published, and of the attribution kind, cue, cue_class,
        factuality, confidence. Row labels are those of `tables.stances`. Attributed
        statements without a known speaker are left out.
    """
    told = rows(tables, "statements", negated=negated, outcomes=outcomes, copies=copies)
    made = told.frame(*ARTICLE[1:], "voice", "teller", "score", "probability")
    said = told.part.ask(f"select {', '.join(ATTRIBUTION)} from attributions")
    facts = said.drop_duplicates("attribution_id").set_index("attribution_id")
    facts = facts.reindex(made.attribution_id).set_axis(made.index, axis=0)
    made = pd.concat([made, facts], axis=1)
    made["evidence_id"] = "s" + made.index.astype("str")
    order = ["evidence_id", "voice", "teller", "score", "probability"]
    return made[[*schema.names("stances"), *ARTICLE, *ATTRIBUTION[1:], *order]]


def quotes(tables: Tables, *, negated: bool = False, copies: bool = False) -> pd.DataFrame:
    """Rows of `tables.attributions` that count as quotes, direct or not; args as `rows`.

    Returns:
        The columns of `attributions` and: evidence_id, quote_id (shared where one quote has
        several speakers), clause (whether the words hold one), title, outlet, published.
    """
    said = rows(tables, "quotes", negated=negated, copies=copies)
    made = said.frame(*ARTICLE[1:], "quote_id", "clause")
    made["evidence_id"] = "q" + made.attribution_id.astype("str")
    return made[[*schema.names("attributions"), *ARTICLE, "evidence_id", "quote_id", "clause"]]


def sentences(tables: Tables, *, copies: bool = False) -> pd.DataFrame:
    """Rows of `tables.sentences` with evidence_id, title, outlet and published."""
    made = rows(tables, "sentences", copies=copies).frame(*ARTICLE[1:])
    made["evidence_id"] = "t" + made.index.astype("str")
    return made[[*schema.names("sentences"), *ARTICLE, "evidence_id"]]
