"""Speed of the whole analysis, the reader and TextBlob, and of a RoBERTa-base beside it.

    python benchmarks/speed.py --data ../shared/data
    python benchmarks/speed.py --data ../shared/data --torch-python PYTHON --into FILE

Articles are those of `polnear-dev`, pairs those of `newsmtsc-dev-mt` and `newsmtsc-dev-rw`.
All is timed in one run on the same cores (`ONRECORD_THREADS`, by default all of them), after
one warm-up, the best of a stated number of rounds. The RoBERTa pass runs in the interpreter
that `--torch-python` names, as torch is no dependency of the product.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from accuracy import find, table
from formats import read_gold

from onrecord import schema
from onrecord.errors import AnalysisError
from onrecord.reader import Reader
from onrecord.reader.folders import SHIPPED
from onrecord.reader.network import threads
from onrecord.reader.words import Vocabulary
from onrecord.segment import segment
from onrecord.tone import tones

ROBERTA = Path(__file__).parent / "roberta.py"


@dataclass(frozen=True, slots=True)
class Pace:
    """How many of a thing were done in a second."""

    what: str
    count: int
    unit: str
    seconds: float

    @property
    def each_second(self) -> float:
        """Units per second."""
        return self.count / self.seconds


def best(rounds: int, run: Callable[[], object]) -> float:
    """Seconds of the fastest round, after one that is not counted."""
    run()
    found = []
    for _ in range(rounds):
        started = time.perf_counter()
        run()
        found.append(time.perf_counter() - started)
    return min(found)


def analysis_paces(texts: Sequence[str], reader: Reader, rounds: int) -> list[Pace]:
    """All stages, the reader alone, and tone alone."""
    from onrecord.corpus.analyse import analyse  # the heaviest import, for this figure only

    rows = [
        {"article_id": f"a{number}", "path": f"{number}.txt", "language": "en", "text": text}
        for number, text in enumerate(texts)
    ]
    articles = schema.frame("articles", rows)
    sentences = [text[s.start : s.end] for text in texts for s in segment(text)]
    whole = best(rounds, lambda: analyse(articles, reader=reader, progress=False))
    read = best(rounds, lambda: reader.read(texts))
    toned = best(rounds, lambda: tones(sentences))
    return [
        Pace("`analyse`, all stages", len(texts), "articles", whole),
        Pace("attribution spans alone", len(texts), "articles", read),
        Pace("TextBlob, as used for tone", len(sentences), "sentences", toned),
    ]


def pair_paces(
    texts: Sequence[str],
    targets: Sequence[tuple[int, int]],
    reader: Reader,
    lengths: Sequence[int],
    rounds: int,
    python: str,
) -> tuple[list[Pace], str]:
    """Our pairs and RoBERTa's on the same texts, and what there is to say of them.

    The lengths are those of the texts in our word pieces; its own differ by a few.
    """
    seconds = best(rounds, lambda: reader.toward(texts, targets))
    ours = Pace("stance toward marked targets", len(texts), "pairs", seconds)
    asked = json.dumps({"lengths": list(lengths), "threads": threads()})
    done = subprocess.run([python, ROBERTA], input=asked, capture_output=True, text=True)
    answer = json.loads(done.stdout) if done.returncode == 0 else {}
    if "seconds" not in answer:
        why = f"{answer['missing']} is not installed" if answer else "it failed"
        return [ours], f"No RoBERTa-base pass was timed: in {Path(python).name}, {why}."
    theirs = Pace("RoBERTa-base, one pass per target", len(texts), "pairs", answer["seconds"])
    times = ours.each_second / theirs.each_second
    return [ours, theirs], f"Ours does {times:.0f} times the pairs of the RoBERTa-base pass."


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--model", type=Path, help="folder of weights; default: the shipped ones")
    parser.add_argument("--articles", type=int, default=84, help="at most so many")
    parser.add_argument("--pairs", type=int, default=783, help="at most so many")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--torch-python", default=sys.executable, help="has torch, transformers")
    parser.add_argument("--into", type=Path, help="write the report to a file as well")
    options = parser.parse_args(given)
    try:
        reader = Reader.load(options.model)
        articles = read_gold(find(["polnear-dev"], options.data)[0]).rows[: options.articles]
        names = ["newsmtsc-dev-mt", "newsmtsc-dev-rw"]
        pairs = [row for path in find(names, options.data) for row in read_gold(path).rows]
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    pairs = pairs[: options.pairs]
    paces = analysis_paces([row["text"] for row in articles], reader, options.rounds)
    vocabulary = Vocabulary((options.model or SHIPPED) / "tokenizer.json")
    pieces = [vocabulary.words(row["text"]).pieces for row in pairs]
    more, said = pair_paces(
        [row["text"] for row in pairs],
        [tuple(row["target"]) for row in pairs],
        reader,
        [min(2 + sum(map(len, row)), 512) for row in pieces],
        options.rounds,
        options.torch_python,
    )
    rows = [
        [pace.what, f"{pace.each_second:,.1f} {pace.unit}/s", f"{pace.count:,}"]
        for pace in [*paces, *more]
    ]
    words = sum(len(row["text"].split()) for row in articles) // max(len(articles), 1)
    report = "\n\n".join(
        [
            f"Weights: {reader.name}. {threads()} threads, articles of {words} words on average, "
            f"best of {options.rounds} rounds.",
            table(["What", "pace", "timed on"], rows),
            said,
        ]
    )
    print(report)
    if options.into:
        options.into.write_text(report + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
