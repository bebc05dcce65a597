"""Are the right words put with the right source and cue? Attributions against gold.

    python benchmarks/attribution.py --data ../shared/data            # polnear-dev and ours
    python benchmarks/attribution.py --data ../shared/data --show 20  # and 20 that are wrong

Two golds: news articles with source, cue and content spans (`polnear-dev` in --data), and the
invented corpus `seeds/harbour-accord`, where kind, factuality, cue class and nesting are annotated
too; elsewhere a gold attribution's kind is told by the marks round its content. A found
attribution is a gold one's where the words of their contents have a Jaccard overlap of 0.5 or
more; each is used once, best overlap first. Attributions inside others count only where the gold
has them.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from formats import GoldError, read_gold
from measures import each_f1, share

from onrecord.attribution import Attribution, attribute
from onrecord.attribution.directness import directness
from onrecord.attribution.quotes import quotations
from onrecord.errors import AnalysisError
from onrecord.load import load
from onrecord.reader import Reader
from onrecord.segment import segment

HARBOUR = Path(__file__).parent.parent / "seeds" / "harbour-accord"
WORD = re.compile(r"\w+(?:['’]\w+)?")
ENOUGH = 0.5
SAMPLES = 1_000
KINDS = ("direct", "indirect", "mixed")
EXTRA = ("kind", "factuality", "cue_class")
Row = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its gold."""

    name: str
    text: str
    gold: Sequence[Row]


@dataclass(slots=True)
class Compared:
    """What one article gave."""

    pairs: list[tuple[Row, Attribution]] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)
    extra: list[Attribution] = field(default_factory=list)


def harbour(folder: Path = HARBOUR) -> list[Article]:
    """The corpus of our own, its texts as `onrecord.load` gives them."""
    path = folder / "gold.jsonl"
    if not path.is_file():
        raise GoldError(f"There is no gold at {path}.")
    articles = load(folder)
    texts = {
        str(Path(path).relative_to(folder)): text
        for path, text in zip(articles.path, articles.text, strict=True)
    }
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    absent = [row["article"] for row in rows if row["article"] not in texts]
    if absent:
        raise GoldError(f"The gold names {absent[0]}, which {folder} does not hold.")
    return [Article(row["article"], texts[row["article"]], row["attributions"]) for row in rows]


def compare(article: Article, found: Sequence[Attribution], *, nested: bool = False) -> Compared:
    """Pair gold and found attributions by the words of their contents.

    Those inside others count where the gold says which are nested, or with `nested`.
    """
    gold = [row for row in article.gold if row["content"]]
    nested = nested or any(row.get("within") is not None for row in gold)
    found = [one for one in found if nested or one.within is None]
    wanted = [_words(article.text, row["content"]) for row in gold]
    given = [_words(article.text, one.content) for one in found]
    scored = sorted(
        (
            (len(a & b) / len(a | b), i, j)
            for i, a in enumerate(wanted)
            for j, b in enumerate(given)
            if a & b
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    mine: dict[int, int] = {}
    for overlap, i, j in scored:
        if overlap >= ENOUGH and i not in mine and j not in mine.values():
            mine[i] = j
    return Compared(
        [(gold[i], found[j]) for i, j in sorted(mine.items())],
        [row for i, row in enumerate(gold) if i not in mine],
        [one for j, one in enumerate(found) if j not in set(mine.values())],
    )


def matched(role: str, row: Row, found: Attribution) -> bool:
    """Whether a source or cue is the gold's, by a word in common, or missing as there."""
    return _touch(row[role], getattr(found, role)) or (role == "cue" and not row["cue"])


def linked(row: Row, found: Attribution) -> bool:
    """Whether both source and cue are the gold's."""
    return matched("source", row, found) and matched("cue", row, found)


def by_kind(articles: Sequence[Article], compared: Sequence[Compared]) -> Iterator[tuple]:
    """Overlap F1, precision and recall of each kind: the gold's of gold, ours of what is extra."""
    right, missed, extra = Counter(), Counter(), Counter()
    for article, c in zip(articles, compared, strict=True):
        quoted = quotations(article.text)

        def of(row: Row, text: str = article.text, quoted: Sequence = quoted) -> str:
            return row.get("kind") or directness(text, [(s, e) for s, e in row["content"]], quoted)

        right.update(of(row) for row, _ in c.pairs)
        missed.update(of(row) for row in c.missed)
        extra.update(one.kind for one in c.extra)
    for name in KINDS:
        given, wanted = right[name] + extra[name], right[name] + missed[name]
        both = f"precision {_percent(right[name], given)}, recall {_percent(right[name], wanted)}"
        yield f"{name}: F1 ({both})", _percent(2 * right[name], given + wanted), wanted


def figures(articles: Sequence[Article], compared: Sequence[Compared]) -> Iterator[tuple]:
    """Rows of the table: name, estimate, count."""
    counts = np.array(
        [
            [[len(c.pairs), len(c.pairs) + len(c.extra), len(c.pairs) + len(c.missed)]]
            for c in compared
        ],
        dtype=np.int64,
    )
    right, given, wanted = counts.sum((0, 1))
    yield "attributions found, overlap F1", each_f1(counts, SAMPLES)[0], wanted
    yield "precision", _percent(right, given), given
    yield "recall", _percent(right, wanted), wanted
    yield from by_kind(articles, compared)
    good = [sum(linked(*pair) for pair in c.pairs) for c in compared]
    of = [len(c.pairs) for c in compared]
    yield "of those found: right source and cue", share(good, of, SAMPLES), sum(of)
    total = [len(c.pairs) + len(c.missed) for c in compared]
    yield "of all gold: found with right source and cue", share(good, total, SAMPLES), sum(total)
    for role in ("source", "cue"):
        same = [sum(matched(role, *pair) for pair in c.pairs) for c in compared]
        yield f"of those found: right {role}", share(same, of, SAMPLES), sum(of)
    for name in EXTRA:
        if any(name in row for article in articles for row in article.gold):
            same = [sum(row.get(name) == getattr(f, name) for row, f in c.pairs) for c in compared]
            yield f"of those found: same {name}", share(same, of, SAMPLES), sum(of)
    if any(row.get("within") for article in articles for row in article.gold):
        same = [
            sum(bool(r.get("within")) == (f.within is not None) for r, f in c.pairs)
            for c in compared
        ]
        yield "of those found: nested or not, as in gold", share(same, of, SAMPLES), sum(of)


def report(name: str, articles: Sequence[Article], reader: Reader, show: int) -> Iterator[str]:
    """The parts of one gold's report."""
    readings = reader.read([article.text for article in articles])
    compared = [
        compare(article, attribute(article.text, segment(article.text), reading))
        for article, reading in zip(articles, readings, strict=True)
    ]
    yield f"### {name} ({len(articles)} articles)"
    lines = ["| Measure | value (95%) | of |", "| --- | --- | --- |"]
    lines += [
        f"| {what} | {value} | {count} |" for what, value, count in figures(articles, compared)
    ]
    yield "\n".join(lines)
    wrong = list(_wrong(articles, compared))
    random.Random(0).shuffle(wrong)
    yield from wrong[:show]


def _wrong(articles: Sequence[Article], compared: Sequence[Compared]) -> Iterator[str]:
    for article, c in zip(articles, compared, strict=True):
        for row, one in c.pairs:
            if not linked(row, one):
                yield f"{article.name} linked\n  {_said(article, row)}\n  {_said(article, one)}"
        yield from (f"{article.name} missed\n  {_said(article, row)}" for row in c.missed)
        yield from (f"{article.name} extra\n  {_said(article, one)}" for one in c.extra)


def _said(article: Article, one: Row | Attribution) -> str:
    parts = (
        one if isinstance(one, dict) else {r: getattr(one, r) for r in ("source", "cue", "content")}
    )
    return " | ".join(
        " … ".join(article.text[s:e] for s, e in parts[role])
        for role in ("source", "cue", "content")
    )


def _touch(one: Sequence[Sequence[int]], other: Sequence[Span]) -> bool:
    if not one or not other:
        return not one and not other
    return any(a < d and c < b for a, b in one for c, d in other)


def _words(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {word.start() for start, end in spans for word in WORD.finditer(text, start, end)}


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f}"


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder that holds polnear-dev.jsonl.gz")
    parser.add_argument("--model", type=Path, help="folder of weights; default: the shipped ones")
    parser.add_argument("--show", type=int, default=0, help="how many wrong ones to print")
    options = parser.parse_args(given)
    try:
        reader = Reader.load(options.model)
        golds = []
        if options.data:
            rows = read_gold(options.data / "polnear-dev.jsonl.gz").rows
            golds.append(
                ("polnear-dev", [Article(r["doc"], r["text"], r["attributions"]) for r in rows])
            )
        golds.append(("harbour-accord", harbour()))
        for name, articles in golds:
            for part in report(name, articles, reader, options.show):
                print(part, end="\n\n", flush=True)
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
