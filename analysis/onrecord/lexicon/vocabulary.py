"""Closed word lists that tell a name from other capitalised words; the words are in `data/`."""

from __future__ import annotations

import csv
from importlib.resources import files

DATA = files("onrecord.lexicon").joinpath("data")


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a tab-separated file of the lexicon's data.

    >>> rows("kinds.tsv")[0]["noun"]
    'agency'
    """
    text = DATA.joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in DATA.joinpath("words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[] "), set())
        elif not line.startswith("#"):
            words.update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


_WORDS = _lists()


def word_list(name: str) -> frozenset[str]:
    """One list of `data/words.txt`.

    >>> "campaign" in word_list("BODIES")
    True
    """
    return _WORDS[name]


FUNCTION = word_list("FUNCTION")
CALENDAR = word_list("CALENDAR")
ABBREVIATED = word_list("ABBREVIATED")
MALE_TITLES = word_list("MALE_TITLES")
FEMALE_TITLES = word_list("FEMALE_TITLES")
TITLES = word_list("TITLES") | MALE_TITLES | FEMALE_TITLES
TITLE_PARTS = word_list("TITLE_PARTS")
OFFICES_OF = word_list("OFFICES_OF")
SUFFIXES = word_list("SUFFIXES")
PARTICLES = word_list("PARTICLES")
SPOKESMEN = word_list("SPOKESMEN")
ORGANISATION_HEADS = word_list("ORGANISATION_HEADS")
ORGANISATION_STARTS = word_list("ORGANISATION_STARTS") | ORGANISATION_HEADS
MATTERS = word_list("MATTERS")
OTHERS = word_list("OTHERS")
PAGEANTS = word_list("PAGEANTS")
LINKS = word_list("LINKS")
NOT_NAMES = word_list("NOT_NAMES")
THINGS = word_list("THINGS")
ROLE_NOUNS = word_list("ROLE_NOUNS")
CALLINGS = word_list("CALLINGS")
MALE_NOUNS = word_list("MALE_NOUNS")
FEMALE_NOUNS = word_list("FEMALE_NOUNS")
SPOKEN_FOR = word_list("SPOKEN_FOR")
ON_BEHALF = word_list("ON_BEHALF")
FORMER = word_list("FORMER")
SAYING = word_list("SAYING")
PLACE_BEFORE = word_list("PLACE_BEFORE")
PLACE_LINKS = word_list("PLACE_LINKS")
LOWER_EDGE = word_list("LOWER_EDGE")
BODIES_TOO = word_list("BODIES_TOO")
LEADING = word_list("LEADING")
DROPPABLE = word_list("DROPPABLE")
REGNAL = word_list("REGNAL")
POST_NOMINALS = word_list("POST_NOMINALS")
LEGAL_FORMS = word_list("LEGAL_FORMS")
DEMONYMS = word_list("DEMONYMS")
DROPPED = word_list("DROPPED")
FAMILY_FIRST = frozenset(word.lower() for word in word_list("FAMILY_FIRST"))
# Ranks and forms of address, each as its words: ("Tan", "Sri").
RANKS = frozenset(tuple(each.split("_")) for each in word_list("RANKS"))

# Nouns by which an organisation is called later, and the words of its name that allow it.
KINDS = {row["noun"]: frozenset(row["heads"].split()) for row in rows("kinds.tsv")}
# Words for the people of a country, plural.
PEOPLES = frozenset(
    name for row in rows("countries.tsv") for name in row["people"].split(";")
) | word_list("PARTISANS")
ADJECTIVES = frozenset(
    name for row in rows("countries.tsv") for name in row["adjectives"].split(";")
) | {"Republican", "Democratic", "Democrat"}
# Short given names by their full form.
NICKNAMES = {row["short"]: row["full"] for row in rows("nicknames.tsv")}
# Words that speak for the country where a name has a namesake.
NAMESAKES = {row["name"]: frozenset(row["context"].split()) for row in rows("namesakes.tsv")}
# Whom the world's newspapers mean by one word, where the article names nobody else by it.
ALONE = {
    word.lower(): row["name"]
    for row in rows("people.tsv")
    for word in row["alone"].split(";")
    if word
}
