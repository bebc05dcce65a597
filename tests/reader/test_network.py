"""Batches and threads of the network."""

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.reader.encode import Row
from onrecord.reader.network import batches, feed, threads


@pytest.mark.parametrize("most", [1, 7, 100])
def test_batches_hold_every_row_once(most: int) -> None:
    lengths = [5, 2, 9, 2, 7, 1]
    groups = list(batches(lengths, most))
    assert sorted(i for group in groups for i in group) == list(range(6))
    for group in groups:
        assert len(group) == 1 or len(group) * max(lengths[i] for i in group) <= most


@pytest.mark.parametrize("given", ["0", "two", "-1", "1.5"])
def test_threads_are_a_count(monkeypatch, given: str) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", given)
    with pytest.raises(ModelError, match="ONRECORD_THREADS"):
        threads()


def test_threads_as_given(monkeypatch) -> None:
    monkeypatch.setenv("ONRECORD_THREADS", "3")
    assert threads() == 3


def row(*ids: int, read: list[int], pool: list[list[float]] | None = None) -> Row:
    weights = np.array(pool) if pool else np.zeros((0, len(read)))
    return Row(np.array(ids), np.zeros(len(ids), dtype=np.int64), np.array(read), weights)


def test_rows_fed_together_are_filled_up_and_read_where_they_stand() -> None:
    given = feed([row(7, 8, 9, read=[0, 2]), row(5, read=[0])], "tags")
    assert given["input_ids"].tolist() == [[7, 8, 9], [5, 0, 0]]
    assert given["attention_mask"].tolist() == [[1, 1, 1], [1, 0, 0]]
    assert given["read"].tolist() == [0, 2, 3]
    assert given["pool"].shape == (0, 3)
    assert given["task"].tolist() == [0]


def test_means_are_taken_over_a_rows_own_positions() -> None:
    first = row(7, 8, 9, read=[0, 1, 2], pool=[[1, 0, 0], [0, 0.5, 0.5]])
    given = feed([first, row(5, 6, read=[0, 1], pool=[[1, 0], [0, 1]])], "between")
    assert given["read"].tolist() == [0, 1, 2, 3, 4]
    assert given["pool"].tolist() == [
        [1, 0, 0, 0, 0],
        [0, 0.5, 0.5, 0, 0],
        [0, 0, 0, 1, 0],
        [0, 0, 0, 0, 1],
    ]
    assert given["task"].tolist() == [2]


def test_rows_of_other_groups_are_never_read_together() -> None:
    found = list(batches([4, 4, 4, 4], 100, [1, 0, 1, 0]))
    assert sorted(map(sorted, found)) == [[0, 2], [1, 3]]


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([20, 20, 20], [[0, 1, 2]]),  # one run rather than three
        ([20, 90, 20], [[0, 2], [1]]),  # filling both short ones up would cost more than a run
        ([20, 24], [[0, 1]]),
        ([24, 60, 20, 62], [[2, 0], [1, 3]]),
        ([400, 400], [[0], [1]]),  # each longer than a batch
    ],
)
def test_rows_are_put_together_where_that_is_cheaper(lengths: list, expected: list) -> None:
    assert list(batches(lengths, 320)) == expected
