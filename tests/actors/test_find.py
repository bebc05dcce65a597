"""Mentions of actors: what is named, and what only looks like a name."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from onrecord.actors import Lexicon, find_mentions
from onrecord.segment import segment
from tests.speaking import LEXICON, actors, mentions

HEAD = "Weather turns\n\n"


def body(text: str) -> list[tuple[str, str]]:
    return mentions(HEAD + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # people: title, given name, later family name
        (
            "Russian President Pavel Orlin spoke. Orlin left.",
            [("Pavel Orlin", "Pavel Orlin"), ("Orlin", "Pavel Orlin")],
        ),
        ("The russian president Pavel Orlin spoke.", [("Pavel Orlin", "Pavel Orlin")]),
        ("Mr. Stroud was early.", [("Stroud", "Stroud")]),
        ("Secretary of State Ada B. Lund spoke.", [("Ada B. Lund", "Ada B. Lund")]),
        (
            "Mayor Bill de Vries won. De Vries wept.",
            [("Bill de Vries", "Bill de Vries"), ("Vries", "Bill de Vries")],
        ),
        ("Jean-Luc Perrin sang.", [("Jean-Luc Perrin", "Jean-Luc Perrin")]),
        ('Sen. Marcia "Cia" Stroud (R-Tex.) sang.', [('Marcia "Cia" Stroud', "Marcia Stroud")]),
        ("Angus King sang. King stopped.", [("Angus King", "Angus King"), ("King", "Angus King")]),
        ("Virginia Gov. Terry Stroud sang.", [("Terry Stroud", "Terry Stroud")]),
        ("Oreb Plath, the foreign minister, sang.", [("Oreb Plath", "Oreb Plath")]),
        (
            "Oreb Plath, who sings, left. Plath came back.",
            [("Oreb Plath", "Oreb Plath"), ("Plath", "Oreb Plath")],
        ),
        (
            "Ada and Hans Lund sang. Ada and Norway sang.",
            [
                ("Ada", "Ada Lund"),
                ("Hans Lund", "Hans Lund"),
                ("Ada", "Ada Lund"),
                ("Norway", "Norway"),
            ],
        ),
        (
            "Roberta A. Stroud, a Harwick-based lawyer, sang. Stroud left.",
            [("Roberta A. Stroud", "Roberta A. Stroud"), ("Stroud", "Roberta A. Stroud")],
        ),
        (
            "Gao Junlan, a lawyer, left. Ms. Gao sang. Gao wept.",
            [("Gao Junlan", "Gao Junlan"), ("Gao", "Gao Junlan"), ("Gao", "Gao Junlan")],
        ),
        (
            "Former Miss Universe Ada Lund sang. Lund left.",
            [("Ada Lund", "Ada Lund"), ("Lund", "Ada Lund")],
        ),
        ('They called her "Miss Piggy" then.', []),
        ("Republican Cuban American voters sang.", [("Republican", "Republican Party")]),
        ("Harwick-based Ada Lund sang.", [("Ada Lund", "Ada Lund")]),
        (
            "Ada O’Stroud and Ada O'Stroud sang.",
            [("Ada O’Stroud", "Ada O'Stroud"), ("Ada O'Stroud", "Ada O'Stroud")],
        ),
        ("Harwick Committee Republicans sang.", [("Republicans", "Republican Party")]),
        ("In Kent County Republican headquarters it rained.", [("Republican", "Republican Party")]),
        ("The cities of Harwick and Stroud said no.", []),
        # countries: name, people, adjective, capital that acts
        ("The Kremlin objected.", [("Kremlin", "Russia")]),
        ("Moscow said no.", [("Moscow", "Russia")]),
        ("Its stance toward Moscow hardened.", [("Moscow", "Russia")]),
        ("It will not bow to Moscow’s demands.", [("Moscow", "Russia")]),
        ("He lives in Moscow’s suburbs.", []),
        ("He slept in Moscow.", []),
        ("The government in Kyiv fell.", [("Kyiv", "Ukraine")]),
        ("A summit in Minsk, Belarus, ended.", [("Belarus", "Belarus")]),
        ("Ukrainian fighters met the Poles.", [("Ukrainian", "Ukraine"), ("Poles", "Poland")]),
        ("The U.S. and the US are one.", [("U.S.", "United States"), ("US", "United States")]),
        ("It helps us, not them.", []),
        ("They ate turkey in Turkey.", [("Turkey", "Turkey")]),
        ("Georgia and Jordan won.", []),
        (
            "Georgia protested; Georgians marched in Tbilisi.",
            [("Georgia", "Georgia"), ("Georgians", "Georgia")],
        ),
        ("Native Americans and African Americans voted.", []),
        ("N. Korea fired.", [("N. Korea", "North Korea")]),
        # organisations
        ("Russia’s RIA Novosti reported it.", [("RIA Novosti", "RIA Novosti")]),
        (
            "Russia’s economy and Russia’s Europe plan",
            [("Russia", "Russia"), ("Russia", "Russia"), ("Europe", "Europe")],
        ),
        ("The University of Harwick sued.", [("University of Harwick", "University of Harwick")]),
        (
            "The Harwick Teachers Union sued. The Union won.",
            [
                ("Harwick Teachers Union", "Harwick Teachers Union"),
                ("Union", "Harwick Teachers Union"),
            ],
        ),
        (
            "The Board of Harbours (BOH) met. The BOH was split.",
            [
                ("Board of Harbours", "Board of Harbours"),
                ("BOH", "Board of Harbours"),
                ("BOH", "Board of Harbours"),
            ],
        ),
        ("The EU paid.", [("EU", "European Union")]),
        (
            "The Florida Department of State sued.",
            [("Florida Department of State", "Florida Department of State")],
        ),
        (
            "The U.S. State Department sued the state Senate.",
            [("U.S. State Department", "State Department")],
        ),
        (
            "The Harwick Center for Public Opinion Research met.",
            [("Harwick Center for Public Opinion Research",) * 2],
        ),
        ("The Office of Harbours and Tides met.", [("Office of Harbours and Tides",) * 2]),
        (
            "The Board of Tides and Harwick College met.",
            [("Board of Tides",) * 2, ("Harwick College",) * 2],
        ),
        ("The Bank of Harwick and Norway met.", [("Bank of Harwick",) * 2, ("Norway", "Norway")]),
        ("HB 12 failed. HB 12 was bad.", []),
        ("The Republican-led Harwick Senate met.", [("Harwick Senate",) * 2]),
        ("He said in Russian that a Russian spoke English and Spanish.", [("Russian", "Russia")]),
        ("The Quay Daily News closed.", [("Quay Daily News", "Quay Daily News")]),
        ("The EU paid. The bloc was glad.", [("EU", "European Union"), ("bloc", "European Union")]),
        (
            "The bloc was glad. NATO and the EU met; NATO was an alliance. The bloc paid.",
            [
                ("NATO", "NATO"),
                ("EU", "European Union"),
                ("NATO", "NATO"),
                ("bloc", "European Union"),
            ],
        ),
        (
            "The EU and the African Union met. The bloc paid.",
            [("EU", "European Union"), ("African Union", "African Union")],
        ),
        ("Kyiv flatly rejects it.", [("Kyiv", "Ukraine")]),
        ("Moscow, Idaho, is small.", []),
        ("The West objected. They drove west and out West.", [("West", "the West")]),
        ("Lund University taught him.", [("Lund University", "Lund University")]),
        # nobody
        ("On Monday in March the Amendment passed.", []),
        ("He said I've seen Don't Look.", []),
        ("CLARIFICATION: the date was wrong.", []),
        ("The War of Independence Day Parade Week began.", []),
        ("", []),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert body(text) == expected


def test_title_case_headline_names_only_those_whom_the_body_knows() -> None:
    text = "Ada Lund Slams Harbour Plan In Fiery Talk\n\nAda Lund said no. Lund left."
    assert mentions(text) == [("Ada Lund", "Ada Lund")] * 2 + [("Lund", "Ada Lund")]


def test_headline_family_name_is_the_body_s_person() -> None:
    text = "Orlin says talks failed\n\nPavel Orlin said the talks failed."
    assert mentions(text)[0] == ("Orlin", "Pavel Orlin")


def test_names_of_two_sharing_a_family_name_stay_apart() -> None:
    text = HEAD + "Ada Lund met Hans Lund. Mr. Lund smiled at Ms. Lund. Lund left."
    assert mentions(text) == [
        ("Ada Lund", "Ada Lund"),
        ("Hans Lund", "Hans Lund"),
        ("Lund", "Hans Lund"),
        ("Lund", "Ada Lund"),
    ]


def test_bare_name_stays_with_whom_it_meant_first() -> None:
    text = (
        HEAD + "Ada Lund won. Lund sang. Lund wept. Lund sat. Her brother Hans Lund left. Lund sat."
    )
    assert [actor for _, actor in mentions(text)] == ["Ada Lund"] * 4 + ["Hans Lund", "Ada Lund"]


def test_who_is_called_by_the_given_name_is_not_meant_by_the_family_name() -> None:
    text = HEAD + "Ada Lund and Hans Lund sang. Ada sat. Ada left. Lund wept."
    assert mentions(text)[-1] == ("Lund", "Hans Lund")
    assert mentions(HEAD + "Ada Lund and Hans Lund sang. Ada sat. Lund wept.")[-1][0] == "Ada"


@pytest.mark.parametrize(("paragraphs", "expected"), [(8, "Hans Lund"), (2, None)])
def test_a_namesake_out_of_sight_is_not_meant(paragraphs: int, expected: str | None) -> None:
    rain = "It rained.\n\n" * paragraphs
    text = (
        HEAD + f"Ada Lund sang.\n\n{rain}Hans Lund wept.\n\nLund left.\n\nIt rained.\n\nLund sat."
    )
    found = [actor for words, actor in mentions(text) if words == "Lund"]
    assert found == ([expected] * 2 if expected else [])


def test_son_is_not_the_father() -> None:
    found = actors(HEAD + "Hans Lund and Hans Lund Jr. sang.")
    assert set(found) == {"Hans Lund", "Hans Lund Jr."}


@pytest.mark.parametrize(
    ("text", "name", "field", "value"),
    [
        ("Russian President Pavel Orlin left.", "Pavel Orlin", "affiliation", "Russia"),
        ("NATO Secretary-General Ada Lund left.", "Ada Lund", "affiliation", "NATO"),
        ("NATO spokesman Hans Ek left.", "Hans Ek", "affiliation", "NATO"),
        ("Hans Ek, a spokesman for NATO, left.", "Hans Ek", "affiliation", "NATO"),
        ("Hans Ek, NATO's chief lawyer, left.", "Hans Ek", "affiliation", "NATO"),
        ("Hans Ek, a former spokesman for NATO, left.", "Hans Ek", "affiliation", None),
        ("Former NATO spokesman Hans Ek left.", "Hans Ek", "affiliation", None),
        ("Hans Ek, who likes NATO, left.", "Hans Ek", "affiliation", None),
        ("Hans Stroud (R-Ohio) left.", "Hans Stroud", "affiliation", "Republican Party"),
        ("Ada Lund of NATO left.", "Ada Lund", "affiliation", "NATO"),
        ("Pavel Orlin left.", "Pavel Orlin", "gender", "m"),
        ("Mrs. Ek left.", "Ek", "gender", "f"),
        ("Spokeswoman Wren Ek left.", "Wren Ek", "gender", "f"),
        ("Mr. Ek left.", "Ek", "gender", "m"),
        ("Kim Jong-un left.", "Kim Jong Un", "gender", "m"),
        ("Ms. Ek left. Mr. Ek stayed.", "Ek", "gender", None),
        ("Mayor Wren Ek left because she was tired.", "Wren Ek", "gender", "f"),
        ("Mayor Wren Ek left.\n\nShe was tired.", "Wren Ek", "gender", None),
        ("Mayor Wren Ek met Hans Stroud before he left.", "Wren Ek", "gender", None),
        ("Ada Lund, the former deputy mayor, left.", "Ada Lund", "roles", ("former deputy mayor",)),
        ("Ada Lund, who chairs the board, left.", "Ada Lund", "roles", ("chairman",)),
        ("Ada Lund was a judge.", "Ada Lund", "roles", ("judge",)),
        ("Ada Lund, tired of it, left.", "Ada Lund", "roles", ()),
    ],
)
def test_what_is_known_of_people(text: str, name: str, field: str, value: object) -> None:
    assert getattr(actors(HEAD + text)[name], field) == value


def test_left_out_namesakes_are_counted() -> None:
    text = HEAD + "Georgia won. Georgia lost to Jordan."
    assert find_mentions(text, segment(text), LEXICON).left_out == {"Georgia": 2, "Jordan": 1}
    text = HEAD + "Hans Jordan Ek won."
    assert find_mentions(text, segment(text), LEXICON).left_out == {}


def test_mentions_never_overlap_and_are_in_order() -> None:
    text = (
        HEAD
        + "U.S. Secretary of State Ada Lund of the U.S. State Department met the BBC's Hans Ek."
    )
    found = find_mentions(text, segment(text), LEXICON).mentions
    assert len(found) > 2
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_user_entries_come_first(tmp_path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(
        "actors:\n"
        "  - {name: Veldmark, aliases: [Veldmarker, Corvane], type: country}\n"
        "  - {name: Ira Vance, type: person, gender: f, affiliation: Veldmark}\n"
        "  - {name: Oslo Group, aliases: [Oslo], type: organisation}\n"
        "ignore: [Harwick Union]\n"
    )
    lexicon = Lexicon.load(path)
    text = HEAD + (
        "Veldmarker President Ira Vance spoke in Corvane. Corvane denied it. Vance left. "
        "Oslo sued the Harwick Union."
    )
    assert mentions(text, lexicon) == [
        ("Ira Vance", "Ira Vance"),
        ("Corvane", "Veldmark"),
        ("Vance", "Ira Vance"),
        ("Oslo", "Oslo Group"),
    ]
    vance = find_mentions(text, segment(text), lexicon).actors["Ira Vance"]
    assert (vance.gender, vance.affiliation, vance.roles) == (
        "f", "Veldmark", ("veldmarker president",),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n\n", "?!", "A", "’s", "“", "I.", "Mr.", "The The The"])
def test_scraps_do_no_harm(text: str) -> None:
    assert mentions(text) == []


def test_an_endless_name_ends() -> None:
    found = mentions(HEAD + "The " + "Bank of " * 3000 + "Harwick sued.")
    assert found
    assert max(len(words.split()) for words, _ in found) < 40


def test_a_text_of_capitalised_words_alone_takes_no_longer_than_its_length() -> None:
    text = HEAD + " ".join(f"Xa{number % 5000}" for number in range(40_000))
    sentences, started = segment(text), time.process_time()
    find_mentions(text, sentences, LEXICON)
    assert time.process_time() - started < 2
