"""Runs of capitalised words, read: where in a run the name is, and of what kind.

There is no model here, only what newspapers do: office and full name at the first mention,
family name afterwards; an organisation's kind in its last word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.actors.scan import QUOTES, Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.model import PEOPLE

LONGEST = 15  # words after which an organisation's name takes no further "of ..."
PERSON, ORGANISATION, UNKNOWN = "person", "organisation", "unknown"
Words = tuple[str, ...]
# what stands between a name and the colon of a label: an office in capitals
OFFICE = re.compile(r"(?:, ?[A-Z][A-Z0-9 ,.&'’-]{1,70})?(?: ?\([^)\n]{1,30}\))?:")


@dataclass(frozen=True, slots=True)
class Name:
    """One name in one place.

    Attributes:
        first: its first word.
        last: the word after its last one.
        kind: person, organisation or unknown.
        title: what stood before a person's name ("Deputy Foreign Minister").
        affiliation: the actor named in that title.
        actor: whom the lexicon knows by this name.
        shared: the name in full where the family name stands with the next: "Ada and Bo Lund".
    """

    first: int
    last: int
    kind: str
    title: str = ""
    affiliation: str = ""
    actor: str = ""
    shared: Words = ()

    def form(self, seen: Scan) -> Words:
        """The words of the name."""
        return self.shared or seen.form(self.first, self.last)


def parse_run(seen: Scan, lexicon: Lexicon, first: int, last: int) -> Name | None:
    """Read one run of capitalised words; None where it is a title without a name."""
    words = seen.words
    if _labels(seen, first, last):
        titled = seen.text[seen.ends[last - 1]] == ","  # who has an office is a person
        known = words[first].title() in lexicon.given or words[last - 1].title() in seen.vocabulary
        known = known or (titled and last - first > 1)
        return Name(first, last, PERSON if known else UNKNOWN)
    cut = _title_end(seen, lexicon, first, last)
    if cut == last:
        return None
    if cut > first:
        if words[last - 1] not in v.ORGANISATION_HEADS or words[cut] in lexicon.given:
            title = " ".join(words[first:cut])
            if title == "Miss" and last - cut == 1 and seen.before(first) in QUOTES:
                return Name(first, last, UNKNOWN)  # they called her "Miss Piggy"
            return Name(cut, last, PERSON, title, _actor_in(lexicon, words[first:cut]))
        return Name(first, last, ORGANISATION)
    if words[last - 1] in v.THINGS:
        return Name(first, last, UNKNOWN)
    long = last - first > 1
    if long and words[last - 1] in v.ORGANISATION_HEADS:
        given = words[first] in lexicon.given and last - first == 2
        return Name(first, last, UNKNOWN if given else ORGANISATION)
    if words[last - 1] in v.ORGANISATION_STARTS and extend(seen, lexicon, first, last) > last:
        return Name(first, last, ORGANISATION)
    before = words[first - 1] if first and seen.gap(first) == " " else ""
    if before in v.ROLE_NOUNS and (long or before not in v.BODIES_TOO):
        return Name(first, last, PERSON, before)
    if long and not _people_of(lexicon, words[last - 1]):
        if given_name(lexicon, words[first]) or _initials(words[first]):
            return Name(first, last, PERSON)
        if last - first == 3 and _middle_initial(words[first], words[first + 1]):
            return Name(first, last, PERSON)
        if seen.opens[first] and last - first > 2 and given_name(lexicon, words[first + 1]):
            return Name(first + 1, last, PERSON)
    return Name(first, last, UNKNOWN)


def _people_of(lexicon: Lexicon, word: str) -> bool:
    """As in "Kent County Republican": no family name."""
    entry = lexicon.by_text.get(word)
    return entry is not None and entry.use == PEOPLE


def _middle_initial(first: str, second: str) -> bool:
    """As in "Roberta A. ..."."""
    if first in v.NOT_NAMES or first in v.THINGS or first in v.ORGANISATION_STARTS:
        return False
    return len(second) == 1 and second.isupper() and len(first) > 2 and first[1:].islower()


def given_name(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a given name; each half of a double one must be ("Jean-Marc")."""
    if word in lexicon.given:
        return True
    return "-" in word and all(part in lexicon.given for part in word.split("-"))


def extend(seen: Scan, lexicon: Lexicon, first: int, last: int) -> int:
    """Where an organisation's name ends that goes on: "University of ...", "Board of ..."."""
    words, count = seen.words, len(seen.words)
    while (
        last < min(count, first + LONGEST)
        and words[last] in ("of", "for", "on")
        and words[last - 1] in v.ORGANISATION_STARTS
        and seen.gap(last) == " "
    ):
        start = last + 2 if last + 1 < count and words[last + 1] == "the" else last + 1
        end = start
        while end < count and seen.gap(end) == " " and _capital_word(seen, end):
            end += 1
        if end == start:
            break
        last = _joined(seen, lexicon, words[last - 1], end)
    return last


def _joined(seen: Scan, lexicon: Lexicon, head: str, end: int) -> int:
    """Where "and Budget" ends in "Office of Management and Budget", else the same place.

    Places and people behind "and" are others: "the Bank of England and Germany".
    """
    words, count = seen.words, len(seen.words)
    if head not in v.MATTERS or end + 1 >= count or words[end] != "and" or seen.gap(end) != " ":
        return end
    last = end + 1
    while last < count and seen.gap(last) == " " and _capital_word(seen, last):
        last += 1
    known = {words[end - 1], *words[end + 1 : last]}
    if last == end + 1 or last > end + 4 or not known.isdisjoint(lexicon.by_text):
        return end
    other = words[end + 1] in lexicon.given or words[last - 1] in v.OTHERS
    return end if other or (last < count and words[last] in v.SAYING) else last


def _capital_word(seen: Scan, i: int) -> bool:
    word, following = seen.words[i], seen.words[i + 1 : i + 2]
    if not seen.capital[i] or word in v.CALENDAR:
        return False
    # "Center for Public Opinion Research"
    inside = following and following[0][0].isupper() and following[0] not in v.FUNCTION
    return word not in v.FUNCTION or bool(inside and seen.gap(i + 1) == " ")


def _labels(seen: Scan, first: int, last: int) -> bool:
    """A speaker's label in a transcript: "CHRIS LUND: ...", "ADA LUND, PORT MINISTER: ..."."""
    return (
        seen.opens[first]
        and last - first < 4
        and OFFICE.match(seen.text, seen.ends[last - 1]) is not None
        and all(word.isupper() and len(word) > 2 for word in seen.words[first:last])
        and seen.words[last - 1] not in v.NOT_NAMES
        and seen.words[last - 1].lower() not in v.ROLE_NOUNS
    )


def _initials(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or (len(word) == 4 and word[1::2] == "..")


def _title_end(seen: Scan, lexicon: Lexicon, first: int, last: int) -> int:
    """The index after the last word of the titles that open a run; `first` if none do."""
    words, cut = seen.words, first
    for i in range(first, last):
        if words[i] in v.TITLES:
            cut = i + 1
    while first < cut < last and (words[cut] in ("of", "the") or words[cut] in v.OFFICES_OF):
        cut += 1
    if first < cut < last - 1 and words[cut - 1] == "Miss" and words[cut] in v.PAGEANTS:
        cut += 1  # "Miss Universe Ada Lund"
    if cut == last or all(word in v.SUFFIXES for word in words[cut:last]):
        # "Angus King" ends in a title by chance; "Russian President" names nobody.
        return first if given_name(lexicon, words[first]) and words[first] not in v.TITLES else last
    return cut


def _actor_in(lexicon: Lexicon, words: list[str]) -> str:
    for i in range(len(words)):
        for entry in lexicon.first.get(words[i], ()):
            if tuple(words[i : i + len(entry.words)]) == entry.words and entry.actor:
                return entry.actor
    return ""
