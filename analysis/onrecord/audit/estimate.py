"""Three estimates side by side: of the model alone, of the labels alone, and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from onrecord.audit.correct import Checked, Corrected, correct
from onrecord.audit.width import more_labels
from onrecord.errors import AuditError
from onrecord.summary.counted import Counted
from onrecord.summary.intervals import estimates

MEASURES = {"score": (-1.0, 1.0), "favor": (0.0, 1.0), "against": (0.0, 1.0), "none": (0.0, 1.0)}
BY = {
    "outlet": ["outlet"],
    "speaker": ["speaker"],
    "target": ["target"],
    "voice": ["voice"],
    "pair": ["teller", "target"],
    "month": ["month"],
    "year": ["year"],
}
PART = "part"  # of a comparison, where the audit was divided into some
NAMED = {"speaker", "teller", "voice", PART}  # the person says what they are
CAVEAT = (
    "Corrections guard against bias and cost power: an interval is wider than the model's own, "
    "which leaves the model's errors out. What the analysis missed altogether is in no column."
)
ENDS = ("", "_low", "_high")


@dataclass(frozen=True, slots=True)
class Person:
    """The checked rows.

    Attributes:
        rows: as the person has them, with the columns of `frame`.
        at: int64 (checked,), their places in the frame.
        weight: float64 (checked,), one over the probability of having been drawn and answered.
        stratum: int64 (rows,), the stratum of every row of the frame.
        counts: bool (checked,), it is a statement of somebody.
        named: bool (checked,), the person said who speaks.
    """

    rows: pd.DataFrame
    at: np.ndarray
    weight: np.ndarray
    stratum: np.ndarray
    counts: np.ndarray
    named: np.ndarray

    def checked(self, article: pd.Series, kept: np.ndarray) -> Checked:
        """What `correct` asks for, of some of the checked rows.

        Args:
            article: the article of every row of the frame.
            kept: bool (checked,); the weights of these make up for the others.
        """
        codes = pd.factorize(article)[0].astype("int64")
        drawn = self.stratum[self.at]
        size = int(self.stratum.max(initial=0)) + 1
        all_of = np.bincount(drawn, self.weight, size)
        rest = np.bincount(drawn[kept], self.weight[kept], size)
        lost = all_of.sum() / max(rest.sum(), 1e-9)
        more = np.divide(all_of, rest, out=np.full(size, lost), where=rest > 0)
        return Checked(codes, self.stratum, self.at[kept], (self.weight * more[drawn])[kept])


def estimate(
    rows: pd.DataFrame,
    person: Person,
    measure: str = "score",
    by: str | Sequence[str] = (),
    *,
    width: float | None = None,
) -> pd.DataFrame:
    """A mean or a share of statements, three times.

    Args:
        rows: the statements, see `onrecord.audit.frame.frame`.
        person: the checked ones.
        measure: score (mean stance, -1 to 1), or favor, against or none (share, 0 to 1).
        by: groups: outlet, speaker, target, voice, pair, month or year, or several of these.
        width: of the 95 % interval that is wished, from end to end.

    Returns:
        A row per group, most statements first: the columns of `by`; statements and articles
        (of the model); checked (statements of the group, by the model or the person); and for
        each of model, labels and corrected the value, `_low` and `_high`, missing where fewer
        than `intervals.MIN_ARTICLES` articles are behind; gain: how many times as many labels
        alone would give the corrected interval; with `width` also more: statements to check
        beside those that were, of all groups, missing where only more articles help.

    Raises:
        AuditError: there is no such measure or group, or the width is none.
    """
    if width is not None and not 0 < width <= 2:
        raise AuditError(f"No interval is {width:g} wide; wish for more than 0, and 2 at most.")
    if measure not in MEASURES:
        raise AuditError(f"{measure!r} is no measure; there are {', '.join(MEASURES)}.")
    keys = columns(by, parted=PART in rows)
    kept = person.named if NAMED & set(keys) else np.ones(len(person.at), bool)
    checked = person.checked(rows.article_id, kept)
    told, counts = person.rows[kept], person.counts[kept]
    made = _model(rows, keys, measure)
    found = []
    for group in made[keys].itertuples(index=False):
        inside, right = (_among(each, keys, group) for each in (rows, told))
        model = _both(rows[measure].to_numpy(float), inside)
        own = _both(told[measure].to_numpy(float), right & counts)
        labels = correct(checked.unstratified(), model, own, trust=0.0, bounds=MEASURES[measure])
        corrected = correct(checked, model, own, bounds=MEASURES[measure])
        found.append(_row(labels, corrected, width, len(person.at), len(rows)))
    names = ["checked", *(f"{n}{end}" for n in ("labels", "corrected") for end in ENDS), "gain"]
    more = pd.DataFrame(found, columns=[*names, "more"]).astype(dict.fromkeys(names, float))
    more = more.astype({"checked": "int64", "more": "Int64"})
    shown = [*keys, "statements", "articles", "checked", *(f"model{end}" for end in ENDS)]
    made = pd.concat([made.reset_index(drop=True), more], axis=1)[[*shown, *names[1:], "more"]]
    return made if width is not None else made.drop(columns="more")


def columns(by: str | Sequence[str], parted: bool = False) -> list[str]:
    """The columns of the groups that are asked for.

    Args:
        by: their names.
        parted: whether there are parts of a comparison.

    Raises:
        AuditError: there is no such group.

    >>> columns(["pair", "month"])
    ['teller', 'target', 'month']
    """
    asked = [by] if isinstance(by, str) else list(by)
    known = {**BY, PART: [PART]} if parted else BY
    for name in asked:
        if name not in known:
            raise AuditError(f"{name!r} makes no groups; {', '.join(BY)} do.")
    return list(dict.fromkeys(column for name in asked for column in known[name]))


def _model(rows: pd.DataFrame, keys: list[str], measure: str) -> pd.DataFrame:
    """The model's own estimates, as the summaries give them."""
    shown = rows[["article_id", "evidence_id", *keys]].assign(measured=rows[measure])
    counted = Counted.loose(shown)
    made = estimates(counted.known(*keys) if keys else counted, keys, "measured")
    made = made.sort_values("count", ascending=False, kind="stable")
    least, most = MEASURES[measure]
    return made.assign(
        statements=made["count"].astype("int64"),
        model=made.value,
        model_low=made.low.clip(least, most),
        model_high=made.high.clip(least, most),
    )


def _among(rows: pd.DataFrame, keys: list[str], group: tuple) -> np.ndarray:
    inside = np.ones(len(rows), bool)
    for name, value in zip(keys, group, strict=True):
        inside &= (rows[name] == value).fillna(False).to_numpy(bool)
    return inside


def _both(values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    return np.column_stack([np.where(counts, values, 0.0), counts.astype(float)])


def _row(
    labels: Corrected, corrected: Corrected, width: float | None, checked: int, rows: int
) -> tuple:
    known = corrected.low is not None
    gain = labels.variance / corrected.variance if known and corrected.variance > 0 else None
    more = None
    if width is not None and known:
        more = more_labels(corrected, width, checked=checked, rows=rows)
    # a value without an interval is no estimate
    three = [
        (one.value, one.low, one.high) if one.low is not None else (None, None, None)
        for one in (labels, corrected)
    ]
    return corrected.checked, *three[0], *three[1], gain, more
