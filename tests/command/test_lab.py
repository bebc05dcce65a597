"""`onrecord lab`: copies of the notebooks, and nothing of the user's written over."""

import pytest

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


def test_copies_of_the_sample_are_ours_word_for_word(tmp_path):
    assert all(new for _, new in copies(tmp_path / "deep" / "notebooks"))
    for path in (tmp_path / "deep" / "notebooks").iterdir():
        assert path.read_text("utf-8") == find(path.stem).read_text("utf-8")


@pytest.mark.parametrize("wrong", [["--tables", "nowhere"], ["file"]])
def test_what_cannot_be(tmp_path, monkeypatch, capsys, wrong):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    assert cli.main(["lab", *wrong, "--copy"]) == cli.WRONG
    assert capsys.readouterr().err.startswith("onrecord: ")
