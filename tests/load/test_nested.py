"""Answers of interfaces and files of crawlers: nested records, by known paths or by the user's."""

import json

import pandas as pd
import pytest

from onrecord.load import load

ONE = "The island's ferry will stop in May, the harbour master, Nils Aro, said on Monday."
TWO = "“Nobody asked us,” said Vera Lind, who runs the shop on the quay."
BODY = f"{ONE}\n\n{TWO}"
HTML = f"<p>{ONE}</p><figure><figcaption>The quay</figcaption></figure><p>{TWO}</p>"
FERRY = ("Ferry to stop", "Island Herald", "2023-11-06", "Mia Sten", "https://herald.example/f")
TEXT = f"Ferry to stop\n\n{BODY}"


def guardian(**more):
    fields = {"body": HTML, "bodyText": f"{ONE} {TWO}", "byline": "Mia Sten", **more}
    return {
        "id": "a/b", "sectionName": "World", "webTitle": "Ferry to stop", "fields": fields,
        "webPublicationDate": "2023-11-06T08:00:00Z", "webUrl": "https://herald.example/f",
    }  # fmt: skip


REGISTRY = {
    "uri": "7712349", "lang": "eng", "isDuplicate": False, "date": "2023-11-06",
    "time": "08:00:00", "dateTimePub": "2023-11-06T08:00:00Z", "url": "https://herald.example/f",
    "title": "Ferry to stop", "body": BODY, "source": {"uri": "herald.example", "dataType": "news",
    "title": "Island Herald"}, "authors": [{"uri": "mia@herald.example", "name": "Mia Sten"}],
    "sentiment": 0.1,
}  # fmt: skip
TIMES = {
    "abstract": "The ferry stops.", "web_url": "https://herald.example/f", "snippet": "",
    "lead_paragraph": ONE, "source": "Island Herald", "headline": {"main": "Ferry to stop",
    "kicker": None}, "pub_date": "2023-11-06T08:00:00+0000", "byline": {"original": "By Mia Sten",
    "person": [{"firstname": "Mia"}]}, "document_type": "article", "multimedia": [],
}  # fmt: skip
FLAT = {
    "title": "Ferry to stop", "text": BODY, "source": "Island Herald", "date": "2023-11-06",
    "authors": ["Mia Sten"], "url": "https://herald.example/f",
}  # fmt: skip
FUNDUS = {
    "title": "Ferry to stop", "authors": ["Mia Sten"], "publishing_date": "2023-11-06 08:00:00",
    "body": {"summary": [], "sections": [
        {"headline": [], "paragraphs": [ONE]}, {"headline": [], "paragraphs": [TWO]}]},
    "html": {"requested_url": "https://herald.example/f", "crawl_date": "2024-01-01",
             "source_info": {"publisher": "Island Herald", "type": "rss"}},
}  # fmt: skip
WEBZ = {
    "thread": {"uuid": "x", "url": "https://herald.example/f", "site_full": "www.herald.example",
               "site": "herald.example", "section_title": "News", "title": "Ferry to stop"},
    "uuid": "x", "url": "https://herald.example/f", "author": "Mia Sten", "language": "english",
    "published": "2023-11-06T08:00:00.000+02:00", "title": "Ferry to stop", "text": BODY,
    "entities": {"persons": [{"name": "Nils Aro"}]}, "crawled": "2024-01-01T00:00:00Z",
}  # fmt: skip
PLEASE = {
    "authors": ["Mia Sten"], "date_download": "2024-01-01 00:00:00", "date_modify": None,
    "date_publish": "2023-11-06 08:00:00", "description": None, "filename": "f.json",
    "image_url": None, "language": "en", "localpath": None, "maintext": BODY,
    "source_domain": "herald.example", "title": "Ferry to stop", "title_page": None,
    "title_rss": None, "url": "https://herald.example/f",
}  # fmt: skip
PRESS = {
    "id": 3, "date": "2023-11-06T08:00:00", "date_gmt": "2023-11-06T08:00:00", "author": 7,
    "link": "https://herald.example/f", "title": {"rendered": "Ferry to stop"},
    "content": {"rendered": HTML, "protected": False}, "excerpt": {"rendered": "<p>The…</p>"},
}  # fmt: skip
AT_SITE = (FERRY[0], "herald.example", *FERRY[2:])


def rows(folder, content, name="a.json", **how):
    (folder / name).write_text(content if isinstance(content, str) else json.dumps(content))
    articles = load(folder / name, **how)
    days = articles.published.dt.strftime("%Y-%m-%d")
    told = zip(articles.title, articles.outlet, days, articles.author, articles.url, strict=True)
    return articles, [tuple(None if pd.isna(value) else value for value in row) for row in told]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"response": {"status": "ok", "results": [guardian(publication="Island Herald")]}}, FERRY),
        ({"response": {"content": guardian(publication="Island Herald")}}, FERRY),
        (guardian(publication="theguardian.com"), (FERRY[0], "The Guardian", *FERRY[2:])),
        ({"articles": {"page": 1, "totalResults": 1, "results": [REGISTRY]}}, FERRY),
        ({"7712349": {"info": REGISTRY}}, FERRY),
        ([REGISTRY], FERRY),
        ({"took": 5, "hits": {"total": 1, "hits": [{"_id": "1", "_source": FLAT}]}}, FERRY),
        ([{"_index": "news", "_id": "1", "_score": 1.0, "_source": FLAT}], FERRY),
        (FUNDUS, FERRY),
        ([FUNDUS], FERRY),
        ({"TheHerald": [FUNDUS]}, FERRY),
        ({"posts": [WEBZ], "totalResults": 1, "next": "/x"}, AT_SITE),
        (PLEASE, AT_SITE),
        ([PRESS], (FERRY[0], None, FERRY[2], None, FERRY[4])),
        ({"payload": {"page": {"rows": [FLAT]}}}, FERRY),
        ([{"status": "ok", "articles": [FLAT]}, {"status": "ok", "articles": []}], FERRY),
    ],
)  # fmt: skip
def test_an_answer_of_an_interface(tmp_path, content, told):
    articles, found = rows(tmp_path, content)
    assert found == [told]
    assert articles.text[0] == TEXT
    assert not len(articles.attrs["incomplete"])


def test_lines_that_each_hold_a_page_of_an_answer(tmp_path):
    pages = [
        {"response": {"results": [{**guardian(), "fields": {"bodyText": f"{n}. {BODY}"}}]}}
        for n in (1, 2, 3)
    ]
    articles, _ = rows(tmp_path, "\n".join(map(json.dumps, pages)), "a.jsonl")
    assert [path.rsplit("#")[1] for path in articles.path] == ["1", "2", "3"]


def test_an_answer_without_texts_gives_the_leads_as_incomplete(tmp_path):
    articles, found = rows(tmp_path, {"response": {"docs": [TIMES], "meta": {"hits": 1}}})
    assert found == [FERRY]
    assert articles.text[0] == f"Ferry to stop\n\n{ONE}"
    assert articles.attrs["incomplete"].reason.to_list() == [
        "holds no more than the lead of its article"
    ]


@pytest.mark.parametrize(
    ("record", "path"),
    [
        ({"fields": {"words": BODY}}, "fields.words"),
        ({"Fields": {"a.b": {"words": BODY}}}, "Fields.a.b.words"),
        ({"parts": [{"p": ONE}, {"p": TWO}]}, "parts.p"),
        ({"parts": [{"p": ONE}, {"p": TWO}]}, "parts[].p"),
    ],
)
def test_a_path_of_the_user_reaches_inside(tmp_path, record, path):
    articles, _ = rows(tmp_path, {"title": "Ferry to stop", **record}, columns={"text": path})
    assert articles.text[0] == TEXT


def test_the_reason_names_the_paths_of_long_texts(tmp_path):
    record = {"title": "T", "description": "Short.", "data": {"x": {"story_raw": BODY, "id": "7"}}}
    articles, _ = rows(tmp_path, [record])
    assert articles.attrs["rejected"].reason.to_list() == [
        "has no column for the text, but long texts in data.x.story_raw; "
        "name one with columns={'text': 'data.x.story_raw'}"
    ]


@pytest.mark.parametrize(
    "content",
    [
        [{"a": {}}],
        [{"a": [[[[]]]]}],
        [{str(n): {str(m): {"x": "y"} for m in range(50)} for n in range(50)}],
        {"articles": [{"articles": [{"articles": [{"articles": [{}]}]}]}]},
    ],
)
def test_what_nests_without_a_text_is_rejected_once(tmp_path, content):
    articles, _ = rows(tmp_path, content)
    assert not len(articles)
    assert len(articles.attrs["rejected"]) == 1


CELLS = [
    ("body", r"One left.\n\nTwo stayed.", "One left.\n\nTwo stayed."),
    ("body", r"He said \"no\".\nTwo stayed.", 'He said "no".\nTwo stayed.'),
    ("body", "The folder C:\\new is no line.", "The folder C:\\new is no line."),
    ("body", "Aro &amp; Lind&#8217;s shop", "Aro & Lind’s shop"),
    ("body", "Both <em>stayed</em>, <a href='x'>she said</a>.", "Both stayed, she said."),
    ("body", "1 < 2 and R&D > 0", "1 < 2 and R&D > 0"),
]


@pytest.mark.parametrize(("name", "value", "text"), CELLS)
def test_what_programs_leave_in_cells(tmp_path, name, value, text):
    articles, _ = rows(tmp_path, {name: value})
    assert articles.text[0] == text


@pytest.mark.parametrize(
    ("field", "name", "value", "right"),
    [
        ("outlet", "media_name", "Island Herald", "Island Herald"),
        ("outlet", "pubtitle", "Island Herald (Aro)", "Island Herald"),
        ("outlet", "Publication title", "Herald, The", "The Herald"),
        ("outlet", "meta_site_name", "Island Herald", "Island Herald"),
        ("outlet", "source-hostname", "Island Herald", "Island Herald"),
        ("outlet", "source", "https://herald.example/f", None),
        ("outlet", "domain", "HERALD.EXAMPLE", "herald.example"),
        ("outlet", "site", "Metro.co.uk", "Metro"),
        ("url", "DocumentURL", "https://herald.example/f", "https://herald.example/f"),
        ("url", "Document URL", "https://herald.example/f", "https://herald.example/f"),
        ("url", "source", "https://herald.example/f", "https://herald.example/f"),
        ("url", "uri", "7712349", None),
        ("author", "authors", "['Mia Sten', 'Bo Ek']", "Mia Sten; Bo Ek"),
        ("author", "authors", '["Mia Sten", "Bo Ek"]', "Mia Sten; Bo Ek"),
        ("author", "authors", "[]", None),
        ("author", "author", "Mia Sten;Bo Ek", "Mia Sten; Bo Ek"),
        ("author", "byline", "By Mia Sten and Bo Ek", "Mia Sten; Bo Ek"),
        ("author", "byline", "Mia Sten, Bo Ek and Ada Holm", "Mia Sten; Bo Ek; Ada Holm"),
        ("author", "byline", "Mia Sten, Political Editor", "Mia Sten"),
        ("author", "byline", "Staff and agencies", "Staff and agencies"),
    ],
)
def test_a_field_by_the_names_of_data_sets(tmp_path, field, name, value, right):
    frame = pd.DataFrame([{name: value, "text": BODY}])
    frame.to_csv(tmp_path / "a.csv", index=False)
    found = load(tmp_path / "a.csv")[field][0]
    assert (None if pd.isna(found) else found) == right
