"""The exported file gives what the trained network gives. Needs the training environment."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from training.encoder import Settings  # noqa: E402
from training.evaluate import Weights, means  # noqa: E402
from training.export import POSITIONS, write_onnx  # noqa: E402
from training.minilm import MiniLm  # noqa: E402
from training.model import Network  # noqa: E402
from training.text import MARK_CASING, PLAIN  # noqa: E402

TOKENS, MARKS = 60, [1, 2, 3, 4]
SETTINGS = Settings(shared=1, attribution=2, stance=3)


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(5)
    made = Network(MiniLm(SETTINGS, TOKENS), SETTINGS)
    for name, part in made.named_parameters():  # casing is zero at first
        torch.nn.init.normal_(part, mean=float(".norm" in name and "weight" in name), std=0.1)
    return made.eval()


@pytest.fixture(scope="module")
def rows() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Three rows of ids, casing and mask, a target marked in each, a source in two."""
    rng = np.random.default_rng(7)
    ids, casing = rng.integers(5, TOKENS, (3, 24)), rng.integers(0, 7, (3, 24))
    mask = np.ones((3, 24), dtype=np.int64)
    mask[1, 20:] = 0
    for row, at, mark in [(0, 3, 2), (0, 6, 3), (1, 9, 2), (1, 11, 3), (2, 2, 2), (2, 9, 3)]:
        ids[row, at], casing[row, at] = MARKS[mark], MARK_CASING + mark
    for row, at, mark in [(0, 9, 0), (0, 12, 1), (2, 4, 0), (2, 6, 1)]:  # the last is inside
        ids[row, at], casing[row, at] = MARKS[mark], MARK_CASING + mark
    return ids, casing, mask


def answers(network: Network, task: str, rows: tuple) -> np.ndarray:
    ids, casing, mask = (torch.from_numpy(each) for each in rows)
    with torch.inference_mode():
        if task != "tags":
            return getattr(network, task)(ids, casing, mask).numpy()
        return torch.cat(network.attribution(ids, casing, mask), 2).numpy() * rows[2][..., None]


@pytest.mark.parametrize("task", ["tags", "toward", "between"])
@pytest.mark.parametrize(("int8", "near"), [(False, 0.04), (True, 0.15)])
def test_file_answers_as_the_network(tmp_path, network, rows, task, int8, near) -> None:
    write_onnx(network, range(TOKENS), MARKS, tmp_path / "reader.onnx", int8)
    found = Weights(tmp_path / "reader.onnx").run(task, *rows)
    wanted = answers(network, task, rows)
    assert found.shape == wanted.shape
    assert np.abs(found - wanted).max() < near * np.abs(wanted).max()


def test_only_kept_tokens_are_written(tmp_path, network, rows) -> None:
    kept = [*range(5), *range(30, TOKENS)]
    write_onnx(network, kept, MARKS, tmp_path / "reader.onnx", int8=False)
    old = np.where(rows[0] < 5, rows[0], rows[0] % 30 + 30)
    new = np.vectorize(kept.index)(old)
    found = Weights(tmp_path / "reader.onnx").run("toward", new, *rows[1:])
    wanted = answers(network, "toward", (old, *rows[1:]))
    assert np.abs(found - wanted).max() < 0.04 * np.abs(wanted).max()


def test_a_row_may_be_as_long_as_the_positions(tmp_path, network) -> None:
    write_onnx(network, range(TOKENS), MARKS, tmp_path / "reader.onnx")
    weights = Weights(tmp_path / "reader.onnx")
    ids = np.full((1, POSITIONS), 7)
    found = weights.run("tags", ids, np.full_like(ids, PLAIN), np.ones_like(ids))
    assert found.shape == (1, POSITIONS, 135)


@pytest.mark.parametrize(
    ("task", "casing", "expected"),
    [
        ("tags", [5, 0, 5], []),
        ("toward", [5, 0, 9, 1, 10, 5], [[0], [2, 3, 4]]),
        ("between", [5, 7, 1, 8, 9, 1, 10, 5], [[0], [1, 2, 3], [4, 5, 6]]),
        ("between", [5, 9, 7, 1, 8, 10, 5], [[0], [2, 3, 4], [1, 2, 3, 4, 5]]),
        ("toward", [5, 0, 5], [[0], []]),
    ],
    ids=["tags", "target", "both", "one in the other", "no mark"],
)
def test_means_are_taken_over_marked_spans(task: str, casing: list, expected: list) -> None:
    found = means(np.array(casing), task)
    assert [np.flatnonzero(row).tolist() for row in found] == expected
    assert found.sum(1).tolist() == pytest.approx([1.0 if row else 0.0 for row in expected])
