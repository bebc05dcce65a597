"""Names of people across the rows of a corpus."""

from __future__ import annotations

import pytest

from onrecord.corpus.names import merge_rows


def test_rows_of_all_tables_change() -> None:
    rows = {
        "mentions": [
            {"article_id": a, "actor": name, "actor_type": "person", "text": name}
            for a, name in (("a", "Ada Lund"), ("b", "Ada B. Lund"), ("c", "Ada Lund"))
        ],
        "attributions": [
            {"article_id": "b", "speaker": "Ada B. Lund", "affiliation": "Ada B. Lund"},
            {"article_id": "b", "speaker": None, "affiliation": None},
        ],
        "stances": [{"article_id": "b", "speaker": None, "target": "Ada B. Lund"}],
    }
    assert merge_rows(rows) == {("b", "Ada B. Lund"): "Ada Lund"}
    assert rows["mentions"][1]["actor"] == "Ada Lund"
    assert rows["attributions"][0] == {
        "article_id": "b", "speaker": "Ada Lund", "affiliation": "Ada Lund",
    }  # fmt: skip
    assert rows["attributions"][1]["speaker"] is None
    assert rows["stances"][0]["target"] == "Ada Lund"


@pytest.mark.parametrize(
    ("other", "expected"),
    [(None, "Ada Lund"), ("person", "Ada Lund"), ("organisation", "Lund")],
)
def test_a_speaker_of_a_bare_name_who_is_no_actor_there(other: str | None, expected: str) -> None:
    mentions = [
        {"article_id": a, "actor": "Ada Lund", "actor_type": "person", "text": text}
        for a in "abc"
        for text in ("Ada Lund", "Lund")
    ]
    if other:  # the maker of tiles is not one of the family
        mentions.append({"article_id": "d", "actor": "Lund", "actor_type": other, "text": "Lund"})
    rows = {
        "mentions": mentions,
        "attributions": [{"article_id": "d", "speaker": "Lund", "affiliation": None}],
    }
    merge_rows(rows)
    assert rows["attributions"][0]["speaker"] == expected
