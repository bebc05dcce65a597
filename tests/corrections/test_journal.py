import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.corrections import (
    Anchor,
    Article,
    Correction,
    append,
    corrections_files,
    read_corrections,
)
from onrecord.corrections.journal import file_of
from onrecord.errors import CorrectionsError

WORDS = (Anchor("“No,”", 4, 9, "Hm. ", " she said"),)
HERE = Article("0123", "Ferries stop", "The Lantern")
PLACE = Anchor("Norland", 20, 27).json()
ANSWERS = [
    Correction("right", "ada", "2031-03-01T09:00:00+00:00", HERE, WORDS, {"speakers": ["Bo Ek"]}),
    Correction("speaker", "ada", "2", HERE, WORDS, {}, {"speakers": ["Ida Ø. “Bim” Lund"]}),
    Correction("speaker", "ada", "3", HERE, WORDS, {}, {"speakers": []}),
    Correction(
        "stance",
        "ada",
        "4",
        HERE,
        WORDS,
        {},
        {"target": "Norland", "label": "against", "anchor": PLACE},
    ),
    Correction("no quote", "ada", "5", HERE, WORDS),
    Correction("words", "ada", "6", HERE, WORDS, {}, {"content": [PLACE]}),
    Correction("added", "ada", "7", HERE, WORDS, {}, {"speakers": ["Bo Ek"], "cue": [PLACE]}),
    Correction("same person", "bo", "8", None, (), {"name": "B. Ek"}, {"name": "Bo Ek"}),
    Correction("apart", "bo", "9", None, (), {}, {"name": "Bo Ek"}, settles=True),
    Correction("skip", "bo", "91", HERE, WORDS),
]


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "corrections.jsonl"
    for answer in ANSWERS:
        append(path, answer)
    assert read_corrections([path]) == (sorted(ANSWERS, key=lambda each: each.when), [])
    assert "“No,”" in path.read_text("utf-8")  # people can read it


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "wrong"}, "no kind"),
        ({"kind": ["right"]}, "no kind"),
        ({"article": None}, "no article"),
        ({"article": {"id": 3}}, "no article"),
        ({"words": []}, "no words"),
        ({"words": "No"}, "no list of anchors"),
        ({"words": [{"text": "No"}]}, "anchor"),
        ({"kind": "speaker", "is": {"speakers": "Bo Ek"}}, "no list of names"),
        ({"kind": "speaker", "is": {"speakers": [""]}}, "no list of names"),
        ({"kind": "speaker"}, "no list of names"),
        ({"kind": "words"}, "no words"),
        ({"kind": "stance", "is": {"target": "Norland", "label": "bad", "anchor": PLACE}}, "label"),
        ({"kind": "stance", "is": {"target": "Norland", "label": "favor"}}, "anchor"),
        ({"kind": "apart"}, "no name"),
        ({"kind": "same person", "is": {"name": "Bo"}}, "which name"),
        ({"was": {"stances": [{"label": "favor"}]}}, "target"),
        ({"was": [1]}, "no objects"),
    ],
)
def test_a_line_that_is_none_is_told_and_the_others_count(tmp_path, change, reason):
    path = tmp_path / "corrections.jsonl"
    good = ANSWERS[0].line()
    bad = json.dumps({**json.loads(good), **change}).encode()
    path.write_bytes(good + b"\n" + bad + b"\n\n" + ANSWERS[4].line())
    found, problems = read_corrections([path])
    assert [each.kind for each in found] == ["right", "no quote"]
    (problem,) = problems
    assert problem.place == "corrections.jsonl, line 2"
    assert reason in problem.reason


@pytest.mark.parametrize("cut", [1, 20, 100])
def test_a_half_written_line_spoils_nothing_but_itself(tmp_path, cut):
    path = tmp_path / "corrections.jsonl"
    append(path, ANSWERS[0])
    whole = path.read_bytes()
    path.write_bytes(whole + ANSWERS[4].line()[:-cut])
    append(path, ANSWERS[9])
    found, problems = read_corrections([path])
    assert [each.kind for each in found] == ["right", "skip"]
    assert len(problems) == 1
    assert path.read_bytes().startswith(whole)


def test_a_killed_review_keeps_every_answer_given_before(tmp_path):
    path = tmp_path / "corrections.jsonl"
    code = (
        "import os, sys, pathlib; from onrecord.corrections import Correction, append\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "for n in range(50):\n"
        "    append(path, Correction('apart', 'ada', str(n), now={'name': f'Bo {n}'}))\n"
        "    print(n, flush=True)\n"
        "    if n == 20: os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True)
    said = len(done.stdout.split())
    found, problems = read_corrections([path])
    assert done.returncode == -9
    assert (len(found), problems) == (said, []) == (21, [])


def test_every_reviewer_has_a_file(tmp_path):
    names = [file_of(tmp_path, who).name for who in (None, "Ada", "Bo/../x", "Åse 2")]
    assert names == [
        "corrections.jsonl",
        "corrections-ada.jsonl",
        "corrections-bo-x.jsonl",
        "corrections-åse-2.jsonl",
    ]
    for name in (*names, "notes.jsonl", "corrections.json"):
        (tmp_path / name).write_text("")
    assert sorted(path.name for path in corrections_files(tmp_path)) == sorted(names)
    with pytest.raises(CorrectionsError, match="no letter"):
        file_of(tmp_path, "/..")


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    with pytest.raises(CorrectionsError, match="cannot be written"):
        append(tmp_path / "gone" / "corrections.jsonl", ANSWERS[0])
    with pytest.raises(CorrectionsError, match="cannot be read"):
        read_corrections([Path(tmp_path)])
