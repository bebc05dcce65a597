"""Does a change leave every number as it was? Tables, summaries and charts, before and after.

    python benchmarks/unchanged.py --data ../shared/data --into before.json
    python benchmarks/unchanged.py --data ../shared/data --against before.json
    python benchmarks/unchanged.py --data ../shared/data --since COMMIT

Both samples and polnear-dev are analysed in memory, and a thousand articles into a store. Of each
column of each table a hash is kept, of each summary a hash and its first rows, of each chart a
hash. What differs is listed with both values, and the exit code is 1. With `--since` the package
of a commit is taken out of git and measured first, with this file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd
from formats import read_gold
from machine import HERE, commit

import onrecord
from onrecord import Tables, analyse, charts, load, summary
from onrecord.corpus.update import update
from onrecord.errors import AnalysisError

SEEDS = HERE.parent / "seeds"
MANY = ("polnear-train", "world-train", "statements-train")
SHOWN = 3  # rows of a summary that are kept as they are
PEOPLE = 1  # speakers, and actors, that are asked about one by one
Print = dict[str, str]  # what was hashed -> its rows and its hash, then some of its values

ASKED: dict[str, Callable[[Tables], object]] = {
    "totals": summary.totals,
    "speakers": summary.speakers,
    "actors": summary.actors,
    "outlets": summary.outlets,
    "quotes": summary.quotes,
    "quotes, negated too": lambda t: summary.quotes(t, negated=True),
    "statements": summary.statements,
    "statements, outcomes too": lambda t: summary.statements(t, outcomes=True),
    "sentences": summary.sentences,
    "pairs": summary.pairs,
    "sides": summary.sides,
    "between": summary.between,
    "regression": summary.regression,
    "cues": summary.cue_profile,
    "kinds": summary.kinds,
    "right of reply": summary.right_of_reply,
    "copies": summary.copies,
    "edges": summary.edges,
    "same person": summary.same_person,
    "roles": summary.sources,
    "volume": summary.volume,
    "drift": summary.drift,
    "news": summary.news,
    "lead": summary.lead,
    "evidence": summary.evidence,
    "chart of stance": charts.stance_matrix,
    "chart of coverage": charts.coverage_matrix,
    "chart of means": charts.stance_means,
    "chart of speakers": charts.speaker_bars,
    "chart of ties": charts.network,
    "chart of cues": charts.cue_profile,
    "chart of kinds": charts.kinds,
    "chart of reply": charts.right_of_reply,
    "chart of volume": charts.volume,
    "chart of time": charts.timeline,
}


def measure(data: Path, count: int) -> dict[str, Print]:
    """The prints of all corpora, by name."""
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, tables in corpora(data, count, Path(folder)):
            made[name] = {**dict(tables_of(tables)), **dict(summaries_of(tables))}
            print(f"{name}: {len(tables.articles):,} articles, {len(made[name])} prints")
    return made


def corpora(data: Path, count: int, place: Path) -> Iterator[tuple[str, Tables]]:
    """Every corpus, analysed."""
    for seed in sorted(path for path in SEEDS.iterdir() if path.is_dir()):
        yield seed.name, analyse(load(seed), progress=False)
    written(data, ["polnear-dev"], sys.maxsize, place / "dev.jsonl")
    yield "polnear-dev", analyse(load(place / "dev.jsonl"), progress=False)
    written(data, MANY, count, place / "many.jsonl")
    update(place / "tables", place / "many.jsonl", progress=False)
    yield "store", Tables.open(place / "tables")


def written(data: Path, names: Sequence[str], count: int, path: Path) -> None:
    """So many articles of gold files as one file, of five outlets, one a day."""
    rows = [row for name in names for row in read_gold(data / f"{name}.jsonl.gz").rows][:count]
    with path.open("w", encoding="utf-8") as out:
        for number, row in enumerate(rows):
            day = pd.Timestamp("2030-01-01") + pd.Timedelta(days=number)
            about = {"title": row["doc"], "outlet": f"Outlet {number % 5}", "date": str(day.date())}
            out.write(json.dumps(about | {"text": row["text"]}) + "\n")


def tables_of(tables: Tables) -> Iterator[tuple[str, str]]:
    """A print of each column; of paths nothing, as they name the folder of a run."""
    for name in Tables.names():
        frame = getattr(tables, name)
        for column in frame.columns.difference(["path"]):
            yield f"{name}.{column}", f"{len(frame):,} rows {hashed(as_text(frame[column]))}"
    if tables.stories is not None:
        yield "stories", hashed(tables.stories.to_json(orient="split", index=False))


def summaries_of(tables: Tables) -> Iterator[tuple[str, str]]:
    """A print of each summary, of all and of what some people say or are told about."""
    for name, ask in ASKED.items():
        yield name, said(ask, tables)
    for key, people in (("speaker", summary.speakers), ("actor", summary.actors)):
        for who in people(tables).iloc[:PEOPLE, 0]:
            part = summary.select(tables, **{key: who})
            for name, ask in ASKED.items():
                yield f"{key} {who}: {name}", said(ask, part)


def said(ask: Callable[[Tables], object], tables: Tables) -> str:
    """The print of an answer; of one that fails or is refused what is said of it."""
    try:
        answer = ask(tables)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if hasattr(answer, "to_plotly_json"):
        return hashed(answer.to_json())
    if not isinstance(answer, pd.DataFrame):
        return f"{hashed(repr(answer))} {repr(answer)[:200]}"
    whole, first = answer.to_csv(), answer.head(SHOWN).to_csv()
    return f"{len(answer):,} rows {hashed(whole)}\n{first[:600]}"


def as_text(values: pd.Series) -> str:
    """All values of a column, to the last digit."""
    return values.to_json(date_format="iso", double_precision=15)


def hashed(text: str) -> str:
    """Sixteen digits that stand for a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def differences(before: dict[str, Print], after: dict[str, Print]) -> list[str]:
    r"""What is not the same, a paragraph each.

    >>> differences({"a": {"x": "1", "y": "2"}}, {"a": {"x": "1", "y": "3"}})
    ['a, y\n  before: 2\n  after:  3']
    """
    told = []
    for corpus in sorted(before.keys() | after.keys()):
        old, new = before.get(corpus, {}), after.get(corpus, {})
        for key in sorted(old.keys() | new.keys()):
            was, now = old.get(key, "nothing"), new.get(key, "nothing")
            if was != now:
                told.append(f"{corpus}, {key}\n  before: {was}\n  after:  {now}")
    return told


def of_commit(rev: str, data: Path, count: int) -> dict:
    """What the package of a commit gives."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["git", "archive", rev, "analysis"], cwd=HERE.parent, check=True, capture_output=True
        )
        subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
        into = Path(folder) / "prints.json"
        asked = ["--data", data.resolve(), "--articles", count, "--into", into]
        subprocess.run(
            [sys.executable, __file__, *map(str, asked)], check=True,
            env=os.environ | {"PYTHONPATH": str(Path(folder) / "analysis")},
        )  # fmt: skip
        return json.loads(into.read_text("utf-8")) | {"commit": rev}


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 all is the same or was written, 1 something is not, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the gold files")
    parser.add_argument("--articles", type=int, default=1000, help="articles of the store")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--into", type=Path, help="write the prints to a file")
    what.add_argument("--against", type=Path, help="compare with the prints of a file")
    what.add_argument("--since", metavar="COMMIT", help="compare with a commit")
    options = parser.parse_args(given)
    old = None
    try:
        if options.against:
            old = json.loads(options.against.read_text("utf-8"))
        elif options.since:
            old = of_commit(options.since, options.data, options.articles)
        print(f"measuring {Path(onrecord.__path__[0]).parent}")
        new = {"commit": commit(), "prints": measure(options.data, options.articles)}
    except (AnalysisError, OSError, ValueError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 2
    if old is None:
        options.into.write_text(json.dumps(new, indent=1, ensure_ascii=False), encoding="utf-8")
        return 0
    found = differences(old["prints"], new["prints"])
    print("\n".join(found))
    count = sum(map(len, new["prints"].values()))
    print(f"{old['commit']} and {new['commit']}: {len(found)} of {count} prints differ.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
