"""What a draft did to words that are on record."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.repeats.diff import diff
from onrecord.repeats.same import LONG, telling
from onrecord.wording import tokens

MOST = 0.6  # share of the longer version's words
_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[\W*\]")  # marks that say: words are missing here


def treated(words: str, printed: str) -> str:
    """What a draft did to words that were printed.

    Args:
        words: the draft's quotation, without its marks.
        printed: the same words as an article has them.

    Returns:
        `exact`: the same words; capitals, accents and punctuation are not compared.
        `cut`: a part in one piece, or the draft marks each gap ("…"). `longer`: all that was
        printed and more words before or behind it. Else `changed`; words left out without a
        mark are a change, for one of them may be "not".

    >>> printed = "We will not sign it before the spring"
    >>> treated("we will not sign it", printed), treated("We will … sign it", printed)
    ('cut', 'cut')
    >>> treated("We will sign it before the spring", printed)
    'changed'
    """
    pieces = diff(words, printed)
    names = [name for name, _ in pieces]
    if "only one" not in names:
        if "only other" not in names:
            return "exact"
        return "cut" if _marked(words, pieces) else "changed"
    return "longer" if names.count("same") == 1 and "only other" not in names else "changed"


def _marked(words: str, pieces: Sequence[tuple[str, str]]) -> bool:
    """Whether the draft marks every gap inside its quotation."""
    texts = [text for name, text in pieces if name == "same"]
    at = 0
    for n, text in enumerate(texts):
        start = words.index(text, at)
        if n and not _LEFT_OUT.search(words[at:start]):
            return False
        at = start + len(text)
    return True


def firm(words: str, printed: str) -> bool:
    """Whether two versions are so alike that they tell who spoke, and not the other way round.

    Long quotations of any speaker hold stock phrases. Six words in a row, or most words of both.

    >>> printed = "She is a citizen of the United States and will go home when the fog lifts"
    >>> firm("the people of the United States", printed)
    False
    >>> firm("She will go home when the fog lifts", printed)
    True
    """
    runs = [tokens(text) for name, text in diff(words, printed) if name == "same"]
    long = [run for run in runs if len(run) >= LONG and telling([t.word for t in run])]
    most = max(len(tokens(words)), len(tokens(printed)), 1)
    return bool(long) or sum(map(len, runs)) >= MOST * most


def shown(words: str, printed: str) -> str:
    """The draft's words with what was printed otherwise.

    >>> shown("We will never sign it", "We will not sign it")
    'We will [-not-] {+never+} sign it'
    """
    forms = {"same": "{}", "only one": "{{+{}+}}", "only other": "[-{}-]"}
    # what was printed stands before what the draft put in its place
    pieces = diff(printed, words)
    turned = {"only one": "only other", "only other": "only one"}
    return " ".join(forms[turned.get(name, name)].format(text) for name, text in pieces)
