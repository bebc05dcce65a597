"""Small files that would unfold to much, by name; and a child that measures what each costs."""

import gzip
import io
import json
import os
import resource
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

SAID = "The minister said on Tuesday that the talks with the island had stalled, and left."


def laughs(last: str, depth: int = 9) -> str:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    for n in range(1, depth):
        lines.append(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]")
    return "\n".join([*lines, f"{last}: *a{depth - 1}"])


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(table: str) -> bytes:
    import docx

    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(SAID)
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace("<w:sectPr", table + "<w:sectPr", 1)
    return packed(parts)


def workbook(rows: str) -> bytes:
    import openpyxl

    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row>'
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{space}"><sheetData>{head}{rows}</sheetData></worksheet>'
    )
    return packed(parts)


def cell(place: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{SAID}</t></is></c>'


def parquet(text: Callable, **how) -> Callable[[], bytes]:
    """A Parquet file with a column of texts."""

    def made() -> bytes:
        import pyarrow as pa
        import pyarrow.parquet as pq

        out = io.BytesIO()
        pq.write_table(pa.table(text(pa)), out, compression="zstd", **how)
        return out.getvalue()

    return made


def shared(pa, count: int, kind: str = "string"):
    """One text of 2 MB that many rows share."""
    one = pa.array([f"{SAID} " * 25_000], getattr(pa, kind)())
    return pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), one)


def lists(pa) -> dict:
    ends = pa.array(range(0, 50_001, 500), pa.int32())
    return {"text": [SAID] * 100, "author": pa.ListArray.from_arrays(ends, shared(pa, 50_000))}


def spanned(tag: str) -> str:
    span = f'<w:tc><w:tcPr><w:gridSpan w:val="{10**7}"/></w:tcPr><w:p/></w:tc>'
    return f"<w:tbl><w:tblGrid/>{f'<w:tr>{span * 3}</w:tr>' * 50}</w:tbl>"


def entities(body: str) -> str:
    lines = ['<!ENTITY e0 "xxxxxxxxxx">']
    lines += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9)]
    return f"<!DOCTYPE a [{''.join(lines)}]>{body}"


def spread(rows: int) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = '<t:table-cell t:number-columns-repeated="16384"><x:p>text</x:p></t:table-cell>'
    return (
        f'<a xmlns:t="{space}table:1.0" xmlns:x="{space}text:1.0"><t:table>'
        f"{f'<t:table-row>{cell}</t:table-row>' * rows}</t:table></a>"
    )


PARTS = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n"


def far_xls() -> bytes:
    from documents import xls

    far = struct.pack("<HHHHHH", 0x0204, 12, 16383, 255, 0, 4) + SAID[:4].encode()
    return xls(["text"], [SAID])[:-4] + far + struct.pack("<HH", 0x000A, 0)


def page(tags: str) -> str:
    return f"<html><body><h1>Talks stall</h1><p>{SAID} {SAID}</p>{tags}</body></html>"


BOMBS = {
    "a.md": lambda: f"---\n{laughs('author')}\n---\n{SAID}",
    "deep.md": lambda: f"---\na: {'[' * 200}{']' * 200}\n---\n{SAID}",
    "itself.md": lambda: f"---\na: &a [*a, *a]\nauthor: *a\n---\n{SAID}",
    "long.md": lambda: "---\n" + "a: b\n" * 100_000 + "---\n" + SAID,
    "quotes.md": lambda: "> " * 5000 + SAID,
    "brackets.md": lambda: "[" * 60_000 + SAID,
    "spans.docx": lambda: word(spanned("w:tc")),
    "part.docx": lambda: word(
        "".join(f"<w:p><w:r><w:t>{hash(n):x}</w:t></w:r></w:p>" for n in range(10**6))
    ),
    "row.xlsx": lambda: workbook(f'<row r="1048576">{cell("A1048576")}</row>'),
    "far.xlsx": lambda: workbook(f'<row r="2000000000">{cell("A2000000000")}</row>'),
    "wide.xlsx": lambda: workbook(
        "".join(f'<row r="{n}">{cell(f"A{n}")}{cell(f"XFD{n}")}</row>' for n in range(2, 9000))
    ),
    "facts.zip": lambda: packed({"metadata.csv": "path\n" + "a\n" * 40_000_000, "a.txt": SAID}),
    "names.zip": lambda: packed(
        {
            "metadata.csv": f"path,{','.join(map(str, range(1990)))}\n" + "a\n" * 300_000,
            "a.txt": SAID,
        }
    ),
    "folders.zip": lambda: packed(
        {f"{n}/metadata.csv": "path\n" + "\n".join(map(str, range(300_000))) for n in range(5)}
        | {f"{n}/a.txt": f"{SAID} {n}" for n in range(5)}
    ),
    "wide.csv": lambda: "text," + "," * 3_000_000 + "x\n" + "a\n" * 100_000,
    "columns.csv": lambda: ",".join(["text", *map(str, range(50_000))]) + "\n" + "a\n" * 100_000,
    "quotes.csv": lambda: "text\n" + '"a\n' * 300_000,
    "shared.parquet": parquet(lambda pa: {"text": shared(pa, 1_000_000)}),
    "larger.parquet": parquet(lambda pa: {"text": shared(pa, 1000, "large_string")}),
    "lists.parquet": parquet(lists),
    "nulls.parquet": parquet(lambda pa: {"text": pa.nulls(10_000_000, pa.string())}),
    "plain.parquet": parquet(lambda pa: {"text": ["x" * 1000 * (1 << 17)]}, use_dictionary=False),
    "prefixes.parquet": parquet(
        lambda pa: {"text": [f"{SAID} " * 20_000 + str(n) for n in range(100)]},
        use_dictionary=False,
        column_encoding={"text": "DELTA_BYTE_ARRAY"},
    ),
    "empty.jsonl": lambda: "{}\n" * 3_000_000,
    "empty.csv": lambda: "title,text\n" + "a,\n" * 3_000_000,
    "nothing.csv": lambda: "title,text\n" + ",\n" * 3_000_000,
    "forms.html": lambda: page("<form>x" * 20_000),
    "tags.html": lambda: page("<b>x" * 200_000),
    "attributes.html": lambda: page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x"),
    "many.html": lambda: page(("<p " + " ".join(f"a{n}=" for n in range(9)) + ">x y") * 190_000),
    "names.html": lambda: page("<p " + " ".join(f"a{n}" for n in range(100_000))),
    "record.json": lambda: json.dumps([{"text": f"<p>{SAID}" + "<b>x" * 300_000}]),
    "paragraphs.html": lambda: page("<p>x" * 150_000),
    "values.json": lambda: json.dumps([{"text": SAID}])[:-1] + ',{"a":[' + "[]," * 4_000_000,
    "lists.json": lambda: "[" + "[]," * 200_000,
    "many.txt.gz": lambda: gzip.compress(b"ferry " * 50_000_000, 1),
    "many.csv.gz": lambda: gzip.compress(b"text\n" + b'"' + b"a" * 200_000_000, 1),
    "groups.rtf": lambda: "{\\rtf1 " + "{" * 2_000_000,
    "fields.rtf": lambda: "{\\rtf1 " + "{\\*\\fldinst{" * 300_000,
    "links.rtf": lambda: "{\\rtf1 " + '{\\field{\\*\\fldinst{HYPERLINK "' * 6_000,
    "laughs.xml": lambda: entities("<a><title>T</title><text>&e8;</text></a>"),
    "laughs.odt": lambda: packed({"content.xml": entities("<a>&e8;</a>")}),
    "deep.xml": lambda: "<a>" * 200_000 + "<text>x</text>",
    "items.rss": lambda: (
        f"<rss><channel>{'<item><title>T</title></item>' * 40_000}</channel></rss>"
    ),
    "open.rss": lambda: (
        "<rss><channel><!-- x --><item><title><!--"
        + "</title></item><item><title>T</title>" * 100_000
    ),
    "comments.html": lambda: page("<!--" * 1_000_000 + "<article>-->"),
    "braces.rtf": lambda: "{\\rtf1 " + "}{" * 1_000_000 + "\\par x",
    "cells.ods": lambda: packed({"content.xml": spread(1_000)}),
    "part.epub": lambda: packed({"META-INF/container.xml": " " * 80_000_000}),
    "parts.eml": lambda: PARTS + "\n--b\nContent-Type: text/plain\n\nx" * 50_000,
    "nested.eml": lambda: "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5_000)
    ),
    "mails.mbox": lambda: "From a@b 2024\n\n\n" * 20_000,
    "cues.srt": lambda: "00:00:01,000 --> 00:00:02,000\nx\n\n" * 80_000,
    "tags.vtt": lambda: "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v a" * 1_000_000,
    "items.sgm": lambda: "<REUTERS>" * 50_000,
    "ends.ris": lambda: "TY  - X\nER  -\n" * 40_000,
    "far.xls": lambda: far_xls(),
    "pages.warc": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nx" * 50_000,
    "quotes.json": lambda: '[{"text":"' + '","text":"' * 300_000,
}


def write(folder: Path) -> None:
    """Each bomb in a folder of its own, beside an article."""
    for name, made in BOMBS.items():
        place = folder / name
        place.mkdir()
        content = made()
        (place / name).write_bytes(content.encode() if isinstance(content, str) else content)
        (place / "z.txt").write_text(f"Beside it.\n\n{SAID} It lies beside {name}.")


def measure(folder: Path) -> dict:
    """Seconds, megabytes, and what became of the files of a folder, from a forked child."""
    read, written = os.pipe()
    child = os.fork()
    if not child:
        from onrecord.load import load

        resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
        before = resource.getrusage(resource.RUSAGE_SELF)
        articles = load(folder)
        after = resource.getrusage(resource.RUSAGE_SELF)
        said = {
            "seconds": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
            "megabytes": (after.ru_maxrss - before.ru_maxrss) / 1000,
            "kept": [path.rsplit("/", 1)[1] for path in articles.path],
            "reasons": list(articles.attrs["rejected"].reason[:5]),
            "last": " ".join(articles.attrs["rejected"].reason[-1:]),
        }
        os.write(written, json.dumps(said).encode())
        os._exit(0)
    os.close(written)
    with os.fdopen(read) as stream:
        said = stream.read()
    os.waitpid(child, 0)
    return (
        json.loads(said)
        if said
        else {"seconds": 99, "megabytes": 0, "kept": [], "reasons": [], "last": ""}
    )


# what the child gives an article, of the many seconds that users wait, and a row of empty records
CLOCK, ROW = 0.35, 8_000


if __name__ == "__main__":
    import onrecord.load.html
    import onrecord.load.parquet
    import onrecord.load.workbook  # noqa: F401 - what the libraries cost is no file's
    from onrecord.load import load
    from onrecord.load.clock import timed

    timed.__defaults__ = (CLOCK,)
    sys.modules[load.__module__].REFUSED = ROW  # type: ignore[attr-defined]
    print(json.dumps({place.name: measure(place) for place in sorted(Path(sys.argv[1]).iterdir())}))
