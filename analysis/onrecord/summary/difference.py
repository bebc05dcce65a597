"""The difference of two shares or means, with its interval.

It has the variance of both (Welch, 1947), less twice their covariance over the articles that
both stand in: two speakers of one article are no independent witnesses. All of it follows from
sums over articles, as in `intervals`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from onrecord.summary.directions import MIN_MEAN, MIN_STATEMENTS, bound, chance
from onrecord.summary.intervals import MIN_ARTICLES, NOTHING, ends, student, variance

COLUMNS = [
    "what", "one", "other", "difference", "low", "high", "count_one", "count_other",
    "part_one", "part_other", "articles_one", "articles_other", "clear",
    "evidence_one", "evidence_other",
]  # fmt: skip
Part = tuple[pd.DataFrame, str]  # s and n by article_id, and evidence


def differences(
    pairs: list[tuple[str, Part, Part]], bounds: tuple[float, float], unit: int = 1
) -> pd.DataFrame:
    """What each pair differs by, with its interval.

    Args:
        pairs: what is compared, and its two parts.
        bounds: least and greatest difference that there can be.
        unit: by which `s` is divided.

    Returns:
        `COLUMNS` but for clear, and what `clear` asks for: error, worth (degrees of freedom).
    """
    made = []
    for what, *both in pairs:
        row: dict[str, object] = {"what": what}
        spread, freedom, factor, left = 0.0, 0.0, 1.0, []
        for side, (each, ids) in zip(("one", "other"), both, strict=True):
            five = _five(each)
            mean = float(five.s.iloc[0] / five.n.iloc[0])
            own = float(np.nan_to_num(variance(five)[0]))
            articles = int(five.articles.iloc[0])
            row |= {
                side: mean / unit, f"count_{side}": int(five.n.iloc[0]), f"evidence_{side}": ids,
                f"part_{side}": int(five.s.iloc[0]), f"articles_{side}": articles,
            }  # fmt: skip
            spread += own
            freedom += own * own / max(articles - 1, 1)
            factor *= articles / max(articles - 1, 1)
            left.append((each.s - mean * each.n) / int(five.n.iloc[0]))
        shared = left[0].index.intersection(left[1].index)
        both_vary = float((left[0][shared] * left[1][shared]).sum()) * np.sqrt(factor)
        # what is left of a variance of zero
        spread = spread - 2 * both_vary if spread - 2 * both_vary > NOTHING * spread else 0.0
        # where neither varies there is no chance to speak of
        worth = spread * spread / freedom if freedom > 0 else 1.0
        error = np.sqrt(spread) / unit
        row |= {
            "difference": row["one"] - row["other"],  # type: ignore[operator]
            "error": error, "worth": worth, "half": student(max(worth, 1)) * error,
        }  # fmt: skip
        made.append(row)
    names = [name for name in COLUMNS if name != "clear"]
    table = pd.DataFrame(made, columns=[*names, "error", "worth", "half"])
    fewest = table[["articles_one", "articles_other"]].min(axis=1).to_numpy(float)
    difference, half = (table[name].to_numpy(float) for name in ("difference", "half"))
    table["low"], table["high"] = ends(difference, half, fewest, bounds)
    return table


def _five(each: pd.DataFrame) -> pd.DataFrame:
    s, n = each.s.astype("int64"), each.n.astype("int64")
    sums = {"s": s.sum(), "n": n.sum(), "ss": (s * s).sum(), "sn": (s * n).sum(),
            "nn": (n * n).sum(), "articles": len(each)}  # fmt: skip
    return pd.DataFrame([sums])


def clear(made: pd.DataFrame) -> pd.Series:
    """Which differences may be called ones: enough behind both, and no likely find by chance.

    Args:
        made: as `differences` gives them, all that are looked at together.
    """
    fewest = made[["articles_one", "articles_other"]].min(axis=1)
    counts = made[["count_one", "count_other"]].min(axis=1)
    tested = (fewest >= MIN_ARTICLES) & (counts >= MIN_STATEMENTS)
    ratios = [
        d / e if e > 0 else (np.inf if d else 0.0)
        for d, e in zip(made.difference, made.error, strict=True)
    ]
    found = [chance(t, max(f, 1)) for t, f in zip(ratios, made.worth, strict=True)]
    chances = pd.Series(found, index=made.index, dtype=float).where(tested)
    least = bound(chances.dropna().tolist())
    return (chances <= least) & (made.difference.abs() >= MIN_MEAN)
