"""The subject of a cue whose source the reader missed."""

from __future__ import annotations

import re

from onrecord.attribution.cues import passive, verb
from onrecord.attribution.page import Page
from onrecord.attribution.spans import touched
from onrecord.attribution.types import Draft, Span
from onrecord.attribution.words import NAME, OPENERS
from onrecord.lexicon.words import HELPING

NOUN = r"The (?:[a-z-]+ ){0,2}?[a-z-]+(?= (?:is|was|are|were|has|had|have|[a-z]+ed|[a-z]+s)\b)"
LEADING = re.compile(rf"(?!{OPENERS})(?:He|She|They|{NOUN}|(?!The ){NAME})(?= [a-z])")
WHOLE = re.compile(rf"(?!{OPENERS})(?:He|She|They|[A-Z][\w’'.-]*(?: [\w’'.-]+){{0,7}})$")
NEW_CLAUSE = re.compile(r"[:;] (?=[A-Z“\"])")
APPOSITION = re.compile(r", [^;:“”\"]{2,140},$")
SECOND = re.compile(r" [a-z][^;:“”\"]{2,160} (?:and|but)(?: then| later| also)?$")
CLAUSE_IN_IT = re.compile(
    rf"\b(?:{'|'.join(sorted(HELPING))}|that|which|who|when|if|while|because|after|before|to)\b"
)


def missing_source(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give cues without a source the subject of their clause.

    The subject opens the clause and the cue follows it: at once ("The government in Istrel has
    asked"), after an apposition between commas ("Gideon Tasker, who leads the party, called"),
    or as the second of two verbs ("Elena Tasker congratulated him and told"). Cues whose
    subject is spoken to ("was asked") are left alone.

    Before:
        Hugo Lind, who leads the union, {Q:called} {C:it a good deal}.
    After:
        {S:Hugo Lind}, who leads the union, {Q:called} {C:it a good deal}.
    """
    text = page.text
    others = [draft for draft in drafts if not draft.loose]
    spans = sorted(span for draft in others for span in draft.cue + draft.content)
    for draft in drafts:
        if draft.source or not draft.cue or not draft.content:
            continue
        start, end = min(draft.cue)
        home = page.sentence_at(start)
        if home.start >= start or not _active(text[start:end]) or passive(text[start:end]):
            continue
        first = min(draft.content)
        if len(draft.content) > 1 and first[1] <= start and _noun(text, first, start):
            # the reader took the subject for a part of the content
            draft.content.remove(first)
            draft.source.append(first)
            continue
        begin = home.start
        for clause in NEW_CLAUSE.finditer(text, home.start, start):
            begin = clause.end()
        found = _subject(text, begin, start)
        if found and not touched(spans, found):
            draft.give("source", found)
    return drafts


def _noun(text: str, span: Span, cue: int) -> bool:
    """Whether a span could be the subject of a cue that follows it."""
    words, rest = text[span[0] : span[1]], text[span[1] : cue].strip()
    return (
        bool(WHOLE.match(words))
        and not CLAUSE_IN_IT.search(words)
        and (not rest or bool(APPOSITION.match(rest)))
    )


def _active(cue: str) -> bool:
    words = cue.lower().split()
    return not words[0].endswith("ing") and any(verb(word) for word in words)


def _subject(text: str, begin: int, cue: int) -> Span | None:
    while begin < cue and text[begin] in "“\"'‘(—– ":
        begin += 1
    lead = text[begin:cue].rstrip()
    whole = WHOLE.match(lead)
    if whole and not CLAUSE_IN_IT.search(lead):
        return begin, begin + len(lead)
    aside = _aside(begin, lead)
    if aside is not None:
        return aside
    found = LEADING.match(lead)
    joined = found is not None and SECOND.match(lead, found.end())
    return (begin, begin + found.end()) if found and joined else None


def _aside(begin: int, lead: str) -> Span | None:
    """The name before an apposition that ends at the cue."""
    head = lead.partition(",")[0]
    if APPOSITION.match(lead[len(head) :]) and WHOLE.match(head) and not CLAUSE_IN_IT.search(head):
        return begin, begin + len(head)
    return None
