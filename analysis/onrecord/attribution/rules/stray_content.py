"""Contents that stand apart from their cue: not quoted, and with words of others between."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft, Span

# "threaten to strike as talks begin": a headline's second clause
AS = re.compile(
    r" as (?!(?:a|an|the|if|well|much|many|it|its|his|her)\b)(?:[\w’'-]+ ){1,4}?"
    r"(?:is|are|[a-z]+[^s\W]s|enter|begin|loom|near|start|open|end|set)\b"
)
GAP = 1  # words between a content and the nearest span of its attribution, at most


def stray_content(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Take from attributions the contents that are not theirs.

    Quotations go on in other sentences. Reported speech does not: a content without marks in
    another sentence than its cue, or before the cue with other words between them although
    the cue has a content of its own, was only the nearest that the reader found. A content
    ends with its sentence, save where a quotation runs on.

    Before:
        {S:Orrin} {Q:wished} {C:the crew well}. {C:The treaty was sent by post}.
    After:
        {S:Orrin} {Q:wished} {C:the crew well}. The treaty was sent by post.
    """
    for draft in drafts:
        if draft.cue and not draft.spoken:
            draft.content = [_cut(page, span) for span in draft.content]
            draft.content = [span for span in draft.content if _its_own(page, draft, span)]
    return drafts


def _its_own(page: Page, draft: Draft, span: Span) -> bool:
    """Whether a content is one that its cue can have: quoted, or of its sentence."""
    cue = min(draft.cue)[0]
    if _quoted(page, span):
        return not _finished_before(page, draft, span)
    if page.at(span[0]) != page.at(cue):
        return False
    return span[0] > cue or not draft.source or _beside(page, draft, span)


def _finished_before(page: Page, draft: Draft, span: Span) -> bool:
    """Whether a quotation ends in an earlier sentence than a cue that has words of its own.

    One that was never closed and is taken up there goes on: it is the cue's.
    """
    opened = page.sentence_at(min(draft.cue)[0]).start
    if page.at(span[1] - 1) >= page.at(opened) or draft.start < min(opened, span[0]):
        return False
    if not any(other[0] >= opened for other in draft.content):
        return False
    last = page.quotation_at(span[1] - 1)
    taken_up = last and not last.closed and page.quotation_at(opened)
    return not taken_up and (last is None or last.end <= opened)


def _cut(page: Page, span: Span) -> Span:
    """A content ends with its sentence, save where a quotation runs on."""
    start, end = span
    first = page.at(start)
    if page.sentences[first].role in ("headline", "heading"):
        as_it = AS.search(page.text, start, end)
        if as_it and not _quoted(page, span):
            return start, as_it.start()
    for one, other in pairwise(page.sentences[first : page.at(end - 1) + 1]):
        running = page.quotation_before(other.start)
        if running is None or running.end <= other.start:
            return start, one.end
    return span


def _quoted(page: Page, span: Span) -> bool:
    """Whether a content begins or ends in a quotation."""
    return bool(page.quotation_at(span[0] + 1) or page.quotation_at(span[1] - 1))


def _beside(page: Page, draft: Draft, span: Span) -> bool:
    """Whether at most a word lies between a content and what follows it of its attribution."""
    if not any(other[0] > min(draft.cue)[0] for other in draft.content):
        return True
    after = [start for start, _ in draft.spans if start >= span[1]]
    return not after or len(page.text[span[1] : min(after)].split()) <= GAP
