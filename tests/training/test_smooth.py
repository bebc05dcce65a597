"""Channels that stand out, before int8. Needs the training environment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from training.encoder import Settings  # noqa: E402
from training.evaluate import Weights  # noqa: E402
from training.export import write_onnx  # noqa: E402
from training.minilm import MiniLm  # noqa: E402
from training.model import Network  # noqa: E402
from training.smooth import Smoothing, divisors, smoothing  # noqa: E402
from training.text import MARK_CASING  # noqa: E402

TOKENS, MARKS, SETTINGS = 60, [1, 2, 3, 4], Settings()


@pytest.fixture(scope="module")
def network() -> Network:
    """A network in which one channel of each layer is large and weighs little."""
    torch.manual_seed(5)
    made = Network(MiniLm(SETTINGS, TOKENS), SETTINGS)
    for name, part in made.named_parameters():
        torch.nn.init.normal_(part, mean=float(".norm" in name and "weight" in name), std=0.06)
    for layer in [*made.encoder.shared, *made.encoder.stance]:
        layer.norm1.weight.data[7] = layer.norm2.weight.data[7] = 9.0
        for part in (layer.qkv, layer.up):
            part.weight.data[:, 7] /= 500
    return made.eval()


@pytest.fixture(scope="module")
def rows() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(7)
    ids, casing = rng.integers(5, TOKENS, (3, 24)), rng.integers(0, 7, (3, 24))
    for row in range(3):
        for at, mark in ((4 + row, 2), (8 + row, 3)):
            ids[row, at], casing[row, at] = MARKS[mark], MARK_CASING + mark
    return ids, casing, np.ones((3, 24), dtype=np.int64)


def answers(network: Network, rows: tuple) -> np.ndarray:
    with torch.inference_mode():
        return network.toward(*map(torch.from_numpy, rows)).numpy()


def seen(network: Network, rows: tuple) -> Smoothing:
    return smoothing(network, lambda: answers(network, rows))


def written(network: Network, path: Path, smooth: Smoothing | None) -> Path:
    write_onnx(network, range(TOKENS), MARKS, path, smooth=smooth)
    return path


def test_int8_is_nearer_to_the_network(tmp_path: Path, network: Network, rows: tuple) -> None:
    write_onnx(network, range(TOKENS), MARKS, tmp_path / "float.onnx", int8=False)
    wanted = Weights(tmp_path / "float.onnx").run("toward", *rows)
    plain = Weights(written(network, tmp_path / "plain.onnx", None)).run("toward", *rows)
    smooth = written(network, tmp_path / "smooth.onnx", seen(network, rows))
    nearer = np.abs(Weights(smooth).run("toward", *rows) - wanted).mean()
    assert nearer < 0.7 * np.abs(plain - wanted).mean()


def test_layers_that_nothing_went_through_are_left_alone(network: Network, rows: tuple) -> None:
    found = seen(network, rows)
    assert network.encoder.stance[0].up in found
    assert network.encoder.attribution[0].up not in found
    assert found[network.encoder.shared[0].up].argmax() == 7


@pytest.mark.parametrize(("peaks", "expected"), [([1, 4, 9], [1, 2, 3]), ([0.0, 1.0], [0.01, 1.0])])
def test_divisors_are_roots_and_never_nothing(peaks: list, expected: list) -> None:
    assert divisors(peaks) == pytest.approx(expected)
