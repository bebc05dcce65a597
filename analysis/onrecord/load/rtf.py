""".rtf: the paragraphs of a document in rich text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import destinations, rtf_to_text

from onrecord.load.bounds import PACKED
from onrecord.load.draft import Draft, Item, Unreadable, first_line
from onrecord.load.encoding import newlines
from onrecord.load.source import Source

# what a field does stands before what it shows; only this is text
FIELD = re.compile(r"\{\\\*\\fldinst(?:[^{}]|\{[^{}]*\})*\}")
# halves of signs as JSON writes them, and words that only a group may begin with: elsewhere they
# would hide all that follows
HALF = re.compile(r"(?<!\*)\\u(d[89a-f][0-9a-f]{2})(?![0-9a-f])", re.I)
STRAY = re.compile(
    rf"([{{*]\s*)?\\(?:{'|'.join(sorted(destinations, key=len, reverse=True))})(?![a-zA-Z])-?\d* ?"
)
BARE = re.compile(
    r"\\\*(?!\s*\\[a-zA-Z])"
)  # the sign of a group to be passed over, without its word
BRACE = re.compile(r"\\[\\{}]|[{}]")
CLOSED = 100  # braces too many that are made good
PICTURE = re.compile(r"[0-9a-fA-F\s]{2000,}")  # its bytes


def read(source: Source) -> Iterator[Item]:
    """The one article of the document; its first paragraph is the title.

    Raises:
        Unreadable: it is no rich text, or holds no text.
    """
    text = source.read(limit=PACKED).decode("latin-1")
    if not text.lstrip("\ufeff\xef\xbb\xbf \r\n").startswith("{\\rtf"):
        raise Unreadable("is damaged, or is not a .rtf file")
    shown = rtf_to_text(_balanced(_sound(FIELD.sub("", PICTURE.sub("", text)))), errors="replace")
    # halves of signs that are written as two
    whole = shown.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = newlines(whole).replace("\xad", "").strip("\n")
    if not text.strip():
        raise Unreadable("holds no text")
    yield Draft(source.path, text, first_line(text))


def _sound(text: str) -> str:
    r"""The document without words that hide what follows where they do not belong.

    >>> _sound(r"{\rtf1 One \ud two \ud83d {\*\ud three}\par}")
    '{\\rtf1 One two {\\uc0\\u-10179} {\\*\\ud three}\\par}'
    """
    text = BARE.sub("", text)
    text = HALF.sub(lambda found: rf"{{\uc0\u{int(found[1], 16) - 0x10000}}}", text)
    return STRAY.sub(lambda found: found[0] if found[1] else "", text)


def _balanced(text: str) -> str:
    r"""The document with as many opening braces as it needs to hold all of its paragraphs.

    >>> _balanced(r"{\rtf1 One} more.\par Two.\par}")
    '{{\\rtf1 One} more.\\par Two.\\par}'
    >>> _balanced(r"{\rtf1 One.\par} \x00")
    '{\\rtf1 One.\\par} \\x00'
    """
    depth = missing = 0
    last = text.rfind("\\par")
    for found in BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        # what stands behind the end is no text, unless it has paragraphs
        if depth + missing <= 0 and found.end() < last and missing < CLOSED:
            missing += 1
    return "{" * missing + text
