"""Quoted sentences that nobody claims, behind a sentence that has one subject."""

from __future__ import annotations

import re

from onrecord.attribution.page import Page
from onrecord.attribution.spans import taken, touched
from onrecord.attribution.types import Draft
from onrecord.attribution.words import NAME, OPENERS

# a sentence that can introduce a quotation, and a second person in it
OPENS = re.compile(rf"(?!{OPENERS})(?P<subject>He|She|(?:The |[A-Z][a-z]+ )??{NAME}) (?=[a-z])")
OTHER = re.compile(r"(?<=[a-z,] )(?:Mr|Mrs|Ms|Dr)\.? [A-Z]|(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")


def floating_quote(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give a quoted sentence without source the subject of the sentence before it.

    Only where that sentence stands in the same paragraph, holds no attribution, opens with
    a name or a pronoun, and names nobody else.

    Before:
        Torvald was blunt that day. {C:“We will not sign this.”}
    After:
        {S:Torvald} was blunt that day. {C:“We will not sign this.”}
    """
    spans = taken(drafts)
    for draft in drafts:
        if not draft.loose:
            continue
        at = page.at(min(draft.content)[0])
        if not at or page.sentences[at - 1].paragraph != page.sentences[at].paragraph:
            continue
        before = page.sentences[at - 1]
        if touched(spans, (before.start, before.end)):
            continue
        found = OPENS.match(page.text, before.start, before.end)
        if found and not OTHER.search(page.text, found.end(), before.end):
            draft.give("source", found.span("subject"))
    return drafts
