"""Weights in four bits, and what a file unfolds them to. Needs the training environment."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnx")
pytest.importorskip("torch")

import onnxruntime
from onnx import TensorProto

from onrecord.reader.unfold import PARTS, whole
from training.four_bits import BLOCK, four_bits, matrix, rows, unfolded
from training.graph import Graph


def ran(graph: Graph, inputs: dict, rank: int, output: str, given: dict) -> np.ndarray:
    model = graph.model(inputs, {"found": (output, rank)})
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    for name in {key.rpartition(".")[0] for key in graph.held}:
        matrix8 = whole(*(graph.held[f"{name}.{part}"] for part in PARTS))
        held = onnxruntime.OrtValue.ortvalue_from_numpy(matrix8)
        options.add_external_initializers([name], [held])
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    return session.run(None, given)[0]


@pytest.mark.parametrize("size", [0.001, 1.0, 40.0])
def test_a_number_moves_by_half_a_step_at_most(size: float) -> None:
    values = np.random.default_rng(3).normal(0, size, (5, 3 * BLOCK)).astype(np.float32)
    whole, scale = four_bits(values)
    assert whole.max() <= 15
    step = np.abs(scale.astype(np.float32)).repeat(BLOCK, axis=1)
    # the end without a step of its own is a whole one away at most
    assert (np.abs(unfolded(whole, scale) - values) <= 1.02 * step).all()
    inner = np.abs(values) < 6 * step
    assert (np.abs(unfolded(whole, scale) - values) <= 0.51 * step)[inner].all()


def test_rows_are_looked_up_as_they_were_written() -> None:
    table = np.random.default_rng(4).normal(0, 1, (9, 2 * BLOCK)).astype(np.float32)
    graph, ids = Graph(), np.array([[8, 0, 3], [3, 3, 1]])
    found = ran(
        graph,
        {"ids": (TensorProto.INT64, ["batch", "length"])},
        3,
        rows(graph, table, "ids"),
        {"ids": ids},
    )
    assert found == pytest.approx(unfolded(*four_bits(table))[ids])


def test_a_part_multiplies_as_its_four_bits_do() -> None:
    draw = np.random.default_rng(5)
    weight = draw.normal(0, 0.1, (64, 2 * BLOCK)).astype(np.float32)
    by = draw.uniform(0.5, 4, 2 * BLOCK).astype(np.float32)
    x = draw.normal(0, 1, (1, 6, 2 * BLOCK)).astype(np.float32)
    graph = Graph()
    divided = graph.run("Mul", "x", graph.constant(np.float32(1) / by))
    made = graph.fused("DynamicQuantizeMatMul", divided, *matrix(graph, weight, by))
    inputs = {"x": (TensorProto.FLOAT, ["batch", "length", 2 * BLOCK])}
    found = ran(graph, inputs, 3, made, {"x": x})
    wanted = x @ unfolded(*four_bits(weight)).T
    assert np.abs(found - wanted).max() < 0.03 * np.abs(wanted).max()
    assert np.abs(found - x @ weight.T).max() > 0.01 * np.abs(wanted).max()  # not the weights
