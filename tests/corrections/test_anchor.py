import pytest

from onrecord.corrections import Anchor, find_anchor

TEXT = (
    "Ferries stop\n\n“We will not sail in this wind,” Bo Ek said. The harbour was full. "
    "“No,” said Ada Quist. “No,” said the mayor."
)


def _anchor(words: str, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Anchor.at(TEXT, at, at + len(words))


@pytest.mark.parametrize(
    ("words", "nth", "changed", "found"),
    [
        ("We will not sail in this wind", 0, TEXT, "We will not sail in this wind"),
        ("“No,”", 1, TEXT, "“No,”"),
        ("“No,”", 1, "Update.\n" + TEXT, "“No,”"),  # its neighbours tell which
        ("“We will not sail in this wind,”", 0, TEXT.replace("Ferries stop", "Ships"), None),
        (
            "“We will not sail in this wind,”",
            0,
            TEXT.replace("“", '"').replace("”", '"'),
            '"We will not sail in this wind,"',
        ),
        (
            "“We will not sail in this wind,”",
            0,
            TEXT.replace("in this", "in\nthis"),
            "“We will not sail in\nthis wind,”",
        ),
        (
            "“We will not sail in this wind,”",
            0,
            TEXT.replace("in this wind", "in such wind"),
            "“We will not sail in such wind,”",
        ),
    ],
)
def test_words_are_found_again(words, nth, changed, found):
    anchor = _anchor(words, nth)
    span = find_anchor(changed, anchor)
    assert span is not None
    assert changed[slice(*span)] == (found or words)
    if words == "“No,”":
        assert changed[span[1] :].startswith(" said the mayor")


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("We will not sail in this wind", TEXT.replace("not sail in this", "gladly leave with")),
        ("Bo Ek", TEXT.replace("Bo Ek", "Bo Ekman")),  # a name that goes on is another
        ("“No,”", "“No,” she said. “No,” he said."),  # nothing tells which
        ("The harbour was full", "An empty page"),
        ("The harbour was full", ""),
    ],
)
def test_what_is_not_clear_is_not_found(words, changed):
    assert find_anchor(changed, _anchor(words)) is None


@pytest.mark.parametrize(
    "said",
    [
        None,
        "words",
        {"text": "a", "start": 0},
        {"text": " ", "start": 0, "end": 1},
        {"text": "a", "start": "0", "end": 1},
        {"text": "a", "start": True, "end": 2},
        {"text": "a", "start": 3, "end": 1},
        {"text": 1, "start": 0, "end": 1},
    ],
)
def test_what_is_no_anchor(said):
    with pytest.raises(ValueError, match="anchor"):
        Anchor.of(said)
