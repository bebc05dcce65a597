"""Standard input as a file: `-` in the place of a path, its format told by its first bytes."""

from __future__ import annotations

import io
import json
import re
import sys

from onrecord.errors import LoadError
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
    (re.compile(rb"<[?!a-z]", re.I), ".xml"),
    (re.compile(rb"\["), ".json"),
    (re.compile(rb"---\r?\n\w+:"), ".md"),
)  # fmt: skip
_PACKED = ((b"\x1f\x8b", ".gz"), (b"BZh", ".bz2"), (b"\xfd7zXZ", ".xz"))
_INSIDE = ((b"word/", ".docx"), (b"xl/", ".xlsx"), (b"mimetypeapplication/epub", ".epub"))


def standard_input(settings: Settings) -> Source:
    """All of standard input, as a file whose format its first bytes tell.

    Raises:
        LoadError: there is no standard input, or it is a terminal.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None or sys.stdin.isatty():
        raise LoadError("There is nothing on standard input; - reads what is piped into it.")
    data = stream.read()
    return Source(NAME, lambda: io.BytesIO(data), settings, kind=suffix_of(data))


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
        return next((suffix for name, suffix in _INSIDE if name in data[:65536]), ".zip")
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


def _is_whole(line: bytes) -> bool:
    """Whether a line is one JSON object, as each line of JSON lines is."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
