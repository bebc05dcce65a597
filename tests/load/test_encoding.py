"""Bytes to text."""

import io

import pytest

from onrecord.load.draft import Unreadable
from onrecord.load.encoding import HEAD, decode, open_text, sniff
from onrecord.load.source import Source

TEXT = "“Naïve,” the minister said – 100 €.\nNothing was signed.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("cp1252"),
    ],
)
def test_encodings_and_newlines(data):
    assert decode(data) == TEXT
    assert open_text(Source("a.txt", lambda: io.BytesIO(data))).read() == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        (b"tab\tform\x0cfeed", "tab\tform\x0cfeed"),
        ("é – ".encode() * 5 + b"it\x92s", "é – " * 5 + "it’s"),  # one byte pasted from Windows
        ("café crème déjà".encode()[:-1], "café crème déjÃ"),  # cut in two
        (b"\xef\xbb\xbf\xef\xbb\xbfx", "\ufeffx"),  # only the first is a mark
        (b"caf\xe9 \x81", "café \ufffd"),
    ],
)
def test_what_is_between_is_read_byte_by_byte(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\x00b", "is not text"),
        (b"\x01\x02\x03 binary", "is not text"),
        (b"\xff\xfea", "is not valid UTF-16"),
        ("Переговоры сорвались".encode("cp1251"), "is in an unknown encoding; save it as UTF-8"),
    ],
)
def test_what_is_not_text_says_so(data, reason):
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert str(caught.value) == reason


def test_a_stream_is_not_judged_by_a_character_cut_at_the_end_of_its_head():
    line = b"plain words\n"
    data = line * (HEAD // len(line)) + "é".encode() * 40
    padded = b"x" * ((HEAD - len(line) * (HEAD // len(line)) + 1) % 2) + data
    assert open_text(Source("a", lambda: io.BytesIO(padded))).read().endswith("é" * 40)


def test_a_stream_takes_windows_bytes_after_a_plain_head():
    data = b"plain words\n" * (HEAD // 10) + b"it\x92s"
    assert sniff(data[:HEAD]) == "utf-8"
    assert open_text(Source("a", lambda: io.BytesIO(data))).read().endswith("it’s")
