"""What teachers say, and what is made of it. Needs the training environment."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.articles import TAGS, Paragraph  # noqa: E402
from training.losses import stance_loss  # noqa: E402
from training.measure import Chain  # noqa: E402
from training.opinions import Asked, mixed, tagged, taught  # noqa: E402
from training.pairs import Pair  # noqa: E402
from training.plan import Data, Plan, schedule  # noqa: E402

FLAT = Chain(np.zeros((7, 7)), np.zeros(7), np.zeros(7))


def pair(label: int, size: int = 3) -> Pair:
    return Pair(np.arange(size), np.zeros(size, dtype=np.int64), label)


def paragraph(words: int) -> Paragraph:
    ids = np.arange(words)
    return Paragraph(ids, ids * 0, ids, ids * 0, (), tuple((i, i + 1) for i in range(words)))


@pytest.mark.parametrize(
    ("label", "opinion", "expected"),
    [
        (0, [0.2, 0.2, 0.6], [0.6, 0.1, 0.3]),
        (2, [0.2, 0.2, 0.6], [0.1, 0.1, 0.8]),
        (-1, [0.2, 0.2, 0.6], [0.2, 0.2, 0.6]),  # without a label the opinion alone
    ],
)
def test_label_and_opinion_are_mixed(label: int, opinion: list, expected: list) -> None:
    (found,) = mixed([pair(label)], np.array([opinion], dtype=np.float32))
    assert found.chances == pytest.approx(expected)
    assert found.label == label


def test_tags_go_to_the_words_that_they_were_given_for() -> None:
    articles = [[paragraph(2), paragraph(0)], [paragraph(3)]]
    names = ["B-source", "B-cue", "O", "B-content", "I-content"]
    emissions = np.eye(7)[[TAGS.index(name) for name in names]] * 5
    found = tagged(articles, emissions, FLAT)
    assert [[TAGS[tag] for tag in each.tags] for article in found for each in article] == [
        names[:2],
        [],
        names[2:],
    ]
    assert all(not each.parts for article in found for each in article)


def test_only_those_are_heard_whose_opinion_counts(tmp_path: Path) -> None:
    for name, sure in (("one", 1.0), ("two", 0.5), ("deaf", 0.0)):
        np.savez(tmp_path / f"{name}.npz", toward=np.array([[sure, 1 - sure, 0]]))
    asked = Asked({"toward": [pair(-1)]}, [])
    files = {"toward": [tmp_path / "one.npz", tmp_path / "two.npz"]}
    found = taught(Data([], {}, [], {}), asked, files)
    assert found.pairs["toward"][0].chances == pytest.approx([0.75, 0.25, 0.0])


def test_every_example_comes_as_often_as_planned_spread_over_the_run() -> None:
    data = Data([], {"toward": [pair(0)] * 40, "between": [pair(1)] * 10}, [], {})
    plan = Plan({"toward": 2, "between": 3}, tokens=12, together=1)
    steps = [batch for step in schedule(data, plan) for batch in step]
    seen = {task: sum(len(batch) for name, batch in steps if name == task) for task in data.pairs}
    assert seen == {"toward": 80, "between": 30}
    assert [name for name, _ in steps[:8]].count("between") in (2, 3)


class Fixed(torch.nn.Module):
    """A network that says one thing of every pair."""

    device = torch.device("cpu")

    def toward(self, ids: torch.Tensor, *_: torch.Tensor) -> torch.Tensor:
        return torch.tensor([[2.0, 0.0, 0.0]]).expand(len(ids), 3)


def test_a_sure_opinion_teaches_what_a_label_teaches() -> None:
    weights = torch.tensor([1.0, 1.0, 1.0])
    labelled = [pair(0), pair(2)]
    sure = mixed(labelled, np.eye(3, dtype=np.float32)[[0, 2]])
    loss = stance_loss(Fixed(), "toward", labelled, weights)
    assert torch.allclose(stance_loss(Fixed(), "toward", sure, weights), loss)
    unsure = mixed([pair(-1)] * 2, np.full((2, 3), 1 / 3, dtype=np.float32))
    assert stance_loss(Fixed(), "toward", unsure, weights) > stance_loss(
        Fixed(), "toward", [pair(0)], weights
    )
