"""Are probabilities what they say? Of attributions, and of sides whose speaker and pair are right.

    python benchmarks/calibration.py --data FOLDER     # holds world-dev and statements-dev

The expected calibration error is never 0 on a sample: beside it stands what probabilities that are
exactly right would show on as many rows, as a mean and a 95th percentile of drawn answers.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from alike import any_same, pair
from labelled import SETS, Found, Labelled, analysed, found, labelled
from measures import calibration_error

from onrecord import Tables
from onrecord.actors import Lexicon

DRAWS = 2_000
LABELS = ("favor", "against", "none")
Row = tuple[bool, float]  # whether the likeliest answer is right, and its probability


def attributions(article: Labelled, ours: Sequence[Found]) -> list[Row]:
    """Of each attribution given that was judged: whether it is one, and its confidence."""
    taken = pair(article.text, [row.content for row in article.rows], [f.content for f in ours])
    rows = ((article.rows[number].is_one, ours[at].confidence) for number, at in taken.items())
    return [(is_one if sure >= 0.5 else not is_one, max(sure, 1 - sure)) for is_one, sure in rows]


def sides(
    article: Labelled, ours: Sequence[Found], said: dict[str, list], lexicon: Lexicon
) -> list[Row]:
    """Of each judged pair of a right speaker: whether the likeliest label is the reader's."""
    taken = pair(article.text, [row.content for row in article.rows], [f.content for f in ours])
    made = []
    for number, at in taken.items():
        row = article.rows[number]
        forms = [form for name in row.speakers for form in article.forms.get(name, (name,))]
        judged = [side for side in article.sides if side.attribution == number]
        for one in (each for key in ours[at].ids for each in said.get(key, ())):
            if not row.is_one or not any_same(one.speaker, forms, lexicon):
                continue
            labels = {
                side.label
                for side in judged
                if any_same(one.target, article.forms.get(side.target, (side.target,)), lexicon)
            }
            chances = (one.favor, one.against, 1 - one.favor - one.against)
            if labels:
                best = int(np.argmax(chances))
                made.append((LABELS[best] in labels, float(chances[best])))
    return made


def by_chance(sure: np.ndarray, draws: int = DRAWS) -> np.ndarray:
    """Calibration errors of probabilities that are exactly right.

    Args:
        sure: float (rows,), 0..1.
        draws: how often answers are drawn.

    Returns:
        float (draws,), 0..1.

    >>> by_chance(np.array([1.0, 1.0]), 3).tolist()
    [0.0, 0.0, 0.0]
    """
    rng = np.random.default_rng(7)
    return np.array([calibration_error(rng.random(len(sure)) < sure, sure) for _ in range(draws)])


def line(rows: Sequence[Row]) -> str:
    """The figures of some rows."""
    right, sure = np.array([r for r, _ in rows]), np.array([s for _, s in rows])
    chance = by_chance(sure)
    return (
        f"{calibration_error(right, sure):.3f} (exactly right ones: {chance.mean():.3f}, at most "
        f"{np.percentile(chance, 95):.3f}); right {right.mean():.3f}, said {sure.mean():.3f}, "
        f"of {len(rows)}"
    )


def sides_of(tables: Tables) -> dict[str, list]:
    """Rows of stances by attribution id, the most sided of a pair."""
    best: dict[tuple, tuple] = {}
    for row in tables.stances.dropna(subset=["attribution_id", "speaker"]).itertuples():
        key = (row.attribution_id, row.speaker, row.target)
        if key not in best or row.favor + row.against > best[key].favor + best[key].against:
            best[key] = row
    held: dict[str, list] = defaultdict(list)
    for (attribution, *_), row in best.items():
        held[attribution].append(row)
    return held


def main() -> None:
    """Print the errors of both worlds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled articles")
    options = parser.parse_args()
    lexicon = Lexicon.load()
    for title, name in SETS.items():
        articles = list(labelled(options.data / name))
        tables = analysed(articles)
        ours, said = found(tables), sides_of(tables)
        each = [(a, ours.get(str(n), [])) for n, a in enumerate(articles)]
        print(f"{title}: {len(articles)} articles")
        print("  attributions ", line([row for a, f in each for row in attributions(a, f)]))
        print("  sides        ", line([row for a, f in each for row in sides(a, f, said, lexicon)]))


if __name__ == "__main__":
    main()
