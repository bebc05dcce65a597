"""Search: seconds of a query, and the size of the index beside the texts, at many articles.

    python benchmarks/search.py --articles 100000 --words 400

Texts are made of English words as often as books hold them, and as often again in one article as
in real ones, or with `--invented` of 50,000 words in a Zipf distribution (the commonest a sixth of
all, which no language knows), with three quotations each, in batches of 4,000 as a store has them.
Seconds are processor time; each query is asked three times and the slowest is told. The first
opening, which reads the list of articles, is told apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from invented import KNOWN, english, words
from questions import WORDS, write

from onrecord.store.layout import SEARCH
from onrecord.tables import Tables


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--invented", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "tables")
        vocabulary = None if given.invented else english()
        size = write(place, given.articles, given.words, vocabulary)
        w, shares = vocabulary or (words(), np.arange(1, KNOWN + 1) ** -1.2)
        print(measure(place, size, w, shares))


def measure(place: Path, size: int, w: np.ndarray, shares: np.ndarray) -> str:
    """The figures, a line each.

    Args:
        place: of the store.
        size: letters of its texts.
        w: its words, the common ones first.
        shares: of the words, in any unit.
    """
    began = time.process_time()
    Tables.open(place).search(w[1], limit=1)
    lines = [f"index made in {time.process_time() - began:.1f} s"]
    share = (place / SEARCH).stat().st_size / size
    lines.append(f"index {(place / SEARCH).stat().st_size / 1e6:.0f} MB, {share:.0%} of the texts")
    began = time.process_time()
    tables = Tables.open(place)
    tables.search(w[31], limit=1)
    lines.append(f"opened, first query: {time.process_time() - began:.2f} s")
    for query, more in asked(w, beginnings(w, shares)):
        spent = []
        for _ in range(3):
            began = time.process_time()
            found = tables.search(query, **more)
            spent.append(time.process_time() - began)
        told = ", ".join([query, *(f"{name}={value}" for name, value in more.items())])
        lines.append(f"{told}: {found.attrs['articles']:,} articles, {max(spent):.2f} s")
    return "\n".join(lines)


def beginnings(w: np.ndarray, shares: np.ndarray) -> list[str]:
    """Two letters that words begin with, the most common ones first."""
    long = np.array([len(word) > 1 and word.isalpha() for word in w])
    known = pd.Series(shares[long]).groupby([word[:2] for word in w[long]]).sum()
    return list(known.sort_values(ascending=False).index)


def asked(w: np.ndarray, b: list[str]) -> list[tuple[str, dict]]:
    """Queries of every kind, with words and beginnings from the most common ones to rare ones."""
    queries: list[tuple[str, dict]] = [
        (query, {})
        for query in (
            w[12345], w[31], f"{w[2]} {w[3]} {w[4]}", f"({w[700]} OR {w[800]}) {w[90]}",
            f"{b[25]}* NOT {w[2]}", f"{b[5]}*", f"{b[0]}*", f'"{w[5]} {w[6]}"', f'"{w[0]} {w[1]}"',
            f"{w[9]} NEAR {w[40]}", f"{w[0]} NEAR {w[1]}", f"{b[5]}* NEAR {b[6]}*",
            f"{b[0]}* NEAR {b[1]}*",
        )
    ]  # fmt: skip
    queries += [(w[31], {"outlet": "Outlet 3"}), (w[31], {"since": "2031-01-01"})]
    in_quotes = "know", w[700], f"{w[6]} {w[7]}", f"{w[2]} NEAR/1 {w[3]}", f"know NOT {w[700]}"
    queries += [(query, {"quotes": True}) for query in in_quotes]
    return [*queries, ("know", {"speaker": "Person 30"}), (w[700], {"speaker": "Person 7"})]


if __name__ == "__main__":
    main()
