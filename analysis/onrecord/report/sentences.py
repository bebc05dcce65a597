"""The sentences of a site: each once, in files that its pages load when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Set

import pandas as pd

from onrecord import schema
from onrecord.display.evidence import columns, packed
from onrecord.summary import evidence
from onrecord.summary.compact import shard
from onrecord.tables import Tables

AT_ONCE = 5_000  # articles whose rows are held while their files are made
TOGETHER = 300  # of which that are asked about together


def sentence_files(tables: Tables, wanted: Set[int]) -> Iterator[tuple[int, bytes]]:
    """The number and the content of each file.

    Args:
        tables: the whole analysis; every article is in one file, by its id.
        wanted: numbers of the files to be made.
    """
    ids = tables.listed.article_id
    of = ids.map(shard)
    ids, of = ids[of.isin(wanted)], of[of.isin(wanted)]
    for numbers in _together(of, AT_ONCE):
        held = _frames(tables, ids[of.isin(numbers)])
        for some in _together(of[of.isin(numbers)], TOGETHER):
            yield from _files(_frames(held, ids[of.isin(some)]), some)


def _together(of: pd.Series, most: int) -> Iterator[list[int]]:
    """Numbers of files that hold so many articles together, or one that alone holds more."""
    waiting: list[int] = []
    articles = 0
    for number, count in of.value_counts().sort_index().items():
        if waiting and articles + count > most:
            yield waiting
            waiting, articles = [], 0
        waiting.append(int(number))
        articles += count
    if waiting:
        yield waiting


def _files(tables: Tables, numbers: list[int]) -> Iterator[tuple[int, bytes]]:
    """Files of all sentences behind marks of their articles; copies of a story too."""
    rows = evidence(tables, narrated=True)
    of = rows.article_id.map(shard)
    for number in numbers:
        told = packed(columns(rows[of == number]))
        script = f'(globalThis.onrecordSentences ??= {{}})[{number}] = "{told}";\n'
        yield number, script.encode()


def _frames(tables: Tables, ids: pd.Series) -> Tables:
    frames = {
        name: rows[rows.article_id.isin(ids)]
        for name in Tables.names()
        if "article_id" in {column.name for column in schema.TABLES[name]}
        for rows in (getattr(tables, name),)
    }
    whole = {name: getattr(tables, name).iloc[:0] for name in schema.WHOLE}
    return Tables(**frames, **whole, provenance=tables.provenance)
