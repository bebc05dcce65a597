"""Dev figures of the heads of our labels, read by the product's reader from the shipped file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader import Reader
from onrecord.stance.again import second_opinion

from .articles import read_lines
from .labelled import all_mentions, stances_shown
from .pairs import TOWARD
from .score import calibration_error, f1

Rows = Sequence[dict[str, Any]]


def read_sets(data: Path) -> dict[str, list[dict]]:
    """Return the dev articles of both worlds."""
    return {name: read_lines(data / f"{name}-dev.jsonl.gz") for name in ("world", "statements")}


def name_counts(reader: Reader, rows: Rows) -> np.ndarray:
    """Return counts of right, found and gold names, by span and type, then by span alone."""
    counts = np.zeros((2, 3), dtype=np.int64)
    for row, reading in zip(rows, reader.read([row["text"] for row in rows]), strict=True):
        types = {each["name"]: each["type"] for each in row["names"]}
        gold = {(a, b, types.get(name, "")) for a, b, name in all_mentions(row)}
        found = {(each.start, each.end, each.type) for each in reading.names}
        for at, (mine, true) in enumerate(
            [(found, gold), ({each[:2] for each in found}, {each[:2] for each in gold})]
        ):
            counts[at] += (len(mine & true), len(mine), len(true))
    return counts


def judged(reader: Reader, rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Return the probability of each attribution, and whether it is one."""
    chances, gold = [], []
    for row, reading in zip(rows, reader.read([row["text"] for row in rows]), strict=True):
        for each in row["attributions"]:
            parts = [[tuple(span) for span in each[role]] for role in ("source", "cue", "content")]
            chance = reading.attributes(*parts)
            chances.append(0.5 if chance is None else chance)
            gold.append(each["attribution"])
    return np.clip(np.array(chances), 1e-6, 1 - 1e-6), np.array(gold, dtype=bool)


def judge_figures(chances: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    """Return what is right of what is kept, and what is left out, where 97% of the true stay."""
    least = float(np.quantile(chances[gold], 0.03))
    kept = chances >= least
    both = np.stack([1 - chances, chances], 1)
    return {
        "right before": 100 * float(gold.mean()),
        "right": 100 * float(gold[kept].mean()),
        "none left out": 100 * float((~kept[~gold]).mean()),
        "threshold": least,
        "calibration": calibration_error(gold.astype(int), both),
    }


def who_figure(reader: Reader, rows: Rows) -> float:
    """Return the share of named speakers whose mention has the highest score, in percent."""
    right = total = 0
    for row, reading in zip(rows, reader.read([row["text"] for row in rows]), strict=True):
        mentions = all_mentions(row)
        asked = [each for each in row["attributions"] if each["attribution"] and each["speaker"]]
        if not asked or not mentions:
            continue
        spans = [
            [tuple(span) for span in each["source"] or each["cue"] or each["content"]]
            for each in asked
        ]
        scores = reading.who(spans, [[(a, b)] for a, b, _ in mentions])
        for each, best in zip(asked, scores.argmax(1), strict=True):
            right += mentions[best][2] in each["speaker"]
            total += 1
    return 100 * right / max(total, 1)


def stated(reader: Reader, rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Return probabilities (pairs, 3) and labels of the stances, speakers and pairs given."""
    chances, gold = [], []
    for row in rows:
        asked = list(stances_shown(row))
        gold += [TOWARD.index(label) for _, _, label in asked]
        if asked:
            made = map(list, zip(*(made for made, _, _ in asked), strict=True))
            sides = reader.statement(*made)
            chances.append(second_opinion(sides, [alone for _, alone, _ in asked], reader))
    return np.concatenate(chances), np.array(gold)


def stated_figures(chances: np.ndarray, gold: np.ndarray, side: float) -> dict[str, float]:
    """Return how many sides are right, how many are found, and the calibration error."""
    label = chances.argmax(1)
    label[chances.max(1) < side] = TOWARD.index("none")
    sided, true = label != 2, gold != 2
    hit = float((sided & (label == gold)).sum())
    return {
        "sides right": 100 * hit / max(float(sided.sum()), 1),
        "sides found": 100 * hit / max(float(true.sum()), 1),
        "calibration": calibration_error(gold, chances),
    }


def our_figures(reader: Reader, sets: dict[str, list[dict]]) -> dict[str, float]:
    """Return all figures of both worlds, in percent but for calibration and threshold."""
    figures: dict[str, float] = {}
    for world, rows in sets.items():
        counts = name_counts(reader, rows)
        figures[f"{world} names"] = f1(*counts[0].tolist())
        figures[f"{world} names, span"] = f1(*counts[1].tolist())
        figures[f"{world} who"] = who_figure(reader, rows)
        for name, value in judge_figures(*judged(reader, rows)).items():
            figures[f"{world} attributions, {name}"] = value
        found = stated_figures(*stated(reader, rows), reader.side)
        figures |= {f"{world} stance, {name}": value for name, value in found.items()}
    return {name: round(value, 3) for name, value in figures.items()}
