"""The rows of a page and the sentences behind its marks, for the page's filter and drawer."""

from __future__ import annotations

import base64
import gzip
import json

import pandas as pd

from onrecord import charts, summary
from onrecord.display.fragment import EVIDENCE, Fragment, element, text
from onrecord.display.live import clickable
from onrecord.display.sentences import beside
from onrecord.display.view import View
from onrecord.summary.compact import compact

SHOWN = 20  # rows in a notebook
MOST = 20_000  # sentences that a page of its own carries; a site has no such bound
# what the page's drawer reads; the rest stays in the tables
READ = [
    "evidence_id", "article_id", "title", "outlet", "published", "voice", "speaker", "target",
    "label", "portrayal", "probability", "polarity", "start", "kind", "cue", "factuality",
    "marks", "source", "content", "confidence",
]  # fmt: skip


def evidence(view: View) -> Fragment:
    """What the page counts from, and the sentences that stand behind its figures and tables.

    Call it once in a notebook, after what it stands behind. `rows` are the page's rows as columns
    (`summary.compact`), packed; `columns` are the sentences (`columns`). A site keeps these in
    files of its own, which all its pages share; a page that stands alone holds those of the newest
    articles, `of` is then how many there are.
    """
    data: dict = {
        "rows": packed(compact(view.whole, view.asked, view.tables, view.carries)),
        "templates": charts.TEMPLATES,
    }
    if beside():
        return Fragment("", "evidence", EVIDENCE, data)
    rows, whole = _rows(view)
    data["columns"] = columns(rows)
    if whole > len(rows):
        data["of"] = whole
    html = _html(rows, whole) + clickable(packed(data["columns"]))
    return Fragment(html, f"{len(rows)} rows of evidence", EVIDENCE, data)


def columns(rows: pd.DataFrame) -> dict[str, object]:
    """Rows of `summary.evidence` as columns; a text behind several stands once, in `texts`.

    Returns:
        A list per column of `READ`; text (numbers in `texts`); texts; told: article_id to the
        ids of its narrator's sentences.
    """
    # what stands together in the text is alike, and packs well
    rows = rows.sort_values(["article_id", "start"], kind="stable").reset_index(drop=True)
    made: dict[str, object] = {name: _column(rows[name]) for name in READ}
    texts = {words: number for number, words in enumerate(dict.fromkeys(rows.text))}
    made |= {"text": [texts[words] for words in rows.text], "texts": list(texts)}
    told = rows[rows.evidence_id.str.startswith("t")]
    made["told"] = {
        str(name): of.tolist() for name, of in told.groupby("article_id", sort=False).evidence_id
    }
    return made


def packed(data: object) -> str:
    """Data as gzip in base64, which a script can hold in a string."""
    words = json.dumps(data, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    raw = gzip.compress(words.encode("utf-8", "replace"), 9, mtime=0)
    return base64.b64encode(raw).decode("ascii")


def _rows(view: View) -> tuple[pd.DataFrame, int]:
    """What a page holds, and how many rows there are."""
    if (chosen := summary.held(view.tables)) is not None:
        held, ids, whole = chosen
        return summary.evidence(held, ids), whole
    rows = summary.evidence(view.tables, narrated=view.kind == "corpus")
    return rows, len(rows)


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
    said = element("summary", f"{count} rows of evidence: a click on a mark shows those behind it")
    items = [
        element("li", element("code", text(row.evidence_id)), " ", text(row.text))
        for row in rows.head(SHOWN).itertuples()
    ]
    return element("details", said, element("ul", *items))
