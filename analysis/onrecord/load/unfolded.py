"""How much text the rows of a batch hold, before any of it is unfolded."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def unfolded(batch: pa.RecordBatch) -> np.ndarray:
    """Bytes of text in each row, a value that rows share counted for each; int64.

    >>> shared = pa.DictionaryArray.from_arrays([0, 0, None], ["abc"])
    >>> lists = pa.ListArray.from_arrays([0, 2, 2, 3], shared)
    >>> unfolded(pa.record_batch({"text": shared, "authors": lists})).tolist()
    [9, 3, 0]
    """
    sizes = [_sizes(column) for column in batch.columns]
    return np.sum([np.zeros(batch.num_rows, np.int64), *sizes], axis=0)


def _sizes(values: Any) -> np.ndarray:
    kind = values.type
    if pa.types.is_dictionary(kind):
        known = _sizes(values.dictionary)
        places = values.indices
        filled = np.append(known, 0)  # what is missing has no size
        return filled[pc.fill_null(places, len(known)).cast(pa.int64()).to_numpy()]
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return _within(values.offsets, _sizes(values.values))
    if pa.types.is_map(kind):
        return _within(values.offsets, _sizes(values.keys) + _sizes(values.items))
    if pa.types.is_struct(kind):
        return np.sum([_sizes(values.field(at)) for at in range(kind.num_fields)], axis=0)
    if pa.types.is_string_view(kind) or pa.types.is_binary_view(kind):
        values = values.cast(pa.large_binary())
    try:
        found = pc.fill_null(pc.binary_length(values), 0)
    except pa.ArrowException:  # numbers and days
        return np.zeros(len(values), np.int64)
    return found.cast(pa.int64()).to_numpy(zero_copy_only=False)


def _within(offsets: pa.Array, sizes: np.ndarray) -> np.ndarray:
    """What the lists that begin and end at these offsets hold together."""
    return np.diff(np.concatenate([[0], np.cumsum(sizes)])[offsets.to_numpy()])
