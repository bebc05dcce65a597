"""Who speaks in subtitles: a turn a paragraph, however often its speaker is named."""

import pytest

from onrecord.load.subtitles import Cue, joined


def _cues(*lines, gap=0.0):
    return [Cue(n * (2 + gap), n * (2 + gap) + 2, [line]) for n, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("lines", "turns"),
    [
        (["Anna Kell: Crews have", "Anna Kell: left.", "Bo Dorn: No."],
         ["Anna Kell: Crews have left.", "Bo Dorn: No."]),
        (["KELL: Crews have", "left.", "KELL: All of them."],
         ["KELL: Crews have left. All of them."]),
        ([">> KELL: They left.", ">> KELL: Who did?"], ["KELL: They left.", "KELL: Who did?"]),
        (["KELL: They left.", "- Who did?", "KELL: They."], ["KELL: They left.", "Who did?",
         "KELL: They."]),
        (["KELL: They left.", "DORN: Who?", "KELL: They."],
         ["KELL: They left.", "DORN: Who?", "KELL: They."]),
        (["KELL: They left.", "Note: they came back."],
         ["KELL: They left.", "Note: they came back."]),
    ],
)  # fmt: skip
def test_turns(lines, turns):
    assert joined(_cues(*lines)) == turns


def test_after_a_pause_a_paragraph_names_its_speaker():
    assert joined(_cues("KELL: They left.", "KELL: All of them.", gap=9)) == [
        "KELL: They left.",
        "KELL: All of them.",
    ]
