"""Two outlets, two speakers or two periods side by side: how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd

from onrecord.day import day
from onrecord.errors import AnalysisError
from onrecord.summary.audited import Audit, audited_parts
from onrecord.summary.copies import counting
from onrecord.summary.counted import Counted
from onrecord.summary.cues import ENDORSEMENT, NEUTRAL, UNCLASSED
from onrecord.summary.difference import COLUMNS, Part, clear, differences
from onrecord.summary.intervals import UNIT
from onrecord.summary.observed import rows
from onrecord.summary.opposites import Side, sides_compared
from onrecord.summary.selection import select
from onrecord.summary.words import listed
from onrecord.tables import Tables

OF = {"quotes": None, "stance": "speaker", "coverage": "narrator"}
VERBS = 6  # classes of verbs that are compared
NOBODY = "without a named speaker"


def compare(
    tables: Tables,
    one: Side | None = None,
    other: Side | None = None,
    *,
    of: str = "quotes",
    audit: Audit | None = None,
) -> pd.DataFrame:
    """How two parts of an analysis differ.

    Args:
        tables: an analysis, whole or selected.
        one: what the first part is, as `select` takes it: `{"outlet": "The Lantern"}`,
            `{"speaker": "Ada Quist"}` or `{"since": "2031-03-01", "until": "2031-03-31"}`; by
            default both parts are those of `opposites`.
        other: what the second part is.
        of: `quotes` (shares of them, 0..1), `stance` (mean stance of speakers toward each actor
            that both speak of, -1..1) or `coverage` (the same of the outlets' own sentences).
        audit: a checked sample, from `onrecord.audit.read`; of stance and coverage.

    Returns:
        A row per thing compared: what, one, other (the share or mean of each), difference (one -
        other) with its 95 % interval (missing under `MIN_ARTICLES` articles of either), count_*
        (quotes or statements), part_* (those of the share), articles_*, clear (enough behind
        both, `MIN_MEAN` or more, and no likely find by chance among all rows: see
        `directions`), evidence_*. With an audit also what `audited_parts` adds: corrected_one,
        corrected_other, corrected_difference.

    Raises:
        AnalysisError: one of the parts is given alone, a name stands nowhere, or an audit is
            asked of what it does not check.
    """
    if of not in OF:
        raise AnalysisError(f"There is nothing to compare {of!r} by; there is {listed(list(OF))}.")
    chosen = sides_compared(tables, one, other)
    if chosen is None:
        return pd.DataFrame(columns=COLUMNS)
    parts = [select(counting(tables), **{**side, "copies": True}) for side in chosen]  # type: ignore[arg-type]
    voice = OF[of]
    if voice is None:
        pairs = _shares(parts, named=any("speaker" in side for side in chosen))
        made, unit = differences(pairs, (-1, 1)), 1
    else:
        pairs, unit = _means(parts, voice), UNIT
        made = differences(pairs, (-2, 2), unit)
    made["clear"] = clear(made)
    return made[COLUMNS] if audit is None else _audited(made[COLUMNS], audit, chosen, voice)


def _audited(
    made: pd.DataFrame, audit: Audit, sides: Sequence[Side], voice: str | None
) -> pd.DataFrame:
    """The differences with the corrected ones."""
    if voice is None:
        raise AnalysisError(
            "An audit checks statements: it corrects of='stance' and of='coverage', no shares of "
            "quotes."
        )
    found = {}
    for name, side in zip(("one", "other"), sides, strict=True):
        inside = audit.parted(partial(_inside, side=side, voice=voice))
        part = inside.estimate("score", ["part", "target"])
        found[name] = part.rename(columns={"target": "what"})
    return audited_parts(made, audit, found, ["what"], "difference")


def _inside(said: pd.DataFrame, side: Side, voice: str) -> pd.Series:
    """Which statements are of a part, as `select` chooses them.

    Raises:
        AnalysisError: the part is of another kind.
    """
    if extra := sorted(set(side) - {"outlet", "speaker", "since", "until"}):
        raise AnalysisError(f"An audit compares outlets, speakers and days, not by {extra[0]!r}.")
    kept = said.voice == voice
    for name in ("outlet", "speaker"):
        if side.get(name):
            kept &= said[name] == side[name]
    if (first := day(side.get("since"), "since")) is not None:  # type: ignore[arg-type]
        kept &= said.published >= first
    if (last := day(side.get("until"), "until")) is not None:  # type: ignore[arg-type]
        kept &= said.published < last + pd.Timedelta(days=1)
    return kept.map({True: "inside"}).astype("object")


def _shares(parts: list[Tables], named: bool) -> list[tuple[str, Part, Part]]:
    """What is compared of quotes; of speakers not whether they are named."""
    said = [
        rows(part, "quotes")
        .filled("cue_class", UNCLASSED)
        .mapped("endorsement", "cue_class", ENDORSEMENT, NEUTRAL)
        for part in parts
    ]
    wholes = [of.counts(["article_id"], n=of.each).set_index("article_id").n for of in said]
    if any(whole.empty for whole in wholes):
        return []
    asked = [("in the speaker's own words", "kind = 'direct'")]
    asked += [] if named else [(NOBODY, "speaker is null")]
    asked += [(f"{name} verbs", f"endorsement = '{name}'") for name in ("endorsing", "distancing")]
    asked += [(f"verbs like “{name}”", f"cue_class = '{name}'") for name in _verbs(said)]
    one, other = zip(said, wholes, strict=True)

    def pair(what: str, that: str) -> tuple[str, Part, Part]:
        return what, _part(one[0].that(that), one[1]), _part(other[0].that(that), other[1])

    return [pair(*each) for each in asked]


def _verbs(said: list[Counted]) -> list[str]:
    """The classes of verbs that stand most often in both, the most frequent first."""
    counts = [of.counts(["cue_class"], n=of.each).set_index("cue_class").n for of in said]
    both = counts[0].add(counts[1], fill_value=0).drop(UNCLASSED, errors="ignore")
    order = sorted(both.index, key=lambda name: (-both[name], name))
    return [str(name) for name in order[:VERBS]]


def _part(of: Counted, whole: pd.Series) -> Part:
    found = of.counts(["article_id"], n=of.each).set_index("article_id").n
    ids = of.ids([]).evidence
    made = pd.DataFrame({"s": found.reindex(whole.index).fillna(0).astype("int64"), "n": whole})
    return made, ids.iloc[0] if len(ids) else ""


def _means(parts: list[Tables], voice: str) -> list[tuple[str, Part, Part]]:
    """The actors that both take up, those with the most statements first."""
    told = [rows(part, "statements").where(voice=voice) for part in parts]
    sums = [of.sums(["target", "article_id"], "score", UNIT) for of in told]
    counts = sums[0].groupby("target").n.sum() + sums[1].groupby("target").n.sum()
    both = counts.dropna()  # most actors are taken up by one of them alone
    found = []
    for of, each in zip(told, sums, strict=True):
        each = each[each.target.isin(both.index)].set_index("article_id")
        ids = of.ids(["target"]).set_index("target").evidence
        groups = each[["s", "n"]].groupby(each.target, sort=False)
        found.append({name: (own, ids[name]) for name, own in groups})
    order = sorted(both.index, key=lambda name: (-int(both[name]), name))
    return [(str(name), found[0][name], found[1][name]) for name in order]
