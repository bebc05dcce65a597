"""How well pages are loaded: title, day, author, outlet, and the body's words, against gold.

    python benchmarks/loading.py FOLDER

The folder holds pages and `gold.jsonl`, one object a line: `file`, and any of `title`,
`published` (a day), `author`, `outlet` and `body`. A row of the table is one of these: pages
whose gold states it, how many are right, and for the body the median of recall and precision
and the pages where both reach 0.95. Words are compared as they stand, each as often as it does.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import AnalysisError
from onrecord.load import Draft, iter_articles

FIELDS = ("title", "published", "author", "outlet")
GOOD = 0.95
WORD = re.compile(r"\w+")


def overlap(found: str, gold: str) -> tuple[float, float]:
    """Recall and precision of a text's words.

    >>> overlap("Both sides left early", "Both sides left")
    (1.0, 0.75)
    """
    ours, theirs = (Counter(WORD.findall(text.casefold())) for text in (found, gold))
    shared = (ours & theirs).total()
    return shared / max(theirs.total(), 1), shared / max(ours.total(), 1)


def same(field: str, found: Any, gold: Any) -> bool:
    """Whether a field is right: days by the calendar, all else by its letters and digits.

    >>> same("title", "Talks stall!", "talks  stall"), same("author", None, "Ann Sorel")
    (True, False)
    """
    if field == "published":
        return found is not None and f"{found:%Y-%m-%d}" == str(gold)[:10]
    plain = [WORD.findall(str(value or "").casefold()) for value in (found, gold)]
    return plain[0] == plain[1]


def score(gold: Sequence[Mapping[str, Any]], drafts: Mapping[str, Draft]) -> list[tuple[str, ...]]:
    """Rows of the table: what, pages, right, and the share or the medians."""
    rows = []
    for field in FIELDS:
        stated = [row for row in gold if row.get(field)]
        right = sum(
            same(field, getattr(drafts.get(row["file"]), field, None), row[field]) for row in stated
        )
        rows.append((field, f"{len(stated)}", f"{right}", _share(right, len(stated))))
    stated = [row for row in gold if row.get("body")]
    pairs = [overlap(_body(drafts.get(row["file"])), row["body"]) for row in stated]
    if pairs:
        good = sum(min(pair) >= GOOD for pair in pairs)
        middle = [f"{statistics.median(part):.3f}" for part in zip(*pairs, strict=True)]
        rows.append(
            ("body", f"{len(pairs)}", f"{good}", f"recall {middle[0]}, precision {middle[1]}")
        )
    return rows


def _share(right: int, of: int) -> str:
    return f"{right / of:.1%}" if of else "-"


def _body(draft: Draft | None) -> str:
    """The text without its headline, which gold keeps apart."""
    if draft is None:
        return ""
    return draft.text.removeprefix(draft.title or "")


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """Rows of `gold.jsonl`.

    Raises:
        AnalysisError: it is missing, no JSON lines, or a row names no file.
    """
    path = folder / "gold.jsonl"
    try:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise AnalysisError(f"{path} cannot be read as JSON lines: {error}.") from error
    if not rows or not all(isinstance(row, dict) and row.get("file") for row in rows):
        raise AnalysisError(f"{path} must hold objects that each name a file.")
    return rows


def read_pages(folder: Path, files: Sequence[str]) -> tuple[list[float], dict[str, Draft]]:
    """Seconds of processor time of each page, and what was read from it, by its name.

    The first page is read once more before, so that no page pays for what is loaded once.
    """
    drafts: dict[str, Draft] = {}
    spent = []
    for name in [*files[:1], *files]:
        started = time.process_time()
        for item in iter_articles(str(folder / name), progress=False):
            if isinstance(item, Draft):
                drafts.setdefault(name, item)
        spent.append(time.process_time() - started)
    return spent[1:], drafts


def main(argv: Sequence[str] | None = None) -> int:
    """Measure a folder and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(argv).folder
    try:
        gold = read_gold(folder)
        files = [row["file"] for row in gold if (folder / row["file"]).exists()]
        spent, drafts = read_pages(folder, files)
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"| {len(gold)} pages, {len(drafts)} kept | Stated | Right | |\n|---|---|---|---|")
    for row in score(gold, drafts):
        print(f"| {' | '.join(row)} |")
    if spent:
        print(f"\n{1000 * statistics.median(spent):.0f} ms of processor time a page at the median.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
