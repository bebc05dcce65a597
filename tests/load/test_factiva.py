"""Factiva as its pages and prints vary: owners below texts, sections above, no rights at all."""

import pytest
from archives import BODY, FIRST, OTHER, PAPER, SAID, SECOND, STRIKE, TITLE, read

OWNERS = ["Northport Media Group Ltd", "Ledger Publishing Company, Inc."]
NUMBERS = ["NPCOUR0020240305ek3500001", "MLEDG00020240307ek3700002"]
NONE = (*FIRST[:3], None)


def paragraphs(body):
    return "".join(f'<p class="articleParagraph enarticleParagraph">{each}   </p>\n'
                   for each in body.split("\n\n"))  # fmt: skip


def page(*articles):
    foot = "<div id='pageFooter'>&copy; 2024 Factiva, Inc. All rights reserved.</div>"
    return (
        "<html><head><title>Factiva</title></head><body><h1>Factiva</h1><form><div>"
        f"{''.join(articles)}</div>{foot}</form></body></html>"
    )


def shown(number, fields, body, owner, section="", last=False):
    """An article of the article view, as the archive nests it."""
    title, *below = fields
    lines = "".join(f"<div>{each}   </div>" for each in below)
    kind = ("lastarticle", 'id="lastArticle" ') if last else ("article", "")
    return (
        f'<div id="article-{number}" class="{kind[0]}"><div {kind[1]}class="article enArticle"><p>'
        "\n"
        f"{section and f'<div>{section}</div>'}<div id='hd'><span class='enHeadline'>{title}   "
        f"</span>\n</div>{lines}</p>\n{paragraphs(body)}{owner}<p>Document {number}</p></div>"
        "</div><br/><span></span>"
    )


RIGHTS = "Copyright 2024. Northport Media."
ONE = (TITLE, "By Ann Sorel in Oslem", "355 words", "5 March 2024", PAPER, "NPC", "English")
TWO = (STRIKE, "Paul Okoro", "677 words", "7 March 2024", "21:40 GMT", "Morning Ledger", "ML",
       "P4", "English", "(c) 2024 Ledger, Inc.  All rights reserved.")  # fmt: skip
ADDRESS = "<p>http://www.ledger.example/artikel.asp?art=139644&#38;kat=3</p>"
BARE = tuple(each for each in ONE if not each.startswith("By "))


@pytest.mark.parametrize("section", ["", "Politics"])
@pytest.mark.parametrize(("fields", "author"), [(ONE, "Ann Sorel"), (BARE, None)])
@pytest.mark.parametrize("rights", [[RIGHTS], []])
def test_the_article_view(tmp_path, section, fields, author, rights):
    made = page(
        shown(NUMBERS[0], [*fields, *rights], BODY, f"<p>{OWNERS[0]}</p>", section),
        shown(NUMBERS[1], TWO, OTHER, f"{ADDRESS}<p>{OWNERS[1]}</p>", last=True),
    )
    rows, lines = read(tmp_path / "a.html", made)
    assert rows == [(*NONE[:3], author), SECOND]
    assert lines == [SAID[:3], SAID[1:]]


def printed(above, below, body, owner, number):
    head = "\n".join([*above, *below])
    return f"{head}\n\n{body}\n\n{owner and f'{owner}{chr(10)}{chr(10)}'}Document {number}\n\n\n"


WORDS = ("355 words", "5 March 2024")
TEXTS = {
    "owners below": (
        printed(["News", TITLE, "By Ann Sorel"], [*WORDS, "10:15", PAPER, "NPC", "4", "English",
                RIGHTS], BODY, OWNERS[0], NUMBERS[0])
        + printed([STRIKE, "Paul Okoro"], ["1,677 words", "7 March 2024", "Morning Ledger", "ML",
                  "English", RIGHTS], OTHER, OWNERS[1], NUMBERS[1]),
        [FIRST, SECOND], [SAID[:3], SAID[1:]],
    ),
    "an office, a print's name": (
        printed([TITLE, "Ann Sorel, Political editor"], [*WORDS, f"{PAPER} - Print and Online",
                "NPC", "English", RIGHTS], BODY, "", NUMBERS[0]),
        [(*NONE[:3], "Ann Sorel")], [SAID[:3]],
    ),
    "a headline of two lines": (
        printed([TITLE, "over the cost of the quay", "By Ann Sorel"], [*WORDS, PAPER, "NPC",
                "English", RIGHTS], BODY, OWNERS[0], NUMBERS[0]),
        [(f"{TITLE} over the cost of the quay", *FIRST[1:])], [SAID[:3]],
    ),
    "an agency signs in the text": (
        printed([f"UPDATE 2-{TITLE}"], [*WORDS, "14:32", PAPER, "NPC", "English", RIGHTS],
                f"* Minister blames union\n\nBy Ann Sorel\n\n{BODY}\n\n(Reporting by Ann Sorel)",
                "Oslem Limited", NUMBERS[0]),
        [(f"UPDATE 2-{TITLE}", *FIRST[1:])],
        [["* Minister blames union", *SAID[:3], "(Reporting by Ann Sorel)"]],
    ),
    "letters end in their writers": (
        printed(["Letters to the editor"], [*WORDS, PAPER, "NPC", "English", RIGHTS],
                f"{BODY}\n\nAnn Sorel, Oslem\n\n{SAID[3]}\n\nPaul Okoro, Lysk",
                OWNERS[0], NUMBERS[0]),
        [("Letters to the editor", *NONE[1:])],
        [[*SAID[:3], "Ann Sorel, Oslem", SAID[3], "Paul Okoro, Lysk"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_prints(tmp_path, name, end):
    text, rows, lines = TEXTS[name]
    assert read(tmp_path / "a.txt", text.replace("\n", end)) == (rows, lines)


def test_the_last_sentence_is_no_owner(tmp_path):
    body = f"{BODY}\n\nNobody left."
    text = printed([TITLE], [*WORDS, PAPER, "NPC", "English", RIGHTS], body, "", NUMBERS[0])
    assert read(tmp_path / "a.txt", text) == ([NONE], [[*SAID[:3], "Nobody left."]])
