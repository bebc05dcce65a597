"""Files of other programs, as small as they may be."""

import io
import struct
import zipfile


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def xls(*rows: list[str]) -> bytes:
    """A workbook of one sheet as Excel 3 wrote it; values of up to 255 plain characters."""
    records = [struct.pack("<HHHHH", 0x0209, 6, 0x0300, 0x0010, 0)]
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            data = value.encode("cp1252")
            head = struct.pack("<HHHH", at, column, 0, len(data))
            records.append(struct.pack("<HH", 0x0204, len(head) + len(data)) + head + data)
    return b"".join(records) + struct.pack("<HH", 0x000A, 0)


OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def opened(body: str) -> bytes:
    """A document of OpenDocument with this content."""
    content = (
        f'<office:document-content xmlns:office="{OPEN}office:1.0" xmlns:text="{OPEN}text:1.0" '
        f'xmlns:table="{OPEN}table:1.0"><office:body>{body}</office:body>'
        "</office:document-content>"
    )
    kind = "spreadsheet" if "<office:spreadsheet" in body else "text"
    stated = f"application/vnd.oasis.opendocument.{kind}"
    return packed({"mimetype": stated, "content.xml": content})


def epub(chapters: dict[str, str], day: str = "2023-11-06") -> bytes:
    """A book of these chapters."""
    items = "".join(f'<item id="{name}" href="{name}"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    container = '<container><rootfiles><rootfile full-path="OPS/b.opf"/></rootfiles></container>'
    book = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>Issue</dc:title><dc:date>{day}</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts = {f"OPS/{name}": f"<html><body>{page}</body></html>" for name, page in chapters.items()}
    return packed({"META-INF/container.xml": container, "OPS/b.opf": book, **parts})


def warc(*answers: tuple[str, str, str, str]) -> bytes:
    """A web archive of answers: address, status, kind of content, content."""
    out = b""
    for number, (address, status, kind, content) in enumerate(answers):
        body = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n\r\n{content}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        out += head.encode() + body + b"\r\n\r\n"
    return out


def pdf(*pages: list[str]) -> bytes:
    """A PDF that prints lines of plain ASCII, one under the other."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    tail += f"<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode()
