"""Which of a page's rows are about which issue of a codebook, for its script."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from onrecord.tables import Tables

# the rows of quotes and statements, in the order of `compact`, with their ids
SAID = """
    select row_number() over (order by art, place) - 1 as row, attribution_id as id
    from attributions"""
TOLD_IN = """
    select row, sentence_id as id from (
        select row_number() over (order by art, place) - 1 as row, * from stances)
    where attribution_id is null"""


def about(
    part: Tables, names: Sequence[str], mark: Callable[[Tables], pd.DataFrame]
) -> dict[str, object]:
    """Which quotes and narrator's statements are about which issue.

    Args:
        part: the rows of the page, copies of a story included.
        names: of the issues.
        mark: what marks them, `onrecord.issues.mark` with a codebook.

    Returns:
        names; quotes and statements, each a list of rows and one of places in `names`.
    """
    marks, place = mark(part), {name: number for number, name in enumerate(names)}
    made: dict[str, object] = {"names": list(names)}
    for kind, of, query in (("quotes", "quote", SAID), ("statements", "sentence", TOLD_IN)):
        found = part.part.ask(query).merge(marks[marks.kind == of], on="id").sort_values("row")
        made[kind] = [found.row.tolist(), found.issue.map(place).astype("int64").tolist()]
    return made
