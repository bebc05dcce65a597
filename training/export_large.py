"""The large network as ONNX files: its lower layers, and the upper ones of each task.

Each upper file takes what the lower one gives. Weights are kept in four bits (`four_bits.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto
from torch import nn

from onrecord.reader.unfold import GRAPH

from .encoder import HEADS, Layer
from .four_bits import matrix, rows
from .graph import Graph
from .mpnet import SHIFT, SPECIAL, WIDTH, Mpnet, buckets
from .smooth import Smoothing
from .text import MARK_CASING

LENGTH = 408  # ids of a row at most
SMALL = 60_000  # weights of fewer numbers stay float32
INTEGER, REAL = TensorProto.INT64, TensorProto.FLOAT


class Writer:
    """Nodes of an encoder's parts."""

    def __init__(self, encoder: Mpnet, smooth: Smoothing) -> None:
        """Begin an empty graph.

        Args:
            encoder: finished.
            smooth: what to divide the inputs of its layers by.
        """
        self.graph, self._encoder, self._smooth = Graph(), encoder, smooth

    def lower(self, layers: Sequence[Layer], ids: np.ndarray, path: Path) -> None:
        """Write embeddings and lower layers.

        Args:
            layers: the lower ones.
            ids: int64 (pieces,), the base model's number of each piece.
            path: of the file.
        """
        mask, bias = self._mask(), self._distance("input_ids")
        x = self._embeddings(ids)
        for layer in layers:
            x = self._layer(layer, x, mask, bias)
        places = ["batch", "length"]
        inputs: dict[str, tuple[int, list]] = {
            name: (INTEGER, places) for name in ("input_ids", "casing", "attention_mask")
        }
        self._save(inputs, {"hidden": (x, 3)}, path)

    def upper(
        self, layers: Sequence[Layer], head: Callable[[Writer, str], str], path: Path
    ) -> None:
        """Write upper layers and what follows them.

        Args:
            layers: the upper ones.
            head: adds nodes to the vectors of the positions that are read, (read, width), and
                gives the name of the result, of two dimensions.
            path: of the file.
        """
        mask, bias = self._mask(), self._distance("hidden")
        x = "hidden"
        for layer in layers[:-1]:
            x = self._layer(layer, x, mask, bias)
        x = self._layer(layers[-1], x, mask, bias, last=True)
        inputs: dict[str, tuple[int, list]] = {
            "hidden": (REAL, ["batch", "length", WIDTH]),
            "attention_mask": (INTEGER, ["batch", "length"]),
            "read": (INTEGER, ["read"]),
            "pool": (REAL, ["pooled", "read"]),
        }
        self._save(inputs, {"scores": (head(self, x), 2)}, path)

    def _save(
        self, inputs: dict[str, tuple[int, list]], outputs: dict[str, tuple[str, int]], path: Path
    ) -> None:
        model = self.graph.model(inputs, outputs).SerializeToString()
        np.savez(path, **{GRAPH: np.frombuffer(model, np.uint8)}, **self.graph.held)

    def linear(self, layer: nn.Linear, x: str) -> str:
        """A part of the network, in int8 if it is not small."""
        graph = self.graph
        weight, bias = array(layer.weight), graph.constant(array(layer.bias))
        if weight.size < SMALL:
            across = graph.constant(np.ascontiguousarray(weight.T))
            return graph.run("Add", graph.run("MatMul", x, across), bias)
        by = self._smooth[layer]
        x = graph.run("Mul", x, graph.constant(np.float32(1) / by))
        return graph.fused("DynamicQuantizeMatMul", x, *matrix(graph, weight, by), "", bias)

    def _mask(self) -> str:
        return self.graph.run("Cast", "attention_mask", to=TensorProto.INT32)

    def _distance(self, of: str) -> str:
        """What the distance of two pieces adds to the scores of attention."""
        graph, classes = self.graph, buckets(LENGTH)
        # of each number of pieces ahead, the first LENGTH - 1 back
        by_way = torch.cat([classes[1:, 0].flip(0), classes[0]]).numpy().astype(np.int32)
        length = graph.run("Squeeze", graph.run("Shape", of, start=1, end=2))
        zero, one = (graph.constant(np.array(number)) for number in (0, 1))
        places = graph.run("Range", zero, length, one)
        across, down = (
            graph.run("Unsqueeze", places, graph.constant(np.array([axis]))) for axis in (0, 1)
        )
        ahead = graph.run("Sub", across, down)
        ahead = graph.run("Add", ahead, graph.constant(np.array(LENGTH - 1)))
        shown = graph.run("Gather", graph.constant(by_way), ahead)
        far = graph.constant(array(self._encoder.far.weight.T)[None])
        return graph.run("Gather", far, shown, axis=2)

    def _embeddings(self, ids: np.ndarray) -> str:
        graph, encoder = self.graph, self._encoder
        own = ids + SHIFT
        for theirs, ours in SPECIAL.items():
            own = np.where(ids == theirs, ours, own)
        words = rows(graph, array(encoder.words.weight)[own], "input_ids")
        length = graph.run("Shape", "input_ids", start=1, end=2)
        places = graph.constant(array(encoder.positions.weight)[2 : 2 + LENGTH])
        x = graph.run(
            "Add", words, graph.run("Slice", places, graph.constant(np.array([0])), length)
        )
        x = self._norm(encoder.norm, x)
        # the small network's rows write marks as pieces of plain casing
        cases = graph.constant(array(encoder.casing.weight)[:MARK_CASING])
        return graph.run("Add", x, graph.run("Gather", cases, "casing"))

    def _layer(self, layer: Layer, x: str, mask: str, bias: str, last: bool = False) -> str:
        graph = self.graph
        q, k, v = graph.split(self.linear(layer.qkv, x), 3, axis=2)
        mixed = graph.fused("MultiHeadAttention", q, k, v, "", mask, bias, num_heads=HEADS)
        if last:  # of what nothing reads nothing is made
            flat = graph.constant(np.array([-1, WIDTH]))
            mixed, x = (
                graph.run("Gather", graph.run("Reshape", value, flat), "read")
                for value in (mixed, x)
            )
        x = self._norm(layer.norm1, graph.run("Add", x, self.linear(layer.out, mixed)))
        raised = graph.fused("Gelu", self.linear(layer.up, x))
        return self._norm(layer.norm2, graph.run("Add", x, self.linear(layer.down, raised)))

    def _norm(self, norm: nn.LayerNorm, x: str) -> str:
        scale, shift = (self.graph.constant(array(part)) for part in (norm.weight, norm.bias))
        return self.graph.run("LayerNormalization", x, scale, shift, epsilon=norm.eps)


def array(values: torch.Tensor) -> np.ndarray:
    """Return the numbers of a tensor, float32."""
    return values.detach().numpy().astype(np.float32)
