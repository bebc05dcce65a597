"""Numbers in digits and words, with magnitudes and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "bn": 1e9, "mn": 1e6, "tn": 1e12, "m": 1e6, "k": 1e3,
}  # fmt: skip
FRACTIONS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_WORD = "|".join([*SMALL, *TENS, "hundred"])
_TENS = "|".join(TENS)
_UNITS = "|".join(list(SMALL)[1:10])
_ONE = rf"(?:(?:{_TENS})[- ](?:{_UNITS})|{_WORD})"
_SPELT = rf"{_ONE}(?: hundred)?(?: (?:and )?{_ONE})?"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_LONG = "hundred|thousand|million|billion|trillion|dozen"
_HALF = r"(?:[- ]and[- ]a[- ]half)"
# "2.5 million", "half a million", "a billion", "twenty-five", "$16m"
NUMBER = (
    rf"(?:half an? (?:{_LONG})|an? (?:million|billion|trillion|hundred|thousand|dozen)"
    rf"|(?:{_DIGITS}|{_SPELT}){_HALF}?(?:[- ]?(?:{_LONG})|(?:bn|mn|tn|m|k)\b)?)"
)
_PARTS = re.compile(
    rf"(?P<half>half an? )?(?P<one>an? )?(?:(?P<digits>{_DIGITS})|(?P<spelt>{_SPELT}))?"
    rf"(?P<more>{_HALF})?[- ]?(?P<size>{_LONG}|bn|mn|tn|m|k)?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in words or digits; `large` where a magnitude or thousands tell its size."""

    value: float
    large: bool


def number(text: str) -> Number | None:
    """The number that some words say; None where they are none.

    >>> number("2.5 million").value, number("half a million").value, number("a billion").value
    (2500000.0, 500000.0, 1000000000.0)
    >>> number("twenty-five").value, number("two hundred and six").value, number("12,000").value
    (25.0, 206.0, 12000.0)
    >>> number("the tide") is None
    True
    """
    found = _PARTS.match(text.strip())
    if not found or not (found["digits"] or found["spelt"] or found["size"]):
        return None
    value = 1.0
    if found["digits"]:
        value = float(found["digits"].replace(",", ""))
    elif found["spelt"]:
        value = _spelt(found["spelt"].lower())
    value += 0.5 if found["more"] else 0
    value *= 0.5 if found["half"] else 1
    size = (found["size"] or "").lower()
    value *= MAGNITUDES.get(size, 1.0)
    return Number(round(value, 6), bool(size) or "," in (found["digits"] or ""))


def _spelt(text: str) -> float:
    total = 0.0
    for word in re.split(r"[- ]", text):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += SMALL.get(word, TENS.get(word, 0))
    return total
