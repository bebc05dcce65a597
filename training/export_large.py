"""The large network of sides as an ONNX file of its own, its weights in four bits.

Its inputs are the small network's, so that both read the same rows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn

from onrecord.reader import Reader
from onrecord.reader.reader import QUICK, READERS

from .encoder import HEADS, Layer
from .graph import Graph
from .large import Large, base_ids
from .mpnet import SHIFT, SPECIAL, WIDTH, buckets
from .ours import read_sets, stated
from .pairs import LENGTH, TOWARD
from .score import fit_temperature
from .ship import write_model
from .text import MARK_CASING

BLOCK = 32  # weights that share a scale
FILE = "sides.onnx"
# chosen on the dev articles of both worlds
WEIGHT = 0.8  # of the large network's opinion beside the small one's
FROM = 0.15  # what the small one gives both sides, below which the large one is not asked
SIDE = 0.7  # a side less likely than this is `none`
CONVEYED = 0.0  # what the target's sentence conveys by itself adds nothing any more
SMALL = 60_000  # weights of fewer numbers stay float32


def write_large(network: Large, ids: np.ndarray, path: Path) -> None:
    """Write the network.

    Args:
        network: finished.
        ids: int64 (pieces,), the base model's number of each piece.
        path: of the file.
    """
    graph = Graph()
    writer = _Writer(graph, network)
    places = ["batch", "length"]
    inputs: dict[str, tuple[int, list]] = {
        name: (TensorProto.INT64, places) for name in ("input_ids", "casing", "attention_mask")
    }
    inputs |= {"task": (TensorProto.INT64, [1]), "read": (TensorProto.INT64, ["read"])}
    inputs |= {"pool": (TensorProto.FLOAT, ["pooled", "read"])}
    onnx.save(graph.model(inputs, {"scores": (writer.scores(ids), 2)}), path)


def four_bits(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return whole numbers from 0 to 15, uint8, and the scale of each block, float32.

    A number stands for itself less 8, times the scale of its block.

    >>> whole, scale = four_bits(np.array([[-0.8, 0.0, 0.7, 0.1]], np.float32))
    >>> whole.tolist(), scale.round(2) == np.float32(0.1)
    ([[0, 8, 15, 9]], array([[ True]]))
    """
    rows, width = values.shape
    block = min(BLOCK, width)
    parts = values.reshape(rows, width // block, block)
    far = np.abs(parts).argmax(-1)
    peak = np.take_along_axis(parts, far[..., None], -1)[..., 0]
    # the peak becomes -8, the one end that has a step more
    scale = np.where(np.abs(peak) < 1e-9, 1e-9, peak) / -8
    whole = np.clip(np.round(parts / scale[..., None]) + 8, 0, 15).astype(np.uint8)
    return whole.reshape(rows, width), scale.astype(np.float32)


class _Writer:
    """The parts of the network as nodes."""

    def __init__(self, graph: Graph, network: Large) -> None:
        self.graph, self.network = graph, network

    def scores(self, ids: np.ndarray) -> str:
        """Write all of it; return the name of the scores."""
        graph = self.graph
        bias = self._distance()
        mask = graph.run("Cast", "attention_mask", to=TensorProto.INT32)
        x = self._embeddings(ids)
        for layer in self.network.encoder.shared:
            x = self._layer(layer, x, mask, bias)
        flat = graph.run("Reshape", x, graph.constant(np.array([-1, WIDTH])))
        means = graph.run("MatMul", "pool", graph.run("Gather", flat, "read"))
        head = self.network.head
        wide = graph.constant(np.array([-1, head.hidden.in_features]))
        hidden = self._linear(head.hidden, graph.run("Reshape", means, wide))
        return self._linear(head.out, graph.fused("Gelu", hidden))

    def _distance(self) -> str:
        """What the distance of two pieces adds to the scores of attention."""
        graph = self.graph
        far = self.network.encoder.far(buckets(LENGTH)).permute(2, 0, 1)[None]
        length = graph.run("Shape", "input_ids", start=1, end=2)
        ends = graph.run("Concat", length, length, axis=0)
        zeros, axes = graph.constant(np.array([0, 0])), graph.constant(np.array([2, 3]))
        return graph.run("Slice", graph.constant(_array(far)), zeros, ends, axes)

    def _embeddings(self, ids: np.ndarray) -> str:
        graph, encoder = self.graph, self.network.encoder
        own = ids + SHIFT
        for theirs, ours in SPECIAL.items():
            own = np.where(ids == theirs, ours, own)
        words = self._words(_array(encoder.words.weight)[own])
        length = graph.run("Shape", "input_ids", start=1, end=2)
        places = graph.constant(_array(encoder.positions.weight)[2 : 2 + LENGTH])
        x = graph.run(
            "Add", words, graph.run("Slice", places, graph.constant(np.array([0])), length)
        )
        x = self._norm(encoder.norm, x)
        # the small network's rows write marks as pieces of plain casing
        cases = graph.constant(_array(encoder.casing.weight)[:MARK_CASING])
        return graph.run("Add", x, graph.run("Gather", cases, "casing"))

    def _words(self, table: np.ndarray) -> str:
        """Look up rows of a table in four bits: two halves of a row in a byte."""
        graph = self.graph
        whole, scale = four_bits(table)
        low, high = whole[:, : WIDTH // 2], whole[:, WIDTH // 2 :]
        packed = graph.run("Gather", graph.constant(low | (high << 4)), "input_ids")
        number = graph.run("Cast", packed, to=TensorProto.INT32)
        sixteen = graph.constant(np.array(16, np.int32))
        halves = graph.run("Mod", number, sixteen), graph.run("Div", number, sixteen)
        joined = graph.run("Cast", graph.run("Concat", *halves, axis=2), to=TensorProto.FLOAT)
        centred = graph.run("Sub", joined, graph.constant(np.array(8, np.float32)))
        blocks = graph.constant(np.array([0, 0, WIDTH // BLOCK, BLOCK]))
        scales = graph.run("Gather", graph.constant(scale.astype(np.float16)), "input_ids")
        one = graph.constant(np.array([3]))
        by = graph.run("Unsqueeze", graph.run("Cast", scales, to=TensorProto.FLOAT), one)
        found = graph.run("Mul", graph.run("Reshape", centred, blocks), by)
        return graph.run("Reshape", found, graph.constant(np.array([0, 0, WIDTH])))

    def _layer(self, layer: Layer, x: str, mask: str, bias: str) -> str:
        graph = self.graph
        q, k, v = graph.split(self._linear(layer.qkv, x), 3, axis=2)
        mixed = graph.fused("MultiHeadAttention", q, k, v, "", mask, bias, num_heads=HEADS)
        x = self._norm(layer.norm1, graph.run("Add", x, self._linear(layer.out, mixed)))
        raised = graph.fused("Gelu", self._linear(layer.up, x))
        return self._norm(layer.norm2, graph.run("Add", x, self._linear(layer.down, raised)))

    def _norm(self, norm: nn.LayerNorm, x: str) -> str:
        scale, shift = (self.graph.constant(_array(part)) for part in (norm.weight, norm.bias))
        return self.graph.run("LayerNormalization", x, scale, shift, epsilon=norm.eps)

    def _linear(self, layer: nn.Linear, x: str) -> str:
        graph = self.graph
        weight, bias = _array(layer.weight), graph.constant(_array(layer.bias))
        if weight.size < SMALL:
            across = graph.constant(np.ascontiguousarray(weight.T))
            return graph.run("Add", graph.run("MatMul", x, across), bias)
        whole, scale = four_bits(weight)
        pairs = whole.reshape(len(weight), -1, BLOCK // 2, 2)
        packed = pairs[..., 0] | (pairs[..., 1] << 4)
        made = graph.fused(
            "MatMulNBits", x, graph.constant(packed), graph.constant(scale.reshape(-1)),
            K=weight.shape[1], N=weight.shape[0], bits=4, block_size=BLOCK, accuracy_level=4,
        )  # fmt: skip
        return graph.run("Add", made, bias)


def _array(values: torch.Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float32)


def add_large(data: Path, weights: Path, run: Path) -> None:
    """Write the large network beside the small one, and the reader that does without it.

    Args:
        data: folder of the JSON lines; its dev articles give the temperature.
        weights: folder of the weights that ship.
        run: of the finished large network.
    """
    network = Large()
    network.load_state_dict(torch.load(run / "large.pt", weights_only=True))
    network.eval()
    write_large(network, base_ids(weights / "tokenizer.json"), weights / FILE)
    model: dict[str, Any] = json.loads((weights / "model.json").read_text(encoding="utf-8"))
    model.pop("sides", None)
    write_model(READERS[QUICK], quick(model, weights.name))
    model["sides"] = {
        "file": FILE,
        "labels": list(TOWARD),
        "pieces": LENGTH,
        "temperature": 1.0,
        "weight": 1.0,
        "from": 0.0,
        "side": SIDE,
        "conveyed": CONVEYED,
    }
    write_model(weights, model)
    rows = [row for some in read_sets(data).values() for row in some]
    chances, gold = stated(Reader(weights), rows)
    temperature = fit_temperature(gold, np.log(chances + 1e-9))
    model["sides"] |= {"temperature": round(temperature, 3), "weight": WEIGHT, "from": FROM}
    write_model(weights, model)


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
