"""Does a name that nobody knows behave as a person's does? Reasons against it, then signs of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.actors.names import Name, Words, given_name
from onrecord.actors.scan import Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import names_nobody


@dataclass(frozen=True, slots=True)
class Place:
    """A name where it stands.

    Attributes:
        seen: the text.
        lexicon: what is known of names.
        name: what stands there.
        words: of the name, as it is compared.
        singles: how often each word stands alone as a name of the text.
    """

    seen: Scan
    lexicon: Lexicon
    name: Name
    words: Words
    singles: Counter[str]

    @property
    def opens(self) -> bool:
        """Whether a sentence begins with it."""
        return self.seen.opens[self.name.first]

    @property
    def before(self) -> str:
        """The word before it, in small letters."""
        return self.seen.words[self.name.first - 1].lower() if self.name.first else ""

    @property
    def after(self) -> str:
        """The word behind it."""
        last = self.name.last
        return self.seen.words[last] if last < len(self.seen.words) else ""

    @property
    def gap(self) -> str:
        """What stands between it and that word."""
        return self.seen.gap(self.name.last) if self.after else ""

    @property
    def speaks(self) -> bool:
        """Whether a verb of speech follows."""
        return self.gap == " " and self.after in v.SAYING


Reasons = Mapping[str, Callable[[Place], bool]]


def acts_as_person(place: Place) -> bool:
    """Whether an unknown name behaves as a person's does."""
    if _any(NO_PERSON, place):
        return False
    if len(place.words) > 1:
        return not _any(NO_FULL_NAME, place) and _any(FULL_NAME, place)
    if _any(NO_FAMILY_NAME, place):
        return False
    return place.speaks and (not place.opens or place.singles[place.words[0]] > 1)


def _any(reasons: Reasons, place: Place) -> bool:
    return any(holds(place) for holds in reasons.values())


def _one_of_places(place: Place) -> bool:
    seen, first = place.seen, place.name.first
    joined = place.before == "and" and first > 2 and seen.capital[first - 2]
    return joined and seen.words[first - 3] in v.PLACE_LINKS


def _goes_by_family(place: Place) -> bool:
    last = place.words[-1]
    unsure = place.opens and not given_name(place.lexicon, place.words[0])
    return not unsure and bool(place.singles[last]) and last.lower() not in place.seen.lower


def _apposed(place: Place) -> bool:
    """Whether ", the foreign minister" or ", a doctor" follows."""
    seen, at = place.seen, place.name.last
    if place.gap != ", " or seen.words[at] not in ("the", "a", "an"):
        return False
    for i in range(at + 1, min(at + 7, len(seen.words))):
        if seen.gap(i) != " ":
            break
        if seen.words[i] in v.ROLE_NOUNS:
            return True
    return False


NO_PERSON: Reasons = {
    "begins or ends in a word that is no name": lambda p: (
        p.words[0] in v.NOT_NAMES or p.words[-1] in v.NOT_NAMES
    ),
    "names several of a kind": lambda p: names_nobody(p.words[-1]),  # "MPs warned"
    "ends in a title": lambda p: p.words[-1] in v.TITLES,
    "begins in a part of a title": lambda p: p.words[0] in v.TITLE_PARTS,
    "begins or ends in a known actor": lambda p: (
        p.words[0] in p.lexicon.by_text or p.words[-1] in p.lexicon.by_text
    ),
}
NO_FAMILY_NAME: Reasons = {
    "is an acronym": lambda p: p.words[0].isupper(),
    "is short": lambda p: len(p.words[0]) < 3,
    "is a common word of the text": lambda p: p.words[0].lower() in p.seen.lower,
    "has an article": lambda p: p.before == "the",
    "is a given name": lambda p: p.words[0] in p.lexicon.given,
    "is a title": lambda p: p.words[0] in v.TITLE_PARTS or p.words[0] in v.TITLES,
    "is one of places": _one_of_places,  # "the cities of Harwick and Stroud said"
}
NO_FULL_NAME: Reasons = {
    "has an article": lambda p: p.before == "the",
    "holds the head of a body": lambda p: any(w in v.ORGANISATION_HEADS for w in p.words),
    "holds a word that is no name": lambda p: any(w in v.NOT_NAMES for w in p.words),
    "holds an acronym": lambda p: any(w.isupper() and len(w) > 2 for w in p.words),
}
FULL_NAME: Reasons = {
    "speaks": lambda p: p.speaks,
    "stands behind a verb of speech": lambda p: (
        p.seen.gap(p.name.first) == " " and p.before in v.SAYING and p.gap[:1] in (",", ".")
    ),
    "goes by its last word elsewhere": _goes_by_family,
    "is a who": lambda p: p.gap == ", " and p.after == "who",
    "has an age": lambda p: p.gap == ", " and p.after.isdigit() and len(p.after) == 2,
    "has a role": _apposed,
}
