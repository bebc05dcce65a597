"""DuckDB and Parquet's reader, brought in when first used: who reads one text does without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.parts import later

if TYPE_CHECKING:
    import duckdb
    import pyarrow.parquet as pq
else:
    duckdb = later("duckdb")
    pq = later("pyarrow.parquet")

__all__ = ["duckdb", "pq"]
