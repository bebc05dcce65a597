"""The many names of an article's fields."""

from datetime import datetime

import pytest

from onrecord.load.draft import Unreadable
from onrecord.load.drafting import draft
from onrecord.load.fields import places

BODY = "Both sides left on Tuesday."


@pytest.mark.parametrize(
    ("field", "name", "value", "expected"),
    [
        *(("title", name, "Talks stall", "Talks stall") for name in ("title", "Headline")),
        *(("outlet", n, "Post", "Post") for n in ("source", "OUTLET", "domain", "publisher")),
        ("outlet", "source", {"id": 7, "name": "Post"}, "Post"),
        *(("author", name, "A. Berg", "A. Berg") for name in ("author", "authors", "byline")),
        ("author", "authors", ["A. Berg", "B. Holm"], "A. Berg; B. Holm"),
        ("author", "author", {"name": "A. Berg"}, "A. Berg"),
        ("author", "author", [], None),
        ("url", "link", "https://post.example/1", "https://post.example/1"),
        *(
            ("published", name, "2025-06-20", datetime(2025, 6, 20))
            for name in ("date", "published", "date_publish", "Publish Date", "publishedAt")
        ),
        ("published", "date", "03/04/2025", None),
        ("language", "lang", "en", "en"),
        ("title", "title", "  Talks \n stall ", "Talks stall"),
        ("title", "title", "nan", None),
        ("title", "title", float("nan"), None),
        ("title", "title", None, None),
        ("title", "title", True, None),
        ("title", "title", 1984, "1984"),
        ("title", "subtitle", "Talks stall", None),
        ("outlet", "resource", "Post", None),
    ],
)
def test_a_field_under_its_names(field, name, value, expected):
    assert getattr(draft("a", {name: value, "text": BODY}, {}), field) == expected


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        *((name, BODY, BODY) for name in ("text", "body", "content", "maintext", "articleBody")),
        ("text", ["One.", "Two."], "One.\n\nTwo."),
        ("text", "One.\r\nTwo.", "One.\nTwo."),
        ("text", "  kept as it is \n", "  kept as it is \n"),
        ("body", "<p>One.</p><p>Two &amp; three.</p>", "One.\n\nTwo & three."),
        ("text", "1 < 2, and AT&amp;T", "1 < 2, and AT&T"),
    ],
)
def test_the_text_under_its_names(name, value, text):
    assert draft("a", {name: value}, {}).text == text


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Talks stall", BODY, f"Talks stall\n\n{BODY}"),
        ("Talks stall", f"Talks Stall\n{BODY}", f"Talks Stall\n{BODY}"),
        ("Talks stall", f"Talks stall {BODY}", f"Talks stall\n\nTalks stall {BODY}"),
        (None, BODY, BODY),
    ],
)
def test_the_headline_is_part_of_the_text_once(title, body, text):
    assert draft("a", {"title": title, "text": body}, {}).text == text


def test_the_first_name_that_holds_something_counts():
    record = {"text": " ", "maintext": BODY, "source": "", "domain": "post.example"}
    assert draft("a", record, {}).text == BODY
    assert draft("a", record, {}).outlet == "post.example"


def test_columns_come_before_known_names():
    record = {"Story": BODY, "text": "Not this.", "Paper": "Post", "date": "2025-06-20"}
    found = draft("a", record, {"text": "Story", "outlet": "paper"})
    assert (found.text, found.outlet, found.published) == (BODY, "Post", datetime(2025, 6, 20))


@pytest.mark.parametrize(
    ("record", "columns", "reason"),
    [
        ({"title": "Talks stall", "text": ""}, {}, "has a title but no text"),
        ({"text": " \n"}, {}, "is empty"),
        ({"text": None}, {}, "is empty"),
        ({"text": 5}, {}, "is empty"),
        ({"text": {"a": 1}}, {}, "is empty"),
        ({"text": b"bytes"}, {}, "is empty"),
        (
            {"id": 1, "words": BODY},
            {},
            "has no column for the text among id, words; name it with columns={'text': ...}",
        ),
        (
            {"id": 1},
            {"text": "Story"},
            "has no column 'Story' for the text among id; name it with columns={'text': ...}",
        ),
        (
            {},
            {},
            "has no column for the text among nothing; name it with columns={'text': ...}",
        ),
    ],
)
def test_a_record_without_text_says_so(record, columns, reason):
    with pytest.raises(Unreadable) as caught:
        draft("a", record, columns)
    assert str(caught.value) == reason


def test_an_exact_column_name_comes_before_a_like_one():
    assert places(["text", "Text"], {"text": "Text"})["text"] == ["Text"]


LEAD = "The minister said on Tuesday that the agreement would not survive another week."


@pytest.mark.parametrize("name", ["lead", "Lead Paragraph", "snippet", "description", "standfirst"])
def test_a_lead_stands_before_the_body(name):
    made = draft("a#1", {"title": "Talks stall", name: LEAD, "body": "Both left."}, {})
    assert made.text == f"Talks stall\n\n{LEAD}\n\nBoth left."


@pytest.mark.parametrize("lead", [LEAD, f"{LEAD[:60]}…", "Talks stall", "", "nan", None])
def test_a_lead_that_the_body_or_the_title_holds_is_not_said_twice(lead):
    body = f"{LEAD} Both left."
    made = draft("a#1", {"title": "Talks stall", "description": lead, "text": body}, {})
    assert made.text == f"Talks stall\n\n{body}"


@pytest.mark.parametrize(
    ("outlet", "given", "author"),
    [
        ("pubtitle", "Sorel, Ann; Okoro, Paul", "Ann Sorel; Paul Okoro"),
        ("pubtitle", "Courier staff", "Courier staff"),
        ("publication", "Ann Sorel, New Quay", "Ann Sorel, New Quay"),
    ],
)
def test_a_table_of_an_archive_files_authors_under_their_last_names(outlet, given, author):
    record = {"title": "Talks stall", outlet: "Courier; Oslem", "authors": given, "text": LEAD}
    made = draft("a#1", record, {})
    assert (made.outlet, made.author) == ("Courier", author)
