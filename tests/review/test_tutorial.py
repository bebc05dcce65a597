"""The tutorial does what it says."""

from pathlib import Path

import pytest
from running import in_this_process

from benchmarks.afternoon import run


@pytest.mark.slow
def test_the_tutorial_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with in_this_process():
        names = run(Path(), articles=22, checked=60)
    said = capsys.readouterr().out
    assert "alpha" in said and "checked 60 of 60" in said
    assert (tmp_path / "corpus.html").is_file()
    lines = (tmp_path / "corrections-ada.jsonl").read_text("utf-8").count("\n")
    assert lines == len(names["queue"]) == 60
