"""Are names found where they stand, of the right type, and under one name?

    python benchmarks/names.py --data FOLDER           # holds world-dev and statements-dev
    python benchmarks/names.py --data FOLDER --show

Mentions that the product finds in articles labelled by reading, held against the labels: F1 of the
span, of span and type, and of span and canonical name (equal as `alike.same` says). The labels
were made by correcting the product's own output, so they lean to it, and a form that a reader
passed over may be missing. The `passages` were written for this project, with all their names;
names did not learn from them, but thresholds were chosen with them in view.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from alike import same
from labelled import SETS, Labelled, analysed, labelled, passages
from measures import macro_f1

from onrecord.actors import Lexicon

SAMPLES = 1_000
ARTICLE = "the "
Mention = tuple[int, int, str, str]  # start, end, name, type


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without an article in front and a possessive behind.

    >>> trimmed("the Netherlands' plan", 0, 16)
    (4, 15)
    """
    if text[start : start + len(ARTICLE)].lower() == ARTICLE:
        start += len(ARTICLE)
    for mark in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(mark):
            return start, end - len(mark)
    return start, end


def count(article: Labelled, found: Sequence[Mention], lexicon: Lexicon) -> np.ndarray:
    """Counts (3, 3) of right, found and gold: of spans, of spans and types, of spans and names."""
    gold = {trimmed(article.text, s, e): name for s, e, name in article.mentions}
    ours = {trimmed(article.text, s, e): (name, kind) for s, e, name, kind in found}
    both = gold.keys() & ours.keys()
    typed = sum(ours[span][1] == article.types.get(gold[span]) for span in both)
    named = sum(same(ours[span][0], gold[span], lexicon) for span in both)
    return np.array([[right, len(ours), len(gold)] for right in (len(both), typed, named)])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled articles")
    parser.add_argument("--show", action="store_true", help="list what is missed and too much")
    options = parser.parse_args()
    lexicon = Lexicon.load()
    sets = {title: list(labelled(options.data / name)) for title, name in SETS.items()}
    for title, articles in (sets | {"passages": passages()}).items():
        mentions = analysed(articles).mentions
        of: dict[str, list[Mention]] = {}
        for m in mentions.itertuples():
            of.setdefault(m.article_id, []).append((m.start, m.end, m.actor, m.actor_type))
        counts = np.stack([count(a, of.get(str(n), []), lexicon) for n, a in enumerate(articles)])
        print(f"{title}: {len(articles)} articles, {counts[:, 0, 2].sum()} mentions")
        for at, what in enumerate(("span", "span and type", "span and name")):
            print(f"  {what:<14} F1 {macro_f1(counts[:, at : at + 1], SAMPLES)}")
        if options.show:
            show(articles, of)


def show(articles: Sequence[Labelled], of: dict[str, list[Mention]]) -> None:
    """Print the forms most often missed and most often too much."""
    missed: Counter = Counter()
    extra: Counter = Counter()
    for number, article in enumerate(articles):
        gold = {trimmed(article.text, s, e): name for s, e, name in article.mentions}
        ours = {trimmed(article.text, m[0], m[1]): m[3] for m in of.get(str(number), [])}
        for (start, end), name in gold.items():
            if (start, end) not in ours:
                missed[article.text[start:end], article.types.get(name, "?")] += 1
        for (start, end), kind in ours.items():
            if (start, end) not in gold:
                extra[article.text[start:end], kind] += 1
    for title, counts in (("missed", missed), ("too much", extra)):
        print(f"  {title}: " + ", ".join(f"{a} ({b}) {n}" for (a, b), n in counts.most_common(60)))


if __name__ == "__main__":
    main()
