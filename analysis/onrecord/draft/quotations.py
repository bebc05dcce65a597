"""Every quotation of a draft, and who it says is speaking."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from onrecord.attribution.quotes import quotations as marked
from onrecord.tables import Tables

COLUMNS = ["path", "article_id", "start", "end", "speaker", "words"]
_MARKS = " \t“”„‟«»\"‘’‹›'`"


def quotations(draft: Tables) -> pd.DataFrame:
    """What stands between quotation marks, one inside another as well, and answers without any.

    Args:
        draft: its analysis; of several articles all are looked at.

    Returns:
        path, article_id, start, end (offsets, marks included), speaker (of the narrowest
        attribution around it), words (without the outer marks), in the order of the draft.
    """
    said = draft.attributions[["attribution_id", "article_id", "kind", "speaker"]]
    spans = draft.spans[draft.spans.role == "content"][["attribution_id", "start", "end"]]
    contents = said.merge(spans, on="attribution_id")
    rows: list[tuple] = []
    for article in draft.articles.itertuples():
        here = contents[contents.article_id == article.article_id]
        places = list(_places(article.text, 0, len(article.text)))
        bare = [
            (row.start, row.end)
            for row in here[here.kind == "direct"].itertuples()
            if not any(a < row.end and row.start < b for a, b in places)
        ]
        for start, end in sorted({*places, *bare}):
            words = article.text[start:end].strip(_MARKS)
            if words:
                who = _speaker(here, start, end)
                rows.append((article.path, article.article_id, start, end, who, words))
    return pd.DataFrame(rows, columns=COLUMNS)


def _places(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for found in marked(text[begin:end]):
        start, stop = begin + found.start, begin + found.end
        yield start, stop
        # those inside; the marks left out, or it would be found again
        yield from _places(text, start + 1, stop - 1)


def _speaker(contents: pd.DataFrame, start: int, end: int) -> str | None:
    """Who says most of some words; nobody where two of one attribution do, or none."""
    shared = contents.end.clip(upper=end) - contents.start.clip(lower=start)
    around = contents[shared * 2 > end - start]
    if around.empty:
        return None
    size = around.end - around.start
    names = around.speaker[size == size.min()]
    return names.iloc[0] if names.nunique() == 1 and names.notna().all() else None
