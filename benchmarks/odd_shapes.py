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


def letters(number: int) -> str:
    """A word of its own for each number up to 17,576, with a capital."""
    return f"{chr(65 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676 % 26)}"


def _each(words: str, between: str = " ") -> Callable[[int], str]:
    """A text that says the same over and over, with another word for `*` each time."""

    def text(count: int) -> str:
        said = (words.replace("*", letters(n)) for n in range(-(-count // len(words.split()))))
        return HEAD + between.join(said)

    return text


SHAPES: dict[str, Callable[[int], str]] = {
    "names": _repeated(" ".join(NAMES)),
    "names that differ": _each(" ".join(f"{name}*" for name in NAMES)),
    "one endless sentence": _repeated(SPOKEN),
    "open quotes": _repeated("“The talks said"),
    "straight quotes": _repeated('" The talks said'),
    "names that differ, each said": _each("* said"),
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
    "one surname": _each("* Lund left."),
    "one surname, each said": _each("* Lund said"),
    "one surname, quoted": _each("“It is so,” said * Lund."),
    "one surname, alone too": _each("* Lund met Lund. Lund said it."),
    "one surname, a paragraph each": _each("* Lund met Lund. Lund said it.", "\n\n"),
    "one surname, with titles": _each("Mr. * Lund said. Senator Lund told Mrs. Lund."),
    "one surname, with initials": _each("A. * Lund and * B. Lund said"),
    "one given name": _each("Ada * said"),
    "one given name, in capitals": _each("ADA *SON SAID\n\nAda *son said."),
    "two given names": _each("Ada Bo *son said"),
    "one person, many names": _each("Ada * Lund said Lund"),
    "ages": _repeated("Ada Lund, 44, of Sudmark,"),
    "ages that differ": _each("* *son, 44, of *land,"),
    "two together": _each("* Lund and Bo Quist said it."),
    "ministers": _each("Minister * Lund spoke. The minister said so."),
    "appositions": _each("Ada Quist, a * of the * League, said"),
    "campaigns": _each("* Lund ran. The Lund campaign said so."),
    "bodies": _each("The * Council said. The council agreed."),
    "countries before bodies": _each("Norway * Holdings said"),
    "panels": _each("the * Science, Trade and Ports Committee said"),
    "letters": _repeated("The letter said so."),
    "lines of speakers": _each("*SON: It is so.", "\n\n"),
    "words of one letter": _repeated("a b c d"),
    "paragraphs of one word": _each("*", "\n\n"),
    "full stops": _repeated("Mr. U.S. e.g. A."),
    "numbers": _repeated("1,000 of 3.5 percent"),
    "links": _each("https://*.example/a?b=* said"),
    "signs": _repeated("!? … ;: —"),
}
