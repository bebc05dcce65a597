"""Lines packed into rows, and links between spans."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader import Tagged
from onrecord.reader.links import MOST, links
from onrecord.reader.pack import pack

WIDTH = 4


LENGTHS = [10, 3, 14, 1, 12, 9, 9]
BESIDE = [4, 3, 4, 1, 4, 4, 4]  # the nearest words of a line, or all of a short one


@pytest.mark.parametrize("aim", [16, 24, 40, 90])
def test_every_line_is_read_once_in_a_row_that_holds_it(aim):
    rows = pack(LENGTHS, BESIDE, BESIDE, aim, 30)
    assert [at for first, last, *_ in rows for at in range(first, last)] == list(range(7))
    for first, last, before, after in rows:
        used = 1 + sum(LENGTHS[first:last]) + last - first
        used += before * (BESIDE[first - 1] + 1) + (after and BESIDE[last] + 1)
        assert used <= max(aim, 30 if last == first + 1 else 0)


def test_lines_are_shown_both_neighbours_where_a_row_has_room():
    rows = pack([5] * 30, [2] * 30, [2] * 30, 31, 31)
    assert {row[2:] for row in rows[1:-1]} == {(True, True)}
    assert rows[0][2:] == (False, True)
    assert rows[-1][2:] == (True, False)


def test_a_line_that_fills_its_row_is_shown_no_neighbour():
    assert pack([5, 28, 5], [2] * 3, [2] * 3, 20, 30)[1] == (1, 2, False, False)


def test_no_lines_no_rows():
    assert pack([], [], [], 20, 20) == []


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


def test_a_span_is_compared_with_so_many_on_each_side(monkeypatch):
    count = 3 * MOST
    compared = linked("c" * count + "t" + "c" * count, [0] * (2 * count + 1), {})
    assert {content for _, content in compared} <= {count}
    far = {(count + 1 + MOST, count): 50.0, (count - 1, count): 1.0}
    found = linked("c" * count + "t" + "c" * count, [0] * (2 * count + 1), far)
    assert max(found, key=lambda pair: found[pair]) == (count - 1, count)
