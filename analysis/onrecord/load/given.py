"""Texts and records that a program has at hand, as articles; kept as they were given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import SchemaError
from onrecord.load.draft import Draft, Item, Rejected, Unreadable
from onrecord.load.gate import Gate

Text = str | Mapping[str, Any]


def given(texts: Text | Sequence[Text]) -> Iterator[Item]:
    """Each text or record as an article, or the reason why it is none.

    Args:
        texts: one text, one record under the names that files use, or some of them.

    Raises:
        SchemaError: something is neither text nor record.

    >>> [item.path for item in given(["Talks stall.", {"body": "Ships wait."}])]
    ['#0', '#1']
    """
    some = [texts] if isinstance(texts, str | Mapping) else list(texts)
    for place, each in enumerate(some):
        if not isinstance(each, str | Mapping):
            kind = type(each).__name__
            raise SchemaError(f"Number {place} is neither a text nor a record, but {kind}.")
    gate = Gate()
    order = _order([each for each in some if isinstance(each, Mapping)])
    for place, each in enumerate(some):
        path = f"#{place}"
        try:
            found = Draft(path, each) if isinstance(each, str) else _record(path, each, order)
        except Unreadable as fault:
            yield Rejected(path, str(fault))
        else:
            yield gate.admit(found)


# what fields are called and hold is asked of records alone
def _order(records: Sequence[Mapping[str, Any]]) -> str | None:
    if not records:
        return None
    from onrecord.load.fields import day_order
    from onrecord.load.nested import opened

    return day_order((opened(each, {}) for each in records), {})


def _record(path: str, record: Mapping[str, Any], order: str | None) -> Draft:
    from onrecord.load.drafting import draft
    from onrecord.load.nested import opened

    return draft(path, opened(record, {}), {}, order)
