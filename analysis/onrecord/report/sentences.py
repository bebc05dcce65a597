"""The sentences of a site: each once, in files that its pages load when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Set

import pandas as pd

from onrecord import schema
from onrecord.display.evidence import packed, sentences
from onrecord.summary.compact import shard
from onrecord.tables import Tables

AT_ONCE = 5_000  # articles whose rows are held while their files are made


def sentence_files(tables: Tables, wanted: Set[int]) -> Iterator[tuple[int, bytes]]:
    """The number and the content of each file.

    Args:
        tables: the whole analysis; every article is in one file, by its id.
        wanted: numbers of the files to be made.
    """
    ids = tables.listed.article_id
    of = ids.map(shard)
    ids, of = ids[of.isin(wanted)], of[of.isin(wanted)]
    waiting: list[int] = []
    for number, count in of.value_counts().sort_index().items():
        if waiting and of.isin([*waiting, number]).sum() > AT_ONCE and count:
            yield from _files(tables, ids, of, waiting)
            waiting = []
        waiting.append(int(number))
    if waiting:
        yield from _files(tables, ids, of, waiting)


def _files(
    tables: Tables, ids: pd.Series, of: pd.Series, numbers: list[int]
) -> Iterator[tuple[int, bytes]]:
    held = _frames(tables, ids[of.isin(numbers)])
    for number in numbers:
        some = held if len(numbers) == 1 else _frames(held, ids[of == number])
        script = (
            f'(globalThis.onrecordSentences ??= {{}})[{number}] = "{packed(sentences(some))}";\n'
        )
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
