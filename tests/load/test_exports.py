"""Archives' exports: every article of a file, with its fields, and nothing of the archive's own."""

import shutil
from pathlib import Path

import docx
import pandas as pd
import pytest
from documents import pdf

from onrecord.load import load

FILES = Path(__file__).parent.parent / "exports"
NORTHPORT = "The Northport Courier"
HARBOUR = ("Harbour deal stalls as ministers trade blame", NORTHPORT, "2024-03-05", "Ann Sorel")
UNION = (
    "Union warns of strike at container terminal",
    "Morning Ledger",
    "2024-03-07",
    "Paul Okoro",
)
COURT = ("Court clears former mayor of bribery", NORTHPORT, "2024-03-12", "Lena Fisk")
THREE = [(*HARBOUR, 4), (*UNION, 4), (*COURT, 3)]
STRIKE = ("Union warns of strike", "Morning Ledger", "2024-03-07")
# what is no text, wherever it stood
APART = (
    *("words", "Wörter", "LOAD-DATE", "Load-Date", "LANGUAGE", "SPRACHE", "Copyright", "Document "),
    *("DOCUMENTS", "Dokument", "Section", "SECTION", "RUBRIK", "Search", "certificat", "Rights"),
    *("ProQuest", "NewsBank", "Gale", "Citation", "OpenURL", "GRAPHIC", "Edition", "NPCOUR"),
    *("Classification", "End of", "Page ", "Subject", "(END)", "09:20", "Record Number"),
)


def rows(folder):
    articles = load(folder)
    published = articles.published.dt.strftime("%Y-%m-%d")
    told = zip(articles.title, articles.outlet, published, articles.author, strict=True)
    return articles, [tuple(None if pd.isna(value) else value for value in row) for row in told]


def paragraphs(text):
    return [part for part in text.split("\n") if part][1:]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lexisnexis_academic.txt", THREE),
        ("factiva.txt", THREE),
        ("factiva_index.html", THREE),
        ("europresse.html", THREE),
        (
            "lexisnexis_german.txt",
            [
                (
                    "Harbour deal stalls as ministers trade blame; Ports to close",
                    *(NORTHPORT, "2024-03-05", "Ann Sorel; Jens Holm", 2),
                ),
                (*STRIKE, None, 1),
            ],
        ),
        ("lexisnexis.html", [("Harbour deal stalls", NORTHPORT, "2024-03-05", "Ann Sorel", 2)]),
        (
            "factiva_variants.txt",
            [
                (*HARBOUR[:3], "Ann Sorel; Jens Holm", 2),
                (*STRIKE, "Paul Okoro", 1),
            ],
        ),
        (
            "factiva_codes.txt",
            [
                ("Harbour deal stalls", NORTHPORT, "2024-03-05", "Ann Sorel", 2),
                (*STRIKE, None, 1),
            ],
        ),
        (
            "factiva_article.html",
            [(*HARBOUR, 2), ("Union warns", "Morning Ledger", "2024-03-07", None, 1)],
        ),
        ("proquest.txt", [(*HARBOUR[:3], "Ann Sorel; Jens Holm", 3)]),
        (
            "gale.txt",
            [
                ("Harbour deal stalls", NORTHPORT, "2024-03-05", "Ann Sorel", 2),
                (*STRIKE, None, 1),
            ],
        ),
        ("newsbank.txt", [(*HARBOUR, 2), (*STRIKE, "Paul Okoro", 1)]),
        (
            "newsbank_fields.txt",
            [
                ("Harbour deal stalls", NORTHPORT, "2024-03-05", "Ann Sorel", 2),
                (*STRIKE, None, 1),
            ],
        ),
    ],
)
def test_an_export(tmp_path, name, expected):
    shutil.copy(FILES / name, tmp_path)
    articles, found = rows(tmp_path)
    assert found == [row[:4] for row in expected]
    assert [len(paragraphs(text)) for text in articles.text] == [row[4] for row in expected]
    path = (tmp_path / name).as_posix()
    assert list(articles.path) == [f"{path}#{n}" for n in range(1, len(expected) + 1)]
    for title, text in zip(articles.title, articles.text, strict=True):
        assert text.startswith(f"{title}\n\n")
        assert [mark for mark in APART if mark in text] == []
        assert all(part[-1] in ".”" for part in paragraphs(text))


BODY = [
    "The transport minister, Ida Brandt, said on Tuesday that the agreement “would not survive”.",
    "Her deputy, Tom Reyes, told reporters that none of the offers had been answered.",
]


def nexis_lines(title="Harbour deal stalls", day="March 5, 2024 Tuesday 9:20 AM GMT", body="Body"):
    return [
        *(title, "Northport Courier (Oslem)", day, "Copyright 2024 Courier All Rights Reserved"),
        *("Section:\xa0NEWS; Version:2", "Length:\xa0108 words", "Byline:\xa0Ann Sorel"),
        *("Highlight: Talks are over", body, *BODY),
        *("Graphic", "Ships in port", "Classification", "Language: ENGLISH", "End of Document"),
    ]


LISTED = [
    *("Date and Time: Friday, 15. March 2024 09:31:00 CET", "Documents (2)"),
    *("1. Harbour deal stalls", "Client/Matter: -None-", "Search Terms: harbour or dock"),
    *("Search Type: Terms and Connectors", "Narrowed by: ", "Content Type\tNarrowed by"),
    "News\tTimeline: Mar 01, 2024 to Mar 15, 2024",
]


@pytest.mark.parametrize("opening", [[], LISTED])
def test_a_document_of_nexis_uni(tmp_path, opening):
    made = docx.Document()
    second = nexis_lines("Strike near", "7. März 2024 Donnerstag", "Volltext")
    for text in [*opening, *nexis_lines(), "", *second]:
        made.add_paragraph(text)
    made.save(str(tmp_path / "a.docx"))
    articles, found = rows(tmp_path)
    assert found == [
        ("Harbour deal stalls", "Northport Courier", "2024-03-05", "Ann Sorel"),
        ("Strike near", "Northport Courier", "2024-03-07", "Ann Sorel"),
    ]
    assert articles.text[0] == "\n\n".join(["Harbour deal stalls", *BODY])


def test_a_print_of_nexis_uni(tmp_path):
    plain = {ord("“"): '"', ord("”"): '"', ord("\xa0"): " "}
    lines = [
        text.translate(plain).replace("(", "\\(").replace(")", "\\)") for text in nexis_lines()
    ]
    head = "Harbour deal stalls Page 1 of 2"
    (tmp_path / "a.pdf").write_bytes(pdf([head, *lines[:10]], [head, *lines[10:]]))
    articles, found = rows(tmp_path)
    assert found == [("Harbour deal stalls", "Northport Courier", "2024-03-05", "Ann Sorel")]
    assert paragraphs(articles.text[0]) == [part.translate(plain) for part in BODY]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Some notes\n\nEnd of Document\n\nLength: 5 words\nNothing else.", "has neither the line"),
        ("\n 1 of 2 DOCUMENTS\n\nstray\n\n 2 of 2 DOCUMENTS\n\nLANGUAGE: ENGLISH\n", ""),
        (
            "Talks stall\nDocument NPCOUR0020240305ek350001r\n\n108 words\n",
            "has no line that counts",
        ),
    ],
)
def test_what_cannot_be_split_is_rejected_and_never_taken_whole(tmp_path, text, reason):
    (tmp_path / "a.txt").write_text(text)
    articles = load(tmp_path)
    assert len(articles) == 0
    assert articles.attrs["rejected"].reason[0].startswith(reason)


def test_one_broken_article_leaves_the_others(tmp_path):
    shutil.copy(FILES / "proquest.txt", tmp_path)
    rejected = load(tmp_path).attrs["rejected"]
    assert list(rejected.path) == [f"{(tmp_path / 'proquest.txt').as_posix()}#2"]
    assert list(rejected.reason) == ["holds only an abstract, or no text at all"]


def test_the_language_is_told_of_each_article(tmp_path):
    text = (FILES / "factiva.txt").read_text("utf-8")
    start, end = text.index("Dock workers"), text.index("Document NPCOUR0020240305ek70001r")
    german = (
        "Die Hafenarbeiter wollen am Montag streiken, sagte die Gewerkschaft am Donnerstag.\n\n"
    )
    (tmp_path / "a.txt").write_text(text[:start] + german * 3 + text[end:], "utf-8")
    articles = load(tmp_path)
    assert [path[-2:] for path in articles.path] == ["#1", "#3"]
    assert articles.attrs["rejected"].reason[0].startswith("is in German")


@pytest.mark.parametrize(
    "text",
    [
        "The talks stalled on Tuesday.\n\nDocument 1 of 3 was signed, the minister said.",
        "She counted 108 words\n\nin the document that the ministry had sent to the court.",
        "The film ends there, on the last page.\n\nEnd of Document\n\nNobody had signed it.",
        "Title: a note\n\nThe committee met on Tuesday, and asked for the full text of the deal.",
    ],
)
def test_an_article_that_speaks_of_documents_is_none(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    assert list(load(tmp_path).text) == [text]


FERRY = "The ferry to the island will stop in May, the harbour master said on Monday."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            f"Ferry\n\n{FERRY}\n\nEnd of Document\n\nQuay\n\n{FERRY}\n\nEnd of Document\n",
            "Nexis Uni",
        ),
        (f"LENGTH: 9 words\n\n{FERRY}\n\nLOAD-DATE: May 1, 2023\n\n" * 2, "LexisNexis"),
        (f"{FERRY}\n\nDocument HERLD00020230501ej51000b1\n\n" * 3, "Factiva"),
        (f"ProQuest document ID: 17\n\n{FERRY}\n\n" * 3, "ProQuest"),
        (f"{FERRY}\n\nOpenURL Link\n\n" * 2, "NewsBank"),
        (f"{FERRY}\n\nGale Document Number: GALE|A123456\n\n" * 2, "Gale"),
        (f"Ferry\n\n{FERRY}\n\nLength: 9 words. Publication title: none.", None),
        (f"{FERRY} The archive is called Factiva.\n\nEnd of document.", None),
    ],
)
def test_what_bears_marks_but_cannot_be_split_is_never_taken_whole(tmp_path, text, name):
    (tmp_path / "a.txt").write_text(text)
    articles = load(tmp_path)
    said = [f"looks like an export of {name}, but no article is told in it"] if name else []
    assert articles.attrs["rejected"].reason.to_list() == said
    assert len(articles) == (name is None)
