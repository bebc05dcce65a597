"""Words as people type them: phrases, `*` for any ending or beginning, NEAR; and where they stand.

    tariff*                     tariff, tariffs, tariff-free
    customs union               both words, one after the other
    emails NEAR server          at most ten words between them, in either order
    emails NEAR/3 "mail server" at most three

Capitals and accents make no difference; whatever is no letter or digit parts words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from onrecord.errors import WordingError
from onrecord.letters import bare

WITHIN = 10  # words between, unless it is said
# a letter, or an accent that is written behind its letter as a character of its own
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_TOKEN = re.compile(rf"[^\W_]{_LETTER}*")
_TYPED = re.compile(rf"{_LETTER}*\*{_LETTER}*|[^\W_]{_LETTER}*")
_NEAR = re.compile(r"\s+NEAR(?:/(\d{1,3}))?\s+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands, and how it is compared."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other; each may begin or end with `*`."""

    words: tuple[str, ...]

    def places(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where it stands: numbers of the first token and of the one after the last."""
        size = len(self.words)
        for first in range(len(tokens) - size + 1):
            if all(_is(w, tokens[first + n].word) for n, w in enumerate(self.words)):
                yield first, first + size


@dataclass(frozen=True, slots=True)
class Near:
    """Phrases that stand close together, in any order.

    Attributes:
        phrases: two or more.
        within: words at most between the end of the first and the beginning of the last.
    """

    phrases: tuple[Phrase, ...]
    within: int = WITHIN

    def places(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Where they stand together: from the first token to the one after the last."""
        found = sorted(
            (*place, 1 << number)
            for number, phrase in enumerate(self.phrases)
            for place in phrase.places(tokens)
        )
        starts = [start for start, _, _ in found]
        seen: set[tuple[int, int]] = set()
        for at, (start, end, one) in enumerate(found):
            until = bisect_right(starts, end + self.within)
            seen.update((start, last) for last in self._ends(found[at + 1 : until], one, end))
        yield from sorted(seen)

    def _ends(self, found: Sequence[tuple[int, int, int]], one: int, end: int) -> Iterator[int]:
        """Where the last phrase ends, of all that follow a first one without touching.

        Args:
            found: start and end of what follows, in order, and a bit for which phrase it is.
            one: the bit of the first.
            end: where the first ends.
        """
        whole = (1 << len(self.phrases)) - 1
        least = {one: end}  # by the bits of the phrases so far: where they end at the earliest
        for start, stop, bit in found:
            for known, reached in list(least.items()):
                if known & bit or reached > start:
                    continue
                if known | bit == whole:
                    yield stop
                else:
                    least[known | bit] = min(stop, least.get(known | bit, stop))


Wording = Phrase | Near


def read_wording(text: str) -> Wording:
    """What was typed: a word, a phrase, or phrases joined by NEAR.

    Raises:
        WordingError: nothing is left of it, a `*` stands alone, or NEAR lacks a side.

    >>> read_wording("Customs duties")
    Phrase(words=('customs', 'duties'))
    >>> read_wording("e-mail* NEAR/3 server").within
    3
    """
    parts = _NEAR.split(f" {text} ")
    phrases = tuple(read_phrase(part, text) for part in parts[::2])
    if len(phrases) == 1:
        return phrases[0]
    bounds = {int(n) if n else WITHIN for n in parts[1::2]}
    if len(bounds) > 1:
        raise WordingError(f"{text.strip()!r} holds NEAR with two numbers; write one.")
    if len(phrases) > 4:
        raise WordingError(f"{text.strip()!r} joins more than four phrases by NEAR.")
    return Near(phrases, bounds.pop())


def read_phrase(text: str, whole: str | None = None) -> Phrase:
    """The words of a phrase.

    Args:
        text: the phrase.
        whole: what it is a part of, for the sentence of an error.

    Raises:
        WordingError: it holds no word, or a `*` that stands alone or inside a word.
    """
    words = tuple(fold(word) for word in _TYPED.findall(text))
    said = (whole or text).strip()
    if not words or re.search(r"(?<![^\W_])NEAR(?![^\W_])", text):
        raise WordingError(f"{said!r} lacks a word{' beside NEAR' if 'NEAR' in said else ''}.")
    for word in words:
        bare = word.strip("*")
        if "*" in word and (len(bare) < 2 or "*" in bare):
            raise WordingError(
                f"{said!r} has a * that stands alone, after one letter, or inside a word; it "
                "goes to the beginning or the end of one, as in tariff*."
            )
    return Phrase(words)


def tokens(text: str) -> list[Token]:
    """The words of a text.

    >>> [token.word for token in tokens("Zoë's e-mail")]
    ['zoe', 's', 'e', 'mail']
    """
    return [Token(m.start(), m.end(), fold(m[0])) for m in _TOKEN.finditer(text)]


def fold(word: str) -> str:
    """A word without capitals and accents.

    >>> fold("Élan")
    'elan'
    """
    if word.isascii():
        return word.lower()
    return bare(word.lower())


def find(wording: Wording, text: str) -> list[tuple[int, int]]:
    """Where a wording stands in a text, as offsets.

    >>> find(read_wording("tariff*"), "Tariffs on salt; a tariff.")
    [(0, 7), (19, 25)]
    """
    known = tokens(text)
    return [(known[a].start, known[b - 1].end) for a, b in wording.places(known)]


def stems(wording: Wording) -> tuple[str, ...]:
    """For each phrase its longest part without `*`: a text without them cannot hold it.

    >>> stems(read_wording("customs duti* NEAR ship*"))
    ('customs', 'ship')
    """
    phrases = wording.phrases if isinstance(wording, Near) else (wording,)
    return tuple(max((w.strip("*") for w in p.words), key=len) for p in phrases)


def _is(typed: str, word: str) -> bool:
    return typed == word if "*" not in typed else fnmatchcase(word, typed)
