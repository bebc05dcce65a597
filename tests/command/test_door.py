"""The command's door: no traceback for a user's mistake, the version, names of folders."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from samples import small

from onrecord.command import cli, inputs
from onrecord.command.titles import own_names


@pytest.mark.parametrize(
    "paths",
    [["x" * 5000], ["~nosuchuser-at-all/news"], ["\0"], ["[" * 300], ["a/" * 2000]],
    ids=["long", "nobody", "nul", "brackets", "deep"],
)
@pytest.mark.parametrize("verb", ["speakers", "actors", "analyse"])
def test_a_mistake_is_one_sentence(tmp_path, capsys, verb, paths):
    more = ["--into", str(tmp_path / "t")] if verb == "analyse" else []
    assert cli.main([verb, *paths, *more, "--quiet"]) in (cli.NOTHING, cli.WRONG)
    said = capsys.readouterr().err
    assert said.startswith("onrecord: ")
    assert "Traceback" not in said
    assert said.count("\n") == 1


def test_a_user_who_is_not_there_is_named(capsys):
    assert cli.main(["speakers", "~nosuchuser-at-all/news"]) == cli.WRONG
    said = "onrecord: There is no user whose folder ~nosuchuser-at-all/news could be in.\n"
    assert capsys.readouterr().err == said


def test_verbose_shows_where(monkeypatch, capsys):
    def broken(_arguments):
        raise RuntimeError("odd\nthing")

    monkeypatch.setattr(inputs, "tables_of", broken)
    assert cli.main(["speakers", "x"]) == cli.WRONG
    assert capsys.readouterr().err == "onrecord: RuntimeError: odd thing (-v shows where)\n"
    assert cli.main(["speakers", "x", "-v"]) == cli.WRONG
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["x/\u00f1", "y/n\u0303"], ["\u00f1", "n\u0303-2"]),
        (["index.html", "x/INDEX.html"], ["index.html-2", "INDEX.html-3"]),
        (["x/.hidden", "y/..."], ["hidden", "corpus"]),
        (["x/" + "n" * 255, "y/" + "n" * 250], ["n" * 60, "n" * 60 + "-2"]),
        (["a/b", "./a/b", "#", "a%b"], ["b", "b-2", "#", "a%b"]),
    ],
)
def test_names_that_some_system_takes_for_one_are_two(paths, names):
    assert own_names(paths) == names


@pytest.mark.parametrize("way", [["-m", "onrecord"], ["-m", "onrecord.command.cli"]])
def test_the_version_is_told(way):
    done = subprocess.run(
        [sys.executable, *way, "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("onrecord 0.")


def test_each_corpus_has_a_folder_of_its_own():
    names = own_names(["x/news", "y/news", "z/News", "news-2", "/"])
    assert len({name.casefold() for name in names}) == 5
    assert names[0] == "news"
    assert "" not in names


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("door") / "tables"
    small().save(folder)
    return str(folder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full")
@pytest.mark.parametrize(
    "line",
    [
        "repeats T", "figures T", "sources T --format json", "agreement T", "network T",
        "quotes T --format csv", "config", "manual", "completion fish", "review T --later",
    ],
)  # fmt: skip
def test_output_that_cannot_be_written_is_no_traceback(tables, tmp_path, monkeypatch, capsys, line):
    monkeypatch.chdir(tmp_path)
    line = line.replace("T", tables).split()
    read, write = os.pipe()
    os.close(read)
    for out, code in ((None, 0), (open("/dev/full", "w"), 2), (os.fdopen(write, "w"), 0)):  # noqa: PTH123, SIM115
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.StringIO())
            patch.setattr(sys, "stdout", out)
            ended = cli.main(line)
        told = capsys.readouterr().err
        assert "Error" not in told and "Traceback" not in told
        assert ended == code or line[0] in ("agreement", "review"), told
        assert told == "onrecord: No space left on device\n" or code == 0 or ended != code
        if out is not None:
            with contextlib.suppress(OSError):
                out.close()
