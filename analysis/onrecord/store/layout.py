"""Where things lie in a store, and what its files hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from onrecord import schema
from onrecord.errors import StoreError
from onrecord.ownership import MARK
from onrecord.store.engine import pq
from onrecord.store.groups import holding

FORMAT = 4
PROVENANCE = "provenance.json"
REJECTED, STORIES = "rejected.parquet", "stories.parquet"
INCOMPLETE = "incomplete.parquet"
ACTORS = "actors.parquet"
RUNS = "runs.parquet"
SEARCH = "search.sqlite"  # words of all articles, for `onrecord.search`
SEARCH_MARK = 0x4F6E5265  # its `application_id`
INDEX = "index"
REMOVED = "removed"
UNKNOWN = "unknown"  # month of articles without a date
DAMAGED = "damaged"  # folder of batches that were set aside
UNFINISHED = ".unfinished"  # folder in which batches are written and from which they are moved

ARROW = {
    schema.STR: pa.string(),
    schema.INT: pa.int64(),
    schema.FLOAT: pa.float64(),
    schema.TIME: pa.timestamp("us"),
}
# what an article was read with and from, so that the next run knows what is done
INDEX_SCHEMA = pa.schema(
    [
        ("article_id", pa.string()),
        ("key", pa.string()),  # model and settings
        ("facts", pa.string()),  # hash of title, outlet, date and what else stands beside the text
        ("signature", pa.binary()),  # for near-duplicates
        ("gone", pa.bool_()),
    ]
)
NAMES_SCHEMA = pa.schema([(name, pa.string()) for name in ("article_id", "name", "becomes")])
STORIES_SCHEMA = pa.schema([(name, pa.string()) for name in ("article_id", "story_id")])
RUNS_SCHEMA = pa.schema([("article_id", pa.string()), ("run", pa.timestamp("us"))])
# the tables that a batch holds; rejected files belong to a run, actors to the whole corpus
HELD = tuple(name for name in schema.TABLES if name not in schema.WHOLE)
# columns that hold names, which the corpus as a whole may change
NAMED = {
    "attributions": ("speaker", "affiliation"),
    "mentions": ("actor",),
    "profiles": ("actor", "affiliation"),
    "stances": ("speaker", "target"),
}
SUMS = "sums.json"  # size and checksum of the files of a batch, or of those beside the batches
TABLE_FILES = tuple(f"{name}.parquet" for name in (INDEX, *HELD))
BATCH_FILES = (*TABLE_FILES, SUMS)


@dataclass(frozen=True, slots=True, order=True)
class Batch:
    """One batch in its place; a later batch has a higher number."""

    number: int
    folder: Path

    def file(self, table: str) -> Path:
        """Path of one of its tables."""
        return self.folder / f"{table}.parquet"

    @property
    def month(self) -> str:
        """Month of its articles: `2025-06`, `unknown`, or `removed` for a list of the removed.

        >>> Batch(7, Path("tables/month=2025-06/00000007-1f2e")).month
        '2025-06'
        """
        return self.folder.parent.name.removeprefix("month=")


def arrow_schema(table: str) -> pa.Schema:
    """Columns of a table of the contract as Arrow has them."""
    if table == INDEX:
        return INDEX_SCHEMA
    return pa.schema([(column.name, ARROW[column.dtype]) for column in schema.TABLES[table]])


def own(column: str) -> str:
    """Column of a file with the article's own name, where the corpus gives another."""
    return f"own_{column}"


def month_of(published: date | None) -> str:
    """The month under which an article is kept.

    >>> month_of(date(2025, 6, 2)), month_of(None)
    ('2025-06', 'unknown')
    """
    return UNKNOWN if published is None else f"{published.year:04}-{published.month:02}"


def place(month: str) -> str:
    """Name of the folder of a month's batches."""
    return REMOVED if month == REMOVED else f"month={month}"


def holds(folder: Path) -> bool:
    """Whether a folder is a store, of whatever version."""
    return (folder / MARK).is_file()


def check(folder: Path) -> None:
    """That a folder is a store of this version.

    Raises:
        StoreError: it is not.
    """
    try:
        found = json.loads((folder / MARK).read_text("utf-8"))["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{folder / MARK} cannot be read, so that nothing in {folder} was touched."
        ) from error
    if found != FORMAT:
        raise StoreError(
            f"{folder} was written by another version of On Record (format {found}, this one "
            f"has {FORMAT}); nothing in it was touched: name another folder, or use that version."
        )


def is_search(path: Path) -> bool:
    """Whether a file is an index of words that On Record made: its header says so."""
    try:
        with path.open("rb") as stream:
            head = stream.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:] == SEARCH_MARK.to_bytes(4, "big")


def batches(folder: Path) -> list[Batch]:
    """All batches of a store, oldest first."""
    found = []
    for parent in [*folder.glob("month=*"), folder / REMOVED]:
        if not parent.is_dir():
            continue
        for path in parent.iterdir():
            number = path.name.partition("-")[0]
            if number.isdecimal() and any((path / name).exists() for name in BATCH_FILES):
                found.append(Batch(int(number), path))
    return sorted(found)


def read(
    path: Path, columns: list[str] | None = None, articles: pa.Array | None = None
) -> pa.Table:
    """One Parquet file.

    Args:
        path: of the file.
        columns: that are wanted; None: all.
        articles: ids whose rows are wanted at least; groups of rows without them are not read.

    Raises:
        StoreError: it is damaged, of another version, or not there any more.
    """
    try:
        # a file, not a data set: no `month=` is taken for a column, and half the time is saved
        with path.open("rb") as stream:
            file = pq.ParquetFile(stream)
            if articles is None or file.num_row_groups == 1:
                rows = file.read(columns)
            else:
                rows = file.read_row_groups(holding(file, articles), columns)
            return rows if columns is None else rows.select(columns)
    except (pa.ArrowException, OSError, KeyError, ValueError) as error:
        raise StoreError(damaged(path, error)) from error


def damaged(path: Path, error: Exception) -> str:
    """What is wrong with a file and what to do about it."""
    store = path.parents[2] if path.parent.parent.name.startswith("month=") else path.parent
    if isinstance(error, FileNotFoundError):
        return (
            f"{path} is not there any more; if a run is writing there, open it again, else run "
            f"{way_out(store)}."
        )
    said = " ".join(str(error).split())
    return f"{path} is damaged or of another version ({said}); run {way_out(store)}."


def way_out(store: Path) -> str:
    """The command that finds damage and repairs it."""
    return f"`onrecord check {store} --repair`"
