"""The benchmarks' measures, against counts made by hand."""

import gzip
import json
import shutil
import sys
from pathlib import Path

import accuracy
import failures
import formats
import links
import measures
import numpy as np
import peers
import pytest
import spans
import speed

from onrecord.reader import Reader, Reading, Tagged
from onrecord.reader.folders import SHIPPED

TEXT = "Talks stall\n“No deal,” Ann Lee said. Tom Roy’s aide agreed."
GOLD = {
    "doc": "a",
    "text": TEXT,
    "attributions": [{"source": [[23, 30]], "cue": [[31, 35]], "content": [[12, 22]]}],
}
TOWARD = {"text": "Tom Roy is a great and honest man.", "target": [0, 7], "label": "favor"}
BETWEEN = {
    "text": "Ann Lee attacked Tom Roy for his failed policy.",
    "source": [0, 7],
    "target": [17, 24],
    "label": "against",
}


def reading(*found: tuple[str, str]) -> Reading:
    made = [(role, TEXT.index(words), len(words)) for role, words in found]
    return Reading(tuple(Tagged(role, at, at + size, 0.9) for role, at, size in made))


@pytest.mark.parametrize(
    ("row", "kind"), [(GOLD, "attribution"), (TOWARD, "toward"), (BETWEEN, "between")]
)
def test_kinds_are_told_apart(row: dict, kind: str) -> None:
    assert formats.kind_of(row) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no rows"),
        ("{", "JSON lines"),
        ('{"text": "a"}', "nothing measured"),
        ("[1]", "not an object"),
        (json.dumps(TOWARD) + "\n" + json.dumps(BETWEEN), "mixes rows of the kinds"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(formats.GoldError, match=said):
        formats.read_gold(path)


def test_packed_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold-dev.jsonl.gz"
    path.write_bytes(gzip.compress(f"{json.dumps(TOWARD)}\n\n".encode()))
    gold = formats.read_gold(path)
    assert (gold.name, gold.kind, gold.rows) == ("gold-dev", "toward", [TOWARD])


def test_macro_f1_by_hand() -> None:
    gold, found = ["a", "a", "b", "c"], ["a", "b", "b", "b"]
    counts = measures.label_counts(gold, found, ["a", "b", "c"])
    whole = measures.macro_f1(counts, 200)
    assert whole.value == pytest.approx((200 / 3 + 50 + 0) / 3)
    assert whole.low < whole.value < whole.high
    assert [round(each.value, 1) for each in measures.each_f1(counts, 5)] == [66.7, 50.0, 0.0]


def test_intervals_repeat_and_vanish_with_certainty() -> None:
    counts = measures.label_counts(["a", "b"] * 50, ["a", "b"] * 50, ["a", "b"])
    assert str(measures.macro_f1(counts, 50)) == "100.0 (100.0 to 100.0)"
    one, two = (measures.share([1, 0, 3], [2, 2, 3], 90) for _ in range(2))
    assert one == two
    assert one.value == pytest.approx(100 * 4 / 7)


@pytest.mark.parametrize(
    ("right", "sure", "expected"),
    [
        ([True, True], [1.0, 1.0], 0.0),
        ([False, False], [1.0, 1.0], 1.0),
        ([True, False, True, False], [0.55, 0.55, 0.95, 0.95], 0.25),
    ],
)
def test_calibration_error(right: list, sure: list, expected: float) -> None:
    error = measures.calibration_error(np.array(right), np.array(sure))
    assert error == pytest.approx(expected)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(0, 5)], {(0, 1)}),
        ([(1, 2)], {(0, 1)}),
        ([(0, 11)], {(0, 2)}),
        ([(5, 6)], set()),
        ([(0, 5), (2, 11)], {(0, 1)}),
        ([(0, 5), (6, 11)], {(0, 1), (1, 2)}),
        ([(6, 14)], {(1, 2), (2, 4)}),
        ([(900, 950)], set()),
    ],
    ids=["one", "inside", "two", "space", "overlap", "beside", "across lines", "outside"],
)
def test_spans_become_words(given: list, expected: set) -> None:
    assert spans.Tags(TEXT).spans(given) == expected


def test_exact_spans_count_by_role() -> None:
    found = reading(
        ("content", "“No deal,”"), ("source", "Lee"), ("cue", "said"), ("cue", "agreed")
    )
    counts = spans.span_counts([GOLD], [found])
    assert counts[0].tolist() == [[0, 1, 1], [1, 2, 1], [1, 1, 1]]


def test_a_full_stop_more_is_not_exact() -> None:
    counts = spans.span_counts([GOLD], [reading(("content", "“No deal,” Ann"))])
    assert counts[0, 2].tolist() == [0, 1, 1]


def test_links_given_right_spans() -> None:
    swapped = json.loads(json.dumps(GOLD))
    swapped["attributions"][0]["source"] = [[38, 51]]
    swapped["attributions"].append({"source": [[23, 30]], "cue": [[52, 58]], "content": []})
    right, of = links.link_counts([GOLD, swapped])
    assert of == [1, 1]
    assert right == [1, 0]


@pytest.mark.parametrize(
    ("score", "edge", "label"),
    [(0.05, 0.05, "none"), (0.06, 0.05, "favor"), (-0.06, 0.05, "against"), (0.0, 0.0, "none")],
)
def test_thresholds_of_the_lexicons(score: float, edge: float, label: str) -> None:
    assert peers.by_sign(score, edge) == label


def test_lexicons_do_not_see_the_target() -> None:
    rows = [{**TOWARD, "label": "favor"}, {**TOWARD, "target": [13, 18], "label": "favor"}]
    assert peers.vader(rows) == peers.textblob(rows) == ["favor", "favor"]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    for name, row in (("a-dev", GOLD), ("b-dev", TOWARD), ("c-dev", BETWEEN), ("d-dev", TOWARD)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row), "utf-8")
    into = tmp_path / "report.md"
    given = ["--data", str(tmp_path), "--samples", "20", "--into", str(into)]
    assert accuracy.main(given) == 0
    report = into.read_text("utf-8")
    assert report.strip() == capsys.readouterr().out.strip()
    assert "### c-dev (between, 1 rows)" in report
    assert "VADER" in report and "TextBlob" in report
    assert "Mean macro-F1 of the 2 files of toward" in report


def test_dev_figures_are_kept_with_the_weights(tmp_path: Path) -> None:
    data, weights = tmp_path / "data", tmp_path / "weights"
    data.mkdir()
    shutil.copytree(SHIPPED, weights)
    named = {"polnear-dev": GOLD, "newsmtsc-dev-mt": TOWARD, "newsmtsc-dev-rw": TOWARD}
    for name, row in (named | {"other-dev": BETWEEN}).items():
        (data / f"{name}.jsonl").write_text(json.dumps(row), "utf-8")
    given = ["--data", str(data), "--model", str(weights), "--samples", "20", "--record"]
    assert accuracy.main(given) == 0
    kept = json.loads((weights / "model.json").read_text("utf-8"))["dev"]["int8"]
    assert set(kept) == {"source", "cue", "content", "links", "mt", "rw", "newsmtsc"}
    assert kept["newsmtsc"] == kept["mt"] == kept["rw"]
    assert 0 <= kept["content"] <= 100


@pytest.mark.parametrize(
    ("files", "said"),
    [(["missing"], "no file missing"), ([], "holds no dev file"), (["odd"], "unknown label")],
)
def test_wrong_use_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture, files: list, said: str
) -> None:
    if files == ["odd"]:
        row = {**TOWARD, "label": "positive"}
        (tmp_path / "odd.jsonl").write_text(json.dumps(row), "utf-8")
    assert accuracy.main(["--data", str(tmp_path), *files]) == 2
    assert said in capsys.readouterr().err


def test_pace_is_units_per_second() -> None:
    assert speed.Pace("reading", 30, "articles", 1.5).each_second == pytest.approx(20)


def test_the_best_round_counts_and_the_first_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    clock = iter([0.0, 5.0, 10.0, 12.0])
    monkeypatch.setattr(speed.time, "perf_counter", lambda: next(clock))
    assert speed.best(2, lambda: ran.append(1)) == 2.0
    assert len(ran) == 3


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ('print("{\\"missing\\": \\"torch\\"}")', "torch is not installed"),
        ("raise SystemExit(3)", "it failed"),
        ('print("{\\"seconds\\": 2.0}")', "times the pairs"),
    ],
)
def test_a_missing_peer_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    script = tmp_path / "peer.py"
    script.write_text(program, "utf-8")
    monkeypatch.setattr(speed, "ROBERTA", script)
    reader = Reader.load()
    paces, sentence = speed.pair_paces(["Rain fell."], [(0, 4)], reader, [5], 1, sys.executable)
    assert said in sentence
    assert len(paces) == 1 + (said == "times the pairs")


@pytest.mark.parametrize(
    ("sentence", "text", "spans"),
    [
        ("[Ann] met Bo.", "Ann met Bo.", {"[": (0, 3)}),
        ("{Ann} met [Bo Li].", "Ann met Bo Li.", {"{": (0, 3), "[": (8, 13)}),
        ("Ann met Bo.", "Ann met Bo.", {}),
    ],
)
def test_marks_of_a_sentence(sentence: str, text: str, spans: dict) -> None:
    assert failures.marked(sentence) == (text, spans)


def test_the_two_likeliest_labels_are_told() -> None:
    assert failures.told(("favor", "against", "none"), (0.2, 0.5, 0.3)) == "against 0.50, none 0.30"
