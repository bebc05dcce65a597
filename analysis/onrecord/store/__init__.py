"""The store: the tables of a corpus of any size, in a folder that grows run by run.

    store.json                          that it is a store, and of which format
    provenance.json                     the last run
    sums.json                           sizes and checksums of the files beside it
    rejected.parquet                    what the last run did not read
    incomplete.parquet                  articles that are kept though their text is only a part
    stories.parquet, actors.parquet     near-copies, and who actors are: of the whole corpus
    runs.parquet                        which run brought each article
    month=2025-06/00000007-1f2e3d/      a batch: one Parquet file per table, its index,
                                        and their checksums
    month=unknown/..., removed/...      articles without a date; articles taken out

A batch is written beside and renamed into place, so it is there whole or not at all. Batches
are numbered and never changed. An article's rows are those of the last batch whose index
names it; older rows are dead, whoever reads, and are cleared away later. So a run may be
killed at any moment: what was there stays, and what was done counts.

Names in the files are those that the whole corpus gives, once a run came to its end, so that
R, pandas or DuckDB count as `Tables.open` does; `own_speaker` and the like beside them hold an
article's own name where it is another.
"""

from onrecord.store.chosen import Chosen
from onrecord.store.clear import clear
from onrecord.store.database import closed, one_thread
from onrecord.store.folder_part import FolderPart
from onrecord.store.frame_part import FramePart, loose
from onrecord.store.inspect import Damage, inspect, mark
from onrecord.store.layout import MARK, PROVENANCE, Batch, holds, month_of, way_out
from onrecord.store.lock import could_write, unwritable, writing
from onrecord.store.only_reads import answered
from onrecord.store.outdated import outdated
from onrecord.store.part import WIDE, Part
from onrecord.store.reading import Reading
from onrecord.store.rename import rename
from onrecord.store.restate import Moved, restate
from onrecord.store.runs import add_run, runs_of
from onrecord.store.shared import Shared
from onrecord.store.state import Known, State
from onrecord.store.tidy import tidy
from onrecord.store.write import Writer

__all__ = [
    "MARK",
    "PROVENANCE",
    "WIDE",
    "Batch",
    "Chosen",
    "Damage",
    "FolderPart",
    "FramePart",
    "Known",
    "Moved",
    "Part",
    "Reading",
    "Shared",
    "State",
    "Writer",
    "add_run",
    "answered",
    "clear",
    "closed",
    "could_write",
    "holds",
    "inspect",
    "loose",
    "mark",
    "month_of",
    "one_thread",
    "outdated",
    "rename",
    "restate",
    "runs_of",
    "tidy",
    "unwritable",
    "way_out",
    "writing",
]
