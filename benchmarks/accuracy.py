"""Accuracy of the reader on public gold data, other systems beside it.

    python benchmarks/accuracy.py --data ../shared/data
    python benchmarks/accuracy.py --data ../shared/data dse-dev --model FOLDER --into FILE
    python benchmarks/accuracy.py --data ../shared/data --record  # in model.json, for reports

Any JSON-lines file (.jsonl, .jsonl.gz) of the three kinds, told apart by their keys:
`text, target, label` (stance conveyed toward the target: macro-F1 over favor, against and
none), `text, source, target, label` (stance between two spans: macro-F1 over five labels)
and `text, attributions` (exact-match F1 of source, cue and content spans over words).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from formats import Gold, GoldError, read_gold
from links import link_counts
from measures import Estimate, calibration_error, each_f1, label_counts, macro_f1, share
from peers import PEERS
from spans import ROLES, span_counts

from onrecord.errors import AnalysisError
from onrecord.reader import BETWEEN, TOWARD, Reader
from onrecord.reader.folders import SHIPPED

SAMPLES = 1_000
LABELS = {"toward": TOWARD, "between": BETWEEN}
RECORDED = {"newsmtsc-dev-mt": "mt", "newsmtsc-dev-rw": "rw", "dse-dev": "dse"}
Figures = dict[str, float]  # in percent


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table.

    >>> print(table(["a", "b"], [[1, 2]]))
    | a | b |
    | --- | --- |
    | 1 | 2 |
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def chances_of(gold: Gold, reader: Reader) -> np.ndarray:
    """Probabilities of the labels of a stance file, a row each."""
    texts = [row["text"] for row in gold.rows]
    targets = [tuple(row["target"]) for row in gold.rows]
    if gold.kind == "toward":
        return reader.toward(texts, targets)
    return reader.between(texts, [tuple(row["source"]) for row in gold.rows], targets)


def measure_stance(gold: Gold, reader: Reader, samples: int) -> tuple[str, Estimate]:
    """The table of a stance file, and our macro-F1."""
    labels = LABELS[gold.kind]
    true = [row["label"] for row in gold.rows]
    if unknown := sorted(set(map(str, true)) - set(labels)):
        raise GoldError(f"{gold.name} has the unknown label {unknown[0]}.")
    chances = chances_of(gold, reader)
    ours = [labels[at] for at in chances.argmax(1)]
    right = np.array([a == b for a, b in zip(ours, true, strict=True)])
    error = calibration_error(right, chances.max(1))
    found = {"On Record": ours, **{name: peer(gold.rows) for name, peer in PEERS.items()}}
    rows, figure = [], None
    for name, said in found.items():
        counts = label_counts(true, said, labels)
        whole = macro_f1(counts, samples)
        figure = figure or whole
        each = [f"{one.value:.1f}" for one in each_f1(counts, 1)]
        rows.append([name, whole, *each, f"{error:.3f}" if name == "On Record" else "-"])
    assert figure is not None
    return table(["System", "macro-F1 (95%)", *labels, "calibration error"], rows), figure


def measure_attribution(gold: Gold, reader: Reader, samples: int) -> tuple[str, Figures]:
    """The table of an attribution file, and our F1 by role and share of right links."""
    counts = span_counts(gold.rows, reader.read([row["text"] for row in gold.rows]))
    summed = counts.sum(0)
    rows: list[list[object]] = []
    figures = {}
    for role, figure, (right, found, true) in zip(
        ROLES, each_f1(counts, samples), summed, strict=True
    ):
        figures[role] = figure.value
        exact = f"{100 * right / max(found, 1):.1f}", f"{100 * right / max(true, 1):.1f}"
        rows.append([role, figure, *exact, true])
    head = ["Span", "exact-match F1 (95%)", "precision", "recall", "gold spans"]
    linked = share(*link_counts(gold.rows), samples)
    told = f"\n\nContents put with their own cue and source, given the right spans: {linked}%."
    return table(head, rows) + told, figures | {"links": linked.value}


def report(paths: Sequence[Path], reader: Reader, samples: int, figures: Figures) -> Iterator[str]:
    """The parts of the report, one per file, then the means over files of a kind.

    Figures of dev files go into `figures` as well.
    """
    yield (
        f"Weights: {reader.name}. F1 in percent; 95% intervals by bootstrap over rows, over "
        f"articles for spans ({samples:,} samples). VADER counts past ±0.05, TextBlob by its "
        "sign; both score the text, whoever it is about, and know one direction only."
    )
    means: dict[str, list[float]] = {}
    for path in paths:
        gold = read_gold(path)
        unit = "articles" if gold.kind == "attribution" else "rows"
        yield f"### {gold.name} ({gold.kind}, {len(gold.rows):,} {unit})"
        if gold.kind == "attribution":
            body, each = measure_attribution(gold, reader, samples)
            if gold.name == "polnear-dev":
                figures.update(each)
            yield body
        else:
            body, figure = measure_stance(gold, reader, samples)
            if gold.name in RECORDED:
                figures[RECORDED[gold.name]] = figure.value
            means.setdefault(gold.kind, []).append(figure.value)
            yield body
    for kind, values in means.items():
        if len(values) > 1:
            yield f"Mean macro-F1 of the {len(values)} files of {kind}: {np.mean(values):.1f}."


def record(folder: Path, figures: Figures) -> None:
    """Write dev figures as the product reads into `model.json`, where reports find them."""
    if {"mt", "rw"} <= figures.keys():
        figures["newsmtsc"] = (figures["mt"] + figures["rw"]) / 2
    path = folder / "model.json"
    model = json.loads(path.read_text(encoding="utf-8"))
    model.setdefault("dev", {})["int8"] = {name: round(x, 1) for name, x in figures.items()}
    text = json.dumps(model, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def find(names: Sequence[str], data: Path | None) -> list[Path]:
    """Files by path, or by name in the data folder; all dev files where none is named."""
    if not names:
        found = sorted(data.glob("*dev*.jsonl*")) if data else []
        if not found:
            raise GoldError("No file is named, and --data holds no dev file.")
        return found
    paths = []
    for name in names:
        tried = [Path(name)]
        tried += [data / f"{name}{end}" for end in ("", ".jsonl", ".jsonl.gz")] if data else []
        path = next((each for each in tried if each.is_file()), None)
        if path is None:
            raise GoldError(f"There is no file {name}.")
        paths.append(path)
    return paths


def main(given: Sequence[str] | None = None) -> int:
    """Run the command; 0 done, 2 wrong use."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="default: all dev files")
    parser.add_argument("--data", type=Path, help="folder of the files")
    parser.add_argument("--model", type=Path, help="folder of weights; default: the shipped ones")
    parser.add_argument("--into", type=Path, help="write the report to a file as well")
    parser.add_argument("--record", action="store_true", help="keep dev figures in model.json")
    parser.add_argument("--samples", type=int, default=SAMPLES, help="bootstrap samples")
    options = parser.parse_args(given)
    parts: list[str] = []
    figures: Figures = {}
    try:
        reader = Reader.load(options.model)
        paths = find(options.files, options.data)
        for part in report(paths, reader, options.samples, figures):
            print(part, end="\n\n", flush=True)
            parts.append(part)
    except AnalysisError as error:
        print(error, file=sys.stderr)
        return 2
    if options.into:
        options.into.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    if options.record:
        record(options.model or SHIPPED, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
