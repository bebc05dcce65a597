"""The reader on texts of every kind: spans inside the text, results in order."""

import json
import shutil

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.reader import BETWEEN, TOWARD, Reader
from onrecord.reader.folders import SHIPPED

QUOTE = '"We will sign nothing," Mara Voss said on Monday.'
PLAIN = "Heavy rain fell on the harbour overnight."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def found(reader: Reader, text: str) -> list[tuple[str, str]]:
    return [(each.role, text[each.start : each.end]) for each in reader.read([text])[0].spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            QUOTE,
            [("content", '"We will sign nothing,"'), ("source", "Mara Voss"), ("cue", "said")],
        ),
        (
            "The minister said that the bridge would open in May.",
            [
                ("source", "The minister"),
                ("cue", "said"),
                ("content", "that the bridge would open in May"),
            ],
        ),
        (PLAIN, []),
        ("", []),
        (" \n\t \r\n ", []),
    ],
)
def test_spans(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(reader, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x00 \x00",
        "\ud800 said \udfff",
        "👩‍👩‍👧 said “👍🏽”.",
        "Ge\u0301rard a dit: cafe\u0301 is closed, Ge\u0301rard said.",
        "x" * 50_000,
        "\r\n".join([QUOTE, PLAIN]),
        "“" * 3_000,
        "ünïcödé" * 400 + " said",
    ],
    ids=["nul", "surrogates", "emoji", "combining", "one word", "crlf", "marks", "long word"],
)
def test_odd_texts_are_read(reader: Reader, text: str) -> None:
    (reading,) = reader.read([text])
    for each in reading.spans:
        assert 0 <= each.start < each.end <= len(text)
        assert 0 <= each.confidence <= 1
    assert reader.toward([text], [(0, 2)]).sum() == pytest.approx(1, abs=1e-4)


def test_carriage_returns_do_not_move_spans(reader: Reader) -> None:
    text = f"Title\r\n\r\n{QUOTE}\r\n"
    assert ("source", "Mara Voss") in found(reader, text)


def test_spans_stay_in_their_line_and_in_order(reader: Reader) -> None:
    text = "\n".join([QUOTE, PLAIN, QUOTE])
    spans = reader.read([text])[0].spans
    assert [each.start for each in spans] == sorted(each.start for each in spans)
    assert all("\n" not in text[each.start : each.end] for each in spans)
    assert sum(each.role == "cue" for each in spans) == 2


def test_the_end_of_a_very_long_line_is_read(reader: Reader) -> None:
    text = f"{PLAIN} " * 400 + QUOTE
    assert "Mara Voss" in [words for role, words in found(reader, text) if role == "source"]


def test_results_do_not_hang_on_the_other_texts(reader: Reader) -> None:
    texts = [QUOTE, "", f"{PLAIN} " * 30, PLAIN, f"{QUOTE}\n{QUOTE}"]
    assert reader.read(texts) == [reader.read([text])[0] for text in texts]
    assert reader.read(texts[::-1]) == reader.read(texts)[::-1]


def test_no_texts(reader: Reader) -> None:
    assert reader.read([]) == []
    assert reader.toward([], []).shape == (0, 3)
    assert reader.between([], [], []).shape == (0, 5)


def test_toward(reader: Reader) -> None:
    texts = ["The crowd cheered Mara Voss, a brave and honest mayor."] * 2
    texts[1] = "The corrupt Mara Voss lied to the court again and shamed the city."
    targets = [(text.index("Mara"), text.index("Voss") + 4) for text in texts]
    chances = reader.toward(texts, targets)
    assert chances.dtype == np.float32
    np.testing.assert_allclose(chances.sum(1), 1, atol=1e-5)
    assert [TOWARD[i] for i in chances.argmax(1)] == ["favor", "against"]


def test_a_group_is_scored_apart_from_the_others(reader: Reader) -> None:
    texts = ["Voters cheered the mayor.", "Voters cheered the mayor.", PLAIN, QUOTE]
    targets = [(19, 24), (0, 6), (0, 10), (25, 34)]
    together = reader.toward(texts, targets, [0, 1, 1, 0])
    for group, rows in ((0, [0, 3]), (1, [1, 2])):
        alone = reader.toward([texts[i] for i in rows], [targets[i] for i in rows])
        assert (together[rows] == alone).all(), group


def test_between_has_a_direction(reader: Reader) -> None:
    text = "Ann Lee attacked Tom Roy for his failed policy."
    lee, roy = (0, 7), (17, 24)
    chances = reader.between([text] * 2, [lee, roy], [roy, lee])
    assert [BETWEEN[i] for i in chances.argmax(1)] == ["against", "against_back"]


@pytest.mark.parametrize(
    ("source", "target"),
    [((0, 7), (0, 7)), ((0, 7), (4, 7)), ((4, 7), (0, 7)), ((0, 5), (3, 9)), ((7, 8), (8, 8))],
    ids=["same", "inside", "round", "crossing", "white space"],
)
def test_spans_may_touch(reader: Reader, source: tuple, target: tuple) -> None:
    chances = reader.between(["Ann Lee attacked Tom Roy."], [source], [target])
    assert chances.sum() == pytest.approx(1, abs=1e-4)


def test_a_mark_far_into_a_long_text_counts(reader: Reader) -> None:
    text = f"{PLAIN} " * 900 + "The corrupt Mara Voss lied to the court again."
    start = text.index("Mara")
    chances = reader.toward([text], [(start, start + 9)])[0]
    assert TOWARD[chances.argmax()] == "against"


def test_weights_are_opened_once() -> None:
    assert Reader.load() is Reader.load(str(SHIPPED))


@pytest.mark.parametrize(
    ("missing", "said"),
    [("model.json", "no readable model.json"), ("tokenizer", "No tokenizer"), ("file", "missing")],
)
def test_missing_files_are_named(tmp_path, missing: str, said: str) -> None:
    model = json.loads((SHIPPED / "model.json").read_text("utf-8"))
    left_out = {
        "model.json": "model.json",
        "tokenizer": model["tokenizer"],
        "file": model["tags"]["file"],
    }[missing]
    for name in ("model.json", model["tokenizer"], model["tags"]["file"]):
        if name != left_out:
            shutil.copy(SHIPPED / name, tmp_path)
    with pytest.raises(ModelError, match=said):
        Reader.load(tmp_path)


@pytest.mark.parametrize(
    ("said", "lacks"),
    [("{}", "'tokenizer'"), ('{"tokenizer": "t.json"}', "'batch'"), ('{"tags": {}}', "'file'")],
)
def test_what_a_card_lacks_is_named(tmp_path, said: str, lacks: str) -> None:
    (tmp_path / "model.json").write_text(said, "utf-8")
    with pytest.raises(ModelError, match=f"lacks {lacks}"):
        Reader.load(tmp_path)


def test_what_a_card_lacks_of_a_second_look_is_named(tmp_path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(SHIPPED, folder)
    model = json.loads((folder / "model.json").read_text("utf-8"))
    del model["again"]["weight"]
    (folder / "model.json").write_text(json.dumps(model), "utf-8")
    with pytest.raises(ModelError, match="lacks 'weight'"):
        Reader.load(folder)


def test_broken_weights_are_named(tmp_path) -> None:
    model = json.loads((SHIPPED / "model.json").read_text("utf-8"))
    shutil.copy(SHIPPED / "model.json", tmp_path)
    shutil.copy(SHIPPED / model["tokenizer"], tmp_path)
    files = {
        task[key]
        for task in model.values()
        if isinstance(task, dict)
        for key in task.keys() & {"file", "below"}
    }
    assert {"reader.onnx", "large.npz"} < files
    for name in files:
        (tmp_path / name).write_bytes(b"not a network")
    with pytest.raises(ModelError, match="cannot be run"):
        Reader.load(tmp_path)


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        (None, {}),
        ({"int8": {"links": 95.0, "other": 1.0}}, {"contents with the right cue": 95.0}),
        ({"float32": {"links": 95.0}}, {}),
    ],
)
def test_accuracy_is_what_was_measured_of_these_weights(tmp_path, measured, expected) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(SHIPPED, folder)
    model = json.loads((folder / "model.json").read_text("utf-8"))
    model.pop("dev", None)
    if measured:
        model["dev"] = measured
    (folder / "model.json").write_text(json.dumps(model), "utf-8")
    found = {name.partition(" and ")[0]: value for name, value in Reader(folder).accuracy.items()}
    assert found == expected
