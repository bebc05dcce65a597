"""Europresse's pages as they vary: sections by the headline, second headlines, links, days."""

import pytest
from archives import BODY, FIRST, OTHER, SAID, SECOND, STRIKE, TITLE, read

from onrecord.load import load

NONE = (*FIRST[:3], None)
LEAD = "The talks over the quay ended on Monday without a date for more of them."


def article(paper, day, title, body, *, author="", over="", under="", behind="", extra=""):
    """An article with what may stand over and under its headline, and behind its text."""
    texts = "".join(f"<p>{each}</p>" for each in body.split("\n\n"))
    over = over and f'<p class="sm-margin-bottomNews">{over}</p>'
    under = under and f'<p class="sm-margin-TopNews rdp__subtitle">{under}</p>'
    author = author and f'<p class="sm-margin-bottomNews">{author}</p>'
    return (
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">'
        f'{paper}<span class="icon-Information" sourcecode="NPC"></span></span></div><div>'
        f'<span class="DocHeader">{day}</span>{extra}</div><div class="titreArticle">{over}'
        f'<p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{title}</p>{under}</div>'
        f'{author}</header><section><div class="DocText clearfix"><div class="docOcurrContainer">'
        f'{texts}{behind}</div></div></section><footer><small>© 2024 Courier. Tous droits réservés.'
        '</small><div class="apd-wrapper"><p>Cet article est également paru dans</p></div>'
        '<div class="publiC-lblNodoc">x</div></footer></article>'
    )  # fmt: skip


DAY = "Evénement, mardi 5 mars 2024 134 mots, p. 11"
PLAIN = ("The Northport Courier, no. 43018", DAY, TITLE, BODY)
LINK = (
    "<p>Lire aussi : Union warns of strike (lien : https://courier.example/2)</p>"
    '<div class="twitter"><p>RT @ledger: Union warns of strike</p></div>'
)
CASES = {
    "a section over the headline": (
        article(*PLAIN, author="Ann Sorel", over="ports")
        + article(
            "Morning Ledger (site web)", "Thursday, March 7, 2024 - 09:12 UTC +0100 600 mots",
            STRIKE, OTHER, author="Paul Okoro",
        ),
        [FIRST, SECOND], [SAID[:3], SAID[1:]],
    ),
    "a section and nobody": (article(*PLAIN, over="La chronique"), [NONE], [SAID[:3]]),
    "a second headline": (
        article(*PLAIN, author="Ann Sorel", under=LEAD), [FIRST], [[LEAD, *SAID[:3]]]
    ),
    "links, posts and captions": (
        article(*PLAIN, author="Ann Sorel", behind=f"{LINK}<p>Illustration(s) :</p><p>Quay</p>"),
        [FIRST], [SAID[:3]],
    ),
    "the day beside the section": (
        article(
            "Le Courrier - Northport", "", TITLE, BODY, author="Par Ann Sorel et Paul Okoro",
            extra='<span class="DocTitreSousSection">Politics</span><span>mardi 5 mars 2024</span>',
        ),
        [(TITLE, "Le Courrier", "2024-03-05", "Ann Sorel; Paul Okoro")], [SAID[:3]],
    ),
    "a headline with a break": (
        article(
            *PLAIN[:2], "Harbour deal stalls\n  as ministers<br>trade blame",
            BODY.replace("quay", "<mark>quay</mark>"), author="Ann Sorel",
        ),
        [FIRST], [SAID[:3]],
    ),
}  # fmt: skip


def page(articles):
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{articles}</body></html>"


@pytest.mark.parametrize("name", CASES)
def test_a_page(tmp_path, name):
    articles, rows, lines = CASES[name]
    assert read(tmp_path / "a.HTML", page(articles)) == (rows, lines)


@pytest.mark.parametrize("words", ["Cet article est paru dans", "This article appeared in"])
def test_where_an_article_stood_first_is_its_address(tmp_path, words):
    link = f'<p><a href="https://courier.example/1">{words} The Courier (site web)</a></p>'
    made = page(article(*PLAIN, author="Ann Sorel", behind=link))
    assert read(tmp_path / "a.html", made) == ([FIRST], [SAID[:3]])
    assert load(tmp_path).url[0] == "https://courier.example/1"
