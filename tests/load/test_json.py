""".json and .jsonl."""

import json

import pytest

from onrecord.load import load

BODY = "The harbour talks stalled on Tuesday, and both sides left without a word."
ONE = {"headline": "Talks stall", "body": BODY, "publisher": "Post"}
TWO = {"headline": "Talks resume", "body": BODY, "publisher": "Post"}


def read(tmp_path, content, name="a.json"):
    (tmp_path / name).write_text(content if isinstance(content, str) else json.dumps(content))
    articles = load(tmp_path / name)
    rejected = articles.attrs["rejected"]
    faults = {
        path.rsplit("/", 1)[1]: why
        for path, why in zip(rejected.path, rejected.reason, strict=True)
    }
    return [path.rsplit("/", 1)[1] for path in articles.path], faults


@pytest.mark.parametrize(
    ("content", "paths"),
    [
        (ONE, ["a.json"]),
        ([ONE, TWO], ["a.json#1", "a.json#2"]),
        ({"status": "ok", "articles": [ONE, TWO]}, ["a.json#1", "a.json#2"]),
        ({"results": [ONE]}, ["a.json#1"]),
        (ONE | {"items": [TWO]}, ["a.json"]),  # an article that has a list is one article
        (json.dumps(ONE) + "\n" + json.dumps(TWO), ["a.json#1", "a.json#2"]),
    ],
)
def test_shapes_of_a_json_file(tmp_path, content, paths):
    assert read(tmp_path, content) == (paths, {})


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("{", {"a.json": "is not valid JSON (line 1)"}),
        ("[1,\n", {"a.json#1": "is not a JSON object", "a.json": "breaks off after record 1"}),
        ("[]", {"a.json": "holds no article"}),
        ("null", {"a.json": "is not a JSON object"}),
        ('"words"', {"a.json": "is not a JSON object"}),
        ([1, [ONE]], {"a.json#1": "is not a JSON object", "a.json#2": "is not a JSON object"}),
        ({"articles": []}, {"a.json": "holds no article"}),
        ([{"title": "T"}], None),
        ("[" * 100_000, {"a.json#1": "is JSON that nests too deeply"}),
        ('{"text": ' + "1" * 5000 + "}", {"a.json": "holds a number of too many digits"}),
    ],
)
def test_json_without_articles(tmp_path, content, faults):
    kept, found = read(tmp_path, content)
    assert kept == []
    if faults is None:
        assert found["a.json#1"].startswith("has no column for the text among title;")
    else:
        assert found == faults


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson"])
def test_a_broken_line_is_rejected_and_the_others_kept(tmp_path, name):
    lines = [json.dumps(ONE), "", '{"text": "cut', "[]", json.dumps(TWO), '{"text": "\0"}', ""]
    kept, faults = read(tmp_path, "\r\n".join(lines), name)
    assert kept == [f"{name}#1", f"{name}#4"]
    assert faults == {
        f"{name}#2": "is not valid JSON",
        f"{name}#3": "is not a JSON object",
        f"{name}#5": "is not valid JSON",
    }


def test_a_line_over_the_limit_is_rejected_alone(tmp_path):
    lines = [{"text": BODY}, {"text": BODY * 50}, {"text": f"Later. {BODY}"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    articles = load(tmp_path, max_bytes=1000)
    assert len(articles) == 2
    assert articles.attrs["rejected"].reason.to_list() == ["is larger than 1 kB"]
