"""An audience that was taken for what it was told: "in remarks to Vell Radio"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.types import Draft, Span

SPOKEN_TO = re.compile(
    r"\b(?:remarks?|comments?|statements?|interviews?|speech(?:es)?|letters?|messages?|emails?"
    r"|address(?:es)?|testimony|briefings?|conversations?|talks?) (?:to|with)(?: the)?\s*$",
    re.I,
)
NAME = re.compile(r"(?:[A-Z][\w.]*(?:['’]s?)?[ -]?)+")
REACH = 40  # characters that are looked at before a content


def audience(text: str, drafts: Sequence[Draft]) -> None:
    """Take away contents that are no more than the name of those spoken to.

    Args:
        text: the article.
        drafts: attributions in the making; changed in place.
    """
    for draft in drafts:
        draft.content = [span for span in draft.content if not _spoken_to(text, span)]


def _spoken_to(text: str, span: Span) -> bool:
    before = text[max(span[0] - REACH, 0) : span[0]]
    return bool(NAME.fullmatch(text[slice(*span)].strip())) and bool(SPOKEN_TO.search(before))
