"""Titles, ranks, forms of address and honours round a person's name: what is not the name."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.actors.scan import Scan
from onrecord.lexicon import Lexicon
from onrecord.lexicon import vocabulary as v

FULL = 2  # words of a full name
LONGEST = 8  # words of a title in front of a name
JOINS = frozenset({" ", "\u00a0", ". ", ".\u00a0"})
LINKS = frozenset({"of", "the", "for", "and", "to"})
RANK_WORDS = max(len(rank) for rank in v.RANKS)


def name_alone(words: Sequence[str], lexicon: Lexicon) -> tuple[int, int]:
    """Where the name stands among words that may open with titles and end in honours.

    Titles that may be a given name stay where they leave a single word: "Dean Holm".

    Returns:
        First word, and the word after the last; at least one word.

    >>> name_alone(["Major-Gen", "Tomas", "Berg", "MP"], Lexicon.load())
    (1, 3)
    >>> name_alone(["Pope", "Francis"], Lexicon.load())
    (0, 2)
    >>> name_alone(["Senior", "Goalkeeper", "Ada", "Lund"], Lexicon.load())
    (2, 4)
    """
    first, last = 0, len(words)
    while last - first > 2 and words[last - 1].replace(".", "") in v.POST_NOMINALS:
        last -= 1
    while (more := _rank(words, first)) and first + more < last:
        title, alone = words[first].strip("."), last - first - more == 1
        if alone and (title in v.REGNAL or title in lexicon.given):
            break
        first += more
    return _after_calling(words, first, last, lexicon), last


def _after_calling(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name begins behind what its bearer is by calling: "Goalkeeper Ada Lund"."""
    at = first
    while last - at > 1:
        calling = _calling(words[at], lexicon, full=last - at > FULL)
        if not calling and words[at] not in v.TITLE_PARTS:
            break
        at += 1
        if calling:
            first = at
    return first


def _calling(word: str, lexicon: Lexicon, *, full: bool) -> bool:
    """Whether it is no name; before a single one it may be ("Uncle Sam", "Star Jones")."""
    noun = word.lower() if word.lower() in v.CALLINGS else word.lower().rpartition("-")[2]
    return word not in lexicon.given and (noun in v.CALLINGS or (full and noun in v.ROLE_NOUNS))


def title_before(seen: Scan, first: int) -> list[str]:
    """The title right before a name: "Deputy Foreign Minister", [] where there is none.

    Args:
        seen: the text.
        first: the name's first word.
    """
    i = first
    while i and first - i < LONGEST and seen.gap(i) in JOINS and _in_title(seen.words, i - 1):
        i -= 1
    while i < first and not seen.capital[i]:
        i += 1
    words = seen.words[i:first]
    return words if words and _ends_title(words) else []


def _rank(words: Sequence[str], at: int) -> int:
    """How many words from a place on are one title."""
    for count in range(RANK_WORDS, 1, -1):
        if tuple(word.strip(".") for word in words[at : at + count]) in v.RANKS:
            return count
    word = words[at].strip(".")
    return int(word in v.TITLES or (word,) in v.RANKS)


def _in_title(words: list[str], i: int) -> bool:
    word = words[i]
    if word[0].isupper():
        return word not in v.CALENDAR and word not in v.FUNCTION
    return word in LINKS and i > 0


def _ends_title(words: list[str]) -> bool:
    return bool(
        _rank(words, len(words) - 1)
        or any(tuple(words[-count:]) in v.RANKS for count in range(2, RANK_WORDS + 1))
        or (len(words) > 2 and words[-2] == "of" and words[-1] in v.OFFICES_OF)
    )
