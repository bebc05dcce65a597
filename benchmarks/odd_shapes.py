"""Texts of odd shapes, of any length: what no newspaper prints, and a corpus may hold."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

HEAD = "A report of the day\n\n"
NAMES = ("Ada", "Quist", "Norland", "Bo", "Lund", "Ferry", "League", "Port", "Vell", "Sudmark")
SPOKEN = "the envoys of Norland told Ada Quist that the ships were late and she said"


def _repeated(words: str) -> Callable[[int], str]:
    """A text that says the same over and over."""
    return lambda count: HEAD + " ".join(islice(cycle(words.split(" ")), count))


def _numbered(count: int) -> str:
    """Names of which none stands twice."""
    return HEAD + " ".join(f"{NAMES[n % 10]}{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}" for n in
                           range(count))  # fmt: skip


def _each_said(count: int) -> str:
    """Speakers of whom none stands twice."""
    made = (f"Q{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)} said" for n in
            range(count // 2))  # fmt: skip
    return HEAD + " ".join(made)


SHAPES: dict[str, Callable[[int], str]] = {
    "names": _repeated(" ".join(NAMES)),
    "names that differ": _numbered,
    "one endless sentence": _repeated(SPOKEN),
    "open quotes": _repeated("“The talks said"),
    "straight quotes": _repeated('" The talks said'),
    "names that differ, each said": _each_said,
    "quotes that do not match": _repeated("“Bo\" said 'Ada” told"),
    "backticks": _repeated("`The talks` said"),
    "single quotes": _repeated("'The talks 'said"),
    "one quote after the other": _repeated("“It is so,” Ada Quist said."),
    "initials": _repeated("A. B. Quist said"),
    "dashes": _repeated("he — Bo Lund — said"),
    "commas": _repeated("Bo Lund, Ada Quist, said,"),
    "brackets": _repeated("(Bo (Lund [said"),
    "cues": _repeated("said told asked added"),
    "pronouns": _repeated("he said she told him that they said"),
}
