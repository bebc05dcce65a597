"""What a batch is judged by: tags, links, stances. Needs the training environment."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from training.articles import Paragraph, Part  # noqa: E402
from training.crf import Crf  # noqa: E402
from training.losses import link_loss  # noqa: E402
from training.model import LINK  # noqa: E402


@pytest.mark.parametrize("tags", [[[1, 2, 0, 3, 5]], [[0, 1], [5, -1]], [[4], [0]], [[0, 3, 4]]])
def test_likelihood_is_that_of_all_sequences_counted_one_by_one(tags: list) -> None:
    torch.manual_seed(3)
    field = Crf()
    for part in field.parameters():
        torch.nn.init.normal_(part)
    gold = torch.tensor(tags)
    scores = torch.randn(*gold.shape, 7)
    moves, first, last = field.scores()

    def total(row: int, path: tuple) -> torch.Tensor:
        steps = sum((moves[a, b] for a, b in pairwise(path)), torch.zeros(()))
        return first[path[0]] + scores[row, range(len(path)), path].sum() + steps + last[path[-1]]

    wanted = torch.zeros(())
    for row, known in enumerate(tags):
        path = tuple(tag for tag in known if tag >= 0)
        every = torch.stack([total(row, each) for each in product(range(7), repeat=len(path))])
        wanted = wanted + every.logsumexp(0) - total(row, path)
    assert torch.allclose(field(scores, gold), wanted, rtol=1e-4)


def window(*parts: Part) -> list[Paragraph]:
    ids = np.arange(6)
    return [Paragraph(ids, ids * 0, ids, ids * 0, parts, tuple((i, i + 1) for i in range(6)))]


def linked(*pairs: tuple[int, int, int]) -> torch.Tensor:
    """Link vectors (windows, 7, 128) in which the piece `head` looks for the piece `part`."""
    links = torch.zeros(1 + max(pair[0] for pair in pairs), 7, 2 * LINK)
    for number, (at, head, part) in enumerate(pairs):
        links[at, head, number] = links[at, part, LINK + number] = 20.0
    return links


SOURCE, CUE, CONTENT = (Part(0, role, role, role + 1) for role in range(3))
OTHER = Part(1, 1, 4, 5)


@pytest.mark.parametrize(
    ("windows", "links", "well"),
    [
        ([window(SOURCE, CUE, CONTENT, OTHER)], [(0, 2, 3), (0, 2, 1)], True),
        ([window(SOURCE, CUE, CONTENT, OTHER)], [(0, 5, 3), (0, 2, 1)], False),  # another's cue
        ([window(SOURCE, CUE, CONTENT, OTHER)], [(0, 2, 3), (0, 5, 1)], False),  # another's source
        ([window(CUE, CONTENT, OTHER)], [(0, 2, 3)], True),  # nobody is named
        # spans of another window are out of reach, however alike
        ([window(SOURCE, CUE, CONTENT)] * 2, [(0, 2, 3), (0, 2, 1), (1, 2, 3), (1, 2, 1)], True),
    ],
    ids=["right", "wrong cue", "wrong source", "no source", "two windows"],
)
def test_links_between_gold_spans(windows: list, links: list, well: bool) -> None:
    loss = link_loss(linked(*links), windows, [[1]] * len(windows))
    assert loss is not None
    assert (float(loss) < 0.2) == well


def test_nothing_to_link_is_no_loss() -> None:
    assert link_loss(torch.zeros(1, 7, 2 * LINK), [window()], [[1]]) is None
