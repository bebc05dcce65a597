"""Factiva in the languages of its menus, with old numbers, and with a list of contents."""

import pytest

from onrecord.load import Rejected, iter_articles

SAID = [
    "The transport minister, Ida Brandt, said on Tuesday that the deal would not survive.",
    "Her deputy told reporters that none of the offers had been answered.",
]
BODY = "\n\n".join(SAID)
HEADS = ["Harbour deal stalls", "Union warns of strike"]
# count, day, language, rights, number
MENUS = {
    "English": ("664 words", "5 March 2024", "English", "Copyright 2024. Courier.", "Document {}"),
    "German": ("664 Wörter", "5 März 2024", "Englisch", "(c) 2024 Courier", "Dokument {}"),
    "French": ("664 mots", "5 mars 2024", "Anglais", "© 2024 Courier", "Document {}"),
    "Spanish": ("664 palabras", "5 marzo 2024", "Inglés", "© 2024 Courier", "Documento {}"),
    "Italian": ("664 parole", "5 Marzo 2024", "Inglese", "© 2024 Courier", "Documento {}"),
    "Chinese": ("1,664 字", "2024 年 3 月 5 日", "英文", "版权所有 2024 Courier", "文件 {}"),
    "Taiwanese": ("664 個字", "2024年3月5日", "英文", "版權所有 2024 Courier", "文件 {}"),
    "Japanese": ("664 語", "2024年3月5日", "英語", "(c) 2024 Courier", "文書 {}"),
    "Russian": ("664 слов", "5 марта 2024", "Английский", "(c) 2024 Courier", "Документ {}"),
}
NUMBERS = ["NPC0000020240305ek3500001", "npc0000020010926du4i003v3"]


def told(path):
    items = list(iter_articles(path))
    assert not [item.reason for item in items if isinstance(item, Rejected)]
    rows = [(one.title, one.outlet, one.author, f"{one.published:%Y-%m-%d}") for one in items]
    return rows, [one.text.split("\n\n", 1)[1] for one in items]


def right():
    return [(head, "Northport Courier", "Ann Sorel", "2024-03-05") for head in HEADS]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("menu", MENUS)
def test_words_of_the_menu(tmp_path, menu, number):
    count, day, language, rights, end = MENUS[menu]
    text = "".join(
        f"{head}\nBy Ann Sorel\n{count}\n{day}\n10:15\nNorthport Courier\nNPC\n{language}\n"
        f"{rights}\n\n{BODY}\n\n{end.format(number)}\n\n"
        for head in HEADS
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows, texts = told(tmp_path / "a.txt")
    assert rows == right()
    assert texts == [BODY, BODY]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("menu", ["English", "German", "Chinese"])
def test_pages_whose_boxes_nest(tmp_path, menu, number):
    count, day, language, rights, end = MENUS[menu]
    fields = "".join(
        f"<div>{each}\n\t\t\t</div>\n"
        for each in ("By Ann Sorel", count, day, "Northport Courier", "NPC", "18", language, rights)
    )
    page = "".join(
        f'<div id="article-{number}" class="article" >\n\t<div class="article enArticle">\n\t\t<p>'
        f"<div id=\"hd\" ><span class='enHeadline'> {head}</span>\n\t\t\t</div>{fields}</p>"
        + "".join(f'<p class="articleParagraph enarticleParagraph">\t{each}\n</p>' for each in SAID)
        + f"<p>{end.format(number)}\n\t\t</p></div></div><br/><span></span>"
        for head in HEADS
    )
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    rows, texts = told(tmp_path / "a.html")
    assert rows == right()
    assert texts == [BODY, BODY]


CONTENTS = {
    "pages": [f"{head} .......... {n}" for n, head in enumerate(HEADS, 2)],
    "lines": HEADS,
    "many": [*(f"Ferry line number {n} closes" for n in range(8)), *HEADS],
    "others only": [f"Ferry line number {n} closes for the winter" for n in range(8)],
}


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("by", ["By Ann Sorel", None])
def test_a_list_of_contents_is_no_headline(tmp_path, name, by):
    count, day, language, rights, end = MENUS["English"]
    above = "" if by is None else f"{by}\n"
    text = "\n".join(["Factiva RTF Display Format", *CONTENTS[name], "", ""]) + "".join(
        f"{head}\n{above}{count}\n{day}\nNorthport Courier\nNPC\n{language}\n{rights}\n\n{BODY}\n\n"
        f"{end.format(NUMBERS[0])}\n\n"
        for head in HEADS
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows, texts = told(tmp_path / "a.txt")
    assert rows == [(*row[:2], by and "Ann Sorel", row[3]) for row in right()]
    assert texts == [BODY, BODY]


def test_the_day_of_xml_is_that_of_its_moment(tmp_path):
    one = (
        "<ppsarticle><article><accessionNo>TEST{0}</accessionNo><baseLanguage>EN</baseLanguage>"
        "<copyright>(c) 2024 Courier</copyright><headline><paragraph display='Proportional'>"
        "<hlt>Harbour</hlt> deal stalls {0}</paragraph></headline><leadParagraph><paragraph>{1}"
        "</paragraph></leadParagraph><pages>1</pages><publicationDate><dateTime>"
        "2024-03-05T01:35:58Z</dateTime></publicationDate><publisherName>Press</publisherName>"
        "<sourceName>Northport Courier</sourceName><region code='usa'><name>US</name></region>"
        "<tailParagraphs><paragraph>{2}</paragraph></tailParagraphs><notes>A NOTE</notes>"
        "<wordCount>942</wordCount></article></ppsarticle>"
    )
    parts = "".join(one.format(n, *SAID) for n in (1, 2))
    (tmp_path / "a.xml").write_text(
        "<?xml version='1.0' encoding='utf-8'?><PPSResponse><ppsArticleResponse "
        "xmlns='http://global.factiva.com/pps/2.0'><ppsarticleResultSet count='2'>"
        f"{parts}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>",
        encoding="utf-8",
    )
    rows, texts = told(tmp_path / "a.xml")
    assert rows == [
        (f"Harbour deal stalls {n}", "Northport Courier", None, "2024-03-05") for n in (1, 2)
    ]
    assert texts == [BODY, BODY]
