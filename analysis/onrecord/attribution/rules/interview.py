"""Turns of speech: interviews and transcripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.attribution.page import Page
from onrecord.attribution.spans import within
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import NO_NAME

# "BRANDT:", "Ana Torvald:", "IDA BRANDT, TRANSPORT MINISTER (on the phone):", "Q."
LABEL = re.compile(
    r"\s*(?:>>\s*)?[“\"*]?\s*(?P<name>Q|A|[A-Z][\w.'’-]*(?:[ -][A-Z][\w.'’-]*){0,4})"
    r"(?P<title>,(?: [A-Z&][^\s:.!?“”\"]*,?| (?:of|the|and|for|to|in|at|on)\b,?){1,12})?"
    r"(?: ?[(\[][^)\]\n]{1,30}[)\]])?\s*(?P<colon>:|(?<=\b[QA])\.)[*]?\s+(?P<words>\S)"
)
RANK = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Chair(?:man|woman)?|Senator|President)\.? ")
# what is heard and not said: "(CROSSTALK)", "[laughter and applause]", "(BEGIN VIDEO CLIP)"
HEARD = re.compile(
    r"(?:(?<!\s)\s+)?(?:\((?=[^)]{3,60}\))|\[(?=[^\]]{3,60}\]))"
    r"(?:(?i:(?:[a-z]+ ){0,2}(?:cross-?talk|laugh(?:s|ter|ing)|applause|cheer(?:s|ing)|inaudible"
    r"|unintelligible|music|pause|silence|sighs?)\b[^)\]]*)|[A-Z][A-Z0-9 ,.:;/'’“”\"-]+)[)\]]\s*"
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
        part = inside and draft.source and draft.cue and not whole and not _own(page, draft)
        if not within(labels, reach) and (not touched or part):
            kept.append(draft)
    return [*kept, *spoken]


def _turns(page: Page) -> list[Draft]:
    """One spoken draft a turn; empty where fewer than two paragraphs have a label."""
    text = page.text
    bounds: dict[int, list[int]] = {}
    for sentence in page.sentences:
        bounds.setdefault(sentence.paragraph, [sentence.start, sentence.end])[1] = sentence.end
    paragraphs = list(bounds.values())
    labels = [LABEL.match(text, start, end) for start, end in paragraphs]
    if not _opens_with_a_turn(labels):  # the first one is the headline
        paragraphs, labels = paragraphs[1:], labels[1:]
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
            said = _said(text, label.start("words"), end)
            current = Draft([source], [label.span("colon")], said, [1.0], spoken=True)
            found.append(current)
        elif current is not None and not ASIDE.match(text, paragraphs[at][0], end):
            start = paragraphs[at][0]
            if at < at_last or (
                SELF.search(text, start, end) and not MARKED.search(text, start, end)
            ):
                current.content.extend(_said(text, start, end))
            else:
                current = None
    return [turn for turn in found if turn.content] if len(found) > 1 else []


def _opens_with_a_turn(labels: Sequence[re.Match[str] | None]) -> bool:
    """Whether a text without a headline begins with what somebody says who speaks again."""
    if not labels or labels[0] is None or not _shouted(labels[0]["name"]):
        return False
    later = {label["name"].split()[-1] for label in labels[1:] if label}
    return labels[0]["name"].split()[-1] in later


def _said(text: str, start: int, end: int) -> list[Span]:
    """What is said in a stretch, without what is only heard."""
    edges = [start, *(edge for heard in HEARD.finditer(text, start, end) for edge in heard.span())]
    pairs = zip(edges[::2], [*edges[1::2], end], strict=True)
    return [(low, high) for low, high in pairs if UTTERED.search(text, low, high)]


def _own(page: Page, draft: Draft) -> bool:
    """Whether the speaker of the turn is the source: "I told them that in May"."""
    return all(page.text[start:end].lower() in ("i", "we") for start, end in draft.source)


def _share(content: Sequence[Span], turn: Span) -> float:
    return sum(e - s for s, e in content) / max(turn[1] - turn[0], 1)


def _shouted(name: str) -> bool:
    return RANK.sub("", name).isupper()


def _counts(name: str, count: Counter[str], capitals: int) -> bool:
    if NO_NAME.match(name):
        return False
    return capitals > 1 if _shouted(name) else count[name] > 1
