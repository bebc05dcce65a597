"""What does each rule of attribution do? Every rule is turned off once, on every gold.

python benchmarks/rules.py --data ../shared/data
python benchmarks/rules.py --data ../shared/data --into docs/rules.md
"""

from __future__ import annotations

import argparse
import gzip
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accuracy import table
from attribution import Article, Compared, compare, harbour, linked
from formats import read_gold
from written import read_written

from onrecord.attribution import Attribution, attribute
from onrecord.attribution.attribute import RULES, Rule
from onrecord.errors import AnalysisError
from onrecord.reader import Reader, Reading
from onrecord.segment import segment

PASSAGES = Path(__file__).parent / "gold" / "passages"
EXAMPLE = re.compile(r"Before:\n(?P<before>(?: {4}.+\n)+)After:\n(?P<after>(?: {4}.+(?:\n|$))+)")
INTRODUCTION = """# The rules of attribution

The reader marks sources, cues and contents. These rules make attributions of the marks. Each gets
what the one above it made; each is a file of its own in `analysis/onrecord/attribution/rules/`.

`{S:…}` marks a source, `{Q:…}` a cue, `{C:…}` a content; small letters those of which the reader
is not sure; numbers tell which spans belong together. A test runs every example, and sees that it
comes out otherwise without the rule.
"""
WORTH = """## What each is worth

Each rule is turned off once. The first row has all rules, and counts the attributions; the others
count those that are not the same without the rule.

- `polnear-dev`: news with gold spans. `harbour-accord`: the invented corpus in `seeds/`, written
  by the authors of the rules. F1 as in `benchmarks/attribution.py` (contents that overlap by half
  of their words); *linked*: share of all gold attributions found with the right source and cue.
- `passages`: short texts of every kind of news, written for this project and never learnt from.
- `world-dev`: news in which a reader said of each attribution that was found whether it is one.
  Precision is the share of labelled ones that are, recall the share of these that is still found.
  What was missed altogether has no label, so the figure is too kind; its changes are not.

Written by `python benchmarks/rules.py --data FOLDER --into docs/rules.md`.
"""


@dataclass(frozen=True, slots=True)
class Gold:
    """Articles with gold, what the reader found in them, and the figures to be told."""

    name: str
    articles: Sequence[Article]
    readings: Sequence[Reading]
    figures: Callable[[Sequence[Article], Sequence[Sequence[Attribution]]], dict[str, float]]


def example(rule: Rule) -> tuple[list[str], list[str]]:
    """The lines of a rule's docstring before and after it."""
    found = EXAMPLE.search(inspect.getdoc(rule) or "")
    if found is None:
        raise ValueError(f"The rule {rule.__name__} has no example.")
    before, after = (
        [line.strip() for line in found[name].splitlines()] for name in found.groupdict()
    )
    return before, after


def spans(articles: Sequence[Article], found: Sequence[Sequence[Attribution]]) -> dict[str, float]:
    """F1 and links where the gold has spans."""
    compared = [compare(*pair) for pair in zip(articles, found, strict=True)]
    pairs = [pair for c in compared for pair in c.pairs]
    extra, missed = _count(compared, "extra"), _count(compared, "missed")
    return {
        "F1": _f1(len(pairs), extra, missed),
        "linked": 100 * sum(linked(*pair) for pair in pairs) / max(len(pairs) + missed, 1),
    }


def labels(articles: Sequence[Article], found: Sequence[Sequence[Attribution]]) -> dict[str, float]:
    """F1 where the gold says of attributions whether they are one."""
    compared = [compare(*pair, nested=True) for pair in zip(articles, found, strict=True)]
    right = sum(row["attribution"] for c in compared for row, _ in c.pairs)
    missed = sum(row["attribution"] for c in compared for row in c.missed)
    return {"F1": _f1(right, sum(len(c.pairs) for c in compared) - right, missed)}


def changed(one: Sequence[Attribution], other: Sequence[Attribution]) -> int:
    """How many attributions of an article are others, or gone, or new."""
    a, b = ({replace(each, within=None) for each in found} for found in (one, other))
    return max(len(a - b), len(b - a))


def measure(golds: Sequence[Gold]) -> Iterator[list[str]]:
    """Rows of the table: all rules, then each turned off."""
    whole = [_found(gold, RULES) for gold in golds]
    yield _row("(none)", golds, whole, [sum(map(len, found)) for found in whole])
    for rule in RULES:
        rest = [_found(gold, [each for each in RULES if each is not rule]) for gold in golds]
        changes = [
            sum(changed(*pair) for pair in zip(*both, strict=True))
            for both in zip(whole, rest, strict=True)
        ]
        yield _row(rule.__name__, golds, rest, changes)


def listing() -> str:
    """The rules in their order, each with its example."""
    parts = [INTRODUCTION]
    for number, rule in enumerate(RULES, 1):
        what = (inspect.getdoc(rule) or "").partition("\n\n")[0]
        before, after = map("\n".join, example(rule))
        parts.append(f"## {number}. {rule.__name__}\n\n{what}\n\n```\n{before}\n\n{after}\n```\n")
    return "\n".join(parts)


def heads(golds: Sequence[Gold]) -> list[str]:
    """The table's columns."""
    cells = ["Without"]
    for gold in golds:
        cells += [f"{gold.name}: {name}" for name in gold.figures((), ())] + ["change"]
    return cells


def _row(
    name: str,
    golds: Sequence[Gold],
    found: Sequence[Sequence[Sequence[Attribution]]],
    changes: Sequence[int],
) -> list[str]:
    cells = [name]
    for gold, each, change in zip(golds, found, changes, strict=True):
        cells += [f"{value:.1f}" for value in gold.figures(gold.articles, each).values()]
        cells.append(f"{change:,}")
    return cells


def _found(gold: Gold, rules: Sequence[Rule]) -> list[list[Attribution]]:
    return [
        attribute(article.text, segment(article.text), reading, rules)
        for article, reading in zip(gold.articles, gold.readings, strict=True)
    ]


def _count(compared: Sequence[Compared], what: str) -> int:
    return sum(len(getattr(c, what)) for c in compared)


def _f1(right: int, extra: int, missed: int) -> float:
    return 200 * right / max(2 * right + extra + missed, 1)


def _golds(data: Path | None, reader: Reader) -> Iterator[Gold]:
    written = [_marked(row) for row in read_written(PASSAGES)]
    sets = [("harbour-accord", harbour(), spans), ("passages", written, spans)]
    if data is not None:
        rows = read_gold(data / "polnear-dev.jsonl.gz").rows
        sets.insert(0, ("polnear-dev", [_article(row) for row in rows], spans))
        with gzip.open(data / "world-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
            sets.append(("world-dev", [_article(json.loads(line)) for line in lines], labels))
    for name, articles, figures in sets:
        yield Gold(name, articles, reader.read([each.text for each in articles]), figures)


def _article(row: dict) -> Article:
    return Article(row["doc"], row["text"], row["attributions"])


def _marked(row: dict) -> Article:
    """A passage, without what stands there as a warning: spans that are no attribution."""
    right = [each for each in row["attributions"] if each["attribution"]]
    return Article(row["doc"], row["text"], right)


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder of polnear-dev and world-dev.jsonl.gz")
    parser.add_argument("--model", type=Path, help="folder of weights; default: the shipped ones")
    parser.add_argument("--into", type=Path, help="write the rules and the table to a file")
    options = parser.parse_args(given)
    try:
        golds = list(_golds(options.data, Reader.load(options.model)))
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    head, rows = heads(golds), list(measure(golds))
    print(table(head, rows))
    if options.into:
        parts = [listing(), WORTH, table(head, rows)]
        options.into.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
