"""Exports as archives mailed and printed them: without rules, the day above the headline."""

from email.message import EmailMessage

import pytest

from onrecord.load import Rejected, iter_articles

SAID = [
    "The transport minister, Ida Brandt, said on Tuesday that the deal would not survive.",
    "Her deputy told reporters that none of the offers had been answered.",
]
BODY = "\n\n".join(SAID)
TWO = [
    ("Harbour deal stalls", "The Northport Courier", "2024-03-05", "Ann Sorel"),
    ("Union warns of strike", "Morning Ledger", "2024-03-07", "Paul Okoro"),
]


def read(path):
    items = list(iter_articles(path))
    assert not [item.reason for item in items if isinstance(item, Rejected)]
    rows = [(one.title, one.outlet, f"{one.published:%Y-%m-%d}", one.author) for one in items]
    return rows, [one.text.split("\n\n", 1)[1] for one in items]


def field(name, value):
    return f"<p style='margin:0'><strong>{name}: </strong>{value}</p>"


def document(number, title, outlet, author, day, short):
    """A document as ProQuest mails it: bold names, the text a page inside the page."""
    text = "".join(f"<p>{part}</p>          " for part in SAID)
    return (
        f'<div style="border-bottom:2px solid #ccc"><a name="DocID_{number}"></a><p></p>'
        f"<p style='font-weight:bold'>{title}</p>{field('Author', author)}"
        f"{field('Publication info', f'{outlet} ; Lysk [Lysk]{short}: A.2.')}"
        "<p><a href='https://search.proquest.com/docview/1'>ProQuest document link</a></p>"
        f"{field('Abstract', '<body>')}<p>Talks are over, the minister said.</p><p></body></p>"
        "<div><strong>Links: </strong><a href='http://x.example'>e-Links</a></div>"
        "<p><strong>Full text: </strong><Text WordCount='39'><html><head><title></title></head>"
        f"<body>{text}</body></html></Text></p>{field('Subject', 'Ports; Ferries')}"
        f"{field('Company / organization', 'Name: Port of Lysk; NAICS: 488310')}"
        f"{field('Publication title', f'{outlet}; Lysk')}{field('Pages', 'A.2')}"
        f"{field('Publication date', day)}{field('Section', 'Business Desk')}"
        f"{field('Language of publication', 'English')}{field('ProQuest document ID', number)}"
        f"{field('Document URL', f'https://search.proquest.com/docview/{number}')}"
        f"{field('Copyright', '(Copyright (c) 2024 Lysk Press)')}"
        f"{field('Last updated', '2024-03-09')}{field('Database', 'Major Dailies')}</div>"
    )


def newer(number, title, outlet, author, day, short):
    """A document as mailed since 2022: a citation under the headline, pictures in the text."""
    text = "\n".join(f"<p>\n{part}\n</p>" for part in SAID)
    picture = (
        '<div>\n<a name="1"></a><div class="document_view_image"><img alt="View Image - "><a href='
        '"https://x.example" title="Ships in port">Enlarge this image.</a><div><p></p></div></div>'
        "</div>"
    )
    return (
        f'<div><a name="DocID_{number}"></a><p></p><p style="font-weight:bold">{title}</p><p><span '
        f'class="scholUnivAuthors"><span>{author}.\u2009\n</span></span><span><span class="">'
        f"<strong>{outlet}</strong><strong>, Late Edition (East Coast); Lysk</strong> [Lysk].&nbsp;"
        f"{short}.\n</span></span>&nbsp;</p>{field('Author', author)}<p><a href='https://x.example'>"
        f"ProQuest document link</a></p>{field('Abstract', 'None available.')}<div></div><div>"
        "<strong>Links: </strong><a href='https://x.example'>Get it at Lysk University</a></div>"
        "<p><strong>Full text: </strong><Text WordCount='39'><html><head><title></title>"
        f"<!-- </meta> --></head><body>{picture}\n{text}</body></html></Text></p>"
        f"{field('Subject', 'Ports')}"
        f"{field('Publication title', f'{outlet}, Late Edition (East Coast); Lysk')}"
        f"{field('Publication date', day)}{field('Source type', 'Newspaper')}"
        f"{field('ProQuest document ID', number)}{field('Copyright', 'Copyright Press 2024')}"
        f"{field('Last updated', '2024-03-09')}{field('Database', 'Global Newsstream')}</div>"
    )


NEWER = newer(
    251, "Harbour deal stalls", "The Northport Courier", "Sorel, Ann", "Mar 5, 2024", "05 Mar 2024"
) + newer(
    252, "Union warns of strike", "Morning Ledger", "Okoro, Paul", "Mar 7, 2024", "07 Mar 2024"
)
DOCUMENTS = document(
    251, "Harbour deal stalls", "The Northport Courier", "Sorel, Ann", "Mar 5, 2024", "05 Mar 2024"
) + document(
    252, "Union warns of strike", "Morning Ledger", "Okoro, Paul", "Mar 7, 2024", "07 Mar 2024"
)
COVER = (
    "<table><tr><td>All documents are reproduced with the permission of the copyright owner. "
    "Further reproduction or distribution is prohibited without permission.<br>\n"
    "Please do not reply directly to this email.</td></tr></table>"
    "<div>Mia Sten sent you the following:</div><p>Email 4 of 5</p>"
)


def mailed(kind, content):
    message = EmailMessage()
    message["From"], message["To"] = "noreply@archive.example", "mia@example.org"
    message["Subject"], message["Date"] = "Your research", "Sun, 5 Jul 2026 01:02:03 -0400"
    message.set_content(content, subtype=kind, cte="quoted-printable")
    return message.as_bytes()


@pytest.mark.parametrize("cover", ["", COVER])
@pytest.mark.parametrize("name", ["a.eml", "a.html"])
@pytest.mark.parametrize("made", [DOCUMENTS, NEWER], ids=["older", "newer"])
def test_documents_of_proquest_without_rules(tmp_path, name, cover, made):
    page = f"<html><head><title>ProQuest Export</title></head><body>{cover}{made}</body></html>"
    path = tmp_path / name
    path.write_bytes(mailed("html", page) if name == "a.eml" else page.encode())
    rows, texts = read(path)
    assert rows == TWO
    assert texts == [BODY, BODY]


def test_an_export_in_the_words_of_a_mail(tmp_path):
    parts = [
        f"{title}\nNorthport Courier\nMarch {5 + 2 * n}, 2024 Tuesday\n\nCopyright 2024 Courier\n\n"
        f"Length: 39 words\n\nByline: Ann Sorel\n\nBody\n\n{BODY}\n\nLoad-Date: March 9, 2024\n\n"
        "End of Document\n\n"
        for n, title in enumerate(["Harbour deal stalls", "Union warns of strike"])
    ]
    (tmp_path / "a.eml").write_bytes(mailed("plain", "".join(parts)))
    rows, texts = read(tmp_path / "a.eml")
    assert [row[0] for row in rows] == [row[0] for row in TWO]
    assert texts == [BODY, BODY]


def test_what_a_service_puts_before_a_text(tmp_path):
    text = (
        "Harbour deal stalls\nQuay Blog\nMarch 5, 2024 Tuesday 10:11 AM EST\n\n"
        "Delivered by Newstex LLC. All Rights Reserved\nCopyright 2024 Quay Blog\n"
        "Length: 39 words\nByline: Ann Sorel\n\nBody\n\n\nMar 05, 2024( Quay Blog: "
        f"https://quay.example Delivered by Newstex) {BODY}\n\nLink to the original story.\n\n"
        "Load-Date: March 6, 2024\n\nEnd of Document\n\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    rows, texts = read(tmp_path / "a.txt")
    assert rows == [("Harbour deal stalls", "Quay Blog", "2024-03-05", "Ann Sorel")]
    assert texts == [BODY]


def newsbank(above, below, ends):
    """Two articles, each with the lines above its text and those below it."""
    days = ["March 5, 2024", "March 7, 2024"]
    papers = ["Northport Courier, The (NP)", "Morning Ledger (LY)"]
    return "\n".join(
        above.format(day=day, paper=paper, title=title, by=by)
        + ("" if above.endswith(": ") else "\n")
        + f"{BODY}\n\n"
        + below.format(day=day, outlet=outlet)
        + f"\nRecord Number: {number}\n{ends}"
        for number, (day, paper, (title, outlet, _, by)) in enumerate(
            zip(days, papers, TWO, strict=True), 101
        )
    )


@pytest.mark.parametrize(
    "above",
    [
        "{day} | {paper}\n{title}\nAuthor: {by} | Page: A1 | Section: News\n",
        "{day} | {paper}\n{title}\nBy {by}\n39 Words\n",
        "{paper}\n{day}\n\n{title}\nAuthor: {by}; Staff Writer\nEdition: METRO\nPage: 01A\n",
        "{day}\nSection: NEWS\nEdition: METRO\nPage: 01A\n\n{title}\nBy {by}\n",
        "{title}\n{day} | {paper}\nAuthor: {by}\n",
        "Paper: {paper}\nTitle: {title}\nDate: {day}\nAuthor: {by}\nSection: News\n",
        "Headline: {title}\nSource: {paper}\nDate: {day}\nByline: {by}\nText: ",
        "{title}\n{day}\n{paper}\nAuthor: {by}\nSection: News\n39 Words\n",
    ],
)
@pytest.mark.parametrize("ends", ["", "\n____________________________\n"])
@pytest.mark.parametrize("cover", ["", "NewsBank: Access World News\n\n"])
def test_prints_of_newsbank(tmp_path, above, ends, cover):
    below = "Caption: Ships in port\nCopyright 2024 {outlet}"
    (tmp_path / "a.txt").write_text(cover + newsbank(above, below, ends), encoding="utf-8")
    rows, texts = read(tmp_path / "a.txt")
    assert rows == TWO
    assert texts == [BODY, BODY]


def test_a_day_inside_a_text_begins_no_article(tmp_path):
    above = "{day} | {paper}\n{title}\nBy {by}\n"
    text = newsbank(above, "Copyright 2024 {outlet}", "").replace(
        SAID[1], f"March 1, 2024\n\n{SAID[1]}"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(read(tmp_path / "a.txt")[0]) == 2


@pytest.mark.parametrize("between", ["\n", " " * 16, "\t\t\t\t"])
def test_the_paper_of_europresse_stands_before_its_section(tmp_path, between):
    page = (
        f"<article><header><span class='DocPublicationName'>Le Courrier{between}Politique, p. 4"
        "</span><span class='DocHeader'>mardi 5 mars 2024</span>"
        "<p class='titreArticleVisu rdp__articletitle'>Harbour deal stalls</p></header>"
        f"<section><div class='docOcurrContainer'><p>{BODY}</p></div></section></article>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert next(iter_articles(tmp_path / "a.html")).outlet == "Le Courrier"
