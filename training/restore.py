"""A network from the file that ships: to go on from weights whose training is not at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper
from torch import nn

from .model import Network, Settings

Linear = tuple[np.ndarray, np.ndarray]  # weight (in, out), bias (out,)


def restore(path: Path, settings: Settings) -> Network:
    """Return the network whose weights are those of an exported int8 file.

    Valence and the marks are in the word table already, so the network has none of its own and
    its vocabulary is that of the file. Layers in int8 give the same int8 when written again.

    Args:
        path: of the `reader.onnx`.
        settings: the shape that it was exported with.

    Raises:
        ValueError: the file is of another shape.
    """
    graph = onnx.load(path).graph
    constants = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    words, positions, casing = _tables(graph, constants)
    network = Network(np.zeros((len(words), 1), dtype=np.float32), settings)
    embeddings = network.encoder.embeddings
    _copy(embeddings.words.weight, words)
    _copy(embeddings.positions.weight[: len(positions)], positions)
    _copy(embeddings.casing.weight, casing)
    nn.init.zeros_(embeddings.valence.weight)
    linears, norms = _layers(graph, constants)
    for norm in _norms(network):
        weight, bias = next(norms, (None, None))
        _fill(norm, weight, bias)
    for linear in _linears(network):
        weight, bias = next(linears, (None, None))
        _fill(linear, None if weight is None else weight.T, bias)
    if next(norms, None) or next(linears, None):
        raise ValueError(f"{path.name} holds more layers than such a network has.")
    return network.eval()


def _fill(module: nn.Module, weight: np.ndarray | None, bias: np.ndarray | None) -> None:
    if weight is None or bias is None or weight.shape != tuple(module.weight.shape):
        raise ValueError("The file is not of such a network.")
    _copy(module.weight, weight)
    _copy(module.bias, bias)


def _copy(into: torch.Tensor, values: np.ndarray) -> None:
    into.data.copy_(torch.from_numpy(np.array(values)))


def _tables(graph: GraphProto, constants: dict[str, np.ndarray]) -> list[np.ndarray]:
    """Return the tables of words and positions, from int8, and of casing, which is float."""
    scaled, plain = [], []
    looked_up = [node for node in graph.node if node.op_type == "Gather"]
    for node in looked_up:
        table = constants[node.input[0]]
        if table.dtype == np.int8:
            scaled.append(table.astype(np.float32))
        elif table.shape[1] > 1:
            plain.append(table)
        else:  # the scale of the table before
            scaled[-1] = scaled[-1] * table
    return [*scaled, *plain]


def _nodes(graph: GraphProto) -> Iterator[NodeProto]:
    """Yield nodes in the order in which they were written, those of branches included."""
    for node in graph.node:
        if node.op_type == "If":
            branches = {each.name: each.g for each in node.attribute}
            yield from _nodes(branches["then_branch"])
            yield from _nodes(branches["else_branch"])
        yield node


def _layers(
    graph: GraphProto, constants: dict[str, np.ndarray]
) -> tuple[Iterator[Linear], Iterator[Linear]]:
    """Return weights and biases of linear layers and of normalisations, in file order."""
    linears, norms = [], []
    made = {node.output[0]: node for node in _nodes(graph)}
    added = {name: node for node in _nodes(graph) if node.op_type == "Add" for name in node.input}
    for node in _nodes(graph):
        given = [constants.get(name) for name in node.input]
        if node.op_type == "LayerNormalization":
            norms.append((given[1], given[2]))
        elif node.op_type == "DynamicQuantizeMatMul":
            weight = given[1].astype(np.float32) * given[2]
            before = made[node.input[0]]
            if before.op_type == "Mul" and before.input[1] in constants:  # a smoothed input
                weight = weight * constants[before.input[1]][:, None]
            linears.append((weight, given[4]))
        elif node.op_type == "MatMul" and given[1] is not None:
            bias = constants[added[node.output[0]].input[1]]
            linears.append((given[1], bias))
    return iter(linears), iter(norms)


def _norms(network: Network) -> Iterator[nn.Module]:
    yield network.encoder.embeddings.norm
    for layer in [*network.encoder.shared, *_paths(network)]:
        yield layer.norm1
        yield layer.norm2


def _linears(network: Network) -> Iterator[nn.Module]:
    for layer in network.encoder.shared:
        yield from (layer.qkv, layer.out, layer.up, layer.down)
    heads = {
        "attribution": (network.tags, network.link_head, network.link_part),
        "toward": (network.toward_head.hidden, network.toward_head.out),
        "between": (network.between_head.hidden, network.between_head.out),
    }
    for task, own in heads.items():
        for layer in network.encoder.path(task):
            yield from (layer.qkv, layer.out, layer.up, layer.down)
        yield from own


def _paths(network: Network) -> Iterator[nn.Module]:
    for task in ("attribution", "toward", "between"):
        yield from network.encoder.path(task)
