"""Texts of odd shapes cost steps in proportion to their length."""

import cProfile
import math
import re
from functools import cache

import pytest
from odd_shapes import SHAPES
from pretend import Pretend

from onrecord.actors import Lexicon
from onrecord.pipeline import read
from onrecord.reader.reading import Name, Reading, Tagged

SHORT, LONG = 200, 1000
MOST = 1.2  # power of the length by which steps may grow; twice the length, four times is 2

# what is compared with all others of its kind, if one does not take care
ALIKE = ("one surname", "one person", "two", "ages that differ", "ministers", "campaigns")

known = cache(Lexicon.load)
RUN = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)*")
SAID = re.compile(rf"({RUN.pattern}|[Hh]e|[Tt]he \w+) (said|told)((?: [^\s.]+){{0,6}})")


class Keen(Pretend):
    """Takes whatever has capitals for names, and whatever they say for said."""

    kind = "person"

    def _one(self, text: str) -> Reading:
        names = [Name(*run.span(), self.kind, 0.9) for run in RUN.finditer(text)]
        said = [
            Tagged(role, *found.span(group), 0.9)
            for found in SAID.finditer(text)
            for group, role in enumerate(("source", "cue", "content"), 1)
            if found[group]
        ]
        return Reading(tuple(said), names=tuple(names))


class Bodied(Keen):
    kind = "organisation"


def steps(text: str, reader: Pretend) -> int:
    """Calls of functions while a text is read, those of libraries too."""
    lexicon, seen = known(), cProfile.Profile()
    seen.enable()
    read([("a", text)], lexicon, reader)
    seen.disable()
    return sum(entry.callcount for entry in seen.getstats())


@pytest.fixture(scope="module", autouse=True)
def warm():
    steps(SHAPES["names"](50), Keen())


def power(name: str, short: int, long: int, reader: type[Pretend]) -> float:
    """Of the words by which steps grow."""
    few, many = (steps(SHAPES[name](words), reader()) for words in (short, long))
    return math.log(many / few) / math.log(long / short)


@pytest.mark.parametrize("name", SHAPES)
def test_steps_grow_with_the_words(name):
    assert power(name, SHORT, LONG, Pretend) < MOST


@pytest.mark.parametrize("name", [name for name in SHAPES if name.startswith(ALIKE)])
def test_steps_grow_with_the_people(name):
    assert power(name, SHORT, LONG, Keen) < MOST


@pytest.mark.parametrize("name", ["bodies", "campaigns"])
def test_steps_grow_with_the_bodies(name):
    assert power(name, 5 * SHORT, 5 * LONG, Bodied) < MOST


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_has_so_many_words(name):
    assert len(SHAPES[name](300).split()) in range(300, 320)
