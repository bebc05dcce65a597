"""Weights in four bits, unfolded when a file is opened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.reader.folders import SHIPPED
from onrecord.reader.network import Network
from onrecord.reader.unfold import unfold, whole

FILES = ("large.npz", "sides.npz", "again.npz")


@pytest.mark.parametrize(
    ("packed", "scale", "by", "steps", "found"),
    [
        # two numbers of a byte are two outputs; 8 stands for 0
        ([[0x98, 0x80]], [[1, 1, 1, 1]], [1], [1, 1, 1, 1], [[0, 1, -8, 0]]),
        (
            [[0x0F, 0x88], [0xF0, 0x88]],
            [[2, 3, 1, 1]],
            [1, 1],
            [1, 3, 1, 1],
            [[14, -8, 0, 0], [-16, 7, 0, 0]],
        ),
        # each block of inputs has a scale of its own, each input a divisor
        (
            [[0x99, 0x99], [0x99, 0x99]],
            [[1, 1, 1, 1], [4, 8, 1, 2]],
            [1, 2],
            [1, 1, 1, 1],
            [[1, 1, 1, 1], [8, 16, 2, 4]],
        ),
        # rounded to the nearest step
        ([[0xA9, 0x78]], [[1, 1, 1, 1]], [1], [4, 1.5, 1, 1.5], [[0, 1, 0, -1]]),
    ],
)
def test_a_matrix(packed, scale, by, steps, found) -> None:
    given = whole(
        np.array(packed, np.uint8),
        np.array(scale, np.float16),
        np.array(by, np.float32),
        np.array(steps, np.float32),
    )
    assert given.dtype == np.int8
    assert given.tolist() == found


@pytest.mark.parametrize("name", FILES)
def test_what_ships_fills_the_steps_of_int8(name: str) -> None:
    _, matrices = unfold(SHIPPED / name)
    assert len(matrices) >= 16  # four layers of four parts
    for matrix in matrices.values():
        assert np.abs(matrix.astype(int)).max(0).min() == 127  # each output's largest


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"other": np.zeros(1)}, "holds no graph"),
        ({"graph": np.zeros(1, np.uint8), "m.packed": np.zeros((1, 1), np.uint8)}, "matrix m"),
        ({"graph": np.zeros(4, np.uint8)}, "cannot be run"),
    ],
)
def test_a_file_that_is_none(parts: dict, told: str, tmp_path: Path) -> None:
    np.savez(tmp_path / "large.npz", **parts)
    with pytest.raises(ModelError, match=told):
        Network(tmp_path / "large.npz")


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "sides.npz").write_bytes((SHIPPED / "sides.npz").read_bytes()[:5000])
    with pytest.raises(ModelError, match=r"sides\.npz cannot be run"):
        Network(tmp_path / "sides.npz")
