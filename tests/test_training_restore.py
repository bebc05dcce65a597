"""Weights taken back from the exported file. Needs the training environment."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from training.export import write_onnx  # noqa: E402
from training.model import Network, Settings  # noqa: E402
from training.restore import restore  # noqa: E402

TOKENS, MARKS = 60, [1, 2, 3, 4]


def made(settings: Settings) -> Network:
    torch.manual_seed(5)
    network = Network(np.random.default_rng(5).normal(size=(TOKENS, 4)).astype("f4"), settings)
    for name, part in network.named_parameters():
        torch.nn.init.normal_(part, mean=float(".norm" in name and "weight" in name), std=0.1)
    return network.eval()


def constants(path) -> list[np.ndarray]:
    return [onnx.numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer]


@pytest.mark.parametrize("own", [0, 1])
def test_written_again_the_file_is_the_same(tmp_path, own) -> None:
    first, second = tmp_path / "first.onnx", tmp_path / "second.onnx"
    settings = Settings(own=own)
    write_onnx(made(settings), range(TOKENS), MARKS, first)
    write_onnx(restore(first, settings), range(TOKENS), MARKS, second)
    for one, two in zip(constants(first), constants(second), strict=True):
        assert one.dtype == two.dtype
        np.testing.assert_allclose(one, two, rtol=1e-5, atol=1e-7)


def test_a_changed_stance_layer_leaves_the_rest_as_it_was(tmp_path) -> None:
    first, second = tmp_path / "first.onnx", tmp_path / "second.onnx"
    settings = Settings(own=0)
    write_onnx(made(settings), range(TOKENS), MARKS, first)
    network = restore(first, settings)
    with torch.no_grad():
        network.encoder.stance[0].up.weight.mul_(-1)
    write_onnx(network, range(TOKENS), MARKS, second)
    differ = [
        one.shape
        for one, two in zip(constants(first), constants(second), strict=True)
        if one.dtype == np.int8 and (one != two).any()
    ]
    assert differ == [(384, 1536)]


def test_another_shape_is_refused(tmp_path) -> None:
    path = tmp_path / "reader.onnx"
    write_onnx(made(Settings(own=0)), range(TOKENS), MARKS, path)
    with pytest.raises(ValueError, match="such a network"):
        restore(path, Settings(own=0, shared=5))
