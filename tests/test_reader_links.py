"""Lines packed into rows, and links between spans."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.reader import Tagged
from analysis.reader.links import links
from analysis.reader.pack import pack

WIDTH = 4


@pytest.mark.parametrize("most", [16, 24, 40, 90])
def test_every_line_is_read_once_in_a_row_that_holds_it(most):
    lengths = [10, 3, 14, 1, 12, 9, 9]
    rows = pack(lengths, most)
    assert [at for _, _, first, last in rows for at in range(first, last)] == list(range(7))
    for start, end, first, last in rows:
        assert start <= first < last <= end
        assert 1 + sum(lengths[start:end]) + end - start <= most


def test_lines_are_read_with_both_neighbours_where_a_row_has_room():
    for start, end, first, last in pack([5] * 30, 31):
        assert start < first or first == 0
        assert last < end or last == 30


def test_no_lines_no_rows():
    assert pack([], 20) == []


def linked(roles: str, lines: list[int], scores: dict[tuple[int, int], float]):
    """Links of spans given as `c` (cue), `s` (source) and `t` (content)."""
    names = {"c": "cue", "s": "source", "t": "content"}
    spans = [Tagged(names[role], 2 * at, 2 * at + 1, 1.0) for at, role in enumerate(roles)]
    heads, parts = np.eye(len(spans)), np.zeros((len(spans), len(spans)))
    for (head, part), score in scores.items():
        parts[part, head] = score * np.sqrt(len(spans))
    return links(spans, lines, heads, parts)


def test_a_content_prefers_its_cue():
    found = linked("sctsct", [0] * 6, {(1, 2): 5, (4, 5): 5, (1, 0): 5, (4, 3): 5})
    assert found[1, 2] > 0.9 > 0.1 > found.get((4, 2), 0)
    assert found[4, 5] > 0.9
    assert found[1, 0] > 0.9
    assert found[4, 3] > 0.9


def test_the_cues_of_a_content_add_up_to_one():
    found = linked("ccct", [0] * 4, {(0, 3): 1, (1, 3): 0.5})
    assert sum(found[cue, 3] for cue in range(3)) == pytest.approx(1)


def test_a_cue_may_have_no_source():
    found = linked("sct", [0] * 3, {(1, 0): -8, (1, 2): 0})
    assert (1, 0) not in found
    assert found[1, 2] == pytest.approx(1)


def test_a_content_without_a_cue_is_linked_to_a_source():
    assert linked("st", [0, 0], {(0, 1): 2}) == {(0, 1): pytest.approx(1)}


def test_lines_far_away_are_not_linked():
    assert linked("sct", [0, 4, 8], {(1, 0): 9, (1, 2): 9}) == {}


def test_nothing_is_linked_in_nothing():
    assert links([], [], np.zeros((0, WIDTH)), np.zeros((0, WIDTH))) == {}
