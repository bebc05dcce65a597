"""Text in the faces of a report, as it is drawn into a picture.

A face lies in two files, Latin and Latin with all its accents; what neither has is left out, as a
picture has no reader's font to fall back on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from onrecord.letters import bare, composed
from onrecord.report.fonts import file_of
from onrecord.safe import ELLIPSIS, line, visible

ENDS = ("latin", "latin-ext")
NONE = "\ue000"  # a character that no face has
LARGER = 2  # times that all is drawn, and made smaller again: letters then stand evenly


class Face(NamedTuple):
    """A face in a size (pixels) and a weight (200 to 900)."""

    name: str
    size: int
    weight: int = 400


def known(text: str, face: Face) -> str:
    """A text on one line, of what the face has a letter for, or one that looks alike.

    >>> from onrecord.report.fonts import SERIF
    >>> known("Łódź 北约 talks — Élan Ⅳ", Face(SERIF, 40))
    'Łódź talks — Élan IV'
    """
    kept = []
    for char in composed(line(visible(text))):
        near = next((each for each in (char, bare(char)) if all(_ends(face, each))), "")
        kept.append(near)
    return " ".join("".join(kept).split())


def width(text: str, face: Face) -> float:
    """The length of a line in pixels."""
    return sum(font.getlength(part) for font, part in _runs(text, face)) / LARGER


def write(draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, face: Face,
          fill: str) -> float:  # fmt: skip
    """Write a line from a place on its base line, into a picture that is `LARGER`.

    Returns:
        Where it ends, in pixels from the left.
    """
    x, y = (place * LARGER for place in at)
    for font, part in _runs(text, face):
        draw.text((x, y), part, font=font, fill=fill, anchor="ls")
        x += font.getlength(part)
    return x / LARGER


def clipped(text: str, face: Face, most: float) -> str:
    """A line of at most so many pixels, with an ellipsis where words are left out."""
    if _fits(text, face, most) == len(text):
        return text
    return text[: _fits(text, face, most - width(ELLIPSIS, face))].rstrip(" ,;:–—-") + ELLIPSIS


def lines(text: str, face: Face, most: float, number: int) -> list[str] | None:
    """A text in lines of at most so many pixels; None where it takes more lines.

    Args:
        text: as `known` gives it.
        face: in which it will be written.
        most: pixels of a line.
        number: of lines.
    """
    made: list[str] = []
    for word in text.split():
        longer = f"{made[-1]} {word}" if made else word
        if made and width(longer, face) <= most:
            made[-1] = longer
        elif width(word, face) <= most and len(made) < number:
            made.append(word)
        else:
            return None
    return made


def cut(text: str, face: Face, most: float, number: int) -> list[str]:
    """The first lines of a text that takes more of them; the last ends in an ellipsis."""
    made: list[str] = []
    rest = text
    while rest and len(made) < number - 1:
        fits = max(_fits(rest, face, most), 1)
        if fits < len(rest):
            fits = rest.rfind(" ", 1, fits + 1) if " " in rest[1 : fits + 1] else fits
        made.append(rest[:fits].strip())
        rest = rest[fits:].strip()
    return [*made, clipped(rest, face, most)] if rest else made


def _fits(text: str, face: Face, most: float) -> int:
    """How many of its first letters take at most so many pixels."""
    near = text[: int(most) + 1]  # no letter is narrower than a pixel
    return bisect_right(range(1, len(near) + 1), most, key=lambda at: width(near[:at], face))


def _runs(text: str, face: Face) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """Parts of a text by the file that has their letters."""
    ends = [next(_ends(face, char), ENDS[0]) for char in text]
    place = 0
    for end, same in groupby(ends):
        long = len(list(same))
        yield _font(face, end), text[place : place + long]
        place += long


def _ends(face: Face, chars: str) -> Iterator[str]:
    """For each character the file that has it; the empty text where none does."""
    for char in chars:
        yield next((end for end in ENDS if _has(face.name, end, char)), "")


@cache
def _has(name: str, end: str, char: str) -> bool:
    font = _font(Face(name, 20), end)
    return char == " " or _shape(font, char) != _shape(font, NONE)


def _shape(font: ImageFont.FreeTypeFont, char: str) -> bytes:
    image = Image.new("L", (72, 72))
    ImageDraw.Draw(image).text((16, 16), char, font=font, fill=255)
    return image.tobytes()


@cache
def _font(face: Face, end: str) -> ImageFont.FreeTypeFont:
    made = ImageFont.truetype(file_of(face.name, end), face.size * LARGER)
    made.set_variation_by_axes([face.weight])
    return made
