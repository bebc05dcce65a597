"""The sample corpora: what their README promises, and offsets of the gold that stay true."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

import onrecord
from onrecord.attribution import cues
from onrecord.lexicon import Lexicon

SEEDS = Path(__file__).parent.parent / "seeds"
HARBOUR = SEEDS / "harbour-accord"
GOLD = [json.loads(line) for line in (HARBOUR / "gold.jsonl").read_text("utf-8").splitlines()]
BY_NAME = {gold["article"]: gold for gold in GOLD}
ROWS = [(gold, row) for gold in GOLD for row in gold["attributions"]]
RESOLVED = {"named", "partial", "pronoun", "description", "anonymous", "none"}
PRONOUNS = {"he", "she", "they", "it", "who", "his", "her", "whose", "i", "we", "both", "neither"}
MARKS = '“”"‘’«»'


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    """harbour-accord as users load it, by the names that the gold uses."""
    loaded = onrecord.load(HARBOUR)
    assert loaded.attrs["rejected"].empty
    return loaded.set_index(loaded.path.str.rsplit("/", n=1).str[-1])


@pytest.fixture(scope="module")
def texts(articles: pd.DataFrame) -> dict[str, str]:
    """Article name to text."""
    return articles.text.to_dict()


def words(text: str, row: dict, role: str) -> list[str]:
    """The spans of a gold row as written."""
    return [text[start:end] for start, end in row[role]]


def test_harbour_accord_is_there_in_full(articles: pd.DataFrame) -> None:
    """24 articles of 250 words, four outlets, ten weeks without a gap, five formats."""
    assert len(articles) == 24
    assert articles.text.str.split().str.len().min() >= 250
    assert set(articles.outlet) == {
        "Northern Cable",
        "Corvane Courier",
        "Istrel Standard",
        "The Tidewatch",
    }
    assert articles.published.dt.isocalendar().week.nunique() == 10
    suffixes = {Path(name.split("#")[0]).suffix for name in articles.index}
    assert suffixes == {".txt", ".md", ".html", ".jsonl", ".csv"}


def test_istanbul_talks_has_six_reports() -> None:
    """The smaller sample loads in full, each with outlet and date."""
    loaded = onrecord.load(SEEDS / "istanbul-talks")
    assert len(loaded) == 6
    assert loaded.attrs["rejected"].empty
    assert loaded[["outlet", "published", "title"]].notna().all(axis=None)


def test_gold_is_of_these_texts(texts: dict[str, str]) -> None:
    """Each article has one line of gold, made for the text that is loaded now."""
    assert len(BY_NAME) == len(GOLD)
    assert set(BY_NAME) == set(texts)
    stale = [
        name
        for name, gold in BY_NAME.items()
        if hashlib.sha256(texts[name].encode()).hexdigest() != gold["text_sha256"]
    ]
    assert not stale


def test_spans_are_whole_words_inside_the_text(texts: dict[str, str]) -> None:
    """No span is empty, leaves the text, begins or ends in a word or in white space."""
    for gold, row in ROWS:
        text = texts[gold["article"]]
        for role in ("source", "cue", "content"):
            assert row[role] == sorted(row[role])
            for start, end in row[role]:
                assert 0 <= start < end <= len(text), (gold["article"], row["id"])
                span = text[start:end]
                assert span == span.strip(), (gold["article"], row["id"], span)
                assert not (start and text[start - 1 : start + 1].isalnum()), span
                assert not (end < len(text) and text[end - 1 : end + 1].isalnum()), span
        assert row["content"], (gold["article"], row["id"])


def test_spans_of_one_row_do_not_overlap(texts: dict[str, str]) -> None:
    """A word has one role in an attribution."""
    for gold, row in ROWS:
        taken = sorted(span for role in ("source", "cue", "content") for span in row[role])
        overlaps = [(one, other) for one, other in pairwise(taken) if other[0] < one[1]]
        assert not overlaps, (gold["article"], row["id"], texts[gold["article"]][: taken[0][1]])


def test_quotation_marks_of_direct_contents(texts: dict[str, str]) -> None:
    """A direct content begins with a mark, unless it is a turn or stands inside a quotation."""
    for gold, row in ROWS:
        if row["kind"] != "direct" or row["within"]:
            continue
        text = texts[gold["article"]]
        content = words(text, row, "content")
        if words(text, row, "cue") == [":"] and content[0][0] not in MARKS:
            continue
        assert all(part[0] in MARKS for part in content), (gold["article"], row["id"], content)
        assert content[-1][-1] in MARKS, (gold["article"], row["id"], content)


def test_marks_of_indirect_contents(texts: dict[str, str]) -> None:
    """An indirect content holds no quotation; a mixed one does."""
    for gold, row in ROWS:
        content = " ".join(words(texts[gold["article"]], row, "content"))
        marked = any(mark in content for mark in '“"‘«')
        assert row["kind"] == "direct" or marked == (row["kind"] == "mixed"), (row["id"], content)


def test_names_are_those_of_the_actors_file() -> None:
    """Speakers, accepted names, affiliations and targets are canonical."""
    lexicon = Lexicon.load(HARBOUR / "actors.yaml")
    used = {target["target"] for gold in GOLD for target in gold["stances"]}
    used |= {target["speaker"] for gold in GOLD for target in gold["stances"]} - {None}
    for _, row in ROWS:
        assert row["speaker"] == (row.get("speakers") or [row["speaker"]])[0]
        used |= {*row.get("speakers", ()), *row.get("accept", ()), row.get("affiliation")}
        used |= {row["speaker"]}
    missing = sorted(name for name in used - {None} if lexicon.name_of(name) is None)
    assert not missing


def test_words_of_the_contract() -> None:
    """Kinds, factualities, cue classes and stances are those that the tables use."""
    known = {*cues.classes(), None}
    for gold, row in ROWS:
        assert row["kind"] in {"direct", "indirect", "mixed"}
        assert row["factuality"] in {"asserted", "negated", "hedged"}
        assert row["cue_class"] in known, (gold["article"], row["id"], row["cue_class"])
        assert row["resolved_by"] in RESOLVED
        assert bool(row["cue"]) == (row["cue_class"] is not None), (gold["article"], row["id"])
        assert bool(row["source"]) == (row["resolved_by"] != "none"), (gold["article"], row["id"])
        assert not (row["resolved_by"] == "anonymous" and row["speaker"])
    labels = {stance["label"] for gold in GOLD for stance in gold["stances"]}
    assert labels == {"favor", "against", "none"}


def test_ways_of_resolving_fit_the_sources(texts: dict[str, str]) -> None:
    """A pronoun is a pronoun, and nothing else is one."""
    for gold, row in ROWS:
        source = " ".join(words(texts[gold["article"]], row, "source")).lower()
        if row["resolved_by"] != "anonymous":
            is_pronoun = source in PRONOUNS
            assert is_pronoun == (row["resolved_by"] == "pronoun"), (gold["article"], source)


def test_stances_are_one_per_pair() -> None:
    """One label for each speaker and target of an article, never toward oneself."""
    for gold in GOLD:
        pairs = Counter((stance["speaker"], stance["target"]) for stance in gold["stances"])
        assert max(pairs.values()) == 1, gold["article"]
        assert all(speaker != target for speaker, target in pairs)


def test_inner_attributions_lie_in_their_outer_one() -> None:
    """`within` names a row of the same article whose content holds this one's content."""
    for gold in GOLD:
        by_id = {row["id"]: row for row in gold["attributions"]}
        assert len(by_id) == len(gold["attributions"])
        for row in filter(lambda row: row["within"], by_id.values()):
            outer = by_id[row["within"]]["content"]
            for start, end in row["content"]:
                assert any(s <= start and end <= e for s, e in outer), (gold["article"], row["id"])


def test_wire_copies_are_near_but_not_the_same(texts: dict[str, str]) -> None:
    """Two articles share most of their words; neither is a copy of the other."""
    one, other = (
        text.split() for name, text in sorted(texts.items()) if name.startswith(("01-", "02-"))
    )
    assert 0.8 < SequenceMatcher(None, one, other, autojunk=False).ratio() < 1


@pytest.mark.parametrize(
    ("fault", "least"),
    [
        ("negated", 20),
        ("hedged", 10),
        ("within", 25),
        ("several speakers", 10),
        ("no source", 5),
        ("several contents", 30),
        ("anonymous", 40),
        ("ambiguous", 4),
        ("affiliation", 20),
        ("possessive", 5),
    ],
)
def test_each_phenomenon_is_there(fault: str, least: int, texts: dict[str, str]) -> None:
    """The corpus holds enough of what it is for."""
    found = {
        "negated": lambda row, _: row["factuality"] == "negated",
        "hedged": lambda row, _: row["factuality"] == "hedged",
        "within": lambda row, _: row["within"],
        "several speakers": lambda row, _: len(row.get("speakers", ())) > 1,
        "no source": lambda row, _: not row["source"],
        "several contents": lambda row, _: len(row["content"]) > 1,
        "anonymous": lambda row, _: row["resolved_by"] == "anonymous",
        "ambiguous": lambda row, _: row["resolved_by"] == "partial" and not row["speaker"],
        "affiliation": lambda row, _: "affiliation" in row,
        "possessive": lambda row, source: source.endswith(("’s", "'s")) or source in {"his", "her"},
    }[fault]
    count = sum(
        bool(found(row, " ".join(words(texts[gold["article"]], row, "source")).lower()))
        for gold, row in ROWS
    )
    assert count >= least
