"""The sheet: one row a statement, with its passage and room for the answers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Hashable
from pathlib import Path

import pandas as pd

from onrecord.errors import AuditError
from onrecord.tables import Tables

NAME = "sheet.csv"
COLUMNS = ["item", "outlet", "published", "title", "passage", "statement", "said_by", "about"]
ANSWERS = ["stance", "speaker", "note"]
AROUND = 240  # characters of the passage on either side
ITSELF = "the outlet itself"
_FORMULA = re.compile(r"^[=+\-@\t\r]")  # a spreadsheet would calculate it


def shown(tables: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """What a person sees of drawn rows: nothing of what the model says of them.

    Args:
        tables: the analysis.
        rows: rows of `frame`, in the order of the sheet.

    Returns:
        str columns, `COLUMNS`: item, outlet, published (a day), title, passage (with what is
        around), statement (the words), said_by (as written), about (whom the stance is toward).
    """
    part = tables.narrowed(rows.article_id.drop_duplicates())
    texts = dict(zip(part.articles.article_id, part.articles.text, strict=True))
    said = _by(part.attributions, "attribution_id", "content", "source")
    told = _by(part.sentences, "sentence_id", "text", "start", "end")
    spans = part.spans.groupby("attribution_id").agg(start=("start", "min"), end=("end", "max"))
    ends = _by(spans.reset_index(), "attribution_id", "start", "end")
    made = []
    for row in rows.itertuples():
        text = texts[row.article_id]
        if row.attribution_id in said:
            words, source = said[row.attribution_id]
            first, last = ends[row.attribution_id]
            who = source if isinstance(source, str) else "nobody is named"
        else:
            words, first, last = told[row.sentence_id]
            who = ITSELF
        name = text[row.start : row.end]
        about = name if name == row.target else f"{name} ({row.target})"
        day = "" if pd.isna(row.published) else f"{row.published:%Y-%m-%d}"
        passage = _passage(text, min(first, row.start), max(last, row.end))
        cells = (row.outlet, day, row.title, passage, words, who, about)
        made.append((row.item, *("" if pd.isna(cell) else str(cell) for cell in cells)))
    return pd.DataFrame(made, columns=COLUMNS, dtype="str")


def _by(rows: pd.DataFrame, key: str, *columns: str) -> dict[Hashable, tuple]:
    """Some columns of the first row of each key."""
    first = rows.drop_duplicates(key)
    values = zip(*(first[name] for name in columns), strict=True)
    return dict(zip(first[key], values, strict=True))


def write(rows: pd.DataFrame) -> bytes:
    """The sheet as CSV (UTF-8 with a mark, so that Excel reads it), with empty answers."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([*COLUMNS, *ANSWERS])
    for row in rows[COLUMNS].itertuples(index=False):
        writer.writerow([*(_FORMULA.sub(r"'\g<0>", cell) for cell in row), *("" for _ in ANSWERS)])
    return stream.getvalue().encode("utf-8-sig")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a sheet that was filled in, whichever program saved it.

    Args:
        path: CSV with commas, semicolons or tabs, in UTF-8 or Windows-1252.

    Returns:
        A dict per row: item and the answers, without spaces around.

    Raises:
        AuditError: it cannot be read, or has no column `item` or `stance`.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise AuditError(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise AuditError(f"{path} is no CSV: {error}.") from error
    known = {(name or "").strip().casefold(): name for name in (rows[0] if rows else {})}
    lacks = [name for name in ("item", "stance") if name not in known]
    if lacks:
        raise AuditError(f"{path} is no sheet of an audit: it has no column {lacks[0]!r}.")
    wanted = {name: known[name] for name in ("item", *ANSWERS) if name in known}
    return [{name: (row[own] or "").strip() for name, own in wanted.items()} for row in rows]


def _passage(text: str, first: int, last: int) -> str:
    start, end = max(0, first - AROUND), min(len(text), last + AROUND)
    # not in the middle of a word
    start = text.find(" ", start, first) + 1 if start else 0
    cut = text.rfind(" ", last, end) if end < len(text) else end
    return text[start : cut if cut > 0 else end].strip()
