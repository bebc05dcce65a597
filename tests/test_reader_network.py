"""Batches and threads of the network."""

import pytest

from analysis.errors import ModelError
from analysis.reader.network import batches, threads


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
