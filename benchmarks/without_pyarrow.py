"""What DuckDB and pandas would cost in pyarrow's place: `python benchmarks/without_pyarrow.py`.

A million rows with names as a frame, and a file in which 1,000 rows share one text of 2 MB, each in
a process of its own: processor time, and how much its memory grows. Where pyarrow is not there for
pandas, it is as if it were not installed.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 1_000_000
SENT = 200_000  # rows from one process to another
NAMES = f"""
select 'a' || (i // 50) as article_id, 'a' || (i // 50) || '-s' || (i % 50) as sentence_id,
  'Actor ' || (i * 7919 % 4000) as actor, 'The words of ' || (i % 9000) as text, i % 900 as start
from range({ROWS}) as t(i)
"""
SHARED = "select repeat('The ferry is late. ', 110000) as text from range(1000)"


def frame(path: str, way: str):
    """A file as a frame with texts as pandas has them by default."""
    import pandas as pd

    if way == "pyarrow":
        import pyarrow.parquet as pq

        found = pq.read_table(path).to_pandas()
    else:
        import duckdb

        found = duckdb.sql(f"select * from read_parquet('{path}')").df()
    texts = [name for name in found if not pd.api.types.is_numeric_dtype(found[name].dtype)]
    return found.astype(dict.fromkeys(texts, "str"))


def shared(path: str, way: str) -> int:
    """How many rows of a file were met, a few at a time, as texts."""
    met = 0
    if way == "pyarrow":
        import pyarrow.parquet as pq

        for batch in pq.ParquetFile(path, read_dictionary=["text"]).iter_batches(16):
            met += sum(len(each.as_py()) > 0 for each in batch.column(0))
        return met
    import duckdb

    asked = duckdb.connect(config={"memory_limit": "256MB"})
    asked.execute(f"select * from read_parquet('{path}')")
    while rows := asked.fetchmany(16):
        met += sum(len(row[0]) > 0 for row in rows)
    return met


def grown() -> float:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(what: str, path: str, way: str) -> None:
    """Do one thing and print what it took."""
    import duckdb  # noqa: F401 - what libraries cost is left out

    if way == "duckdb":
        sys.modules["pyarrow"] = None  # type: ignore[assignment]
    else:
        import pyarrow.parquet  # noqa: F401
    import pandas  # noqa: F401 - after pyarrow is known or hidden

    before, start = grown(), time.process_time()
    rows = shared(path, way) if what == "shared" else frame(path, way)
    took = time.process_time() - start
    said = f"{way:8} {what}: {took:.2f} s, {grown() - before:.0f} MB"
    if not isinstance(rows, int):
        start = time.process_time()
        pickle.loads(pickle.dumps(rows.iloc[:SENT]))
        said += f"; to another process {time.process_time() - start:.2f} s"
    print(said)


def main() -> None:
    """Make the files, and measure each way in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("one", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args().one
    if given:
        measure(*given)
        return
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        for what, query in (("names", NAMES), ("shared", SHARED)):
            path = str(Path(folder, f"{what}.parquet"))
            duckdb.execute(f"copy ({query}) to '{path}' (format parquet, compression zstd)")
            for way in ("pyarrow", "duckdb"):
                subprocess.run([sys.executable, __file__, what, path, way], check=True)


if __name__ == "__main__":
    main()
