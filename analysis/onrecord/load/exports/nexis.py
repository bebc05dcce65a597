"""Nexis Uni: "Body" before each text, "End of Document" behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from onrecord.load.draft import Unreadable
from onrecord.load.exports.article import Article, byline, line, paper
from onrecord.load.exports.day import day
from onrecord.load.exports.lexisnexis import RIGHTS

END = re.compile(
    r"^[ \t]*(?:end of document|ende des dokuments?|fin du document|einde"
    r" (?:van )?(?:het )?document|fin(?:al)? del documento|fine del documento"
    r"|fim do documento)[ \t]*$",
    re.I | re.M,
)
BODY = re.compile(
    r"(?:body|volltext|hauptteil|textkörper|inhalt|text|corps(?: de l['’]article)?|texte|tekst"
    r"|inhoud|cuerpo|texto|corpo|testo):?",
    re.I,
)
LABEL = re.compile(r"([A-ZÀ-Þ][\w\-À-ÿ ]{2,24}?)\s?:\s*(.*)")
FIELDS = {
    **dict.fromkeys(
        ["byline", "autor", "autorin", "auteur", "author", "verfasser", "autore", "signature",
         "naamregel", "línea de autor"],
        "author",
    ),
    **dict.fromkeys(
        ["length", "länge", "longueur", "lengte", "longitud", "largo", "extensión", "lunghezza",
         "tamanho", "comprimento", "extensão"],
        "length",
    ),
    **dict.fromkeys(
        ["section", "rubrik", "abschnitt", "rubrique", "sectie", "sección", "sezione", "seção",
         "secção"],
        "section",
    ),
    **dict.fromkeys(
        ["dateline", "highlight", "series", "ort", "lead", "zusammenfassung", "encart",
         "hoogtepunt", "resumen", "in evidenza"],
        "other",
    ),
    "url": "url",
}  # fmt: skip
# headings that stand alone above what is no text
APART = re.compile(
    r"(?:classification|klassifizierung|classificatie|clasificación|classement|classificazione"
    r"|classificação|graphics?|grafik|graphique|grafiek|gráfico|grafico|notes|notizen|notas"
    r"|correction)\s?:?",
    re.I,
)
AFTER = re.compile(
    r"(?:load-date|ladedatum|date[ -](?:de )?chargement|laad-?datum|correction-date|fecha de carga"
    r"|data di caricamento|data de carregamento)\b:?.*"
    r"|(?:language|sprache|langue|taal|idioma|lingua|publication-type|publikationstyp"
    r"|type de publication|publicatietype|tipo d[ei] pub\w+|journal code)\s?:.*",
    re.I,
)
LINK = re.compile(
    r"(?:link to|lien vers|link zu[rm]?) (?:image|original|pdf|the original)\b.*", re.I
)
# what a service puts before a text of the web that it delivers
DELIVERED = re.compile(r"^\s*\w{3,9} \d{1,2}, \d{4}\s*\([^()]{0,200}delivered by \w+\s*\)\s*", re.I)
LANGUAGE = re.compile(r"^(?:language|sprache|langue|taal|idioma|lingua)\s?:\s*(\w+)", re.I | re.M)
SHOW = re.compile(r"(?:show|program(?:me)?)\s?:.*", re.I)  # of a transcript, under its channel
RUNNING = re.compile(r"(?:.*\s)?(?:page|seite|pagina|página) \d+ (?:of|von|de|sur|van) \d+", re.I)
PAGE = re.compile(r"(?:page|seite|pagina|página) \d+ (?:of|von|de|sur|van) \d+", re.I)
HEAD_LINES = 2  # of the headline over a page, at most
LISTED = re.compile(
    r"\d+\. .*|(?:mandant|suchbegriffe|suchtyp|suchart|eingegrenzt|termes de recherche"
    r"|client/matter|search terms|search type|narrowed by|content type|news\t|job number"
    r"|date and time|documents? \(\d+\)|user name|timeline|about lexisnexis|sources?:|location|"
    r"publication type|copyright ©).*|.*\| about lexisnexis.*|news|-none-",
    re.I,
)


def told(text: str) -> bool:
    """Documents end in words, and a line "Body" or "Length: 108 words" stands before the text."""
    return bool(END.search(text)) and any(
        BODY.fullmatch(each.strip()) or _field(each) == "length" for each in text.split("\n")
    )


def split(text: str) -> Iterator[Article | Unreadable]:
    """Every piece that ends in "End of Document"."""
    *pieces, rest = END.split(text)
    spaced = text.count("\n\n") > text.count("\n") / 4
    for piece in [*pieces, rest] if _holds_article(rest) else pieces:
        lines = [each.strip() for each in piece.split("\n")]
        kept = [each for each in _without_heads(lines) if not RUNNING.fullmatch(each)]
        yield _article(kept, spaced)


def _without_heads(lines: list[str]) -> list[str]:
    """The lines of a print without the headline that stands below the number of each page."""
    last = {each: at for at, each in enumerate(lines)}
    kept: list[str] = []
    heads: set[str] = set()
    here: list[str] = []  # of this page
    below = 0  # lines below a number that may be its headline
    for at, each in enumerate(lines):
        if PAGE.fullmatch(each):
            below, here = HEAD_LINES, []
        elif below and each:
            below -= 1
            told = each in heads or last[each] > at
            if each not in here and (told or " ".join(lines[at + 1 : at + 4]).startswith(each)):
                here.append(each)
                heads.add(each)
                continue
            below = 0
        kept.append(each)
    return kept


def _holds_article(text: str) -> bool:
    return any(BODY.fullmatch(each.strip()) for each in text.split("\n"))


def _field(text: str) -> str | None:
    found = LABEL.match(text.replace("\xa0", " ").strip())
    return FIELDS.get(found[1].lower()) if found else None


def _article(lines: Sequence[str], spaced: bool) -> Article | Unreadable:
    body_at = next((at for at, each in enumerate(lines) if BODY.fullmatch(each)), None)
    labels = [at for at, each in enumerate(lines[:body_at]) if _field(each)]
    if body_at is None:
        if not labels:
            return Unreadable("has neither the line Body nor the labels of Nexis")
        body_at = _last_label(lines, labels)
    head = list(lines[:body_at])
    stop = next((at for at in range(body_at + 1, len(lines)) if _after(lines[at])), len(lines))
    title, outlet, published = _opening(head, labels, spaced)
    facts = {_field(head[at]): _value(head, at) for at in labels if at < len(head)}
    language = LANGUAGE.search("\n".join(lines[stop:]))
    said = "\n".join(each for each in lines[body_at + 1 : stop] if not LINK.fullmatch(each))
    return Article(
        title,
        DELIVERED.sub("", said).strip(),
        outlet=paper(outlet),
        author=byline(facts.get("author")),
        published=published,
        url=line(facts.get("url")),
        language=language[1] if language else None,
    )


def _listed(text: str) -> bool:
    """Whether a line belongs to the list of contents; "5. März 2024" does not."""
    return bool(LISTED.fullmatch(text)) and not (text[:1].isdigit() and day(text[:20]))


def _after(text: str) -> bool:
    """Whether a line is none of the text: a label of what follows it, or the day of a change."""
    if AFTER.fullmatch(text) or APART.fullmatch(text):
        return True
    found = LABEL.fullmatch(text)
    return bool(found and len(found[2].split()) < 6 and day(found[2]))


def _last_label(lines: Sequence[str], labels: Sequence[int]) -> int:
    first = labels[0]
    near = [at for at in labels if at - first <= 12]
    return near[-1]


def _value(head: Sequence[str], at: int) -> str:
    found = LABEL.match(head[at].replace("\xa0", " "))
    return found[2] if found else ""


def _opening(
    head: Sequence[str], labels: Sequence[int], spaced: bool
) -> tuple[str | None, str | None, datetime | None]:
    """Headline, paper and day: the lines above the rights or the first label."""
    # the cover names the archive's rights, too
    listed = [at for at in range(min([len(head), *labels[:1]])) if _listed(head[at])]
    start = listed[-1] + 1 if listed else 0
    rights = next((at for at in range(start, len(head)) if RIGHTS.search(head[at])), len(head))
    lines = head[start : min([rights, *labels[:1]])]
    above = [each for each in lines if each and not SHOW.fullmatch(each)]
    dated = next((at for at in range(len(above) - 1, -1, -1) if day(above[at])), None)
    if dated is None:
        return (line(above[0]) if above else None), (above[1] if above[1:] else None), None
    published = day(above[dated])
    named = above[:dated]
    if len(named) < 2:
        return (line(named[0]) if named else None), None, published
    title = named[-2:-1] if spaced else named[:-1]
    return line(" ".join(title)), named[-1], published
