"""From the weights that ship and two finished runs to weights with the heads of our labels."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from onrecord.reader import Reader

from .export import write_onnx
from .extend import our_rows, product_encoding
from .labelled import labelled, statements
from .lessons import rows_of, statement_batch
from .looks import SIZES
from .ours import our_figures, read_sets
from .own_side import own_odds
from .pairs import TOWARD
from .score import fit_temperature
from .ship import write_model
from .shipped import load_shipped
from .smooth import Smoothing, smoothing
from .wide import HIDDEN, NAME_TAGS, WHO, Wide

LOOKED = 0.3  # what a second look by these weights counts for
SHOWN = 40  # articles of the train splits on which peaks are looked for
VERSION = "reader 5"
JUDGING = 0.4  # from it on an outlet's own words judge: chosen on benchmarks/gold/portrayal-train
CONVEYED = 0.15  # weight of what the sentence of a target conveys by itself: chosen on dev
SIDE = 0.6  # a side less likely than this is `none`: chosen on dev for the precision of sides


def merged(weights: Path, runs: list[Path]) -> tuple[Wide, Smoothing]:
    """Return the network of the shipped file with what the runs taught it."""
    network, smooth = load_shipped(weights)
    for run in runs:
        learnt = torch.load(run / "averaged.pt", weights_only=True)
        unknown = network.load_state_dict(learnt, strict=False).unexpected_keys
        if unknown:
            raise ValueError(f"{run} holds weights of another network: {unknown[:3]}.")
    return network, smooth


def show_ours(network: Wide, data: Path, weights: Path) -> None:
    """Let a network read a sample of our train splits."""
    encoding = product_encoding(weights)
    for row in random.Random(13).sample(our_rows(data, "train"), SHOWN):
        network.words(*rows_of([labelled(row, encoding)]))
        for each in statements(row, encoding):
            network.stated(*statement_batch([each]))


def describe(network: Wide, old: dict[str, Any]) -> dict[str, Any]:
    """Return `model.json` with what the new heads need."""

    def numbers(values: torch.Tensor) -> list:
        return np.round(values.detach().numpy().astype(float), 4).tolist()

    steps, first, last = (numbers(scores) for scores in network.name_crf.scores())
    model = {**old, "name": VERSION}
    for gone in ("dev", "sides"):
        model.pop(gone, None)
    model["names"] = {"labels": list(NAME_TAGS), "steps": steps, "first": first, "last": last}
    model["who"] = {"size": WHO}
    model["look"] = {**asdict(SIZES), "weight": LOOKED}
    model["judge"] = {
        "hidden": HIDDEN,
        "absent": numbers(network.judge_absent),
        "out": numbers(network.judge_out.weight[0]),
        "bias": numbers(network.judge_out.bias)[0],
        "temperature": 1.0,
    }
    model["statement"] = {
        "file": "reader.onnx",
        "labels": list(TOWARD),
        "pieces": 128,
        "temperature": 1.0,
        "side": SIDE,
        "judging": JUDGING,
        "conveyed": CONVEYED,
    }
    return model


def widen(weights: Path, runs: list[Path], data: Path, into: Path) -> None:
    """Write the weights, calibrated and measured.

    Layers that learnt nothing keep their numbers to the last bit.

    Args:
        weights: folder of the file that was started from.
        runs: finished runs, of articles and of statements.
        data: folder of the JSON lines; train for peaks, dev for temperatures.
        into: where `reader.onnx`, `tokenizer.json` and `model.json` go.
    """
    network, kept = merged(weights, runs)
    network.eval()
    learnt = {name for run in runs for name in torch.load(run / "averaged.pt", weights_only=True)}
    fresh = {module for name, module in network.named_modules() if f"{name}.weight" in learnt}
    with torch.no_grad():
        seen = smoothing(
            network,
            lambda: show_ours(network, data, weights),
            [network.name_tags, network.statement_head.hidden],
        )
    smooth = kept | {module: by for module, by in seen.items() if module in fresh}
    model = describe(network, json.loads((weights / "model.json").read_text("utf-8")))
    model["statement"]["own"] = own_odds(our_rows(data, "train"))
    tokens = range(network.encoder.embeddings.words.num_embeddings)
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        plain = Path(name)
        for folder, int8 in ((plain, False), (into, True)):
            write_onnx(network, tokens, [1, 2, 3, 4], folder / "reader.onnx", int8, smooth)
            if folder != weights:
                shutil.copy(weights / "tokenizer.json", folder / "tokenizer.json")
            write_model(folder, model)
        sets = read_sets(data)
        calibrate(model, Reader(into), sets)
        for folder in (plain, into):
            write_model(folder, model)
        model["dev"] = {
            kind: our_figures(Reader(folder), sets)
            for kind, folder in (("float32", plain), ("int8", into))
        }
    write_model(into, model)


def half_reader(weights: Path, run: Path, into: Path) -> None:
    """Write a network that learnt from half of the stories, in float32 and not calibrated.

    Args:
        weights: folder of the file that was started from.
        run: the finished run.
        into: where `reader.onnx`, `tokenizer.json` and `model.json` go.
    """
    network, kept = merged(weights, [run])
    network.eval()
    model = describe(network, json.loads((weights / "model.json").read_text("utf-8")))
    tokens = range(network.encoder.embeddings.words.num_embeddings)
    into.mkdir(parents=True, exist_ok=True)
    write_onnx(network, tokens, [1, 2, 3, 4], into / "reader.onnx", False, kept)
    shutil.copy(weights / "tokenizer.json", into / "tokenizer.json")
    write_model(into, model)


def calibrate(model: dict[str, Any], reader: Reader, sets: dict[str, list[dict]]) -> None:
    """Set the temperatures of the new heads by the dev articles of both worlds."""
    from .ours import judged, stated

    chances, gold = judged(reader, [row for rows in sets.values() for row in rows])
    logit = np.log(chances / (1 - chances))
    two = np.stack([np.zeros_like(logit), logit], 1)
    model["judge"]["temperature"] = round(fit_temperature(gold.astype(int), two), 3)
    chances, gold = stated(reader, [row for rows in sets.values() for row in rows])
    model["statement"]["temperature"] = round(fit_temperature(gold, np.log(chances + 1e-9)), 3)
