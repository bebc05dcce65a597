"""Figures in a text: numbers with unit, what they count, and hedges."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from onrecord.figures import counted
from onrecord.figures.model import Figure
from onrecord.figures.numbers import FRACTIONS, NUMBER, number
from onrecord.figures.passed import dated, named, placed
from onrecord.figures.told_of import told_of
from onrecord.figures.units import SIGNS, TIME, UNIT, unit

_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
# "$2 to $3", but "in 2014 to $557 million" is no range
_AGAIN = rf"(?(sign)(?:(?:{_SIGN}) ?)?)(?P<b>{NUMBER})"
FIGURE = re.compile(
    rf"(?<![\w.,/])(?:(?P<sign>{_SIGN}) ?)?(?P<a>{NUMBER})"
    rf"(?:(?: to | or |-|–){_AGAIN}(?![\w]))?"
    rf"(?:(?P<gap>[- ]?)(?P<unit>{UNIT})(?![\w]))?(?![\w/:]|[.,]\d)",
    re.I,
)
SHARE = re.compile(
    rf"\b(?:(?P<n>{NUMBER}|an?)[- ])?(?P<part>half|third|quarter|fifth|tenth)s?"
    rf"(?= of\b| the\b| all\b)|\b(?P<x>{NUMBER}) (?:in|out of) (?P<y>{NUMBER})\b(?= [a-z])",
    re.I,
)
HEDGE = re.compile(
    r"\b(about|around|roughly|approximately|some|nearly|almost|more than|less than|fewer than|"
    r"over|under|at least|at most|up to|as many as|as much as|no more than|just over|just under|"
    r"an estimated|estimated|close to)(?: an?)? ?(?:the )?$",
    re.I,
)
REACH = 40  # characters before a number in which its hedge stands
LEAST = 20  # a bare number that counts nothing named is kept from here on, where it is hedged


def find(text: str) -> list[Figure]:
    """The figures of a text, in order.

    No figures: days, years and hours, what numbers are only called by ("Flight 175"), ages,
    times that only place something ("two weeks ago"), "one", and numbers that count nothing told.

    Args:
        text: the words of a quote, or any text in English.

    >>> text = "About 40,000 ferrymen lost 15% of their pay: $2.5 million in fares."
    >>> [(f.low, f.unit, text[slice(*f.of)]) for f in find(text)]
    [(40000.0, None, 'ferrymen'), (15.0, '%', 'pay'), (2500000.0, '$', 'fares')]
    """
    shares = list(_shares(text))
    found = [
        figure
        for match in FIGURE.finditer(text)
        if not _taken(shares, match)
        for figure in _figures(text, match)
    ]
    return _bracketed(text, sorted([*shares, *found], key=lambda figure: figure.start))


def _taken(shares: list[Figure], match: re.Match) -> bool:
    """Whether one of some shares, in order and apart, holds some of a number."""
    at = bisect_right(shares, match.start(), key=lambda figure: figure.end)
    return at < len(shares) and shares[at].start < match.end()


def _bracketed(text: str, found: list[Figure]) -> list[Figure]:
    """Of "$29 (£25)" both count the same: what is said again in brackets."""
    for n in range(1, len(found)):
        one, other = found[n - 1 : n + 1]
        if other.of is None and text[one.end : other.start] == " (":
            found[n] = replace(other, of=one.of)
    return found


def _shares(text: str) -> Iterator[Figure]:
    for match in SHARE.finditer(text):
        if match["part"]:
            if not match["n"] and match["part"].lower() != "half":
                continue  # "the final quarter of"
            times = number(match["n"]) if match["n"] else None
            value = FRACTIONS[match["part"].lower()] * (times.value if times else 1)
            of = counted.behind(text, match.end()) or counted.phrase(text, match.end())
        else:
            x, y = number(match["x"]), number(match["y"])
            if x is None or y is None or not 0 < x.value < y.value:
                continue
            value, of = x.value / y.value, counted.several(text, match.end())
        yield Figure(
            match.start(), match.end(), round(value, 4), round(value, 4), "share", of,
            _hedge(text, match.start()),
        )  # fmt: skip


def _figures(text: str, match: re.Match) -> Iterator[Figure]:
    low, high = number(match["a"]), number(match["b"]) if match["b"] else None
    if low is None or (match["a"].lower() == "one" and not match["sign"] and not match["unit"]):
        return
    sign = match["sign"]
    name = SIGNS.get(sign, SIGNS.get(sign.upper(), sign)) if sign else None
    if name is None and match["unit"]:
        name = unit(match["unit"])
    if match["a"][-1:] in "mk" and not sign and low.large:
        return  # "16m" is sixteen million of money alone
    start, end = match.start(), match.end()
    if dated(text, match.start("a"), end, bare=name is None and not low.large):
        return
    if name is None and named(text, start):
        return
    if name in TIME and placed(text, start, end, match["gap"] or ""):
        return
    if name is None and match["b"] and "-" in text[match.end("a") : match.start("b")]:
        return  # a score
    of = told_of(text, match, name)
    if name is None and of is None and not _kept(text, start, low.value, low.large):
        return
    values = _values(low.value, high.value if high else None, match, low.large)
    yield Figure(start, end, *values, name, of, _hedge(text, start))


def _values(low: float, high: float | None, match: re.Match, large: bool) -> tuple[float, float]:
    """Both ends; "1 to 3 million" is a range of millions."""
    if high is None:
        return low, low
    last = number(match["b"])
    if last and last.large and not large and low < 1000 <= high and "," not in match["b"]:
        plain = number(re.split(r"[- ]?(?:hundred|thousand|m|b|t|k)", match["b"].lower())[0] or "1")
        low *= high / plain.value if plain and plain.value else 1
    return min(low, high), max(low, high)


def _kept(text: str, start: int, value: float, large: bool) -> bool:
    return large or (value >= LEAST and _hedge(text, start) is not None)


def _hedge(text: str, start: int) -> str | None:
    found = HEDGE.search(text, max(0, start - REACH), start)
    return found[1].lower() if found else None
