"""Every command leaves a folder's other files as they are, byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.command import cli
from onrecord.tables import Tables

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
WORDS = """Ferry {n} stays in port, mayor says

Ferry {n} stays in port this week, Mayor Inés Prado said on Monday.

“Nobody sails on day {n},” she told reporters.
"""
FOREIGN = (
    "notes.txt", "index.html.bak", "assets/logo.js", "articles/draft.odt", "speakers/mine.htm",
    "tables/list.docx", "month=2025-06/own.xyz", ".hidden/key", ".lock", ".unfinished/a.parquet",
    "removed/own.parquet", "names.csv",
)  # fmt: skip


def spread(folder: Path, names=FOREIGN) -> dict[str, bytes]:
    """Files of the user's."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"mine: {name}".encode() * 9)
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def articles(folder: Path, count=2) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        (folder / f"{n}.txt").write_text(WORDS.format(n=n), "utf-8")
    return folder


def keeps(before: dict[str, bytes], folder: Path) -> bool:
    now = contents(folder)
    return all(now.get(name) == data for name, data in before.items())


@pytest.fixture(autouse=True)
def no_kernels(monkeypatch):
    """Notebooks are not run: what is written where is what counts here."""
    from nbformat.v4 import new_markdown_cell, new_notebook

    from onrecord.report import site

    def run(planned, *_args):
        node = new_notebook(cells=[new_markdown_cell("# A question?")])
        return {item.path: node for item in planned}, []

    monkeypatch.setattr(site, "run_all", run)


REPORT = ["report", "{news}", "--into", "{into}"]


@pytest.mark.parametrize(
    "command",
    [
        ["analyse", "{news}", "--into", "{into}"],
        ["analyse", "{news}", "--into", "{into}/tables"],
        ["analyse", "{news}", "--into", "{into}", "--prune"],
        ["analyse", "{flat}", "--into", "{into}"],
        REPORT,
        [*REPORT, "--single-file"],
        ["report", "{flat}", "--into", "{into}"],
        ["report", "{news}", "--each", "--into", "{into}"],
        ["report", "--into", "{into}"],
        ["clean", "{into}"],
        ["speakers", "{into}"],
        ["quotes", "{into}"],
        ["actors", "{into}"],
    ],
    ids=" ".join,
)
def test_foreign_files_stay(tmp_path, command):
    news, into, flat = articles(tmp_path / "news"), tmp_path / "into", tmp_path / "flat"
    Tables.empty().save(flat)
    before = spread(into) | spread(into, ["news/list.odt"])
    given = contents(news)
    for _ in range(2):
        cli.main([part.format(news=news, into=into, flat=flat) for part in command])
        assert keeps(before, into)
        assert contents(news) == given


@pytest.mark.parametrize("name", ["index.html", "corpus.html", "assets/onrecord.js"])
def test_a_file_in_the_place_of_a_report_is_not_overwritten(tmp_path, capsys, name):
    news, into = articles(tmp_path / "news"), tmp_path / "into"
    before = spread(into, [name])
    assert cli.main(["report", str(news), "--into", str(into), "--quiet"]) == cli.WRONG
    assert name in capsys.readouterr().err
    assert keeps(before, into)


@pytest.mark.parametrize("name", ["corpus.html", "index.html"])
def test_a_report_that_the_user_changed_is_kept(tmp_path, capsys, name):
    news, into = articles(tmp_path / "news"), tmp_path / "into"
    command = ["report", str(news), "--into", str(into), "--quiet"]
    assert cli.main(command) == cli.DONE
    (into / name).write_text("my own words")
    assert cli.main(command) == cli.WRONG
    assert "changed since" in capsys.readouterr().err
    assert cli.main(["clean", str(into)]) == cli.NOTHING
    assert (into / name).read_text() == "my own words"
    assert not (into / "tables").exists()


@pytest.mark.parametrize("into", [".", "articles", "articles/..", "link"])
@pytest.mark.parametrize("verb", ["analyse", "report"])
@pytest.mark.parametrize("given", ["articles", "articles/*.txt", "articles/1.txt"])
def test_a_target_that_is_or_holds_an_input_is_refused(
    tmp_path, monkeypatch, capsys, into, verb, given
):
    articles(tmp_path / "articles")
    (tmp_path / "link").symlink_to(tmp_path / "articles", target_is_directory=True)
    before = spread(tmp_path, ["assets/logo.js", "speakers/a.html", "articles/b.html"])
    monkeypatch.chdir(tmp_path)
    assert cli.main([verb, given, "--into", into, "--quiet"]) == cli.WRONG
    assert "what is read" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_what_was_written_is_no_input(tmp_path, monkeypatch, capsys):
    articles(tmp_path / "articles", 3)
    articles(tmp_path / ".drafts", 9)
    monkeypatch.chdir(tmp_path)
    for target in ("tables", "tables", "deep/tables"):
        assert cli.main(["analyse", ".", "--into", target]) == cli.DONE
        assert "3 articles read, 0 rejected" in capsys.readouterr().out
    for given in (".", "**", "**/*.*", "*"):
        assert cli.main(["report", given, "--into", "reports"]) == cli.DONE
        said = capsys.readouterr()
        assert "3 articles read, 0 rejected" in said.out, given
        told = said.err.count("passed over tables: it holds tables that On Record wrote")
        # a run that found all files as they were does not walk again
        assert told == (given == ".") or (given != "." and told <= 1)
    assert cli.main(["analyse", ".", "--into", "more"]) == cli.DONE
    assert "3 articles read, 0 rejected" in capsys.readouterr().out
    cli.main(["speakers", "."])
    assert "hidden folders called .drafts" in capsys.readouterr().err


def test_a_users_file_among_reports_is_an_input(tmp_path, monkeypatch, capsys):
    articles(tmp_path / "articles", 1)
    monkeypatch.chdir(tmp_path)
    cli.main(["report", "articles", "--into", "reports", "--quiet"])
    articles(tmp_path / "reports" / "articles", 3)
    capsys.readouterr()
    cli.main(["analyse", ".", "--into", "tables"])
    assert "3 articles read, 1 rejected" in capsys.readouterr().out  # 0.txt is there twice


def test_what_lies_beside_an_input_is_not_told(tmp_path, monkeypatch, capsys):
    articles(tmp_path / "news", 1)
    monkeypatch.chdir(tmp_path)
    Tables.empty().save(tmp_path / "flat")
    cli.main(["quotes", "flat", "--into", "quotes.csv", "-q"])
    cli.main(["actors", "news"])
    assert "passed over" not in capsys.readouterr().err
    cli.main(["actors", "."])
    assert "passed over 1 file in . that On Record wrote" in capsys.readouterr().err


def test_pages_of_people_who_are_gone_go(tmp_path):
    news, into = articles(tmp_path / "news", 4), tmp_path / "into"
    command = ["report", str(news), "--into", str(into), "--quiet"]
    cli.main(command)
    page = next((into / "articles").glob("ferry-3*.html"))
    (news / "3.txt").unlink()
    cli.main(command)
    assert not page.exists()
    assert next((into / "articles").glob("ferry-2*.html"))


def test_clean_takes_all_that_was_written(tmp_path):
    news, into = articles(tmp_path / "news"), tmp_path / "into"
    cli.main(["report", str(news), "--each", "--into", str(into), "--quiet"])
    assert (into / "news" / "tables" / "store.json").exists()
    assert cli.main(["clean", str(into)]) == cli.DONE
    assert not into.exists()


@pytest.mark.parametrize("mark", [None, ".onrecord", ".ready"])
def test_make_takes_no_environment_that_it_did_not_make(tmp_path, mark):
    shutil.copy(ROOT / "Makefile", tmp_path)
    before = spread(tmp_path, [".venv/notes", ".venv/bin/python"])
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).touch()
    if mark is not None:
        (tmp_path / ".venv" / mark).touch()
        os.utime(tmp_path / ".venv" / mark, (1, 1))  # older than what is asked for
    line = ["make", "setup", "PYTHON=no-such-python"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0  # as there is no such Python
    assert ("make did not make .venv" in done.stderr) == (mark is None)
    assert keeps(before, tmp_path)
    subprocess.run(["make", "clean"], cwd=tmp_path, capture_output=True, check=False)
    assert (tmp_path / ".venv").exists() == (mark is None)


def test_make_clean_keeps_what_it_did_not_make(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    before = spread(
        tmp_path, ["reports/mine.html", "reports/articles/a.txt", "build/a.c", ".venv/notes"]
    )
    done = subprocess.run(["make", "clean"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
    assert keeps(before, tmp_path)
    # with an environment of ours, and reports that are ours
    made = tmp_path / ".venv" / "bin"
    made.mkdir(parents=True)
    (made / "onrecord").write_text(
        f'#!/bin/sh\nexec {sys.executable} -m onrecord.command.cli "$@"\n'
    )
    (made / "onrecord").chmod(0o755)
    (tmp_path / ".venv" / ".ready").touch()
    Tables.empty().save(tmp_path / "reports" / "flat")
    done = subprocess.run(["make", "clean"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
    assert not (tmp_path / ".venv").exists()
    assert not (tmp_path / "reports" / "flat").exists()
    del before[".venv/notes"]
    assert keeps(before, tmp_path)
