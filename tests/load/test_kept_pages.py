"""Pages as people keep them: by an archive, with odd declarations, a byline in their text."""

import json

import pytest

from onrecord.load import iter_articles
from onrecord.load.archived import host, original
from onrecord.load.authors import persons
from onrecord.load.byline import signed
from onrecord.load.furniture import apart
from onrecord.load.outlets import outlet as one

TITLE = "Quay deal stalls as ministers trade blame"
SAID = [
    f"Minister number {n} said on Monday that the quay would not be sold before the spring, and "
    f"that the {n} offers which had come in were too low."
    for n in range(6)
]
BODY = "".join(f"<p>{each}</p>" for each in SAID)
MENU = "".join(
    f"<li><a href='/m{n}'>Ministers and ports of the north, part {n}</a></li>" for n in range(90)
)
CAPS = "MINISTERS IN NEW FIGHT OVER FERRY LINE"
MORE = "A ferry line closes for the winter, and nobody in the harbour knows when it returns."


def read(tmp_path, body, head="", **declared):
    made = {"@type": "NewsArticle", "headline": TITLE, **declared}
    script = f'<script type="application/ld+json">{json.dumps(made)}</script>' if declared else ""
    page = (
        f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}{script}</head>"
        f"<body>{body}</body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    return next(iter_articles(tmp_path / "a.html"))


def article(body=BODY):
    return f"<main><h1>{TITLE}</h1><article>{body}</article></main>"


def test_a_page_of_the_wayback_machine_has_its_own_address(tmp_path):
    kept = "https://web.archive.org/web/20240306101112/https://www.courier.example/quay"
    bar = "<div id='wm-ipp-base'><p>Saved 12 times between June 2020 and March 2024.</p></div>"
    found = read(tmp_path, bar + article(), f'<meta property="og:url" content="{kept}">')
    assert (found.url, found.outlet) == ("https://www.courier.example/quay", "courier.example")
    assert "Saved 12 times" not in found.text and SAID[5] in found.text


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("http://web.archive.org/web/2024/http://courier.example/a?b=1", "http://courier.example/a?b=1"),
        ("/web/20240306101112im_/https://courier.example/a", "https://courier.example/a"),
        ("https://web.archive.org/web/20240306101112/courier.example/a", "https://courier.example/a"),
        ("https://courier.example/web/2024/a", "https://courier.example/web/2024/a"),
        ("https://web.archive.org/about", "https://web.archive.org/about"),
    ],
)  # fmt: skip
def test_original(address, right):
    assert original(address) == right


def test_a_host_that_is_none():
    assert host("http://[bad") is None


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ('{"@type": "Person", "name": "Ann Sorel"}', "Ann Sorel"),
        ({"@type": "Person", "name": "Ann O&#039;Hara"}, "Ann O'Hara"),
        ({"@type": "Person", "name": "Ann O&amp;rsquo;Hara"}, "Ann O’Hara"),
        ([{"@type": "Person", "name": "Ann Sorel"}, {"@type": "Person", "name": "Paul Okoro"}],
         "Ann Sorel; Paul Okoro"),
        ({"@type": "Person", "name": ["Ann Sorel", "Paul Okoro"]}, "Ann Sorel; Paul Okoro"),
        ("{broken", None),
        ({"@type": "Organization", "name": "Northport Courier"}, None),
    ],
)  # fmt: skip
def test_declared_authors(tmp_path, given, right):
    publisher = {"@type": "Organization", "name": "Northport Courier"}
    found = read(tmp_path, article(), author=given, publisher=publisher)
    assert found.author == right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("Fri; Aug", None),
        ("Ann Sorel; Northport Courier", "Ann Sorel"),
        ("Courier Press, https://www.courier.example/", "Courier Press"),
        ("The Northport Courier - English News", None),
        ("User Admin", None),
        ("Monica; Marina; Augusto", "Monica; Marina; Augusto"),
        ("Wednesday; March 5", None),
        ("Augusta Fry; May Lind", "Augusta Fry; May Lind"),
    ],
)
def test_persons(given, right):
    assert persons(given, "Northport Courier", None) == right


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pdate" content="20240305">',
        '<meta property="article:published" content="2024-03-05T08:06:34.000Z">',
        '<meta name="displaydate" content="March 5, 2024">',
        '<meta name="publish-date" content="2024-03-05">',
    ],
)
def test_declared_days(tmp_path, head):
    assert str(read(tmp_path, article(), head).published)[:10] == "2024-03-05"


@pytest.mark.parametrize(
    ("times", "right"),
    [
        ("<time class='entry-date published' datetime='2024-03-05T10:00'>5</time>", "2024-03-05"),
        ("<time pubdate datetime='2024-03-05'>5 March</time><time datetime='2024-01-01'>Old</time>",
         "2024-03-05"),
        ("<time class='posted' datetime='2024-03-05'/><time class='posted' datetime='2024-03-06'/>",
         "None"),
        ("<time datetime='2024-03-05'>5 March</time>", "None"),
    ],
)  # fmt: skip
def test_days_that_a_page_shows(tmp_path, times, right):
    assert str(read(tmp_path, times + article()).published)[:10] == right


def test_the_day_of_the_article_comes_before_those_of_its_links(tmp_path):
    other = '<script type="application/json">{"datePublished": "2023-01-01"}</script>'
    found = read(tmp_path, article(), other, datePublished="2024-03-05")
    assert str(found.published)[:10] == "2024-03-05"


def test_signs_of_pages_in_a_declared_text(tmp_path):
    declared = "&nbsp; ".join(SAID).replace("Monday", "Monday&rsquo;s eve")
    found = read(tmp_path, article(BODY[: len(SAID[0])]), articleBody=declared)
    assert "&" not in found.text and "Monday’s eve" in found.text


@pytest.mark.parametrize(
    "made", [list, "\n".join, lambda said: "".join(f"&lt;p&gt;{x}&lt;/p&gt;" for x in said)]
)
def test_forms_of_a_declared_text(tmp_path, made):
    found = read(tmp_path, article(f"<p>{SAID[0]}</p>"), articleBody=made(SAID))
    assert [each for each in found.text.split("\n") if each] == [TITLE, *SAID]


@pytest.mark.parametrize(
    "script",
    [
        "//<![CDATA[\n{}\n//]]>",
        "/* <![CDATA[ */ {} /* ]]> */",
        "<!-- {} -->",
        "[{},]",
    ],
)
def test_declarations_that_are_no_clean_json(tmp_path, script):
    made = (
        '{"@type": "NewsArticle", "author": {"name": "Ann Sorel",}, "datePublished": "2024-03-05"}'
    )
    head = f'<script type="application/ld+json">{script.replace("{}", made)}</script>'
    found = read(tmp_path, article(), head)
    assert (found.author, str(found.published)[:10]) == ("Ann Sorel", "2024-03-05")


def test_links_under_a_large_menu_are_no_text(tmp_path):
    line = f"<p><a href='/q'><strong>{CAPS}</strong></a></p>"
    body = BODY.replace("</p><p>", f"</p>{line}<p>", 1)
    declared = " ".join([SAID[0], CAPS, *SAID[1:]])
    for facts in (
        {},
        {"articleBody": "\n".join([SAID[0], CAPS, *SAID[1:]])},
        {"articleBody": declared},
    ):
        found = read(tmp_path, f"<div><ul>{MENU}</ul></div>{article(body)}", **facts)
        assert CAPS not in found.text
        assert all(each in found.text for each in SAID)


@pytest.mark.parametrize(
    "name", ["next-post-thumbnails", "nextstory", "related-posts", "most-read"]
)
def test_boxes_that_are_larger_than_their_article(tmp_path, name):
    box = f"<div class='{name}'>{''.join(f'<p>{MORE} ({n})</p>' for n in range(20))}</div>"
    found = read(tmp_path, article(BODY + box))
    assert MORE not in found.text and SAID[0] in found.text


@pytest.mark.parametrize("name", ["story-related", "article-body related", "post-trending wide"])
def test_an_article_in_a_box_named_after_its_links_stays(tmp_path, name):
    others = "".join(f"<p>{MORE} ({n})</p>" for n in range(9))
    found = read(tmp_path, f"<h1>{TITLE}</h1><div class='{name}'>{BODY}</div><div>{others}</div>")
    assert SAID[0] in found.text and SAID[5] in found.text


def test_a_name_of_the_whole_article_is_no_box(tmp_path):
    found = read(tmp_path, f"<div class='post related'><h1>{TITLE}</h1>{BODY}</div>")
    assert SAID[3] in found.text
    found = read(tmp_path, f"<h1>{TITLE}</h1><div class='related-story'>{BODY}</div>")
    assert SAID[3] in found.text


def test_a_front_page_that_declares_a_day(tmp_path):
    head = (
        '<meta property="og:type" content="website"><meta property="og:url"'
        ' content="https://courier.example/"><meta property="article:published_time"'
        ' content="2024-03-05">'
    )
    assert "front page" in read(tmp_path, article(), head).reason


@pytest.mark.parametrize(
    ("path", "front"),
    [
        ("international/", True),
        ("uk/business", True),
        ("", True),
        ("quay-deal-stalls", False),
        ("2024/quay", False),
        ("news/article?id=4", False),
    ],
)
def test_front_pages_of_a_section(tmp_path, path, front):
    head = (
        '<meta property="og:type" content="website">'
        f'<meta property="og:url" content="https://courier.example/{path}">'
    )
    found = read(tmp_path, article(), head)
    assert ("front page" in getattr(found, "reason", "")) == front


def test_a_menu_is_no_article(tmp_path):
    names = ["Press", "Contact us", "Imprint", "How it works", "New features", "Terms of use"] * 4
    page = "".join(f"<div><span>{name} {n}</span></div>" for n, name in enumerate(names))
    assert "no article that can be told" in read(tmp_path, f"<main>{page}</main>").reason


def test_an_address_is_no_outlet(tmp_path):
    head = (
        '<meta property="article:publisher" content="https://www.facebook.example/quaycourier">'
        '<meta property="og:url" content="https://www.courier.example/quay-deal-stalls">'
    )
    assert read(tmp_path, article(), head).outlet == "courier.example"
    assert one("https://www.facebook.com/UOL", None, "courier.example") == "courier.example"


def test_a_notice_is_no_standfirst(tmp_path):
    lead = "A report says that the ports have built up a pool of crews on low pay."
    notice = "<div class='site-message__standfirst'>Available for everyone, funded by readers</div>"
    found = read(
        tmp_path, f"{notice}{article(f'<div class=content__standfirst>{lead}</div>{BODY}')}"
    )
    assert lead in found.text and "funded by readers" not in found.text


def test_a_sentence_on_several_lines_of_source(tmp_path):
    parts = "".join(
        f"<p>\n{' ' * 40}{each[:30]}\n{' ' * 44}<a href='#'>\n{' ' * 44}{each[30:60]}\n</a>"
        f"{each[60:]}</p>\n"
        for each in SAID
    )
    found = read(tmp_path, f"<div><div class='teaser-content__388'>{parts}</div></div>")
    assert "   " not in found.text
    assert not any(line.startswith(" ") for line in found.text.split("\n"))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Sorel", "Ann Sorel"),
        ("Written by: Ann Sorel", "Ann Sorel"),
        ("(By Ann Sorel)", "Ann Sorel"),
        ("By Ann Sorel and Paul Okoro", "Ann Sorel and Paul Okoro"),
        ("By Ann Sorel | March 5, 2024", "Ann Sorel"),
        ("March 5, 2024", None),
        ("Tuesday, 5 March 2024, 10:47", None),
        ("October 22, 2019 report", None),
    ],
)
def test_bylines(line, author):
    assert signed(f"{line}\n{SAID[0]}\n{SAID[1]}", None) == (f"{SAID[0]}\n{SAID[1]}", author)


@pytest.mark.parametrize(
    "line",
    [
        "By noon both sides had left.",
        "By then",
        "March 5, 2024 was the day on which both left.",
        "March of the penguins",
        "By and large, nothing changed",
    ],
)
def test_no_bylines(line):
    text = f"{line}\n{SAID[0]}"
    assert signed(text, None) == (text, None)


def test_a_byline_of_a_known_author():
    text = f"Ann Sorel | Aug 14, 2022, 10:47 IST\n{SAID[0]}"
    assert signed(text, "Ann Sorel") == (SAID[0], "Ann Sorel")


@pytest.mark.parametrize(
    "line",
    [
        "© Lysk Wire 2024",
        ">> READ ON THE QUAYS: Migrants face a perilous winter",
        "For more on news from around the world please visit Courier News.",
        "Unsplash/Representational image",
        "Header Image: The quay at dawn, by L. Fisk",
        "Courtesy of Harbour News",
        "Issued on: Modified:",
        "To contact the author of this story:",
        "Ann Sorel in Lysk at ann.sorel@courier.example",
        "Watch this video explainer:",
    ],
)
def test_furniture_of_real_pages(line):
    assert apart(line)


@pytest.mark.parametrize(
    "line",
    [
        "Courtesy of the crew cost him nothing. He said so.",
        "For more on which ministers left, the paper asked both.",
        "Reuters/AP wires said that he had left the talks. No new date was set for them.",
        "Published on Monday, the report names two ministers.",
        "READ is a word that the minister likes",
    ],
)
def test_sentences_are_no_furniture(line):
    assert not apart(line)
