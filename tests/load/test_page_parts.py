"""Pages as large sites build them: the article's words are kept, and no box, card or line else."""

import json

import lxml.html
import pandas as pd
import pytest

from onrecord.load import load

TITLE = "Quay deal stalls as ministers trade blame"
PARTS = [
    f"The talks over quay number {n} stalled on Monday after both ministers had blamed each other "
    f"for the {n} weeks that were lost. “Nobody called us,” said Ida Brandt, who led the talks."
    for n in range(12)
]
LEAD = "Both sides say that the other left the table first, and no new date was set."
TEASER = "The ferry line closes for the winter after a row about pay between the crews."
CARDS = "".join(
    f"<div class='c'><a href='/s{n}'><h3>Ferry {n} to close</h3></a><p>{TEASER} ({n})</p></div>"
    for n in range(4)
)
LINKS = "".join(f'<li><a href="/n{n}">Union warns of strike number {n}</a></li>' for n in range(3))


def page(body, **declared):
    made = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-03-05", **declared}
    made.setdefault("author", {"@type": "Person", "name": "Ann J. Sorel"})
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE} | Northport Courier</title>"
        '<meta property="og:site_name" content="Northport Courier"><style>p {color: red}</style>'
        f'<script>var x = "<p>no</p>";</script>'
        f'<script type="application/ld+json">{json.dumps(made)}</script></head><body>'
        f"<nav><a href='/'>Home</a></nav><main><h1>{TITLE}</h1>{body}</main>"
        "<footer>All rights reserved.</footer></body></html>"
    )


def between(*others, each="<p>{}</p>"):
    """The paragraphs with something else between each few."""
    made = [each.format(part) for part in PARTS]
    for place, other in enumerate(others):
        made.insert(3 + 3 * place, other)
    return "".join(made)


PAGES = {
    "links to more": between(
        f'<div data-component="links-block"><ul>{LINKS}</ul></div>',
        "<p><a href='/q'><strong>MINISTERS IN NEW FIGHT OVER FERRY LINE</strong></a></p>",
        "<p><strong>More:</strong> <a href='/d'>Union warns of strike</a></p>",
    ) + f"<section><h2>More on this story</h2>{CARDS}</section>",
    "cards without a heading": between() + f"<div>{CARDS}</div>",
    "a letter to sign up for": between(
        '<div class="NewsletterForm"><h3>Daily</h3><p>The best of the magazine, each day.</p>'
        "<p>By signing up, you agree to our user agreement.</p></div>",
        '<aside aria-label="newsletter promotion"><p>Our morning email breaks it down.</p></aside>'
        "<p>after newsletter promotion</p>",
        "<p>The Port Briefing newsletter has all you need to start your day. Sign up here.</p>",
    ),
    "captions and credits": between(
        '<div class="image"><p class="imageCaption">Ida Brandt at the quay on Monday</p></div>',
        "<figure><img><figcaption>The quay at night</figcaption></figure>",
        "<p>Lena Fisk/Getty Images</p><p>Photo: Lena Fisk / Northport Courier</p>",
    ),
    "notices of every kind": between(
        "<div><p>Advertisement</p><p><a href='#x'>SKIP ADVERTISEMENT</a></p></div>",
        "<p>Story continues below advertisement</p><p>CLICK HERE TO GET THE COURIER APP</p>",
        "<div>Please use Chrome browser for a more accessible video player</div>",
    ) + "<p>This article originally appeared on Northport Post: Quay deal</p>"
    "<p>Ann J. Sorel is a reporter who covers ports.</p><p>Follow her on X: @sorel.</p>",
    "posts of networks": between(
        '<blockquote class="twitter-tweet"><p>Shame on the port. <a href="https://t.co/x">pic.x'
        '</a></p>&mdash; Jens Holm (@jensholm) <a href="/x">March 5, 2024</a></blockquote>',
        "<blockquote><p>Shame on them.</p>— Jens Holm (@jensholm) March 5, 2024</blockquote>",
        '<blockquote class="instagram-media"><p>View this post on Instagram</p></blockquote>'
        '<blockquote class="tiktok-embed"><p>What a day <a href="/t">#quay</a></p></blockquote>',
    ),
    "invitations of some length": between(
        "<p>Join our new WhatsApp community! Click this link to receive your daily dose of news. "
        "We also treat our community to special offers, promotions and adverts from us and our "
        "partners. You can read our Privacy Notice, and you can leave our community any time.</p>",
        "<div><h4>The day in Oslem</h4><p>All that you missed, at six.</p><div><label>Where to?"
        '</label><input type="email" name="e"></div></div>',
        "<p>Do you have a story for us? Get in touch with our news team at news@post.example.</p>"
        "<p>Like this story? For more of the latest news follow us on Threads.</p>"
        "<p>1.2k shares</p><p>DON’T MISS:</p>",
    ),
    "boxes of one kind": f'<div><div class="text">{between()[: between().index("<p>", 1200)]}'
    '</div><div class="ad">Advertisement</div><div class="text">'
    f'{between()[between().index("<p>", 1200) :]}</div></div>',
    "several columns": "".join(
        f'<div class="column"><div>{"".join(f"<p>{part}</p>" for part in PARTS[n : n + 3])}</div>'
        "<aside>Most popular</aside></div><div class='ad'>Advertisement</div>"
        for n in range(0, 12, 3)
    ),
    "a box each": between(each='<div class="article-body"><p>{}</p></div>'),
    "no paragraphs": between(each='<div data-testid="paragraph" class="text__x">{}</div>'),
    "comments": between() + '<div id="comments"><ol><li><p>' + "I agree with all of it. " * 8
    + "</p></li></ol><h3>Leave a Reply</h3></div>",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_article_alone(tmp_path, name):
    (tmp_path / "a.html").write_text(page(PAGES[name]), "utf-8")
    [row] = load(tmp_path).itertuples()
    assert [part for part in row.text.split("\n") if part] == [TITLE, *PARTS]
    assert (row.title, row.author, row.outlet) == (TITLE, "Ann J. Sorel", "Northport Courier")


@pytest.mark.parametrize(
    "lead",
    [
        f'<h2 data-qa="subheadline">{LEAD}</h2>',
        f'<div class="ContentHeaderDek">{LEAD}</div>',
        f'<div data-gu-name="standfirst"><p>{LEAD}</p></div>',
        f'<p id="article-summary">{LEAD}</p>',
        f'<ul class="summary-list"><li>{LEAD}</li></ul>',
        f"<h2>{LEAD}</h2>",
        f'<p class="my-3 text-2xl">{LEAD}</p>',
        f'<div class="RenderKeyPoints-list"><div class="g"><ul><li>{LEAD}</li></ul></div></div>',
        f'<div class="post-subheader__summary"><ul><li>{LEAD}</li></ul></div>',
    ],
)
def test_what_leads_to_a_text_stands_before_it_once(tmp_path, lead):
    (tmp_path / "a.html").write_text(page(lead + between()), "utf-8")
    [text] = load(tmp_path).text
    assert [part.lstrip("- ") for part in text.split("\n") if part] == [TITLE, LEAD, *PARTS]


@pytest.mark.parametrize("between_parts", [" ", "\n"])
def test_a_declared_text_tells_which_paragraphs_are_the_articles(tmp_path, between_parts):
    strange = (
        "<p>The shipping forecast was wrong again last night, said a reader of this paper.</p>"
    )
    shown = page(between(strange, strange), articleBody=between_parts.join(PARTS))
    (tmp_path / "a.html").write_text(shown, "utf-8")
    [text] = load(tmp_path).text
    assert [part for part in text.split("\n") if part] == [TITLE, *PARTS]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ([{"@type": "Person", "name": "Ann J. Sorel"}, {"@type": "Person", "name": "Tom Reyes"}],
         "Ann J. Sorel; Tom Reyes"),
        ([{"@type": "Organization", "name": "Port Media"}, {"@type": "Person", "name": "T. Reyes"}],
         "T. Reyes"),
        ({"@type": "Organization", "name": "Port Media"}, "Port Media"),
        ({"@type": "Person", "name": "By Ann Sorel and Tom Reyes"}, "Ann Sorel; Tom Reyes"),
    ],
)  # fmt: skip
def test_authors_are_taken_as_declared(tmp_path, author, expected):
    (tmp_path / "a.html").write_text(page(between(), author=author), "utf-8")
    assert load(tmp_path).author[0] == expected


def test_the_headline_is_what_the_page_shows(tmp_path):
    shown = page(between(), headline="Why the quay deal may never come, and what it costs")
    (tmp_path / "a.html").write_text(shown, "utf-8")
    assert load(tmp_path).title[0] == TITLE


def test_prose_and_points_stand_before_a_text(tmp_path):
    points = "".join(f"<li>Point number {n} of the talks</li>" for n in range(3))
    head = f'<p class="dek">{LEAD}</p><div class="key-points"><ul>{points}</ul></div>'
    (tmp_path / "a.html").write_text(page(head + between()), "utf-8")
    [text] = load(tmp_path).text
    said = [part.lstrip("- ") for part in text.split("\n") if part]
    assert said == [TITLE, LEAD, *(f"Point number {n} of the talks" for n in range(3)), *PARTS]


@pytest.mark.parametrize(
    "kept",
    [
        "<blockquote><p>Shame on all of them, the port has waited for ten years.</p></blockquote>",
        "<p>Sign-up for the strike began at noon; you could hear our songs, a docker said.</p>",
        "<p>The party told its members to join the newsletter of the port, which they did.</p>",
        "<p>“Join our WhatsApp group and read our newsletter, please,” she told them.</p>",
        '<h2>What comes next for the quay</h2><div class="comment-form"><input type="email"></div>',
    ],
)
def test_what_only_looks_like_a_box_stays(tmp_path, kept):
    words = lxml.html.fromstring(f"<div>{kept}</div>").text_content()
    (tmp_path / "a.html").write_text(page(between(kept)), "utf-8")
    assert words in load(tmp_path).text[0].split("\n")


def test_a_list_of_articles_is_no_text_in_several_boxes(tmp_path):
    others = "".join(
        f'<div class="text"><h2><a href="/{n}">Ferry {n} to close</a></h2><p>{TEASER * 4}</p></div>'
        for n in range(3)
    )
    shown = page(f'<article class="post-content">{between()}</article><div>{others}</div>')
    (tmp_path / "a.html").write_text(shown, "utf-8")
    assert TEASER not in load(tmp_path).text[0]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("", '<p class="date">Posted on 5 March 2024</p>', "2024-03-05"),
        ("", '<div class="meta"><span class="post-date">March 5, 2024</span></div>', "2024-03-05"),
        ("", '<div><time datetime="2024-03-05T10:00:00Z">5 March</time></div>', "2024-03-05"),
        ('<div class="story-date">Tuesday, 5 March 2024</div>', "", "2024-03-05"),
        ("", '<p class="date-updated">5 March 2024</p>', None),
        ("", '<p class="date">Updated on 5 March 2024</p>', None),
        ("", "<p>The quay was closed on 5 March 2024.</p>", None),
        ("", f'<div>{"<p>All of it. </p>" * 90}</div><p class="date">5 March 2024</p>', None),
    ],
)
def test_a_day_beside_the_headline(tmp_path, above, below, expected):
    shown = page(between(), datePublished=None).replace("<h1>", f"<div>{above}<h1>")
    (tmp_path / "a.html").write_text(shown.replace("</h1>", f"</h1>{below}</div>"), "utf-8")
    [published] = load(tmp_path).published
    assert (f"{published:%Y-%m-%d}" if expected else pd.isna(published)) == (expected or True)


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("Blogger", "quay.example"),
        ("© 2024 Northport Courier. All rights reserved.", "Northport Courier"),
        ("Northport Courier, 2024. All Rights Reserved", "Northport Courier"),
        ("Medium", "Medium"),
        ("The News", "The News"),
    ],
)
def test_an_outlet_is_no_platform_and_no_notice(tmp_path, site, expected):
    address = '<meta property="og:url" content="https://quay.example/a">'
    shown = page(between()).replace('content="Northport Courier">', f'content="{site}">{address}')
    (tmp_path / "a.html").write_text(shown, "utf-8")
    assert load(tmp_path).outlet[0] == expected


def test_what_stands_above_the_headline_is_no_standfirst(tmp_path):
    said = "What the quay costs and who pays"
    kicker = f'<div class="upper-deck"><span class="kicker">{said}</span></div>'
    shown = page(f'<p class="lede">{LEAD}</p>{between()}').replace("<h1>", f"{kicker}<h1>")
    (tmp_path / "a.html").write_text(shown, "utf-8")
    assert load(tmp_path).text[0].split("\n")[:3] == [TITLE, LEAD, PARTS[0]]


def test_cards_of_their_own_kind_of_element_are_no_text(tmp_path):
    first, *others = (
        f'<div><article><h2><a href="/s{n}">Ferry {n}</a></h2><p>{TEASER}</p></article></div>'
        for n in range(3)
    )
    shown = page(f"<div>{between()}</div><div>{first}</div><section>{''.join(others)}</section>")
    (tmp_path / "a.html").write_text(shown, "utf-8")
    assert TEASER not in load(tmp_path).text[0]


@pytest.mark.parametrize(
    "below",
    [
        "By Ann J. Sorel and Tom Reyes in Oslem, Northport Courier",
        "Published on 5 March 2024 at 10:12 am by the newsroom",
        "Tuesday 5 March 2024, by our man in Oslem and others",
        "March 5, 2024 | Northport Courier | Ports and ferries",
        "Ann J. Sorel | Ports and ferries of the north | 5 min read",
    ],
)
def test_who_wrote_it_below_the_headline_is_no_standfirst(tmp_path, below):
    (tmp_path / "a.html").write_text(page(f"<p>{below}</p><div>{between()}</div>"), "utf-8")
    made = load(tmp_path).text[0]
    assert made.count(below) <= 1  # never twice, whatever is read of it
    (tmp_path / "a.html").write_text(
        page(f"<p>{below}</p><article class='post-content'>{between()}</article>"), "utf-8"
    )
    assert below not in load(tmp_path).text[0]
