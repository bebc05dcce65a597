"""Turns of speech: interviews and transcripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.attribution.page import Page
from onrecord.attribution.spans import within
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import NO_NAME

LABEL = re.compile(
    r"\s*[“\"*]?\s*(?P<name>Q|A|[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*){0,4})"
    r"(?: ?\([^)\n]{1,30}\))?\s*(?P<colon>:|(?<=\b[QA])\.)[*]?\s+(?P<words>\S)"
)
UTTERED = re.compile(r"[^\W\d_]{2}|[IO]\b")  # a figure behind a name is no speech
SPOKEN = re.compile(r"[.?!…][”\"’'*)]*\s*$")
ASIDE = re.compile(r"\s*[“\"]?[\[(]")  # (Crosstalk.) [Laughter]
SELF = re.compile(r"\b(?:I|we|my|our|me|us|you)\b|\b(?:I|we|you)['’]", re.I)
MARKED = re.compile(r"[“”\"«»]")  # quoted words: the narrator is back
WHOLE = 0.6  # share of a turn: a content with more of it is the turn itself


def interview(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Make the turns of an interview or a transcript attributions of their own.

    A label is Q, A, a name in capitals, or a name that begins two paragraphs or more; what
    follows its colon, and the paragraphs up to the next label, are its content. What the
    reader found of a turn gives way to it; what stands wholly inside one stays.

    Before:
        A talk with Ana Torvald
        Q: When will it open?
        A: In {C:May}. We are ready.
    After:
        A talk with Ana Torvald
        {S1:Q}{Q1::} {C1:When will it open?}
        {S2:A}{Q2::} {C2:In May. We are ready.}
    """
    spoken = _turns(page)
    if not spoken:
        return drafts
    held = sorted(span for draft in spoken for span in draft.content)
    labels = sorted(span for draft in spoken for span in draft.source + draft.cue)
    kept = []
    for draft in drafts:
        reach = (draft.start, draft.end)
        touched = within(held, reach)
        inside = len(touched) == 1 and touched[0][0] <= reach[0] and reach[1] <= touched[0][1]
        whole = inside and _share(draft.content, touched[0]) > WHOLE
        part = inside and draft.source and draft.cue and not whole
        if not within(labels, reach) and (not touched or part):
            kept.append(draft)
    return [*kept, *spoken]


def _turns(page: Page) -> list[Draft]:
    """One spoken draft a turn; empty where fewer than two paragraphs have a label."""
    text = page.text
    bounds: dict[int, list[int]] = {}
    for sentence in page.sentences:
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


def _share(content: Sequence[Span], turn: Span) -> float:
    return sum(e - s for s, e in content) / max(turn[1] - turn[0], 1)


def _shouted(name: str) -> bool:
    return name.isupper()


def _counts(name: str, count: Counter[str], capitals: int) -> bool:
    if NO_NAME.match(name):
        return False
    return capitals > 1 if _shouted(name) else count[name] > 1
