"""Bytes to text: UTF-8, UTF-16 and UTF-32 with a byte order mark, Windows-1252."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import TextIO

from onrecord.load.draft import Unreadable
from onrecord.load.source import Source, in_words

HEAD = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
HIGH = re.compile(rb"[\x80-\xff]")
CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
UNPRINTABLE = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# pages and lines part, units part, what Windows means by its own codes is meant; the rest goes
PRINTED = {
    **{chr(code): bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)},
    **dict.fromkeys("\x0b\x0c", "\n"),
    **dict.fromkeys("\x1c\x1d\x1e\x1f", " "),
}


def _stray(error: UnicodeError) -> tuple[str, int]:
    # a stray byte in UTF-8 nearly always came with text pasted from Windows
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


codecs.register_error("onrecord.cp1252", _stray)


def decode(data: bytes, strict: bool = True) -> str:
    r"""Text of a whole file: no byte order mark, newlines as `\n`, nothing else changed.

    A few stray Windows bytes inside UTF-8 are read as Windows-1252.

    Args:
        data: the file.
        strict: as `sniff` takes it.

    Raises:
        Unreadable: the bytes are not text.

    >>> decode("“No”\r\n".encode("cp1252"))
    '“No”\n'
    """
    encoding = sniff(data, strict)
    try:
        text = data.decode(encoding, _errors(encoding))
    except UnicodeError as error:
        raise Unreadable(f"is not valid {encoding.upper()}") from error
    return newlines(text)


def newlines(text: str) -> str:
    r"""The text with `\r\n` and `\r` as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def printed(text: str) -> str:
    r"""The text without control characters, which tables and markup cannot hold.

    Newlines and tabs stay, and so does NUL, which shows that something is no text. Halves of
    characters, as JSON can hold them, are joined, or become the mark of a lost one.

    >>> printed("Talks\x01 stall\x0c\x93No\x94\ud83d")
    'Talks stall\n“No”\ufffd'
    """
    if not UNPRINTABLE.search(text):
        return text
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return UNPRINTABLE.sub(lambda found: PRINTED.get(found[0], ""), newlines(whole))


def sniff(data: bytes, strict: bool = True) -> str:
    """Name of the encoding that fits these bytes.

    Args:
        data: a file, or its beginning.
        strict: a single NUL byte means that it is not text; otherwise a record that holds one
            is left to be judged by itself.

    Raises:
        Unreadable: the bytes are not text.

    >>> sniff("naïve".encode()), sniff("naïve".encode("latin-1"))
    ('utf-8', 'cp1252')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    controls = len(data) - len(data.translate(None, CONTROLS))
    if (strict and b"\x00" in data) or controls > len(data) / 50:
        raise Unreadable("is not text")
    try:
        data.decode()
        return "utf-8"  # nearly every file; to count its bytes costs more
    except UnicodeDecodeError:
        pass
    high = len(HIGH.findall(data))
    in_utf8 = sum(map(len, MULTIBYTE.findall(data)))
    if high <= 2 * in_utf8:  # most bytes beyond ASCII form UTF-8
        return "utf-8"
    if high > len(data) / 3:
        raise Unreadable("is in an unknown encoding; save it as UTF-8")
    return "cp1252"


def _errors(encoding: str) -> str:
    if encoding.startswith("utf-8"):
        return "onrecord.cp1252"
    return "replace" if encoding == "cp1252" else "strict"


def open_text(source: Source) -> TextIO:
    r"""A source as a stream of text, newlines as `\n`, never held whole.

    Raises:
        Unreadable: its first megabyte is not text.
    """
    with source.open() as stream:
        head = stream.read(HEAD)
    if len(head) == HEAD:
        head = head[: head.rfind(b"\n") + 1] or head  # no character cut in two
    encoding = sniff(head, strict=False)
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else _errors(encoding)
    return io.TextIOWrapper(source.open(), encoding=encoding, errors=errors, newline=None)


def lines(stream: TextIO, limit: int) -> Iterator[str | Unreadable]:
    r"""Lines of a stream without their newline; one longer than `limit` is not held.

    >>> [str(line) for line in lines(io.StringIO("one\ntwo, too long\n3"), 5)]
    ['one', 'is larger than 5 bytes', '3']
    """
    while line := stream.readline(limit + 1):
        if len(line.rstrip("\n")) <= limit:
            yield line.rstrip("\n")
            continue
        while line and not line.endswith("\n"):
            line = stream.readline(limit + 1)
        yield Unreadable(f"is larger than {in_words(limit)}")
