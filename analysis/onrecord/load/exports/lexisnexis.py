"""LexisNexis Academic: documents numbered "1 of 3", capital labels before and after the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper
from onrecord.load.exports.day import day, month

NUMBERED = re.compile(
    r"^[ \t]*(?:\d+ (?:of|von|de|van|di) \d+ DO[CK]UMENT\w*"
    r"|DO[CK]UMENT\w* \d+ (?:of|von|de|van|di) \d+)[ \t]*$",
    re.I | re.M,
)
LABEL = re.compile(r"^\s*([A-ZÀ-Þ][A-ZÀ-Þ \-]{2,34}):(?:\s|$)")
HEAD = {
    **dict.fromkeys(["BYLINE", "AUTOR", "AUTHOR", "AUTEUR", "NAAMREGEL", "AUTORIN"], "author"),
    **dict.fromkeys(["HEADLINE", "TITEL", "TITLE", "TITRE"], "title"),
    **dict.fromkeys(["LENGTH", "LÄNGE", "LONGUEUR", "LENGTE", "LONGITUD", "LUNGHEZZA"], "length"),
    **dict.fromkeys(
        ["SECTION", "RUBRIK", "RUBRIQUE", "SECTIE", "DATELINE", "HIGHLIGHT", "SERIES", "SOURCE"], ""
    ),
    **dict.fromkeys(["ENHANCEMENT", "DISTRIBUTION", "COLUMN", "TYPE", "CORRECTION", "BODY"], ""),
    **dict.fromkeys(["HOCHGELADEN", "KURZBESCHREIBUNG", "REGELEINDE", "EDITION"], ""),
}
LABELLED = re.compile(
    r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|LENGTE|LONGITUD|LUNGHEZZA|LOAD-DATE|PUBLICATION-TYPE|LANGUAGE"
    r"|SPRACHE|LANGUE|TAAL):",
    re.M,
)
BODY = re.compile(r"^[ \t]*BODY:[ \t]*", re.M)
URL = frozenset(["URL"])
TAIL = frozenset(
    ["LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "GRAPHICS", "GRAFIK",
     "GRAFIEK", "GRAPHIQUE", "JOURNAL-CODE", "UPDATE", "SPRACHE", "LANGUE", "TAAL",
     "SUBJECT", "PERSON", "ORGANIZATION", "COMPANY", "TICKER", "INDUSTRY", "GEOGRAPHIC",
     "STATE", "CITY", "COUNTRY", "ACC-NO", "DOCUMENT-TYPE", "CORRECTION-DATE", "NOTES",
     "PUBLICATION TYPE", "UPDATE-CODE", "DATE-CHARGEMENT", "DATE DE CHARGEMENT",
     "TYPE-PUBLICATION", "PUBLICATIETYPE", "LAAD-DATUM", "LAADDATUM", "LOAD DATE",
     "PUBLIKATIONSTYP", "ISSN", "DOCUMENT TYPE", "CATEGORY", "TRANSCRIPT-ID"]
)  # fmt: skip
RIGHTS = re.compile(
    r"copyright\b|©|\(c\)\s*\d{4}|all rights reserved|alle rechte vorbehalten|tous droits r"
    r"|alle rechten voorbehouden|版[权權]所有|все права защищены",
    re.I,
)
EDITION = re.compile(
    r"(?:\w+ ){0,4}(?:edition|ausgabe|édition|editie)\b.*"
    r"|(?:first|second|third|final|late|early|national|state|metro|city)(?: final)?"
    r"|correction appended.*|.* - final",
    re.I,
)
LANGUAGES = {"LANGUAGE", "SPRACHE", "LANGUE", "TAAL"}


def told(text: str) -> bool:
    """Documents are numbered, and the labels of LexisNexis stand in capitals."""
    return bool(NUMBERED.search(text) and LABELLED.search(text))


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every numbered document."""
    starts = list(NUMBERED.finditer(text))
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        yield _article(text[start.end() : following.start() if following else len(text)])


def _article(text: str) -> Article | Unreadable:
    # the label of the text may stand on the line of its first paragraph, or above it
    text = BODY.sub("\n\nBODY:\n\n", text, count=1)
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    head, blocks = _head(blocks)
    body, tail = _body(blocks)
    unlabelled = (_without_rights(block) for block in head if not LABEL.match(block))
    opening = [block for block in unlabelled if block.strip()]
    labels = _labels([*head, *tail])
    dated = next((at for at, block in enumerate(opening) if day(block) or month(block)), None)
    if dated is None and not labels:
        return Unreadable("has neither a date nor the labels of LexisNexis")
    above = opening[:dated] if dated is not None else opening[:1]
    under = opening[dated + 1 :] if dated is not None else opening[1:]
    titles = [block for block in under if not EDITION.fullmatch(" ".join(block.split()))]
    title = labels.get("title") or (titles.pop(0) if titles else None)
    return Article(
        line(title),
        "\n\n".join([*titles, *body]),
        outlet=paper(above[0].strip().split("\n")[0]) if above else None,
        author=byline(labels.get("author")),
        published=day(opening[dated]) if dated is not None else None,
        url=line(labels.get("url")),
        language=line(labels.get("language")),
    )


def _without_rights(block: str) -> str:
    """A block without its lines of rights, above which older files print the paper's name."""
    return "\n".join(each for each in block.split("\n") if not RIGHTS.search(each))


def _head(blocks: list[str]) -> tuple[list[str], list[str]]:
    """The blocks up to the last label before the text, and the others."""
    last = None
    for at, block in enumerate(blocks):
        label = LABEL.match(block)
        if label and label[1].strip() in HEAD:
            last = at
        elif last is not None:
            break
    if last is not None:
        return blocks[: last + 1], blocks[last + 1 :]
    # no labels: paper, day, headline
    dated = next((at for at, block in enumerate(blocks[:4]) if day(block)), 1)
    return blocks[: dated + 2], blocks[dated + 2 :]


def _body(blocks: list[str]) -> tuple[list[str], list[str]]:
    for at, block in enumerate(blocks):
        label = LABEL.match(block)
        rights = RIGHTS.search(block) and len(block.split()) < 40 and at >= len(blocks) - 4
        if (label and label[1].strip() in TAIL | URL) or rights:
            return blocks[:at], blocks[at:]
    return blocks, []


def _labels(blocks: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in blocks:
        label = LABEL.match(block)
        if not label:
            continue
        name = label[1].strip()
        field = HEAD.get(name) or (
            "url" if name in URL else "language" if name in LANGUAGES else name
        )
        found.setdefault(field, block[label.end() :].strip())
    return found
