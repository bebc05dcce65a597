"""Words with offsets, the same for names in the lexicon and names in a text."""

from __future__ import annotations

import re

# A letter or digit run; apostrophes and hyphens join, but a final 's does not belong to a name.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'](?![sS]\b)[^\W_]+|[-&][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s?(?![^\W_])")

KIND = re.compile(r"[A-Z]{2,5}s")
CONTRACTED = re.compile(r"(?:I|We|You|He|She|They|It)['’](?:ll|d|ve|re|m|s)")


def names_nobody(word: str) -> bool:
    """Whether a word with a capital is no name: several of a kind, or a pronoun with its verb.

    >>> [names_nobody(word) for word in ("MPs", "CEOs", "I’ll", "BBC", "Ives", "PS")]
    [True, True, True, False, False, False]
    """
    return KIND.fullmatch(word) is not None or CONTRACTED.fullmatch(word) is not None


def words(text: str) -> tuple[str, ...]:
    """The words of a text.

    >>> words("the U.S. envoy to Côte d'Ivoire")
    ('the', 'U.S.', 'envoy', 'to', 'Côte', "d'Ivoire")
    """
    return tuple(WORD.findall(text))


def plain(text: str) -> str:
    """A text with straight apostrophes and single spaces, as aliases are compared.

    >>> plain("Sana’a  city")
    "Sana'a city"
    """
    return " ".join(text.replace("’", "'").split())
