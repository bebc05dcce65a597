"""The statements of Discourse Network Analyzer as CSV: one row a statement and concept.

Columns as its event list has them, and after them `onrecord_id`, `article_id`, `start` and `stop`
(of the words, in UTF-16 units as Java counts), `text`, and `named_at`, where the actor is named.
The concept is the actor that the stance is toward; agreement is 1 in favor, 0 against. Who takes
no side has no row, as DNA knows none.

Leifeld, Philip: Discourse Network Analyzer, https://github.com/leifeld/dna
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.exchange.documents import Document, Side, Statement
from onrecord.exchange.format import Format, Found
from onrecord.exchange.offsets import Units

COLUMNS = (
    "statement_id", "time", "document_id", "document_title", "document_author",
    "document_source", "document_section", "document_type", "person", "organization",
    "concept", "agreement", "onrecord_id", "article_id", "start", "stop", "text", "named_at",
)  # fmt: skip
NEEDED = ("person", "concept", "agreement", "onrecord_id", "article_id", "named_at")
AGREEMENT = {"favor": "1", "against": "0"}
SIDE = {"1": "favor", "true": "favor", "yes": "favor", "0": "against", "false": "against",
        "no": "against", "": "none"}  # fmt: skip
BETWEEN = " | "


def write(documents: Sequence[Document]) -> bytes:
    """Rows with a side, semicolons between their cells."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    number = 0
    for place, document in enumerate(documents, 1):
        for row in _rows(document):
            number += 1
            writer.writerow({"statement_id": number, "document_id": place, **row})
    return stream.getvalue().encode("utf-8-sig")


def read(raw: bytes, documents: Mapping[str, Document]) -> Found:
    """Who stands how toward whom; a row that was taken away takes no side."""
    text = raw.decode("utf-8-sig")
    mark = max(";,\t", key=text.partition("\n")[0].count)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))
    lacks = [name for name in NEEDED if rows and name not in rows[0]]
    if lacks or not text.startswith(('"statement_id', "statement_id")):
        raise ValueError(f"it has no column {(lacks or ['statement_id'])[0]}")
    given: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in rows:
        given.setdefault((row["article_id"], row["onrecord_id"]), []).append(row)
    return {
        name: [
            _statement(each, given.get((name, each.id), []), Units(document.text))
            for each in document.statements
        ]
        for name, document in documents.items()
    }


def _rows(document: Document) -> Iterator[dict[str, object]]:
    units = Units(document.text)
    for each in document.statements:
        start, stop = each.content[0][0], each.content[-1][1]
        for side in each.sides:
            if side.label not in AGREEMENT:
                continue
            yield {
                "time": document.published.replace("T", " "),
                "document_title": document.title,
                "document_author": document.author,
                "document_source": document.outlet,
                "document_type": "article",
                "person": "" if each.narrated else BETWEEN.join(each.speakers),
                "organization": document.outlet if each.narrated else "",
                "concept": side.target,
                "agreement": AGREEMENT[side.label],
                "onrecord_id": each.id,
                "article_id": document.id,
                "start": units.out(start),
                "stop": units.out(stop),
                "text": document.text[start:stop],
                "named_at": units.out(side.start),
            }


def _statement(was: Statement, rows: Sequence[dict[str, str]], units: Units) -> Statement:
    if not rows:
        sides = [side for side in was.sides if side.label not in AGREEMENT]
        gone = [replace(side, label="none") for side in was.sides if side not in sides]
        return replace(was, sides=(*sides, *gone)).in_order()
    # an actor may be named twice, with another side each time
    label = {(row["concept"].strip(), row["named_at"]): _label(row["agreement"])
             for row in rows}  # fmt: skip
    sides = [
        replace(side, label=label.get((side.target, str(units.out(side.start))), _unsaid(side)))
        for side in was.sides
    ]
    person = rows[0]["person"]
    names = tuple(name.strip() for name in person.split(BETWEEN.strip()) if name.strip())
    return replace(was, speakers=was.speakers if was.narrated else names, sides=tuple(sides))


def _unsaid(side: Side) -> str:
    return "none" if side.label in AGREEMENT else side.label


def _label(said: str) -> str:
    try:
        return SIDE[said.strip().casefold()]
    except KeyError as error:
        raise ValueError(f"{said!r} is no agreement (1 or 0)") from error


FORMAT = Format(
    "dna", ".csv", "Discourse Network Analyzer", write, read, frozenset({"speakers", "sides"})
)
