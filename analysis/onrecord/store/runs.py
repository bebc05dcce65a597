"""Which run brought each article: a file beside the batches, which grows run by run."""

from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import pyarrow as pa

from onrecord.store.layout import RUNS, RUNS_SCHEMA, read
from onrecord.store.state import State
from onrecord.store.write import Writer


def add_run(writer: Writer, before: State, now: State, last: datetime | None) -> bool:
    """Note which articles a run brought, and forget those that are gone.

    Articles of a run that was killed are those of the next that comes to its end.

    Args:
        writer: of the store.
        before: the store as the run found it.
        now: the store as the run leaves it.
        last: when the run before came to its end; asked only where it left no list.

    Returns:
        Whether anything changed.
    """
    known = _known(writer)
    if not known and last is not None:
        known = dict.fromkeys(before.live.article_id, last)
    moment = datetime.now(UTC).replace(tzinfo=None)
    found = {name: known.get(name, moment) for name in sorted(now.live.article_id)}
    if found == known and (writer.folder / RUNS).is_file():
        return False
    columns = {"article_id": list(found), "run": list(found.values())}
    writer.put(RUNS, pa.table(columns, schema=RUNS_SCHEMA))
    return True


def _known(writer: Writer) -> dict[str, datetime]:
    if not (writer.folder / RUNS).is_file():
        return {}
    rows = read(writer.folder / RUNS).to_pydict()
    return dict(zip(rows["article_id"], rows["run"], strict=True))


def runs_of(rows: pd.DataFrame) -> pd.DataFrame:
    """The runs that brought articles: number (from 1), run (UTC), articles; the oldest first.

    Args:
        rows: article_id and run.

    >>> days = pd.to_datetime(["2031-05-01", "2031-05-02", "2031-05-02"])
    >>> runs_of(pd.DataFrame({"article_id": ["a", "b", "c"], "run": days})).articles.tolist()
    [1, 2]
    """
    made = rows.groupby("run", sort=True).article_id.count().rename("articles").reset_index()
    made.insert(0, "number", range(1, len(made) + 1))
    return made
