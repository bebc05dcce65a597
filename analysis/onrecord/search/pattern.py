"""The same question for DuckDB, as regular expressions: which quotes of a store may fit.

A regular expression knows Latin letters alone, each with its capitals and accents as `fold` makes
them one. A text that holds any other sign may fit, whatever it says; Python looks at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.search.query import Query
from onrecord.wording import Phrase, Wording, fold

CLOSE = 30  # words between, of a NEAR that a regular expression can hold
_SIGNS = [*map(chr, range(0x20, 0x180)), *map(chr, range(0x2010, 0x2028)), *"\t\n\r€"]


def may_hold(query: Query, column: str) -> str:
    """A condition in SQL that every text fulfils that a query holds, and hardly any other.

    Args:
        query: what was asked for.
        column: that holds the text.
    """
    if query.wording is not None:
        return _all(_test(column, f"{_FOREIGN}|{each}") for each in _patterns(query.wording))
    if query.how == "NOT":
        wanted, other = query.parts
        return _all((may_hold(wanted, column), _may_lack(other, column)))
    return (_any if query.how == "OR" else _all)(may_hold(part, column) for part in query.parts)


def _may_lack(query: Query, column: str) -> str:
    """A condition that every text fulfils that a query does not hold."""
    if query.wording is not None:
        pattern, *more = _patterns(query.wording)
        if more:  # which says only what a text must have
            return "true"
        return f"(not {_test(column, pattern)} or {_test(column, _FOREIGN)})"
    if query.how == "NOT":
        wanted, other = query.parts
        return _any((_may_lack(wanted, column), may_hold(other, column)))
    return (_all if query.how == "OR" else _any)(_may_lack(part, column) for part in query.parts)


def _patterns(wording: Wording) -> list[str]:
    """What must all be found; where it is one pattern, no other text has it."""
    if isinstance(wording, Phrase):
        return [_alone(_phrase(wording))]
    phrases = [_phrase(phrase) for phrase in wording.phrases]
    if len(phrases) > 2 or wording.within > CLOSE:
        return [_alone(each) for each in phrases]
    one, other = phrases
    between = f"{_GAP}+(?:{_LETTER}+{_GAP}+){{0,{wording.within}}}"
    return [_alone(f"(?:{one}{between}{other}|{other}{between}{one})")]


def _phrase(phrase: Phrase) -> str:
    return f"{_GAP}+".join(map(_word, phrase.words))


def _word(word: str) -> str:
    """A word with its capitals and accents; `*` for any ending.

    >>> _word("up")
    '[UuÙ-Üù-üŨ-ų][Pp]'
    """
    letters = (f"[{_class(_LETTERS.get(letter, letter))}]" for letter in word.rstrip("*"))
    return "".join(letters) + (f"{_LETTER}*" if word.endswith("*") else "")


def _alone(pattern: str) -> str:
    return f"(?:^|{_GAP}){pattern}(?:$|{_GAP})"


def _test(column: str, pattern: str) -> str:
    return f"regexp_matches({column}, '{pattern}')"


def _all(conditions: Iterable[str]) -> str:
    return f"({' and '.join(conditions)})"


def _any(conditions: Iterable[str]) -> str:
    return f"({' or '.join(conditions)})"


def _class(signs: str) -> str:
    """Signs for a class, those that follow each other as a range.

    >>> _class("abcf")
    'a-cf'
    """
    made, codes = "", sorted(map(ord, signs))
    first = last = codes[0]
    for code in [*codes[1:], -1]:
        if code != last + 1:
            made += _sign(first) if first == last else f"{_sign(first)}-{_sign(last)}"
            first = code
        last = code
    return made


def _sign(code: int) -> str:
    return chr(code) if chr(code).isalnum() else f"\\x{{{code:x}}}"


def _known() -> tuple[dict[str, str], str]:
    """Letters by what they are folded to, and all signs that a regular expression knows."""
    letters: dict[str, str] = defaultdict(str)
    others = ""
    for sign in _SIGNS:
        if not sign.isalnum():
            others += sign
        elif len(fold(sign)) == 1:
            letters[fold(sign)] += sign
    return dict(letters), "".join(letters.values()) + others


_LETTERS, _ALL = _known()
_LETTER = f"[{_class(''.join(_LETTERS.values()))}]"
_GAP = f"[^{_LETTER[1:]}"
_FOREIGN = f"[^{_class(_ALL)}]"
