"""The weights that ship, read back from their int8 file into a network that learns on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper
from torch import Tensor, nn

from .encoder import Layer
from .minilm import MiniLm
from .smooth import Smoothing
from .wide import SHAPE, Wide


def nodes(graph: GraphProto) -> Iterator[NodeProto]:
    """Yield the nodes of a graph and of its branches, in the order in which they were written."""
    for node in graph.node:
        branches = {each.name: each.g for each in node.attribute if each.name.endswith("_branch")}
        for name in sorted(branches, reverse=True):  # then before else, as they were written
            yield from nodes(branches[name])
        yield node


def load_shipped(folder: Path) -> tuple[Wide, Smoothing]:
    """Return the network of `reader.onnx`, and what its layers' inputs are divided by.

    Of a file without the heads of our labels, layers of statements are copied from those of
    `between`, and new heads are left as they begin. Written again with the same divisors, the
    file's numbers come back.

    Args:
        folder: with `reader.onnx`.
    """
    graph = onnx.load(folder / "reader.onnx").graph
    held = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    tables, parts = _parts(graph, held)
    network = Wide(MiniLm(SHAPE, len(tables[0])))
    smooth: Smoothing = {}

    def take(module: nn.Module) -> None:
        weight, bias, by = next(parts)
        assert weight.shape == module.weight.shape, (weight.shape, module)
        module.weight.data.copy_(torch.from_numpy(weight.copy()))
        module.bias.data.copy_(torch.from_numpy(bias.copy()))
        if by is not None:
            smooth[module] = by

    def take_layer(layer: Layer) -> None:
        for part in ("qkv", "out", "norm1", "up", "down", "norm2"):
            take(getattr(layer, part))

    encoder = network.encoder
    embeddings = encoder.embeddings
    embeddings.words.weight.data.copy_(torch.from_numpy(tables[0]))
    embeddings.positions.weight.data[: len(tables[1])] = torch.from_numpy(tables[1])
    embeddings.casing.weight.data.copy_(torch.from_numpy(tables[2].copy()))
    take(embeddings.norm)
    for layer in (*encoder.shared, *encoder.attribution):
        take_layer(layer)
    for head in (network.tags, network.link_head, network.link_part):
        take(head)
    ours = "names" in (model := json.loads((folder / "model.json").read_text("utf-8")))
    if ours:
        smooth |= _take_heads(network, *next(parts))
        _take_scores(network, model)
    for layer in encoder.stance:
        take_layer(layer)
    for head in (network.toward_head, network.between_head):
        if head is network.between_head:
            for _ in range(6 * len(encoder.stance)):
                next(parts)  # the layers again
        take(head.hidden)
        take(head.out)
    if not ours:
        _begin_statements(network)
        return network, smooth
    for _ in range(6):
        next(parts)  # the first layer of stance again
    for layer in encoder.statement:
        take_layer(layer)
    take(network.statement_head.hidden)
    take(network.statement_head.out)
    return network, smooth


def _begin_statements(network: Wide) -> None:
    """Let statements begin as `between` does."""
    encoder = network.encoder
    for own, like in zip(encoder.statement, encoder.stance[1:], strict=True):
        own.load_state_dict(like.state_dict())
    network.statement_head.load_state_dict(_first_labels(network))


def _take_heads(
    network: Wide, weight: np.ndarray, bias: np.ndarray, by: np.ndarray | None
) -> Smoothing:
    """Give the heads of a word what stands in one product in the file."""
    heads, at = network.word_heads()[3:], 0
    for head in heads:
        cut = slice(at, at + head.out_features)
        head.weight.data.copy_(torch.from_numpy(weight[cut].copy()))
        head.bias.data.copy_(torch.from_numpy(bias[cut].copy()))
        at = cut.stop
    return {} if by is None else {network.name_tags: by}


def _take_scores(network: Wide, model: dict[str, Any]) -> None:
    """Give the network the numbers that `model.json` holds."""
    names, judge = model["names"], model["judge"]
    network.name_crf.take(names["steps"], names["first"], names["last"])
    network.judge_absent.data.copy_(torch.tensor(judge["absent"]))
    network.judge_out.weight.data.copy_(torch.tensor([judge["out"]]))
    network.judge_out.bias.data.fill_(judge["bias"])


def _first_labels(network: Wide) -> dict[str, Tensor]:
    """The head of `between`, its labels favor, against and none."""
    state = dict(network.between_head.state_dict())
    for name in ("out.weight", "out.bias"):
        state[name] = state[name][[0, 1, 4]]
    return state


def _parts(graph: GraphProto, held: dict[str, np.ndarray]) -> tuple[list[np.ndarray], Iterator]:
    """Tables of embeddings, and weight, bias and divisors of every norm and linear part."""
    tables: dict[str, np.ndarray] = {}
    parts: list[tuple[np.ndarray, np.ndarray, np.ndarray | None]] = []
    scaled: dict[str, np.ndarray] = {}  # value that was divided, by what
    pending: dict[str, np.ndarray] = {}  # product without its bias
    whole: list[np.ndarray] = []
    for node in nodes(graph):
        given = [held.get(name) for name in node.input]
        if node.op_type == "Gather" and given[0] is not None:
            table = given[0]
            if table.dtype == np.int8:
                whole.append(table)
            elif table.shape[1] == 1:
                tables[f"int8 {len(tables)}"] = whole[-1].astype(np.float32) * table
            else:
                tables["casing"] = table
        elif node.op_type == "Mul" and given[1] is not None and given[1].ndim == 1:
            scaled[node.output[0]] = np.float32(1) / given[1]
        elif node.op_type == "DynamicQuantizeMatMul":
            by = scaled.get(node.input[0])
            weight = given[1].astype(np.float32) * given[2]
            weight = weight if by is None else weight / by[:, None]
            parts.append((weight.T.copy(), given[4], by))
        elif node.op_type == "MatMul" and given[1] is not None:
            pending[node.output[0]] = given[1]
        elif node.op_type == "Add" and node.input[0] in pending:
            parts.append((pending[node.input[0]].T.copy(), given[1], None))
        elif node.op_type == "LayerNormalization":
            parts.append((given[1], given[2], None))
    words, places = (table for name, table in tables.items() if name != "casing")
    return [words, places, tables["casing"]], iter(parts)
