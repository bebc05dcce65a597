"""A sound file of each format with a known number of articles, all of them worth keeping."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile
from collections.abc import Callable
from typing import NamedTuple

import documents
from fuzz_xml import XML

WORDS = "The island's ferry will stop in May, the harbour master, Nils Aro, said on Monday."


class Made(NamedTuple):
    """A kind of file.

    Attributes:
        suffix: of its name.
        make: bytes of a file that holds so many articles.
        many: whether it can hold more than one.
    """

    suffix: str
    make: Callable[[int], bytes]
    many: bool = True


def title(number: int) -> str:
    """A headline, no two alike."""
    return f"Talks {number} stall"


def sentence(number: int) -> str:
    """Words of an article, no two alike."""
    return f"The harbour talks stalled on day {number} of the year, and both sides left the hall."


def body(number: int) -> str:
    """Three paragraphs, so that no reader takes them for a menu."""
    return f"{sentence(number)}\n\n{WORDS} It was day {number}.\n\n{sentence(number)}"


def _rows(count: int) -> list[dict[str, str]]:
    return [{"title": title(n), "text": body(n), "outlet": "Post"} for n in range(count)]


def _each(shape: str, joint: str = "\n") -> Callable[[int], bytes]:
    """Articles one behind the other, from a shape with places for title and text."""
    return lambda count: joint.join(
        shape.format(n=n, title=title(n), text=body(n), line=sentence(n)) for n in range(count)
    ).encode()


def _around(head: str, each: Callable[[int], bytes], tail: str) -> Callable[[int], bytes]:
    return lambda count: head.encode() + each(count) + tail.encode()


def page(number: int) -> str:
    """A web page with one article."""
    said = "".join(f"<p>{part}</p>" for part in body(number).split("\n\n"))
    return f"<html><body><article><h1>{title(number)}</h1>{said}</article></body></html>"


def _lined(mark: str) -> Callable[[int], bytes]:
    def made(count: int) -> bytes:
        lines = [mark.join(f'"{v}"' for v in row.values()) for row in _rows(count)]
        return "\n".join([mark.join(["title", "text", "outlet"]), *lines]).encode()

    return made


def _xlsx(count: int) -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["title", "text", "outlet"])
    for row in _rows(count):
        book.active.append(list(row.values()))
    book.save(out)
    return out.getvalue()


def _xls(count: int) -> bytes:
    rows = [[title(n), sentence(n), "Post"] for n in range(count)]
    return documents.xls(["title", "text", "outlet"], *rows)


def _ods(count: int) -> bytes:
    cells = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = [["title", "text"], *([title(n), sentence(n)] for n in range(count))]
    made = "".join(
        f"<table:table-row>{''.join(map(cells.format, row))}</table:table-row>" for row in rows
    )
    return documents.opened(
        f"<office:spreadsheet><table:table>{made}</table:table></office:spreadsheet>"
    )


def paragraphs(text: str) -> bytes:
    """A document of Word with a paragraph a line."""
    import docx

    document, out = docx.Document(), io.BytesIO()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def opened(text: str) -> bytes:
    """The same as OpenDocument."""
    said = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))
    return documents.opened(f"<office:text>{said}</office:text>")


def rich(text: str) -> bytes:
    """The same as rich text."""
    return (r"{\rtf1\ansi " + r"\par ".join(text.split("\n")) + r"\par}").encode()


def _parquet(count: int) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(_rows(count)), out)
    return out.getvalue()


def _warc(count: int) -> bytes:
    return documents.warc(*((f"https://x.example/{n}", "200", "text/html", page(n)) for n in
                            range(count)))  # fmt: skip


def _zip(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"news/{number}.txt", _one(number))
        archive.writestr("news/metadata.csv", "path,outlet\n0.txt,Post\n")
    return out.getvalue()


def _one(number: int) -> str:
    return f"{title(number)}\n\n{body(number)}"


def _json(frame: str, record: Callable[[int], object]) -> Callable[[int], bytes]:
    """Records as an interface nests them; the frame has one place for their list."""

    def made(count: int) -> bytes:
        return frame.replace("@", json.dumps([record(n) for n in range(count)])).encode()

    return made


def _lines(count: int) -> bytes:
    return "\n".join(map(json.dumps, _rows(count))).encode()


MAIL = (
    "From: Mia Sten <mia@herald.example>\nSubject: {title}\nMessage-ID: <{n}@x.example>\n"
    "Date: Mon, 6 Nov 2023 08:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
)
WHOLE = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    "Content-Type: text/html; charset=utf-8\n\n{}\n--b--\n"
)
SPOKEN = "{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\nNILS ARO: {title}.\n"
MADE: dict[str, Made] = {
    "txt": Made(".txt", lambda n: _one(n).encode(), many=False),
    "md": Made(".md", lambda n: f"---\noutlet: Post\n---\n# {_one(n)}".encode(), many=False),
    "html": Made(".html", lambda n: page(n).encode(), many=False),
    "mhtml": Made(".mhtml", lambda n: WHOLE.format(page(n)).encode(), many=False),
    "docx": Made(".docx", lambda n: paragraphs(_one(n)), many=False),
    "odt": Made(".odt", lambda n: opened(_one(n)), many=False),
    "rtf": Made(".rtf", lambda n: rich(_one(n)), many=False),
    "doc": Made(".doc", lambda n: rich(_one(n)), many=False),
    "pdf": Made(".pdf", lambda n: documents.pdf(_one(n).split("\n\n")), many=False),
    "eml": Made(".eml", lambda n: _each(MAIL)(1), many=False),
    "story": Made(".story", lambda n: f"{body(n)}\n\n@highlight\n\nTalks".encode(), many=False),
    "srt": Made(".srt", lambda n: _each(SPOKEN)(9), many=False),
    "vtt": Made(".vtt", lambda n: b"WEBVTT\n\n" + _each(SPOKEN)(9).replace(b",", b"."), many=False),
    "csv": Made(".csv", _lined(",")),
    "tsv": Made(".tsv", _lined("\t")),
    "xlsx": Made(".xlsx", _xlsx),
    "xls": Made(".xls", _xls),
    "ods": Made(".ods", _ods),
    "parquet": Made(".parquet", _parquet),
    "json": Made(".json", _json("@", lambda n: _rows(n + 1)[-1])),
    "Guardian": Made(".json", _json(
        '{"response": {"status": "ok", "results": @, "pages": 1}}',
        lambda n: {"webTitle": title(n), "webPublicationDate": "2024-03-05T08:00:00Z",
                   "fields": {"bodyText": body(n), "byline": "Ann Sorel"}})),
    "Event Registry": Made(".json", _json(
        '{"articles": {"results": @, "totalResults": 9}}',
        lambda n: {"title": title(n), "body": body(n), "source": {"title": "Post"}})),
    "Elasticsearch": Made(".json", _json(
        '{"took": 3, "hits": {"total": {"value": 9}, "hits": @}}',
        lambda n: {"_id": str(n), "_source": {"title": title(n), "text": body(n)}})),
    "WordPress": Made(".json", _json(
        "@", lambda n: {"id": n, "title": {"rendered": title(n)},
                        "content": {"rendered": f"<p>{body(n)}</p>"}})),
    "jsonl": Made(".jsonl", _lines),
    "mbox": Made(".mbox", _each("From a@b Mon Nov  6 08:00:00 2023\n" + MAIL)),
    "ris": Made(".ris", _each("TY  - NEWS\nTI  - {title}\nAB  - {line}\nER  -\n")),
    "warc": Made(".warc", _warc),
    "zip": Made(".zip", _zip),
    "epub": Made(".epub", lambda count: documents.epub({f"{n}.xhtml": page(n) for n in
                                                        range(count)})),
    "jsonl.gz": Made(".jsonl.gz", lambda count: gzip.compress(_lines(count))),
    "csv.bz2": Made(".csv.bz2", lambda count: bz2.compress(_lined(",")(count))),
    "warc.xz": Made(".warc.xz", lambda count: lzma.compress(_warc(count))),
    **{
        name: Made(suffix, _around(head, _each(each), tail))
        for name, (suffix, head, each, tail) in XML.items()
    },
}  # fmt: skip
