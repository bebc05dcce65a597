"""The only door to onnxruntime: rows of ids in, arrays out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np

# its builds tell their maker of every run, with a number of the machine, unless this is said before
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime

from onrecord.errors import ModelError
from onrecord.reader.encode import Row
from onrecord.reader.unfold import unfold
from onrecord.reader.words import PLAIN

onnxruntime.disable_telemetry_events()  # where others imported it before

THREADS = "ONRECORD_THREADS"
RUN = 16  # ids that take as long as starting a run, which goes through all of the weights
TASKS = ("tags", "toward", "between", "statement")  # by the number that the file is asked for


def threads() -> int:
    """Rows read at the same time: `ONRECORD_THREADS`, or the cores of this process.

    Raises:
        ModelError: the variable is set to something other than a count from 1 on.
    """
    given = os.environ.get(THREADS, "").strip()
    if not given:
        return cores()
    if not given.isdecimal() or int(given) < 1:
        raise ModelError(f"{THREADS} is {given!r}, but it has to be a number of threads.")
    return int(given)


def cores() -> int:
    """The cores that this process may use, which may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Network:
    """One ONNX file in a session on the CPU.

    Weights in int8 whose activations are quantised on the fly share one scale over the
    whole input, so a row's result hangs a little on the rows beside it. Rows are therefore
    read together only within a group, such as an article: what is said of an article never
    depends on the articles read with it.
    """

    def __init__(self, path: Path, most: int = 1, below: Network | None = None) -> None:
        """Open a file.

        Args:
            path: of an ONNX network, or of one whose weights are in four bits (`unfold.py`).
            most: ids of a batch at most, padding included; 1 for one row at a time.
            below: the network of the lower layers, whose result this file's layers take.

        Raises:
            ModelError: there is no such file, or it is not a network that can be run.
        """
        if not path.is_file():
            raise ModelError(f"The reader's weights {path.name} are missing in {path.parent}.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # threads are spent on rows, see __call__
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # the file is written in the operators that are fastest; onnxruntime would put slower
        # ones in their place (SkipLayerNormalization takes six times what its parts take)
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        try:
            given: str | bytes = str(path)
            if path.suffix == ".npz":
                given, matrices = unfold(path)
                held = [
                    onnxruntime.OrtValue.ortvalue_from_numpy(each) for each in matrices.values()
                ]
                options.add_external_initializers([*matrices], held)
            self._session = onnxruntime.InferenceSession(
                given, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the library has no common root of its errors
            raise ModelError(f"The reader's weights {path.name} cannot be run: {error}") from error
        self._most, self._threads, self._below = most, threads(), below
        self._names = {each.name for each in self._session.get_inputs()}

    def __call__(
        self, rows: Sequence[Row], task: str, groups: Sequence[int] | None = None
    ) -> list[np.ndarray]:
        """Run rows through the network.

        Args:
            rows: inputs of any lengths.
            task: one of `TASKS`, or any where the file has one task alone.
            groups: number of each row's group; None if all are one group.

        Returns:
            One float32 array per row, in the order of the rows, each (vectors, width): a
            vector for each position that is read, or a single one where these are pooled.
        """
        results: list[np.ndarray] = [np.empty(0)] * len(rows)

        def run(batch: list[int]) -> None:
            shown = [rows[i] for i in batch]
            found = self._run(feed(shown, task))
            sizes = [1 if len(row.pool) else len(row.read) for row in shown]
            parts = np.split(found, np.cumsum(sizes)[:-1])
            for i, part in zip(batch, parts, strict=True):
                results[i] = part

        waiting = list(batches([len(row.ids) for row in rows], self._most, groups))
        with ThreadPoolExecutor(self._threads) as pool:
            for _ in pool.map(run, waiting):
                pass
        return results

    def _run(self, given: dict[str, np.ndarray]) -> np.ndarray:
        if self._below is not None:
            given = {**given, "hidden": self._below._run(given)}
        mine = {name: values for name, values in given.items() if name in self._names}
        return self._session.run(None, mine)[0]


def feed(rows: Sequence[Row], task: str) -> dict[str, np.ndarray]:
    """Inputs of the file for rows of any lengths, the shorter ones filled up."""
    longest = max(len(row.ids) for row in rows)
    ids = np.zeros((len(rows), longest), dtype=np.int64)
    cases = np.full((len(rows), longest), PLAIN, dtype=np.int64)
    mask = np.zeros((len(rows), longest), dtype=np.int64)
    pool = np.zeros([sum(sizes) for sizes in zip(*(row.pool.shape for row in rows), strict=True)])
    down = along = 0
    for at, row in enumerate(rows):
        size = len(row.ids)
        ids[at, :size], cases[at, :size], mask[at, :size] = row.ids, row.casing, 1
        pooled, read = row.pool.shape
        pool[down : down + pooled, along : along + read] = row.pool
        down, along = down + pooled, along + read
    return {
        "input_ids": ids,
        "casing": cases,
        "attention_mask": mask,
        "task": np.array([TASKS.index(task) if task in TASKS else 0], dtype=np.int64),
        "read": np.concatenate([at * longest + row.read for at, row in enumerate(rows)]),
        "pool": pool.astype(np.float32),
    }


def batches(
    lengths: Sequence[int], most: int, groups: Sequence[int] | None = None
) -> Iterator[list[int]]:
    """Put rows of like length together, so that padding and runs cost least in all.

    Args:
        lengths: ids of each row.
        most: ids of a batch at most, padding included; a longer row goes alone.
        groups: number of each row's group; None if all are one group.

    Yields:
        Indices of the rows of one batch; every row is in one batch, with rows of its
        group alone.

    >>> list(batches([3, 9, 3, 4], 8))
    [[0, 2], [3], [1]]
    >>> list(batches([3, 9, 3, 4], 8, [0, 0, 1, 1]))
    [[0], [1], [2, 3]]
    """
    of = groups or [0] * len(lengths)
    ordered = sorted(range(len(lengths)), key=lambda i: (of[i], lengths[i], i))
    for _, group in groupby(ordered, key=lambda i: of[i]):
        rows = list(group)
        cuts = _cuts([lengths[i] for i in rows], most)
        yield from (rows[start:end] for start, end in pairwise(cuts))


def _cuts(lengths: Sequence[int], most: int) -> list[int]:
    """Where to cut rows in ascending order of length, 0 and their count included."""
    cost, before = [0], [0]  # of the cheapest batches of the rows so far; where the last starts
    for end, longest in enumerate(lengths, start=1):
        # a longer batch than `most` allows is never looked at, so time is linear
        least = max(end - most // longest, 0)
        starts = range(min(least, end - 1), end)
        best = min(starts, key=lambda start: cost[start] + (end - start) * longest)
        cost.append(cost[best] + (end - best) * longest + RUN)
        before.append(best)
    cuts = [len(lengths)]
    while cuts[-1]:
        cuts.append(before[cuts[-1]])
    return cuts[::-1]
