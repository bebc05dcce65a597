"""Search: seconds of a query, and the size of the index beside the texts, at many articles.

    python benchmarks/search.py --articles 100000

Texts are made of words as often as real ones hold them (a Zipf distribution over 50,000 words),
with three quotations each, in batches of 4,000 as a store has them. Seconds are processor time;
each query is asked three times and the slowest is told. The first opening, which reads the list of
articles, is told apart.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from invented import word
from questions import WORDS, write

from onrecord.store.layout import SEARCH
from onrecord.tables import Tables

RANKS = (31, 9, 40, 5, 6, 7, 0, 1, 2, 3, 4, 12345, 700, 800, 90)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=WORDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "tables")
        size = write(place, given.articles, given.words)
        print(measure(place, size))


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
    asked: list[tuple[str, dict]] = [
        (query, {})
        for query in (
            w[12345], w[31], f"{w[2]} {w[3]} {w[4]}", f"({w[700]} OR {w[800]}) {w[90]}",
            f"wz* NOT {w[2]}", "wf*", "wa*", f'"{w[5]} {w[6]}"', f'"{w[0]} {w[1]}"',
            f"{w[9]} NEAR {w[40]}", f"{w[0]} NEAR {w[1]}", "wf* NEAR wg*", "wa* NEAR wb*",
        )
    ]  # fmt: skip
    asked += [(w[31], {"outlet": "Outlet 3"}), (w[31], {"since": "2031-01-01"})]
    in_quotes = "know", w[700], f"{w[6]} {w[7]}", f"{w[2]} NEAR/1 {w[3]}", f"know NOT {w[700]}"
    asked += [(query, {"quotes": True}) for query in in_quotes]
    asked += [("know", {"speaker": "Person 30"}), (w[700], {"speaker": "Person 7"})]
    for query, more in asked:
        spent = []
        for _ in range(3):
            began = time.process_time()
            found = tables.search(query, **more)
            spent.append(time.process_time() - began)
        told = ", ".join([query, *(f"{name}={value}" for name, value in more.items())])
        lines.append(f"{told}: {found.attrs['articles']:,} articles, {max(spent):.2f} s")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
