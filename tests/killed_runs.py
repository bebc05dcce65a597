"""Runs that are killed at random moments; a process of its own, so that it can be forked.

    python killed_runs.py FOLDER ROUNDS

The corpus changes before each round. Prints one line of JSON: how many runs were killed, and
what was wrong with what they left.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pretend import slow, write_corpus

from onrecord.corpus import gather, update
from onrecord.corpus.piece import Settings, tools
from onrecord.tables import Tables

spread = import_module("onrecord.corpus.spread.spread")
spread.PIECE = 3  # so that many batches are written
gather.HELD_BYTES = 1


def run(news: Path, into: Path) -> None:
    """One run, as the command makes it."""
    update.update(into, news, reader=slow, jobs=1, prune=True, progress=False)


def change(news: Path, number: int) -> None:
    """Articles come, go, and get another date."""
    write_corpus(news, 6, first=1000 + 6 * number)
    (news / f"{number:04}.md").unlink()
    facts = news / f"{number + 30:04}.md"
    facts.write_text(facts.read_text().replace("outlet: The", f"outlet: The {number}"))


def main(folder: Path, rounds: int) -> None:
    """All rounds, and what was seen."""
    news, into = folder / "news", folder / "killed"
    write_corpus(news, max(60, rounds + 40))
    tools(Settings("", reader=slow))  # made before the fork, as it takes longer than a run
    draw, killed, wrong = random.Random(20310401), 0, []
    for number in range(rounds):
        change(news, number)
        child = os.fork()
        if not child:
            try:
                run(news, into)
            finally:
                os._exit(0)
        time.sleep(draw.uniform(0.0, 0.6))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        if (into / "store.json").exists():
            tables = Tables.open(into)
            ids = set(tables.articles.article_id)
            if len(ids) != len(tables.articles) or not set(tables.stances.article_id) <= ids:
                wrong.append(number)
    print(json.dumps({"killed": killed, "wrong": wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
