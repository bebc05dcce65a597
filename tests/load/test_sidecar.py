"""metadata.csv."""

from datetime import datetime

import pandas as pd
import pytest

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."
TABLE = """Path;Outlet;Published;Author;URL
a.txt;Post;20 June 2025;A. Berg;https://post.example/1
./sub\\b.txt;Herald;;;
sub/rows.csv;Herald;;;
gone.txt;Nobody;;;
"""


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(f"A\n{BODY}")
    (tmp_path / "sub" / "b.txt").write_text(f"B\n{BODY}")
    (tmp_path / "sub" / "rows.csv").write_text(f'outlet,date,text\nIts own,2025-06-19,"C {BODY}"')
    (tmp_path / "metadata.csv").write_text(TABLE)
    return tmp_path


def test_facts_reach_files_below_and_are_no_article(corpus):
    articles = load(corpus)
    assert articles.outlet.to_list() == ["Post", "Herald", "Herald"]
    assert articles.author[0] == "A. Berg"
    assert articles.url[0] == "https://post.example/1"
    assert articles.published.to_list()[::2] == [datetime(2025, 6, 20), datetime(2025, 6, 19)]
    assert pd.isna(articles.published[1])
    assert articles.attrs["rejected"].empty


def test_the_nearest_folder_comes_first(corpus):
    (corpus / "sub" / "metadata.csv").write_text("path,author\nb.txt,B. Holm\nb.md,No one\n")
    articles = load(corpus).set_index("title")
    assert articles.author["B"] == "B. Holm"
    assert articles.outlet["B"] == "Herald"


@pytest.mark.parametrize(
    ("given", "outlet"),
    [("", "Herald"), ("**/*.txt", "Herald"), ("sub", None), ("sub/b.txt", None)],
)
def test_only_folders_within_what_was_named_count(corpus, given, outlet):
    articles = load(corpus / given).set_index("title")
    assert articles.outlet["B"] == outlet or (outlet is None and pd.isna(articles.outlet["B"]))


def test_a_file_alone_finds_the_sidecar_beside_it(corpus):
    assert load(corpus / "a.txt").outlet.to_list() == ["Post"]


def test_a_table_of_articles_may_have_the_name(tmp_path):
    (tmp_path / "metadata.csv").write_text(f'id,text\n1,"{BODY}"\n')
    assert load(tmp_path).path[0].endswith("metadata.csv#1")


def test_dates_of_a_sidecar_show_the_order_of_day_and_month(corpus):
    days = ["03/04/2025", "25/03/2025", "26/03/2025", "31/03/2025"]
    names = ["a.txt", "x.txt", "y.txt", "z.txt"]
    rows = [f"{name},{day}" for name, day in zip(names, days, strict=True)]
    (corpus / "metadata.csv").write_text("\n".join(["path,published", *rows]))
    assert load(corpus / "a.txt").published[0] == datetime(2025, 4, 3)


def test_accents_written_in_two_ways_meet(tmp_path):
    (tmp_path / "cafe\u0301.txt").write_text(BODY)
    (tmp_path / "metadata.csv").write_text("path,outlet\ncaf\u00e9.txt,Post\n", "utf-8")
    assert load(tmp_path).outlet.to_list() == ["Post"]


def test_what_a_table_leaves_open_stays_as_the_page_states_it(tmp_path):
    (tmp_path / "a.html").write_text(
        "<head><meta property='og:site_name' content='Gull Post'></head><body><article><h1>A</h1>"
        f"<p>{BODY}</p><p>{BODY} They met again.</p></article></body>"
    )
    (tmp_path / "metadata.csv").write_text("path,url\na.html,https://post.example/1\n")
    assert load(tmp_path).outlet[0] == "Gull Post"
