"""LexisNexis Academic as its prints vary: where titles, labels, rights and days stand."""

import textwrap

import pytest
from archives import BODY, FIRST, OTHER, PAPER, SAID, SECOND, STRIKE, TITLE, read

from onrecord.load import Rejected, iter_articles

FLASH = "FLASH: THE GENERAL ASSEMBLY OF OSLEM ADOPTS A RESOLUTION ON THE QUAY"
COVER = (
    "\n\nDownload Request: Selected Items: 1-2\nTime Of Request: Friday, March 15, 2024  16:51:31\n"
    "\nSend To:\nUNIVERSITY OF OSLEM\n\nTerms: (DATE(>=2024-03-01) and (quay OR harbour))\n\n"
    "Source: The Northport Courier (Oslem);Morning Ledg...\nProject ID: None\n\n\n"
)
TAIL = "LOAD-DATE: March 6, 2024\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper"
RIGHTS = "Copyright 2024 Northport Media Ltd\nAll Rights Reserved"


def mid(text):
    return "\n".join(each.center(78).rstrip() for each in text.split("\n"))


def folded(body):
    return "\n\n".join(textwrap.fill(each, 76) for each in body.split("\n\n"))


def document(*blocks, number="1 of 2 DOCUMENTS"):
    return "\n\n".join([mid(number), *blocks, ""])


def usual(number, paper, day, title, labels, body, edition=""):
    head = mid(f"{day}\n{edition}" if edition else day)
    return document(
        mid(paper), head, title, labels, "\n" + folded(body), TAIL, mid(RIGHTS), number=number
    )


TWO = usual(
    "1 of 2 DOCUMENTS", "The Northport Courier (Oslem)", "March 5, 2024 Tuesday", TITLE,
    "BYLINE: Ann Sorel\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 355 words", BODY,
    "Edition 1;\nScotland",
) + usual(
    "2 of 2 DOCUMENTS", "Morning Ledger", "March 7, 2024 Thursday 8:27 PM AEST", STRIKE,
    "BYLINE: Paul Okoro\n\nSECTION: FEATURES; Pg. 6\n\nLENGTH: 677  words", OTHER,
)  # fmt: skip
NONE = (*FIRST[:3], None)
DUTCH = document(
    mid(f"Copyright 2024 {PAPER}"), mid(PAPER), mid("5. March 2024"), mid("March 5, 2024"),
    "LENGTE: 158 woorden", f"KOP: {TITLE}", "AUTEUR: Ann Sorel", "TEKST:", "\n" + folded(BODY),
    "PUB-TYPE: Paper", "TAAL: English", "LOAD-DATE: March 9, 2024",
)  # fmt: skip
BEHIND = (folded(BODY), "SECTION: Politics", "LENGTH: 76 words", TAIL, mid(RIGHTS))
CASES = {
    "a cover, an edition of two lines": (TWO, [FIRST, SECOND], [SAID[:3], SAID[1:]]),
    "the search's focus": (
        TWO.replace("1 of 2", "FOCUS - 1 of 2").replace("2 of 2", "FOCUS - 2 of 2"),
        [FIRST, SECOND], [SAID[:3], SAID[1:]],
    ),
    "labels in Dutch, the day twice": (DUTCH, [FIRST], [SAID[:3]]),
    "one document without a number": (DUTCH.split("DOCUMENTS")[1], [FIRST], [SAID[:3]]),
    "labels in French, lead and text with their own": (
        document(
            mid(f"Copyright 2024 {PAPER}\n{PAPER}"), mid("5 mars 2024"), "SECTION: Sports",
            "LONGUEUR: 876 mots", f"TITRE: {TITLE}", "SIGNATURE: Ann Sorel", "CHAPEAU:\n\n",
            folded(SAID[0]), "ARTICLE:\n\n", folded("\n\n".join(SAID[1:3])),
            "LANGUE: FRENCH; FRANCAISE", "CODE-REVUE: COUR",
        ),
        [FIRST], [SAID[:3]],
    ),
    "labels behind the text, the title above the day": (
        document(
            mid(PAPER), f"LEADALL: {TITLE}",
            mid("March 5, 2024, Tuesday\n23:22 Central European Time"), *BEHIND,
        ),
        [(f"LEADALL: {TITLE}", *NONE[1:])], [SAID[:3]],
    ),
    "the same under a place": (
        document(
            mid(PAPER), TITLE, mid("March 5, 2024, Tuesday"), "DATELINE: Oslem", *BEHIND
        ),
        [NONE], [SAID[:3]],
    ),
    "a transcript": (
        document(
            mid(PAPER),
            "Prepared by Lysk Information Services, which takes sole responsibility for\n"
            + mid("accuracy of transcription."),
            mid("March 5, 2024 Tuesday"), mid("SHOW: THE EVENING TALK 7:00 PM EST"), TITLE,
            "BYLINE: Ann Sorel", "GUESTS: Ida Brandt, Tom Reyes", "LENGTH: 125  words",
            "HIGHLIGHT: The port struggles. Will it get the money?", folded(BODY),
            "TRANSCRIPT: 031101CN.V12", TAIL,
        ),
        [FIRST], [SAID[:3]],
    ),
    "an article of the web": (
        document(
            mid(PAPER), "https://www.courier.example/2024/03/06/harbour", mid("March 5, 2024"),
            TITLE, "355 words", folded(BODY),
        ) + TWO[TWO.index("2 of 2") :],
        [NONE, SECOND], [SAID[:3], SAID[1:]],
    ),
    "no headline": (
        document(
            mid(PAPER), mid("March 5, 2024 Tuesday 9:25 PM EST"), "SECTION: NEWS; Political",
            "LENGTH: 10 words", "\n" + FLASH, TAIL,
        ),
        [(None, *NONE[1:])], [[FLASH]],
    ),
    "a correction and who helped": (
        usual(
            "1 of 1 DOCUMENTS", PAPER, "March 5, 2024 Tuesday", TITLE,
            "BYLINE: By ANN SOREL and PAUL OKORO; Lena Fisk contributed reporting from Lysk.\n\n"
            "SECTION: Section A; Column 1; Foreign Desk; Pg. 1\n\nLENGTH: 67 words",
            BODY, "Correction Appended\nLate Edition - Final",
        ).replace("LOAD-DATE", "SUBJECT: PORTS (90%); STRIKES\n(67%)\n\nCORRECTION: An article on"
                  " Tuesday misstated\nthe number of berths.\n\nGRAPHIC: PHOTO: The quay"
                  "\n\nLOAD-DATE"),
        [(*NONE[:3], "ANN SOREL; PAUL OKORO")], [SAID[:3]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_documents_as_printed(tmp_path, name):
    text, rows, lines = CASES[name]
    cover = COVER if "DOCUMENTS" in text else ""
    assert read(tmp_path / "a.txt", cover + text) == (rows, lines)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_documents_in_any_encoding(tmp_path, encoding):
    data = (COVER + TWO).replace("\n", "\r\n").encode(encoding)
    assert read(tmp_path / "a.TXT", data) == ([FIRST, SECOND], [SAID[:3], SAID[1:]])


def test_a_picture_alone_is_no_article(tmp_path):
    (tmp_path / "a.txt").write_text(
        document(
            mid(PAPER), mid("March 5, 2024"), "Quay outcry", "SECTION: NEWS; Pg. 2",
            "GRAPHIC: A protester holds a placard.", TAIL,
        )
    )  # fmt: skip
    [item] = iter_articles(tmp_path / "a.txt")
    assert isinstance(item, Rejected) and item.reason == "has a title but no text"


@pytest.mark.parametrize(
    "text",
    [
        f"LENGTH: 12 words\n\n{BODY}",
        f"{TITLE}\n\nCopyright 2024 {PAPER}\n\n{BODY}\n\nLANGUAGE: ENGLISH",
    ],
)
def test_a_text_with_a_label_is_no_document(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    [item] = iter_articles(tmp_path / "a.txt")
    assert "#" not in item.path and item.text.endswith(text[-60:])
