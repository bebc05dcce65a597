"""Quoted words that name no source: whose quotation goes on."""

from __future__ import annotations

from onrecord.speakers.context import Context
from onrecord.speakers.model import Attributed, Speaker
from onrecord.speakers.refer import UNKNOWN, affiliation


def continued(context: Context, attribution: Attributed) -> tuple[Speaker, ...]:
    """Quoted words without a source go on from the quotation right before them."""
    start = min(start for start, _ in attribution.content) if attribution.content else 0
    last = next((last for last in reversed(context.said) if last.end <= start), None)
    if last is not None and not context.text[last.end : start].strip(" .,\n\"“”’'"):
        names = last.names
    else:
        names = _floating(context, start)
    if not names:
        return (UNKNOWN,)
    return tuple(Speaker(name, "pronoun", affiliation(context, name)) for name in names)


def _floating(context: Context, start: int) -> tuple[str, ...]:
    """A paragraph of quoted words right after a sentence that is about one person."""
    here = context.sentence(start)
    if (
        not here
        or context.sentences[here].start < start - 1
        or (context.sentences[here].paragraph == context.sentences[here - 1].paragraph)
    ):
        return ()
    people = {
        context.mentions[n].actor: context.subject[n]
        for n in context.before(start, 1)
        if context.mentions[n].actor_type == "person" and not context.quoted[n]
    }
    return tuple(people) if len(people) == 1 and all(people.values()) else ()
