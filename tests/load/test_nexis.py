"""Nexis Uni as its exports vary: languages of the menu, headings, heads of printed pages."""

import textwrap

import docx
import pytest
from archives import BODY, FIRST, OTHER, PAPER, SAID, SECOND, STRIKE, TITLE, read
from documents import pdf

RIGHTS = "Copyright 2024 Northport Media Ltd All Rights Reserved"
LABELS = ["Section:\xa0NEWS; Pg. 3", "Length:\xa0355 words", "Byline:\xa0Ann Sorel",
          "Dateline:\xa0OSLEM", "Highlight:\xa0Talks are over"]  # fmt: skip
AFTER = ["Graphic", "The quay in the morning, Reuters", "Classification", "Language:\xa0ENGLISH",
         "Publication-Type:\xa0Newspaper", "Subject:\xa0PORTS (90%)",
         "Load-Date:\xa0March 6, 2024"]  # fmt: skip


def document(title, paper, day, labels, body, after, head="Body", end="End of Document",
             rights=RIGHTS):  # fmt: skip
    return [title, paper, day, rights, *labels, head, *body.split("\n\n"), *after, end, ""]


TWO = document(TITLE, f"{PAPER} (Oslem)", "March 5, 2024 Tuesday", LABELS, BODY, AFTER) + document(
    STRIKE, "Morning Ledger", "7 March 2024 Thursday 9:20 AM GMT",
    ["Section:\xa0NEWS; Version:2", "Length:\xa0677 words", "Byline:\xa0Paul Okoro "], OTHER, AFTER,
)  # fmt: skip
# day, labels, what is above the text, what follows it, its end, its rights
MENUS = {
    "German": (
        "Dienstag 5. März 2024", ["Rubrik:\xa0NEWS; S. 4", "Länge:\xa0355 Wörter",
        "Autor:\xa0Ann Sorel"], "Volltext", ["Grafik", "Der Kai", "Klassifizierung",
        "Sprache:\xa0ENGLISH", "Publikationstyp:\xa0Zeitung", "Ladedatum:\xa06. März 2024"],
        "Ende des Dokuments", "Copyright 2024 Northport Media Alle Rechte vorbehalten",
    ),
    "French": (
        "mardi 5 mars 2024", ["Rubrique : Politique", "Longueur : 355 mots", "Auteur : Ann Sorel"],
        "Corps de l'article", ["Graphique", "Le quai", "Classement", "Langue: ENGLISH",
        "Date de chargement: 6 mars 2024"],
        "Fin du document", "Copyright 2024 Northport Media Tous droits réservés",
    ),
    "Dutch": (
        "5 maart 2024 dinsdag", ["Sectie: NEWS; Blz. 3", "Lengte: 355 woorden",
        "Auteur: Ann Sorel"], "Tekst", ["Grafiek", "De kade", "Classificatie", "Taal: ENGLISH",
        "Laaddatum: 6 maart 2024"],
        "Einde van document", "Copyright 2024 Northport Media Alle rechten voorbehouden",
    ),
    "Spanish": (
        "martes 5 de marzo de 2024", ["Sección: NEWS; Pág. 3", "Longitud: 355 palabras",
        "Línea de autor: Ann Sorel"], "Texto", ["Gráfico", "El muelle", "Clasificación",
        "Idioma: ENGLISH", "Fecha de carga: 6 de marzo de 2024"],
        "Final del documento", "Copyright 2024 Northport Media Todos los derechos reservados",
    ),
    "Italian": (
        "martedì 5 marzo 2024", ["Sezione: NEWS; Pag. 3", "Lunghezza: 355 parole",
        "Autore: Ann Sorel"], "Corpo", ["Grafico", "Il molo", "Classificazione", "Lingua: ENGLISH",
        "Data di caricamento: 6 marzo 2024"],
        "Fine del documento", "Copyright 2024 Northport Media Tutti i diritti riservati",
    ),
    "Portuguese": (
        "5 de março de 2024", ["Seção: NEWS", "Tamanho: 355 palavras", "Autor: Ann Sorel"],
        "Corpo", ["Classificação", "Idioma: ENGLISH", "Data de carregamento: 6 de março de 2024"],
        "Fim do documento", "Copyright 2024 Northport Media Todos os direitos reservados",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MENUS)
def test_words_of_the_menu(tmp_path, name):
    day, labels, head, after, end, rights = MENUS[name]
    made = [
        line
        for title, body in ((TITLE, BODY), (STRIKE, OTHER))
        for line in document(title, PAPER, day, labels, body, after, head, end, rights)
    ]
    rows, lines = read(tmp_path / "a.txt", "\n".join(made))
    assert rows == [FIRST, (STRIKE, *FIRST[1:])]
    assert lines == [SAID[:3], SAID[1:]]


NAMED = (
    "Graphic images of the quay were shown to the court, and notes of it were read, a clerk said."
)


@pytest.mark.parametrize("word", ["", "Notes", "Correction"])
def test_a_heading_ends_the_text_and_a_sentence_does_not(tmp_path, word):
    after = [word, "The Times misstated the berths.", *AFTER] if word else AFTER
    made = document(TITLE, PAPER, "March 5, 2024", LABELS, f"{BODY}\n\n{NAMED}", after)
    assert read(tmp_path / "a.txt", "\n".join(made)) == ([FIRST], [[*SAID[:3], NAMED]])


def test_paragraphs_of_a_document(tmp_path):
    made = docx.Document()
    for text in TWO:
        made.add_paragraph(text)
    made.save(str(tmp_path / "b.docx"))
    data = (tmp_path / "b.docx").read_bytes()
    assert read(tmp_path / "a.docx", data) == ([FIRST, SECOND], [SAID[:3], SAID[1:]])


LONG = "Harbour deal stalls as ministers trade blame over the cost of the quay and the union waits"


@pytest.mark.parametrize("title", [TITLE, LONG])
def test_the_headline_over_each_printed_page_is_told(tmp_path, title):
    """Also where the head of a page holds the first words of a headline of two lines alone."""
    plain = str.maketrans({"“": '"', "”": '"', "\xa0": " ", "(": "\\(", ")": "\\)"})
    pages = []
    for made in (
        document(title, PAPER, "March 5, 2024", LABELS, BODY, AFTER),
        TWO[TWO.index(STRIKE) :],
    ):
        lines = [line for each in made for line in textwrap.wrap(each.translate(plain), 70)]
        head = textwrap.wrap(made[0], 70)[0]
        for at in range(0, len(lines), 10):
            pages.append([f"Page {at // 10 + 1} of 3", head, *lines[at : at + 10]])
    rows, lines = read(tmp_path / "a.pdf", pdf(*pages))
    assert rows == [(title, *FIRST[1:]), SECOND]
    assert lines == [[each.translate(plain) for each in part] for part in (SAID[:3], SAID[1:])]
