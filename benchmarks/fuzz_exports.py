"""Exports of archives with a known number of articles, as text, page and document."""

from __future__ import annotations

import html
from collections.abc import Callable

import documents
from fuzz_formats import Made, body, opened, paragraphs, rich, title

LEXIS = """{at} of {count} DOCUMENTS

The Northport Courier

March 5, 2024 Tuesday

{title}

BYLINE: Ann Sorel

SECTION: NEWS; Pg. 4

LENGTH: 108 words

{text}

LOAD-DATE: March 5, 2024

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

Copyright 2024 The Northport Courier
All Rights Reserved

"""
NEXIS = """{title}

The Northport Courier

March 5, 2024 Tuesday

Copyright 2024 The Northport Courier All Rights Reserved

Section: NEWS; Pg. 4

Length: 108 words

Byline: Ann Sorel

Body

{text}

Load-Date: March 5, 2024

End of Document

"""
FACTIVA = """{title}

By Ann Sorel
108 words
5 March 2024
The Northport Courier
NPCOUR
4
English
Copyright 2024. The Northport Courier. All rights reserved.

{text}

Document NPCOUR002024030{digit}ek5{at:05}r

"""
CODES = """HD {title}
WC 108 words
PD 5 March 2024
SN The Northport Courier
LP
{text}
TD
It was day {at}.

AN Document NPCOUR002024030{digit}ek5{at:05}r

"""
PROQUEST = """____________________________________________________________

Document {at} of {count}

{title}

Author: Sorel, Ann

Publication info: The Northport Courier ; Northport [Northport]. 05 Mar 2024: A.3.

ProQuest document link

Full text: {text}

Subject: Ports

Publication title: The Northport Courier

Publication date: Mar 5, 2024

ProQuest document ID: 293{at:07}

"""
GALE = """{title}
Date: Mar. 7, 2024
From: Morning Ledger(London, England)
Document Type: Article
Length: 88 words
Full Text:
{text}
Gale Document Number: GALE|A785{at:06}

"""
EBSCO = """Record: {at}
Title:  {title}
Authors:  Sorel, Ann
Source:  Morning Ledger. 3/7/2024, p4. 1p.
Document Type:  Article
Subject Terms:  *PORTS
Accession Number:  2W61{at:05}
Database:  Newspaper Source

{text}

Copyright of Morning Ledger is the property of Port Media Ltd.

"""
NEWSBANK = """{title}
March 5, 2024 | Northport Courier, The (Northport, NP)
Author: Ann Sorel | Section: News
108 Words

{text}

Citation (MLA Style)
Sorel, Ann. "{title}." The Northport Courier, 5 Mar. 2024, p. A4. NewsBank: Access World News.
Copyright, 2024, The Northport Courier. All Rights Reserved.

"""
EUROPRESSE = (
    '<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Post'
    '</span></div><div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{title}'
    '</p></div></header><section><div class="docOcurrContainer"><p>{text}</p></div></section>'
    '<footer>news·20240305·NP·{at}</footer></article>'
)  # fmt: skip
FACTIVA_PAGE = (
    '<div class="article enArticle"><div>News</div><div id="hd"><span class="enHeadline">{title}'
    "</span></div><div>By Ann Sorel</div><div>108 words</div><div>5 March 2024</div>"
    "<div>The Northport Courier</div><div>English</div><div>(c) 2024 Courier Media Ltd.</div>"
    '<p class="articleParagraph enarticleParagraph">{text}</p>'
    "<p>Document NPCOUR002024030{digit}ek5{at:05}r</p></div>"
)


def _written(shape: str, count: int, head: str = "", tail: str = "") -> str:
    return (
        head
        + "".join(
            shape.format(at=n + 1, count=count, digit=n % 9 + 1, title=title(n), text=body(n))
            for n in range(count)
        )
        + tail
    )


def _text(shape: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    return lambda count: _written(shape, count, head, tail)


TEXTS: dict[str, Callable[[int], str]] = {
    "LexisNexis": _text(LEXIS, "Download Request: Selected Items\n\n"),
    "Nexis Uni": _text(NEXIS),
    "Factiva": _text(FACTIVA),
    "Factiva by codes": _text(CODES),
    "ProQuest": _text(PROQUEST, tail=f"{'_' * 60}\n\nDatabase copyright ProQuest LLC"),
    "Gale": _text(GALE),
    "EBSCO": _text(EBSCO),
    "NewsBank": _text(NEWSBANK, tail="\nNewsBank, Access World News\n"),
}
PAGES: dict[str, Callable[[int], str]] = {
    "Europresse": _text(EUROPRESSE, "<html><head></head><body>", "</body></html>"),
    "Factiva": _text(FACTIVA_PAGE, "<html><title>Factiva</title><body>", "</body></html>"),
}
SAVED: dict[str, Callable[[str], bytes]] = {
    ".txt": str.encode,
    ".docx": paragraphs,
    ".odt": opened,
    ".rtf": rich,
    ".html": lambda text: f"<p>{html.escape(text)}</p>".replace("\n", "<br>").encode(),
    ".pdf": lambda text: documents.pdf(
        *(text.split("\n")[at : at + 50] for at in range(0, text.count("\n") + 1, 50))
    ),
}


def _saved(text: Callable[[int], str], save: Callable[[str], bytes]) -> Callable[[int], bytes]:
    return lambda count: save(text(count))


EXPORTS: dict[str, Made] = {
    **{
        f"{name}{suffix}": Made(suffix, _saved(text, save))
        for name, text in TEXTS.items()
        for suffix, save in SAVED.items()
        if suffix != ".html" or not name.startswith("Factiva")  # whose pages are told by classes
    },
    **{f"{name}, a page": Made(".html", _saved(text, str.encode)) for name, text in PAGES.items()},
}
