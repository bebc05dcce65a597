"""A sheet comes back filled in: what is read of it, and what the estimates make of it."""

import json

import pandas as pd
import pytest
from audited import PEOPLE, agreed, corpus, filled

from onrecord import audit, summary
from onrecord.audit.answers import read_answers
from onrecord.errors import AuditError

TABLES = corpus()
ROWS = audit.frame(TABLES)


def checked(tmp_path, change=lambda item, answer: answer, n=120, **saved):
    audit.draw(TABLES, tmp_path, n=n)
    answers = {item: change(item, answer) for item, answer in agreed(ROWS).items()}
    return audit.read(TABLES, filled(tmp_path / "sheet.csv", answers, **saved))


@pytest.mark.parametrize("by", [(), "outlet", "speaker", "pair", "month", ["outlet", "voice"]])
@pytest.mark.parametrize("measure", ["score", "against"])
def test_who_agrees_with_the_model_gets_its_numbers(tmp_path, by, measure):
    found = checked(tmp_path).estimate(measure, by)
    known = found.dropna(subset="corrected")
    assert len(known) == len(found) or by == "pair"
    if measure == "against":
        assert known.corrected.tolist() == pytest.approx(known.model.tolist(), abs=0.06)
    assert (known.corrected_low <= known.corrected).all()
    assert (known.corrected <= known.corrected_high).all()
    assert found.statements.sum() == (ROWS.speaker.notna().sum() if by == "speaker" else len(ROWS))


def test_the_model_alone_is_what_the_summaries_say(tmp_path):
    ours = checked(tmp_path).estimate("score", "pair").set_index(["teller", "target"])
    theirs = summary.pairs(TABLES).set_index(["teller", "target"])
    for ends in (("model", "value"), ("model_low", "low"), ("model_high", "high")):
        pd.testing.assert_series_equal(
            ours[ends[0]].sort_index(), theirs[ends[1]].sort_index(), check_names=False
        )


def test_what_the_model_gets_wrong_is_put_right(tmp_path):
    # in truth nobody is against: the model's 47 % are errors
    found = checked(tmp_path, lambda item, said: ("none" if said[0] == "against" else said[0], ""))
    made = found.estimate("against").iloc[0]
    assert made.model > 0.4
    assert made.corrected == pytest.approx(0, abs=1e-9) and made.corrected_high < 0.1
    right = found.accuracy().set_index(["what", "kind"]).right
    assert right["stance", "said to be against"] == 0
    assert right["stance", "said to be in favor"] == 1


def test_speakers_are_those_that_the_person_names(tmp_path):
    # all that Cy Dahl is said to have said was said by Bo Ek
    found = checked(tmp_path, lambda _, said: (said[0], "ek" if said[1] == PEOPLE[2] else said[1]))
    made = found.estimate("none", "speaker").set_index("speaker")
    assert made.loc["Cy Dahl", "checked"] > 0 and pd.isna(made.loc["Cy Dahl", "labels"])
    assert made.loc["Bo Ek", "checked"] > made.loc["Ada Quist", "checked"]
    assert found.caption.startswith("checked 120 of 120; ")
    right = found.accuracy().set_index(["what", "kind"]).right
    assert right["stance", "all"] == 1 and right["speaker", "narrators"] == 1
    assert 0.5 < right["speaker", "speakers"] < 0.8


def test_what_is_no_statement_leaves_the_count(tmp_path):
    found = checked(
        tmp_path, lambda _, said: ("no statement" if said[0] == "favor" else said[0], said[1])
    )
    assert found.estimate("favor").iloc[0].corrected == pytest.approx(0, abs=1e-9)
    right = found.accuracy().set_index(["what", "kind"]).right
    assert right["statement", "said to be in favor"] == 0
    assert right["statement", "said to be against"] == 1


@pytest.mark.parametrize(
    ("typed", "stance"),
    [
        ("favor", "favor"), ("In favour", "favor"), (" FOR ", "favor"), ("+", "favor"),
        ("against", "against"), ("-", "against"), ("'-", "against"),
        ("none", "none"), ("Neutral", "none"), ("0", "none"),
        ("no statement", "no statement"), ("no quote", "no statement"),
        ("unclear", None), ("?", None), ("", None), ("maybe", None),
    ],
)  # fmt: skip
def test_answers_as_people_type_them(tmp_path, typed, stance):
    audit.draw(TABLES, tmp_path, n=5)
    item = json.loads((tmp_path / "design.json").read_text())["items"].popitem()[0]
    found = read_answers(filled(tmp_path / "sheet.csv", {item: (typed, "Ada Quist")}))
    assert found.given.stance.tolist() == ([stance] if stance else [])
    assert bool(found.problems) == (typed == "maybe")


@pytest.mark.parametrize(
    ("again", "problems"), [("favor", 0), ("For", 0), ("unclear", 0), ("against", 1)]
)
def test_a_row_that_is_answered_twice(tmp_path, again, problems):
    audit.draw(TABLES, tmp_path, n=5)
    item = json.loads((tmp_path / "design.json").read_text())["items"].popitem()[0]
    path = filled(tmp_path / "sheet.csv", {item: ("favor", "Ada Quist")})
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    twice = rows[rows["item"] == item].assign(stance=again)
    pd.concat([rows, twice]).to_csv(path, index=False)
    found = read_answers(path)
    assert found.given.stance.tolist() == ["favor"]
    assert len(found.problems) == problems


@pytest.mark.parametrize(
    ("saved", "name"),
    [
        ({"delimiter": ";"}, "semicolons"),
        ({"delimiter": "\t"}, "tabs"),
        ({"encoding": "cp1252"}, "Windows"),
        ({"encoding": "utf-8"}, "no mark"),
    ],
)
def test_sheets_as_spreadsheets_save_them(tmp_path, saved, name):
    assert checked(tmp_path, n=30, **saved).checked == 30, name


@pytest.mark.parametrize("answered", [0, 1, 20, 60])
def test_rows_that_were_not_answered_are_said_and_made_up_for(tmp_path, answered):
    audit.draw(TABLES, tmp_path, n=80)
    items = list(json.loads((tmp_path / "design.json").read_text())["items"])[:answered]
    said = {item: answer for item, answer in agreed(ROWS).items() if item in items}
    found = audit.read(TABLES, filled(tmp_path / "sheet.csv", said))
    assert found.caption.startswith(f"checked {answered} of 80")
    assert found.person.weight.sum() == pytest.approx(len(ROWS) if answered else 0)
    made = found.estimate("against").iloc[0]
    assert pd.isna(made.corrected) == (answered < 5)


def test_answers_come_back_from_label_studio(tmp_path):
    audit.draw(TABLES, tmp_path, n=20)
    tasks = json.loads((tmp_path / "label-studio.json").read_text("utf-8"))
    said = agreed(ROWS)
    for number, task in enumerate(tasks):
        stance, speaker = said[task["data"]["item"]]
        result = [
            {"from_name": "stance", "type": "choices", "value": {"choices": [stance]}},
            {"from_name": "speaker", "type": "textarea", "value": {"text": [speaker]}},
        ]
        task["annotations"] = [{"was_cancelled": number == 0, "result": result}]
    export = tmp_path / "project-1.json"
    export.write_text(json.dumps(tasks), "utf-8")
    found = audit.read(TABLES, export)
    assert found.checked == 19
    assert found.accuracy().set_index(["what", "kind"]).right["all of it", "all"] == 1


def test_an_analysis_that_changed_keeps_what_still_fits(tmp_path):
    audit.draw(TABLES, tmp_path, n=60)
    filled(tmp_path / "sheet.csv", agreed(ROWS))
    fewer = summary.select(TABLES, outlet="The Gull")
    found = audit.read(fewer, tmp_path / "sheet.csv")
    assert 20 < found.checked < 40
    assert any("no longer fit" in note for note in found.notes)
    assert any("changed" in note for note in found.notes)
    assert "cost power" in found.notes[-1]


def test_a_wished_width_says_how_many_more(tmp_path):
    found = checked(tmp_path, n=60)
    widths = [found.estimate("against", width=w).more.iloc[0] for w in (0.9, 0.15, 0.001)]
    assert widths[0] == 0 and widths[1] >= 0 and pd.isna(widths[2])


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("no design", "design.json is missing"),
        ("no sheet", "cannot be read"),
        ("other columns", "no column 'item'"),
        ("foreign design", "no design"),
        ("other ending", "is no sheet"),
        ("no export", "no export"),
    ],
)
def test_errors_are_sentences(tmp_path, what, words):
    audit.draw(TABLES, tmp_path, n=5)
    sheet = tmp_path / "sheet.csv"
    if what == "no design":
        (tmp_path / "design.json").unlink()
    elif what == "no sheet":
        sheet.unlink()
    elif what == "other columns":
        sheet.write_text("a,b\n1,2\n")
    elif what == "foreign design":
        (tmp_path / "design.json").write_text('{"version": 1}')
    elif what == "other ending":
        sheet = sheet.rename(tmp_path / "sheet.docx")
    else:
        sheet = tmp_path / "export.json"
        sheet.write_text('{"a": 1}')
    with pytest.raises(AuditError, match=words):
        audit.read(TABLES, sheet)


@pytest.mark.parametrize(("measure", "by"), [("tone", ()), ("score", "weather")])
def test_unknown_questions(tmp_path, measure, by):
    with pytest.raises(AuditError, match=r"no measure|no groups"):
        checked(tmp_path, n=10).estimate(measure, by)


@pytest.mark.parametrize("width", [-1, 0, 2.5, float("nan")])
def test_a_width_that_no_interval_has(tmp_path, width):
    with pytest.raises(AuditError, match="No interval is"):
        checked(tmp_path, n=10).estimate(width=width)
