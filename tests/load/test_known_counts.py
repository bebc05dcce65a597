"""Files of known counts, of every format and export: found is kept plus rejected."""

import fuzz_files
import pytest
from fuzz_formats import title

from onrecord.load import load
from onrecord.load.exports.listed import EXPORTS
from onrecord.load.formats import READERS

COUNT = 4
HARM = [
    b"\x00", b"<!--", b"<![CDATA[", b"</", b"}", b'"', b"\xff\xfe", b"</p></div>", b"]]>", b"<p>x",
    b"&#xD800;", b"<script>", b"<textarea>", b"<svg>", b"</body></html>", b"<b>" * 300, b"{\\*",
    b"<table><tr><td>", b"<div>", b"<plaintext>",
]  # fmt: skip


def test_every_format_is_among_them():
    suffixes = {made.suffix.rpartition(".")[2] for made in fuzz_files.ALL.values()}
    same = {"markdown", "text", "htm", "xhtml", "mht", "ndjson", "nitf", "sgml"}
    assert {suffix[1:] for suffix in READERS} <= suffixes | same
    assert all(any(name.startswith(each.name) for name in fuzz_files.ALL) for each in EXPORTS)


@pytest.mark.parametrize("name", fuzz_files.ALL)
def test_a_sound_file_is_read_whole(tmp_path, name):
    made = fuzz_files.ALL[name]
    expected = COUNT if made.many else 1
    (tmp_path / f"a{made.suffix}").write_bytes(made.make(COUNT))
    found = load(tmp_path)
    lost = expected if name == "LexisNexis.pdf" else 0  # lines without gaps tell no fields
    assert len(found.attrs["rejected"]) == lost
    assert len(found) == expected - lost


@pytest.mark.parametrize("name", fuzz_files.PLAIN)
def test_an_article_that_is_harmed_takes_no_other_along(tmp_path, name):
    made = fuzz_files.PLAIN[name]
    path = tmp_path / f"a{made.suffix}"
    for junk in HARM:
        path.write_bytes(fuzz_files.harmed(made.make(COUNT), junk))
        found = load(path)
        kept = "\n".join(found.text)
        assert len(found) + len(found.attrs["rejected"]) >= COUNT
        assert all(title(n) in kept for n in range(COUNT) if n != fuzz_files.LOST), junk


@pytest.mark.parametrize(
    ("name", "content", "titles"),
    [
        ("a.ris", "TY  - NEWS\nTI  - One\nAB  - Ferries stay.\nTY  - NEWS\nTI  - Two\nAB  - They go"
         ".\nER  - \n", ["One", "Two"]),
        ("a.rss", "<rss><channel><item><title>One</title><description>Ferries stay.</description>"
         "</item><item><title>Two</title><description>They go.</item></channel>", ["One", "Two"]),
        ("a.xml", "<news><story><title>One</title><body>Ferries <b>stay.</body></story><story>"
         "<title>Two</title><body>They <![CDATA[go.</body></story><story><title>Three</title>"
         "<body>All left.</body></story></news>", ["One", "Two", "Three"]),
        ("a.xml", "<news><story><title>One</title><text>Ferries stay.<plaintext/></text></story>"
         "<story><title>Two</title><text><body>They go.</body></text></story><story><title>Three"
         "</title><text>All left.</text></story></news>", ["One", "Two", "Three"]),
        ("a.xml", "<news><!-- <story><title>No</title></story> --><story><title>One</title><body>"
         "Ferries & ships stay.</body></story></news>", ["One"]),
    ],
)  # fmt: skip
def test_what_is_left_open_ends_with_its_article(tmp_path, name, content, titles):
    (tmp_path / name).write_text(content)
    found = load(tmp_path)
    assert list(found.title) == titles
    assert found.attrs["rejected"].empty


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>{0}</p><!-- menu --><p>{1}</p>", "01"),
        ("<p>{0}</p><!-- <p>{1}</p>", "01"),
        ("<p>{0}</p><!-- <p>{1}</p> -->", "0"),
    ],
)
def test_a_comment_that_never_ends_is_none(tmp_path, page, words):
    said = [f"The ferry of pier {n} stays in port until the strike is over in May." for n in "01"]
    (tmp_path / "a.html").write_text(f"<article><h1>Ferry</h1>{page.format(*said)}")
    found = load(tmp_path)
    assert [n for n in "01" if f"pier {n}" in found.text[0]] == list(words)


def test_a_web_archive_of_wrong_lengths_prints_nothing(tmp_path, capfd):
    data = fuzz_files.MADE["warc"].make(COUNT)
    data = data.replace(b"x.example/1", b"x.example/ \x1b[31m")
    (tmp_path / "a.warc").write_bytes(fuzz_files.harmed(data, b"\x1b[31m" * 9))
    load(tmp_path, progress=False)
    assert capfd.readouterr() == ("", "")
