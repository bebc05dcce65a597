"""Standard input as a file: `-` in the place of a path, its format told by its first bytes."""

from __future__ import annotations

import io
import json
import lzma
import re
import sys
import zlib
from dataclasses import replace
from zipfile import BadZipFile, ZipFile

from onrecord.errors import LoadError
from onrecord.load.draft import Unreadable
from onrecord.load.packed import OPENERS, member
from onrecord.load.source import Settings, Source

DASH = "-"
NAME = "stdin"
# first bytes, and the suffix of the format that begins so
_BEGINS = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"\{\\rtf"), ".rtf"),
    (re.compile(rb"WARC/"), ".warc"),
    (re.compile(rb"From \S+.*\d{4}\s"), ".mbox"),
    (re.compile(rb"(?:Received|Message-ID|MIME-Version|Return-Path):", re.I), ".eml"),
    (re.compile(rb"WEBVTT"), ".vtt"),
    (re.compile(rb"TY  - "), ".ris"),
    (re.compile(rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S),
     ".html"),
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?<!doctype\s+html", re.I), ".html"),
    (re.compile(rb"<!?(?:\w+-2\d*|lewis|reuters)\b", re.I), ".sgm"),
    (re.compile(rb"<(?:p|div|h\d|main|table|span|center|font|br|pre|ul)\b", re.I), ".html"),
    (re.compile(rb"<[?!a-z]", re.I), ".xml"),
    (re.compile(rb"1\r?\n\d\d?:\d\d:\d\d[,.]\d{3} -->"), ".srt"),
    (re.compile(rb"\["), ".json"),
    (re.compile(rb"---\r?\n\w+:"), ".md"),
)  # fmt: skip
_PACKED = ((b"\x1f\x8b", ".gz"), (b"BZh", ".bz2"), (b"\xfd7zXZ", ".xz"))
# a member that only such a file has, or the type that it states of itself
_INSIDE = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"))
_TYPES = (
    (b"opendocument.text", ".odt"),
    (b"opendocument.spreadsheet", ".ods"),
    (b"epub", ".epub"),
)
_OLD = b"\xd0\xcf\x11\xe0"  # documents of Office before 2007
_BARE = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # their sheets alone
_HEAD = 65536


def standard_input(settings: Settings) -> Source:
    """All of standard input, as a file whose format its first bytes tell.

    Raises:
        LoadError: there is no standard input, or it is a terminal.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None or sys.stdin.isatty():
        raise LoadError("There is nothing on standard input; - reads what is piped into it.")
    data = stream.read()
    kind = suffix_of(data)
    source = Source(NAME, lambda: io.BytesIO(data), settings, kind=kind)
    if kind not in OPENERS:
        return source
    inner = member(source)
    try:
        with inner.open() as unpacked:
            return replace(inner, kind=suffix_of(unpacked.read(_HEAD)))
    except (EOFError, OSError, zlib.error, lzma.LZMAError, Unreadable):
        return replace(inner, kind=".txt")  # reading it tells what is wrong


def suffix_of(data: bytes) -> str:
    r"""The suffix of the format that some bytes are in; text where nothing tells another.

    >>> [suffix_of(d) for d in (b"Talks stall", b"<html>", b"[1]", b'{"a": 1}\n{"a": 2}\n')]
    ['.txt', '.html', '.json', '.jsonl']
    """
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, suffix in _PACKED:
        if data.startswith(magic):
            return suffix
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_BARE):
        return ".xls"
    if data.startswith(_OLD):
        return ".xls" if "Workbook".encode("utf-16-le") in data else ".doc"
    if data.startswith(b"PAR1"):
        return ".parquet"
    if start.startswith(b"{") and not start.startswith(b"{\\rtf"):
        return ".jsonl" if _is_whole(start.split(b"\n")[0]) else ".json"
    for begins, suffix in _BEGINS:
        if begins.match(start):
            return suffix
    first = start.split(b"\n")[0]
    for mark, suffix in ((b"\t", ".tsv"), (b",", ".csv")):
        names = [name.strip().strip(b'"').lower() for name in first.split(mark)]
        if len(names) > 1 and {b"text", b"body", b"content"} & {*names}:
            return suffix
    return ".txt"


def _zipped(data: bytes) -> str:
    """What a zip file holds the parts of; an archive of articles where nothing tells another."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            stated = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error):
        return ".zip"
    told = (suffix for name, suffix in _TYPES if name in stated)
    return next(told, next((suffix for name, suffix in _INSIDE if name in names), ".zip"))


def _is_whole(line: bytes) -> bool:
    """Whether a line is one JSON object, as each line of JSON lines is."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
