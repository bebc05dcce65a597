"""How a verb speaks: formats, silence, the log, an empty day, standard input."""

import csv
import io
import json
import re
import subprocess
import sys
from importlib import import_module

import pytest
from samples import small

from onrecord.command import cli

ARTICLE = """Ferry stays in port

The ferry will stay in port, Captain Mara Lind said on Monday.

“Nobody sails in this wind,” she told reporters.
"""
TIMED = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (WARNING|INFO|ERROR) ")


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("said") / "tables"
    small().save(folder)
    return str(folder)


@pytest.fixture
def piped(monkeypatch):
    def pipe(data: bytes):
        stream = io.TextIOWrapper(io.BytesIO(data))
        monkeypatch.setattr(sys, "stdin", stream)

    return pipe


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (["speakers"], {"speaker", "quotes"}),
        (["sources", "--of", "role"], {"role", "share"}),
        (["quotes"], {"content", "cue"}),
        (["quotes", "--speaker", "nobody at all"], set()),
        (["table", "--name", "stances"], {"favor", "target"}),
        (["actors"], {"name", "type"}),
        (["config"], {"verb", "option", "value"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_json_and_csv_say_the_same(tables, capsys, words, columns):
    line = [words[0], *([] if words[0] == "config" else [tables]), *words[1:]]
    assert cli.main([*line, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert cli.main([*line, "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(table)
    assert bool(rows) == bool(columns)
    for row in (*rows, *table):
        assert columns <= row.keys()


def test_a_limit_holds_for_every_format(tables, capsys):
    for form in ("json", "csv"):
        cli.main(["quotes", tables, "--format", form, "--limit", "2"])
        out = capsys.readouterr().out
        rows = json.loads(out) if form == "json" else list(csv.DictReader(io.StringIO(out)))
        assert len(rows) == 2


@pytest.mark.parametrize("form", ["xlsx", "parquet", "jsonl"])
def test_a_format_for_files_needs_one(tables, capsys, form):
    assert cli.main(["speakers", tables, "--format", form]) == cli.WRONG
    assert f"--format {form} is written to a file: add --into FILE." in capsys.readouterr().err


def test_what_a_run_did_as_json(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(ARTICLE)
    line = ["analyse", str(tmp_path / "a.txt"), "--into", str(tmp_path / "t")]
    for words in (["--format", "json"], ["--format", "json", "-q"]):
        assert cli.main([*line, *words]) == 0
        said = json.loads(capsys.readouterr().out)
        assert (said["articles"], said["rejected"], said["first"]) == (1, 0, None)
        assert said["quotes"] >= 2


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("audit draw {tables} --n 2 --into {here}/audit", {"sheet", "statements"}),
        ("lab {here}/mine --copy", {"path", "new"}),
        ("clean {here}/t", {"folder", "taken", "kept"}),
        ("clean {here}", {"folder", "taken", "kept"}),
    ],
)
def test_what_was_done_is_told_to_programs_too(tables, tmp_path, capsys, line, columns):
    small().save(tmp_path / "t")
    words = line.format(tables=tables, here=tmp_path).split()
    assert cli.main([*words, "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    rows = [said] if isinstance(said, dict) else said
    assert rows and all(row.keys() == columns for row in rows)
    if words[0] == "clean":
        assert rows == [{"folder": words[1], "taken": 1, "kept": 0}]
        assert not (tmp_path / "t").exists()
        assert cli.main(words) == 0
        assert "On Record wrote nothing into" in capsys.readouterr().out


def test_silence_is_silent(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(" ")
    into = str(tmp_path / "t")
    for line in (
        ["analyse", str(tmp_path), "--into", into, "--quiet"],
        ["-q", "analyse", str(tmp_path), "--into", into],
        ["check", into, "-q"],
        ["speakers", into, "--into", str(tmp_path / "s.csv"), "-q"],
        ["clean", into, "-q"],
        ["clean", str(tmp_path), "-q"],
    ):
        assert cli.main(line) == cli.DONE, line
        assert capsys.readouterr() == ("", ""), line


def test_the_log_has_times_and_stays_off_the_output(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text(" ")
    assert cli.main(["quotes", str(tmp_path), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)
    lines = [line for line in err.splitlines() if "b.txt" in line]
    assert len(lines) == 1
    assert TIMED.match(lines[0])[1] == "WARNING"
    assert "rejected: " in lines[0]


STAGES = (
    r"onrecord \S+ analyse, Python 3\.\d+",
    r"settings: ",
    r"opening the names and the model: .+, \d+\.\d\d s",
    r"read \S+a\.txt, articles: 1",
    r"read \S+b\.txt, articles: 0",
    r"articles read so far: 1",
    r"wrote \S+, articles: 1",
    r"articles read: 1, known: 0, .* rejected: 1, cut: 0",
    r"one name for one person: names changed: 0, ",
    r"near-copies of one story: near-copies: 0, ",
    r"who the actors are: actors: \d+, ",
    r"wrote \S+provenance\.json, articles in it: 1",
    r"ended after \d+\.\d\d s, exit code 0",
)


def test_verbose_tells_stages_counts_and_seconds(tmp_path, capsys, monkeypatch):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(ARTICLE)
    (news / "b.txt").write_text(" ")
    # files of this moment are known by size and time, too
    monkeypatch.setattr(import_module("onrecord.load.stamps"), "YOUNG", -60)
    line = ["analyse", str(news), "--into", str(tmp_path / "t"), "--format", "json"]
    assert cli.main([*line, "-v"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["articles"] == 1, "the output stays the program's"
    told = err.splitlines()
    assert all(TIMED.match(each) for each in told)
    places = [
        next((place for place, each in enumerate(told) if re.search(what, each)), None)
        for what in STAGES
    ]
    assert None not in places, [what for what, at in zip(STAGES, places, strict=True) if at is None]
    assert places == sorted(places)
    assert cli.main([*line, "-v"]) == 0
    assert "no file has come, gone or changed" in capsys.readouterr().err
    assert cli.main(["quotes", str(news / "a.txt"), "-v"]) == 0
    assert "reading: articles: 1, not read: 0, " in capsys.readouterr().err
    for quiet in ([], ["-q"], ["-v", "-q"]):
        assert cli.main([*line, *quiet]) == 0
        assert " INFO " not in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["analyse", "report", "speakers", "quotes", "actors", "sources"])
@pytest.mark.parametrize("day", ["no files", "an empty file"])
def test_a_day_without_news(tmp_path, capsys, verb, day):
    news = tmp_path / "news"
    news.mkdir()
    if day == "an empty file":
        (news / "a.txt").write_text("\n")
    more = ["--into", str(tmp_path / "t")] if verb in ("analyse", "report") else []
    assert cli.main([verb, str(news), *more, "-q"]) == cli.NOTHING
    said = capsys.readouterr().err
    assert "article" in said
    assert said.count("\n") == 1
    assert cli.main([verb, str(news), *more, "-q", "--allow-empty"]) == cli.DONE
    assert capsys.readouterr() == ("", "")


def test_an_empty_day_is_no_excuse_for_a_wrong_path(tmp_path, capsys):
    assert cli.main(["quotes", str(tmp_path / "gone"), "--allow-empty"]) == cli.WRONG


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        json.dumps({"title": "Ferry stays in port", "text": ARTICLE}).encode(),
        b"".join(
            json.dumps({"text": ARTICLE.replace("Lind", name)}).encode() + b"\n"
            for name in ("Lind", "Holm")
        ),
        b"title,text\nFerry stays,\"" + ARTICLE.encode() + b"\"\n",
        b"<!doctype html><html><body><article><h1>Ferry stays in port</h1><p>"
        + ARTICLE.replace("\n\n", "</p><p>").encode() + b"</p></article></body></html>",
    ],
    ids=["text", "json", "json lines", "csv", "html"],
)  # fmt: skip
def test_standard_input(piped, capsys, data):
    piped(data)
    assert cli.main(["quotes", "-", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "Nobody sails in this wind" in " ".join(row["content"] for row in said)


def test_standard_input_grows_a_store(tmp_path, piped, capsys):
    into = str(tmp_path / "t")
    for name in ("Lind", "Holm", "Holm"):
        piped(ARTICLE.replace("Lind", name).encode())
        assert cli.main(["analyse", "-", "--into", into]) == 0
    assert "2 articles read" in capsys.readouterr().out


def test_nothing_on_standard_input_is_an_empty_day(piped, capsys):
    piped(b"")
    assert cli.main(["quotes", "-"]) == cli.NOTHING
    assert "No article could be read in -" in capsys.readouterr().err


def test_help_is_quick():
    code = (
        "import resource, sys; from onrecord.command import cli; cli.parser().format_help();"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_utime)"
    )
    spent = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(3)
    )
    assert spent < 0.4
