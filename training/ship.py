"""Everything that ships: network, tokenizer, and what the reader has to know of them."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from .articles import MAX_WORDS, TAGS, paragraphs, read_lines
from .evaluate import Weights, evaluate, stance_outputs, temperatures
from .export import write_onnx
from .minilm import base_folder
from .model import LINK, Network
from .pairs import BETWEEN, LENGTH, TOWARD, load_pairs
from .plan import Plan
from .prune import kept, write_tokenizer
from .smooth import show_train, smoothing
from .text import Encoding
from .train import finished
from .windows import WINDOW

# Rewards for opening a span. On PolNeAR dev they find more attributions than the learnt scores
# do, of which as many are right, and more of the speakers.
OPENING = {"source": 0.5, "cue": 0.6, "content": 0.5}
ROW, BESIDE = 240, 20  # ids of a row that is read, words shown of its neighbours
BATCH = 320  # ids of rows read together; more no longer fit the processor's cache
TOKENS = 26_200  # what 26 MB hold beside eight layers


def seen_tokens(data: Path, encoding: Encoding) -> Counter[int]:
    """Count the ids of the training texts."""
    seen: Counter[int] = Counter()
    for row in read_lines(data / "polnear-train.jsonl.gz"):
        for paragraph in paragraphs(row | {"attributions": []}, encoding):
            seen.update(paragraph.ids.tolist())
    for name in ("newsmtsc-train", "dse-train"):
        for pair in load_pairs(data / f"{name}.jsonl.gz", encoding):
            seen.update(pair.ids.tolist())
    return seen


def describe(network: Network, version: str) -> dict[str, Any]:
    """Return what the reader has to know of a network: `model.json`, without temperatures."""
    steps, first, last = (
        np.round(scores.detach().numpy().astype(float), 4).tolist()
        for scores in network.crf.scores()
    )
    for role, reward in OPENING.items():
        tag = TAGS.index(f"B-{role}")
        first[tag] = round(first[tag] + reward, 4)
        for row in steps:
            row[tag] = round(row[tag] + reward, 4)
    file = {"file": "reader.onnx"}
    return {
        "name": version,
        "batch": BATCH,
        "tokenizer": "tokenizer.json",
        "tags": file
        | {
            "labels": list(TAGS),
            "words": MAX_WORDS,
            "pieces": WINDOW,
            "row": ROW,
            "beside": BESIDE,
            "steps": steps,
            "first": first,
            "last": last,
            "links": LINK,
        },
        "toward": file | {"labels": list(TOWARD), "pieces": LENGTH, "temperature": 1.0},
        "between": file | {"labels": list(BETWEEN), "pieces": LENGTH, "temperature": 1.0},
    }


def write_model(folder: Path, model: dict[str, Any]) -> None:
    """Write `model.json`."""
    text = json.dumps(model, indent=1, ensure_ascii=False)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")


def dev_values(folder: Path, data: Path) -> dict[str, float]:
    """Return the dev figures of the weights in a folder, without intervals."""
    return {
        name: figure["value"] if isinstance(figure, dict) else figure
        for name, figure in evaluate(folder, data).items()
    }


def ship(run: Path, data: Path, into: Path, plan: Plan, version: str = "reader 3") -> None:
    """Export the averaged weights of a run to a folder, and measure what int8 costs.

    Args:
        run: folder that training left.
        data: folder of the JSON lines; train for the vocabulary, dev for temperatures.
        into: where `reader.onnx`, `tokenizer.json` and `model.json` go.
        plan: of the run.
        version: name of the weights.
    """
    base = base_folder() / "tokenizer.json"
    encoding = Encoding(base)
    vocabulary = encoding.vocabulary()
    network = finished(plan, run).cpu()
    ids = kept(vocabulary, seen_tokens(data, encoding), TOKENS)
    model, smooth = (
        describe(network, version),
        smoothing(network, partial(show_train, network, data, encoding)),
    )
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        plain = Path(name)
        for folder, int8 in ((plain, False), (into, True)):
            write_onnx(network, ids, encoding.marks, folder / "reader.onnx", int8, smooth)
            write_tokenizer(base, folder / "tokenizer.json", ids)
            write_model(folder, model)
        smaller = Encoding(into / "tokenizer.json")
        heat = temperatures(stance_outputs(Weights(into / "reader.onnx"), smaller, data))
        for head, temperature in heat.items():
            model[head]["temperature"] = temperature
        for folder in (plain, into):
            write_model(folder, model)
        model["dev"] = {
            "float32": dev_values(plain, data),
            "int8": dev_values(into, data),
        }
    write_model(into, model)
