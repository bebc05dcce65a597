"""Weights in four bits: a scale for each block of neighbours, two numbers in a byte."""

from __future__ import annotations

import numpy as np
from onnx import TensorProto

from onrecord.reader.unfold import BOTH, EIGHT, PARTS

from .graph import Graph

BLOCK = 32  # weights that share a scale


def four_bits(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return whole numbers from 0 to 15, uint8, and the scale of each block, float16.

    A number stands for itself less 8, times the scale of its block.

    Args:
        values: float32 (rows, columns); neighbours in a row share a block.

    >>> whole, scale = four_bits(np.array([[-0.8, 0.0, 0.7, 0.1]], np.float32))
    >>> whole.tolist(), scale.round(1) == np.float16(0.1)
    ([[0, 8, 15, 9]], array([[ True]]))
    """
    rows, width = values.shape
    block = min(BLOCK, width)
    parts = values.reshape(rows, width // block, block)
    far = np.abs(parts).argmax(-1)
    peak = np.take_along_axis(parts, far[..., None], -1)[..., 0]
    # the peak becomes -8, the one end that has a step more
    scale = (np.where(np.abs(peak) < 1e-6, 1e-6, peak) / -EIGHT).astype(np.float16)
    whole = np.clip(np.round(parts / scale[..., None].astype(np.float32)) + EIGHT, 0, 15)
    return whole.astype(np.uint8).reshape(rows, width), scale


def unfolded(whole: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Return the float32 values that whole numbers and scales stand for."""
    rows, width = whole.shape
    parts = whole.reshape(rows, scale.shape[1], -1).astype(np.float32) - EIGHT
    return (parts * scale[..., None].astype(np.float32)).reshape(rows, width)


def rows(graph: Graph, table: np.ndarray, ids: str) -> str:
    """Look up rows of a table in four bits, float32 (its width divides by a block)."""
    width = table.shape[1]
    whole, scale = four_bits(table)
    packed = graph.run("Gather", graph.constant(_packed(whole)), ids)
    blocks = graph.constant(np.array([0, 0, width // BLOCK, BLOCK]))
    scales = graph.run("Gather", graph.constant(scale), ids)
    by = graph.run("Cast", scales, to=TensorProto.FLOAT)
    found = graph.run(
        "Mul",
        graph.run("Reshape", _centred(graph, packed), blocks),
        graph.run("Unsqueeze", by, graph.constant(np.array([3]))),
    )
    return graph.run("Reshape", found, graph.constant(np.array([0, 0, width])))


def matrix(graph: Graph, weight: np.ndarray, by: np.ndarray) -> tuple[str, str]:
    """Keep the weights of a part beside a graph; opened, they are int8 (`onrecord.reader.unfold`).

    Args:
        graph: gets the parts of the matrix.
        weight: float32 (outputs, inputs).
        by: float32 (inputs,), what the inputs are divided by, so that weights are multiplied.

    Returns:
        Names of int8 (inputs, outputs) and of float32 (outputs,), its scales.
    """
    whole, scale = four_bits(weight)
    steps = (np.abs(unfolded(whole, scale) * by).max(1) / 127).astype(np.float32)
    parts = (_packed(np.ascontiguousarray(whole.T)), np.ascontiguousarray(scale.T), by, steps)
    name = graph.outside(weight.shape[::-1], dict(zip(PARTS, parts, strict=True)))
    return name, graph.constant(steps)


def _packed(whole: np.ndarray) -> np.ndarray:
    """Two neighbours in a byte."""
    return whole[:, ::2] | (whole[:, 1::2] << 4)


def _centred(graph: Graph, packed: str) -> str:
    """The neighbours of each byte, less 8, float32, along one more axis."""
    return graph.run(
        "Gather", graph.constant(BOTH), graph.run("Cast", packed, to=TensorProto.INT32)
    )
