"""Turns of speech: interviews and transcripts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.types import Draft, Span

if TYPE_CHECKING:
    from onrecord.segment import Sentence

LABEL = re.compile(
    r"\s*[“\"*]?\s*(?P<name>Q|A|[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*){0,4})"
    r"(?: ?\([^)\n]{1,30}\))?\s*(?P<colon>:|(?<=\b[QA])\.)[*]?\s+(?P<words>\S)"
)
UTTERED = re.compile(r"[^\W\d_]{2}|[IO]\b")  # a figure behind a name is no speech
SPOKEN = re.compile(r"[.?!…][”\"’'*)]*\s*$")
ASIDE = re.compile(r"\s*[“\"]?[\[(]")  # (Crosstalk.) [Laughter]
SELF = re.compile(r"\b(?:I|we|my|our|me|us|you)\b|\b(?:I|we|you)['’]", re.I)
MARKED = re.compile(r"[“”\"«»]")  # quoted words: the narrator is back
NO_NAME = re.compile(
    r"(?:Updated?|(?:The )?Latest|Video|Watch|Photos?|Opinion|Analysis|Live|Exclusive|Breaking"
    r"|Editorial|Review"
    r"|Explainer|Factbox|Timeline|Correction|Note|Image|Caption|Read|More|Related|Transcript"
    r"|Interview|Profile|Commentary|Column|Letter|Podcast|Quiz|Recap)\b",
    re.I,
)
WHOLE = 0.6  # share of a turn: a content with more of it is the turn itself


def turns(text: str, sentences: Sequence[Sentence]) -> list[Draft]:
    """Find the turns of an interview or a transcript.

    A label is Q, A, a name in capitals, or a name that begins two paragraphs or more; what
    follows its colon, and the paragraphs up to the next label, are its content.

    Args:
        text: the article.
        sentences: its sentences.

    Returns:
        One spoken draft per turn; empty where fewer than two paragraphs have a label.
    """
    bounds: dict[int, list[int]] = {}
    for sentence in sentences:
        bounds.setdefault(sentence.paragraph, [sentence.start, sentence.end])[1] = sentence.end
    paragraphs = list(bounds.values())[1:]  # the first one is the headline
    labels = [LABEL.match(text, start, end) for start, end in paragraphs]
    count = Counter(
        label["name"]
        for label, (_, end) in zip(labels, paragraphs, strict=True)
        if label
        and SPOKEN.search(text, max(label.end() - 1, end - 4), end)
        and UTTERED.search(text, label.end() - 1, end)
    )
    capitals = sum(number for name, number in count.items() if _shouted(name))
    found: list[Draft] = []
    at_last = max((at for at, label in enumerate(labels) if label), default=-1)
    current: Draft | None = None
    for at, ((_, end), label) in enumerate(zip(paragraphs, labels, strict=True)):
        if label and _counts(label["name"], count, capitals):
            source = label.span("name")
            words = (label.start("words"), end)
            current = Draft([source], [label.span("colon")], [words], [1.0], spoken=True)
            found.append(current)
        elif current is not None and not ASIDE.match(text, paragraphs[at][0], end):
            start = paragraphs[at][0]
            if at < at_last or (
                SELF.search(text, start, end) and not MARKED.search(text, start, end)
            ):
                current.content.append((start, end))
            else:
                current = None
    return found if len(found) > 1 else []


def replace(drafts: list[Draft], spoken: Sequence[Draft]) -> list[Draft]:
    """Let turns stand for what the reader found of them.

    Drafts that take a turn's label, or that reach out of the turn they stand in, go; those
    wholly inside its words stay, as attributions within it.
    """
    if not spoken:
        return drafts
    held = sorted(span for draft in spoken for span in draft.content)
    labels = sorted(span for draft in spoken for span in draft.source + draft.cue)
    kept = []
    for draft in drafts:
        low, high = draft.start, _end(draft)
        touched = _overlapping(held, low, high)
        inside = len(touched) == 1 and touched[0][0] <= low and high <= touched[0][1]
        whole = inside and _share(draft.content, touched[0]) > WHOLE
        within = inside and draft.source and draft.cue and not whole
        if not _overlapping(labels, low, high) and (not touched or within):
            kept.append(draft)
    return kept + list(spoken)


def _end(draft: Draft) -> int:
    return max(end for _, end in draft.source + draft.cue + draft.content)


def _overlapping(spans: Sequence[Span], low: int, high: int) -> list[Span]:
    """Spans, sorted and apart from each other, that share characters with a stretch."""
    first = bisect_right(spans, low, key=lambda span: span[1])
    last = bisect_left(spans, high, key=lambda span: span[0])
    return list(spans[first:last])


def _share(content: Sequence[Span], turn: Span) -> float:
    return sum(e - s for s, e in content) / max(turn[1] - turn[0], 1)


def _shouted(name: str) -> bool:
    return name.isupper()


def _counts(name: str, count: Counter[str], capitals: int) -> bool:
    if NO_NAME.match(name):
        return False
    return capitals > 1 if _shouted(name) else count[name] > 1
