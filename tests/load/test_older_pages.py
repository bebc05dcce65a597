"""Exports saved as pages in years past: cells, spans without a class, fields in rows of a table."""

from onrecord.load import Rejected, iter_articles

SAID = [
    "The transport minister, Ida Brandt, said on Tuesday that the deal would not survive.",
    "Her deputy told reporters that none of the offers had been answered.",
]
BODY = "\n\n".join(SAID)


def told(tmp_path, page):
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    items = list(iter_articles(tmp_path / "a.html"))
    assert not [item.reason for item in items if isinstance(item, Rejected)]
    rows = [(one.title, one.outlet, one.author, f"{one.published:%Y-%m-%d}") for one in items]
    return rows, [one.text.split("\n\n", 1)[1] for one in items]


def cell(paper, heads, title, above="", below=""):
    header = "".join(f'<span class="DocHeader">{each}</span>' for each in heads)
    number = "news·20121004·PO·2040056000"
    return (
        '<table border="0"><tr><td style="TEXT-ALIGN: justify"><table id="tbHeaderImages"><tr>'
        '<td id="celPublication"><img src="a.gif"><br></td><td id="celPdf"></td></tr></table>'
        f'<span class="DocPublicationName">{paper}</span><br>{header}<br><br>{above}'
        f'<span class="TitreArticleVisu">{title}</span><br><br>{below}{SAID[0][:30]}'
        f'<font style="font-weight:bold;">{SAID[0][30:]}</font><p></p>{SAID[1]}<p></p><b><i>'
        f"© 2012 Courrier. Tous droits réservés.</i></b><p></p>Numéro de document : {number}<br>"
        f'<table><tr> <td align="center"><img src="b.gif">{number}</td></tr><tr> <td>Ce certificat'
        " est émis à <b>Lysk</b> à des fins de visualisation.</td></tr></table></td></tr></table>"
        "\n<p><br><br>"
    )


def test_cells_of_europresse(tmp_path):
    page = (
        "<form><input type='button' value='Sauvegarder'/></form>"
        + cell("Le Courrier", ["Politique, ", "jeudi ", "5 octobre 2012"], "Harbour: deal stalls")
        + cell(
            "Journal 1, no. 5968", ["jeudi ", "4 octobre 2012", ", p. 03"],
            "Union <span style='color:red'>warns</span> of strike",
            "Kicker here<br>", "Ann Sorel<br><p></p>",
        )
    )  # fmt: skip
    rows, texts = told(tmp_path, page)
    assert rows == [
        ("Harbour: deal stalls", "Le Courrier", None, "2012-10-05"),
        ("Union warns of strike", "Journal 1", "Ann Sorel", "2012-10-04"),
    ]
    assert texts == [BODY, BODY]


def test_names_without_a_class_in_europresse(tmp_path):
    page = "".join(
        '<article> <header> <div> <span class="DocPublicationName">Le Courrier   </span> </div>'
        ' <div> <span class="DocHeader">Politique, mardi 14 mars 2006, p. 16</span> </div>'
        f'<div><p>MEDIAS</p></div> <div class="titreArticle"> {kicker} <p class="titreArticleVisu">'
        f"Harbour deal stalls {n}</p> </div> {name} </header> <section> <div class='DocText'>"
        f"<div class='docOcurrContainer'> <p>{SAID[0]}</p> <p>{SAID[1]}</p></div></div></section>"
        "<aside><div><p><b>Illustration(s) : </b></p><p>A photo.</p></div></aside> <footer>"
        "<small>© 2006 Owner.</small> <p>Numéro de document : news·20060315·LM·0q15</p></footer>"
        "</article>"
        for n, (kicker, name) in enumerate(
            [
                ("", "<div>Ann Sorel</div>"),
                ("<p class='sm-margin-bottom'>TRIBUNES</p>", "<div>Lena Fisk</div>"),
                ("", ""),
            ]
        )
    )
    rows, texts = told(tmp_path, page)
    right = [(f"Harbour deal stalls {n}", "Le Courrier", name, "2006-03-14")
             for n, name in enumerate(("Ann Sorel", "Lena Fisk", None))]  # fmt: skip
    assert rows == right
    assert texts == [BODY] * 3


def test_parts_of_lexisnexis_pages(tmp_path):
    """A day in two spans with its edition, a headline of two lines, a correction below."""

    def part(name, words):
        return (
            f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{name}</SPAN>'
            f'<SPAN CLASS="c2">{words}</SPAN></P>\n</DIV>\n'
        )

    page = "".join(
        f'<A NAME="DOC_ID_0_{n}"></A><!-- Hide XML section from browser\n<DOC NUMBER={n}>\n'
        f'<DOCFULL> --><BR><DIV CLASS="c0"><P><SPAN>200{n} of 2146 DOCUMENTS</SPAN></P>\n</DIV>\n'
        '<BR><DIV CLASS="c3"><P><SPAN>The Northport Courier</SPAN></P>\n</DIV>\n'
        f'<BR><DIV CLASS="c3"><P><SPAN CLASS="c4">{month}</SPAN><SPAN> {rest}</SPAN></P>\n</DIV>\n'
        + part("", title) + (part("BYLINE: ", "By ANN SOREL") if n == 1 else "")
        + part("LENGTH: ", "584 words")
        + '<BR><DIV CLASS="c5">'
        + "".join(f'<P CLASS="c9"><SPAN>{each}&nbsp;</SPAN></P>\n' for each in SAID)
        + '<P CLASS="c9"></P>\n</DIV>\n' + part("LANGUAGE: ", "ENGLISH")
        + part(" CORRECTION:<BR>", "A name was wrong.")
        + '<BR><DIV CLASS="c3"><P><SPAN>Copyright 1991 My Company</SPAN></P>\n</DIV>\n'
        "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
        for n, month, rest, title in [
            (1, "December", "19, 1991, Sunday, Late Edition", "Harbour deal stalls"),
            (2, "January", "28, 1993, Tuesday, Late Edition - Final<BR>Correction Appended",
             "Union warns;<BR>Strike is near"),
        ]
    )  # fmt: skip
    rows, texts = told(tmp_path, page)
    assert rows == [
        ("Harbour deal stalls", "The Northport Courier", "ANN SOREL", "1991-12-19"),
        ("Union warns; Strike is near", "The Northport Courier", None, "1993-01-28"),
    ]
    assert texts == [BODY, BODY]


def test_rows_of_factiva_pages(tmp_path):
    def row(code, value):
        return (
            f'<tr><td align="right" valign="top" class="index"><p><b>{code}</b>&nbsp;</p></td>'
            f"<td>{value}</td></tr>"
        )

    lead, rest = (f'<p class="articleParagraph enarticleParagraph">{each}</p>\n' for each in SAID)
    page = "<table><tr><td class='factivalogo'><h1>Factiva</h1></td></tr></table>" + "".join(
        '<div class="article enArticle"><table>' + section
        + row("HD", f"<b class='enHeadline'>{title}</b>\n") + row("WC", "295 mots")
        + row("PD", "29 décembre 2011") + row("ET", "15:32") + row("SN", "Northport Courier")
        + row("LA", "Anglais") + row("CY", "(c) Courier.   ") + body
        + row("<br/>NS", "<br/>gvote1 : Elections | gpol : Domestic Politics")
        + row("<br/>AN", "<br/>Document TESTFR0020111229e7ct0001r")
        + "</table><br/></div><br/><span></span>"
        for section, title, body in [
            (row("PG", "26"), "Harbour deal stalls", row("LP", lead) + row("TD", rest)),
            (row("SE", "Ports"), "Union warns of strike", row("LP", lead + rest)),
        ]
    )  # fmt: skip
    rows, texts = told(tmp_path, page)
    assert rows == [
        (title, "Northport Courier", None, "2011-12-29")
        for title in ("Harbour deal stalls", "Union warns of strike")
    ]
    assert texts == [BODY, BODY]
