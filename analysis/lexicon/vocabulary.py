"""Closed word lists that tell a name from other capitalised words; the words are in `data/`."""

from __future__ import annotations

import csv
from importlib.resources import files

DATA = files("analysis.lexicon").joinpath("data")


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
FUNCTION = _WORDS["FUNCTION"]
CALENDAR = _WORDS["CALENDAR"]
ABBREVIATED = _WORDS["ABBREVIATED"]
MALE_TITLES = _WORDS["MALE_TITLES"]
FEMALE_TITLES = _WORDS["FEMALE_TITLES"]
TITLES = _WORDS["TITLES"] | MALE_TITLES | FEMALE_TITLES
TITLE_PARTS = _WORDS["TITLE_PARTS"]
OFFICES_OF = _WORDS["OFFICES_OF"]
SUFFIXES = _WORDS["SUFFIXES"]
PARTICLES = _WORDS["PARTICLES"]
ORGANISATION_HEADS = _WORDS["ORGANISATION_HEADS"]
ORGANISATION_STARTS = _WORDS["ORGANISATION_STARTS"] | ORGANISATION_HEADS
LINKS = _WORDS["LINKS"]
NOT_NAMES = _WORDS["NOT_NAMES"]
THINGS = _WORDS["THINGS"]
ROLE_NOUNS = _WORDS["ROLE_NOUNS"]
MALE_NOUNS = _WORDS["MALE_NOUNS"]
FEMALE_NOUNS = _WORDS["FEMALE_NOUNS"]
SPOKEN_FOR = _WORDS["SPOKEN_FOR"]
SAYING = _WORDS["SAYING"]
PLACE_BEFORE = _WORDS["PLACE_BEFORE"]
LOWER_EDGE = _WORDS["LOWER_EDGE"]
BODIES_TOO = _WORDS["BODIES_TOO"]
LEADING = _WORDS["LEADING"]
DROPPABLE = _WORDS["DROPPABLE"]

# Nouns by which an organisation is called later, and the words of its name that allow it.
KINDS = {row["noun"]: frozenset(row["heads"].split()) for row in rows("kinds.tsv")}
# Short given names by their full form.
NICKNAMES = {row["short"]: row["full"] for row in rows("nicknames.tsv")}
# Words that speak for the country where a name has a namesake.
NAMESAKES = {row["name"]: frozenset(row["context"].split()) for row in rows("namesakes.tsv")}
