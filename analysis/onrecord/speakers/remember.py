"""What is remembered of an attribution, for the pronouns that follow."""

from __future__ import annotations

from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD
from onrecord.lexicon.words import FIRST
from onrecord.speakers.asked import place
from onrecord.speakers.context import Context
from onrecord.speakers.model import Attributed, Speaker
from onrecord.speakers.phrase import Reference
from onrecord.speakers.said import Last
from onrecord.speakers.words import PLURAL_BODIES, WORKS

SAID_IN = 40  # characters behind a cue in which "in a letter" may follow


def remember(
    context: Context,
    attribution: Attributed,
    reference: Reference,
    speakers: tuple[Speaker, ...],
    unnamed: bool = False,
) -> None:
    """Tell the article's context who spoke, where, and in what.

    Args:
        context: the article; `said` grows.
        attribution: what was said.
        reference: its source as read.
        speakers: whom it was found to mean.
        unnamed: whether its own words name nobody.
    """
    if (not attribution.source and not speakers[0].name) or (
        reference.kind == "pronoun" and reference.word in FIRST
    ):
        return
    names = tuple(s.name for s in speakers if s.name)
    if not names and reference.kind == "pronoun" and speakers[0].resolved_by == "none":
        return
    word = reference.word
    gender = "m" if word in v.MALE_NOUNS else "f" if word in v.FEMALE_NOUNS else None
    plural = len(names) > 1 or (
        not names and (word in PLURAL_BODIES or (word.endswith("s") and not word.endswith("ss")))
    )
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    start = attribution.source[0][0] if attribution.source else place(attribution)
    end = max(end for _, end in spans)
    cue = " ".join(context.text[s:e] for s, e in attribution.cue).lower()
    asked = any(word.startswith(("ask", "question", "wonder")) for word in cue.split())
    works = _works(context, attribution)
    source = " ".join(context.text[s:e] for s, e in attribution.source)
    written = source.lower().strip(' ,.:;"”')
    said = speakers[0].affiliation
    last = Last(names, plural, gender, start, end, said, word, asked, works, written, unnamed)
    context.said.append(last)


def _works(context: Context, attribution: Attributed) -> frozenset[str]:
    """Letters, speeches, ads: those of the source, and those that the words were said in."""
    if not attribution.source and not attribution.cue:
        return frozenset()
    spans = (*attribution.source, *attribution.cue)
    last = max(end for _, end in spans)
    sentence = context.sentence(last - 1)
    close = context.sentences[sentence].end if context.sentences else last
    starts = [start for start, _ in attribution.content if start >= last]
    words = [*(context.text[s:e] for s, e in spans)]
    words.append(context.text[last : min(close, last + SAID_IN, *starts)])
    return WORKS & {word.lower() for word in WORD.findall(" ".join(words))}
