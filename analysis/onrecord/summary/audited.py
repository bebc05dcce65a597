"""Numbers beside those of a sample that somebody checked by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
import pandas as pd

from onrecord.errors import AnalysisError

Part = Callable[[pd.DataFrame], pd.Series]
LABELS = ("favor", "against", "none")
GROUPS = ("outlet", "speaker", "target", "voice", "month", "year")
CORRECTED = ["corrected", "corrected_low", "corrected_high", "checked"]


class Audit(Protocol):
    """What `onrecord.audit.read` gives."""

    @property
    def caption(self) -> str:
        """How much was checked, and how much of it was right."""
        ...

    def estimate(self, measure: str, by: Sequence[str]) -> pd.DataFrame:
        """Corrected means or shares by group."""
        ...

    def parted(self, part: Part) -> Audit:
        """The same with its statements in parts, to estimate by `part`."""
        ...


def audited(
    made: pd.DataFrame,
    audit: Audit | None,
    measure: str,
    by: Sequence[str],
    keys: list[str],
    named: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """A summary with the corrected numbers, where there is an audit.

    Args:
        made: the summary.
        audit: the checked sample; None for no more columns.
        measure: score, favor, against or none.
        by: the audit's groups that its rows are.
        keys: the columns that these groups have.
        named: what the summary calls those of them that it calls otherwise.

    Returns:
        Columns more: corrected, corrected_low, corrected_high (missing where too few were
        checked) and checked; `attrs["caption"]`, to be said wherever they are shown.
    """
    if audit is None:
        return made
    found = audit.estimate(measure, by)[[*keys, *CORRECTED]].rename(columns=dict(named or {}))
    return _beside(made, found, [(named or {}).get(key, key) for key in keys], audit)


def audited_shares(
    made: pd.DataFrame, audit: Audit | None, by: str, of: str, statements: bool
) -> pd.DataFrame:
    """Shares with the corrected ones; see `audited`.

    Args:
        made: a row per group and class.
        audit: the checked sample; None for no more columns.
        by: the column of groups.
        of: the column of classes.
        statements: whether the rows are statements.

    Raises:
        AnalysisError: a sample of statements says nothing of such shares.
    """
    if audit is None:
        return made
    if of != "label" or by not in GROUPS or not statements:
        raise AnalysisError(
            "An audit checks statements: it corrects the shares of their labels (of='label'), by "
            f"{', '.join(GROUPS)}."
        )
    found = pd.concat([audit.estimate(label, [by]).assign(label=label) for label in LABELS])
    return _beside(made, found[[by, of, *CORRECTED]], [by, of], audit)


def audited_parts(
    made: pd.DataFrame, audit: Audit, found: Mapping[str, pd.DataFrame], on: list[str], what: str
) -> pd.DataFrame:
    """A comparison with the corrected means of both parts, and how far they are apart.

    The interval of the difference follows from the two intervals ("MOVER", Zou and Donner,
    "Construction of confidence intervals about effect measures", 2008), as of independent parts.

    Args:
        made: the comparison.
        audit: the checked sample.
        found: name of each part to its estimates, the one that is taken off last.
        on: the columns that name a row, in the comparison and the estimates.
        what: name of the difference.

    Returns:
        Columns more: of each part corrected_* and checked_*; corrected_<what>, with `_low` and
        `_high`; all missing where too few were checked. `attrs["caption"]` as in `audited`.
    """
    more = made
    for name, each in found.items():
        mine = each[[*on, *CORRECTED]].rename(columns={one: f"{one}_{name}" for one in CORRECTED})
        more = more.merge(mine, on=on, how="left", validate="many_to_one")
        more[f"checked_{name}"] = more[f"checked_{name}"].fillna(0).astype("int64")
    one, other = found
    a, la, ua, b, lb, ub = (
        more[f"corrected{end}_{name}"].to_numpy(float)
        for name in (one, other)
        for end in ("", "_low", "_high")
    )
    more[f"corrected_{what}"] = a - b
    more[f"corrected_{what}_low"] = a - b - np.hypot(a - la, ub - b)
    more[f"corrected_{what}_high"] = a - b + np.hypot(ua - a, b - lb)
    ends = [f"corrected{end}_{name}" for name in found for end in ("_low", "_high")]
    more = more.drop(columns=ends)
    more.attrs = {**made.attrs, "caption": audit.caption}
    return more


def _beside(made: pd.DataFrame, found: pd.DataFrame, on: list[str], audit: Audit) -> pd.DataFrame:
    more = made.merge(found, on=on, how="left", validate="many_to_one")
    more["checked"] = more.checked.fillna(0).astype("int64")
    more.attrs = {**made.attrs, "caption": audit.caption}
    return more
