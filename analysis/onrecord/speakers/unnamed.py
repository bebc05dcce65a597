"""Whether a source has no name, or a name that was not found: two things, told apart."""

from __future__ import annotations

from dataclasses import replace

from onrecord.lexicon.words import WHO
from onrecord.speakers.context import Context
from onrecord.speakers.model import Speaker
from onrecord.speakers.phrase import Reference
from onrecord.speakers.salience import spoke_last


def unnamed(context: Context, reference: Reference, speakers: tuple[Speaker, ...]) -> bool:
    """Whether the source's own words name nobody: "officials", "a spokesman".

    "The minister" and "he" have a name, which may stand in the text and not be found. They are
    unnamed only where they go on from an unnamed source: "a guard", then "the guard" or "he".

    Args:
        context: the article, with what was said before.
        reference: the source as read.
        speakers: whom it was found to mean.
    """
    if any(speaker.resolved_by != "anonymous" for speaker in speakers):
        return False
    if reference.kind == "anonymous" or reference.bare:
        return True
    if reference.kind == "pronoun" and reference.word in WHO:
        return True  # "voters who"
    last = spoke_last(context, reference.start)
    if last is None or not last.unnamed:
        return False
    return reference.kind == "pronoun" or last.word == reference.word


def not_resolved(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """The speakers of a source that is not unnamed: who has no name here was not found."""
    return tuple(
        replace(speaker, resolved_by="none") if speaker.resolved_by == "anonymous" else speaker
        for speaker in speakers
    )
