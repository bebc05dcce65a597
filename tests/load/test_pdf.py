""".pdf."""

from io import BytesIO

import pandas as pd
import pytest
from documents import pdf
from pypdf import PdfReader, PdfWriter

from onrecord.load import load
from onrecord.load.pdf import paragraphs

PAGES = [
    ["Harbour talks stall", "The harbour talks between the two ministries stalled on Tues-",
     "day, officials said after a long night of meetings in the old", "customs house.", "1"],
    ["Nobody would say when the two sides were going to meet again."],
]  # fmt: skip


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(*PAGES))))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [pdf(*PAGES), locked("")], ids=["open", "locked for changes"])
def test_lines_become_paragraphs(tmp_path, data):
    (tmp_path / "a.pdf").write_bytes(data)
    row = load(tmp_path).iloc[0]
    assert row.title == "Harbour talks stall"
    assert row.text == (
        "Harbour talks stall\n\n"
        "The harbour talks between the two ministries stalled on Tuesday, officials said after a "
        "long night of meetings in the old customs house.\n\n"
        "Nobody would say when the two sides were going to meet again."
    )
    assert row.published is pd.NaT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked("secret"), "is protected by a password"),
        (pdf([]), "holds no text; scanned pages need text recognition first"),
        (b"%PDF-1.4 cut", "is damaged, or is not a .pdf file"),
    ],
    ids=["locked", "scanned", "damaged"],
)
def test_a_pdf_that_gives_no_text(tmp_path, data, reason):
    (tmp_path / "a.pdf").write_bytes(data)
    assert load(tmp_path).attrs["rejected"].reason.to_list() == [reason]


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("", ""),
        ("one line", "one line"),
        ("a long line of the text here\nand its end\n\nnext", "a long line of the text here "
         "and its end\n\nnext"),
        ("Page 2 of 9\nwords", "words"),
        ("a long line of words and a well-\nKnown name", "a long line of words and a well- "
         "Known name"),
    ],
)  # fmt: skip
def test_paragraphs(printed, text):
    assert paragraphs(printed) == text


def test_running_heads_and_feet_are_no_text(tmp_path):
    body = [
        ["The talks on the harbour stalled on Tuesday, and the minister told the"],
        ["press that nobody knew when the owners of the port would come back to"],
        ["the table."],
    ]
    pages = [
        ["The Northport Courier", *lines, f"Printed for a library - {number}"]
        for number, lines in enumerate(body, 1)
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(*pages))
    assert load(tmp_path).text[0] == " ".join(line for lines in body for line in lines)
