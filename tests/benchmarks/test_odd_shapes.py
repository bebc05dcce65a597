"""Texts of odd shapes cost steps in proportion to their length."""

import math
import sys
from functools import cache

import pytest
from odd_shapes import SHAPES
from pretend import pretend

from onrecord.actors import Lexicon
from onrecord.pipeline import read

SHORT, LONG = 200, 1600
MOST = 1.25  # power of the length by which steps may grow; twice the length, four times is 2

known = cache(Lexicon.load)


def steps(text: str) -> int:
    """Calls of functions while a text is read, those of libraries too."""
    lexicon, reader, count = known(), pretend(), 0

    def see(_frame, event, _given):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(see)
    try:
        read([("a", text)], lexicon, reader)
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", autouse=True)
def warm():
    steps(SHAPES["names"](50))


@pytest.mark.parametrize("name", SHAPES)
def test_steps_grow_with_the_words(name):
    short, long = (steps(SHAPES[name](words)) for words in (SHORT, LONG))
    assert math.log(long / short) / math.log(LONG / SHORT) < MOST


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_has_so_many_words(name):
    assert len(SHAPES[name](300).split()) in range(300, 310)
