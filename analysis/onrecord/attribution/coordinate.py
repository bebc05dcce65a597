"""Several cues on one source: "she praised the draft but claimed that ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.attribution.cues import verb
from onrecord.attribution.quotes import Quotation
from onrecord.attribution.types import Draft, Span

JOINED = re.compile(
    r"(?P<gap>,? (?:and|but|while)(?: then| later| also)? )"
    r"(?P<cue>(?:(?:also|later|even|again|has|have|had|[a-z]+ly) ){0,2}(?P<verb>[a-z]+)"
    r"(?: (?:for|on|out)\b(?! to))?)(?= \S)"
)
CLAUSE = re.compile(
    r"(?:and|but) (?P<source>he|she|they) "
    r"(?P<cue>(?:(?:would|will|did|does|do|could|has|have|had|also|later|not|never) ){0,3}"
    r"(?P<verb>[a-z]+))(?= \S)"
)
# verbs of speech; those of thought and decision would split what is one content
SPEECH = frozenset(
    ["say", "note", "stress", "claim", "argue", "admit", "deny", "confirm", "warn", "threaten",
     "urge", "demand", "promise", "accuse", "criticise", "praise", "ask", "answer", "explain",
     "describe", "suggest", "predict"]
)  # fmt: skip
PAST = re.compile(r"ed$|^(?:said|told|wrote|swore)$")
PRESENT = re.compile(r"[^s]s$")


def split(text: str, drafts: Sequence[Draft], quoted: Sequence[Quotation]) -> list[Draft]:
    """Split contents that hold a second cue of the same source.

    Only outside quotation marks, only before verbs of speech, and only where tense and
    place make it the source's own verb: "said the draft was weak and accused Marenia".

    Args:
        text: the article.
        drafts: attributions in the making.
        quoted: all quotations of the article, in text order.

    Returns:
        The drafts, those with a second cue cut short, and one new draft per further cue.
    """
    made: list[Draft] = []
    for draft in drafts:
        made.append(draft)
        made.extend(_clauses(text, draft))
        while not draft.spoken and (found := _joined(text, draft, quoted)) is not None:
            at, match = found
            start, end = draft.content[at]
            further = Draft(
                list(draft.source),
                [match.span("cue")],
                [(match.end() + 1, end), *draft.content[at + 1 :]],
                list(draft.scores),
            )
            draft.content[at:] = [(start, match.start())]
            made.append(further)
            draft = further
    return made


def _clauses(text: str, draft: Draft) -> list[Draft]:
    """Contents behind a cue that tell of another act: "..., Lind said, but he denied it"."""
    found = []
    for span in list(draft.content):
        match = CLAUSE.match(text, *span)
        if match is None or len(draft.content) < 2 or span[0] < min(draft.cue, default=span)[1]:
            continue
        if verb(match["verb"]) in SPEECH or match["verb"] == "disclose":
            draft.content.remove(span)
            content = (match.end() + 1, span[1])
            found.append(Draft([match.span("source")], [match.span("cue")], [content], [0.5]))
    return found


def _joined(
    text: str, draft: Draft, quoted: Sequence[Quotation]
) -> tuple[int, re.Match[str]] | None:
    if not draft.cue or not draft.source or min(draft.cue) > min(draft.content):
        return None
    draft.content.sort()
    present = any(PRESENT.search(word) for word in _words(text, draft.cue))
    for at, (start, end) in enumerate(draft.content):
        for match in JOINED.finditer(text, start, end):
            word = match["verb"]
            tense = PRESENT if present else PAST
            if verb(word) in SPEECH and tense.search(word) and not _quoted(match.start(), quoted):
                return at, match
    return None


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [word for start, end in spans for word in text[start:end].lower().split()]


def _quoted(at: int, quoted: Sequence[Quotation]) -> bool:
    before = bisect_right(quoted, at, key=lambda quotation: quotation.start) - 1
    return before >= 0 and quoted[before].end > at
