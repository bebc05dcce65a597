"""In whose words: the verbs that attribute, and direct beside indirect speech.

"She admitted" lets the outlet stand behind the words, "she claimed" lets it step back and
"she said" does neither. Factive verbs take what follows for true (Kiparsky and Kiparsky,
Fact, 1970); such choices mark a text's leaning (Recasens, Danescu-Niculescu-Mizil and
Jurafsky, Linguistic Models for Analyzing and Detecting Biased Language, 2013).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.summary.intervals import MIN_SHARE
from analysis.summary.observed import quotes
from analysis.summary.shares import shares
from analysis.tables import Tables

UNCLASSED = "other"
UNKNOWN = "outlet unknown"

# how far the outlet stands behind the words, by cue class; what is not here is neutral
ENDORSEMENT = {
    "admit": "endorsing",
    "confirm": "endorsing",
    "explain": "endorsing",
    "note": "endorsing",
    "show": "endorsing",
    "argue": "distancing",
    "claim": "distancing",
}


def endorsement(cue_class: object) -> str:
    """How far an outlet stands behind words that it gives with such a cue.

    >>> endorsement("claim"), endorsement("say"), endorsement(None)
    ('distancing', 'neutral', 'neutral')
    """
    return ENDORSEMENT.get(str(cue_class), "neutral")


def cue_profile(
    tables: Tables,
    *,
    by: str = "outlet",
    of: str = "cue_class",
    keep: Collection[str] | None = None,
    weights: pd.Series | None = None,
    least: int = MIN_SHARE,
) -> pd.DataFrame:
    """With which verbs an outlet gives, or a speaker is given, quotes.

    Args:
        tables: an analysis, whole or selected.
        by: `outlet` or `speaker`.
        of: `cue_class`, or `endorsement` for the three groups of classes.
        keep: classes that are counted apart, all others together as `other`, so that the
            interval holds for their sum; by default every class.
        weights: article_id -> weight.
        least: quotes below which no share is given.

    Returns:
        As `shares`: a row per `by` and class. Quotes without a cue count as `other`, articles
        without an outlet as `outlet unknown`; quotes without a speaker are left out by speaker.
    """
    said = _quotes(tables)
    said["cue_class"] = said.cue_class.fillna(UNCLASSED)
    if keep is not None:
        said["cue_class"] = said.cue_class.where(said.cue_class.isin(keep), UNCLASSED)
    said["endorsement"] = said.cue_class.map(endorsement)
    return shares(said, by, of, weights=weights, least=least)


def kinds(
    tables: Tables,
    *,
    by: str = "outlet",
    weights: pd.Series | None = None,
    least: int = MIN_SHARE,
) -> pd.DataFrame:
    """How many quotes are direct, indirect and mixed, by `outlet` or `speaker`; as `shares`."""
    return shares(_quotes(tables), by, "kind", weights=weights, least=least)


def _quotes(tables: Tables) -> pd.DataFrame:
    said = quotes(tables)
    return said.assign(outlet=said.outlet.fillna(UNKNOWN))
