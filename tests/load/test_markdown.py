""".md."""

from datetime import datetime

import pytest

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."
FRONT = """---
title: "Talks: a stall"
date: 2025-06-20T14:05:00+02:00
source: Norrland Post
authors: [A. Berg, B. Holm]
url: https://post.example/1
---
"""


def read(tmp_path, content):
    (tmp_path / "a.md").write_text(content)
    articles = load(tmp_path)
    return articles.iloc[0] if len(articles) else articles.attrs["rejected"].reason[0]


def test_front_matter_and_markup(tmp_path):
    row = read(
        tmp_path, f"{FRONT}\n## Day *two*\n\n{BODY}\n**No** [date](x) was\nset.\n\n> “No.”\n"
    )
    assert row.text == f"Talks: a stall\n\nDay two\n\n{BODY} No date was set.\n\n“No.”"
    assert (row.title, row.outlet, row.author) == (
        "Talks: a stall",
        "Norrland Post",
        "A. Berg; B. Holm",
    )
    assert row.published == datetime(2025, 6, 20, 12, 5)
    assert row.url == "https://post.example/1"


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        (f"# Talks stall\n\n{BODY}", "Talks stall", f"Talks stall\n\n{BODY}"),
        (f"Talks stall\n===\n\n{BODY}", "Talks stall", f"Talks stall\n\n{BODY}"),
        (f"## Not a title\n\n{BODY}", None, f"Not a title\n\n{BODY}"),
        (f"{BODY}", None, BODY),
        (f"---\n{BODY}", None, BODY),
        (f"---\n---\n# Talks stall\n\n{BODY}", "Talks stall", f"Talks stall\n\n{BODY}"),
        (f"- one\n- two\n\n{BODY}", None, f"one\n\ntwo\n\n{BODY}"),
        (f"<div>Raw <script>x()</script></div>\n\n{BODY}", None, f"Raw\n\n{BODY}"),
        (f"![alt](a.jpg)\n\n{BODY} &lt;b&gt;", None, f"{BODY} <b>"),
    ],
)
def test_titles_and_blocks(tmp_path, content, title, text):
    row = read(tmp_path, content)
    assert row.text == text
    assert row.title == title or (title is None and row.title != row.title)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("---\ntitle: Talks: stall\n---\nx", "has front matter that is not valid YAML (line 2)"),
        ("---\n- a\n---\nx", "has front matter that is not a list of names and values"),
        ("---\ntitle: Talks stall\n---\n", "has a title but no text"),
        ("---\ndate: 2025-02-30\n---\nx", "has front matter that is not valid YAML"),
        (
            "---\na: !!python/object/apply:os.getcwd []\n---\nx",
            "has front matter that is not valid YAML (line 2)",
        ),
    ],
)
def test_what_is_broken_says_so(tmp_path, content, reason):
    assert read(tmp_path, content) == reason
