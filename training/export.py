"""From a trained network to the one int8 ONNX file that ships.

The graph is written node by node rather than traced, so that each step is the operator that
is fastest on a CPU, and so that only the branch of the task that is asked for is run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import Tensor, nn

from .encoder import HEADS, Layer
from .graph import Graph
from .minilm import WIDTH
from .model import Network, StanceHead
from .smooth import Smoothing
from .text import MARK_CASING, PLAIN
from .wide import Wide

POSITIONS = 320
TASKS = ("tags", "toward", "between", "statement")  # by the number that the file is asked for
SMALL = 60_000  # weights of fewer numbers stay float32


def write_onnx(
    network: Network,
    ids: Sequence[int],
    marks: Sequence[int],
    path: Path,
    int8: bool = True,
    smooth: Smoothing | None = None,
) -> None:
    """Write a network as it ships.

    The marks' casing classes are baked into the word table, so that a reader gives ids and
    casing (0 to 6).

    Args:
        network: the network.
        ids: tokens to keep, in the order of their new ids.
        marks: old ids of the four marks.
        path: of the file.
        int8: layers in int8, one scale per output channel and one per input; the tables of
            embeddings are int8 in either case.
        smooth: what to divide the inputs of layers in int8 by.
    """
    writer = _Writer(network, int8, smooth or {})
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    places = ["batch", "length"]
    inputs = {name: (integer, places) for name in ("input_ids", "casing", "attention_mask")}
    inputs |= {"task": (integer, [1]), "read": (integer, ["read"])}
    inputs |= {"pool": (real, ["pooled", "read"])}
    output = writer.network(ids, marks)
    onnx.save(writer.graph.model(inputs, {"scores": (output, 2)}), path)


class _Writer:
    """The parts of the network as nodes."""

    def __init__(self, network: Network, int8: bool, smooth: Smoothing) -> None:
        self.graph, self._network, self._int8, self._smooth = Graph(), network, int8, smooth
        self._word_heads = [network.tags, network.link_head, network.link_part]
        if isinstance(network, Wide):
            more = network.word_heads()[3:]
            joined = nn.Linear(WIDTH, sum(head.out_features for head in more))
            joined.weight.data = torch.cat([head.weight for head in more]).detach()
            joined.bias.data = torch.cat([head.bias for head in more]).detach()
            if network.name_tags in smooth:
                self._smooth = {**smooth, joined: smooth[network.name_tags]}
            self._word_heads.append(joined)

    def network(self, ids: Sequence[int], marks: Sequence[int]) -> str:
        """Write all of it; return the name of the scores."""
        graph, network = self.graph, self._network
        self._padded = graph.run("Cast", "attention_mask", to=TensorProto.INT32)
        least = graph.run("ReduceMin", "attention_mask", keepdims=0)
        self._full = graph.run("Cast", least, to=TensorProto.BOOL)
        self._flat = graph.constant(np.array([-1, WIDTH]))
        x = self._embeddings(ids, marks)
        for layer in network.encoder.shared:
            x = self._layer(layer, x)

        def tags() -> str:
            seen = self._layers(x, network.encoder.path("attribution"))
            found = [self._linear(head, seen) for head in self._word_heads]
            return graph.run("Concat", *found, axis=1)

        def toward() -> str:
            return self._stance(x, "toward", network.toward_head)

        def between() -> str:
            return self._stance(x, "between", network.between_head)

        def statement() -> str:
            return self._stance(x, "statement", network.statement_head)

        def of_source() -> str:
            if not isinstance(network, Wide):
                return between()
            return graph.choose(self._asked("between"), between, statement, rank=2)

        def stance() -> str:
            return graph.choose(self._asked("toward"), toward, of_source, rank=2)

        return graph.choose(self._asked("tags"), tags, stance, rank=2)

    def _asked(self, task: str) -> str:
        return self.graph.run("Equal", "task", self.graph.constant(np.array([TASKS.index(task)])))

    def _embeddings(self, ids: Sequence[int], marks: Sequence[int]) -> str:
        parts, graph = self._network.encoder.embeddings, self.graph
        words = _array(parts.words.weight)
        cases = _array(parts.casing.weight)
        for at, old in enumerate(marks):
            words[old] += cases[MARK_CASING + at] - cases[PLAIN]
        # the marks' own classes are in the word table
        cases[MARK_CASING:] = cases[PLAIN]
        x = graph.run(
            "Add",
            self._rows(words[list(ids)], "input_ids"),
            graph.run("Gather", graph.constant(cases), "casing"),
        )
        length = graph.run("Shape", "input_ids", start=1, end=2)
        all_places = graph.constant(np.arange(POSITIONS))
        places = graph.run("Slice", all_places, graph.constant(np.array([0])), length)
        x = graph.run("Add", x, self._rows(_array(parts.positions.weight)[:POSITIONS], places))
        return graph.run(
            "LayerNormalization",
            x,
            graph.constant(_array(parts.norm.weight)),
            graph.constant(_array(parts.norm.bias)),
            epsilon=parts.norm.eps,
        )

    def _rows(self, table: np.ndarray, ids: str) -> str:
        """Look up rows of a table that is kept in int8 with one scale per row."""
        graph = self.graph
        whole, scale = _int8(table, axis=1)
        found = graph.run("Cast", graph.run("Gather", graph.constant(whole), ids), to=1)
        return graph.run("Mul", found, graph.run("Gather", graph.constant(scale), ids))

    def _layers(self, x: str, layers: Sequence[Layer]) -> str:
        """Layers of which the last gives the vectors of the positions that are read alone."""
        for layer in layers[:-1]:
            x = self._layer(layer, x)
        return self._layer(layers[-1], x, last=True)

    def _layer(self, layer: Layer, x: str, last: bool = False) -> str:
        graph = self.graph
        q, k, v = graph.split(self._linear(layer.qkv, x), 3, axis=2)

        def attend(*mask: str) -> str:
            return graph.fused("MultiHeadAttention", q, k, v, *mask, num_heads=HEADS)

        # without a mask the operator takes its faster way
        mixed = graph.choose(self._full, attend, lambda: attend("", self._padded), rank=3)
        if last:
            mixed, x = (
                graph.run("Gather", graph.run("Reshape", value, self._flat), "read")
                for value in (mixed, x)
            )
        x = self._norm(layer.norm1, x, self._linear(layer.out, mixed))
        raised = graph.fused("Gelu", self._linear(layer.up, x))
        return self._norm(layer.norm2, x, self._linear(layer.down, raised))

    def _norm(self, norm: nn.LayerNorm, x: str, more: str) -> str:
        graph = self.graph
        scale, shift = (graph.constant(_array(part)) for part in (norm.weight, norm.bias))
        x = graph.run("Add", x, more)
        return graph.run("LayerNormalization", x, scale, shift, epsilon=norm.eps)

    def _linear(self, layer: nn.Linear, x: str) -> str:
        graph = self.graph
        weight = np.ascontiguousarray(_array(layer.weight).T)
        bias = graph.constant(_array(layer.bias))
        if not self._int8 or weight.size < SMALL:
            return graph.run("Add", graph.run("MatMul", x, graph.constant(weight)), bias)
        if layer in self._smooth:
            by = self._smooth[layer]
            weight = weight * by[:, None]
            x = graph.run("Mul", x, graph.constant(np.float32(1) / by))
        whole, scale = _int8(weight, axis=0)
        return graph.fused(
            "DynamicQuantizeMatMul",
            x,
            graph.constant(whole),
            graph.constant(scale[0]),
            "",
            bias,
        )

    def _stance(self, x: str, task: str, head: StanceHead) -> str:
        """Means over [CLS] and the marked spans, and the head of a task on them."""
        graph = self.graph
        seen = self._layers(x, self._network.encoder.path(task))
        means = graph.run("MatMul", "pool", seen)
        wide = graph.constant(np.array([-1, head.hidden.in_features]))
        hidden = self._linear(head.hidden, graph.run("Reshape", means, wide))
        return self._linear(head.out, graph.fused("Gelu", hidden))


def _array(values: Tensor) -> np.ndarray:
    return values.detach().numpy().copy()


def _int8(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers from -127 to 127, and the scales that give the values back."""
    scale = np.maximum(np.abs(values).max(axis, keepdims=True), 1e-8) / 127
    return np.round(values / scale).astype(np.int8), scale.astype(np.float32)
