"""In whose words: the verbs that attribute, and direct beside indirect speech.

"She admitted" lets the outlet stand behind the words, "she claimed" lets it step back and
"she said" does neither. Factive verbs take what follows for true (Kiparsky and Kiparsky,
Fact, 1970); such choices mark a text's leaning (Recasens, Danescu-Niculescu-Mizil and
Jurafsky, Linguistic Models for Analyzing and Detecting Biased Language, 2013).
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from onrecord.summary.counted import Counted
from onrecord.summary.intervals import MIN_SHARE
from onrecord.summary.observed import rows
from onrecord.summary.shares import shares
from onrecord.tables import Tables

UNCLASSED = "other"
UNKNOWN = "outlet unknown"

NEUTRAL = "neutral"

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


def cue_profile(
    tables: Tables,
    *,
    by: str = "outlet",
    of: str = "cue_class",
    keep: Collection[str] | None = None,
    least: int = MIN_SHARE,
    top: int | None = None,
) -> pd.DataFrame:
    """With which verbs an outlet gives, or a speaker is given, quotes.

    Args:
        tables: an analysis, whole or selected.
        by: `outlet` or `speaker`.
        of: `cue_class`, or `endorsement` for the three groups of classes.
        keep: classes that are counted apart, all others together as `other`, so that the
            interval holds for their sum; by default every class.
        least: quotes below which no share is given.
        top: the largest groups alone, so many; by default all.

    Returns:
        As `shares`: a row per `by` and class. Quotes without a cue count as `other`, articles
        without an outlet as `outlet unknown`; quotes without a speaker are left out by speaker.
    """
    said = _quotes(tables).filled("cue_class", UNCLASSED)
    if keep is not None:
        said = said.mapped("cue_class", "cue_class", {name: name for name in keep}, UNCLASSED)
    said = said.mapped("endorsement", "cue_class", ENDORSEMENT, NEUTRAL)
    return shares(said, by, of, least=least, top=top)


def cue_classes(tables: Tables, *, by: str = "outlet") -> list:
    """The classes of the verbs that attribute, the most frequent first; args as `cue_profile`."""
    said = _quotes(tables).filled("cue_class", UNCLASSED).known(by)
    counts = said.counts([by, "cue_class"], n=said.each).groupby("cue_class").n.sum()
    return list(counts.sort_values(ascending=False, kind="stable").index)


def kinds(
    tables: Tables,
    *,
    by: str = "outlet",
    least: int = MIN_SHARE,
    top: int | None = None,
) -> pd.DataFrame:
    """How many quotes are direct, indirect and mixed, by `outlet` or `speaker`; as `shares`."""
    return shares(_quotes(tables), by, "kind", least=least, top=top)


def _quotes(tables: Tables) -> Counted:
    return rows(tables, "quotes").filled("outlet", UNKNOWN)
