"""Quotation marks of all kinds, and apostrophes that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.attribution.quotes import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "We stay."', ['"We go,"', '"We stay."']),
        ("“We go,” she said. “We stay.”", ["“We go,”", "“We stay.”"]),
        ("„We go,“ she said. „We stay.“", ["„We go,“", "„We stay.“"]),
        ("«We go,» she said. ‹We stay.›", ["«We go,»", "‹We stay.›"]),
        ("''We go,'' she said. ``We stay.''", ["''We go,''", "``We stay.''"]),
        ("‘We go,’ she said. 'We stay.'", ["‘We go,’", "'We stay.'"]),
        ("”We go,” she said. ”We stay.”", ["”We go,”", "”We stay.”"]),
        # one inside another: the outer one counts
        ("“I read ‘The Wave’ at school,” he said.", ["“I read ‘The Wave’ at school,”"]),
        ("‘He told me “no” twice,’ she said.", ["‘He told me “no” twice,’"]),
        ('"“Yes,” he said," she recalled.', ['"“Yes,” he said,"']),
        # apostrophes
        ("The boats didn't leave the dockers' quay.", []),
        ("The '90s fleet and rock 'n' roll for 'em all.", []),
        ("‘The fishermen’s and dockers’ boats stay,’ she said.", None),
        ("It’s Torvald’s, the others’ and ours.", []),
        # inches and feet
        ('A 5" nail and a 6\'2" plank.', []),
        # stray marks
        ("A stray ” here. “Fine.”", ["“Fine.”"]),
        ("", []),
        ("\n \n", []),
        ('"', []),
    ],
)
def test_marks(text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = [text[: text.index(",’") + 2]]
    assert [text[q.start : q.end] for q in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # taken up again in the next paragraph
        (
            "“We came.\n\n“We saw.\n\n“We won,” he said.",
            [("“We came.", False), ("“We saw.", False), ("“We won,”", True)],
        ),
        (
            "He said: “We came. We saw.\n\n“We won.”",
            [("“We came. We saw.", False), ("“We won.”", True)],
        ),
        # forgotten: to the end of the sentence
        ("She said “we stay. The council met.\n\nSnow fell.", [("“we stay.", False)]),
        (
            "She said “we stay. The council met. “We go,” he said.",
            [("“we stay.", False), ("“We go,”", True)],
        ),
        # paragraphs run together in one line: the next mark takes the quotation up
        (
            'He said: "We came. We saw. "We won, and we left." Snow fell.',
            [('"We came. We saw.', False), ('"We won, and we left."', True)],
        ),
        (
            "“We came. We saw. “It snowed! “We won,” he said.",
            [("“We came. We saw.", False), ("“It snowed!", False), ("“We won,”", True)],
        ),
        # not where the narrator speaks in between
        (
            '"We came. Lind then told the crew to wait. "We won," he said.',
            [('"We won,"', True)],
        ),
        (
            '"We came, she said. Snow fell. "We won," he said.',
            [('"We won,"', True)],
        ),
    ],
)
def test_without_a_closing_mark(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[q.start : q.end], q.closed) for q in quotations(text)] == expected


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "'", "''", "«", '"“‘'])
def test_many_marks_give_quotations_in_order_without_overlap(mark: str) -> None:
    text = f"She said {mark}we go. We stay.{mark} He left, {mark} then came.\n\n" * 40
    found = quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all("\n" not in text[q.start : q.end] for q in found)
