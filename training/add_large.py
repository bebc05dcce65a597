"""The large network's files beside the small one's, and what the reader has to know of them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.reader import Reader
from onrecord.reader.folders import QUICK, READERS

from .again import HIDDEN, Again, batch
from .encoder import Layer
from .export_large import Writer
from .labelled import Statement
from .large import LOW, Large, base_ids, numbered
from .looks import ALONE, DESCRIBED, SIZES, Look
from .ours import read_sets, stated
from .pairs import LENGTH, TOWARD
from .score import fit_temperature
from .ship import write_model
from .smooth import Smoothing, divisors, watched

LOWER, SIDES, AGAIN = "large.npz", "sides.npz", "again.npz"
SHOWN = 240  # of each kind of rows, to see the peaks on
# chosen on the dev articles of both worlds
WEIGHT = 0.8  # of the large network's opinion of sides beside the small one's
FROM = 0.15  # what the small one gives both sides, below which the large one is not asked
SIDE = 0.65  # a side less likely than this is `none`
CONVEYED = 0.0  # what the target's sentence conveys by itself adds nothing any more
WHO, CLAIM = 1.0, 1.0  # what the second look counts for: who speaks, whether anybody says something
ODDS = 1.0  # added to its logarithm of the odds: none is rarer in news than in what was read


def add_large(
    data: Path, weights: Path, run: Path, told: Sequence[Statement], asked: Sequence[Look]
) -> None:
    """Write the large network beside the small one, and the reader that does without it.

    Args:
        data: folder of the JSON lines; its dev articles give the temperature.
        weights: folder of the weights that ship.
        run: of the finished large network: `large.pt`, and `again.pt` with the upper layers of
            the second look.
        told: judged statements of the train articles, and
        asked: marked sources of these, to see the peaks of the layers on.
    """
    sides, again, ids = Large(), Again(), base_ids(weights / "tokenizer.json")
    sides.load_state_dict(torch.load(run / "large.pt", weights_only=True))
    again.load_state_dict(torch.load(run / "again.pt", weights_only=True))
    low, draw = sides.encoder.shared[:LOW], random.Random(1)
    some = draw.sample([*told], min(len(told), SHOWN))
    marked = draw.sample([*asked], min(len(asked), SHOWN))
    peaks: dict[nn.Linear, Tensor] = {}
    with watched(peaks, [*_parts(sides), sides.head.hidden]), torch.inference_mode():
        for at in range(0, len(some), 20):
            sides.eval()(*numbered(some[at : at + 20], ids))
    # the lower layers are the same in both
    with watched(peaks, _parts(again)), torch.inference_mode():
        for at in range(0, len(marked), 10):
            again.eval().hidden(*batch(marked[at : at + 10], ids))
    for one, other in zip(low, again.encoder.shared[:LOW], strict=True):
        for mine, its in zip(_linear(one), _linear(other), strict=True):
            peaks[mine] = torch.maximum(peaks[mine], peaks[its])
    smooth: Smoothing = {part: divisors(peak.float().numpy()) for part, peak in peaks.items()}
    Writer(sides.encoder, smooth).lower(low, ids, weights / LOWER)
    Writer(sides.encoder, smooth).upper(sides.encoder.shared[LOW:], _scores(sides), weights / SIDES)
    joined = again.joined()
    smooth[joined] = np.ones(joined.in_features, np.float32)
    Writer(again.encoder, smooth).upper(
        again.encoder.shared[LOW:], lambda writer, x: writer.linear(joined, x), weights / AGAIN
    )
    _describe(data, weights, again)


def _describe(data: Path, weights: Path, again: Again) -> None:
    """Write what the reader has to know, with the temperatures that fit the dev articles."""
    model: dict[str, Any] = json.loads((weights / "model.json").read_text(encoding="utf-8"))
    for name in ("sides", "again"):
        model.pop(name, None)
    write_model(READERS[QUICK], quick(model, weights.name))
    model["sides"] = {
        "file": SIDES,
        "below": LOWER,
        "labels": list(TOWARD),
        "pieces": LENGTH,
        "temperature": 1.0,
        "weight": 1.0,
        "from": 0.0,
        "side": SIDE,
        "conveyed": CONVEYED,
    }
    model["again"] = {
        "file": AGAIN,
        "below": LOWER,
        **asdict(SIZES),
        "described": asdict(DESCRIBED),
        "alone": asdict(ALONE),
        "size": HIDDEN,
        "weight": WHO,
        "claim": CLAIM,
        "judge": {**again.judge(ODDS), "temperature": 1.0},
    }
    write_model(weights, model)
    rows = [row for some in read_sets(data).values() for row in some]
    chances, gold = stated(Reader(weights), rows)
    temperature = fit_temperature(gold, np.log(chances + 1e-9))
    model["sides"] |= {"temperature": round(temperature, 3), "weight": WEIGHT, "from": FROM}
    write_model(weights, model)


def _linear(layer: Layer) -> list[nn.Linear]:
    return [layer.qkv, layer.out, layer.up, layer.down]


def _parts(network: Large | Again) -> list[nn.Linear]:
    return [part for layer in network.encoder.shared for part in _linear(layer)]


def _scores(sides: Large) -> Callable[[Writer, str], str]:
    def head(writer: Writer, x: str) -> str:
        graph, parts = writer.graph, sides.head
        wide = graph.constant(np.array([-1, parts.hidden.in_features]))
        means = graph.run("Reshape", graph.run("MatMul", "pool", x), wide)
        return writer.linear(parts.out, graph.fused("Gelu", writer.linear(parts.hidden, means)))

    return head


def quick(model: dict[str, Any], beside: str) -> dict[str, Any]:
    """Return the `model.json` of a reader that takes the small network's files from a folder.

    >>> quick({"name": "reader", "tokenizer": "t", "tags": {"file": "r"}}, "weights")
    {'name': 'reader, quick', 'tokenizer': '../weights/t', 'tags': {'file': '../weights/r'}}
    """
    made = {
        key: value | {"file": f"../{beside}/{value['file']}"}
        if isinstance(value, dict) and "file" in value
        else value
        for key, value in model.items()
    }
    return made | {
        "name": f"{model['name']}, quick",
        "tokenizer": f"../{beside}/{model['tokenizer']}",
    }
