"""Spans to attributions: every way in which newspapers say who said what."""

from __future__ import annotations

import pytest
from attribution_language import attributions, parse, said, words

from onrecord.attribution import attribute
from onrecord.reader import Reading
from onrecord.segment import segment

HEAD = "Talks open in Vell\n\n"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the source before the content, after it, inside it
        (
            "{S:Minister Ana Torvald} {Q:said} {C:that the port would stay open}.",
            [("Minister Ana Torvald", "said", ["that the port would stay open"])],
        ),
        (
            "{C:The port would stay open}, {S:Torvald} {Q:said} on Tuesday.",
            [("Torvald", "said", ["The port would stay open"])],
        ),
        (
            "{C:The port}, {S:Torvald} {Q:said}, {C:would stay open}.",
            [("Torvald", "said", ["The port", "would stay open"])],
        ),
        # inversion and relative clause behind the source
        (
            "{C:“It is a fair deal,”} {Q:said} {S:Hugo Lind, who has lived in Vell for years}.",
            [("Hugo Lind, who has lived in Vell for years", "said", ["“It is a fair deal,”"])],
        ),
        # appositive between name and cue
        (
            "{C:“It is a fair deal,”} {S:Hugo Lind, a ship broker}, {Q:said}.",
            [("Hugo Lind, a ship broker", "said", ["“It is a fair deal,”"])],
        ),
        # a relative clause has a cue of its own, the main verb the main source
        (
            "{S:Orrin}, {S:who} {Q:knew} {C:that the survey was wrong}, {Q:told} the union"
            " {C:to wait}.",
            [("who", "knew", ["that the survey was wrong"]), ("Orrin", "told", ["to wait"])],
        ),
        # quotes split around the cue are one attribution
        (
            "{C:“The port will stay open,”} {S:she} {Q:said}, {C:“whatever the weather brings.”}",
            [("she", "said", ["“The port will stay open,”", "“whatever the weather brings.”"])],
        ),
        # a participle in between takes its own words only
        (
            "{C:“Here it ends,”} {S:she} {Q:said}, {Q:pointing to} {C:the map}. "
            "{C:“Not one mile further.”}",
            [
                ("she", "said", ["“Here it ends,”", "“Not one mile further.”"]),
                ("she", "pointing to", ["the map"]),
            ],
        ),
        # according to, on both sides
        (
            "{Q:According to} {S:the harbour master}, {C:nine ships were turned away}. "
            "{C:Two more left}, {Q:according to} {S:port records}.",
            [
                ("the harbour master", "According to", ["nine ships were turned away"]),
                ("port records", "according to", ["Two more left"]),
            ],
        ),
        # several cues on one source
        (
            "{S:Orrin} {Q:praised} {C:the draft}, {Q:noting} {C:it has cut tariffs}.",
            [("Orrin", "praised", ["the draft"]), ("Orrin", "noting", ["it has cut tariffs"])],
        ),
        # two people in one sentence keep their own words
        (
            "{S:Torvald} {Q:said} {C:the port was safe}, while {S:Orrin} {Q:warned} {C:of ice}.",
            [("Torvald", "said", ["the port was safe"]), ("Orrin", "warned", ["of ice"])],
        ),
        # who is told is not who speaks, and nobody of another sentence does
        (
            "The captain is telling {S:the crew} that he is late and {Q:says} {C:it will snow}.",
            [("The captain", "says", ["it will snow"])],
        ),
        (
            "It was one of the laws {Q:proposed} {C:in May}. {S:The two captains} left.",
            [("", "proposed", ["in May"])],
        ),
        # who is asked is not who speaks
        (
            "{Q:Asked} {C:whether she would sign}, {S:Torvald} {Q:said} {C:no}.",
            [("", "Asked", ["whether she would sign"]), ("Torvald", "said", ["no"])],
        ),
        (
            "{S:Torvald} {Q:was asked} {C:whether she would sign}.",
            [("", "was asked", ["whether she would sign"])],
        ),
        (
            "{S:Torvald} {Q:asked} {C:whether he would sign}.",
            [("Torvald", "asked", ["whether he would sign"])],
        ),
        # the possessive and the noun
        (
            "The move follows {S:Brekke’s} {Q:suggestion} {C:that the tariffs should fall}.",
            [("Brekke’s", "suggestion", ["that the tariffs should fall"])],
        ),
    ],
)
def test_source_cue_and_content_find_each_other(marked: str, expected: list) -> None:
    assert said(HEAD + marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # the source in the sentence before, read or only named there
        (
            "{S:Torvald} {Q:was blunt}. {C:“We will not sign this treaty.”}",
            [("Torvald", "was blunt", ["“We will not sign this treaty.”"])],
        ),
        (
            "Minister Torvald took the floor. {C:“We will not sign this treaty.”}",
            [("Minister Torvald", "", ["“We will not sign this treaty.”"])],
        ),
        # a quotation left open is taken up by the next paragraph, whoever that one's next names
        (
            "{C:“The port is open,”} {S:Torvald} {Q:said}. “It stays open till June.\n\n"
            "“Nobody should doubt it.”\n\nHugo Lind boasts of his boats.",
            [
                (
                    "Torvald",
                    "said",
                    [
                        "“The port is open,”",
                        "“It stays open till June.",
                        "“Nobody should doubt it.”",
                    ],
                )
            ],
        ),
        # not where two could be meant
        (
            "Torvald met Hugo Lind at noon. {C:“We will not sign this treaty.”}",
            [("", "", ["“We will not sign this treaty.”"])],
        ),
        # the next sentence goes on, although the reader did not mark it
        (
            "{C:“The port will stay open,”} {Q:said} {S:Mr. Orrin}. “We will not close it.”",
            [
                (
                    "Mr. Orrin",
                    "said",
                    ["“The port will stay open,”", "“We will not close it.”"],
                )
            ],
        ),
        # and the next paragraph
        (
            "{C:“The port will stay open,”} {S:Torvald} {Q:said}.\n\n"
            "“Nobody should doubt that we mean it.”\n\nThe meeting lasted six hours.",
            [
                (
                    "Torvald",
                    "said",
                    ["“The port will stay open,”", "“Nobody should doubt that we mean it.”"],
                )
            ],
        ),
        # but not over a paragraph of the narrator's
        (
            "{C:“The port will stay open,”} {S:Torvald} {Q:said}.\n\n"
            "Snow fell.\n\n{C:“Nobody should doubt that we mean it.”}",
            [
                ("Torvald", "said", ["“The port will stay open,”"]),
                ("", "", ["“Nobody should doubt that we mean it.”"]),
            ],
        ),
        # a quotation over three paragraphs, the cue at its end
        (
            "“We came here to talk.\n\n“We did not come to fish. That can wait.\n\n"
            "{C:“And we shall leave with a treaty,”} {S:Torvald} {Q:told} reporters.",
            [
                (
                    "Torvald",
                    "told",
                    [
                        "“We came here to talk.",
                        "“We did not come to fish. That can wait.",
                        "“And we shall leave with a treaty,”",
                    ],
                )
            ],
        ),
        # the cue before it
        (
            "{S:Torvald} {Q:said}: {C:“We came here to talk.}\n\n"
            "“We did not come to fish.”\n\nAll left.",
            [("Torvald", "said", ["“We came here to talk.", "“We did not come to fish.”"])],
        ),
        # the colon ends the paragraph before
        (
            "{S:The statement} {Q:reads}:\n\n"
            "“Both sides agree to keep the port open.”\n\nAll left.",
            [("The statement", "reads", ["“Both sides agree to keep the port open.”"])],
        ),
        # the end of a quotation that the reader cut short
        (
            "{S:Brekke} {Q:said} {C:“the port will stay open all}” and left.",
            [("Brekke", "said", ["“the port will stay open all”"])],
        ),
        # the subject of a cue whose source the reader missed
        (
            "The government in Istrel {Q:has asked for} {C:nothing else}.",
            [("The government in Istrel", "has asked for", ["nothing else"])],
        ),
        (
            "Hugo Lind, who leads the union and is her cousin, {Q:called} {C:it a good deal}.",
            [("Hugo Lind", "called", ["it a good deal"])],
        ),
        (
            "Ana Torvald rose to cheers and {Q:told} the nation {C:that the port was safe}.",
            [("Ana Torvald", "told", ["that the port was safe"])],
        ),
        (
            "{C:A former commander}, speaking privately, {Q:conceded} {C:that it was late}.",
            [("A former commander", "conceded", ["that it was late"])],
        ),
        # not somebody else's subject
        (
            "When the ice came, {Q:said} {C:that the port was safe}.",
            [("", "said", ["that the port was safe"])],
        ),
        (
            "Ana Torvald left because it {Q:was said} {C:that the port was closed}.",
            [("", "was said", ["that the port was closed"])],
        ),
        (
            "Ana Torvald {Q:is expected} {C:to arrive on Monday}.",
            [("", "is expected", ["to arrive on Monday"])],
        ),
        (
            "{S:Hugo Lind} {Q:is said} {C:to have asked rather worse}.",
            [("Hugo Lind", "is said", ["to have asked rather worse"])],
        ),
        # a signed quotation
        (
            "“No more ferries, and no more excuses.” ― Hugo Lind",
            [("Hugo Lind", "―", ["“No more ferries, and no more excuses.”"])],
        ),
        # a quotation beside a name and a verb that the reader missed
        (
            "“The port will not stay open,” warned Orrin.",
            [("Orrin", "warned", ["“The port will not stay open,”"])],
        ),
        (
            "Hugo Lind, a ship broker, said “the port will never close again.”",
            [("Hugo Lind", "said", ["“the port will never close again.”"])],
        ),
    ],
)
def test_speech_goes_on(marked: str, expected: list) -> None:
    assert said(HEAD + marked) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “harbour war” began in March.",
        "Erik “the Pilot” Hansen steered the “Northern Light” out of the bay.",
        "The play “A Long and Very Dark Winter at Sea” opened on Friday.",
        "The fishermen’s boats didn't leave, and the '90s fleet stayed at the dockers' quay.",
        'He bought a 5" nail and a 6\'2" plank for the boat.',
        "The sign said “no.” It was “cold” and “wet” and “dark” all day.",
        "Snow fell on the quay. Nobody came.",
    ],
)
def test_not_every_mark_is_speech(text: str) -> None:
    assert said(HEAD + text) == []


def test_an_unclosed_mark_swallows_nothing() -> None:
    marked = (
        HEAD + "{S:Torvald} {Q:said} {C:“the port will stay open. The council met later that day}."
        "\n\nSnow fell on the quay."
    )
    assert said(marked) == [("Torvald", "said", ["“the port will stay open."])]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("{S:Torvald} {Q:says} {C:port will stay open}", ("Torvald", "says")),
        ("Torvald: Port will stay open all winter", ("Torvald", ":")),
        ("Ana Torvald: ‘We will not sign’", ("Ana Torvald", ":")),
        ("‘We will not sign’: Torvald on the harbour treaty", ("Torvald", ":")),
        ("Port will stay open: Torvald", ("Torvald", ":")),
        ("Poll: Vell wants the port open", ("Poll", ":")),
        # a subject is no speaker
        ("Harbour talks: what we know", None),
        ("Update: port will stay open", None),
        ("Vell: port will stay open", None),
    ],
)
def test_headlines(title: str, expected: tuple[str, str] | None) -> None:
    body = "{S:Ms. Torvald} {Q:said} {C:the winter would be mild}."
    first, *rest = said(f"{title}\n\nThe harbour was quiet. {body}")
    if expected is None:
        assert rest == [] and first[0] == "Ms. Torvald"
    else:
        assert first[:2] == expected and len(rest) == 1


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{S:Orrin} {Q:said} {C:the draft was weak and accused Marenia of stalling}.",
            [("said", "the draft was weak"), ("accused", "Marenia of stalling")],
        ),
        (
            "{S:Orrin}, {Q:noting} {C:it has cut tariffs but claimed the towns were ignored}.",
            [("noting", "it has cut tariffs"), ("claimed", "the towns were ignored")],
        ),
        (
            "{S:Orrin} {Q:says} {C:the draft is weak and warns of strikes}.",
            [("says", "the draft is weak"), ("warns", "of strikes")],
        ),
        # somebody else's verb, a quoted one, another tense: one content
        (
            "{S:Orrin} {Q:said} {C:the draft was weak and Marenia claimed too much}.",
            [("said", "the draft was weak and Marenia claimed too much")],
        ),
        (
            "{S:Orrin} {Q:said}: {C:“He came late and claimed the islands.”}",
            [("said", "“He came late and claimed the islands.”")],
        ),
        (
            "{S:Orrin} {Q:said} {C:ministers should meet and say what they want}.",
            [("said", "ministers should meet and say what they want")],
        ),
    ],
)
def test_further_cues_on_one_source(marked: str, expected: list) -> None:
    text, found = attributions(HEAD + marked)
    outer = [one for one in found if one.within is None]
    assert [(words(text, o.cue), words(text, o.content)) for o in outer] == expected
    assert {words(text, one.source) for one in outer} == {"Orrin"}


@pytest.mark.parametrize(
    ("marked", "inner"),
    [
        (
            "{S:Torvald} {Q:said} {C:the Vell Council had promised to lower its tariffs}.",
            ("the Vell Council", "had promised", "to lower its tariffs"),
        ),
        (
            "{S:Orrin} {Q:claimed} {C:that officials in Vell had admitted that it was wrong}.",
            ("officials in Vell", "had admitted", "that it was wrong"),
        ),
        (
            "{C:“Mr. Brekke warned us that the ice would come,”} {S:Torvald} {Q:said}.",
            ("Mr. Brekke", "warned", "us that the ice would come"),
        ),
        (
            "{C:The treaty is dead}, {Q:according to} {S:the harbour union}, {S:Orrin} {Q:said}.",
            ("the harbour union", "according to", "The treaty is dead"),
        ),
        # a body that "it" means, the speaker's own words of another day, somebody of the speaker's
        (
            "{S:Brekke} {Q:said} {C:it has admitted to the crew that the lamp was out}.",
            ("it", "has admitted", "that the lamp was out"),
        ),
        (
            "{C:“I told them that the lamp was out,”} {S:Torvald} {Q:said}.",
            ("I", "told", "them that the lamp was out"),
        ),
        (
            "{C:“My sister says five would be better,”} {S:Torvald} {Q:said}.",
            ("My sister", "says", "five would be better"),
        ),
        (
            "{S:Orrin} {Q:recalled} {C:that the two councils had sworn in 1988 never to meet}.",
            ("the two councils", "had sworn", "in 1988 never to meet"),
        ),
    ],
)
def test_an_attribution_inside_another(marked: str, inner: tuple[str, str, str]) -> None:
    text, found = attributions(HEAD + marked)
    assert [one.within for one in found] == [None, 0]
    one = found[1]
    assert (words(text, one.source), words(text, one.cue), words(text, one.content)) == inner


@pytest.mark.parametrize(
    "marked",
    [
        "{S:Torvald} {Q:said} {C:she had promised nothing}.",
        "{S:Torvald} {Q:said} {C:that the United States Embassy was closed}.",
        "{C:“I told you that we said no,”} {S:Torvald} {Q:said}.",
        "{S:Torvald} {Q:said} {C:the promised survey was late}.",
        "{C:“I believe that the lamp was out,”} {S:Torvald} {Q:said}.",
        "{C:“They’re asked to keep the lamp lit,”} {S:Torvald} {Q:said}.",
        "{C:“It said the hour on the dial, and it wants oil,”} {S:Torvald} {Q:joked}.",
        "{S:Torvald} {Q:said} {C:he thinks it is late}.",
        "{S:Torvald} {Q:said} {C:a report was published and its claims were tested}.",
    ],
)
def test_no_attribution_inside(marked: str) -> None:
    _, found = attributions(HEAD + marked)
    assert [one.within for one in found] == [None]


def test_an_attribution_lies_inside_what_holds_it() -> None:
    marked = HEAD + (
        "{S:Orrin} {Q:said} {C:Torvald had told the union that Brekke had promised to resign}."
    )
    text, found = attributions(marked)
    for one in found:
        if one.within is not None:
            outer = found[one.within]
            assert any(
                start <= min(one.source + one.cue + one.content)[0]
                and max(e for _, e in one.source + one.cue + one.content) <= end
                for start, end in outer.content
            )
    assert [words(text, one.cue) for one in found][:2] == ["said", "had told"]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("{S:She} {Q:said} {C:that the port was open}.", "indirect"),
        ("{S:She} {Q:said} {C:that the port was “wide open” again}.", "mixed"),
        ("{C:“The port is open,”} {S:she} {Q:said}.", "direct"),
        ("{C:‘The port is open,’} {S:she} {Q:said}.", "direct"),
        ("{C:«The port is open,»} {S:she} {Q:said}.", "direct"),
        ("{C:''The port is open,''} {S:she} {Q:said}.", "direct"),
        ('{C:"The port is open,"} {S:she} {Q:said}. {C:"It will stay so."}', "direct"),
        ("{S:She} {Q:said} {C:it was the fishermen’s port and the dockers’}.", "indirect"),
        # a word of the narrator's before a long quotation; a conjunction is none
        (
            "{S:She} {Q:said} {C:the port “will be open to every ship of every flag in May”}.",
            "mixed",
        ),
        ("{S:She} {Q:said} {C:that “the port is open”}.", "direct"),
    ],
)
def test_kind(marked: str, kind: str) -> None:
    _, found = attributions(HEAD + marked)
    assert [one.kind for one in found] == [kind]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("{C:“Mr. Brekke warned that the ice would come,”} {S:Torvald} {Q:said}.", "indirect"),
        ("{C:“Mr. Brekke said: ‘The ice will come,’”} {S:Torvald} {Q:said}.", "direct"),
    ],
)
def test_the_outer_marks_do_not_quote_what_stands_inside(marked: str, kind: str) -> None:
    _, found = attributions(HEAD + marked)
    assert [one.kind for one in found] == ["direct", kind]


def test_offsets_lie_in_the_text_and_contents_in_order() -> None:
    marked = HEAD + (
        "{C:“The port will stay open,”} {S:she} {Q:said}, {C:“come what may.”} {S:Orrin} {Q:added}"
        " {C:that it would not}.\n\n{S:Brekke} {Q:denied} {C:the report}."
    )
    text, found = attributions(marked)
    firsts = [one.content[0][0] for one in found]
    assert firsts == sorted(firsts) and len(found) == 3
    for one in found:
        for spans in (one.source, one.cue, one.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
        assert 0 <= one.confidence <= 1


def test_the_readers_links_settle_close_calls() -> None:
    text, reading = parse(HEAD + "{S:Torvald} {Q:told} {S:Orrin} {C:the port was safe}.")
    alone = attribute(text, segment(text), reading)
    helped = attribute(text, segment(text), Reading(reading.spans, {(1, 0): 0.02, (1, 2): 0.95}))
    assert words(text, alone[0].source) == "Torvald"
    assert words(text, helped[0].source) == "Orrin"


@pytest.mark.parametrize("text", ["", " \n\n ", "One line", "“", "“‘\"''«", "said said said"])
def test_nothing_to_find(text: str) -> None:
    assert attribute(text, segment(text), Reading(())) == []
