"""What the model is shown of a statement: the speaker, the cue, and the words round a target."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]

NARRATOR = "Narrator"  # speaks where an outlet does
OPEN, CLOSE = "«", "»"  # round the words that are attributed
BESIDE = 50  # characters shown of the sentence before, and of the one after
DESCRIBED = 90  # characters of a description at most


def shown(
    text: str,
    sentences: Sequence[Span],
    content: Sequence[Span],
    target: Span,
    speaker: str,
    cue: str = "",
    described: str = "",
) -> tuple[str, Span, Span]:
    """Write a statement as the model reads it.

    Args:
        text: the article.
        sentences: offsets of its sentences, in order.
        content: spans of the words that are attributed.
        target: where the words name the actor that is asked about.
        speaker: the speaker's name.
        cue: the words that attribute, such as "accused".
        described: who the speaker is, as written: "Norland's foreign minister".

    Returns:
        The text, and in it the offsets of the speaker and of the target.

    >>> text = "It rained. Ann Lee said that Tom Roy lied."
    >>> shown(text, [(0, 10), (11, 42)], [(24, 41)], (29, 36), "Ann Lee", "said")[0]
    'Ann Lee said: It rained. Ann Lee said «that Tom Roy lied».'
    """
    described = "" if described == speaker else described[:DESCRIBED]
    before = f"{speaker} ({described})" if described else speaker
    before += f" {cue}: " if cue else ": "
    low, high = window(text, sentences, target)
    marks = [(start, OPEN) for start, _ in content] + [(end, CLOSE) for _, end in content]
    # at one place a span closes before the next one opens
    cuts = sorted((at, mark == OPEN, mark) for at, mark in marks if low <= at <= high)
    said, moved = text[low:high], 0
    for at, _, mark in reversed(cuts):
        said = said[: at - low] + mark + said[at - low :]
        moved += at <= target[0]
    begin = len(before) + target[0] - low + moved
    return before + said, (0, len(speaker)), (begin, begin + target[1] - target[0])


def window(text: str, sentences: Sequence[Span], target: Span) -> Span:
    """The sentence of a target, with the nearest words of its neighbours."""
    at = max(bisect_right(sentences, (target[0], len(text))) - 1, 0)
    start, end = sentences[at] if sentences else (0, len(text))
    low, high = min(start, target[0]), max(end, target[1])
    if at:
        space = text.find(" ", max(low - BESIDE, sentences[at - 1][0]), low)
        low = sentences[at - 1][0] if low - sentences[at - 1][0] <= BESIDE else max(space + 1, 0)
    if at + 1 < len(sentences):
        after = sentences[at + 1][1]
        space = text.rfind(" ", high, min(high + BESIDE, after))
        high = after if after - high <= BESIDE else max(space, high)
    return low, high


def descriptions(said: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The longest way in which each speaker is written as a source.

    Args:
        said: speaker and source as written, one for each attribution.

    >>> descriptions([("Ann Lee", "she"), ("Ann Lee", "Ann Lee, the mayor"), ("Ann Lee", "Lee")])
    {'Ann Lee': 'Ann Lee, the mayor'}
    """
    found: dict[str, str] = {}
    for speaker, source in said:
        if len(found.get(speaker, "")) < len(source) <= DESCRIBED:
            found[speaker] = source
    return {speaker: source for speaker, source in found.items() if " " in source}
