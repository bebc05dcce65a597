"""Whether two quotations are the same words, and what became of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.lexicon.vocabulary import FUNCTION
from onrecord.wording import Token, tokens

PLAIN = frozenset(word.lower() for word in FUNCTION)
LONG = 6  # words in a row that are hardly chosen twice, three of them no function words
SHARE = 0.7  # of the shorter quotation's words that stand in the longer
RUN = 2  # words of the shortest run that counts
TELLING = 2  # words that are no function words, below which a quotation is too common
_QUOTED = re.compile(r"[“\"„«](.+?)(?:[”\"»]|$)", re.S)


@dataclass(frozen=True, slots=True)
class Same:
    """What two quotations have in common.

    Attributes:
        how: `exact`; `cut`, where nothing but words left out tells one from the other; or
            `changed`.
        kept: share of the longer one's words that both have, 0..1.
    """

    how: str
    kept: float


def quoted(content: str, kind: str) -> str:
    """The speaker's own words in a content: what stands between quotation marks.

    Args:
        content: as in `attributions`.
        kind: direct, indirect or mixed; a direct content without marks is all the speaker's.

    >>> quoted("that it was “a farce” and “a shame”", "mixed")
    'a farce … a shame'
    """
    found = [m.strip() for m in _QUOTED.findall(content)]
    if not found and kind == "direct":
        return content.strip()
    return " … ".join(filter(None, found))


def telling(words: Sequence[str]) -> bool:
    """Whether words are enough to be known again: four, or three that are no function words.

    >>> telling("fire and fury".split()), telling("radical new terms".split())
    (False, True)
    """
    return _bare(words) >= (TELLING if len(words) > 3 else 3)


def bare(word: str) -> bool:
    """Whether a word tells something: no function word, no single letter."""
    return word not in PLAIN and len(word) > 1


def _bare(words: Sequence[str]) -> int:
    return sum(map(bare, words))


def same(one: str, other: str) -> Same | None:
    """What two quotations have in common; None where they are not the same words.

    Runs of words that both have are put beside each other (Ratcliff and Metzener, Pattern
    Matching: The Gestalt Approach, 1988). They are the same words where six stand in a row, or
    seven in ten of the shorter one's.

    Args:
        one: a quotation, without its marks.
        other: another.

    >>> same("The dredgers leave the harbour today", "dredgers leave the harbour")
    Same(how='cut', kept=0.6666666666666666)
    >>> same("The dredgers leave the harbour today", "the dredgers left the harbour today").how
    'changed'
    >>> same("no, never", "never, no") is None
    True
    """
    return compare(tokens(one), tokens(other))


def compare(one: Sequence[Token], other: Sequence[Token]) -> Same | None:
    """As `same`, of words that are told apart already."""
    a, b = sorted(([t.word for t in one], [t.word for t in other]), key=len)
    if not telling(a):
        return None
    if a == b:
        return Same("exact", 1.0)
    if not _near(a, b):
        return None
    runs = [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]
    both = sum(m.size for m in runs)
    long = [m for m in runs if m.size >= min(RUN, len(a))]
    firm = sum(m.size for m in long)
    best = max((m.size for m in runs), default=0)
    row = next((a[m.a : m.a + m.size] for m in runs if m.size == best), [])
    held = [w for m in long for w in a[m.a : m.a + m.size]]
    mostly = firm >= SHARE * len(a) and best >= 3 and telling(held)
    if not mostly and not (best >= LONG and _bare(row) >= 3):
        return None
    if both == len(a) and all(m.size >= RUN for m in runs):
        return Same("cut", both / len(b))
    return Same("cut" if _overlap(runs, len(a), len(b)) else "changed", both / len(b))


def _near(short: list[str], long: list[str]) -> bool:
    """Whether they could be the same words: soon told, where runs take time to find."""
    if (Counter(short) & Counter(long)).total() >= SHARE * len(short):
        return True
    at = [{tuple(ws[n : n + LONG]) for n in range(len(ws) - LONG + 1)} for ws in (short, long)]
    return not at[0].isdisjoint(at[1])


def _overlap(runs: list, short: int, long: int) -> bool:
    """Whether the end of one is the beginning of the other: both are cut from more."""
    if len(runs) != 1:
        return False
    m = runs[0]
    return (m.a == 0 and m.b + m.size == long) or (m.b == 0 and m.a + m.size == short)
