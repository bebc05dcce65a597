"""The attribution benchmark's pairing, against counts made by hand."""

from __future__ import annotations

import attribution as benchmark
import pytest

from onrecord.attribution import Attribution

TEXT = "Lee said the port was safe. Roy warned that the ice would come soon."
GOLD = [
    {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 26]]},
    {"source": [[28, 31]], "cue": [[32, 38]], "content": [[39, 67]]},
]
ARTICLE = benchmark.Article("a", TEXT, GOLD)


def found(source: list, cue: list, content: list, within: int | None = None) -> Attribution:
    spans = [tuple(map(tuple, part)) for part in (source, cue, content)]
    return Attribution("indirect", *spans, 0.9, within, "asserted", "say")


@pytest.mark.parametrize(
    ("content", "pairs", "missed", "extra"),
    [
        ([[9, 26]], 1, 1, 0),  # all words
        ([[9, 17]], 1, 1, 0),  # two of four
        ([[9, 12]], 0, 2, 1),  # one of four
        ([[9, 67]], 1, 1, 0),  # six of twelve: the better partner
        ([[0, 3]], 0, 2, 1),
    ],
)
def test_pairs_need_half_of_the_words(content: list, pairs: int, missed: int, extra: int) -> None:
    compared = benchmark.compare(ARTICLE, [found([[0, 3]], [[4, 8]], content)])
    assert (len(compared.pairs), len(compared.missed), len(compared.extra)) == (
        pairs,
        missed,
        extra,
    )


def test_each_is_used_once_and_nested_ones_only_where_gold_has_them() -> None:
    one = found([[0, 3]], [[4, 8]], [[9, 26]])
    inner = found([[0, 3]], [[4, 8]], [[13, 26]], within=0)
    compared = benchmark.compare(ARTICLE, [one, one, inner])
    assert (len(compared.pairs), len(compared.extra)) == (1, 1)
    nested = benchmark.Article(
        "a", TEXT, [*GOLD, {**GOLD[0], "content": [[13, 26]], "within": "a1"}]
    )
    compared = benchmark.compare(nested, [one, inner])
    assert (len(compared.pairs), len(compared.extra)) == (2, 0)


@pytest.mark.parametrize(
    ("source", "cue", "expected"),
    [
        ([[0, 3]], [[4, 8]], True),
        ([[28, 31]], [[4, 8]], False),
        ([], [[4, 8]], False),
        ([[0, 3]], [[32, 38]], False),
    ],
)
def test_linked(source: list, cue: list, expected: bool) -> None:
    assert benchmark.linked(GOLD[0], found(source, cue, [[9, 26]])) is expected


def test_each_kind_has_its_own_counts() -> None:
    text = "Lee said “the port was safe.” Roy warned that the ice would come soon."
    gold = [
        {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 29]]},
        {"source": [[30, 33]], "cue": [[34, 40]], "content": [[41, 69]]},
    ]
    article = benchmark.Article("a", text, gold)
    extra = found([[0, 3]], [[4, 8]], [[0, 3]])
    compared = benchmark.compare(article, [found([[0, 3]], [[4, 8]], [[10, 28]]), extra])
    rows = list(benchmark.by_kind([article], [compared]))
    assert rows == [
        ("direct: F1 (precision 100.0, recall 100.0)", "100.0", 1),
        ("indirect: F1 (precision 0.0, recall 0.0)", "0.0", 1),
        ("mixed: F1 (precision 0.0, recall 0.0)", "0.0", 0),
    ]
