"""One source to its articles: the reader for its format, and a reason when that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from errno import EINVAL
from importlib import import_module

from onrecord.load import archive, exports
from onrecord.load.clock import timed
from onrecord.load.draft import Draft, Item, Rejected, Unreadable
from onrecord.load.find import reason
from onrecord.load.finishing import finish
from onrecord.load.source import Source

# suffix to module and function; imported at the first file of its kind, which keeps the
# start quick for those who have no PDF
READERS = {
    ".txt": "plain.read",
    ".text": "plain.read",
    ".md": "markdown.read",
    ".markdown": "markdown.read",
    ".html": "html.read",
    ".htm": "html.read",
    ".xhtml": "html.read",
    ".json": "jsonfile.read",
    ".jsonl": "jsonfile.read_lines",
    ".ndjson": "jsonfile.read_lines",
    ".csv": "delimited.read",
    ".tsv": "delimited.read",
    ".xlsx": "workbook.read",
    ".parquet": "parquet.read",
    ".docx": "docx.read",
    ".pdf": "pdf.read",
}
FORMATS = ".txt, .md, .html, .json, .jsonl, .csv, .tsv, .xlsx, .parquet, .docx, .pdf and .zip"
OLD = {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".ods": ".xlsx"}

log = logging.getLogger(__name__)


def read(source: Source) -> Iterator[Item]:
    """All that a file holds: at least one item, whatever goes wrong.

    What a `metadata.csv` states of the file comes before what the file itself states.
    """
    count = 0
    try:
        for item in _items(source):
            count += 1
            yield item
        if not count:
            yield Rejected(source.path, "holds no article")
    except Unreadable as fault:
        yield Rejected(source.path, str(fault))
    except Exception as error:  # readers of foreign formats raise anything
        log.debug("cannot read %s", source.path, exc_info=True)
        # some libraries answer damage with an error of the system
        if isinstance(error, OSError) and error.errno not in (None, EINVAL):
            yield Rejected(source.path, f"cannot be opened: {reason(error)}")
        else:
            yield Rejected(source.path, f"is damaged, or is not a {source.suffix} file")


def _items(source: Source) -> Iterator[Item]:
    if source.suffix == ".zip":
        for member in archive.members(source):
            if isinstance(member, Rejected):
                yield member
            else:
                yield from read(member)
        return
    yield from timed(_articles(source))


def _articles(source: Source) -> Iterator[Item]:
    for item in _reader(source.suffix)(source):
        # a file of one text may be an archive's export, whatever it was saved as
        for part in exports.articles(item) if item.path == source.path else (item,):
            if isinstance(part, Draft):
                part = replace(finish(part), **source.known)
            yield part


def _reader(suffix: str) -> Callable[[Source], Iterator[Item]]:
    if suffix in OLD:
        raise Unreadable(f"is a {suffix} file; save it as {OLD[suffix]}")
    if suffix not in READERS:
        raise Unreadable(f"has the format {suffix or 'of no suffix'}; only {FORMATS} are read")
    module, function = READERS[suffix].split(".")
    return getattr(import_module(f"onrecord.load.{module}"), function)
