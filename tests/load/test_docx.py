""".docx."""

import docx
import pandas as pd

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."


def test_paragraphs_and_tables_in_order(tmp_path):
    document = docx.Document()
    document.core_properties.author = "somebody's computer"
    document.core_properties.title = "Template 7"
    document.add_heading("Talks stall", 0)
    document.add_paragraph("")
    document.add_paragraph(BODY)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Days", "three"
    document.add_paragraph("“No date,” Ada Holm said.\nShe left.")
    document.save(tmp_path / "a.docx")
    row = load(tmp_path).iloc[0]
    assert row.title == "Talks stall"
    assert row.text == (
        f"Talks stall\n\n{BODY}\n\nDays\tthree\n\n“No date,” Ada Holm said.\nShe left."
    )
    assert pd.isna([row.author, row.outlet]).all()
    assert row.published is pd.NaT


def test_a_document_without_text(tmp_path):
    docx.Document().save(tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes((tmp_path / "a.docx").read_bytes()[:2000])
    (tmp_path / "c.docx").write_text(BODY)
    assert load(tmp_path).attrs["rejected"].reason.to_list() == [
        "holds no text",
        "is damaged, locked by a password, or of another format",
        "is damaged, locked by a password, or of another format",
    ]
