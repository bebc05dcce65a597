"""LexisNexis' labels in capitals, in the languages of its menus."""

from __future__ import annotations

import re

LABEL = re.compile(r"^\s*([A-ZÀ-Þ][A-ZÀ-Þ \-]{2,34}):(?:\s|$)")
# before a text, or behind it in older files
HEAD = {
    **dict.fromkeys(
        ["BYLINE", "AUTOR", "AUTHOR", "AUTEUR", "NAAMREGEL", "AUTORIN", "SIGNATURE", "AUTORE",
         "NAME"],
        "author",
    ),
    **dict.fromkeys(["HEADLINE", "TITEL", "TITLE", "TITRE", "KOP", "TÍTULO", "TITOLO"], "title"),
    **dict.fromkeys(
        ["LENGTH", "LÄNGE", "LONGUEUR", "LENGTE", "LONGITUD", "LUNGHEZZA", "EXTENSIÓN"], "length"
    ),
    **dict.fromkeys(
        ["SECTION", "RUBRIK", "RUBRIQUE", "SECTIE", "SECCIÓN", "SEZIONE", "DATELINE", "ORTSZEILE",
         "HIGHLIGHT", "SERIES", "SOURCE", "ENHANCEMENT", "DISTRIBUTION", "COLUMN", "TYPE",
         "CORRECTION", "HOCHGELADEN", "KURZBESCHREIBUNG", "REGELEINDE", "EDITION", "GUESTS",
         "GUEST", "ANCHORS", "ANCHOR", "HOST", "HOSTS", "REPORTERS", "BIO", "BODY"],
        "",
    ),
}  # fmt: skip
URL = frozenset(["URL"])
TAIL = frozenset(
    ["LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "GRAPHIC", "GRAPHICS", "GRAFIK",
     "GRAFIEK", "GRAPHIQUE", "JOURNAL-CODE", "UPDATE", "SPRACHE", "LANGUE", "TAAL", "IDIOMA",
     "LINGUA", "SUBJECT", "PERSON", "ORGANIZATION", "COMPANY", "TICKER", "INDUSTRY", "GEOGRAPHIC",
     "STATE", "CITY", "COUNTRY", "ACC-NO", "DOCUMENT-TYPE", "CORRECTION-DATE", "NOTES",
     "PUBLICATION TYPE", "UPDATE-CODE", "DATE-CHARGEMENT", "DATE DE CHARGEMENT",
     "TYPE-PUBLICATION", "PUBLICATIETYPE", "LAAD-DATUM", "LAADDATUM", "LOAD DATE", "CODE-REVUE",
     "PUBLIKATIONSTYP", "ISSN", "DOCUMENT TYPE", "CATEGORY", "TRANSCRIPT-ID", "TRANSCRIPT",
     "PUB-TYPE", "PUB-SUBJECT", "FECHA-CARGA", "CORRECTION"]
)  # fmt: skip
KNOWN = TAIL | URL | HEAD.keys()
LANGUAGES = frozenset(["LANGUAGE", "SPRACHE", "LANGUE", "TAAL", "IDIOMA", "LINGUA"])
# behind a text they end it, where the page or the count of words follows
BEHIND = re.compile(
    r"\s*(?:LENGTH|LÄNGE|LONGUEUR|LENGTE):\s*[\d.,]+ +\w+\s*$|\s*(?:SECTION|RUBRIK|RUBRIQUE"
    r"|SECTIE):(?=.{1,200}$)"
)
LABELLED = re.compile(
    r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|LENGTE|LONGITUD|LUNGHEZZA|LOAD-DATE|PUBLICATION-TYPE|LANGUAGE"
    r"|SPRACHE|LANGUE|TAAL):",
    re.M,
)
LENGTH = re.compile(r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|LENGTE):[ \t]*[\d.,]+ +\w+[ \t]*$", re.M)
# a text begins here, on this line or below it; a lead may have a label of its own
BODY = re.compile(r"^[ \t]*(?:BODY|TEXT|TEKST|TEXTE|CHAPEAU|ARTICLE|TEXTO|TESTO):[ \t]*", re.M)
