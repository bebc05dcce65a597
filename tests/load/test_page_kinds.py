"""Kinds of what stands on modern pages beside an article, each with what is its own."""

import pytest

from onrecord.load import iter_articles

SAID = [
    "The transport minister, Ida Brandt, said on Tuesday that the deal over the quay would fail.",
    "Her deputy, Tom Reyes, told reporters that none of the four offers had been answered.",
    "“We have waited long enough,” the leader of the union, Karin Moe, said in a statement.",
    "The port of Oslem handles a third of the grain, and a strike would close it in two days.",
    "Residents of the old town have asked the council for a hearing before the month is over.",
    "A report by the audit office found that repairs had cost twice what was planned in spring.",
    "Opposition lawmakers accused the government of playing for time until the vote in June.",
    "Analysts at the university expect that talks will resume once the court has ruled on it.",
]
TITLE = "Harbour deal stalls as ministers trade blame over quay"
RIGHT = "\n".join(SAID)


def marked(lines, name=""):
    return "".join(f'<p class="{name}">{each}</p>' for each in lines)


def page(text, behind="", site="Northport Courier"):
    return (
        f'<html><head><title>{TITLE}</title><meta property="og:site_name" content="{site}">'
        '<meta property="article:published_time" content="2024-03-05"></head><body>'
        f"<article><h1>{TITLE}</h1>{text}</article>{behind}</body></html>"
    )


def read(tmp_path, made):
    (tmp_path / "a.html").write_text(made, "utf-8")
    [item] = iter_articles(tmp_path / "a.html")
    return item


def body(item):
    return "\n".join(each for each in item.text.split("\n")[1:] if each)


WHOLE = f'<div class="body">{marked(SAID)}</div>'
WANTS = (
    "<h4>Support COURIER'S journalism of integrity</h4><p>At the Courier, we firmly believe in"
    " high-quality journalism. Not everyone can afford it, and we are there for all.</p>"
    "<p>Whether you turn to the Courier for daily updates or for long reads, we value your"
    " readership.</p><p>By contributing to the Courier, you help sustain investigative journalism."
    "</p><p><b>TEXT AD:</b> Call Willie</p>"
)
LETTER = (
    "<h4>A Message from The Courier:</h4><p>Dear readers,</p><p>We are facing a hard year. A court"
    " has called our paper “undesirable”, and our staff are at risk.</p><p>We refuse to be silent."
    " But to continue our work, we need your help.</p><p>Continue</p>"
)
COMMENT = "I have lived beside that quay for forty years and it has never been as quiet as now."
TALK = "".join(f'<li class="comment" id="c{n}"><p>{COMMENT} {n}</p></li>' for n in range(20))
POSTS = (
    "<h3>Ferry line to the islands closes</h3><p>The ferry will stop on Sunday, its operator said."
    " <a href='/3'>Continue reading</a></p>"
)
ASKED = (
    "<h2>Frequently asked questions</h2><p>Who owns the quay?</p><p>The state owns the land and a"
    " company runs the terminal.</p>"
)
LISTEN = "<p>4-Minute Listen</p><p>You can now listen to Fox News articles!</p><p>--</p><p>12</p>"
FACTS = '<div class="factbox"><h3>In numbers</h3><ul><li>Five berths in all</li></ul></div>'
SIDE = {
    "an appeal in several paragraphs": (WHOLE + WANTS, ""),
    "a letter to readers": (WHOLE, f'<div class="contribute-modal">{LETTER}</div>'),
    "a letter without a box": (WHOLE + LETTER, ""),
    "comments without a name for all": (WHOLE, f"<h2>Say</h2><ol>{TALK}</ol>"),
    "other articles begun": (WHOLE + POSTS, ""),
    "questions and answers": (WHOLE + ASKED, ""),
    "players": (LISTEN + WHOLE, ""),
    "a box of facts": (marked(SAID[:4]) + FACTS + marked(SAID[4:]), ""),
    "the first part called a teaser": (
        f'<div class="teaser-content">{marked(SAID[:3])}</div><div class="rest">{marked(SAID[3:])}'
        "</div>",
        "",
    ),
    "parts that lie deep in boxes of their own": (
        "".join(
            f'<div class="grid"><div><div class="article__body"><div class="inner">'
            f"{marked(SAID[at : at + 4])}</div></div></div></div><div><b>Most Popular</b></div>"
            for at in (0, 4)
        ),
        "",
    ),
    "a link behind its word": (
        f'{marked(SAID[:4])}<p><em><b>Read more: </b></em><a href="/r">Grain prices rise again</a>'
        f"</p><section><header>More information</header><article><h2><a href='/s'>Ferry line closes"
        f"</a></h2></article></section>{marked(SAID[4:])}",
        "",
    ),
    "what was not edited": (
        f"{WHOLE}<p>(This story has not been edited by Courier staff and is auto-generated from a "
        "syndicated feed.)</p><p>Disclaimer: The views are the author’s own.</p>",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SIDE)
def test_what_stands_beside_an_article(tmp_path, name):
    assert body(read(tmp_path, page(*SIDE[name]))) == RIGHT


def test_articles_of_a_front_page_are_not_joined(tmp_path):
    posts = "".join(
        f'<article><h2><a href="/{at}">Post number {at} on the port of Oslem</a></h2>'
        f'<div class="entry-content">{marked(SAID[at : at + 4])}</div></article>'
        for at in (0, 4)
    )
    (tmp_path / "a.html").write_text(
        f"<html><head><title>Blog</title></head><body><main>{posts}</main></body></html>", "utf-8"
    )
    [item] = iter_articles(tmp_path / "a.html")
    assert not all(each in getattr(item, "text", "") for each in SAID)


OWN = [
    "Did you ever read the plan? Call it what you like, the minister answered from the stairs.",
    "We asked our readers for their support, and the quality journalism of others has helped us.",
    "“Your donations keep this port alive,” the mayor told the fishermen on the quay that night.",
    "Continue reading the contract, the judge told the clerk, and nobody in the room moved at all.",
    "Comments by the minister on the radio were heard in every kitchen of the town, people said.",
    "Support for the strike has grown since spring, and dear readers of the plan are hard to find.",
]


@pytest.mark.parametrize("line", OWN)
def test_a_sentence_that_only_begins_so_stays(tmp_path, line):
    made = page(f'<div class="body">{marked([*SAID[:4], line, *SAID[4:]])}</div>')
    assert body(read(tmp_path, made)) == "\n".join([*SAID[:4], line, *SAID[4:]])


def test_points_called_a_summary_stand_before_the_text(tmp_path):
    points = '<div data-testid="Summary" class="summary__x"><ul><li>Eleven ships wait outside</li>'
    made = page(f"{points}<li>The union votes on Friday</li></ul></div>{WHOLE}")
    lines = body(read(tmp_path, made)).replace("- ", "").split("\n")
    assert lines == ["Eleven ships wait outside", "The union votes on Friday", *SAID]


@pytest.mark.parametrize(
    ("site", "outlet"),
    [("dw.com", "DW"), ("DAWN.COM", "Dawn"), ("Le Monde.fr", "Le Monde"), ("CBC News", "CBC")],
)
def test_a_site_that_calls_itself_by_its_address(tmp_path, site, outlet):
    assert read(tmp_path, page(WHOLE, site=site)).outlet == outlet
