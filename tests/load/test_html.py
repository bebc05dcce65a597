""".html."""

from datetime import datetime

import pandas as pd
import pytest

from onrecord.load import load

P1 = "The harbour talks between the two ministries stalled on Tuesday, officials said at night."
P2 = "“We will return next week,” said Ada Holm, the minister of ports, who had led the talks."
HEAD = """<title>Harbour talks stall | Norrland Post</title>
<meta property="og:site_name" content="Norrland Post">
<meta name="author" content="Ada Berg">
<link rel="canonical" href="https://post.example/a1">"""
STAMP = '<meta property="article:published_time" content="2025-06-20T22:30:00-05:00">'


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


@pytest.mark.parametrize("name", ["a.html", "a.htm"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page(tmp_path, name, encoding):
    content = '<?xml version="1.0" encoding="utf-8"?>' + page(HEAD + STAMP)
    row = read(tmp_path, content.encode(encoding), name)
    assert row.text == f"Harbour talks stall\n{P1}\n{P2}"
    assert (row.title, row.outlet, row.author, row.url) == (
        "Harbour talks stall",
        "Norrland Post",
        "Ada Berg",
        "https://post.example/a1",
    )
    assert row.published == datetime(2025, 6, 21, 3, 30)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<script type="application/ld+json">{"datePublished": "2025-06-20"}</script>',
            "2025-06-20",
        ),
        ('<meta itemprop="datePublished" content="2025-06-20">', "2025-06-20"),
        ('<meta name="date" content="20 June 2025">', "2025-06-20"),
        ('<meta name="date" content="03/04/2025">', None),  # two days
        ("", None),
    ],
)
def test_only_a_declared_date_that_is_clear_counts(tmp_path, head, published):
    article = f"<h1>Harbour talks stall</h1><p>03/04/2025. {P1}</p><p>On 5 May 2024, {P2}</p>"
    row = read(tmp_path, page(HEAD + head, article))
    assert (
        row.published is pd.NaT if published is None else row.published == pd.Timestamp(published)
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("hello", "holds no article that can be told from the page around it"),
        ("<html><body></body></html>", "holds no article that can be told"),
        (
            "<nav><a href=/a>Home</a> <a href=/b>World</a></nav>",
            "holds no article that can be told",
        ),
        (b"<p>\x00</p>", "is not text"),
    ],
)
def test_a_page_without_an_article(tmp_path, content, reason):
    assert read(tmp_path, content).startswith(reason)
