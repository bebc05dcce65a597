"""The front door: every article found is kept or rejected, in a fixed order, each once."""

import io
import json
import sys
import types
import zipfile

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import schema
from onrecord.errors import LoadError
from onrecord.load import Draft, Rejected, _watched, iter_articles, load
from onrecord.load.reading import READERS, _reader

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."
GERMAN = "Die Gespräche über den Hafen sind am Dienstag gescheitert, sagte der Minister."

BEGINNINGS = [
    *(
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"BZh9",
        b"\xfd7zXZ\x00",
        b"{\\rtf1 ",
        b"\xd0\xcf\x11\xe0",
    ),
    *(b"\x09\x02\x06\x00", b"<?xml version='1.0'?><rss><item>", b"<nitf><body>", b"<TEI><text>"),
    *(b"From a@b 2024\n\n", b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"),
    *(b"WEBVTT\n\n00:00.000 --> 00:01.000\n", b"TY  - NEWS\nTI  - ", b"WARC/1.0\r\nWARC-Type: "),
    *(b"<REUTERS><TEXT><BODY>", b"<newsItem><contentSet>", b"<a><text>x</text><b>"),
]


def reasons(articles: pd.DataFrame) -> dict[str, str]:
    rejected = articles.attrs["rejected"]
    return dict(zip(rejected.path, rejected.reason, strict=True))


def test_a_text_file_becomes_a_row_that_keeps_the_contract(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf\r\n Talks  stall \r\n\r\n" + BODY.encode())
    articles = load(tmp_path)
    schema.check("articles", articles)
    schema.check("rejected", articles.attrs["rejected"])
    row = articles.iloc[0]
    assert row.text == f"\n Talks  stall \n\n{BODY}"
    assert row.title == "Talks stall"
    assert row.language == "en"
    assert row.path == (tmp_path / "a.txt").as_posix()
    assert pd.isna([row.outlet, row.author, row.url]).all()
    assert row.published is pd.NaT


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "holds only white space"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"Talks\x00stall", "is not text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is not text"),
        ("a.txt", b"x" * 1001, "is larger than 1 kB"),
        ("a.txt", GERMAN.encode(), "is in German (de); only English is read"),
        ("a.jpg", b"\xff\xd8", "has the format .jpg; only"),
        ("a.doc", b"old", "is a .doc file; save it as .docx"),
        ("LICENCE", b"words", "has the format of no suffix; only"),
        ("a.json", b"", "is empty"),
        ("a.jsonl", b"\n\n", "holds no article"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"title,text\n", "holds no article"),
        ("a.html", b"", "is empty"),
        ("a.md", b"", "is empty"),
        ("a.docx", b"", "is damaged"),
        ("a.xlsx", b"PK\x03\x04 cut", "is damaged"),
        ("a.parquet", b"PAR1", "is damaged, or is not a .parquet file"),
        ("a.pdf", b"%PDF-1.7", "is damaged, or is not a .pdf file"),
        ("a.zip", b"PK", "is damaged, or is not a .zip file"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_reason(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    articles = load(tmp_path, max_bytes=1000)
    assert articles.empty
    assert list(articles.columns) == schema.names("articles")
    [(path, said)] = reasons(articles).items()
    assert path.endswith(name)
    assert said.startswith(reason)


def test_articles_found_are_articles_kept_plus_rejected(tmp_path):
    (tmp_path / "one.txt").write_text(f"One\n{BODY}")
    (tmp_path / "copy.txt").write_text(f"One\n\n\n{BODY}")
    (tmp_path / "deutsch.txt").write_text(GERMAN)
    (tmp_path / "two.md").write_text(f"# Two\n\n{BODY}")
    (tmp_path / "README.md").write_text(f"# What lies here\n\n{BODY}")  # is no article
    lines = [json.dumps({"title": f"T{n}", "text": BODY}) for n in range(3)]
    (tmp_path / "many.jsonl").write_text("\n".join([lines[0], "{broken", *lines[1:]]))
    (tmp_path / "rows.csv").write_text(f'title,text\nT9,"{BODY}"\nT10,\n')
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("a.txt", f"Three\n{BODY}")
        archive.writestr("b.bin", b"\0")
    articles = load(tmp_path)
    found = 4 + 4 + 2 + 2
    assert len(articles) == 7
    assert len(articles) + len(articles.attrs["rejected"]) == found
    assert {path.rsplit("/", 1)[1]: said for path, said in reasons(articles).items()} == {
        "deutsch.txt": "is in German (de); only English is read",
        "many.jsonl#2": "is not valid JSON",
        "one.txt": f"is the same article as {tmp_path.as_posix()}/copy.txt",
        "rows.csv#2": "has a title but no text",
        "b.bin": reasons(articles)[f"{tmp_path.as_posix()}/more.zip/b.bin"],
    }


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    files=st.lists(
        st.tuples(
            st.sampled_from(sorted(READERS)),
            st.one_of(
                st.binary(max_size=200),
                st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")),
                st.text(alphabet='{}[]":,-ntxeu<>p/\n ', max_size=60).map(str.encode),
                st.binary(max_size=60).map(lambda tail: b"%PDF-1.4\n1 0 obj<<>>endobj" + tail),
                st.sampled_from(BEGINNINGS).flatmap(
                    lambda head: st.binary(max_size=80).map(lambda tail: head + tail)
                ),
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_bytes_give_one_item_per_single_article_file(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("any")
    for number, (suffix, content) in enumerate(files):
        (folder / f"{number}{suffix}").write_bytes(content)
    found = list(iter_articles(folder))
    paths = [item.path.removeprefix(f"{folder.as_posix()}/") for item in found]
    assert {path.split("#")[0].split("/")[0] for path in paths} == {
        f"{number}{suffix}" for number, (suffix, _) in enumerate(files)
    }
    assert len(paths) == len(set(paths))
    kept = [item.text for item in found if isinstance(item, Draft)]
    assert all(text.strip() for text in kept)
    assert len(kept) == len({" ".join(text.split()) for text in kept})


def test_order_and_ids_are_the_same_in_every_run_and_from_every_path(tmp_path):
    for name in ("b/z.txt", "a.txt", "b/c/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n{BODY}")
    whole = load(tmp_path)
    again = load(tmp_path / "c.txt", tmp_path / "b", tmp_path)
    pd.testing.assert_frame_equal(whole.sort_values("path"), again.sort_values("path"))
    names = [path.removeprefix(f"{tmp_path.as_posix()}/") for path in whole.path]
    assert names == ["a.txt", "b/c/x.txt", "b/z.txt", "c.txt"]
    assert whole.article_id.is_unique


def test_the_same_text_in_two_formats_is_one_article(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps({"headline": "Talks stall", "body": BODY}))
    (tmp_path / "b.txt").write_text(f"Talks stall\r\n{BODY}\r\n")
    articles = load(tmp_path)
    assert len(articles) == 1
    assert list(reasons(articles).values()) == [f"is the same article as {articles.path[0]}"]


def test_a_stream_holds_one_article_at_a_time(tmp_path):
    path = tmp_path / "many.jsonl"
    rows = [json.dumps({"text": f"Number {n}. {BODY}"}) for n in range(1000)]
    path.write_text("\n".join(rows))
    stream = iter_articles(path)
    first = next(stream)
    assert first == Draft(f"{path.as_posix()}#1", f"Number 0. {BODY}", language="en")
    stream.close()


def test_half_a_character_from_json_does_not_break_the_tables(tmp_path):
    text = f"Talks \ud83d stall. {BODY}"
    (tmp_path / "a.json").write_text(json.dumps({"title": "A \udc00", "text": text}))
    articles = load(tmp_path)
    assert articles.text[0].encode()
    assert "Talks \ufffd stall." in articles.text[0]
    assert articles.title[0] == "A \ufffd"


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ((), "Name at least one file, folder or glob to load."),
        (("",), "A path is empty or not text: ''."),
        ((b"a.txt",), "A path is text or a Path, not bytes: b'a.txt'."),
        ((["a.txt"],), "A path is text or a Path, not list: ['a.txt']."),
        (("nowhere.txt",), "There is no file or folder nowhere.txt."),
        (("nowhere/*.txt",), "No file matches nowhere/*.txt."),
        (("a\0b",), "There is no file or folder a\0b."),
    ],
)
def test_a_path_that_leads_nowhere_is_one_sentence(tmp_path, monkeypatch, paths, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError) as caught:
        load(*paths)
    assert str(caught.value) == said


def test_a_folder_without_articles_is_one_sentence(tmp_path):
    (tmp_path / ".hidden.txt").write_text(BODY)
    with pytest.raises(LoadError, match=r"^There is no article in .*; \.txt, .* are read\.$"):
        load(tmp_path)


def test_an_unknown_field_in_columns_is_one_sentence(tmp_path):
    with pytest.raises(LoadError, match="columns= has no field 'body'; the fields are title, text"):
        load(tmp_path, columns={"body": "Story"})


@pytest.mark.parametrize(("progress", "shown"), [(True, True), (False, False), (None, False)])
def test_progress_is_shown_on_stderr_when_asked(tmp_path, monkeypatch, progress, shown):
    (tmp_path / "a.txt").write_text(BODY)
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stderr)
    load(tmp_path, progress=progress)
    assert ("Loading" in stderr.getvalue()) is shown


@pytest.mark.parametrize(("count", "shown"), [(60, True), (3, False)])
def test_a_terminal_shows_progress_of_long_loads_only(tmp_path, monkeypatch, count, shown):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("")
    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    load(tmp_path)
    assert ("Loading" in stderr.getvalue()) is shown


@pytest.mark.parametrize(
    ("shell", "watched"), [("ZMQInteractiveShell", True), ("TerminalInteractiveShell", False)]
)
def test_jupyter_is_watched_and_a_script_is_not(monkeypatch, shell, watched):
    ipython = types.SimpleNamespace(get_ipython=lambda: type(shell, (), {})())
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert _watched() is watched


def test_every_reader_named_for_a_suffix_exists():
    assert all(callable(_reader(suffix)) for suffix in READERS)


def test_rejected_is_a_plain_value():
    assert Rejected("a.txt", "is empty") == Rejected("a.txt", "is empty")
