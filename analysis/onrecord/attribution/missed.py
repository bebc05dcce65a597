"""What the reader missed: sources beside cues, quotations beside names, sentences cut off."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.attribution.cues import verb
from onrecord.attribution.quotes import Quotation
from onrecord.attribution.subject import GUESSED, NAME, SPEECH
from onrecord.attribution.types import Draft, Span

if TYPE_CHECKING:
    from onrecord.segment import Sentence

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
# a sentence that can introduce a quotation, and a second person in it
OPENS = re.compile(rf"(?P<subject>He|She|(?:The |[A-Z][a-z]+ )??{NAME}) (?=[a-z])")
OTHER = re.compile(r"(?<=[a-z,] )(?:Mr|Mrs|Ms|Dr)\.? [A-Z]|(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")
VERB = r"(?:claim|vow|pledg|promis|threaten|profess|purport|offer|propos)(?:e?s|e?d)?"
# "the islands Orrin claims to own": a subject and a verb that can mean nothing else
CLAIMS = re.compile(
    rf"\b(?P<source>{NAME}|[Hh]e|[Ss]he|[Tt]hey) (?P<cue>(?:has |have |had |also |now )?"
    rf"{VERB})"
    r" (?P<content>to [a-z]+ [^.,;:—–“”\"\n]*[^.,;:—–“”\"\s])"
)
CLAIM = re.compile(rf" {VERB} to [a-z]")  # looked for first, as it is found sooner
ENOUGH = 5  # words: below it may be a scare quote


def add(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], quoted: Sequence[Quotation]
) -> list[Draft]:
    """Add attributions for quotations that stand by a name and a verb of speech.

    Args:
        text: the article.
        sentences: its sentences.
        drafts: attributions in the making.
        quoted: all quotations of the article, in text order.

    Returns:
        The drafts and the new ones, in text order.
    """
    taken = sorted(
        (s, e, at) for at, d in enumerate(drafts) for s, e in d.source + d.cue + d.content
    )
    starts = [s for s, _, _ in taken]
    bounds = [sentence.start for sentence in sentences]
    made: list[Draft] = []

    def holder(span: Span) -> int | None:
        at = bisect_left(starts, span[1]) - 1
        return taken[at][2] if at >= 0 and taken[at][1] > span[0] else None

    for quotation in quoted:
        span = (quotation.start, quotation.end)
        if len(text[span[0] : span[1]].split()) < ENOUGH or holder(span) is not None:
            continue
        signed = SIGNED.match(text, span[1])
        if signed is not None:
            made.append(Draft([signed.span("source")], [signed.span("cue")], [span], [GUESSED]))
            continue
        home = sentences[max(bisect_right(bounds, span[0]) - 1, 0)] if sentences else None
        found = AFTER.match(text, span[1], span[1] + 160)
        if found is None or not _speech(found):
            found = BEFORE.search(text, max(home.start if home else 0, span[0] - 160), span[0])
        if found is None or not _speech(found):
            continue
        group = "1" if found["s1"] else "2"
        source, cue = found.span("s" + group), found.span("q" + group)
        owner = holder(cue)
        if owner is not None:
            if drafts[owner].cue and any(s < cue[1] and cue[0] < e for s, e in drafts[owner].cue):
                drafts[owner].content.append(span)
                drafts[owner].scores.append(GUESSED)
        elif holder(source) is None:
            made.append(Draft([source], [cue], [span], [GUESSED]))
    return sorted([*drafts, *made], key=lambda draft: draft.start)


def floating(text: str, sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
    """Give a quoted sentence without source the subject of the sentence before it.

    Only where that sentence stands in the same paragraph, holds no attribution, opens with
    a name or a pronoun, and names nobody else: "Torvald was blunt. “We will not sign.”"

    Args:
        text: the article.
        sentences: its sentences.
        drafts: attributions in the making; those without source and cue are changed.
    """
    bounds = [sentence.start for sentence in sentences]
    taken = sorted(span for draft in drafts for span in draft.source + draft.cue + draft.content)
    for draft in drafts:
        if draft.source or draft.cue:
            continue
        at = bisect_right(bounds, min(draft.content)[0]) - 1
        if at < 1 or sentences[at - 1].paragraph != sentences[at].paragraph:
            continue
        before = sentences[at - 1]
        near = bisect_left(taken, (before.end, 0)) - 1
        if near >= 0 and taken[near][1] > before.start:
            continue
        found = OPENS.match(text, before.start, before.end)
        if found is None or OTHER.search(text, found.end(), before.end):
            continue
        draft.source.append(found.span("subject"))
        draft.scores.append(GUESSED)


def claims(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Add what somebody claims, vows, offers or threatens to do, where the reader saw nothing.

    Args:
        text: the article.
        drafts: attributions in the making; those without a content count as not seen.

    Returns:
        The drafts and the new ones, in text order.
    """
    if not CLAIM.search(text):
        return sorted(drafts, key=lambda draft: draft.start)
    seen = [draft for draft in drafts if draft.content or draft.source]
    taken = sorted(span for draft in seen for span in draft.source + draft.cue + draft.content)
    made = []
    for found in CLAIMS.finditer(text):
        near = bisect_left(taken, (found.end(), 0)) - 1
        if near < 0 or taken[near][1] <= found.start():
            spans = [[found.span(name)] for name in ("source", "cue", "content")]
            made.append(Draft(*spans, [GUESSED]))
    return sorted([*drafts, *made], key=lambda draft: draft.start)


def _speech(found: re.Match[str]) -> bool:
    word = found["v1"] if found["s1"] else found["v2"]
    return verb(word) in SPEECH and not word.endswith("ing")
