"""Dev figures of exported weights, with bootstrap intervals and calibration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from .articles import ROLES, TAGS, paragraphs, read_lines
from .export import TASKS
from .measure import Chain, link_counts, read_articles, span_counts, stance_logits
from .pairs import BETWEEN, TOWARD, load_pairs
from .score import (
    calibration_error,
    f1,
    fit_temperature,
    interval,
    label_f1,
    macro_f1,
    softmax,
)
from .text import MARK_CASING, Encoding

DRAWS = 1000
Figure = dict[str, Any]  # value, low, high


class Weights:
    """Exported weights in a session, one row at a time."""

    def __init__(self, network: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        # the product's setting: the file is written in the operators that are fastest
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(
            str(network), options, providers=["CPUExecutionProvider"]
        )

    def run(self, task: str, *arrays: np.ndarray) -> np.ndarray:
        """Run int64 ids, casing and mask (rows, length) for a task of the file."""
        found = []
        for ids, casing, mask in zip(*arrays, strict=True):
            size = int(mask.sum())
            feed = {"input_ids": ids, "casing": casing, "attention_mask": mask}
            cut = {name: row[None, :size] for name, row in feed.items()}
            pool = means(casing[:size], task)
            read = np.flatnonzero(pool.any(0)) if len(pool) else np.arange(size)
            cut |= {"read": read, "pool": pool[:, read]}
            cut["task"] = np.array([TASKS.index(task)])
            scores = self._session.run(None, cut)[0]
            if not len(pool):
                scores = np.pad(scores, ((0, len(ids) - size), (0, 0)))[None]
            found.append(scores)
        return np.concatenate(found)


def means(casing: np.ndarray, task: str) -> np.ndarray:
    """Return the weights (means, length) by which a stance head takes its means.

    One row for [CLS] and one for each marked span, the source's first; none for tags.
    """
    marks = {"tags": [], "toward": [MARK_CASING + 2], "between": [MARK_CASING, MARK_CASING + 2]}
    rows = [np.arange(len(casing)) == 0] if marks[task] else []
    for opening in marks[task]:
        opened, closed = (np.cumsum(casing == mark) for mark in (opening, opening + 1))
        rows.append(opened - closed + (casing == opening + 1) > 0)
    weights = np.array(rows, dtype=np.float32).reshape(len(rows), len(casing))
    return weights / np.maximum(weights.sum(1, keepdims=True), 1)


def _figure(value: float, draws: list[float]) -> Figure:
    low, high = interval(draws)
    return {"value": round(value, 1), "low": round(low, 1), "high": round(high, 1)}


def attribution_figures(
    weights: Weights, encoding: Encoding, chain: Chain, data: Path, size: int
) -> dict[str, Figure]:
    """Return exact-match F1 of each role and the share of right links, in percent."""
    rows = read_lines(data / "polnear-dev.jsonl.gz")
    articles = [paragraphs(row, encoding) for row in rows]

    def run(*arrays: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        words = weights.run("tags", *arrays)
        return words[..., : len(TAGS)], words[..., len(TAGS) :]

    read = read_articles(run, articles, encoding, size)
    counts = span_counts(articles, read, chain)
    links = link_counts(articles, read)
    rng = np.random.default_rng(13)
    draws = rng.integers(0, len(articles), (DRAWS, len(articles)))
    figures = {
        role: _figure(
            f1(*counts[:, at].sum(0).tolist()), [f1(*counts[d, at].sum(0).tolist()) for d in draws]
        )
        for at, role in enumerate(ROLES)
    }
    share = [100 * links[d, 0].sum() / links[d, 1].sum() for d in draws]
    figures["links"] = _figure(100 * links[:, 0].sum() / links[:, 1].sum(), share)
    return figures


def stance_outputs(
    weights: Weights, encoding: Encoding, data: Path
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return gold labels and logits of each stance dev file."""
    found = {}
    for name, file, head in (
        ("mt", "newsmtsc-dev-mt", "toward"),
        ("rw", "newsmtsc-dev-rw", "toward"),
        ("dse", "dse-dev", "between"),
    ):
        pairs = load_pairs(data / f"{file}.jsonl.gz", encoding)
        logits = stance_logits(lambda *a, head=head: weights.run(head, *a), pairs)
        found[name] = (np.array([pair.label for pair in pairs]), logits)
    return found


def temperatures(outputs: dict[str, tuple[np.ndarray, np.ndarray]]) -> dict[str, float]:
    """Return the temperature of each stance head."""
    both = [np.concatenate(part) for part in zip(outputs["mt"], outputs["rw"], strict=True)]
    return {
        "toward": round(fit_temperature(both[0], both[1]), 3),
        "between": round(fit_temperature(*outputs["dse"]), 3),
    }


def stance_figures(
    outputs: dict[str, tuple[np.ndarray, np.ndarray]], heat: dict[str, float]
) -> dict[str, Any]:
    """Return macro-F1, F1 per label and calibration error of each dev file."""
    figures: dict[str, Any] = {}
    rng = np.random.default_rng(13)
    drawn: dict[str, list[float]] = {}
    for name, (gold, logits) in outputs.items():
        labels = BETWEEN if name == "dse" else TOWARD
        guess = logits.argmax(1)
        draws = rng.integers(0, len(gold), (DRAWS, len(gold)))
        drawn[name] = [macro_f1(gold[d], guess[d], len(labels)) for d in draws]
        each = np.array([label_f1(gold[d], guess[d], len(labels)) for d in draws])
        figures[name] = _figure(macro_f1(gold, guess, len(labels)), drawn[name]) | {
            "labels": {
                label: _figure(value, each[:, at].tolist())
                for at, (label, value) in enumerate(
                    zip(labels, label_f1(gold, guess, len(labels)), strict=True)
                )
            }
        }
    means = [(a + b) / 2 for a, b in zip(drawn["mt"], drawn["rw"], strict=True)]
    exact = [macro_f1(outputs[n][0], outputs[n][1].argmax(1), 3) for n in ("mt", "rw")]
    figures["newsmtsc"] = _figure(sum(exact) / 2, means)
    both = [np.concatenate(part) for part in zip(outputs["mt"], outputs["rw"], strict=True)]
    for head, (gold, logits) in {"toward": both, "between": outputs["dse"]}.items():
        error = calibration_error(gold, softmax(logits, heat[head]))
        figures[f"calibration_{head}"] = round(error, 3)
    return figures


def evaluate(folder: Path, data: Path) -> dict[str, Any]:
    """Measure the weights in a folder on the dev splits."""
    model = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    tags = model["tags"]
    encoding = Encoding(folder / model["tokenizer"])
    weights = Weights(folder / tags["file"])
    chain = Chain(*(np.array(tags[name]) for name in ("steps", "first", "last")))
    figures = attribution_figures(weights, encoding, chain, data, tags["pieces"])
    heat = {head: model[head]["temperature"] for head in ("toward", "between")}
    return figures | stance_figures(stance_outputs(weights, encoding, data), heat)
