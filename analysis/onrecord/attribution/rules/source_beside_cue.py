"""The name right beside a cue whose source the reader missed."""

from __future__ import annotations

import re

from onrecord.attribution.cues import passive, verb
from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft
from onrecord.attribution.words import NAME, OPENERS, SAYING

BESIDE = re.compile(rf"(?:^|[\s“\"(—])((?!{OPENERS}){NAME}|[Hh]e|[Ss]he|[Tt]hey) $")
REACH = 60  # characters before a cue


def source_beside_cue(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give a cue of speech without a source the name or pronoun that stands right before it.

    Before:
        {C:The port would stay open}, as Torvald {Q:said} on Tuesday.
    After:
        {C:The port would stay open}, as {S:Torvald} {Q:said} on Tuesday.
    """
    for draft in drafts:
        if draft.source or not draft.cue:
            continue
        start, end = min(draft.cue)
        cue = page.text[start:end]
        if verb(cue.split(" ")[-1]) not in SAYING or passive(cue):
            continue
        begin = max(start - REACH, page.sentence_at(start).start)
        found = BESIDE.search(page.text, begin, start)
        if found:
            draft.give("source", found.span(1))
    return drafts
