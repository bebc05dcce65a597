"""What analysts ask of a large corpus: processor time and memory of each question.

    python -m benchmarks.questions --articles 10000 100000

Articles are invented: words as often as real ones hold them, three quotes each by speakers of whom
few speak often, a side taken in each, and every fiftieth quotation that of an earlier article, cut.
They are written as a store, by month; each question is then asked in a process of its own, so that
its memory is its own. `--out FILE` keeps the rows, as JSON lines.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT)]

from invented import BATCH, batch_of, word, words  # noqa: E402 - lies beside this file

QUOTES, WORDS, LENGTH = 3, 250, 15  # of an article; of a quotation
PEOPLE, ACTORS = 20_000, 400
MONTHS = 24
AGAIN = 0.15  # of 400 English words 222 differ then; of 400 in 828 real articles 219


def write(
    place: Path,
    articles: int,
    length: int = WORDS,
    vocabulary: tuple[np.ndarray, np.ndarray] | None = None,
) -> int:
    """A store of invented articles; the letters of their texts.

    Args:
        place: of the store.
        articles: how many.
        length: words of each, beside quotations.
        vocabulary: words, the common ones first, and the share of each; by default invented ones
            in a Zipf distribution.
    """
    import pyarrow as pa

    from onrecord import store
    from onrecord.store.layout import ACTORS as ACTORS_FILE
    from onrecord.store.layout import (
        REJECTED,
        RUNS,
        RUNS_SCHEMA,
        STORIES,
        STORIES_SCHEMA,
        arrow_schema,
    )

    draw, size, runs = np.random.default_rng(3), 0, []
    known, shares = vocabulary or (words(), None)
    earlier: list[str] = []
    with store.writing(place):
        writer = store.Writer.of(place)
        for number, first in enumerate(range(0, articles, BATCH)):
            many = min(BATCH, articles - first)
            day = pd.Timestamp("2030-01-15") + pd.DateOffset(months=number % MONTHS)
            made = batch(draw, known, shares, first, many, day, earlier, length)
            size += sum(map(len, made["articles"]["text"]))
            writer.add(store.month_of(day), batch_of(made))
            run = pd.Timestamp("2032-01-01") + pd.Timedelta(days=number)
            runs += [(each, run) for each in made["articles"]["article_id"]]
        ids, when = zip(*runs, strict=True)
        columns = {"article_id": list(ids), "run": list(when)}
        writer.put(RUNS, pa.table(columns, schema=RUNS_SCHEMA))
        writer.put(STORIES, pa.table({"article_id": list(ids), "story_id": list(ids)},
                                     schema=STORIES_SCHEMA))  # fmt: skip
        writer.put(REJECTED, arrow_schema("rejected").empty_table())
        writer.put(ACTORS_FILE, arrow_schema("actors").empty_table())
        (place / store.PROVENANCE).write_text('{"complete": true}')
    return size


def batch(
    draw, known, shares, first: int, many: int, day, earlier: list[str], length: int
) -> dict[str, dict]:
    """The columns of each table, for some articles."""
    rows = many * QUOTES
    drawn = known[drawn_ranks(draw, len(known), shares, (many, length))]
    said = known[draw.integers(0, 5_000, rows * LENGTH)].reshape(rows, LENGTH)
    contents = ["“We know that it is " + " ".join(row) + ",”" for row in said]
    speakers = [f"Person {n}" for n in (draw.zipf(1.5, rows) - 1) % PEOPLE]
    for at in range(0, rows, 50):
        if earlier:
            who, old = earlier[int(draw.integers(len(earlier)))]
            contents[at], speakers[at] = f"{' '.join(old.split()[:12])}”", who
        earlier.append((speakers[at + 1], contents[at + 1]))  # one that is nobody's copy
    targets = [f"Actor {n}" for n in (draw.zipf(1.3, rows) - 1) % ACTORS]
    ids = [f"a{first + n}" for n in range(many)]
    own = [ids[n // QUOTES] for n in range(rows)]
    texts = [
        f"{' '.join(row)}\n" + "\n".join(contents[n * QUOTES : (n + 1) * QUOTES])
        for n, row in enumerate(drawn)
    ]
    attributions = [f"{own[n]}-{n % QUOTES}" for n in range(rows)]
    sentences = [f"{own[n]}-s{n % QUOTES}" for n in range(rows)]
    bounds = [each for n, text in enumerate(texts) for each in _bounds(text, contents, n)]
    score = draw.uniform(-1, 1, rows)
    favor, against = np.clip(score, 0, 1), np.clip(-score, 0, 1)
    return {
        "articles": {"article_id": ids, "path": ids, "text": texts, "published": [day] * many,
                     "outlet": [f"Outlet {n % 12}" for n in range(many)]},
        "sentences": {"article_id": own, "sentence_id": sentences, "paragraph": [1] * rows,
                      "role": ["body"] * rows, "voice": ["speaker"] * rows, "start": [0] * rows,
                      "end": [1] * rows, "text": contents, "polarity": [0.0] * rows,
                      "subjectivity": [0.0] * rows},
        "attributions": {"attribution_id": attributions, "article_id": own,
                         "kind": ["direct"] * rows, "content": contents, "speaker": speakers,
                         "resolved_by": ["name"] * rows, "factuality": ["asserted"] * rows,
                         "confidence": [0.9] * rows, "polarity": [0.0] * rows,
                         "subjectivity": [0.0] * rows},
        "spans": {"attribution_id": attributions, "article_id": own, "role": ["content"] * rows,
                  "start": [start for start, _ in bounds], "end": [end for _, end in bounds]},
        "stances": {"article_id": own, "sentence_id": sentences, "attribution_id": attributions,
                    "speaker": speakers, "target": targets, "start": [0] * rows,
                    "end": [1] * rows, "favor": favor, "against": against,
                    "none": 1 - favor - against,
                    "label": np.where(score > 0, "favor", "against")},
    }  # fmt: skip


def drawn_ranks(draw, known: int, shares: np.ndarray | None, shape: tuple[int, int]) -> np.ndarray:
    """Which words articles have, a row each; drawn by shares, every seventh is there already."""
    if shares is None:
        return (draw.zipf(1.2, shape) - 1) % known
    ranks = np.searchsorted(np.cumsum(shares)[:-1], draw.random(shape), "right")
    before = (draw.random(shape) * np.arange(shape[1])).astype(int)
    again = draw.random(shape) < AGAIN
    return np.where(again, np.take_along_axis(ranks, before, axis=1), ranks)


def _bounds(text: str, contents: list[str], number: int) -> Iterator[tuple[int, int]]:
    """Where the quotations of an article stand, each on a line of its own at the end."""
    start = text.index("\n") + 1
    for content in contents[number * QUOTES : (number + 1) * QUOTES]:
        yield start, start + len(content)
        start += len(content) + 1


def _network(kind: str) -> Callable:
    def ask(found):
        from onrecord import networks

        made = networks.coalitions(found, kind, least=2)
        return f"{made.number_of_nodes():,} speakers, {made.number_of_edges():,} edges"

    return ask


def _actors(found) -> str:
    from onrecord import networks

    made = networks.about_actors(found)
    return f"{made.number_of_nodes():,} nodes, {made.number_of_edges():,} edges"


def _camps(found) -> str:
    from onrecord import networks

    groups = networks.communities(networks.coalitions(found, least=2))
    return f"{groups.community.nunique():,} groups"


def _over(found) -> str:
    from onrecord import networks

    return f"{len(networks.polarisation(found, 'month')):,} months"


def _repeats(found) -> str:
    from onrecord import repeats

    return f"{repeats.repeats(found).repeat_id.nunique():,} quotes in several articles"


def _figures(found) -> str:
    from onrecord import figures

    return f"{len(figures.figures(found)):,} figures"


def _added(found) -> str:
    from onrecord import added

    return f"{len(added.added(found).articles):,} articles of the last run"


QUESTIONS: dict[str, Callable] = {
    "search: the index, with its first query": lambda found: (
        f"{len(found.search(word(31)))} places"
    ),
    "search: NEAR, the index being there": lambda found: (
        f"{len(found.search(f'{word(9)} NEAR {word(40)}'))} places"
    ),
    "repeats": _repeats,
    "figures": _figures,
    "new": _added,
    "network of speakers and actors": _actors,
    "network of congruence": _network("congruence"),
    "network of conflict": _network("conflict"),
    "groups of the congruence network": _camps,
    "camps over months": _over,
}


def one(place: Path, question: str) -> dict:
    """Processor time and memory of one question."""
    from onrecord.tables import Tables

    found = Tables.open(place)
    began = time.process_time()
    told = QUESTIONS[question](found)
    return {
        "question": question,
        "seconds": time.process_time() - began,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "found": told,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, nargs="+", default=[10_000])
    options.add_argument("--out", type=Path, metavar="FILE")
    options.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options.add_argument("--write", nargs=2, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one:
        print(json.dumps(one(Path(given.one[0]), given.one[1])))
        return
    if given.write:
        print(json.dumps({"letters": write(Path(given.write[0]), int(given.write[1]))}))
        return
    print(
        "| Question | Articles | Processor time | Peak memory | Found |\n|---|---:|---:|---:|---|"
    )
    for articles in given.articles:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, "tables")
            _child("--write", place, articles)
            for question in QUESTIONS:
                told = {"articles": articles, **_child("--one", place, question)}
                print(
                    f"| {question} | {articles:,} | {told['seconds']:.1f} s | "
                    f"{told['peak']:,.0f} MB | {told['found']} |",
                    flush=True,
                )
                if given.out:
                    with given.out.open("a", encoding="utf-8") as out:
                        out.write(json.dumps(told) + "\n")


def _child(*asked: object) -> dict:
    command = [sys.executable, __file__, *map(str, asked)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
