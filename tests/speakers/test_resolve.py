"""Who speaks: from a source as written to an actor, or to nobody."""

from __future__ import annotations

import pytest

from onrecord.actors import Lexicon
from onrecord.speakers import Speaker
from tests.speaking import names, speakers

HEAD = "Weather turns\n\n"


def one(marked: str) -> Speaker:
    """The only speaker of attribution 1."""
    (speaker,) = speakers(HEAD + marked)[0]
    return speaker


def test_a_sentence_of_a_thousand_clauses_has_one_subject():
    clauses = ", and who left".join([""] * 1_100)
    assert one(f"It was Ada Lund, who came{clauses}, and [1:who] said {{1:no}}.").name == "Ada Lund"


@pytest.mark.parametrize(
    ("marked", "name", "by"),
    [
        # names
        ("[1:Ada Lund] said {1:it rains}.", "Ada Lund", "named"),
        ("Ada Lund came. [1:Lund] said {1:it rains}.", "Ada Lund", "partial"),
        ("Ada Lund came. [1:Ms. Lund] said {1:it rains}.", "Ada Lund", "partial"),
        ("Ada Lund came. [1:Lund, a former judge who met Hans Ek,] said {1:it rains}.",
         "Ada Lund", "partial"),
        ("[1:Sen. Ada Lund (R-Ohio)] said {1:it rains}.", "Ada Lund", "named"),
        ("{1:It rains}, according to [1:former Secretary of State Ada Lund].", "Ada Lund", "named"),
        ("[1:Ada Lund herself] said {1:it rains}.", "Ada Lund", "named"),
        ("[1:Lund herself] said {1:it rains}.", "Lund", "named"),
        ("[1:The president himself] said {1:it rains}.", None, "none"),
        ("[1:NATO] said {1:it rains}.", "NATO", "named"),
        ("[1:Moscow] said {1:it rains}.", "Russia", "named"),
        ("[1:The Harwick Teachers Union] said {1:it rains}.", "Harwick Teachers Union", "named"),
        ("[1:QuayWatch] said {1:it rains}.", "QuayWatch", "named"),
        ("[1:NATO’s planning committee on ice] said {1:no}.", "NATO’s planning committee", "named"),
        # a capital of which the small letter is two characters
        ("[1:NATO’s İlk planning committee on ice] said {1:no}.", "NATO’s İlk planning committee",
         "named"),
        ("It was Ada Lund, who came, and who saw, and who left, and [1:who] said {1:it rains}.",
         "Ada Lund", "pronoun"),
        ("The Quay Commission met.\n\nIt rained. It rained on. It rained more. It rained. "
         "It poured. It rained. [1:The Commission] said {1:no}.", "Quay Commission", "named"),
        # possessives: of words, of others
        ("Ada Lund came. [1:Lund’s suggestion] was {1:to wait}.", "Ada Lund", "partial"),
        ("Ada Lund came. [1:Lund’s lawyers] said {1:no}.", None, "anonymous"),
        ("[1:a letter from Ada Lund] said {1:no}.", "Ada Lund", "named"),
        ("[1:Ada Lund’s spokesman Hans Ek] said {1:no}.", "Hans Ek", "named"),
        ("[1:A spokesman for NATO, Hans Ek,] said {1:no}.", "Hans Ek", "named"),
        ("[1:a spokesman for NATO] said {1:no}.", None, "anonymous"),
        ("[1:people close to Ada Lund] said {1:no}.", None, "anonymous"),
        ("[1:MPs] said {1:no}.", None, "anonymous"),
        ("[1:Norlandian MEPs] said {1:no}.", None, "anonymous"),
        ("Some [1:CEOs] warned {1:it rains}.", None, "anonymous"),
        ("Ada Lund came. [1:The Lund campaign] said {1:no}.", "Lund campaign", "description"),
        ("[1:Russia’s government] said {1:no}.", "Russia", "description"),
        # pronouns
        ("Ada Lund came. [1:She] said {1:it rains}.", "Ada Lund", "pronoun"),
        ("Ada Lund met Hans Ek. [1:He] said {1:it rains}.", "Hans Ek", "pronoun"),
        ("Hans Ek left. Otto Berg came. [1:He] said {1:it rains}.", "Otto Berg", "pronoun"),
        ("Hans Ek and Otto Berg came. [1:He] said {1:it rains}.", None, "none"),

        ("Ada Lund came. [1:He] said {1:it rains}.", None, "none"),
        ("NATO met. [1:It] said {1:it rains}.", "NATO", "pronoun"),
        ("Ada Lund came. [1:Her comments] were {1:blunt}.", "Ada Lund", "pronoun"),
        ("It was Ada Lund, [1:who] said {1:it rains}.", "Ada Lund", "pronoun"),
        ("It was voters [1:who] said {1:it rains}.", None, "anonymous"),
        ("It was Republicans [1:who] said {1:no}.", None, "anonymous"),
        ("It was his boss [1:who] said {1:no}.", None, "none"),
        ("Senator Ada Lund of Texas, [1:who] said {1:no}, left.", "Ada Lund", "pronoun"),
        ("Senator Ada Lund, who left and [1:who] said {1:no}, fell.", "Ada Lund", "pronoun"),
        ("[1:He] said {1:it rains}.", None, "none"),
        ("[1:I] think {1:it rains}.", None, "none"),
        # descriptions
        ("Deputy Minister Ada Lund came. Hans Ek left. [1:The deputy minister] said {1:no}.",
         "Ada Lund", "description"),
        ("Ada Lund, the former president, came. Hans Ek, a general, left. "
         "[1:The former president] said {1:no}.", "Ada Lund", "description"),
        ("President Ada Lund came. [1:The former president] said {1:no}.",
         None, "none"),
        ("Foreign Minister Ada Lund met Defence Minister Hans Ek. [1:The defence minister] said "
         "{1:no}.", "Hans Ek", "description"),
        ("Mayor Ada Lund met Mayor Hans Ek. [1:The mayor] said {1:no}.", None, "none"),
        ("NATO met. [1:The alliance] said {1:no}.", "NATO", "description"),
        ("The Quay Times closed. [1:The newspaper] said {1:no}.", "Quay Times", "description"),
        ("Prime Minister Ada Lund came. [1:Reporters] said {1:no}.", None, "anonymous"),
        ("Russian President Pavel Orlin met Hans Ek. [1:The Russian president] said {1:no}.",
         "Pavel Orlin", "description"),
        ("Ada Lund played. [1:The band leader] said {1:no}.", None, "none"),
        ("It was a blow for the Ohio Republican, [1:who] said {1:no}.", None, "none"),
        ("Ada Lund left. “It rains,” said a guard, [1:who] said {1:no}.", None, "none"),
        ("Hans Ek wrote {2:no}. A Lund presidency would be worse. [1:He] said {1:no}.",
         "Hans Ek", "pronoun"),
        ("Libertarian candidate Gus Stroud sang. Republican Hans Ek wept. Ek left. "
         "[1:The Republican nominee] said {1:no}.", "Hans Ek", "description"),
        ("Libertarian candidate Gus Stroud sang. [1:The Democratic candidate] said {1:no}.",
         None, "none"),
        ("One woman, Ada Lund, met Hans Ek. [1:She] said {1:no}.", "Ada Lund", "pronoun"),
        ("Hans Ek came. [2:Ek] said {2:it rains}. [1:The Ohio governor] said {1:no}.",
         "Hans Ek", "description"),
        ("Hans Ek came. [1:The Ohio governor] said {1:no}.", None, "none"),
        ("Hans Ek met Ada Lund. [2:Ek] said {2:it rains}. [1:The Ohio governor] said {1:no}.",
         None, "none"),
        ("It rained. [1:The Scot] said {1:no}.", None, "none"),
        ("It rained. [1:The Texan] said {1:no}.", None, "none"),
        ("It rained. [1:The Moor] said {1:no}.", "Moor", "named"),
        # works and campaigns
        ("Ada Lund spoke to Hans Ek’s campaign. [1:The campaign] said {1:no}.",
         "Ek campaign", "description"),
        ("The Ek campaign and the Lund campaign met. [1:The campaign] said {1:no}.", None, "none"),
        # a letter has a writer, who was not found
        ("[1:The letter] said {1:no}.", None, "none"),
        # what goes on from a source without a name has none; from one not found it is not found
        ("[2:A guard] said {2:no}. [1:He] said {1:it rains}.", None, "anonymous"),
        ("[2:A guard] said {2:no}. [1:The guard] said {1:it rains}.", None, "anonymous"),
        ("[2:The mayor] said {2:no}. [1:He] said {1:it rains}.", None, "none"),
        ("[2:The mayor] said {2:no}. [1:The mayor] said {1:it rains}.", None, "none"),
        ("[2:Officials] said {2:no}. [1:They] said {1:it rains}.", None, "anonymous"),
        ("[2:The envoys] said {2:no}. [1:They] said {1:it rains}.", None, "none"),
        # words that name whom they are about
        ("Hans Ek left. Otto Berg came. [1:He] said {1:Berg was late}.", "Hans Ek", "pronoun"),
        ("Hans Ek left. {1:Ek was late}, [1:he] said.", "Hans Ek", "pronoun"),
        ("Hans Ek left. [1:His campaign] said {1:Ek was late}.", "Ek campaign", "description"),
        ("Russian ships sank. [1:It] said {1:no}.", None, "none"),
        # nobody by name
        ("[1:a CNN/QRS poll] said {1:no}.", None, "anonymous"),
        ("[1:Some observers, including Ada Lund,] said {1:no}.", None, "anonymous"),
        ("[1:officials] said {1:no}.", None, "anonymous"),
        ("[1:A person familiar with the talks] said {1:no}.", None, "anonymous"),
        ("[1:Some Democrats] said {1:no}.", None, "anonymous"),
        ("[1:Russians] said {1:no}.", None, "anonymous"),
        ("[1:conservative Jews] said {1:no}.", None, "anonymous"),
        ("[1:The Houthis] said {1:no}.", "Houthis", "named"),
        ("[1:A recent CNN survey] said {1:no}.", None, "anonymous"),
        ("[1:An Ada Lund speech] said {1:no}.", "Ada Lund", "named"),
        ("[1:Conservative Heavyweights] said {1:no}.", None, "anonymous"),
        ("[1:5 percent prefer Ada Lund and 1 percent] said {1:no}.", None, "anonymous"),
        ("[1:Some 40% of Democrats] said {1:no}.", None, "anonymous"),
        ("[1:NATO just this month] said {1:no}.", "NATO", "named"),
        ("It rained. [1:HARBOURS] said {1:no}.", None, "none"),
        ("[1:Underdog] said {1:no}.", None, "none"),
        ("It poured and [1:Underdog] said {1:no}.", "Underdog", "named"),
        ("The underdog left and [1:Underdog] said {1:no}.", None, "none"),
        ("The Quay-Lund Act fell. [1:Quay-Lund] said {1:no}.", None, "none"),
        ("Ada Lund wept. [1:The Texan] said {1:no}.", "Ada Lund", "description"),
        ("Ada Lund met Hans Ek. [1:The Guardian] said {1:no}.", "Guardian", "named"),
        ("[1:Cuban Americans] said {1:no}.", None, "anonymous"),
        ("[1:A Dropbox.com video] said {1:no}.", None, "anonymous"),
        ("[1:Crimea] said {1:no}.", None, "anonymous"),
        ("[1:FELLOW DOCTORS] said {1:no}.", None, "anonymous"),
        ("[1:] said {1:no}.", None, "none"),
        ("{1:It rained}.", None, "none"),
    ],
)  # fmt: skip
def test_one_source(marked: str, name: str | None, by: str) -> None:
    speaker = one(marked)
    assert (speaker.name, speaker.resolved_by) == (name, by)


@pytest.mark.parametrize(
    ("source", "affiliation"),
    [
        ("NATO spokesman Hans Ek", "NATO"),
        ("a NATO spokesman", "NATO"),
        ("a spokesman for NATO", "NATO"),
        ("Russian President Pavel Orlin", "Russia"),
        ("Democrats", "Democratic Party"),
        ("Hans Ek, a former spokesman for NATO,", None),
        ("former NATO spokesman Hans Ek", None),
        ("an official at the White House", "White House"),
        ("leaders across Europe", None),
        ("voters polled in Germany", None),
        ("Russia critics", None),
        ("Hans Ek", None),
        ("NATO", None),
    ],
)
def test_affiliation(source: str, affiliation: str | None) -> None:
    assert one(f"[1:{source}] said {{1:no}}.").affiliation == affiliation


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ada Lund and Hans Ek", "Ada Lund + Hans Ek"),
        ("Ada Lund, Hans Ek and Otto Berg", "Ada Lund + Hans Ek + Otto Berg"),
        ("Sens. Ada Lund (R-Ohio) and Hans Ek (D-Iowa)", "Ada Lund + Hans Ek"),
        ("Russia and Ukraine", "Russia + Ukraine"),
        ("Ada and Hans Lund", "Ada Lund + Hans Lund"),
        ("Ada Lund, the port’s mayor, and Hans Ek, a pilot,", "Ada Lund + Hans Ek"),
        ("Neither Ada Lund nor Hans Ek", "Ada Lund + Hans Ek"),
        ("Ada Lund, Hans Ek and other Democrats", "Ada Lund + Hans Ek"),
        ("Ada Lund, who met Hans Ek", "Ada Lund"),
        ("Ada Lund, mother of Hans Ek", "Ada Lund"),
    ],
)
def test_conjunctions(source: str, expected: str) -> None:
    assert names(HEAD + f"[1:{source}] said {{1:no}}.") == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # who spoke goes on
        ('{1:"It rains,"} [1:Hans Ek] said of Otto Berg. {2:"It pours,"} [2:he] said.',
         ["Hans Ek", "Hans Ek"]),
        ("[1:Ada Lund and Hans Ek] said {1:no}. [2:They] said {2:never}.",
         ["Ada Lund + Hans Ek"] * 2),
        # whose ruling, account or bank it is
        ("[1:Hans Ek] said {1:it rains}. Otto Berg’s ruling came after [2:he] said {2:yes}.",
         ["Hans Ek", "Otto Berg"]),
        ("[1:Hans Ek] said {1:it rains}. It was odd by Otto Berg’s account. [2:He] said {2:yes}.",
         ["Hans Ek", "Otto Berg"]),
        ("[1:Hans Ek] said {1:it rains}. It was odd by Otto Berg’s clock. [2:He] said {2:yes}.",
         ["Hans Ek", None]),
        # a letter and whoever wrote it
        ("[1:Ada Lund] <1:wrote in a letter> {1:no}. Hans Ek sat. [2:The letter] said {2:never}.",
         ["Ada Lund", "Ada Lund"]),
        ("[1:Ada Lund] said {1:no} in a letter. [2:The speech] said {2:never}.",
         ["Ada Lund", None]),
        # two who are named together
        ("Ada Lund and Hans Ek came. Then [1:they] said {1:no}.", ["Ada Lund + Hans Ek"]),
        ("Ada Lund and Hans Ek met Otto Berg. [1:They] said {1:no}.", [None]),
        ("Critics of Ada Lund and Hans Ek came. [1:They] said {1:no}.", [None]),
        ("Ada Lund and Hans Ek’s aides came. [1:They] said {1:no}.", [None]),
        # an unnamed speaker goes on too
        ("Hans Ek left early. [1:A guard] said {1:no}. [2:He] said {2:never}.", [None, None]),
        # somebody else became the topic
        ("[1:Hans Ek] said {1:it rains}. Otto Berg shook his head. {2:“Never,”} [2:he] said.",
         ["Hans Ek", "Otto Berg"]),
        # whoever is named inside a quotation is not whom the narrator means
        ('Hans Ek came. {1:"Otto Berg is late,"} [1:Ek] said. [2:He] said {2:no}.',
         ["Hans Ek", "Hans Ek"]),
        # quoted words without a source
        ('{1:"It rains,"} [1:Ada Lund] <1:said>. {2:"It pours."}', ["Ada Lund", "Ada Lund"]),
        ("Ada Lund looked at the sea.\n\n{1:“It rains.”}", ["Ada Lund"]),
        ("Ada Lund and Hans Ek looked at the sea.\n\n{1:“It rains.”}", [None]),
        ("{1:It rains}, [1:Ada Lund] said. {2:It pours}.", ["Ada Lund", None]),
        # a name or pronoun beside the cue of an attribution without a source
        ("{1:“No,”} Ada Lund <1:said>.", ["Ada Lund"]),
        ("{1:“No,”} <1:said> Ada Lund.", ["Ada Lund"]),
        ("Ada Lund came. {1:“No,”} she <1:said>.", ["Ada Lund"]),
        ("{1:“No,”} was <1:said> of Ada Lund.", [None]),
        # "I" in somebody's own words
        ('{1:"[2:I] said {2:no},"} [1:Ada Lund] said.', ["Ada Lund", "Ada Lund"]),
        ('{1:"[2:We] said {2:no},"} [1:a guard] said.', [None, None]),
        ("Ada Lund came. [1:A guard] said {1:no}. {2:“Never,”} [2:the guard] said.", [None, None]),
        # descriptions after a name
        ("Ada Lund came. {1:“No,”} [1:the minister] said. {2:“Never,”} [2:she] said.",
         ["Ada Lund", "Ada Lund"]),
        ("Ada Lund and Hans Ek came. {1:“No,”} [1:the minister] said.", [None]),
    ],
)  # fmt: skip
def test_context(marked: str, expected: list[str | None]) -> None:
    assert names(HEAD + marked) == expected


def test_two_of_one_family_name() -> None:
    marked = HEAD + (
        "Ada Lund met Hans Lund. [1:Mr. Lund] said {1:no}. [2:Ms. Lund] said {2:yes}. "
        "[3:Lund] said {3:maybe}."
    )
    assert names(marked) == ["Hans Lund", "Ada Lund", None]


def test_several_speakers_keep_their_own_affiliation() -> None:
    marked = HEAD + "[1:NATO spokesman Hans Ek and Ada Lund] said {1:no}."
    (who,) = speakers(marked)
    assert [speaker.name for speaker in who] == ["Hans Ek", "Ada Lund"]


def test_every_attribution_gets_a_speaker() -> None:
    assert speakers(HEAD) == []
    assert speakers(HEAD + "{1:A}{2:B}{3:C}") == [(Speaker(None, "none"),)] * 3


def test_user_s_people_by_country(tmp_path) -> None:
    path = tmp_path / "actors.yaml"
    path.write_text(
        "- {name: Veldmark, aliases: [Veldmarkian], type: country}\n"
        "- {name: Ira Vance, type: person, affiliation: Veldmark}\n"
        "- {name: Hans Ek, type: person, affiliation: Norland}\n"
    )
    marked = HEAD + "Ira Vance met Hans Ek. [1:The Veldmarkian] said {1:no}."
    assert names(marked, Lexicon.load(path)) == ["Ira Vance"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[1:Retired General] Says: {1:Troops Were Demoralised Under Lund}\n\nIt rained.", None),
        ("[1:New Poll] Says {1:Harwick Will Vote Against Dredging}\n\nIt rained.", None),
        ("[1:Harwick Post] Says {1:Town Will Vote Against Dredging}\n\nIt rained.", "Harwick Post"),
        ("It rained. The [1:Lund Report] says {1:the quay will sink}.", "Lund Report"),
    ],
)
def test_a_headline_has_capitals_without_names(marked: str, name: str | None) -> None:
    assert names(marked) == [name]
