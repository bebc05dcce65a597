"""Commands that share a folder leave each other's files, and take no name for what it is not."""

import contextlib
import os
import stat

import pytest
from samples import small

from onrecord.command import cli
from onrecord.corrections.actors_file import write_names
from onrecord.errors import LexiconError, OwnershipError
from onrecord.ownership import Output, write_file


@pytest.fixture
def here(tmp_path, monkeypatch):
    small().save(tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_an_audit_beside_what_other_commands_wrote(here):
    out = here / "out"
    for line in (
        ["quotes", "tables", "--into", "out/quotes.csv"],
        ["network", "tables", "--into", "out/net.graphml"],
        ["exchange", "out", "tables", "--format", "dna", "--into", "out/mine.dna"],
    ):
        assert cli.main([*line, "-q"]) == cli.DONE
    before = {path: path.read_bytes() for path in out.glob("[a-z]*")}
    assert len(before) == 3
    for seed in ("1", "2"):
        line = ["audit", "draw", "tables", "--into", "out", "--n", "3", "--seed", seed]
        assert cli.main([*line, "-q"]) == cli.DONE
    assert {path: path.read_bytes() for path in before} == before
    assert names(out) >= {"design.json", "sheet.csv"}
    assert cli.main(["clean", "out", "-q"]) == cli.DONE  # which takes all of them
    assert not out.exists()


@pytest.mark.parametrize(("first", "second"), [("a report", "an audit"), ("a table", "a network")])
def test_another_kind_is_neither_replaced_nor_taken_away(tmp_path, first, second):
    write_file(tmp_path / "a", b"1", first)
    with pytest.raises(OwnershipError, match=f"did not write as {second}"):
        write_file(tmp_path / "a", b"2", second)
    with Output(tmp_path, second) as output:
        output.write("b", b"3")
    with Output(tmp_path, first) as output:  # its own old one goes, the other's stays
        output.write("c", b"4")
    assert names(tmp_path) == {"b", "c", ".onrecord.jsonl"}
    write_file(tmp_path / "b", b"5", second)
    assert (tmp_path / "b").read_bytes() == b"5"


@pytest.mark.parametrize(
    "path", ["", " ", "a\0b.csv", "~nobody-of-that-name/x.csv"], ids=["empty", "blank", "nul", "~"]
)
@pytest.mark.parametrize(
    "line",
    [
        ["quotes", "tables", "--into"], ["audit", "draw", "tables", "--into"],
        ["analyse", "tables", "--into"], ["review", "tables", "--write-actors"],
        ["check"], ["clean"], ["lab", "--tables", "tables", "--copy"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_names_no_place_is_refused(here, capsys, line, path):
    before = names(here)
    with pytest.raises(SystemExit) as ended:
        cli.main([*line, path])
    assert ended.value.code == cli.WRONG
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("onrecord") and "Error" not in said
    assert names(here) == before


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("line", ["analyse flat --into", "lab --copy", "audit draw flat --into"])
def test_links_in_a_circle_are_refused(here, capsys, line):
    (here / "one").symlink_to("other")
    (here / "other").symlink_to("one")
    with contextlib.suppress(SystemExit):
        assert cli.main([*line.split(), "one/x"]) != cli.DONE
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("onrecord") and "Error" not in said
    assert names(here) == {"tables", "one", "other"}


@pytest.mark.parametrize("given", ["line", "settings"])
def test_a_home_is_found_where_no_shell_has_seen_it(here, monkeypatch, given):
    monkeypatch.setenv("HOME", str(here / "home"))
    line = ["quotes", "tables", "-q"]
    if given == "line":
        line.append("--into=~/q.csv")
    else:
        (here / "onrecord.toml").write_text('[quotes]\ninto = "~/q.csv"\n')
    assert cli.main(line) == cli.DONE
    assert (here / "home" / "q.csv").is_file() and not (here / "~").exists()


@pytest.mark.skipif(os.name != "posix", reason="links and modes")
def test_names_are_written_through_a_link(tmp_path):
    real, link = tmp_path / "real.yaml", tmp_path / "actors.yaml"
    real.write_text("actors:\n- name: Ada Quist  # mine\n")
    real.chmod(0o600)
    link.symlink_to("real.yaml")
    assert write_names(link, {"A. Quist": "Ada Quist"}, []) == 1
    assert link.is_symlink() and "A. Quist" in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_names_into_what_is_no_text(tmp_path):
    path = tmp_path / "actors.parquet"
    path.write_bytes(b"PAR1\xa8\xff")
    with pytest.raises(LexiconError, match="cannot be read"):
        write_names(path, {"A. Quist": "Ada Quist"}, [])
    assert path.read_bytes() == b"PAR1\xa8\xff"


@pytest.mark.parametrize("target", ["tables", "mine.xlsx"])
def test_a_sheet_that_is_refused_ends_in_one_sentence(here, capfd, target):
    (here / "mine.xlsx").write_text("mine")
    for line in (["quotes", "tables"], ["speakers", "tables"]):
        assert cli.main([*line, "--format", "xlsx", "--into", target, "-q"]) == cli.WRONG
    import gc

    gc.collect()
    said = capfd.readouterr().err
    assert said.count("\n") == 2 and "Traceback" not in said
    assert (here / "mine.xlsx").read_text() == "mine"
