import json
import os
import subprocess
import sys

import pytest

from onrecord.command import cli
from onrecord.tables import Tables

ARTICLE = """Dyke will hold, minister says

The dyke at Port Vell will hold, Water Minister Inés Prado said on Monday.

“We have nothing to hide,” she told reporters.
"""


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "dyke.txt").write_text(ARTICLE)
    return folder


def test_analyse_writes_tables_that_open(news, tmp_path, capsys):
    assert cli.main(["analyse", str(news), "--into", str(tmp_path / "t")]) == cli.DONE
    assert len(Tables.open(tmp_path / "t").articles) == 1
    assert "1 article read, 0 rejected" in capsys.readouterr().out


def test_tables_are_taken_in_place_of_articles(news, tmp_path, capsys):
    cli.main(["analyse", str(news), "--into", str(tmp_path / "t"), "--quiet"])
    capsys.readouterr()
    assert cli.main(["speakers", str(tmp_path / "t")]) == cli.DONE
    assert "Inés Prado" in capsys.readouterr().out


def test_a_second_run_reads_only_what_is_new(news, tmp_path, capsys):
    into = str(tmp_path / "t")
    (news / "blank.txt").write_text(" ")
    assert cli.main(["analyse", str(news), "--into", into]) == cli.DONE
    assert "read now" not in capsys.readouterr().out
    (news / "copy.txt").write_text(ARTICLE.replace("Monday", "Tuesday"))
    (news / "dyke.txt").unlink()
    assert cli.main(["analyse", str(news), "--into", into]) == cli.DONE
    said = capsys.readouterr()
    assert "2 articles read, 1 rejected" in said.out
    assert "blank.txt: holds only white space" in said.err
    assert cli.main(["analyse", str(news), "--into", into, "--prune"]) == cli.DONE
    assert "0 read now, 1 known from before, 1 removed" in capsys.readouterr().out
    assert len(Tables.open(into).articles) == 1


def test_a_store_can_be_saved_in_one_piece_elsewhere(news, tmp_path, capsys):
    cli.main(["analyse", str(news), "--into", str(tmp_path / "t"), "--quiet"])
    kept = Tables.open(tmp_path / "t")
    flat = str(tmp_path / "flat")
    assert cli.main(["analyse", str(tmp_path / "t"), "--into", flat, "--quiet"]) == cli.DONE
    assert Tables.open(flat).attributions.equals(kept.attributions)
    assert cli.main(["analyse", flat, "--into", str(tmp_path / "t"), "--quiet"]) == cli.NOTHING
    assert "is a store" in capsys.readouterr().err
    assert cli.main(["analyse", str(news), "--into", flat, "--quiet"]) == cli.NOTHING
    assert "saved in one piece" in capsys.readouterr().err


def test_quotes_of_a_speaker(news, capsys):
    assert cli.main(["quotes", str(news), "--speaker", "prado", "--quiet"]) == cli.DONE
    out = capsys.readouterr().out
    assert "nothing to hide" in out
    assert "dyke will hold" not in out.casefold().split("—")[0].split("“")[0]


def test_actors_prints_a_file_that_can_be_given_back(news, tmp_path, capsys):
    assert cli.main(["actors", str(news), "--quiet"]) == cli.DONE
    edited = tmp_path / "actors.yaml"
    edited.write_text(capsys.readouterr().out)
    assert "Inés Prado" in edited.read_text()
    assert cli.main(["speakers", str(news), "--actors", str(edited), "--quiet"]) == cli.DONE
    assert "Inés Prado" in capsys.readouterr().out


def test_actors_beside_the_articles_are_used(news, tmp_path):
    (news / "actors.yaml").write_text("actors:\n  - name: Vell Board\n    type: organisation\n")
    cli.main(["analyse", str(news), "--into", str(tmp_path / "t"), "--quiet"])
    assert json.loads((tmp_path / "t" / "provenance.json").read_text())["actors"] == ["actors.yaml"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["analyse", "{tmp}/nowhere", "--into", "{tmp}/t"], cli.WRONG, "nowhere"),
        (["analyse", "{tmp}/empty", "--into", "{tmp}/t"], cli.NOTHING, "There is no article in"),
        (["speakers", "{tmp}/bad"], cli.NOTHING, "blank.txt"),
        (["analyse", "{news}", "--into", "{tmp}/file"], cli.NOTHING, "Cannot write"),
        (["report", "--into", "{tmp}/none"], cli.NOTHING, "report takes PATHs"),
        (["speakers", "{news}", "--actors", "{tmp}/none.yaml"], cli.WRONG, "none.yaml"),
    ],
)
def test_a_users_mistake_is_one_sentence(news, tmp_path, capsys, arguments, code, says):
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "blank.txt").write_text(" \n")
    (tmp_path / "file").write_text("")
    filled = [argument.format(tmp=tmp_path, news=news) for argument in arguments]
    assert cli.main([*filled, "--quiet"]) == code
    err = capsys.readouterr().err
    assert says in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["analyse"],
        ["analyse", "x"],
        ["nonsense"],
        ["quotes", "x", "--limit", "0"],
        ["quotes", "x", "--limit", "many"],
        ["report", "x", "--unknown"],
        ["analyse", "x", "--into", "y", "--jobs", "2", "--workers", "2"],
        ["report", "x", "--site"],
    ],
)
def test_wrong_use_exits_2(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    assert left.value.code == cli.WRONG
    assert "usage: onrecord" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("analyze x", "analyse"),
        ("sorces x", "sources"),
        ("audit drw t", "draw"),
        ("sources x --of gendr", "gender"),
        ("qqqqqq x", None),
    ],
)
def test_what_was_probably_meant(words, meant, capsys):
    with pytest.raises(SystemExit):
        cli.main(words.split())
    told = capsys.readouterr().err
    assert ("did you mean" in told) == (meant is not None)
    assert meant is None or told.endswith(f"did you mean {meant}?\n")


def test_a_closed_pipe_is_no_error(news):
    ran = subprocess.run(
        f"{sys.executable} -m onrecord.command.cli quotes {news} --quiet | head -c 1",
        shell=True,
        env={**os.environ, "ONRECORD_READER": "quick"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr
