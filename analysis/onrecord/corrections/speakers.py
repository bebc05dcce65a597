"""Whose words reviewers say they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.attribution import Attribution
from onrecord.corrections.verdict import Fitted
from onrecord.lexicon import Actor
from onrecord.speakers import Resolved, Speaker
from onrecord.speakers.choose import by_ranker
from onrecord.speakers.questions import Choose, Question

REVIEWER = "reviewer"  # `resolved_by` of a speaker whom a reviewer gave
Actors = Mapping[str, Actor]


def choosing(
    said: Sequence[Fitted],
    attributions: Sequence[Attribution],
    actors: Actors,
    choose: Choose = by_ranker,
) -> Choose:
    """A choice of speakers in which the reviewers' comes first, so that "he" goes on from it.

    Args:
        said: what was said of an article.
        attributions: those of the article, as corrected.
        actors: its actors by name.
        choose: asked where reviewers say nothing.
    """
    given = _given(said, attributions)

    def corrected(asked: Question) -> tuple[Speaker, ...]:
        found = choose(asked)
        return as_given(given[asked.number], found, actors) if asked.number in given else found

    return corrected if given else choose


def confirm(
    resolved: Resolved,
    said: Sequence[Fitted],
    attributions: Sequence[Attribution],
    actors: Actors,
) -> Resolved:
    """Speakers as reviewers give them; what they call a quote is one for sure.

    Args:
        resolved: the speakers found.
        said: what was said of an article.
        attributions: those of the article, as corrected.
        actors: its actors by name.
    """
    given = _given(said, attributions)
    sure = {each.content for each in said if each.verdict.quote}
    speakers = [
        as_given(given[number], found, actors) if number in given else found
        for number, found in enumerate(resolved.speakers)
    ]
    claimed = [
        1.0 if attribution.content in sure else chance
        for attribution, chance in zip(attributions, resolved.claimed, strict=True)
    ]
    return Resolved(speakers, claimed)


def as_given(names: Sequence[str], found: Sequence[Speaker], actors: Actors) -> tuple[Speaker, ...]:
    """The speakers that a reviewer gives; what was read of the same ones is kept.

    Args:
        names: empty for nobody.
        found: the speakers that were found.
        actors: known actors by name.
    """
    made = []
    for name in names:
        read = next((each for each in found if each.name and _alike(each.name, name)), None)
        known = actors.get(name)
        made.append(
            replace(read, name=name)  # the corpus may have another form of the name
            if read is not None
            else Speaker(name, REVIEWER, known.affiliation if known else None)
        )
    if not made and not any(each.name for each in found):
        return tuple(found)  # nobody read, nobody given: how it was read stays
    return tuple(made) or (Speaker(None, REVIEWER),)


def _given(
    said: Sequence[Fitted], attributions: Sequence[Attribution]
) -> dict[int, tuple[str, ...]]:
    """Names by the number of the attribution; the last word counts."""
    at = {attribution.content: number for number, attribution in enumerate(attributions)}
    return {
        at[each.content]: each.verdict.speakers
        for each in said
        if each.verdict.quote and each.verdict.speakers is not None and each.content in at
    }


def _alike(one: str, other: str) -> bool:
    return one.split()[-1:] == other.split()[-1:]
