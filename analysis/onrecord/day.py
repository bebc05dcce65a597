"""A day, as people give it to whatever asks for one."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd

from onrecord.errors import AnalysisError

Day = str | date | datetime | None


def day(given: Day, name: str = "day") -> pd.Timestamp | None:
    """A day from an ISO date, or None for None and the empty text.

    Raises:
        AnalysisError: it is no date.

    >>> day("2025-06-02"), day("")
    (Timestamp('2025-06-02 00:00:00'), None)
    """
    if given is None or given == "":
        return None
    try:
        # only ISO: "01/02/2025" means two days, depending on who reads it
        found = given if isinstance(given, date) else datetime.fromisoformat(given)
        return pd.Timestamp(found).tz_localize(None).normalize()
    except (TypeError, ValueError) as error:
        raise AnalysisError(f"{name}={given!r} is no date; write it like 2025-06-02.") from error
