"""The large teacher and what a student learns of it. Needs the training environment."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.mpnet import buckets  # noqa: E402
from training.pairs import Pair  # noqa: E402
from training.polish import PolishPlan, order, soft_loss  # noqa: E402
from training.teach import mixed  # noqa: E402


def pair(label: int, size: int = 3) -> Pair:
    return Pair(np.arange(size), np.zeros(size, dtype=np.int64), label)


@pytest.mark.parametrize(
    ("apart", "bucket"),
    [(0, 0), (-1, 1), (-7, 7), (-8, 8), (-127, 15), (-200, 15), (1, 17), (7, 23), (200, 31)],
)
def test_distances_fall_into_buckets(apart: int, bucket: int) -> None:
    table = buckets(256)
    row = 210 if apart < 0 else 0
    assert table[row, row + apart] == bucket


@pytest.mark.parametrize(
    ("label", "opinion", "expected"),
    [
        (0, [0.2, 0.2, 0.6], [0.6, 0.1, 0.3]),
        (2, [0.2, 0.2, 0.6], [0.1, 0.1, 0.8]),
        (-1, [0.2, 0.2, 0.6], [0.2, 0.2, 0.6]),  # without a label the opinion alone
    ],
)
def test_label_and_opinion_are_mixed(label: int, opinion: list, expected: list) -> None:
    (taught,) = mixed([pair(label)], np.array([opinion], dtype=np.float32))
    assert taught.chances == pytest.approx(expected)
    assert taught.label == label


def test_a_polish_sees_every_example_of_every_task_as_often_as_planned() -> None:
    pairs = {"toward": [pair(0)] * 40, "between": [pair(1)] * 10}
    steps = order(pairs, PolishPlan(epochs={"toward": 2, "between": 3}, tokens=12))
    seen = {
        task: sorted(i for name, batch in steps for i in batch if name == task) for task in pairs
    }
    assert seen["toward"] == sorted([*range(40)] * 2)
    assert seen["between"] == sorted([*range(10)] * 3)
    # the shorter task is spread over the run, not left to its end
    assert [name for name, _ in steps[:8]].count("between") in (2, 3)


def test_loss_of_probabilities_and_its_focus() -> None:
    logits, wanted = torch.tensor([[2.0, 0.0], [0.0, 1.0]]), torch.tensor([[1.0, 0.0], [0.5, 0.5]])
    weights = torch.tensor([1.0, 3.0])
    plain = torch.nn.functional.cross_entropy(logits, wanted, weight=weights)
    assert torch.allclose(soft_loss(logits, wanted, weights), plain)
    sure, unsure = (soft_loss(logits[i : i + 1], wanted[i : i + 1], weights, 2) for i in (0, 1))
    well, badly = (soft_loss(logits[i : i + 1], wanted[i : i + 1], weights) for i in (0, 1))
    assert sure / well < unsure / badly < 1  # what is known well counts least
