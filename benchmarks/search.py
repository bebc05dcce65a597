"""Search: seconds of a query, and the size of the index beside the texts, at many articles.

    python benchmarks/search.py --articles 100000

Texts are made of words as often as real ones hold them (a Zipf distribution over 50,000 words), in
batches of 4,000 as a store has them. Seconds are processor time; each query is asked three times
and the slowest is told. The first opening, which reads the list of articles, is told apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from invented import BATCH, batch_of, word, words

from onrecord import store
from onrecord.store.layout import SEARCH
from onrecord.tables import Tables

RANKS = (31, 9, 40, 5, 6, 2, 3, 4, 12345, 700, 800, 90)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=400)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "tables")
        size = write(place, given.articles, given.words)
        print(measure(place, size))


def write(place: Path, articles: int, length: int) -> int:
    """A store of invented articles; the letters of their texts."""
    draw = np.random.default_rng(3)
    known = words()
    size = 0
    with store.writing(place):
        writer = store.Writer.of(place)
        for batch, first in enumerate(range(0, articles, BATCH)):
            many = min(BATCH, articles - first)
            drawn = known[(draw.zipf(1.2, many * length) - 1) % len(known)].reshape(many, length)
            texts = [" ".join(row) for row in drawn]
            size += sum(map(len, texts))
            day = pd.Timestamp("2030-01-15") + pd.DateOffset(months=batch)
            ids = [f"a{first + n}" for n in range(many)]
            made = {"article_id": ids, "path": ids, "text": texts, "published": [day] * many}
            writer.add(store.month_of(day), batch_of({"articles": made}))
        (place / store.PROVENANCE).write_text('{"complete": false}')
    return size


def measure(place: Path, size: int) -> str:
    """The figures, a line each."""
    began = time.process_time()
    Tables.open(place).search(word(1), limit=1)
    lines = [f"index made in {time.process_time() - began:.1f} s"]
    share = (place / SEARCH).stat().st_size / size
    lines.append(f"index {(place / SEARCH).stat().st_size / 1e6:.0f} MB, {share:.0%} of the texts")
    began = time.process_time()
    tables = Tables.open(place)
    tables.search(word(31), limit=1)
    lines.append(f"opened, first query: {time.process_time() - began:.2f} s")
    w = {n: word(n) for n in RANKS}
    asked = [w[31], f"{w[9]} NEAR {w[40]}", f'"{w[5]} {w[6]}"', f"{w[2]} {w[3]} {w[4]}"]
    asked += [f"wz* NOT {w[2]}", w[12345], f"({w[700]} OR {w[800]}) {w[90]}"]
    for query in asked:
        spent = []
        for _ in range(3):
            began = time.process_time()
            found = tables.search(query)
            spent.append(time.process_time() - began)
        lines.append(f"{query}: {found.attrs['articles']:,} articles, {max(spent):.2f} s")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
