"""Numbers beside those of a sample that somebody checked by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import pandas as pd

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
    on = [(named or {}).get(key, key) for key in keys]
    more = made.merge(found, on=on, how="left", validate="many_to_one")
    more["checked"] = more.checked.fillna(0).astype("int64")
    more.attrs = {**made.attrs, "caption": audit.caption}
    return more
