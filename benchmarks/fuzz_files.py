"""Files of every format, mutated: nothing crashes, nothing is lost, the file beside is read."""

from __future__ import annotations

import io
import json
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from documents import pdf

from onrecord.load import load

SECONDS = 12.0  # of processor time for a folder of two files
FILES = 10  # of a round
JUNK = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n\n", b'"', b'""', b"'", b"{", b"}", b"[",
    b"]]", b"<", b"</", b"<!--", b"<![CDATA[", b"&#x1;", b"&amp", b"---\n", b",,,,", b";", b"\t",
    b"\\", b"\\u0000", b"\\ud83d", b"\x1b[31m", b"*a", b"&a", b"%PDF", b"PK\x03\x04", b"PAR1",
    b"9" * 400, b"[" * 3000, b"\xe2\x80\x9c", b"\xf0\x9f\x98\x80", b"NaN", b"1e999", b"null",
)  # fmt: skip


def sentence(number: int) -> str:
    """Words of an article, no two alike."""
    return f"The harbour talks stalled on day {number} of the year, and both sides left the hall."


def _rows(count: int) -> list[dict[str, str]]:
    return [{"title": f"Talks {n}", "text": sentence(n), "outlet": "Post"} for n in range(count)]


def _xlsx(count: int) -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "text", "outlet"])
    for row in _rows(count):
        book.active.append(list(row.values()))
    book.save(out)
    return out.getvalue()


def _docx(count: int) -> bytes:
    import docx

    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(sentence(count))
    document.save(out)
    return out.getvalue()


def _parquet(count: int) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(_rows(count)), out)
    return out.getvalue()


def _zip(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", sentence(number))
        archive.writestr("metadata.csv", "path,outlet\n0.txt,Post\n")
    return out.getvalue()


def _page(count: int) -> bytes:
    body = "".join(f"<p>{sentence(n)}</p>" for n in range(9))
    return f"<html><body><article><h1>Talks {count}</h1>{body}</article></body></html>".encode()


def _table(mark: str) -> Callable[[int], bytes]:
    lines = ["title", "text", "outlet"]
    return lambda count: "\n".join(
        [mark.join(lines), *(mark.join(f'"{v}"' for v in row.values()) for row in _rows(count))]
    ).encode()


MADE: dict[str, Callable[[int], bytes]] = {
    "txt": lambda count: f"Talks\n\n{sentence(count)}".encode(),
    "md": lambda count: f"---\noutlet: Post\n---\n# Talks\n\n{sentence(count)}".encode(),
    "html": _page,
    "json": lambda count: json.dumps(_rows(count)).encode(),
    "jsonl": lambda count: "\n".join(map(json.dumps, _rows(count))).encode(),
    "csv": _table(","),
    "tsv": _table("\t"),
    "xlsx": _xlsx,
    "docx": _docx,
    "parquet": _parquet,
    "pdf": lambda count: pdf([sentence(count)]),
    "zip": _zip,
}
RECORDS = ("json", "jsonl", "csv", "tsv", "xlsx", "parquet", "zip")


def mutated(data: bytes, draw: random.Random) -> bytes:
    """The bytes with a few faults in them."""
    made = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 20))):
        at = draw.randrange(len(made) + 1)
        to = min(len(made), at + draw.choice((1, 1, 4, 40)))
        way = draw.randrange(6)
        if way == 0:
            made[at:at] = draw.choice(JUNK)
        elif way == 1:
            del made[at:to]
        elif way == 2:
            made[at:at] = made[at:to] * draw.choice((1, 3, 50))
        elif way == 3 and at < len(made):
            made[at] ^= 1 << draw.randrange(8)
        elif way == 4:
            del made[at:]
        else:
            made[at:to] = draw.randbytes(to - at)
    return bytes(made)


def check(folder: Path, names: Sequence[str]) -> None:
    """Load a folder, and hold what comes to the promises.

    Raises:
        AssertionError: one is broken.
    """
    began = time.process_time()
    found = load(folder, progress=False)
    assert time.process_time() - began < SECONDS, f"slow: {names}"
    rejected = found.attrs["rejected"]
    assert any(path.endswith("beside.txt") for path in found.path), "the file beside was lost"
    told = [*found.path, *rejected.path]
    assert all(any(name in path for path in told) for name in names), "a file left no trace"
    assert all(reason.strip() for reason in rejected.reason)
    assert found.article_id.is_unique
    assert not found.text.str.contains("[\x00-\x08\x0e-\x1f]").any(), "a control character"
    found.to_json(date_format="iso")  # no half of a character is left
    found.text.map(str.encode)


def count(folder: Path, expected: int) -> None:
    """Found is kept plus rejected, by the number of records that were written.

    Raises:
        AssertionError: it is not.
    """
    found = load(folder, progress=False)
    told = len(found) + len(found.attrs["rejected"]) - 1  # without the file beside
    assert told == expected, f"{told} of {expected} records"


def attack(draw: random.Random, folder: Path) -> Counter[str]:
    """A round: some mutated files, one after the other, and one sound file of records.

    Raises:
        AssertionError: a promise is broken.
    """
    (folder / "beside.txt").write_text("A file beside it.\n\nIt was read by all who came.", "utf-8")
    for _ in range(FILES):
        kind = draw.choice(list(MADE))
        path = folder / f"a.{kind}"
        path.write_bytes(mutated(MADE[kind](draw.choice((1, 3, 12))), draw))
        check(folder, [path.name])
        path.unlink()
    kind, expected = draw.choice(RECORDS), draw.randrange(1, 40)
    path = folder / f"a.{kind}"
    path.write_bytes(MADE[kind](expected))
    count(folder, expected)
    return Counter({"mutated files": FILES, "files of known records": 1})
