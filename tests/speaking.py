"""A small language for articles with known attributions.

`[1:he]` is the source of attribution 1, `<1:said>` its cue, `{1:"It rains,"}` a span of its
content; marks nest.
A content in quotation marks makes the attribution direct, any other indirect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.actors import Lexicon, find_mentions
from onrecord.reader import Reader
from onrecord.segment import segment
from onrecord.speakers import Speaker, resolve
from onrecord.speakers.choose import by_rules
from onrecord.speakers.questions import Choose

Span = tuple[int, int]
MARK = re.compile(r"([\[{<])(\d+):|([\]}>])")
LEXICON = Lexicon.load()


@dataclass(frozen=True, slots=True)
class Attributed:
    kind: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 1.0


def read(marked: str) -> tuple[str, list[Attributed]]:
    """The text without marks, and its attributions in order of their numbers."""
    text, at, opened = "", 0, []
    spans: dict[tuple[str, int], list[Span]] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], int(mark[2]), len(text)))
        else:
            kind, number, start = opened.pop()
            spans.setdefault((kind, number), []).append((start, len(text)))
    text += marked[at:]
    found = []
    for number in sorted({number for _, number in spans}):
        content = tuple(spans.get(("{", number), ()))
        quoted = bool(content) and all(text[s] in "\"“‘'" for s, _ in content)
        source = tuple(spans.get(("[", number), ()))
        cue = tuple(spans.get(("<", number), ()))
        found.append(Attributed("direct" if quoted else "indirect", source, cue, content))
    return text, found


def speakers(
    marked: str, lexicon: Lexicon = LEXICON, choose: Choose = by_rules
) -> list[tuple[Speaker, ...]]:
    """Who speaks in each attribution of a marked article; its first line is the headline.

    By the rules alone, or by another way of choosing, which hears the reader.
    """
    text, attributions = read(marked)
    sentences = segment(text)
    found = find_mentions(text, sentences, lexicon)
    heard = None if choose is by_rules else Reader.load().read([text])[0]
    return resolve(
        text, sentences, attributions, found.mentions, found.actors, heard, choose=choose
    ).speakers


def names(marked: str, lexicon: Lexicon = LEXICON, choose: Choose = by_rules) -> list[str | None]:
    """Their names; several speakers of one attribution as "Ada Lund + Bo Ek"."""
    return [
        " + ".join(s.name for s in who if s.name) or None
        for who in speakers(marked, lexicon, choose)
    ]


def mentions(text: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, str]]:
    """`(words, actor)` of each mention."""
    found = find_mentions(text, segment(text), lexicon)
    return [(text[m.start : m.end], m.actor) for m in found.mentions]


def actors(text: Sequence[str] | str, lexicon: Lexicon = LEXICON) -> dict:
    """The actors of a text by name."""
    return dict(find_mentions(text, segment(text), lexicon).actors)
