"""Words with offsets, the same for names in the lexicon and names in a text."""

from __future__ import annotations

import re

# A letter or digit run; apostrophes and hyphens join, but a final 's does not belong to a name.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'](?![sS]\b)[^\W_]+|[-&][^\W_]+)*")
POSSESSIVE = re.compile(r"[’']s?(?![^\W_])")


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
