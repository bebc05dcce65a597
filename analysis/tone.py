"""Tone of a text: TextBlob's polarity and subjectivity, with negation made visible to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from textblob.en import sentiment

# TextBlob looks words up in a lexicon and knows "not" but no "n't": "isn't good" scored +0.70
IRREGULAR = {"can": "can", "won": "will", "shan": "shall", "ain": "is"}
SHORTENED = re.compile(r"\b(can|won|shan|ain)['’]t\b", re.I)
NOT = re.compile(r"(?<=\w)n['’]t\b", re.I)


@dataclass(frozen=True, slots=True)
class Tone:
    """How a text sounds, whoever it is about."""

    polarity: float  # -1..1
    subjectivity: float  # 0..1


def spell_out(text: str) -> str:
    """Write every "n't" as "not".

    >>> spell_out("It isn't fair, we can't and won't stay.")
    'It is not fair, we can not and will not stay.'
    """
    text = SHORTENED.sub(lambda found: IRREGULAR[found[1].lower()] + " not", text)
    return NOT.sub(" not", text)


def tone(text: str) -> Tone:
    """Score one text by TextBlob's lexicon (Loria; after De Smedt and Daelemans 2012).

    TextBlob turns a word round only where "not" stands right before it, or before its
    adverb or article: "not be good" stays good.

    Args:
        text: a sentence or a content; longer texts are averaged over their scored words.

    Returns:
        Polarity and subjectivity, both 0 where no word of the lexicon stands in the text.

    >>> tone("A good plan").polarity > 0 > tone("This isn't a good plan").polarity
    True
    """
    polarity, subjectivity = sentiment(spell_out(text))
    return Tone(float(polarity), float(subjectivity))


def tones(texts: Sequence[str]) -> list[Tone]:
    """Score texts, each by itself, in their order.

    >>> [each.polarity for each in tones(["", "Rain."])]
    [0.0, 0.0]
    """
    return [tone(text) for text in texts]
