"""What reviewers say of quotes: the last rule of attribution."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.attribution.attribute import RULES, Rule
from onrecord.attribution.page import Page
from onrecord.attribution.types import Draft
from onrecord.corrections.verdict import Fitted, Span

SAME = 0.5  # shared characters over all characters, from which two contents are one


def quote_rules(said: Sequence[Fitted]) -> Sequence[Rule]:
    """The rules of attribution, and behind them the reviewers' word on one article."""

    def by_reviewers(_: Page, drafts: list[Draft]) -> list[Draft]:
        return correct_quotes(drafts, said)

    return (*RULES, by_reviewers) if said else RULES


def correct_quotes(drafts: Sequence[Draft], said: Sequence[Fitted]) -> list[Draft]:
    """Attributions as reviewers say: with their words, without what is none, with what was missed.

    Args:
        drafts: what the rules made of an article.
        said: what was said of it; the last word on a statement counts.
    """
    drafts = list(drafts)
    for each in said:
        if each.verdict.quote is None:
            continue
        found = _best(drafts, each)
        if found is not None:
            drafts.remove(found)
        if each.verdict.quote:
            drafts.append(_draft(found, each))
    return drafts


def _best(drafts: Sequence[Draft], each: Fitted) -> Draft | None:
    shared = [
        (max(_shared(draft.content, each.words), _shared(draft.content, each.content)), -number)
        for number, draft in enumerate(drafts)
    ]
    best, number = max(shared, default=(0.0, 0))
    return drafts[-number] if best >= SAME else None


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    size = sum(end - start for start, end in (*one, *other))
    return both / (size - both) if size > both else 1.0


def _draft(found: Draft | None, each: Fitted) -> Draft:
    source, cue = (
        list(given if given is not None else getattr(found, role, ()))
        for role, given in (("source", each.source), ("cue", each.cue))
    )
    spoken = found is not None and found.spoken
    return Draft(source, cue, list(each.content), [1.0], spoken)
