"""`onrecord lab` and `sample`: copies for the user, and nothing of theirs written over."""

import json
import os

import pytest

from onrecord import samples
from onrecord.command import cli
from onrecord.report.notebooks import KINDS, LAB, copies, find, read
from onrecord.report.notebooks import parameters as parameters_of


def test_copies_open_the_users_tables(tmp_path, capsys):
    tables, into = tmp_path / 'my "tables"', tmp_path / "mine"
    tables.mkdir()
    into.mkdir()
    (into / "actor.ipynb").write_text("my own words")
    line = ["lab", str(into), "--tables", str(tables), "--copy"]
    assert cli.main(line) == cli.DONE
    said = capsys.readouterr().out
    assert said.count("was there, and stays") == 1
    assert (into / "actor.ipynb").read_text() == "my own words"
    for kind in {*KINDS, *LAB} - {"actor"}:
        notebook = read(into / f"{kind}.ipynb")
        cell = next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))
        found: dict = {}
        exec(cell.source, found)
        assert str(tables) in (found.get("tables"), found.get("store"))
        assert parameters_of(notebook) == parameters_of(read(kind))
    assert cli.main(line) == cli.DONE
    assert capsys.readouterr().out.count("was there, and stays") == len(KINDS) + len(LAB)


@pytest.mark.parametrize(
    ("user", "words", "started"),
    [
        (1000, [], ["notebooks"]),
        (1000, ["mine", "--no-browser"], ["mine", "--no-browser"]),
        (1000, ["--jupyter=--port=1", "--jupyter=--ip=::1"], ["notebooks", "--port=1", "--ip=::1"]),
        (0, ["--jupyter=--allow-root"], ["notebooks", "--allow-root"]),
        (0, [], None),
    ],
)
def test_jupyterlab_is_started_there(tmp_path, monkeypatch, capsys, user, words, started):
    pytest.importorskip("jupyterlab")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    ran = []
    monkeypatch.setattr(os, "execv", lambda program, given: ran.append(given[3:]))
    cli.main(["lab", *words])
    assert ran == ([] if started is None else [started])
    assert ("--jupyter=--allow-root" in capsys.readouterr().err) == (started is None)


def test_copies_of_the_sample_are_ours_word_for_word(tmp_path):
    assert all(new for _, new in copies(tmp_path / "deep" / "notebooks"))
    for path in (tmp_path / "deep" / "notebooks").iterdir():
        assert path.read_text("utf-8") == find(path.stem).read_text("utf-8")


def test_a_sample_is_copied_and_what_is_there_stays(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "seeds" / samples.SMALL / "metadata.csv"
    own.parent.mkdir(parents=True)
    own.write_text("my own words")
    assert cli.main(["sample"]) == cli.DONE
    said = capsys.readouterr().out
    assert said.count("1 were there and stay") == 1 and f"seeds/{samples.LARGE}" in said
    for name in (samples.SMALL, samples.LARGE):
        for path in samples.sample(name).iterdir():
            copy = tmp_path / "seeds" / name / path.name
            assert (copy == own) != (copy.read_bytes() == path.read_bytes())
    assert own.read_text() == "my own words"
    assert cli.main(["sample", "--format", "json"]) == cli.DONE
    assert {row["new"] for row in json.loads(capsys.readouterr().out)} == {False}


@pytest.mark.parametrize(
    "wrong",
    ["lab --tables nowhere --copy", "lab file --copy", "sample file", "sample file/x", "sample t"],
)
def test_what_cannot_be(tmp_path, monkeypatch, capsys, wrong):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "store.json").write_text('{"format": 1}')
    assert cli.main(wrong.split()) == cli.WRONG
    assert capsys.readouterr().err.startswith("onrecord: ")
