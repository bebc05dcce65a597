"""What changes with time: volume by period, and a smoothed mean with its interval."""

from __future__ import annotations

import numpy as np
import pandas as pd

from onrecord.summary.counted import Counted
from onrecord.summary.intervals import MIN_ARTICLES, UNIT, student, variance
from onrecord.summary.observed import rows as counted
from onrecord.tables import Tables

POINTS = 60  # of a smoothed line
LEAST = float(MIN_ARTICLES)  # articles' worth of weight below which the line has a gap
DAY = pd.Timedelta(days=1)


def period(published: pd.Series) -> str:
    """The unit to count by: day, week or month, for at most about sixty bars.

    >>> period(pd.to_datetime(pd.Series(["2025-01-01", "2025-06-30"])))
    'week'
    """
    known = published.dropna()
    span = (known.max() - known.min()) / DAY if len(known) else 0
    return "day" if span <= 45 else "week" if span <= 420 else "month"


def volume(tables: Tables) -> pd.DataFrame:
    """Quotes and articles per period, empty periods included.

    Returns:
        start (first day of the period), unit (day, week or month), quotes, articles,
        quoting (articles with a quote), evidence (the quotes). Articles without a date are
        left out.
    """
    articles = counted(tables, "articles").known("published")
    ends = articles.counts([], first="least published", last="most published")
    unit = period(pd.Series([*ends["first"], *ends["last"]], dtype="datetime64[us]"))
    columns = ["start", "unit", "quotes", "articles", "quoting", "evidence"]
    by_start = articles.begun(unit).counts(["start"], n="rows").set_index("start").n
    if by_start.empty:
        return pd.DataFrame(columns=columns)
    said = counted(tables, "quotes").begun(unit)
    of = said.counts(["start"], quotes=said.each, quoting="distinct article_id")
    of = of.set_index("start")
    step = {"day": "D", "week": "W", "month": "M"}[unit]
    every = pd.period_range(by_start.index.min(), by_start.index.max(), freq=step).start_time
    made = pd.DataFrame({"start": every.astype("datetime64[us]"), "unit": unit})
    made["quotes"] = made.start.map(of.quotes).fillna(0).astype("int64")
    made["quoting"] = made.start.map(of.quoting).fillna(0).astype("int64")
    made["articles"] = made.start.map(by_start).fillna(0).astype("int64")
    ids = said.ids(["start"]).set_index("start").evidence
    made["evidence"] = made.start.map(ids).astype("object").fillna("").astype("str")
    return made[columns]


def smooth(
    rows: pd.DataFrame | Counted,
    value: str,
    *,
    points: int = POINTS,
    bandwidth: float | None = None,
) -> pd.DataFrame:
    """The mean around each day, nearer articles weighing more.

    A Gaussian kernel mean (Nadaraya and Watson, 1964), its width by Silverman's rule
    (Density Estimation, 1986, eq. 3.31) and at least a day; the interval is that of all means
    (see `intervals`), of as many articles as the weights are worth.

    Args:
        rows: what is counted, or rows with the columns article_id, published and `value`.
        value: column of numbers; rows without a value or a date are left out.
        points: of the line.
        bandwidth: standard deviation of the kernel in days.

    Returns:
        day, value, low, high; `value` is NaN where fewer than `LEAST` articles are near, or
        where the interval would be the whole scale. Empty with fewer than three dated articles.
        `attrs["bandwidth"]` is the width in days.
    """
    asked = Counted.loose(rows) if isinstance(rows, pd.DataFrame) else rows
    of = asked.known(value, "published").each_article(value, UNIT)
    made = pd.DataFrame(columns=["day", "value", "low", "high"])
    if len(of) < 3 or of["at"].nunique() < 2:
        made.attrs["bandwidth"] = None
        return made
    days = ((of["at"] - of["at"].min()) / DAY).to_numpy(float)
    width = bandwidth or _silverman(days)
    grid = np.linspace(0, days.max(), points)
    kernel = np.exp(-0.5 * ((days[:, None] - grid) / width) ** 2)
    five = _weighed(kernel, of.s.to_numpy(float), of.n.to_numpy(float))
    near = five.articles.to_numpy()
    means = five.s.to_numpy() / five.n.to_numpy() / UNIT
    half = student(np.maximum(near - 1, 1)) * np.sqrt(variance(five)) / UNIT
    far = near < LEAST
    far |= (means - half <= -1) & (means + half >= 1)  # the whole scale: nothing is known there
    made = pd.DataFrame(
        {
            "day": (of["at"].min() + pd.to_timedelta(grid, unit="D")).round("s"),
            "value": np.where(far, np.nan, means),
            "low": np.where(far, np.nan, np.maximum(means - half, -1)),
            "high": np.where(far, np.nan, np.minimum(means + half, 1)),
        }
    )
    made.attrs["bandwidth"] = float(width)
    return made


def _weighed(kernel: np.ndarray, s: np.ndarray, n: np.ndarray) -> pd.DataFrame:
    """The five sums at each point, articles weighed; `articles` is what the weights are worth."""
    square = kernel**2
    tiny = np.finfo(float).tiny
    return pd.DataFrame(
        {
            "s": s @ kernel,
            "n": np.maximum(n @ kernel, tiny),
            "ss": (s * s) @ square,
            "sn": (s * n) @ square,
            "nn": (n * n) @ square,
            "articles": kernel.sum(0) ** 2 / np.maximum(square.sum(0), tiny),
        }
    )


def _silverman(days: np.ndarray) -> float:
    low, high = np.percentile(days, [25, 75])
    spread = min(x for x in (days.std(ddof=1), (high - low) / 1.34) if x > 0)
    return max(0.9 * spread * len(days) ** -0.2, 1.0)
