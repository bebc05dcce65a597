"""A day, as people give it to whatever asks for one, and as sentences write it."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd

from onrecord.errors import AnalysisError

Day = str | date | datetime | None
# `strftime` writes months in the language of the system, and no day without a nought on Windows
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


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


def written(day: date, *, short: bool = False) -> str:
    """A day in a sentence, in English wherever it is written.

    Args:
        day: a date, or a moment of it.
        short: the month in three letters.

    >>> written(date(2031, 9, 2)), written(date(2031, 9, 2), short=True)
    ('2 September 2031', '2 Sep 2031')
    """
    return f"{day.day} {MONTHS[day.month - 1][: 3 if short else None]} {day.year}"


def moment(at: datetime) -> str:
    """A moment in a sentence, to the minute.

    Args:
        at: in UTC.

    >>> moment(datetime(2031, 9, 2, 7, 5))
    '2 September 2031, 07:05 UTC'
    """
    return f"{written(at)}, {at:%H:%M} UTC"
