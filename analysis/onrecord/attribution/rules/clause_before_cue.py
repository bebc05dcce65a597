"""Clauses that end at a source and cue: "The treaty is dead, Orrin said on Monday"."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.attribution.cues import closing
from onrecord.attribution.page import Page
from onrecord.attribution.spans import free, taken
from onrecord.attribution.types import Draft
from onrecord.attribution.words import SAYING

DATELINE = re.compile(
    r"[A-Z][A-Z’'. ]{2,}(?:, [^,—–\n]{2,30})?(?: \([\w ]+\))?(?:,[^,—–\n]{2,20})? ?(?:—|–|--?) "
)
WHICH = re.compile(r"(?:who|which|that)\b")
# "In a letter on Monday, Orrin said"; "When the gates shut, Orrin said"
LEADS_UP = re.compile(
    r"(?:in|on|at|by|from|with|as|and|or|but|when|if|because|since|during|before|after|until"
    r"|while|although|though|despite|for|to|under|over|among|between|asked|speaking|earlier|later"
    r"|also|still|meanwhile|[A-Za-z]+ing|[A-Z]?[a-z]+ly)\b",
    re.I,
)
FEW = 5  # words: below it what stands before a cue is no clause


def clause_before_cue(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give a source and cue without a content the clause that ends right before them.

    So "The treaty is dead, according to the union, Orrin said" has its outer attribution, and
    "The treaty is dead, Orrin said on Monday" its only one.

    Before:
        The ferry will run again in May, {S:Lind} {Q:said} on Monday, late.
    After:
        {C:The ferry will run again in May}, {S:Lind} {Q:said} on Monday, late.
    """
    text = page.text
    held = sorted(draft.start for draft in drafts if draft.content and not draft.loose)
    spans = taken(drafts)
    for draft in drafts:
        if draft.content or not draft.source or not draft.cue:
            continue
        start = draft.start
        home = page.sentence_at(start)
        lead = text[home.start : start].rstrip()
        if not lead.endswith(","):
            continue
        finish = home.start + len(lead) - 1
        rest = text[draft.end : home.end].strip(" .")
        nests = bisect_left(held, home.start) < bisect_left(held, start)
        dated = DATELINE.match(text, home.start, finish)
        begin = dated.end() if dated else home.start
        alone = free(spans, (begin, start)) and _stands(text, begin, finish)
        ends = nests and len(rest.split()) <= 6 and "," not in rest
        if _says(text, draft) and (alone or ends):
            draft.give("content", (begin, finish))
    return drafts


def _says(text: str, draft: Draft) -> bool:
    """Whether a cue is one that can follow what is said: "Orrin said", "said Orrin"."""
    if WHICH.match(text, min(draft.source)[0]):
        return False
    words = text[draft.cue[0][0] : draft.cue[-1][1]].split()
    if words[0].lower() == "according":
        return True
    name = closing(" ".join(words))
    return name in SAYING and not words[-1].endswith("ing") and words[0] != "to"


def _stands(text: str, begin: int, end: int) -> bool:
    """Whether words before a cue can be what is said, rather than what leads up to it."""
    words = text[begin:end].split()
    return len(words) >= FEW and not LEADS_UP.match(text, begin, end)
