"""Numbers in words, the same in every sentence, table and hover."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from onrecord.summary.intervals import MIN_ARTICLES, MIN_SHARE


def signed(value: float | None) -> str:
    """A stance or tone with its sign, or a dash where there is none.

    >>> signed(-0.416), signed(0.3), signed(-0.001), signed(None)
    ('−0.42', '+0.30', '0.00', '–')
    """
    if value is None or pd.isna(value):
        return "–"
    short = f"{value:+.2f}"
    return short[1:] if float(short) == 0 else short.replace("-", "−")


def points(difference: float) -> str:
    """A difference of shares in percentage points, with its sign.

    >>> points(-0.25), points(0.1), points(-0.001)
    ('−25', '+10', '0')
    """
    short = f"{100 * difference:+.0f}"
    return "0" if float(short) == 0 else short.replace("-", "−")


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun.

    >>> counted(1, "quote"), counted(1200, "quote"), counted(2, "country", "countries")
    ('1 quote', '1,200 quotes', '2 countries')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Sequence[str]) -> str:
    """Names in a row of words.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def interval(low: float | None, high: float | None) -> str:
    """The interval, or why there is none.

    >>> interval(-0.6, 0.1), interval(None, None)
    ('95% interval −0.60 to +0.10', 'no interval below 5 articles')
    """
    if low is None or pd.isna(low):
        return f"no interval below {MIN_ARTICLES} articles"
    return f"95% interval {signed(low)} to {signed(high)}"


def percent(share: float | None, count: int, total: int) -> str:
    """A share in percent, or its count alone where the total is too small for a share.

    >>> percent(0.25, 5, 20), percent(None, 1, 4)
    ('25% (5 of 20)', '1 of 4')
    """
    said = f"{count:,} of {total:,}"
    if share is None or pd.isna(share) or total < MIN_SHARE:
        return said
    return f"{share:.0%} ({said})"
