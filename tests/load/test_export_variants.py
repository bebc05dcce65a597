"""Exports as they vary: menus in other languages, covers, fields behind the text, no day."""

import pandas as pd
import pytest

from onrecord.load import load

TEXT = (
    "The talks over the quay stalled on Monday after both ministers blamed each other.",
    "“We have waited long enough,” said Ida Brandt in a statement to the members.",
)
BODY = "\n".join(TEXT)
SPACED = "\n\n".join(TEXT)
TITLE, PAPER, DAY = "Quay deal stalls", "Northport Courier", "2024-03-05"
COVER = """\
User Name: = x
Date and Time: = Tuesday, March 12, 2024 5:01:00 PM EST
Documents (2)
1. Quay deal stalls
Client/Matter: -None-
Search Terms: quay AND minister
Search Type: Terms and Connectors
Narrowed by:
News
About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2024 LexisNexis

"""


def nexis(labels, day, above="", behind="", end="End of Document"):
    return f"{above}{TITLE}\n{PAPER}\n{day}\n\n{labels}\n\n{BODY}\n{behind}\n{end}\n"


RIGHTS = "Copyright 2024 Courier All Rights Reserved"
CASES = {
    "cover with rights": (
        nexis(f"{RIGHTS}\nLength: 40 words\nByline: By Ann Sorel; Staff Writer\nBody",
              "March 5, 2024 Tuesday", COVER),
        "Ann Sorel",
    ),
    "link to a picture": (
        nexis(f"{RIGHTS}\nByline: Ann Sorel and Tom Reyes\nLength: 40 words\nBody",
              "March 5, 2024 Tuesday 6:12 PM GMT", "", "Link to Image\n\nGraphic\n\nThe quay.\n"),
        "Ann Sorel; Tom Reyes",
    ),
    "German": (
        nexis("Copyright 2024 Courier Alle Rechte vorbehalten\nRubrik: NEWS; S. 4\n"
              "Länge: 40 Wörter\nAutor: Ann Sorel\nBody", "5. März 2024",
              "Seite 1 von 2\n",
              "Update: 6. März 2024\nSprache: ENGLISH\n", "Ende des Dokuments"),
        "Ann Sorel",
    ),
    "French": (
        nexis("Copyright 2024 Courier Tous droits réservés\nLongueur: 40 mots\nCorps",
              "mardi 5 mars 2024", "", "Date-chargement: 6 mars 2024\n", "Fin du document"),
        None,
    ),
    "fields behind a text of NewsBank": (
        f"NewsBank InfoWeb\n\n{TITLE}\n\nNorthport Courier (NP) - Tuesday, March 5, 2024\n"
        f"Author: Ann Sorel\nSection: News\n\n{SPACED}\n\nCaption: Photo: the quay\n"
        "Memo: Reach us at 555 0100\nIndex terms: ports\nRecord Number: 1A2B\n"
        "Copyright (c) 2024 Northport Courier\n",
        "Ann Sorel",
    ),
    "ProQuest without names of fields above": (
        f"{TITLE}\n\nSorel, Ann\n\n. Northport Courier\n; Northport [Northport]. 05 Mar 2024: 4.\n"
        f"\nProQuest document link\n\n\nFULL TEXT\n{SPACED}\n\n\nDETAILS\n\nSubject: Ports\n\n"
        "Publication title: Northport Courier; Northport\n\nPublication date: Mar 5, 2024\n\n"
        "ProQuest document ID: 2934\n\nDatabase: Newsstream\n\nLINKS\nCheck for full text\n",
        "Ann Sorel",
    ),
    "LexisNexis with rights above the paper": (
        f"   1 of 1 DOCUMENTS\n\n   Copyright 2024 Courier Ltd\n   {PAPER}\n\n   March 5, 2024, "
        f"Friday,"
        f" Late Edition - Final\n\nSECTION: Section A; Page 4\n\nLENGTH: 40 words\n\nHEADLINE: "
        f"{TITLE}"
        f"\n\nBYLINE:  By Ann Sorel\n\nDATELINE: OSLEM\n\nBODY:\n   {TEXT[0]}\n\n   {TEXT[1]}\n\n"
        "GRAPHIC: Photo: the quay\n\nLOAD-DATE: March 5, 2024\n",
        "Ann Sorel",
    ),
    "Factiva with sections and heads of pages": (
        f"Page 1 of 3 © 2024 Factiva, Inc. All rights reserved.\n\nWorld News\n{TITLE} as "
        f"ministers "
        f"trade blame\nBy Ann Sorel in Oslem and Tom Reyes in Lysk\n40 words\n5 March 2024"
        f"\n09:12 GMT\n"
        f"{PAPER} (Online)\nNORTHC\nEnglish\nCopyright 2024, Courier, Inc. All Rights Reserved.\n\n"
        f"{SPACED}\n\n(END) Courier Newswires\n\n05-03-24 0912GMT\n\nDocument "
        f"NORTHC0020240306ek360000b"
        "\n\nSearch Summary\nText\nquay\n",
        "Ann Sorel; Tom Reyes",
    ),
    "ProQuest without rules": (
        f"Document 1 of 2\n\n{TITLE}\n\nAuthor: Sorel, Ann 1\n\nPublication info: {PAPER} "
        f"(Online) ; "
        f"Northport: Courier. Mar 5, 2024.\n\nAbstract:\n\nNone available.\n\nFull Text: \n"
        f"\n{SPACED}\n\n"
        "Credit: By Ann Sorel\n\nIllustration\n\nCaption: The quay\n\nWord count:"
        " 40\n\nCopyright Courier "
        f"Mar 5, 2024\n\nDetails\n\nPublication title: {PAPER} (Online)\n\nPublication date: "
        f"Mar 5, 2024\n"
        "\nProQuest document ID: 1\n\nDocument 2 of 2\n\nNo text\n\nPublication title: Ledger\n\n"
        "ProQuest document ID: 2\n",
        "Ann Sorel",
    ),
    "a transcript of Nexis": (
        f"{TITLE}\n{PAPER}\nSHOW: THE EVENING TALK 8:00 PM EST\nMarch 5, 2024 Tuesday\n{RIGHTS}\n"
        f"Length: 40 words\nByline: Ann Sorel\nGuests: Ida Brandt\nBody\n\n{BODY}\n\n"
        "Load-Date: March 5, 2024\n\nEnd of Document\n",
        "Ann Sorel",
    ),
    "an older print of Gale": (
        f"Title: {TITLE}\nAuthor(s): Ann Sorel\nSource: {PAPER}. (Mar. 5, 2024): News: p4.\n"
        "Document Type: Article\nCopyright : COPYRIGHT 2024 Courier\n\n"
        f"Full Text:\nByline: Ann Sorel\n\n{SPACED}\n\nSorel, Ann\n\n"
        f"Source Citation   (MLA 8th Edition)\nSorel, Ann. {PAPER}.\n\n"
        "Gale Document Number: GALE|A1234567\n",
        "Ann Sorel",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_variant_of_an_export(tmp_path, name):
    text, author = CASES[name]
    (tmp_path / "a.txt").write_text(text, "utf-8")
    found = load(tmp_path)
    assert list(found.path) == [f"{(tmp_path / 'a.txt').as_posix()}#1"]
    [row] = found.itertuples()
    assert row.title.removesuffix(" as ministers trade blame") == TITLE
    assert (row.outlet, f"{row.published:%Y-%m-%d}") == (PAPER, DAY)
    assert (row.author if author else pd.isna(row.author)) == (author or True)
    assert [part.strip() for part in row.text.split("\n") if part] == [row.title, *TEXT]


def test_a_month_is_no_day_and_no_headline(tmp_path):
    (tmp_path / "a.txt").write_text(
        f"  1 of 1 DOCUMENTS\n\n  {PAPER}\n\n  March 2024\n\n{TITLE}\n\nLENGTH: 40 words\n\n"
        f"{SPACED}\n\nLOAD-DATE: March 12, 2024\n\nLANGUAGE: ENGLISH\n",
        "utf-8",
    )
    [row] = load(tmp_path).itertuples()
    assert (row.title, row.outlet) == (TITLE, PAPER)
    assert pd.isna(row.published)


def test_the_day_of_europresse_may_stand_with_the_paper(tmp_path):
    (tmp_path / "a.html").write_text(
        '<article><header><span class="DocPublicationName">Northport Courier, no. 231\n'
        "Opinion, jeudi 7 mars 2024 300 mots, p. 12</span>"
        f'<p class="titreArticleVisu">{TITLE}</p></header><section><div class="docOcurrContainer">'
        f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></section></article>",
        "utf-8",
    )
    [row] = load(tmp_path).itertuples()
    assert (row.outlet, f"{row.published:%Y-%m-%d}") == (PAPER, "2024-03-07")
