"""Many records of one file to drafts, each broken one a reason."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from onrecord.load import fields
from onrecord.load.draft import Item, Rejected, Unreadable
from onrecord.load.drafting import draft
from onrecord.load.nested import opened
from onrecord.load.source import Source

HEAD = 200  # records whose dates tell the order of day and month

log = logging.getLogger(__name__)

Record = tuple[str, Mapping[str, Any] | Unreadable]


def items(source: Source, records: Iterable[Record]) -> Iterator[Item]:
    """Drafts from records, each a mapping or the reason why it is none.

    Args:
        source: file that the records stand in.
        records: label such as `#3`, and the record.

    Yields:
        One item per record, in order.
    """
    columns = source.settings.columns
    records = iter(records)
    head, stopped = _head(records)
    whole = (opened(each, columns) for _, each in head if not isinstance(each, Unreadable))
    order = fields.day_order(whole, columns)
    for label, record in chain(head, () if stopped else records):
        path = source.path + label
        try:
            if isinstance(record, Unreadable):
                raise record
            yield draft(path, opened(record, columns), columns, order)
        except Unreadable as fault:
            yield Rejected(path, str(fault))
        except Exception:  # one bad record, whatever it does, leaves the others as they are
            log.debug("cannot read %s", path, exc_info=True)
            yield Rejected(path, "is a record that cannot be read")
    if stopped:
        raise stopped


def _head(records: Iterator[Record]) -> tuple[list[Record], Exception | None]:
    """The first records, and what stopped them if the file is damaged among them."""
    head: list[Record] = []
    try:
        for record in islice(records, HEAD):
            head.append(record)
    except Exception as error:
        return head, error
    return head, None
