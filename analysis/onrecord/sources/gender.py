"""A person's gender as the article tells it, and how; what is not told is not guessed.

The article's own words come first: a pronoun that stands for the person as a source, a title,
a noun; then the pronouns that follow the name. Only then the list of known people, and given
names that one gender has. Words that disagree tell nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.words import GENDER_OF
from onrecord.sources.told import Told

NEAR = 140  # characters behind a name that a pronoun may stand in
AGREE = 0.8  # share of the pronouns that must agree
# forms of address that tell nothing, although they stand with titles of men
OFFICES = frozenset({
    "Brother", "Businessman", "Chairman", "Congressman", "Councilman", "Father", "Spokesman",
})  # fmt: skip
FEMALE = v.FEMALE_TITLES - {"Sister"} | {"Frau", "Madame", "Mme", "Señora", "Signora", "Begum"}
MALE = (v.MALE_TITLES - OFFICES) | {"Herr", "Monsieur", "Señor", "Signor"}
FEMALE_NOUNS = v.FEMALE_NOUNS | {"girlfriend", "mum", "mom", "ex-wife", "schoolgirl", "heroine"}
MALE_NOUNS = (v.MALE_NOUNS - {"chairman", "actor"}) | {
    "boyfriend", "dad", "father-of-two", "father-of-three", "ex-husband", "schoolboy", "frontman",
}  # fmt: skip


def gender(one: Told, lexicon: Lexicon, after: Counter[str]) -> tuple[str | None, str | None]:
    """Gender and how it is known, each None where it is not told.

    Args:
        one: what the article tells of a person.
        lexicon: known people, given names, and the user's word.
        after: genders of pronouns that follow the name, from `pronouns_after`.
    """
    known = lexicon.actors.get(one.actor.name)
    if known is not None and known.gender and one.actor.name in lexicon.user_names:
        return known.gender, "user"
    spoken = _sources(one)
    if spoken and not _agreed(spoken):
        return None, None
    for found, by in (
        (_agreed(spoken), "pronoun"),
        (_agreed(_titles(one)), "title"),
        (_agreed(_nouns(one)), "noun"),
    ):
        if found:
            return found, by
    given = _given(one.actor.name, lexicon)
    if found := _agreed(after, least=2):
        # a pronoun behind a name may be another's: it does not stand against the name itself
        return (None, None) if given and given != found else (found, "pronoun")
    if known is not None and known.gender:
        return known.gender, "known"
    weak = _agreed(after, least=1)
    if given and (weak is None or weak == given):
        return given, "given name"
    return (None, None) if given or not weak else (weak, "pronoun")


def pronouns_after(
    text: str, name: str, places: Sequence[tuple[int, int]], people: Sequence[tuple[int, str]]
) -> Counter[str]:
    """Genders of the first pronoun behind each naming, before anybody else is named.

    Args:
        text: an article's text.
        name: of the person.
        places: where it names the person.
        people: where each naming of a person begins, and whose it is, in order.
    """
    told: Counter[str] = Counter()
    for _, end in places:
        stop = min(end + NEAR, len(text))
        at = bisect_left(people, (end, ""))
        while at < len(people) and people[at][0] < stop and people[at][1] == name:
            at += 1
        stop = min(stop, people[at][0]) if at < len(people) else stop
        line = text.find("\n", end, stop)
        stop = line if line >= 0 else stop
        for word in re.finditer(r"[A-Za-z]+", text[end:stop]):
            if found := GENDER_OF.get(word[0].lower()):
                told[found] += 2 if word[0].lower() in ("he", "she") else 1
                break
    return told


def _agreed(told: Counter[str], least: int = 1) -> str | None:
    for found, count in told.most_common(1):
        if count >= least and count >= AGREE * told.total():
            return found
    return None


def _sources(one: Told) -> Counter[str]:
    """Pronouns as sources: the whole of it ("she"), not what is somebody's ("his wife")."""
    told: Counter[str] = Counter()
    for source in one.called:
        if found := GENDER_OF.get(source.lower().strip(" ,")):
            told[found] += 1
    return told


def _titles(one: Told) -> Counter[str]:
    told: Counter[str] = Counter()
    for phrase in one.phrases:
        words = {word.strip(".") for word in phrase.title[-2:]}
        told["f"] += bool(words & FEMALE)
        told["m"] += bool(words & MALE)
    return +told


def _nouns(one: Told) -> Counter[str]:
    told: Counter[str] = Counter()
    for phrase in one.phrases:
        title = phrase.title[-1:]
        behind = phrase.behind[:4] if phrase.behind[:1] in (("a",), ("an",), ("the",)) else ()
        for word in (*title, *behind):
            told["f"] += word.lower() in FEMALE_NOUNS
            told["m"] += word.lower() in MALE_NOUNS
    return +told


def _given(name: str, lexicon: Lexicon) -> str | None:
    words = [word for word in name.split() if len(word.strip(".")) > 1]
    if len(words) < 2:
        return None
    first = words[0]
    return lexicon.given.get(first) or lexicon.given.get(first.split("-")[0])
