"""What reviewers say of stances: the label is theirs, for sure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution import Attribution
from onrecord.corrections.verdict import Fitted, Side, Span
from onrecord.segment import Sentence
from onrecord.speakers import Speaker
from onrecord.stance import Stance


def correct_stances(
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    speakers: Sequence[Sequence[Speaker]],
    stances: Sequence[Stance],
    said: Sequence[Fitted],
) -> tuple[list[Stance], list[str | None]]:
    """The stances of an article as reviewers say, and what was said of each.

    Args:
        sentences: of the article.
        attributions: as corrected.
        speakers: of each attribution.
        stances: as scored.
        said: what was said of the article; the last word on a statement counts.
    """
    made = list(stances)
    marks: list[str | None] = [None] * len(stances)
    at = {attribution.content: number for number, attribution in enumerate(attributions)}
    for each in said:
        if not each.verdict.narrated and each.content not in at:
            continue  # no quote, by another word of the reviewers'
        voice = None if each.verdict.narrated else at[each.content]
        for side, span in each.stances:
            here = [n for n, stance in enumerate(made) if _is(stance, voice, span)]
            if not here:
                names = [None] if voice is None else [s.name for s in speakers[voice] if s.name]
                new = [_new(sentences, voice, name, side, span) for name in names]
                here = list(range(len(made), len(made) + len(new)))
                made, marks = made + new, marks + [None] * len(new)
            for n in here:
                made[n], marks[n] = _sure(made[n], side.label), side.kind
    return made, marks


def _is(stance: Stance, voice: int | None, span: Span) -> bool:
    return stance.attribution == voice and stance.start < span[1] and span[0] < stance.end


def _new(
    sentences: Sequence[Sentence], voice: int | None, name: str | None, side: Side, span: Span
) -> Stance:
    number = max(bisect_right([s.start for s in sentences], span[0]) - 1, 0)
    return Stance(number, voice, name, side.target, *span, side.label, 0.0, 0.0, 1.0)


def _sure(stance: Stance, label: str) -> Stance:
    favor, against, none = (float(name == label) for name in ("favor", "against", "none"))
    portrayal = stance.portrayal if label == stance.label else None
    return replace(
        stance, label=label, favor=favor, against=against, none=none, portrayal=portrayal
    )
