"""The only door to onnxruntime: rows of ids in, arrays out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime

from analysis.errors import ModelError
from analysis.reader.encode import Row
from analysis.reader.words import PLAIN

THREADS = "ONRECORD_THREADS"
MOST_IDS = 4_096  # of a batch, padding included


def threads() -> int:
    """Threads of one session: `ONRECORD_THREADS`, or 0 for one per core.

    Raises:
        ModelError: the variable is set to something other than a count.
    """
    given = os.environ.get(THREADS, "").strip()
    if not given:
        return 0
    if not given.isdigit():
        raise ModelError(f"{THREADS} is {given!r}, but it has to be a number of threads.")
    return int(given)


class Network:
    """One ONNX file in a session on the CPU."""

    def __init__(self, path: Path) -> None:
        """Open a file.

        Raises:
            ModelError: there is no such file, or it is not a network that can be run.
        """
        if not path.is_file():
            raise ModelError(f"The reader's weights {path.name} are missing in {path.parent}.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads()
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the library has no common root of its errors
            raise ModelError(f"The reader's weights {path.name} cannot be run: {error}") from error
        self._inputs = {each.name for each in self._session.get_inputs()}
        self._run_options = onnxruntime.RunOptions()
        # a file with several heads computes only what is asked of it
        self._run_options.only_execute_path_to_fetches = True

    def __call__(self, rows: Sequence[Row], output: str) -> list[np.ndarray]:
        """Run rows through the network in batches of like length.

        Args:
            rows: inputs of any lengths.
            output: the output wanted.

        Returns:
            One float32 array per row, in the order of the rows: (length, width) for an
            output with one vector per id, (width,) for one with one vector per row.
        """
        results: list[np.ndarray] = [np.empty(0)] * len(rows)
        for batch in batches([len(row.ids) for row in rows], MOST_IDS):
            found = self._session.run([output], self._feed([rows[i] for i in batch]))[0]
            for i, each in zip(batch, found, strict=True):
                results[i] = each[: len(rows[i].ids)] if each.ndim == 2 else each
        return results

    def _feed(self, rows: Sequence[Row]) -> dict[str, np.ndarray]:
        longest = max(len(row.ids) for row in rows)
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        cases = np.full((len(rows), longest), PLAIN, dtype=np.int64)
        mask = np.zeros((len(rows), longest), dtype=np.int64)
        for at, row in enumerate(rows):
            ids[at, : len(row.ids)] = row.ids
            cases[at, : len(row.ids)] = row.casing
            mask[at, : len(row.ids)] = 1
        given = {"input_ids": ids, "casing": cases, "attention_mask": mask}
        return {name: array for name, array in given.items() if name in self._inputs}


def batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Group rows of like length so that padding wastes little.

    Args:
        lengths: ids of each row.
        most: ids of a batch at most, padding included; a longer row goes alone.

    Yields:
        Indices of the rows of one batch; every row is in one batch.

    >>> list(batches([3, 9, 3, 4], 8))
    [[0, 2], [3], [1]]
    """
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if batch and lengths[i] * (len(batch) + 1) > most:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
