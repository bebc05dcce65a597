import pytest
from reviewed import session, stored

from onrecord.corrections import read_corrections
from onrecord.review.view import shown
from onrecord.review.widget import take


@pytest.fixture
def sitting(tmp_path):
    return session(stored(tmp_path))


def _said(sitting):
    found, problems = read_corrections([sitting.path] if sitting.path.is_file() else [])
    assert problems == []
    return [(each.kind, each.now) for each in found]


@pytest.mark.parametrize(
    ("message", "kind", "right", "goes_on"),
    [
        ({"answer": "right"}, "right", {}, True),
        ({"answer": "no quote"}, "no quote", {}, True),
        ({"answer": "skip"}, "skip", {}, True),
        ({"answer": "speaker", "name": "rand"}, "speaker", {"speakers": ["Cleo Rand"]}, True),
        ({"answer": "speaker", "name": "-"}, "speaker", {"speakers": []}, True),
        ({"answer": "same person", "name": "A B"}, "same person", {"name": "A B"}, False),
    ],
)
def test_an_answer_is_kept_at_once(sitting, message, kind, right, goes_on):
    before = shown(sitting)
    assert take(sitting, message, ["Cleo Rand"]) == ""
    assert _said(sitting) == [(kind, right)]
    assert (shown(sitting)["id"] != before["id"]) == goes_on
    assert goes_on or shown(sitting)["said"] == ["Ada Quist is A B"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"answer": "praise"},
        {"answer": "words"},
        {"answer": "words", "spans": []},
        {"answer": "words", "spans": [[4, 4]]},
        {"answer": "words", "spans": [[-3, 4]]},
        {"answer": "words", "spans": [[3, 99999]]},
        {"answer": "words", "spans": [[3, 9], [8, 12]]},
        {"answer": "words", "spans": [3, 9]},
        {"answer": "stance", "number": 99, "label": "favor"},
        {"answer": "same person", "name": ""},
        {"answer": "added", "spans": [["x", 3]]},
    ],
)
def test_what_is_no_answer_is_told(sitting, message):
    before = shown(sitting)
    assert take(sitting, message)
    assert _said(sitting) == []
    assert shown(sitting) == before


def test_evidence_and_selected_words(sitting):
    while "Norland lied" not in sitting.current.words[0].text:
        sitting.forward()
    view = shown(sitting)
    spans = {role: view["text"][start:end] for start, end, role in view["spans"]}
    assert spans == {
        "content": "“Norland lied to France,”", "source": "Bo Lund", "cue": "warned",
        "target": "France",
    }  # fmt: skip
    start = view["offset"] + view["text"].index("lied")
    assert take(sitting, {"answer": "words", "spans": [[start, start + 14]]}) == ""
    assert _said(sitting)[0][1]["content"][0]["text"] == "lied to France"
    assert take(sitting, {"answer": "back"}) == ""
    assert take(sitting, {"answer": "stance", "number": 0, "label": "against"}) == ""
    assert _said(sitting)[1][1]["label"] == "against"


def test_the_end_is_told(sitting):
    while not shown(sitting)["done"]:
        take(sitting, {"answer": "right"})
    assert shown(sitting)["given"] == len(_said(sitting)) == 3
    assert take(sitting, {"answer": "right"})


def test_the_widget_answers_messages(tmp_path):
    pytest.importorskip("anywidget")
    from onrecord.review.widget import review

    made = review(stored(tmp_path), reviewer="ada", order="text")
    first = made.view
    made._answered(made, {"answer": "right"}, [])
    assert made.view != first
    assert made.problem == ""
    assert (tmp_path / "tables" / "corrections-ada.jsonl").is_file()


def test_a_key_pressed_twice_answers_nothing_unseen(sitting):
    pressed = {"answer": "right", "id": shown(sitting)["id"]}
    assert take(sitting, pressed) == take(sitting, pressed) == ""
    assert len(_said(sitting)) == 1


def test_back_shows_what_was_said(sitting):
    take(sitting, {"answer": "speaker", "name": "Bo Ek"})
    assert shown(sitting)["said"] == []
    take(sitting, {"answer": "back"})
    assert shown(sitting)["said"] == ["speaker Bo Ek"]


def test_words_in_parts(sitting):
    view = shown(sitting)
    spans = [
        [view["text"].index(word), view["text"].index(word) + 5] for word in ("will ", "sail,")
    ]
    assert take(sitting, {"answer": "words", "spans": spans}) == ""
    assert [each["text"] for each in _said(sitting)[0][1]["content"]] == ["will ", "sail,"]
