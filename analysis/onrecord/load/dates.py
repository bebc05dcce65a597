"""Written dates to moments; a date that can be read in two ways stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from dateutil import parser

YEARS = range(1700, 2101)  # outside: an empty date of some database, or a misread number
ISO = re.compile(r"\d{4}-\d\d-\d\d")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
SLASHED = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-]\d{4}")
ORDERS: dict[str | None, tuple[bool, ...]] = {"dmy": (True,), "mdy": (False,)}
SHOWN = 3  # dates that can only be read one way, before others are read so too
UNKNOWN = timezone(timedelta(0), "unknown")
HOURS = {
    **{"UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3},
    **{"MSK": 3, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7},
}  # only names with one meaning in news: not CST, BST or IST


def parse(value: object, order: str | None = None) -> datetime | None:
    """The moment that a value states, in UTC and without a zone.

    A day alone is its midnight; a time without a zone is kept as written, one in an
    unknown zone is cut to its day.

    Args:
        value: datetime, date, text, or a number: seconds or milliseconds since 1970, or
            a day written as 20250620.
        order: `dmy` or `mdy` where day and month could be either, from `order`.

    Returns:
        None where the value states no whole day (June 2025), where two days are possible
        (03/04/2025), or where it is no date at all.

    >>> parse("20 June 2025"), parse("2025-06-20T22:00-05:00")
    (datetime.datetime(2025, 6, 20, 0, 0), datetime.datetime(2025, 6, 21, 3, 0))
    >>> parse("03/04/2025") is parse("June 2025") is None
    True
    """
    try:
        moment = _moment(value, order)
        if moment is None:
            return None
        if moment.tzinfo is UNKNOWN:
            moment = datetime(moment.year, moment.month, moment.day)
        elif moment.tzinfo is not None:
            moment = moment.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError, TypeError):
        return None
    return moment if moment.year in YEARS else None


def order(values: Iterable[object]) -> str | None:
    """The order of day and month that all these dates keep.

    Returns:
        `dmy` or `mdy` where at least three dates can only be read so and none only the
        other way; else None.

    >>> order(["25/03/2025", "03/04/2025", "31/03/2025", "13/04/2025"])
    'dmy'
    >>> order(["25/03/2025", "03/26/2025", "31/03/2025", "13/04/2025"])
    """
    seen = {"dmy": 0, "mdy": 0}
    for value in values:
        if isinstance(value, str) and (found := SLASHED.match(value.strip())):
            first, second = int(found[1]), int(found[2])
            seen["dmy"] += first > 12 >= second
            seen["mdy"] += second > 12 >= first
    kept = [name for name, count in seen.items() if count]
    return kept[0] if len(kept) == 1 and seen[kept[0]] >= SHOWN else None


def _moment(value: object, order: str | None) -> datetime | None:
    if isinstance(value, datetime):  # pandas' NaT is one, and fails in year
        return datetime(*value.timetuple()[:6], microsecond=value.microsecond, tzinfo=value.tzinfo)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value)
    return _written(" ".join(value.split()), order) if isinstance(value, str) else None


def _number(value: float) -> datetime | None:
    compact = COMPACT.fullmatch(str(int(value)))
    if compact:
        return datetime(int(compact[1]), int(compact[2]), int(compact[3]))
    if 1e8 <= value < 1e11:
        return datetime.fromtimestamp(value, UTC)
    if 1e11 <= value < 1e14:
        return datetime.fromtimestamp(value / 1000, UTC)
    return None


@lru_cache(maxsize=4096)  # articles share their days
def _written(text: str, order: str | None) -> datetime | None:
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return _number(float(text))
    if ISO.match(text):
        return datetime.fromisoformat(re.sub(r" ?(UTC|GMT)$", "Z", text))
    if not FOUR_DIGITS.search(text):
        return None
    # two readings that differ show what the text leaves open
    readings = {
        parser.parse(text, dayfirst=dayfirst, default=default, tzinfos=_zone)
        for dayfirst in ORDERS.get(order, (True, False))
        for default in (datetime(2000, 1, 1), datetime(2001, 2, 2))
    }
    return readings.pop() if len(readings) == 1 else None


def _zone(name: str | None, offset: int | None) -> tzinfo:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return timezone(timedelta(hours=HOURS[name])) if name in HOURS else UNKNOWN
