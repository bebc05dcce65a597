"""How often a 95 % interval holds the truth, by number of articles: simulated corpora.

    python benchmarks/coverage.py [--corpora 4000]

Articles hold a few rows each, and rows of one article agree more than those of two: scores
between -1 and 1, and shares. The truth is the mean of an endless corpus of the same kind.
"""

from __future__ import annotations

import argparse

import numpy as np
import pandas as pd

from onrecord.summary.intervals import MIN_ARTICLES, UNIT, interval

SIZES = (3, 5, 8, 12, 20, 40, 100)
ROWS = 3.0  # mean number of rows of an article beyond the first
TRUTH = 200_000  # articles of the endless corpus


def scores(draw: np.random.Generator, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Sums of scores and numbers of rows of articles: most near zero, some at an end."""
    n = 1 + draw.poisson(ROWS, shape)
    lean = draw.beta(2, 3, shape)  # of the article
    against, favor = (draw.binomial(n, 0.4 * part) for part in (1 - lean, lean))
    return UNIT * (favor - against).astype(float), n.astype(float)


def shares(draw: np.random.Generator, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Numbers of quotes of a class, and of quotes, of articles."""
    n = 1 + draw.poisson(ROWS, shape)
    return draw.binomial(n, draw.beta(1.2, 2.8, shape)).astype(float), n.astype(float)


KINDS = {"score": (scores, UNIT, (-1, 1)), "share": (shares, 1, (0, 1))}


def coverage(kind: str, articles: int, corpora: int, seed: int = 1) -> tuple[float, float]:
    """Part of the intervals that hold the truth, and their mean width.

    Args:
        kind: of `KINDS`.
        articles: of a corpus.
        corpora: how many are drawn.
        seed: of the draws.
    """
    make, unit, bounds = KINDS[kind]
    draw = np.random.default_rng((seed, articles))
    every, rows = make(draw, (TRUTH,))
    truth = every.sum() / rows.sum() / unit
    s, n = make(draw, (corpora, articles))
    sums = {"s": s, "n": n, "ss": s * s, "sn": s * n, "nn": n * n}
    five = pd.DataFrame({name: each.sum(1) for name, each in sums.items()})
    # below the least number none is given; what it would be worth is the reason
    found = interval(five.assign(articles=articles), unit, bounds, least=2)
    held = (found.low <= truth) & (truth <= found.high)
    return float(held.mean()), float((found.high - found.low).mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=int, default=4000)
    asked = parser.parse_args()
    print("| Articles | Scores: held | mean width | Shares: held | mean width | Given |")
    print("|---:|---:|---:|---:|---:|---|")
    for articles in SIZES:
        cells = [coverage(kind, articles, asked.corpora) for kind in KINDS]
        said = " | ".join(f"{100 * held:.1f}% | {width:.2f}" for held, width in cells)
        print(f"| {articles} | {said} | {'yes' if articles >= MIN_ARTICLES else 'no'} |")


if __name__ == "__main__":
    main()
