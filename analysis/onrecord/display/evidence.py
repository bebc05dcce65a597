"""The sentences behind every mark, for the page's drawer and filter."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from onrecord import charts, summary
from onrecord.charts.marks import mean_encode
from onrecord.display.fragment import EVIDENCE, Fragment, element, text
from onrecord.display.view import View
from onrecord.summary.intervals import UNIT

# what the page's tables take from an estimate, under its own name
ESTIMATE = {name: name for name in ("value", "low", "high", "count", "articles")}
SHOWN = 20  # rows in a notebook; a page holds all, or the newest `MOST`
MOST = 20_000  # rows of a page: a browser must hold them
# what the page's script reads; the rest stays in the tables
READ = [
    "evidence_id", "article_id", "title", "outlet", "published", "voice", "speaker", "target",
    "label", "score", "probability", "polarity", "start", "quote_id", "kind", "cue", "factuality",
    "actors", "marks",
]  # fmt: skip


def evidence(view: View) -> Fragment:
    """All statements, quotes and sentences that figures and tables point to.

    Call it once in a notebook: the page's script finds in it what stands behind a mark, and
    what a filter leaves. A text that stands behind several is held once: `text` counts in
    `texts`. Of a large corpus the newest are taken, as many of each speaker and target as
    there is room for; `of` is then how many there are, and the page does without its filter.
    """
    rows, whole = _rows(view)
    # what stands together in the text is alike, and packs well
    rows = rows.sort_values(["article_id", "start"], kind="stable").reset_index(drop=True)
    rows = rows.assign(**{name: _units(rows[name]) for name in ("score", "polarity")})
    columns: dict[str, Any] = {name: _column(rows[name]) for name in READ}
    texts = {words: number for number, words in enumerate(dict.fromkeys(rows.text))}
    columns |= {"text": [texts[words] for words in rows.text], "texts": list(texts)}
    if whole > len(rows):
        columns["of"] = whole
    data = {
        "columns": columns,
        "templates": charts.TEMPLATES,
        "estimate": mean_encode([""], ESTIMATE) | {"least": summary.MIN_SHARE},
    }
    return Fragment(_html(rows, whole), f"{len(rows)} rows of evidence", EVIDENCE, data)


def _rows(view: View) -> tuple[pd.DataFrame, int]:
    """What a page holds, and how many rows there are."""
    if (chosen := summary.held(view.tables)) is not None:
        held, ids, whole = chosen
        return summary.evidence(held, ids), whole
    rows = summary.evidence(view.tables, narrated=view.kind == "corpus")
    return rows, len(rows)


def _units(values: pd.Series) -> pd.Series:
    """Numbers as they are counted, in whole units of 1 / `UNIT`."""
    return np.floor(values.astype(float) * UNIT + 0.5) / UNIT


def _column(values: pd.Series) -> list:
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return [None if pd.isna(v) else v.date().isoformat() for v in values]
    if pd.api.types.is_float_dtype(values.dtype):
        # offsets that may be missing come as floats
        return [None if pd.isna(v) else int(v) if v == int(v) else round(v, 4) for v in values]
    if pd.api.types.is_integer_dtype(values.dtype):
        return [int(v) for v in values]
    return [_item(v) for v in values]


def _item(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_item(v) for v in value]
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def _html(rows: pd.DataFrame, whole: int) -> str:
    count = f"{len(rows):,}" if whole == len(rows) else f"The newest {len(rows):,} of {whole:,}"
    said = element("summary", f"{count} rows of evidence; a page shows them behind its marks")
    items = [
        element("li", element("code", text(row.evidence_id)), " ", text(row.text))
        for row in rows.head(SHOWN).itertuples()
    ]
    return element("details", said, element("ul", *items))
