"""From names that the reader finds to actors: one actor, one name, in an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from onrecord.actors import Found, Lexicon, find_mentions
from onrecord.segment import segment
from tests.speaking import LEXICON

TYPES = {"p": "person", "o": "organisation", "c": "country", "g": "group", "l": "place"}
MARKED = re.compile(r"<([pocgl]) ([^>]*)>")
HEAD = "Weather turns\n\n"


@dataclass(frozen=True)
class Span:
    """What a reader says."""

    start: int
    end: int
    type: str
    probability: float = 0.97


def found(marked: str, lexicon: Lexicon = LEXICON) -> tuple[str, Found]:
    """A text whose names are marked `<p Ada Lund>`, and what is found in it."""
    text, spans, at = "", [], 0
    for name in MARKED.finditer(marked):
        text += marked[at : name.start()]
        spans.append(Span(len(text), len(text) + len(name[2]), TYPES[name[1]]))
        text += name[2]
        at = name.end()
    text += marked[at:]
    return text, find_mentions(text, segment(text), lexicon, spans)


def meant(marked: str, lexicon: Lexicon = LEXICON) -> list[str]:
    return [mention.actor for mention in found(HEAD + marked, lexicon)[1].mentions]


def written(marked: str) -> list[str]:
    text, of = found(HEAD + marked)
    return [text[mention.start : mention.end] for mention in of.mentions]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # full names, initials, nicknames, double family names
        ("<p Odile Renn> sang. <p Renn> left.", ["Odile Renn"] * 2),
        ("<p Odile B. Renn> sang. <p Odile Renn> left.", ["Odile B. Renn"] * 2),
        ("<p Timothy D. Okafor> sang. <p Tim Okafor> left.", ["Timothy D. Okafor"] * 2),
        ("<p J Alverd> sang. <p Alverd> left.", ["J. Alverd"] * 2),
        ("<p Runa Dahl Ek> sang. <p Dahl Ek> left.", ["Runa Dahl Ek"] * 2),
        ("<p Dahl Ek> sang. <p Runa Dahl Ek> left. <p Ek> slept.", ["Runa Dahl Ek"] * 3),
        ("<p Pavo Müller> sang. <p Pavo Muller> left.", ["Pavo Müller"] * 2),
        ("<p Oh Jin-ho> sang. <p Oh Jin Ho> left. <p Oh> slept.", ["Oh Jin-ho"] * 3),
        ("<p Zuri Renn> sang. <p Zuri> left.", ["Zuri Renn"] * 2),
        # titles, ranks, honours off
        ("<p Major-Gen Tomas Brek> sang. <p Brek> left.", ["Tomas Brek"] * 2),
        ("<p Datuk Seri Hamid Yusri> sang. <p Hamid> left.", ["Hamid Yusri"] * 2),
        ("<p Shri Dev Anandan> sang.", ["Dev Anandan"]),
        ("<p Oba Kola Adisa> sang.", ["Kola Adisa"]),
        ("<p Lena Hoyle MP> sang. Ms <p Hoyle> left.", ["Lena Hoyle"] * 2),
        ("<p Sir Odo Renn QC> sang.", ["Odo Renn"]),
        ("<p Lt. Col. Odo Renn> sang.", ["Odo Renn"]),
        ("<p Dean Renn> sang. <p Renn> left.", ["Dean Renn"] * 2),
        ("Pope <p Valerian> sang. <p Valerian> left.", ["Pope Valerian"] * 2),
        # what somebody is by calling is no part of the name
        ("<p Goalkeeper Odo Renn> sang. <p Renn> left.", ["Odo Renn"] * 2),
        ("<p Senior Prosecutor Zuri Okafor> sang.", ["Zuri Okafor"]),
        ("<p Ex-Midfielder Odo Renn> sang. <p Odo Renn> left.", ["Odo Renn"] * 2),
        ("<p COMPOSER ODO RENN> sang. <p Odo Renn> left.", ["Odo Renn"] * 2),
        ("<p Odo Renn> sang. <p Goalkeeper Renn> left.", ["Odo Renn"] * 2),
        ("<p Chief Economist Renn> sang.", ["Renn"]),
        ("<p Uncle Renn> sang.", ["Uncle Renn"]),
        ("<p Odo Painter> sang. <p Painter> left.", ["Odo Painter"] * 2),
        ("<p Dean Odo Painter> sang.", ["Odo Painter"]),
        # two of one family name
        ("<p Odo Renn Sr.> met <p Odo Renn Jr.>", ["Odo Renn Sr.", "Odo Renn Jr."]),
        ("<p Bo Renn> met <p Ada Renn>. Mr. <p Renn> left.", ["Bo Renn", "Ada Renn", "Bo Renn"]),
        (
            "<p Kang Do Yun> sang. <p Kang Do Yun> left. <p Kang Do Yun> ate. <p Kang> slept. "
            "<p Mary Kang> was named once. <p Kang> woke.",
            ["Kang Do Yun"] * 4 + ["Mary Kang", "Kang Do Yun"],
        ),
        ("<p Renn> and <p Holt> sang.", ["Renn", "Holt"]),
        # bodies: acronyms, short forms, legal forms
        ("<o Board of Harbour Pilots> met. The <o BHP> left.", ["Board of Harbour Pilots"] * 2),
        ("<o Harbour Rail Union> (<o HRU>) met. <o HRU> left.", ["Harbour Rail Union"] * 3),
        ("The <o Kvenna Folk Movement> (<o KVEN>) met.", ["Kvenna Folk Movement"] * 2),
        ("<o Selkirk Media Holdings Inc> met. <o Selkirk> left.", ["Selkirk Media Holdings"] * 2),
        ("The <o Dunmore Herons> won. <o Herons> fans sang.", ["Dunmore Herons"] * 2),
        ("The <o Dunmore Herons> won. <o Dunmore> lost.", ["Dunmore Herons"] * 2),
        ("<o Selkirk> met. <o Selkirk Display> left.", ["Selkirk", "Selkirk Display"]),
        ("<o White House> met the <o House>.", ["White House", "House"]),
        # usual names, and what only looks like them
        ("<o Nato> met.", ["NATO"]),
        ("<c US> and <c Americans> met.", ["United States"] * 2),
        ("<o Tourism Australia> met.", ["Tourism Australia"]),
        ("<o Lloyds of London> met.", ["Lloyds of London"]),
        ("In <l Berlin> it rained. <c Berlin> denied it.", ["Berlin", "Germany"]),
        ("<p Jordan> sang.", ["Jordan"]),
        ("<p Odo Jordan> sang. <p Jordan> left.", ["Odo Jordan"] * 2),
        ("<p Odo Renn> sang. <o Renn campaign> paid.", ["Odo Renn", "Odo Renn campaign"]),
        # one word, one type
        ("<o Vexcom> met. <o Vexcom> grew. <p Vexcom> fell.", ["Vexcom"] * 3),
        # known by one word, unless the article means another
        ("<p Putin> spoke.", ["Vladimir Putin"]),
        ("<p Igor Putin> sang. <p Putin> left.", ["Igor Putin"] * 2),
        ("Mrs <p Obama> sang.", ["Obama"]),
    ],
)
def test_one_actor_one_name(marked: str, expected: list[str]) -> None:
    assert meant(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<o The Vexcom's> plan", ["Vexcom"]),
        ("<p Odo Renn’s> plan", ["Odo Renn"]),
        ("the “<o Vexcom>” plan", ["Vexcom"]),
        ("<p Mr. Odo Renn MP> sang", ["Odo Renn"]),
        ("<p  > sang", []),
        ("<o ,> sang", []),
    ],
)
def test_a_mention_is_the_name_alone(marked: str, expected: list[str]) -> None:
    assert written(marked) == expected


def test_one_word_is_of_one_type() -> None:
    _, of = found(HEAD + "<o Vexcom> met. <o Vexcom> grew. <p Vexcom> fell.")
    assert {mention.actor_type for mention in of.mentions} == {"organisation"}


def test_the_user_s_word_comes_first(tmp_path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(
        "actors:\n  - {name: Ira Vance, aliases: [The Fox], type: person}\n"
        "  - {name: Vexcom Group, aliases: [Vexcom], type: organisation}\n"
        "ignore: [Capitol Tower]\n"
    )
    lexicon = Lexicon.load(path)
    marked = "<p Vance> met <p Vexcom Lee> in <l Capitol Tower>. <p Ira Vance> and Fox left."
    assert meant(marked, lexicon) == ["Ira Vance", "Vexcom Group", "Ira Vance", "Ira Vance"]


def test_mentions_never_overlap() -> None:
    text = HEAD + "Ada Lund sang."
    spans = [Span(15, 23, "person"), Span(19, 23, "person"), Span(15, 18, "organisation")]
    mentions = find_mentions(text, segment(text), LEXICON, spans).mentions
    assert len(mentions) == 1
