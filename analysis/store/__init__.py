"""The store: the tables of a corpus of any size, in a folder that grows run by run.

    store.json                          that it is a store, and of which format
    provenance.json                     the last run
    rejected.parquet                    what the last run did not read
    names.parquet, stories.parquet      what only the whole corpus tells (see `analysis.update`)
    month=2025-06/00000007-1f2e3d/      a batch: one Parquet file per table, and its index
    month=unknown/..., removed/...      articles without a date; articles taken out

A batch is written beside and renamed into place, so it is there whole or not at all. Batches
are numbered and never changed. An article's rows are those of the last batch whose index
names it; older rows are dead, whoever reads, and are cleared away later. So a run may be
killed at any moment: what was there stays, and what was done counts.
"""

from analysis.store.layout import MARK, holds, month_of
from analysis.store.lock import unwritable, writing
from analysis.store.part import Part
from analysis.store.read import PROVENANCE, Reading
from analysis.store.restate import Moved, restate
from analysis.store.state import Known, State
from analysis.store.tidy import tidy
from analysis.store.write import Writer

__all__ = [
    "MARK",
    "PROVENANCE",
    "Known",
    "Moved",
    "Part",
    "Reading",
    "State",
    "Writer",
    "holds",
    "month_of",
    "restate",
    "tidy",
    "unwritable",
    "writing",
]
