"""Tone of a text: TextBlob's polarity and subjectivity, with negation made visible to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from threading import Lock

from onrecord.parts import parts

# its `__init__` brings NLTK, a quarter of the time to the first article
_text, _english = parts("textblob", ["_text", "en"])
ABBREVIATIONS, EMOTICONS, Sentiment = _text.ABBREVIATIONS, _text.EMOTICONS, _text.Sentiment
sentiment = _english.sentiment

# TextBlob looks words up in a lexicon and knows "not" but no "n't": "isn't good" scored +0.70
IRREGULAR = {"can": "can", "won": "will", "shan": "shall", "ain": "is"}
SHORTENED = re.compile(r"\b(can|won|shan|ain)['’]t\b", re.I)
NOT = re.compile(r"(?<=\w)n['’]t\b", re.I)
# unknown words by what they do to a negation and a modifier before them: end both, the
# negation alone, or the modifier alone; each stands for all of its kind
ENDS_BOTH, ENDS_NEGATION, ENDS_MODIFIER = "zzz", "zz", "'z'"
UNKNOWN = frozenset([ENDS_BOTH, ENDS_NEGATION, ENDS_MODIFIER])
KEPT = 1 << 17  # words that are remembered
LOADING = Lock()


@dataclass(frozen=True, slots=True)
class Tone:
    """How a text sounds, whoever it is about."""

    polarity: float  # -1..1
    subjectivity: float  # 0..1


NEUTRAL = Tone(0.0, 0.0)


def spell_out(text: str) -> str:
    """Write every "n't" as "not".

    >>> spell_out("It isn't fair, we can't and won't stay.")
    'It is not fair, we can not and will not stay.'
    """
    if "'" not in text and "’" not in text:
        return text
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
    text = spell_out(text)
    if _drawn().search(text):
        _scorer()  # has the lexicon loaded by one thread alone
        polarity, subjectivity = sentiment(text)
    else:
        words = _telling(text)
        if not words:
            return NEUTRAL
        polarity, subjectivity = _scorer()(words)
    return Tone(float(polarity), float(subjectivity))


def tones(texts: Sequence[str]) -> list[Tone]:
    """Score texts, each by itself, in their order.

    >>> [each.polarity for each in tones(["", "Rain."])]
    [0.0, 0.0]
    """
    return [tone(text) for text in texts]


class _Scorer(dict):
    """TextBlob's own scoring over a plain dict: its lexicon looks every word up four times."""

    labeler, negations = sentiment.labeler, sentiment.negations
    modifiers, modifier = sentiment.modifiers, staticmethod(sentiment.modifier)
    assessments, __call__ = Sentiment.assessments, Sentiment.__call__


@cache
def _scorer() -> _Scorer:
    # the lexicon is loaded when it is first asked; a second thread would see a part of it
    with LOADING:
        return _Scorer(sentiment.items())


def _telling(text: str) -> list[str]:
    """The words that TextBlob's score depends on; most words change nothing and are left out."""
    words = list(chain.from_iterable(map(_split().__getitem__, text.split())))
    if UNKNOWN.issuperset(words):
        return []
    kept, over = [], True  # over: nothing before can reach the next word
    for word in words:
        if word in UNKNOWN:
            if over:
                continue
            over = word == ENDS_BOTH
        else:
            over = False
        kept.append(word)
    return kept


class _Split(dict):
    """What TextBlob splits a word between spaces into, less what changes nothing."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        known, found = _scorer(), []
        for word in map(str.lower, _pieces(chunk)):
            if word in known or word in known.negations or word == "!":
                found.append(word)
            elif len(word.strip("'")) > 1:
                found.append(ENDS_BOTH if len(word) > 2 else ENDS_NEGATION)
            elif len(word) > 2:
                found.append(ENDS_MODIFIER)
        if len(self) >= KEPT:
            self.clear()
        self[chunk] = made = tuple(found)
        return made


def _pieces(chunk: str) -> list[str]:
    """TextBlob's tokens; those of the commonest words, with a mark or none, without asking it."""
    if chunk.isalpha():
        return [chunk]
    word, mark = chunk[:-1], chunk[-1]
    if len(word) > 1 and word.isalpha():
        ends = mark == "." and word.islower() and chunk not in ABBREVIATIONS
        if ends or mark == ",":
            return [word]
    return " ".join(sentiment.tokenizer(chunk)).split()


@cache
def _split() -> _Split:
    return _Split()


@cache
def _drawn() -> re.Pattern[str]:
    """Finds what may be an emoticon or "(!)", whose parts TextBlob joins across spaces."""
    signs = {sign for group in EMOTICONS.values() for sign in group} | {"(!)"}
    firsts: dict[str, set[str]] = {}
    for sign in signs:
        rest = [f"[{c.lower()}{c.upper()}]" if c.isalpha() else re.escape(c) for c in sign[1:]]
        # a letter at the end must be one in TextBlob's eyes, too: it cuts "n't" off
        ends = r"(?!(?!n't)[^\W_])" if sign[-1].isalnum() else ""
        firsts.setdefault(sign[0].lower(), set()).add("".join(rf"\s*{c}" for c in rest) + ends)
    parts = []
    for first, rests in sorted(firsts.items()):
        start = f"[{first}{first.upper()}]" if first.isalpha() else f"[{re.escape(first)}]"
        parts.append(f"{start}(?:{'|'.join(sorted(rests))})")
    return re.compile("|".join(parts))


@cache
def books() -> dict[str, int]:
    """How often English books hold a word: the list of 29,000 words that comes with TextBlob.

    >>> books()["abbey"]
    2
    """
    text = files("textblob").joinpath("en", "en-spelling.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith(";"))
    return {row[0]: int(row[1]) for row in rows if len(row) == 2}
