"""Formats beside pages, tables and plain text: what each gives, and bad parts among good ones."""

import bz2
import gzip
import importlib
import lzma
from pathlib import Path

import documents
import pandas as pd
import pytest

from onrecord.load import formats_page, load
from onrecord.load.exports.listed import EXPORTS
from onrecord.load.formats import FORMATS, READERS

ROOT = Path(__file__).parent.parent.parent
ONE = "The island's ferry will stop in May, the harbour master, Nils Aro, said on Monday."
TWO = "“Nobody asked us,” said Vera Lind, who runs the shop on the quay, to the council."
BODY = f"{ONE}\n\n{TWO}"
TITLE = "Ferry to stop"
PAGE = f"<h1>{TITLE}</h1><p>{ONE}</p><p>{TWO}</p>"
WEB = (
    f"<html><head><title>{TITLE}</title><meta property='og:site_name' content='Island Herald'>"
    f"<meta property='article:published_time' content='2023-11-06T08:00:00Z'></head>"
    f"<body><nav><a href='/'>Home</a></nav><article>{PAGE}</article></body></html>"
)
DAY = "2023-11-06"
PLAIN = (TITLE, None, None, None, None)
WRAPPED = ONE.replace("harbour ", "harbour\n")


def mail(body: str, head: str = "", kind: str = "text/plain") -> str:
    return (
        f"From: Mia Sten <mia@herald.example>\nTo: you@x.example\nSubject: {TITLE}\n{head}"
        f"Date: Mon, 6 Nov 2023 08:00:00 +0000\nContent-Type: {kind}; charset=utf-8\n\n{body}"
    )


MIXED = mail(
    f"--b\nContent-Type: text/plain; charset=utf-8\n\n{BODY}\n\nUnsubscribe: https://x.example/u\n"
    f"--b\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Disposition: attachment; filename=second.txt\n\n"
    f"The quay\n\n{TWO}\n--b\nContent-Type: image/png\n"
    "Content-Disposition: attachment; filename=a.png\n\nxx\n--b--\n",
    kind="multipart/mixed; boundary=b",
)
RSS = f"""<?xml version="1.0"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Island Herald</title>
<link>https://herald.example</link><item><title>{TITLE}</title>
<link>https://herald.example/f</link><dc:creator>Mia Sten</dc:creator>
<pubDate>Mon, 06 Nov 2023 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{ONE}</p><p>{TWO}</p>]]></content:encoded></item>
<item><title>No words</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Island Herald</title>
<entry><title type="html">{TITLE}</title><link rel="self" href="https://x.example/self"/>
<link rel="alternate" href="https://herald.example/f"/><updated>2024-01-01T00:00:00Z</updated>
<published>2023-11-06T08:00:00Z</published><author><name>Mia Sten</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ONE}</p><p>{TWO}</p></div>
</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Island Herald</title></channel><item><title>{TITLE}</title>
<link>https://herald.example/f</link><dc:date>2023-11-06</dc:date><dc:creator>Mia Sten</dc:creator>
<description>&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;</description></item></rdf:RDF>"""
NITF = f"""<nitf><head><title>x</title><docdata><date.issue norm="20231106T080000Z"/></docdata>
<pubdata name="Island Herald" date.publication="20231106"/></head><body><body.head><hedline>
<hl1>{TITLE}</hl1></hedline><byline>By <person>Mia Sten</person></byline></body.head>
<body.content><block class="lead_paragraph"><p>{ONE}</p></block><block class="full_text">
<p>{ONE}</p><p>{TWO}</p></block><media><caption>The quay</caption></media></body.content>
</body></nitf>"""
G2 = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem><itemMeta><itemClass qcode="ninat:text"/><provider literal="Island Herald"/>
<versionCreated>2023-11-07T09:00:00Z</versionCreated></itemMeta><contentMeta>
<contentCreated>2023-11-06T08:00:00Z</contentCreated><by>By Mia Sten</by>
<headline>{TITLE}</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x</title></head><body><p>{ONE}</p><p>{TWO}</p></body></html></inlineXML></contentSet>
</newsItem><newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>
<headline>The quay</headline></contentMeta></newsItem></itemSet></newsMessage>"""
TEI = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>{TITLE}</title><author>Mia Sten</author></titleStmt><publicationStmt><p>x</p>
</publicationStmt><sourceDesc><bibl><title level="j">Island Herald</title>
<date when="2023-11-06"/></bibl></sourceDesc></fileDesc></teiHeader><text><body>
<p>{ONE}<note>See above.</note></p><p>{TWO}</p></body></text></TEI>"""
FACTIVA = f"""<ppsArticles><article><accessionNo>X0001</accessionNo><baseLanguage>en</baseLanguage>
<byline>By Mia Sten</byline><headline><paragraph>{TITLE}</paragraph></headline>
<publicationDate><date>2023-11-06</date></publicationDate><sourceName>Island Herald</sourceName>
<wordCount>27</wordCount><leadParagraph><paragraph>{ONE}</paragraph></leadParagraph>
<tailParagraphs><paragraph>{TWO}</paragraph></tailParagraphs></article>
<article><headline><paragraph>Gone</paragraph></headline><tailParagraphs/></article></ppsArticles>"""
RECORD = f"""<RECORD><GOID>7</GOID><Title>{TITLE}</Title><PubTitle>Island Herald</PubTitle>
<Author>Mia Sten</Author><PubDate>2023-11-06</PubDate><URL>https://herald.example/f</URL>
<FullText>&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;</FullText></RECORD>"""
SGM = f"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="1"><DATE> 6-NOV-1987 08:00:01.79</DATE><TEXT>&#2;
<TITLE>{TITLE}</TITLE><AUTHOR>    By Mia Sten, Reuters</AUTHOR><DATELINE>AROVIK, Nov 6 - </DATELINE>
<BODY>{ONE}
    {TWO}
 REUTER
&#3;</BODY></TEXT></REUTERS>
<REUTERS NEWID="2"><DATE>6-NOV-1987</DATE><TEXT TYPE="BRIEF"><TITLE>Gone</TITLE></TEXT></REUTERS>"""
RIS = f"""TY  - NEWS
AU  - Sten, Mia
AU  - Ek, Bo
TI  - {TITLE}
JO  - Island Herald (Arovik)
DA  - 2023/11/06/
UR  - https://herald.example/f
AB  - {ONE} {TWO}
ER  -

TY  - NEWS
TI  - Gone
ER  -
"""
FULL = (TITLE, "Island Herald", DAY, "Mia Sten", "https://herald.example/f")
NO_URL = (*FULL[:4], None)
TURN = "HARBOUR MASTER: The ferry will stop in May."
SRT = f"""1
00:00:01,000 --> 00:00:03,000
<i>[MUSIC]</i>

2
00:00:03,000 --> 00:00:05,000
&gt;&gt; HARBOUR MASTER: The ferry

3
00:00:05,000 --> 00:00:07,000
will stop in May.

4
00:00:07,500 --> 00:00:09,000
>> {TWO}
"""
TABLE = [["Title", "Publication title", "Pubdate", "Authors", "Document URL", "Full text"],
         [*FULL[:1], "Island Herald (Arovik)", DAY, "Mia Sten", FULL[4], ONE],
         ["Gone", "", "", "", "", ""]]  # fmt: skip
SHEET = "<office:spreadsheet>{}</office:spreadsheet>"
WEB_TABLE = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in TABLE)


def sheet(rows: list[list[str]]) -> str:
    cells = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    made = "".join(
        f"<table:table-row>{''.join(map(cells.format, row))}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    many = 'table:number-rows-repeated="1000000"'
    empty = f"<table:table-row {many}><table:table-cell/></table:table-row>"
    return f'<table:table table:name="S">{empty}{made}{empty}</table:table>'


RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}{\pard\b Ferry to stop\par}"
    r"{\pard The island\'92s {\field{\*\fldinst{HYPERLINK \"https://x.example\"}}{\fldrslt ferry}} "
    r"will stop in May, Nils Aro said.\par}"
    r"{\pard\u8220?Nobody asked us,\u8221? said Vera Lind.\par}}"
)
RTF_TEXT = (
    f"{TITLE}\nThe island’s ferry will stop in May, Nils Aro said.\n"
    "“Nobody asked us,” said Vera Lind."
)
ODT = documents.opened(
    f"<office:text><text:tracked-changes><text:p>Old.</text:p></text:tracked-changes>"
    f"<text:h>{TITLE}</text:h><text:p>{ONE[:10]}<text:span>{ONE[10:]}</text:span></text:p>"
    f"<text:p>{TWO}<office:annotation><text:p>Check.</text:p></office:annotation></text:p>"
    "</office:text>"
)
LONGER = f"<p>{ONE}</p><p>{TWO}</p><p>{ONE} {TWO}</p>"
TEXT = f"{TITLE}\n\n{BODY}"
MANY = [
    ("a.rtf", RTF, [(PLAIN, RTF_TEXT)], []),
    ("a.doc", RTF, [(PLAIN, RTF_TEXT)], []),
    ("a.odt", ODT, [(PLAIN, TEXT)], []),
    (
        "a.eml",
        mail(f"{WRAPPED}\n\n{TWO}\n\n-- \nMia"),
        [((TITLE, None, DAY, "Mia Sten", None), TEXT)],
        [],
    ),
    ("a.eml", mail(PAGE, kind="text/html"), [((TITLE, None, DAY, "Mia Sten", None), TEXT)], []),
    (
        "a.eml",
        MIXED,
        [
            ((TITLE, None, DAY, "Mia Sten", None), TEXT),
            (("The quay", None, None, None, None), f"The quay\n\n{TWO}"),
        ],
        [],
    ),
    (
        "a.mbox",
        f"From a@b Mon Nov  6 08:00:00 2023\n{mail(BODY)}\n\nFrom a@b Mon Nov 6 2023\n{mail('')}",
        [((TITLE, None, DAY, "Mia Sten", None), TEXT)],
        ["a.mbox#2"],
    ),
    (
        "a.mhtml",
        mail(
            f"--b\nContent-Type: text/html; charset=utf-8\n\n{WEB}\n--b\n"
            "Content-Type: text/css\n\np{}\n--b--\n",
            head="Snapshot-Content-Location: https://herald.example/f\n",
            kind="multipart/related; boundary=b",
        ),
        [((*FULL[:3], None, FULL[4]), None)],
        [],
    ),
    ("a.srt", SRT, [((None,) * 5, f"{TURN}\n\n{TWO}")], []),
    (
        "a.vtt",
        "WEBVTT - Ferry to stop\n\nNOTE x\n\n00:01.000 --> 00:02.000\n<v Nils Aro>The ferry\n"
        "\n"
        "00:02.000 --> 00:03.000\nThe ferry\nwill <c.yellow>stop</c>.\n",
        [(PLAIN, f"{TITLE}\n\nNils Aro: The ferry will stop.")],
        [],
    ),
    (
        "a.ris",
        RIS,
        [((*FULL[:3], "Mia Sten; Bo Ek", FULL[4]), f"{TITLE}\n\n{ONE} {TWO}")],
        ["a.ris#2"],
    ),
    ("a.xml", RSS, [(FULL, TEXT)], ["a.xml#2"]),
    ("a.rss", RSS, [(FULL, TEXT)], ["a.rss#2"]),
    ("a.atom", ATOM, [(FULL, TEXT)], []),
    ("a.rdf", RDF, [(FULL, TEXT)], []),
    ("a.nitf", NITF, [(NO_URL, TEXT)], []),
    ("a.xml", NITF, [(NO_URL, TEXT)], []),
    ("a.xml", G2, [(NO_URL, TEXT)], []),
    ("a.xml", TEI, [(NO_URL, TEXT)], []),
    (
        "a.xml",
        f"<teiCorpus>{TEI}{TEI.replace('May', 'June')}</teiCorpus>",
        [(NO_URL, TEXT), (NO_URL, TEXT.replace("May", "June"))],
        [],
    ),
    ("a.xml", FACTIVA, [(NO_URL, TEXT)], ["a.xml#2"]),
    ("a.xml", RECORD, [(FULL, TEXT)], []),
    (
        "a.xml",
        f"<RECORDS>{RECORD}<RECORD><Title>Gone</Title><FullText/></RECORD></RECORDS>",
        [(FULL, TEXT)],
        [],
    ),
    ("a.sgm", SGM, [((TITLE, "Reuters", "1987-11-06", "Mia Sten", None), None)], ["a.sgm#2"]),
    (
        "a.story",
        f"{BODY}\n\n@highlight\n\nFerry stops\n\n@highlight\n\nMay",
        [((None,) * 5, BODY)],
        [],
    ),
    (
        "a.epub",
        documents.epub({"cover.xhtml": "<h1>Issue</h1>", "one.xhtml": f"<h1>{TITLE}</h1>{LONGER}"}),
        [((TITLE, None, DAY, None, None), f"{TITLE}\n\n{BODY}\n\n{ONE} {TWO}")],
        ["a.epub#1"],
    ),
    ("a.xls", documents.xls(*TABLE), [(FULL, f"{TITLE}\n\n{ONE}")], ["a.xls#2"]),
    (
        "a.xls",
        f"<html><body><table>{WEB_TABLE}</table></body></html>",
        [(FULL, f"{TITLE}\n\n{ONE}")],
        ["a.xls#2"],
    ),
    (
        "a.xls",
        "\n".join("\t".join(f'"{v}"' for v in row) for row in TABLE),
        [(FULL, f"{TITLE}\n\n{ONE}")],
        ["a.xls#2"],
    ),
    (
        "a.ods",
        documents.opened(SHEET.format(sheet(TABLE))),
        [(FULL, f"{TITLE}\n\n{ONE}")],
        ["a.ods#2"],
    ),
    (
        "a.warc",
        documents.warc(
            ("https://herald.example/f", "200", "text/html; charset=utf-8", WEB),
            ("https://herald.example/p.png", "200", "image/png", "x"),
            ("https://herald.example/x", "404", "text/html", "<h1>Not found</h1>"),
            ("https://herald.example/y", "200", "text/html", "<h1>Just a moment</h1>"),
        ),
        [((*FULL[:3], None, FULL[4]), None)],
        ["a.warc#2"],
    ),
    ("a.txt.gz", gzip.compress(TEXT.encode()), [(PLAIN, TEXT)], []),
    (
        "a.json.bz2",
        bz2.compress(b'[{"title": "Ferry to stop", "text": "Stops in May."}]'),
        [(PLAIN, f"{TITLE}\n\nStops in May.")],
        [],
    ),
    (
        "a.csv.xz",
        lzma.compress(f'title,text\n{TITLE},"{ONE}"\nGone,\n'.encode()),
        [(PLAIN, f"{TITLE}\n\n{ONE}")],
        ["a.csv.xz#2"],
    ),
    (
        "a.warc.gz",
        gzip.compress(documents.warc(("https://herald.example/f", "200", "text/html", WEB))),
        [((*FULL[:3], None, FULL[4]), None)],
        [],
    ),
]


def rows(folder, name, content):
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)
    articles = load(folder / name)
    days = articles.published.dt.strftime("%Y-%m-%d")
    told = zip(articles.title, articles.outlet, days, articles.author, articles.url, strict=True)
    rejected = [path.rsplit("/", 1)[1] for path in articles.attrs["rejected"].path]
    return articles, [tuple(None if pd.isna(v) else v for v in row) for row in told], rejected


@pytest.mark.parametrize(
    ("name", "content", "told", "rejected"),
    MANY,
    ids=[f"{number}-{row[0]}" for number, row in enumerate(MANY)],
)
def test_what_a_file_gives(tmp_path, name, content, told, rejected):
    articles, found, faults = rows(tmp_path, name, content)
    assert found == [facts for facts, _ in told], articles.attrs["rejected"].to_string()
    assert faults == rejected
    for text, (_, right) in zip(articles.text, told, strict=True):
        assert text == (right or text)
        assert ONE in " ".join(text.split()) or right is not None


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0old", "is a .doc file; save it as .docx"),
        ("a.rtf", "words", "is damaged, or is not a .rtf file"),
        ("a.rtf", r"{\rtf1 }", "holds no text"),
        ("a.odt", b"PK", "is damaged, locked by a password, or of another format"),
        ("a.odt", documents.packed({"a": "b"}), "is of another format: it has no content"),
        ("a.epub", documents.packed({"a": "b"}), "is of another format: it names no content"),
        ("a.eml", "", "has no fields at its head, as mails have"),
        ("a.mbox", "words", "has no line that begins a mail"),
        ("a.mhtml", mail(BODY), "holds no page"),
        ("a.srt", BODY, "has no line with the times of a cue"),
        ("a.ris", BODY, "has no line that begins a reference"),
        ("a.sgm", BODY, "has no element REUTERS, and other SGML is not read"),
        (
            "a.xml",
            "<a><b>words</b></a>",
            "is XML of no known kind: <a> holds no element for a text",
        ),
        ("a.xml", "<", "is not valid XML"),
        ("a.xml", "", "is empty"),
        ("a.rss", "<rss><channel><title>x</title></channel></rss>", "holds no article"),
        ("a.warc", BODY, "is damaged, or is no web archive"),
        ("a.txt.gz", b"\x1f\x8b\x08\x00", "is damaged, or is not a .gz file"),
        ("a.txt.gz", gzip.compress(BODY.encode() * 50)[:60], "is damaged, or is not a .gz file"),
        ("a.zip.gz", gzip.compress(b"x"), "is an archive inside an archive"),
        ("a.tar.gz", gzip.compress(b"x"), "is an archive inside an archive"),
        ("a.png.gz", gzip.compress(b"x"), "has the format .png; only"),
    ],
)
def test_what_is_no_such_file_says_so(tmp_path, name, content, reason):
    articles, found, _ = rows(tmp_path, name, content)
    assert found == []
    [said] = articles.attrs["rejected"].reason
    assert said.startswith(reason)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                  f"<a><title>T</title><text>{ONE} &x;</text></a>"),
        ("a.rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
                  f"<title>T</title><description>{ONE} &x;</description></item></channel></rss>"),
        ("a.odt", documents.packed({"content.xml":
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            f'<a xmlns:text="{documents.OPEN}text:1.0"><text:p>{ONE} &x;</text:p></a>'})),
    ],
)  # fmt: skip
def test_no_entity_opens_another_file(tmp_path, name, content):
    articles, _, _ = rows(tmp_path, name, content)
    assert len(articles) == 1
    assert "root" not in articles.text[0]


def test_every_reader_of_the_list_is_there():
    for each in FORMATS:
        module, function = each.reader.split(".")
        assert callable(getattr(importlib.import_module(f"onrecord.load.{module}"), function))
    assert len(READERS) == sum(len(each.suffixes) for each in FORMATS)


def test_the_readme_names_every_format():
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split()).casefold()
    named = [*(each.name for each in FORMATS), *(each.name for each in EXPORTS)]
    assert [name for name in named if name.casefold() not in readme] == []


def test_the_page_of_formats_is_fresh():
    assert (ROOT / "docs" / "formats.md").read_text("utf-8") == formats_page.page()


TALK = "LIND: Why does it stop?\n\nARO: The ice has gone, and so has the money."


@pytest.mark.parametrize(
    "notice",
    [
        "THIS IS A RUSH TRANSCRIPT. THIS COPY MAY BE UPDATED.",
        "This is a rush FDCH transcript and may change.",
        "Island transcripts are created on a rush deadline by a contractor.",
        "This transcript was automatically generated and may contain errors.",
        "TO ORDER VIDEOTAPES AND TRANSCRIPTS OF ISLAND PROGRAMMING, PLEASE CALL 800-555-0100.",
        "Content and programming Copyright MMXXIII Island Network, Inc. Prepared by hand.",
    ],
)
def test_a_notice_of_a_transcript_is_no_text_and_its_day_is_told(tmp_path, notice):
    text = f"The Evening Talk\n\nAired November 6, 2023 - 18:00 ET\n\n{notice}\n\n{TALK}"
    articles, found, _ = rows(tmp_path, "a.txt", text)
    assert found == [("The Evening Talk", None, DAY, None, None)]
    assert articles.text[0] == text.replace(f"{notice}\n\n", "")


def test_words_about_a_transcript_are_text(tmp_path):
    text = f"Ferry to stop\n\nThis transcript was the reason why she left.\n\n{ONE}"
    articles, found, _ = rows(tmp_path, "a.txt", text)
    assert articles.text[0] == text
    assert found == [PLAIN]


PROSE = [
    "The talks over the quay stalled on Monday after both ministers blamed each other in public.",
    "The union said that its members will decide next week whether they take what is offered.",
]
WHOLE = "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            f"<dump><eintrag><kopf>Hafen</kopf><inhalt>{PROSE[0]}<br/>{PROSE[1]}</inhalt></eintrag>"
            f"<eintrag><kopf>Kai</kopf><inhalt><p>{PROSE[1]}</p><p>{PROSE[0]}</p></inhalt></eintrag>"
            "</dump>",
            [(None, "\n".join(PROSE)), (None, "\n\n".join(PROSE[::-1]))],
        ),
        (
            f'<c><doc source="Courier"><s>{PROSE[0]}</s><s>{PROSE[1]}</s></doc>'
            f'<doc source="Ledger"><s>{PROSE[1]}</s><s>{PROSE[0]}</s></doc></c>',
            [("Courier", WHOLE), ("Ledger", "\n\n".join(PROSE[::-1]))],
        ),
        (f"<piece><p>{PROSE[0]}</p><p>{PROSE[1]}</p></piece>", [(None, WHOLE)]),
        ("<list><name>Brandt</name><name>Reyes</name></list>", []),
    ],
)
def test_xml_of_unknown_names_is_told_by_its_sentences(tmp_path, content, expected):
    (tmp_path / "a.xml").write_text(content)
    articles = load(tmp_path)
    outlets = [None if pd.isna(outlet) else outlet for outlet in articles.outlet]
    assert list(zip(outlets, articles.text, strict=True)) == expected
    assert len(articles.attrs["rejected"]) == (not expected)


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (r"a \ud b", "a b"),
        (r"a \ud83d\ude00 b", "a \N{GRINNING FACE} b"),
        (r"a \ud83d b", "a \ufffd b"),
        (r"a \u-10179?\u-8704? b", "a \N{GRINNING FACE} b"),
        (r"a \footnote b", "a b"),
        (r"a {\*\ud b}c", "a c"),
        (r"a {\footnote b}c", "a c"),
    ],
)
def test_a_stray_word_of_rich_text_hides_nothing(tmp_path, inside, shown):
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi Talks stall\par {inside} and it ends.\par}}")
    assert load(tmp_path).text[0] == f"Talks stall\n{shown} and it ends."
