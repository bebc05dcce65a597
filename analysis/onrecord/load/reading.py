"""One source to its articles: the reader for its format, and a reason when that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from errno import EINVAL
from importlib import import_module

from onrecord.extras import install
from onrecord.load import archive, packed
from onrecord.load.clock import timed
from onrecord.load.draft import Draft, Item, Rejected, Unreadable
from onrecord.load.exports import listed
from onrecord.load.find import reason
from onrecord.load.finishing import finish
from onrecord.load.formats import READERS, SUFFIXES
from onrecord.load.source import Source

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
    except ModuleNotFoundError as error:
        if (needed := install(error)) is None:
            raise
        yield Rejected(source.path, f"cannot be read, as {needed}")
    except Exception as error:  # readers of foreign formats raise anything
        log.debug("cannot read %s", source.path, exc_info=True)
        # some libraries answer damage with an error of the system
        if isinstance(error, OSError) and error.errno not in (None, EINVAL):
            yield Rejected(source.path, f"cannot be opened: {reason(error)}")
        else:
            yield Rejected(source.path, f"is damaged, or is not a {source.suffix} file")


def _items(source: Source) -> Iterator[Item]:
    if source.suffix in packed.OPENERS:
        source = packed.member(source)
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
        for part in listed.articles(item) if item.path == source.path else (item,):
            if isinstance(part, Draft):
                part = replace(finish(part), **source.known)
            yield part


def _reader(suffix: str) -> Callable[[Source], Iterator[Item]]:
    if suffix not in READERS:
        named = suffix if suffix.strip(".") else "of no suffix"
        raise Unreadable(f"has the format {named}; only {SUFFIXES} are read")
    module, function = READERS[suffix].split(".")
    return getattr(import_module(f"onrecord.load.{module}"), function)
