"""A text as words, with the runs of capitalised words that may be names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon import vocabulary as v
from onrecord.lexicon.tokens import WORD
from onrecord.segment import Sentence

NICKNAME = frozenset("\"“‘'")
QUOTES = "\"“”‘’'"
OPENING = "\"“‘'«‹([—–-•*"
CONTRACTED = re.compile(r"(?:n[’']t|[’'](?:ve|re|ll|d|m))$", re.I)  # "I've", "Don't"
LED = re.compile(  # "Texas-based Ada Lund", "the Republican-led Senate"
    r"[A-Z]\w*-(?:backed|based|born|controlled|dominated|led|run|leaning|owned|trained)"
)
SHOUTED = 0.6  # share of capitalised words from which a line is in title case


@dataclass(slots=True)
class Scan:
    """Words of a text: parallel lists, and what their neighbourhood says about capitals."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    opens: list[bool]  # first word of a sentence, quotation or line: its capital says nothing
    shouted: list[bool]  # in a title-case line: no capital says anything
    paragraph: list[int]
    headline: list[bool]
    lower: frozenset[str]  # words seen in lower case
    vocabulary: frozenset[str]  # all words

    def gap(self, i: int) -> str:
        """The characters between word i - 1 and word i."""
        return self.text[self.ends[i - 1] : self.starts[i]] if i else ""

    def before(self, i: int) -> str:
        """The character before word i; a new line where a text begins."""
        return self.text[self.starts[i] - 1] if self.starts[i] else "\n"

    def form(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a name; a quoted nickname inside it is left away."""
        words = self.words[first:last]
        if last - first > 2:
            kept = [
                word
                for i, word in enumerate(words, first)
                if i == first or self.before(i) not in QUOTES
            ]
            return tuple(kept)
        return tuple(words)

    def possessive(self, i: int) -> bool:
        """Whether word i carries a possessive ending."""
        end = self.ends[i]
        after = self.text[end : end + 2]
        return after[:1] in ("'", "’") and (after[1:] in ("s", "S") or self.words[i][-1:] == "s")


def scan(text: str, sentences: Sequence[Sentence]) -> Scan:
    """Split a text into words and tell whose capitals can be trusted."""
    words, starts, ends = _words(text)
    count = len(words)
    capital = [word[0].isupper() for word in words]
    opens, shouted, headline = [False] * count, [False] * count, [False] * count
    paragraph = [0] * count
    i = 0
    for sentence in sentences:
        first = bisect_left(starts, sentence.start, i)
        i = bisect_left(starts, sentence.end, first)
        if first == i:
            continue
        paragraph[first:i] = [sentence.paragraph] * (i - first)
        opens[first] = True
        top = sentence.role in ("headline", "heading")
        if top:
            headline[first:i] = [True] * (i - first)
        if 2 * sum(capital[first:i]) >= i - first and _loud(words[first:i], top):
            shouted[first:i] = [True] * (i - first)
    for k in range(1, count):
        if capital[k] and not opens[k]:
            before = text[starts[k] - 1]
            opens[k] = before in OPENING or text[starts[k] - 2 : starts[k]] == ": "
    vocabulary = frozenset(words)
    lower = frozenset(word for word in vocabulary if word[0].islower())
    return Scan(
        text, words, starts, ends, capital, opens, shouted, paragraph, headline, lower, vocabulary
    )


def _words(text: str) -> tuple[list[str], list[int], list[int]]:
    """Words and their offsets, apostrophes straight; a possessive "s" is none."""
    words, starts, ends, end = [], [], [], 0
    # a match object for each word would take longer than all the rest
    for word in WORD.findall(text):
        start = text.index(word, end)
        end = start + len(word)
        if word in ("s", "S") and text[start - 1 : start] in ("'", "’"):
            continue
        words.append(word.replace("’", "'"))
        starts.append(start)
        ends.append(end)
    return words, starts, ends


def _loud(words: list[str], top: bool) -> bool:
    """Whether a line is in title case, or a sentence in capitals."""
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    if len(long) < 3:
        return False
    if top:
        return sum(word[0].isupper() for word in long) > SHOUTED * len(long)
    return all(word.isupper() for word in long)


def runs(seen: Scan) -> list[tuple[int, int]]:
    """Runs of words `[first, last)` that stand together as names do: "Bill de Blasio"."""
    words, capital = seen.words, seen.capital
    found, i, count = [], 0, len(words)
    while i < count:
        if not (capital[i] or words[i][:3] in ("al-", "el-")) or not _opens_run(seen, i):
            i += 1
            continue
        j = i + 1
        while j < count:
            if _joins(seen, j) and _name_word(seen, j):
                j += 1
                continue
            if office := _office(seen, j):
                j = office
                continue
            k = j
            while k < count and k < j + 3 and words[k] in v.PARTICLES and _joins(seen, k):
                k += 1
            if k > j and k < count and capital[k] and _joins(seen, k) and _name_word(seen, k):
                j = k + 1
                continue
            break
        found.append((i, j))
        i = j
    return found


def _office(seen: Scan, i: int) -> int:
    """Where "of State" in "Secretary of State" ends, 0 if word i opens nothing such."""
    words, count = seen.words, len(seen.words)
    if words[i] != "of" or words[i - 1] not in v.TITLES or seen.gap(i) != " ":
        return 0
    k = i + 1
    while k < count and (words[k] == "the" or words[k] in v.OFFICES_OF) and seen.gap(k) == " ":
        k += 1
    return k if k > i + 1 and words[k - 1] in v.OFFICES_OF else 0


def _opens_run(seen: Scan, i: int) -> bool:
    word = seen.words[i]
    if CONTRACTED.search(word) or LED.fullmatch(word):
        return False
    if word in v.FUNCTION:
        # "Will Hurd", not "Will he": a given name only inside a sentence and before a capital.
        named = word == "Will" and not seen.opens[i] and i + 1 < len(seen.words)
        return named and seen.capital[i + 1] and seen.gap(i + 1) == " "
    return word not in v.CALENDAR


def _name_word(seen: Scan, i: int) -> bool:
    word = seen.words[i]
    if word == "May":
        return seen.words[i - 1] in v.TITLES
    if not seen.capital[i]:
        return word.startswith(("al-", "el-"))
    if len(word) == 1 and i + 1 < len(seen.words) and seen.gap(i + 1) == ". ":
        return seen.capital[i + 1] and seen.words[i + 1] not in v.FUNCTION  # "Ada A. Lund"
    return word not in v.CALENDAR and word not in v.FUNCTION and not CONTRACTED.search(word)


def _joins(seen: Scan, i: int) -> bool:
    gap = seen.gap(i)
    if gap in (" ", "\u00a0"):
        return True
    before = seen.words[i - 1]
    if len(gap) == 2 and gap[0] == "." and gap[1] in " \u00a0":
        return before in v.ABBREVIATED or (len(before) == 1 and before.isupper())
    if gap == ", ":
        return seen.words[i] in v.SUFFIXES
    if gap[:1] == " " and gap[1:] in NICKNAME and i + 1 < len(seen.words):
        return len(seen.gap(i + 1)) == 2 and seen.gap(i + 1)[0] in QUOTES and seen.capital[i + 1]
    if gap[1:] == " " and gap[0] in QUOTES and i > 1:
        return seen.gap(i - 1)[1:] in NICKNAME and seen.gap(i - 1)[:1] == " "
    return False
