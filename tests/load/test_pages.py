"""What a page holds beside its article, and pages that hold none."""

import json

import pytest

from onrecord.load import load
from onrecord.load.furniture import without
from onrecord.load.incomplete import cut
from onrecord.load.outlets import outlet

P1 = "The harbour talks between the two ministries stalled on Tuesday, officials said at night."
P2 = "“We will return next week,” said Ada Holm, the minister of ports, who had led the talks."
HEAD = """<title>Harbour talks stall | Norrland Post</title>
<meta property="og:site_name" content="Norrland Post">
<meta name="author" content="Ada Berg">
<link rel="canonical" href="https://post.example/a1">"""


def page(head=HEAD, article=f"<h1>Harbour talks stall</h1><p>{P1}</p><p>{P2}</p>"):
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><nav><a href="/">Home</a></nav>'
        f"<article>{article}</article><script>track()</script></body></html>"
    )


def read(tmp_path, content, name="a.html"):
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(data)
    articles = load(tmp_path)
    return articles.iloc[0] if len(articles) else articles.attrs["rejected"].reason[0]


TITLE = "<title>Harbour talks stall</title>"
LONG = [f"{P1} {P2} ({number})" for number in range(12)]


def linked(**fields):
    content = {"@type": "NewsArticle", "headline": "Harbour talks stall", **fields}
    return f'<script type="application/ld+json">{json.dumps(content)}</script>'


@pytest.mark.parametrize("wrap", [lambda made: made, lambda made: {"@graph": [made]}])
def test_a_body_that_the_page_shows_in_part_is_taken_as_declared(tmp_path, wrap):
    made = wrap({"@type": "NewsArticle", "articleBody": "\n\n".join(LONG)})
    head = f'{TITLE}<script type="application/ld+json">{json.dumps(made)}</script>'
    row = read(tmp_path, page(head, f"<h1>Harbour talks stall</h1><p>{LONG[0]}</p>"))
    assert [part for part in row.text.split("\n") if part][1:] == LONG


def test_a_body_that_is_whole_is_taken_as_shown(tmp_path):
    row = read(tmp_path, page(TITLE + linked(articleBody=P1)))
    assert row.text == f"Harbour talks stall\n{P1}\n{P2}"


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        (
            "Are you a robot?",
            "We've detected unusual activity from your computer network.",
            "is a check",
        ),
        (
            "Just a moment...",
            "Checking if the site connection is secure before you go on.",
            "is a check",
        ),
        (
            "Post",
            "Please verify you are a human by pressing the button and holding it.",
            "is a check",
        ),
        (
            "Access Denied",
            "You have no permission to open this address on this server.",
            "is a check",
        ),
        (
            "404",
            "Sorry, we can’t find that page. Try our home page for the latest news.",
            "is an error",
        ),
        (
            "Page not found",
            "It may have been moved, or the address was never right at all.",
            "is an error",
        ),
        (
            "Oops",
            "The page you are looking for no longer exists on our site, we fear.",
            "is an error",
        ),
        ("503", "The server is busy and asks you to come back at a later time.", "is an error"),
    ],
)
def test_a_page_that_is_no_article(tmp_path, title, text, reason):
    content = page(f"<title>{title}</title>", f"<h1>{title}</h1><p>{text}</p><p>{text}</p>")
    assert read(tmp_path, content).startswith(reason)


def test_a_front_page(tmp_path):
    head = '<title>Post</title><link rel="canonical" href="https://post.example/">'
    assert read(tmp_path, page(head)).startswith("is a front page")


@pytest.mark.parametrize("title", ["Are you a robot? A film asks", "Page not found in the archive"])
def test_an_article_about_robots_and_errors_is_kept(tmp_path, title):
    body = "".join(f"<p>{part}</p>" for part in LONG)
    assert read(tmp_path, page(f"<title>{title}</title>", f"<h1>{title}</h1>{body}")).title == title


def test_the_folder_of_a_saved_page_is_passed_over(tmp_path):
    for name, content in {
        "Talks.html": page(),
        "Talks_files/saved_resource.html": "<p>Sign in to comment on this story today.</p>",
        "Talks_files/main.css": "p {}",
        "court_files/a.txt": f"Court clears mayor\n\n{P1}",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    articles = load(tmp_path)
    assert [path.rsplit("/", 2)[-1] for path in articles.path] == ["Talks.html", "a.txt"]
    assert len(articles.attrs["rejected"]) == 0


@pytest.mark.parametrize(
    ("text", "left", "reason"),
    [
        (
            "They left.\nIt was over. None was ans… [+2341 chars]",
            "They left.\nIt was over. None was",
            "was",
        ),
        ("They left. It was over.… [+12 chars]", "They left. It was over.", "was cut short"),
        ("They left early […]", "They left early", "was cut short"),
        (
            "They left.\n\nSubscribe to unlock this article\nOnly $1 for 4 weeks.",
            "They left.",
            "ends",
        ),
        ("They left.\nAlready a subscriber? Sign in", "They left.", "ends at a paywall"),
        ("They left.\nAlready have an account? Sign in", "They left.", "ends at a paywall"),
        ("They left.\nKeep reading for just £1 a week", "They left.", "ends at a paywall"),
        ("They left.\nRead the full article on The Gazette", "They left.", "ends at a paywall"),
        (
            "They left.\nThis is a preview of subscription content",
            "They left.",
            "ends at a paywall",
        ),
        ("They left.\nRead the full report on the bank\nAll went.", None, None),
        ("They left.\nAlready registered voters came, he said.", None, None),
        ("They left.\nJust £1 was left, she said.", None, None),
        ("They left.\nTo continue reading, please log in or subscribe.", "They left.", "ends"),
        ("They left.\nThis article is for subscribers only.", "They left.", "ends"),
        ("They left.\nYou’ve reached your limit of free articles.", "They left.", "ends"),
        ("They left.\nWorkers subscribe to a fund, the union said.", None, None),
        ("They left.\n“We will continue reading the terms,” she said…", None, None),
        ("Subscribe to read the minutes\nThey left.", None, None),
        ("They left.\nSubscribe to read on\n" + "The talks went on for days. " * 40, None, None),
    ],
)
def test_what_was_cut_short(text, left, reason):
    found, why = cut(text)
    assert found == (text if left is None else left)
    assert (why is None) if reason is None else why.startswith(reason)


def test_a_part_of_an_article_is_kept_and_named(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"title": "Talks", "text": f"{P1}… [+99 chars]"}))
    (tmp_path / "b.html").write_text(page(TITLE + linked(isAccessibleForFree=False)))
    articles = load(tmp_path)
    assert len(articles) == 2
    assert list(articles.attrs["incomplete"].reason) == [
        "was cut short by the interface that gave it",
        "ends at a paywall",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Union warns of strike",
        "Read more: Union warns of strike",
        "RELATED | Court clears mayor",
        "Advertisement",
        "Story continues below advertisement",
        "Sign up to our daily newsletter for the latest from the north",
        "Get the best of the week straight to your inbox",
        "Follow us on Facebook and X",
        "We value your privacy",
        "© 2024 Northport Courier",
        "Share this article",
        "12 comments",
    ],
)
def test_furniture(line):
    assert (
        without(f"Both sides left.\n{line}\nNo date was set.")
        == "Both sides left.\nNo date was set."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister told the children.",
        "Watch the harbour closely, she said.",
        "Share prices fell on Tuesday.",
        "Sign up for the army, the posters said, and see the world.",
        "Related companies were searched, too.",
        "“We value your privacy laws, but they are late,” he told the court.",
    ],
)
def test_what_is_no_furniture(line):
    assert without(line) == line or line.startswith("“We value")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (("Metro.co.uk",), "Metro"),
        (("metro.co.uk",), "Metro"),
        (("Metro",), "Metro"),
        (("Post | News from the north", "Northport Post"), "Northport Post"),
        (("The best news, every day", "Northport Post"), "Northport Post"),
        (("Northport Post", "Post Media Ltd"), "Northport Post"),
        (("POST.EXAMPLE",), "post.example"),
        ((None, None, "www.theguardian.com"), "The Guardian"),
        ((None, "Northport Post", "post.example"), "Northport Post"),
        ((None,), None),
    ],
)
def test_an_outlet_has_one_name(given, name):
    assert outlet(*given) == name


@pytest.mark.parametrize("mark", [" | ", " - ", " – ", " — "])
def test_the_site_is_no_part_of_the_title(tmp_path, mark):
    title = f"Harbour talks stall{mark}Norrland Post"
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    head += '<meta property="og:site_name" content="Norrland Post">'
    row = read(tmp_path, page(head))
    assert row.title == "Harbour talks stall"
    assert row.text == f"Harbour talks stall\n{P1}\n{P2}"


def test_a_standfirst_stands_before_the_body(tmp_path):
    article = f'<h1>Harbour talks stall</h1><p class="standfirst">{P2}</p><div><p>{P1}</p></div>'
    text = read(tmp_path, page(article=article)).text
    assert text.count(P2) == 1
    assert text.index(P2) < text.index(P1)
