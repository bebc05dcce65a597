"""Is an outlet's light its own judgement, or the outcome that it reports?

    python benchmarks/portrayal.py --data FOLDER           # holds world-dev and statements-dev
    python benchmarks/portrayal.py --data FOLDER --split train

Sides of the narrator that were read one by one (`gold/portrayal-*.jsonl`: e, the outlet's own
judging words; o, an outcome; n, no light on this actor at all), held against `stances.portrayal`.
One reader, one reading. The train rows are among those that the reader learnt from.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from labelled import Labelled, analysed, labelled
from measures import macro_f1, share

GOLD = Path(__file__).parent / "gold"
SAMPLES = 1_000
TOLD = {"evaluation": "e", "outcome": "o"}


def judged(split: str, data: Path) -> tuple[list[Labelled], list[list[dict]]]:
    """The articles of a split that have labels, and the labels of each."""
    of: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for line in (GOLD / f"portrayal-{split}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        of[row["set"], row["doc"]].append(row)
    articles, rows = [], []
    for name in sorted({key[0] for key in of}):
        for article in labelled(data / f"{name}.jsonl.gz"):
            if (name, article.doc) in of:
                articles.append(article)
                rows.append(of[name, article.doc])
    return articles, rows


def main() -> None:
    """Print what was told of each kind, and how often it is right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled articles")
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    options = parser.parse_args()
    articles, rows = judged(options.split, options.data)
    stances = analysed(articles).stances
    stances = stances[stances.attribution_id.isna() & stances.portrayal.notna()]
    told = {(r.article_id, r.start): TOLD[r.portrayal] for r in stances.itertuples()}
    counts: Counter = Counter()
    per_article = np.zeros((len(articles), 2, 3), dtype=np.int64)  # right, told, gold of e and o
    for number, labels in enumerate(rows):
        for row in labels:
            given = told.get((str(number), row["start"]), "-")
            counts[row["kind"], given] += 1
            if given == "-" or row["kind"] == "n":
                continue
            for at, kind in enumerate("eo"):
                per_article[number, at] += (
                    given == kind == row["kind"], given == kind, row["kind"] == kind
                )  # fmt: skip
    for kind, what in (("e", "evaluation"), ("o", "outcome"), ("n", "no light")):
        line = "   ".join(
            f"{title} {counts[kind, given]:3d}"
            for given, title in (("e", "evaluation"), ("o", "outcome"), ("-", "no side now"))
        )
        print(f"  read as {what:<11} told: {line}")
    right = [int(each[:, 0].sum()) for each in per_article]
    of = [int(each[:, 2].sum()) for each in per_article]
    print(f"  evaluation or outcome, right   {share(right, of, SAMPLES)} of {sum(of)}")
    print(f"  macro-F1 of both               {macro_f1(per_article, SAMPLES)}")
    claimed = sum(counts[kind, "e"] for kind in "eon")
    one = 100 * counts["e", "e"] / max(claimed, 1)
    print(f"  told evaluation that is one    {one:.1f} of {claimed}")


if __name__ == "__main__":
    main()
