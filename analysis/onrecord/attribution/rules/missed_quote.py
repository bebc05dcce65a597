"""Quotations that the reader missed although a name and a verb of speech stand beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.attribution.cues import verb
from onrecord.attribution.page import Page
from onrecord.attribution.types import GUESSED, Draft, Span
from onrecord.attribution.words import NAME, SAYING

NOUN = r"(?:the|a|an|one|another)(?: (?!(?:he|she|they|of|the|a|in|to|by) )[a-z-]+){1,3}"
SUBJECT = rf"(?:[Hh]e|[Ss]he|[Tt]hey|(?:the |The )?{NAME}|{NOUN})"
ADVERBS = r"(?:(?:also|later|then|once|had|has|have|[a-z]+ly) ){0,2}"
AFTER = re.compile(
    rf"[,—–-]?[ \t]*(?:(?P<s1>{SUBJECT})(?:, [^,.;“”\"]{{2,60}},)? (?P<q1>{ADVERBS}(?P<v1>[a-z]+))"
    rf"|(?P<q2>(?P<v2>[a-z]+)) (?P<s2>{SUBJECT}))\b"
)
BEFORE = re.compile(
    rf"(?P<s1>{SUBJECT})(?:, [^,.;“”\"]{{2,60}},)? (?P<q1>{ADVERBS}(?P<v1>[a-z]+))"
    r"(?: (?:reporters|him|her|them|the [a-z]+|[A-Z]\w+))?(?: that)?[,:]? ?$"
)
SIGNED = re.compile(
    rf"\s*(?P<cue>[―—–]|--?)\s*(?P<source>{NAME}(?:, [^.\n]{{2,50}})?)\.?[ \t]*(?=\n|$)"
)
ENOUGH = 5  # words: below it may be a scare quote
REACH = 160  # characters before and behind a quotation


def missed_quote(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Add attributions for quotations that stand by a name and a verb of speech.

    Before:
        “The port will not stay open,” warned Orrin.
    After:
        {C:“The port will not stay open,”} {Q:warned} {S:Orrin}.
    """
    held = sorted((*span, at) for at, d in enumerate(drafts) if not d.loose for span in d.spans)
    made: list[Draft] = []
    for quotation in page.quoted:
        span = (quotation.start, quotation.end)
        if len(page.words(span).split()) < ENOUGH or _holder(held, span) is not None:
            continue
        signed = SIGNED.match(page.text, span[1])
        if signed is not None:
            made.append(Draft([signed.span("source")], [signed.span("cue")], [span], [GUESSED]))
            continue
        found = _beside(page, span)
        if found is None:
            continue
        source, cue = found
        owner = _holder(held, cue)
        if owner is not None:
            if any(start < cue[1] and cue[0] < end for start, end in drafts[owner].cue):
                drafts[owner].give("content", span)
        elif _holder(held, source) is None:
            made.append(Draft([source], [cue], [span], [GUESSED]))
    return sorted([*drafts, *made], key=lambda draft: draft.start)


def _beside(page: Page, span: Span) -> tuple[Span, Span] | None:
    """Source and cue right behind a quotation, or right before it."""
    low = max(page.sentence_at(span[0]).start, span[0] - REACH)
    return _speech(AFTER.match(page.text, span[1], span[1] + REACH)) or _speech(
        BEFORE.search(page.text, low, span[0])
    )


def _speech(found: re.Match[str] | None) -> tuple[Span, Span] | None:
    if found is None:
        return None
    group = "1" if found["s1"] else "2"
    word = found["v" + group]
    if verb(word) not in SAYING or word.endswith("ing"):
        return None
    return found.span("s" + group), found.span("q" + group)


def _holder(held: Sequence[tuple[int, int, int]], span: Span) -> int | None:
    """Number of the draft that holds the last span that begins before a span's end."""
    at = bisect_left(held, (span[1], 0, 0)) - 1
    return held[at][2] if at >= 0 and held[at][1] > span[0] else None
