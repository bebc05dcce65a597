"""Words and the rows made of them."""

import pytest

from onrecord.errors import ModelError
from onrecord.reader.encode import Encoding, windows
from onrecord.reader.folders import SHIPPED
from onrecord.reader.words import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(SHIPPED / "tokenizer.json")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He won't go.", ["He", "won't", "go", "."]),
        ("Smith’s “no”", ["Smith’s", "“", "no", "”"]),
        ("6.3% of GDP", ["6", ".", "3", "%", "of", "GDP"]),
        ("co-operate", ["co", "-", "operate"]),
        ("   ", []),
        ("a\u00a0b", ["a", "b"]),
    ],
)
def test_words(vocabulary: Vocabulary, text: str, words: list[str]) -> None:
    split = vocabulary.words(text)
    assert [text[a:b] for a, b in zip(split.starts, split.ends, strict=True)] == words


def test_every_word_has_one_to_six_pieces(vocabulary: Vocabulary) -> None:
    split = vocabulary.words("pneumonoultramicroscopicsilicovolcanoconiosis \x00 \ud800 和 ok")
    assert all(1 <= len(pieces) <= 6 for pieces in split.pieces)


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 3), (0, 1)), ((1, 2), (0, 1)), ((2, 5), (0, 2)), ((3, 4), (1, 1)), ((9, 9), (2, 2))],
)
def test_words_that_a_span_touches(vocabulary: Vocabulary, span: tuple, expected: tuple) -> None:
    assert vocabulary.words("Ann Lee").touching(*span) == expected


def test_an_unknown_token_is_an_error(vocabulary: Vocabulary) -> None:
    with pytest.raises(ModelError, match=r"no \[MISSING\]"):
        vocabulary.id("[MISSING]")


@pytest.mark.parametrize("count", [1, 7, 8, 9, 40, 501])
@pytest.mark.parametrize("size", [1, 6])
def test_windows_read_every_word_once(count: int, size: int) -> None:
    read = []
    for start, end, first, last in windows([size] * count, 16, 48):
        assert start <= first < last <= end
        assert end - start <= 16
        assert (end - start) * size <= 48
        read += range(first, last)
    assert read == list(range(count))


def test_a_cut_has_context_on_both_sides() -> None:
    cuts = list(windows([1] * 400, 100, 400))
    assert all(last < end for _, end, _, last in cuts[:-1])
    assert all(start < first for start, _, first, _ in cuts[1:])


@pytest.mark.parametrize("most", [16, 40, 400])
def test_marks_survive_any_length(vocabulary: Vocabulary, most: int) -> None:
    text = "far " * 300 + "Ann met Tom " + "away " * 300
    ann, tom = text.index("Ann"), text.index("Tom")
    row = Encoding(vocabulary).marked(text, (tom, tom + 3), (ann, ann + 3), most)
    marks = [vocabulary.id(f"[unused{n}]") for n in (1, 2, 3, 4)]
    assert len(row.ids) == len(row.casing) <= most
    assert [i for i in row.ids if i in marks] == marks


def test_inner_marks_stand_inside(vocabulary: Vocabulary) -> None:
    row = Encoding(vocabulary).marked("Ann Lee left", (4, 7), (0, 7), 40)
    marks = {vocabulary.id(f"[unused{n}]"): n for n in (1, 2, 3, 4)}
    assert [marks[i] for i in row.ids if i in marks] == [1, 3, 4, 2]


@pytest.mark.parametrize(
    ("target", "source", "means"),
    [
        ((8, 11), None, [["[CLS]"], ["[unused3]", "tom", "[unused4]"]]),
        (
            (8, 11),
            (0, 3),
            [
                ["[CLS]"],
                ["[unused1]", "ann", "[unused2]"],
                ["[unused3]", "tom", "[unused4]"],
            ],
        ),
        ((3, 4), None, [["[CLS]"], []]),
    ],
    ids=["target", "source first", "no word"],
)
def test_means_of_a_marked_row(vocabulary: Vocabulary, target, source, means) -> None:
    row = Encoding(vocabulary).marked("Ann met Tom", target, source, 40)
    names = {vocabulary.id(name): name for part in means for name in part}
    found = [[names[int(row.ids[i])] for i in row.read[weights > 0]] for weights in row.pool]
    assert found == means
    assert row.pool.sum(1).tolist() == pytest.approx([1.0 if part else 0.0 for part in means])
