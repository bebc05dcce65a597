"""Whom a speaker speaks for: what the texts say often enough, or what the user says."""

from __future__ import annotations

import pandas as pd

from onrecord.lexicon.vocabulary import SPOKESMEN
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.tables import Tables

LEAST = 2  # quotes in which it must stand
OF_ALL = 0.1  # part of the speaker's quotes in which it must stand
OF_NAMED = 0.5  # part of those quotes that name any affiliation
# how a source says that it speaks for a person
FOR = rf"(?i)\b({'|'.join(sorted(SPOKESMEN))}|speaking for|on behalf of)\b"


def affiliations(tables: Tables, quotes: Counted) -> pd.Series:
    """The affiliation of each speaker, by name; speakers without one are left out.

    It stands in two quotes or more, in a tenth of all and in half of those that name any. A
    person is nobody's affiliation unless the source says "a spokesman for". The user's word
    (`affiliation` in actors.yaml) always wins.

    Args:
        tables: an analysis.
        quotes: of known speakers.
    """
    people = rows(tables, "mentions", copies=True).where(actor_type="person")
    people = people.counts(["actor"], n="rows").actor
    every = quotes.counts(["speaker"], n="rows").set_index("speaker").n
    named = quotes.known("affiliation").that("affiliation <> speaker")
    named = named.valued("spokes", f"regexp_matches(source, '{FOR}')", again=False)
    counted = named.counts(["speaker", "affiliation", "spokes"], n="rows")
    person = counted.affiliation.isin(people)
    counted = counted[counted.spokes | ~person]
    of = counted.groupby(["speaker", "affiliation"], as_index=False).n.sum()
    of = of.sort_values(["n", "affiliation"], ascending=[False, True], kind="stable")
    best = of.drop_duplicates("speaker").set_index("speaker")
    total = of.groupby("speaker").n.sum().reindex(best.index)
    enough = (best.n >= LEAST) & (best.n >= OF_NAMED * total)
    enough &= best.n >= OF_ALL * every.reindex(best.index)
    told = best.affiliation[enough].astype("str")
    given = tables.provenance.get("affiliations") or {}
    known = {name: side for name, side in given.items() if name in every.index}
    return pd.Series({**told.to_dict(), **known}, dtype="str")
