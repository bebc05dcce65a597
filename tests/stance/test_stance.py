"""Stance: which pairs are asked about, on which words, and how answers come back."""

from collections.abc import Sequence

import numpy as np
import pytest

import onrecord.stance as stance
from onrecord.actors import Mention
from onrecord.attribution import Attribution
from onrecord.errors import AnalysisError, SpanError
from onrecord.reader import TOWARD, Reader
from onrecord.segment import Sentence, segment
from onrecord.speakers import Speaker
from onrecord.stance import Request, plan, score, stance_between, stance_towards

BODY = "Talks stall\n"  # the headline


def mention(text: str, words: str, actor: str | None = None, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Mention(actor or words, "person", start, start + len(words))


def attribution(text: str, source: str | None, cue: str | None, *content: str) -> Attribution:
    def spans(*all_words: str | None) -> tuple[tuple[int, int], ...]:
        return tuple((text.index(w), text.index(w) + len(w)) for w in all_words if w)

    return Attribution(
        "direct", spans(source), spans(cue), spans(*content), 0.9, None, "asserted", None
    )


def speakers(*names: str | None) -> tuple[Speaker, ...]:
    return tuple(Speaker(name, "named" if name else "none", None) for name in names)


def asked(
    text: str,
    attributions: Sequence[Attribution],
    who: Sequence[tuple[Speaker, ...]],
    mentions: Sequence[Mention],
) -> tuple[Request, ...]:
    return plan(text, segment(text), attributions, who, mentions)


def pairs(requests: Sequence[Request]) -> list[tuple[str | None, str]]:
    return [(request.speaker, request.target) for request in requests]


def marked(request: Request) -> tuple[str | None, str]:
    """The marked words of what is shown."""
    start, end = request.shown_target
    if request.shown_source is None:
        return None, request.shown[start:end]
    first, last = request.shown_source
    return request.shown[first:last], request.shown[start:end]


def test_a_speaker_toward_what_the_content_names() -> None:
    text = f"{BODY}“Tom Roy lied,” Ann Lee said in Oslo."
    said = attribution(text, "Ann Lee", "said", "“Tom Roy lied,”")
    found = asked(
        text,
        [said],
        [speakers("Ann Lee")],
        [mention(text, "Tom Roy"), mention(text, "Ann Lee"), mention(text, "Oslo")],
    )
    assert pairs(found) == [("Ann Lee", "Tom Roy"), (None, "Ann Lee"), (None, "Oslo")]
    assert [request.attribution for request in found] == [0, None, None]
    assert all(text[r.start : r.end] == r.target and r.sentence == 1 for r in found)
    assert found[0].shown == "“Tom Roy lied,” Ann Lee said in Oslo."
    assert marked(found[0]) == ("Ann Lee", "Tom Roy")


@pytest.mark.parametrize("speaker", ["Ann Lee", None])
def test_a_name_that_runs_over_the_end_of_a_sentence_is_asked_about(speaker) -> None:
    said = "“The Coast. Guard lied. It will pay,”"
    text = f"{said} Ann Lee said."
    starts = [0, text.index("Guard"), text.index("It")]
    ends = [starts[1] - 1, starts[2] - 1, len(text)]
    sentences = [Sentence(0, "body", a, b) for a, b in zip(starts, ends, strict=True)]
    given = ([attribution(text, "Ann Lee", "said", said)], [speakers(speaker)]) if speaker else ()
    whole = mention(text, "Coast. Guard", "Coast Guard")
    [found] = plan(text, sentences, *(given or ([], [])), [whole])
    assert found.speaker == speaker
    assert (found.sentence, text[found.start : found.end]) == (0, "Coast. Guard")
    assert marked(found) == (speaker, "Coast. Guard")
    assert found.shown == (text if speaker else "“The Coast. Guard lied.")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("he", "“Norland is lost,” Ben Ash warned."),
        ("Mr. Ash", "“Norland is lost,” Ben Ash warned."),
        ("the minister’s", "“Norland is lost,” Ben Ash’s warned."),
    ],
)
def test_the_source_is_shown_by_name(source: str, shown: str) -> None:
    text = f"{BODY}“Norland is lost,” {source} warned."
    said = attribution(text, source, "warned", "“Norland is lost,”")
    (found,) = asked(text, [said], [speakers("Ben Ash")], [mention(text, "Norland")])
    assert found.shown == shown
    assert marked(found) == ("Ben Ash", "Norland")


def test_a_name_before_the_mention_moves_it() -> None:
    text = f"{BODY}He said Norland had lost."
    said = attribution(text, "He", "said", "Norland had lost")
    (found,) = asked(text, [said], [speakers("Benjamin Ash")], [mention(text, "Norland")])
    assert found.shown == "Benjamin Ash said Norland had lost."
    assert marked(found) == ("Benjamin Ash", "Norland")


@pytest.mark.parametrize(("between", "directed"), [(0, True), (1, True), (4, False)])
def test_a_source_far_away_is_not_shown(between: int, directed: bool) -> None:
    filler = " The hall was full." * between
    text = f"{BODY}Ann Lee said so.{filler} “Tom Roy lied.”"
    said = attribution(text, "Ann Lee", "said", "“Tom Roy lied.”")
    (found,) = asked(text, [said], [speakers("Ann Lee")], [mention(text, "Tom Roy")])
    assert (found.shown_source is not None) is directed
    assert marked(found) == ("Ann Lee" if directed else None, "Tom Roy")
    assert found.speaker == "Ann Lee"


def test_never_toward_oneself_nor_ones_own_source() -> None:
    text = f"{BODY}Roy of Norland said Tom Roy and Norland had won."
    said = attribution(text, "Roy of Norland", "said", "Tom Roy and Norland had won")
    found = asked(
        text,
        [said],
        [speakers("Tom Roy")],
        [
            mention(text, "Roy", "Tom Roy"),
            mention(text, "Norland", nth=0),
            mention(text, "Tom Roy"),
            mention(text, "Norland", nth=1),
        ],
    )
    assert pairs(found) == [(None, "Tom Roy"), (None, "Norland"), ("Tom Roy", "Norland")]


def test_no_name_no_stance() -> None:
    text = f"{BODY}Somebody said Tom Roy had won."
    said = attribution(text, "Somebody", "said", "Tom Roy had won")
    assert asked(text, [said], [speakers(None)], [mention(text, "Tom Roy")]) == ()
    assert asked(text, [said], [()], [mention(text, "Tom Roy")]) == ()


def test_two_speakers_are_asked_about_alone() -> None:
    text = f"{BODY}Ann Lee and Tom Roy said Norland had won."
    said = attribution(text, "Ann Lee and Tom Roy", "said", "Norland had won")
    found = asked(text, [said], [speakers("Ann Lee", "Tom Roy")], [mention(text, "Norland")])
    assert [request.shown for request in found] == [
        "Ann Lee said Norland had won.",
        "Tom Roy said Norland had won.",
    ]


def test_the_inner_voice_speaks() -> None:
    text = f"{BODY}Ann Lee said Tom Roy promised Norland would win."
    outer = attribution(text, "Ann Lee", "said", "Tom Roy promised Norland would win")
    inner = attribution(text, "Tom Roy", "promised", "Norland would win")
    found = asked(
        text,
        [outer, inner],
        [speakers("Ann Lee"), speakers("Tom Roy")],
        [mention(text, "Tom Roy"), mention(text, "Norland")],
    )
    assert pairs(found) == [("Ann Lee", "Tom Roy"), ("Tom Roy", "Norland")]


def test_an_actor_counts_once_in_a_sentence() -> None:
    text = f"{BODY}Norland lost, Norland wept. Norland left."
    mentions = [mention(text, "Norland", nth=n) for n in range(3)]
    found = asked(text, [], [], mentions)
    assert [request.start for request in found] == [mentions[0].start, mentions[2].start]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content", "target", "shown"),
    [
        ("Ann Lee mocked the plan.", "Ann Lee", "mocked", "the plan", "Ann Lee", "Ann Lee …."),
        ("“No,” said loyal Ann Lee.", "Ann Lee", "said", "“No,”", "Ann Lee", "… loyal Ann Lee."),
        ("In rich Oslo, Lee said no.", "Lee", "said", "no", "Oslo", "In rich Oslo, Lee …."),
        ("Oslo slept.", None, None, "Talks", "Oslo", "Oslo slept."),
    ],
)
def test_the_narrator_is_read_without_the_others_words(
    sentence: str, source: str | None, cue: str | None, content: str, target: str, shown: str
) -> None:
    text = BODY + sentence
    said = attribution(text, source, cue, content)
    (found,) = asked(text, [said], [speakers(None)], [mention(text, target)])
    assert found.shown == shown
    assert marked(found) == (None, target)


def test_a_mention_outside_every_sentence_is_left_out() -> None:
    text = f"{BODY}Oslo slept. Norland woke."
    before = Mention("Talks", "group", 0, 5)
    assert plan(text, segment(text)[1:], [], [], [before]) == ()
    assert plan(text, [], [], [], [mention(text, "Oslo")]) == ()


class Oracle:
    """Stands in for the model: sure of what the first word of a text says."""

    side = 0.0  # knows no statements
    judging = 0.0  # nor what judges

    def toward(self, texts: Sequence[str], targets: Sequence, groups: object = None) -> np.ndarray:
        assert len(texts) == len(targets)
        columns = {"Good": 0, "Bad": 1, "Plain": 2}
        return np.eye(3, dtype=np.float32)[[columns[text.split()[0]] for text in texts]]

    def between(
        self, texts: Sequence[str], sources: Sequence, targets: Sequence, groups: object = None
    ) -> np.ndarray:
        assert len(texts) == len(sources) == len(targets)
        found = np.zeros((len(texts), 5), dtype=np.float32)
        found[:] = [0.1, 0.3, 0.1, 0.3, 0.2]
        return found


def request(number: int, shown: str, source: tuple[int, int] | None = None) -> Request:
    return Request(number, None, None, "Oslo", 0, 4, shown, (0, 4), source)


def test_scores_come_back_in_order() -> None:
    planned = [
        [request(0, "Bad Oslo"), request(1, "Directed", (5, 6)), request(2, "Good Oslo")],
        [],
        [request(0, "Plain Oslo")],
    ]
    found = score(planned, Oracle())
    assert [[each.label for each in article] for article in found] == [
        ["against", "none", "favor"],
        [],
        ["none"],
    ]
    assert [each.sentence for each in found[0]] == [0, 1, 2]


def test_what_goes_back_is_no_stance_of_the_speaker() -> None:
    ((found,),) = score([[request(0, "Directed", (5, 6))]], Oracle())
    assert (found.favor, found.against, found.none) == pytest.approx((0.1, 0.3, 0.6))


class Judge(Oracle):
    """Knows as well whether the narrator judges: where the text has an exclamation mark."""

    judging = 0.3

    def statement(self, texts, speakers, targets, groups=None, *, narrated=False) -> np.ndarray:
        assert narrated
        assert all(text.startswith("Narrator: ") for text in texts)
        return np.array([[0.2, 0.2, 0.6] if "!" in text else [0.1, 0.1, 0.8] for text in texts])


def test_a_side_of_the_narrator_is_told_by_what_makes_it() -> None:
    said = Request(3, 0, None, "Oslo", 0, 4, "Bad Oslo!", (4, 8), None)
    planned = [[request(0, "Bad Oslo!"), request(1, "Good Oslo"), request(2, "Plain Oslo!"), said]]
    told = [each.portrayal for each in score(planned, Judge())[0]]
    assert told == ["evaluation", "outcome", None, None]
    assert {each.portrayal for each in score(planned, Oracle())[0]} == {None}


@pytest.mark.parametrize(
    ("kind", "of_no_country", "own"),
    [
        ("country", {"Lee"}, True),
        ("country", {"Roe"}, False),
        ("country", set(), False),
        ("person", {"Lee"}, False),
    ],
)
def test_a_minister_of_an_untold_country_may_be_of_any(kind, of_no_country, own) -> None:
    text = "Lee said Oslo lied."
    one = attribution(text, "Lee", "said", "Oslo lied")
    said = [Mention("Oslo", kind, 9, 13)]
    who = [(Speaker("Lee", "named"),)]
    (asked,) = plan(text, segment(text), [one], who, said, {}, of_no_country)
    assert asked.own is own


class Sided(Oracle):
    """Asked for a side, keeps which sentences it was asked about alone."""

    side = 0.5

    def __init__(self, conveyed: float = 0.15) -> None:
        self.alone: list[str] = []
        self.conveyed = conveyed

    def statement(self, texts, speakers, targets, groups=None, own=None) -> np.ndarray:
        of = {"u": [0.2, 0.3, 0.5], "s": [0.01, 0.95, 0.04], "n": [0.04, 0.01, 0.95]}
        return np.array([of[text[0]] for text in texts], dtype=np.float32)

    def toward(self, texts, targets, groups=None) -> np.ndarray:
        self.alone += texts
        return super().toward(texts, targets, groups)

    def weighed(self, sides: np.ndarray, conveyed: np.ndarray) -> np.ndarray:
        return conveyed


@pytest.mark.parametrize(
    ("statement", "alone", "weight", "asked"),
    [
        ("unsure", "Bad Oslo", 0.15, ["Bad Oslo"]),
        ("unsure", "Bad Oslo", 0.0, []),  # what weighs nothing is not asked
        ("sure of a side", "Bad Oslo", 0.15, []),
        ("none, surely", "Bad Oslo", 0.15, []),
        ("unsure", "", 0.15, []),
    ],
)
def test_an_unsure_side_is_asked_of_the_sentence_alone(statement, alone, weight, asked) -> None:
    reader = Sided(weight)
    asks = (statement, (0, 1), (1, 2)), (alone, (0, 3))
    told = Request(1, 0, "Lee", "Oslo", 0, 4, "Plain", (0, 4), None, *asks)
    ((found,),) = score([[told]], reader)
    assert reader.alone == asked
    assert (found.against == 1.0) is bool(asked)


@pytest.mark.parametrize(
    ("conveyed", "less"),
    [([0.98, 0.01, 0.01], "against"), ([0.01, 0.98, 0.01], "favor"), ([0.01, 0.01, 0.98], "favor")],
)
def test_what_a_sentence_conveys_moves_a_side_a_little(conveyed, less) -> None:
    reader = Reader.load("quick")
    sides = np.array([[0.3, 0.3, 0.4]], dtype=np.float32)
    (moved,) = reader.weighed(sides, np.array([conveyed], dtype=np.float32))
    assert moved[TOWARD.index(less)] < 0.3
    assert moved.sum() == pytest.approx(1, abs=1e-5)
    assert moved.max() < 0.75
    even = np.full((1, 3), 1 / 3, dtype=np.float32)
    assert reader.weighed(sides, even) == pytest.approx(sides, abs=1e-5)


def test_nothing_to_score() -> None:
    assert score([], Oracle()) == []
    assert score([[], []], Oracle()) == [[], []]


TEXT = "Ann Lee attacked Tom Roy for his failed policy."


def test_stance_towards() -> None:
    frame = stance_towards([TEXT, "Tom Roy sat down."], [(17, 24), [0, 7]])
    assert list(frame.columns) == ["label", "favor", "against", "none"]
    assert frame.label.tolist() == ["against", "none"]
    chances = frame[["favor", "against", "none"]]
    np.testing.assert_allclose(chances.sum(axis=1), 1, atol=1e-5)
    assert (chances.idxmax(axis=1) == frame.label).all()


def test_stance_between() -> None:
    frame = stance_between([TEXT, TEXT], [(0, 7), (17, 24)], [(17, 24), (0, 7)])
    assert list(frame.columns) == [
        "label",
        "favor",
        "against",
        "favor_back",
        "against_back",
        "none",
    ]
    assert frame.label.tolist() == ["against", "against_back"]


def test_empty_lists_give_empty_frames() -> None:
    assert stance_towards([], []).shape == (0, 4)
    assert stance_between([], [], []).label.dtype == "str"
    empty = stance.stance_of_speakers([], [], [])
    assert list(empty) == ["label", "favor", "against", "none"] and empty.empty


@pytest.mark.parametrize(
    ("texts", "targets", "said"),
    [
        ([TEXT], [], "1 texts but 0 targets"),
        ([TEXT], [(40, 999)], r"targets\[0\] is \(40, 999\)"),
        ([TEXT], [(-1, 4)], "not a span of its text of 47 characters"),
        ([TEXT], [(7, 7)], "not a span"),
        ([TEXT], [(9, 7)], "not a span"),
        ([TEXT], [7], r"not a \(start, end\) pair"),
        ([TEXT], [(1, 2, 3)], r"not a \(start, end\) pair"),
        ([TEXT], [None], r"not a \(start, end\) pair"),
        (TEXT, [(0, 7)], "One text was given"),
        ([None], [(0, 7)], "Text 0 is not a string but NoneType"),
        ([""], [(0, 0)], "of 0 characters"),
    ],
)
def test_spans_that_do_not_fit(texts: object, targets: list, said: str) -> None:
    with pytest.raises(SpanError, match=said) as caught:
        stance_towards(texts, targets)
    assert isinstance(caught.value, AnalysisError)


def test_sources_are_checked_too() -> None:
    with pytest.raises(SpanError, match="0 sources"):
        stance.stance_between([TEXT], [], [(0, 7)])
    with pytest.raises(SpanError, match=r"sources\[0\]"):
        stance.stance_between([TEXT], [(0, 70)], [(0, 7)])
