"""Names of a corpus, listed for editing."""

from __future__ import annotations

import pytest

from onrecord.actors import Lexicon, NameRow, names_report, names_yaml
from onrecord.segment import segment
from tests.speaking import LEXICON

TEXTS = [
    "Port shut\n\nMayor Ada Lund of NATO blamed Russia. Lund left. Georgia won.",
    "Port open\n\nAda B. Lund was glad. Moscow said no.",
    "Port sold\n\nAda Lund sang.",
]


@pytest.fixture(scope="module")
def rows() -> dict[str, NameRow]:
    found = names_report(((text, segment(text)) for text in TEXTS), LEXICON)
    return {row.name: row for row in found}


def test_counts_and_aliases(rows: dict[str, NameRow]) -> None:
    lund = rows["Ada Lund"]
    assert (lund.type, lund.count, lund.articles) == ("person", 4, 3)
    assert set(lund.aliases) == {"Lund", "Ada B. Lund"}
    assert (lund.affiliation, lund.gender) == ("NATO", "f")
    assert lund.example.startswith("Mayor Ada Lund of NATO")
    assert (rows["Russia"].count, rows["Russia"].aliases) == (2, ("Moscow",))


def test_most_frequent_first_and_left_out_counted(rows: dict[str, NameRow]) -> None:
    counts = [row.count for row in rows.values()]
    assert counts == sorted(counts, reverse=True)
    assert (rows["Georgia"].type, rows["Georgia"].count) == ("", 1)


def test_no_articles_no_rows() -> None:
    assert names_report([], LEXICON) == []


def test_the_yaml_reads_back(rows: dict[str, NameRow], tmp_path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(names_yaml(list(rows.values())), encoding="utf-8")
    lexicon = Lexicon.load(path)
    assert lexicon.user_names == {"Ada Lund", "Russia", "NATO"}
    assert lexicon.name_of("Moscow") == "Russia"
    assert lexicon.actors["Ada Lund"].gender == "f"


def test_odd_names_are_quoted(tmp_path) -> None:
    row = NameRow("No: [One] #1", "organisation", 1, 1, ("Yes", "1"), None, None, "")
    path = tmp_path / "actors.yaml"
    path.write_text(names_yaml([row]), encoding="utf-8")
    assert Lexicon.load(path).actors["No: [One] #1"].aliases == ("Yes", "1")
