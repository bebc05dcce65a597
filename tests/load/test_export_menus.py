"""ProQuest in the languages of its menus, and EBSCO as text, page and table."""

import pandas as pd
import pytest

from onrecord.load import Rejected, iter_articles, load

SAID = [
    "The transport minister, Ida Brandt, said on Tuesday that the deal would not survive the year.",
    "Her deputy told reporters that none of the offers had been answered: Source: nobody knew.",
]
SPACED = "\n\n".join(SAID)
TWO = [
    ("Harbour deal stalls", "The Northport Courier", "2024-03-05", "Ann Sorel"),
    ("Union warns of strike", "Morning Ledger", "2024-05-07", "Paul Okoro"),
]
RULE = "_" * 60
# text, title, author, outlet, what stands before it, day, language, address, others
MENUS = {
    "Spanish": (
        *("Texto completo", "Título", "Autor", "Título de publicación", "Resumen"),
        *("Fecha de publicación", "Idioma de la publicación", "URL del documento"),
        ("Materia", "Lugar", "ID del documento de ProQuest", "Última actualización"),
        (*("mar 5, 2024", "7 de mayo de 2024"), "documento {} de 2", ":"),
    ),
    "Portuguese": (
        *("Texto completo", "Título", "Autor", "Título da publicação", "Resumo"),
        *("Data de publicação", "Idioma de publicação", "URL do documento"),
        ("Assunto", "Local", "ID do documento ProQuest", "Base de dados"),
        (*("mar 5, 2024", "7 de maio de 2024"), "documento {} de 2", ":"),
    ),
    "Italian": (
        *("Testo completo", "Titolo", "Autore", "Titolo pubblicazione", "Riassunto"),
        *("Data pubblicazione", "Lingua di pubblicazione", "URL documento"),
        ("Soggetto", "Luogo", "ID documento ProQuest", "Ultimo aggiornamento"),
        (*("mar 5, 2024", "7 maggio 2024"), "documento {} di 2", ":"),
    ),
    "Chinese": (
        *("全文", "标题", "作者", "出版物名称", "摘要", "出版日期", "出版物语言", "文档 URL"),
        ("主题", "地点", "ProQuest 文档 ID", "数据库"),
        (*("Mar 5, 2024", "2024 年 5 月 7 日"), "第 {} 篇文档，共 2 篇", "："),
    ),
}


def rows_of(path):
    items = list(iter_articles(path))
    assert not [item.reason for item in items if isinstance(item, Rejected)]
    rows = [(one.title, one.outlet, f"{one.published:%Y-%m-%d}", one.author) for one in items]
    return rows, [one.text.split("\n", 1)[1].strip().split("\n") for one in items]


@pytest.mark.parametrize("name", MENUS)
def test_proquest_in_other_menus(tmp_path, name):
    text, title, author, outlet, lead, date, language, url, others, (*days, count, colon) = MENUS[
        name
    ]
    pieces = []
    for number, (head, paper, _, who) in enumerate(TWO, 1):
        fields = [
            *[(lead, "The deal may fail."), (text, SPACED), (others[0], "Ports; Ministers")],
            *[(others[1], "Oslem"), (title, head), (author, ", ".join(reversed(who.split())))],
            *[(outlet, f"{paper}; Oslem"), (date, days[number - 1]), (language, "English")],
            *[(others[2], f"293{number}"), (url, f"https://www.proquest.com/docview/293{number}")],
            (others[3], "Global Newsstream"),
        ]
        listed = "\n\n".join(f"{label}{colon} {value}" for label, value in fields)
        pieces.append(f"\n\n{count.format(number)}\n\n{head}\n\n{listed}\n\n")
    (tmp_path / "a.txt").write_text(RULE + RULE.join(pieces) + RULE, "utf-8")
    rows, texts = rows_of(tmp_path / "a.txt")
    assert rows == TWO
    assert [[part for part in each if part] for each in texts] == [SAID, SAID]
    assert load(tmp_path).url[1] == "https://www.proquest.com/docview/2932"


OWNED = (
    "Copyright of {} is the property of Port Media Ltd and its content may not be copied or emailed"
    " to multiple sites without the copyright holder's express written permission. However, users"
    " may print, download, or email articles for individual use."
)


def wide(number, title, outlet, day, author):
    """A record with its values beside their names."""
    year, month, date = day.split("-")
    return (
        f"Record: {number}\nTitle:  \t{title}.\nAuthors:  \t{', '.join(reversed(author.split()))}\n"
        f"Source:  \t{outlet}. {int(month)}/{date}/{year}, pA1-A3. 2p. 1 Color Photograph.\n"
        "Document Type:  \tArticle\nSubject Terms:  \t*HARBORS\n\t*STRIKES\n"
        "Abstract:  \tThe article reports on a deal that may fail.\nFull Text Word Count:  \t40\n"
        f"ISSN:  \t0000-0000\nAccession Number:  \t1234567{number}\n"
        "Persistent link to this record (Permalink): http://search.ebscohost.com/login.aspx"
        f'?direct=true&db=nfh&AN={number}\nCut and Paste: <A href="http://search.ebscohost.com/'
        f'login.aspx?AN={number}">{title}</A>\nDatabase:  \tNewspaper Source\n\nSection: News\n\n'
        f"{title}\n\n{SPACED}\n\n~~~~~~~~\n\nBy {author}\n\n{OWNED.format(outlet)}\nBack\n\n"
    )


def tall(number, title, outlet, day, author):
    """A record with its values below their names, and no number above."""
    stated = pd.Timestamp(day).strftime("%b %d, %Y")
    return (
        f"Title:\n{title}\n\nAuthors:\n{', '.join(reversed(author.split()))}\n\nSource:\n"
        f"{outlet} (Oslem), {stated}, p4\n\nPublication Type:\nNewspaper\n\nSubject Terms:\n"
        "Ports\nMinisters\n\nAccession Number:\n2W6123\n\nDatabase:\nNewspaper Source Plus (EBSCO)"
        f"\n\n{SPACED}\n\n{OWNED.format(outlet)}\n\n"
    )


@pytest.mark.parametrize("made", [wide, tall])
def test_ebsco_as_text(tmp_path, made):
    records = "".join(made(number, *facts) for number, facts in enumerate(TWO, 1))
    (tmp_path / "a.txt").write_text(records, "utf-8")
    rows, texts = rows_of(tmp_path / "a.txt")
    assert rows == TWO
    assert [[part for part in each if part][-2:] for each in texts] == [SAID, SAID]
    assert not any("property of" in part or "HARBORS" in part for each in texts for part in each)


def test_ebsco_as_a_page(tmp_path):
    records = "".join(
        f"<dl><dt>Title:</dt><dd>{title}</dd><dt>Authors:</dt><dd>{author}</dd><dt>Source:</dt>"
        f"<dd>{outlet}. {day}, p4.</dd><dt>Accession Number:</dt><dd>AN{day}</dd><dt>Database:</dt>"
        f"<dd>Newspaper Source</dd></dl><h2>{title}</h2><p>{SAID[0]}</p><p>{SAID[1]}</p>"
        f"<p>{OWNED.format(outlet)}</p>"
        for title, outlet, day, author in TWO
    )
    (tmp_path / "a.html").write_text(
        f"<html><head><title>EBSCOhost</title></head><body>{records}</body></html>", "utf-8"
    )
    rows, texts = rows_of(tmp_path / "a.html")
    assert rows == TWO
    assert [[part for part in each if part][-2:] for each in texts] == [SAID, SAID]


def test_ebsco_without_a_text_is_rejected(tmp_path):
    record = wide(1, *TWO[0])
    bare = record.split("Section: News")[0] + "\n\n"
    (tmp_path / "a.txt").write_text(bare + wide(2, *TWO[1]), "utf-8")
    first, second = iter_articles(tmp_path / "a.txt")
    assert isinstance(first, Rejected) and "abstract" in first.reason
    assert second.title == TWO[1][0]


def test_ebsco_as_a_table(tmp_path):
    (tmp_path / "a.csv").write_text(
        "an,title,source,publicationDate,contributors,abstract,plink\n"
        f'1,Harbour deal stalls,Courier,20240305,"Sorel, Ann","{SAID[0]}",https://x.example/1\n',
        "utf-8",
    )
    [row] = load(tmp_path).itertuples()
    assert (row.outlet, f"{row.published:%Y-%m-%d}", row.url) == (
        *("Courier", "2024-03-05"),
        "https://x.example/1",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Harbour deal stalls\n\n{SPACED}\n\nSource: Courier\n\nTitle: no more, EBSCO said.",
        f"EBSCO buys a rival\n\nTitle: a word\n\n{SPACED}\n\nDatabase: a word, too",
    ],
)
def test_an_article_that_speaks_of_titles_is_no_export(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert len(load(tmp_path)) == 1 and "#" not in load(tmp_path).path[0]
