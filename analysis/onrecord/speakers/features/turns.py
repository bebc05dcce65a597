"""Features of who spoke before: whoever spoke last rather goes on."""

from __future__ import annotations

from onrecord.speakers.asked import Asked
from onrecord.speakers.candidates import Candidate
from onrecord.speakers.context import Context
from onrecord.speakers.said import Last, Said


def turn_features(
    context: Context, asked: Asked, candidate: Candidate, outer: tuple[str, ...] | None
) -> dict[str, float]:
    """Features of a candidate, or of nobody, as a speaker before and around.

    Args:
        context: the article.
        asked: the source.
        candidate: the candidate.
        outer: speakers of the attribution that holds this one; None where there is none.
    """
    found: dict[str, float] = {}
    names = set(candidate.names)
    if outer is not None and set(outer) == names:
        found["speaks around"] = 1.0
        if asked.pronoun == "first":
            found["first person in own words"] = 1.0
    said = context.said
    place = 0
    for last in reversed(said):
        if last.start >= asked.place and asked.start >= 0:
            continue
        if place == 0:
            found |= _latest(context, asked, last, set(last.names) == names)
        elif set(last.names) == names and (names or last.source):
            found[f"spoke {place} turns before"] = 1.0
        place += 1
        if place > 3:
            break
    times = said.times(names)
    found["spoke"] = min(times, 6) / 6
    if said and times == len(said):
        found["only speaker so far"] = 1.0
    return found | _same(asked, said, names)


def _latest(context: Context, asked: Asked, last: Last, same: bool) -> dict[str, float]:
    who = "last" if same else "other last"
    back = context.back(asked.place, last.start)
    step = str(back) if back < 4 else "many"
    found = {f"{who} speaker": 1.0, f"{who} spoke {step} back": 1.0}
    here, there = context.sentence(asked.place), context.sentence(max(last.end - 1, 0))
    if (
        context.sentences
        and context.sentences[here].paragraph == context.sentences[there].paragraph
    ):
        found[f"{who} in paragraph"] = 1.0
    gap = context.text[last.end : asked.place] if 0 <= asked.place - last.end < 40 else "x"
    if not gap.strip(" .,\n\"“”’'"):
        found[f"{who} adjacent"] = 1.0
    if last.asked:
        found[f"{who} asked"] = 1.0
    if last.plural:
        found[f"{who} plural"] = 1.0
    if not last.names:
        found[f"{who} unnamed"] = 1.0
        if last.word and last.word == asked.head.word:
            found[f"{who} unnamed of that noun"] = 1.0
        if last.gender and last.gender == {"he": "m", "she": "f"}.get(asked.pronoun):
            found[f"{who} unnamed of that gender"] = 1.0
    if asked.head.word in last.works:
        found[f"{who} in that work"] = 1.0
    if _shifted(context, asked.place, last):
        found[f"{who}, then another subject"] = 1.0
    return found


def _shifted(context: Context, place: int, last: Last) -> bool:
    """Whether a sentence since was about somebody else: asked of every candidate, told once."""
    if context.shifted is None or context.shifted[:2] != (place, last):
        told = any(
            context.subject[n] and context.mentions[n].start > last.end
            and context.mentions[n].actor not in last.names
            for n in context.before(place, 3)
        )  # fmt: skip
        context.shifted = place, last, told
    return context.shifted[2]


def _same(asked: Asked, said: Said, names: set[str]) -> dict[str, float]:
    """Whether the same words meant the candidate before."""
    words = asked.words.lower().strip(' ,.:;"”')
    if not words or (asked.pronoun and not asked.owned):
        return {}
    if last := said.by_source(words):
        same = set(last.names) == names
        return {"same words before": float(same), "same words for another": float(not same)}
    last = said.by_word(asked.head.word) if asked.head.word else None
    if last is None:
        return {}
    return {f"same noun {'before' if set(last.names) == names else 'for another'}": 1.0}
