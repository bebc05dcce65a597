"""The picture that a shared link to a report shows: 1200 by 630 pixels, in the report's look."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from onrecord.report.fonts import SANS, SERIF
from onrecord.report.lettering import LARGER, Face, clipped, cut, known, lines, width, write
from onrecord.report.share import Share

SIZE = (1200, 630)
# the light page's, as assets/css/base.css has them
PAPER, INK, SOFT, LINE, ACCENT, BAR = (
    "#fdfcf9", "#1b1a18", "#57534c", "#d9d4c9", "#8a2b12", "#7f6fc4",
)  # fmt: skip
COLOURS = 128  # of letters' edges, mostly
LEFT, RIGHT = 64, SIZE[0] - 64
BRAND, FACTS = Face(SANS, 28, 650), Face(SANS, 26)
TITLES = ((Face(SERIF, 68, 650), 2), (Face(SERIF, 52, 650), 3))  # and how many lines
NUMBER, NOUN = Face(SERIF, 46, 600), Face(SANS, 27)
FINDING, NAME, LABEL = Face(SANS, 26, 600), Face(SANS, 26), Face(SANS, 26, 600)
NAMES = 380  # pixels for who is quoted
LONGEST = 400  # letters of a title that are looked at
OTHER = "(a name in other letters)"
UNTITLED = "Who is quoted, in whose words"  # where a title is in letters that no face has


def picture(said: Share) -> bytes:
    """A PNG of what `share` gathered; the same bytes for the same words."""
    image = Image.new("RGB", (SIZE[0] * LARGER, SIZE[1] * LARGER), PAPER)
    draw = ImageDraw.Draw(image)
    _top(draw, said)
    _title(draw, said.title)
    _counts(draw, said)
    _bars(draw, said)
    draw.rectangle(_scaled(0, SIZE[1] - 12, *SIZE), fill=ACCENT)
    made = io.BytesIO()
    small = image.resize(SIZE, Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


def _top(draw: ImageDraw.ImageDraw, said: Share) -> None:
    """The mark of On Record, and whose news of which days it is."""
    draw.rounded_rectangle(_scaled(LEFT, 48, LEFT + 36, 84), 7 * LARGER, fill=ACCENT)
    for x in (LEFT + 7, LEFT + 20):  # two quotation marks
        draw.polygon(_scaled(x, 57, x + 9, 57, x + 9, 67, x + 4.5, 75, x + 1.4, 75, x + 4.5, 67,
                             x, 67), fill=PAPER)  # fmt: skip
    end = write(draw, (LEFT + 50, 76), "On Record", BRAND, ACCENT)
    facts = clipped(known(" · ".join(said.facts), FACTS), FACTS, RIGHT - end - 40)
    write(draw, (RIGHT - width(facts, FACTS), 76), facts, FACTS, SOFT)


def _title(draw: ImageDraw.ImageDraw, given: str) -> None:
    face, most = TITLES[-1]
    title = known(given[:LONGEST], face) or UNTITLED
    made = None
    for face, most in TITLES:
        made = lines(title, face, RIGHT - LEFT, most)
        if made is not None:
            break
    made = cut(title, face, RIGHT - LEFT, most) if made is None else made
    high = face.size * 1.12
    base = 196 - (len(made) - 1) * high / 2 + face.size * 0.36  # in the middle of its place
    for number, words in enumerate(made):
        write(draw, (LEFT, base + number * high), words, face, INK)


def _counts(draw: ImageDraw.ImageDraw, said: Share) -> None:
    x, y = float(LEFT), 360
    draw.rectangle(_scaled(LEFT, 305, RIGHT, 307), fill=LINE)
    told = [(f"{number:,}", noun + ("" if number == 1 else "s")) for number, noun in said.counts]
    long = sum(width(number, NUMBER) + width(noun, NOUN) + 56 for number, noun in told) - 44
    part = min(1, (RIGHT - LEFT) / long) if told else 1  # smaller where there are millions
    digits, letters = (face._replace(size=int(face.size * part)) for face in (NUMBER, NOUN))
    for number, noun in told:
        x = write(draw, (x, y), number, digits, INK) + 12 * part
        x = write(draw, (x, y), noun, letters, SOFT) + 44 * part


def _bars(draw: ImageDraw.ImageDraw, said: Share) -> None:
    y = 428
    write(draw, (LEFT, y), clipped(known(said.finding, FINDING), FINDING, RIGHT - LEFT), FINDING,
          ACCENT)  # fmt: skip
    longest = max((bar.part for bar in said.bars), default=0)
    start = LEFT + NAMES + 20
    room = RIGHT - start - 16 - max((width(bar.label, LABEL) for bar in said.bars), default=0)
    for bar in said.bars:
        y += 48
        name = clipped(known(bar.name, NAME) or OTHER, NAME, NAMES)
        write(draw, (LEFT, y), name, NAME, INK)
        end = start + max(room * bar.part / longest, 3)
        draw.rectangle(_scaled(start, y - 22, end, y + 4), fill=BAR)
        write(draw, (end + 16, y), bar.label, LABEL, INK)


def _scaled(*places: float) -> list[float]:
    return [place * LARGER for place in places]
