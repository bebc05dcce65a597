"""Examples without a label, from the training texts of the other tasks."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from .articles import Paragraph, paragraphs, read_lines
from .pairs import Pair, Span, mark
from .text import Encoding

END = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘'A-Z])|\n")
NAME = re.compile(r"\b[A-Z][\w.’'-]*[\w](?: (?:of |the |de |al-)?[A-Z][\w.’'-]*\w){0,3}")
SHORT, LONG = 40, 500  # characters of a text

Example = tuple[str, Span, Span | None]  # text, target, source


def sentences(text: str) -> Iterator[Span]:
    """Yield rough sentences; lines end them.

    >>> list(sentences("He left. She stayed."))
    [(0, 8), (9, 20)]
    """
    start = 0
    for cut in END.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def names(text: str, start: int, end: int) -> list[Span]:
    """Return runs of capitalised words, without the first word of `text[start:end]`.

    >>> text = "Then Ann Lee met the Board of Trade."
    >>> [text[a:b] for a, b in names(text, 0, len(text))]
    ['Ann Lee', 'Board of Trade']
    """
    found = []
    for each in NAME.finditer(text, start, end):
        first = each.start()
        if text[start:first].strip("\"“‘'(") == "":  # a capital there says nothing
            head = text.find(" ", first, each.end()) + 1
            if not head or not text[head].isupper():
                continue
            first = head
        found.append((first, each.end()))
    return found


def _articles(folder: Path) -> list[dict]:
    return read_lines(folder / "polnear-train.jsonl.gz")


def toward_examples(folder: Path) -> Iterator[Example]:
    """Yield names in PolNeAR's sentences and both ends of DSE's pairs."""
    for row in _articles(folder):
        text = row["text"]
        for start, end in sentences(text):
            if SHORT <= end - start <= LONG:
                for a, b in names(text, start, end):
                    yield text[start:end], (a - start, b - start), None
    for row in read_lines(folder / "dse-train.jsonl.gz"):
        for role in ("source", "target"):
            yield row["text"], tuple(row[role]), None


def between_examples(folder: Path) -> Iterator[Example]:
    """Yield sources with names in their contents, and NewsMTSC's targets two by two."""
    for row in _articles(folder):
        text = row["text"]
        for attribution in row["attributions"]:
            for source in attribution["source"][:1]:
                if not any(letter.isupper() for letter in text[source[0] : source[1]]):
                    continue
                for start, end in attribution["content"]:
                    low = max(text.rfind("\n", 0, min(source[0], start)) + 1, source[0] - LONG)
                    high = max(source[1], end)
                    if not SHORT <= high - low <= LONG:
                        continue
                    for a, b in names(text, start, end):
                        if b <= source[0] or a >= source[1]:
                            yield text[low:high], (a - low, b - low), _moved(source, low)
    beside: dict[str, set[Span]] = defaultdict(set)
    for row in read_lines(folder / "newsmtsc-train.jsonl.gz"):
        beside[row["text"]].add(tuple(row["target"]))
    for text, spans in beside.items():
        for source in sorted(spans):
            for target in sorted(spans):
                if source[1] <= target[0] or target[1] <= source[0]:
                    yield text, target, source


def _moved(span: list[int], by: int) -> Span:
    return span[0] - by, span[1] - by


def stance_pool(task: str, folder: Path, encoding: Encoding, seed: int, size: int) -> list[Pair]:
    """Draw examples of a stance task; their label is -1.

    Args:
        task: "toward" or "between".
        folder: of the JSON lines; only train files are read.
        encoding: the tokenizer.
        seed: of the draw.
        size: how many at most.
    """
    examples = (toward_examples if task == "toward" else between_examples)(folder)
    different = [*dict.fromkeys(examples)]
    drawn = random.Random(seed).sample(different, min(size, len(different)))
    return [Pair(*mark(encoding, text, target, source), -1) for text, target, source in drawn]


def article_pool(folder: Path, encoding: Encoding) -> list[list[Paragraph]]:
    """Return the stance tasks' texts as articles whose tags are not known.

    Args:
        folder: of the JSON lines; only train files are read.
        encoding: the tokenizer.
    """
    files = [folder / f"{name}-train.jsonl.gz" for name in ("newsmtsc", "dse")]
    texts = dict.fromkeys(row["text"] for file in files for row in read_lines(file))
    return [paragraphs({"text": text, "attributions": []}, encoding) for text in texts]
