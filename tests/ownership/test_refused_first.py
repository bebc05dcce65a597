"""What cannot be done is refused before anything is written, asked or fetched."""

import os
import subprocess
import sys

import pytest
from refusing import contents, laid_out

from onrecord.command import cli
from onrecord.fetch import fetch as asked
from onrecord.ownership import Output, write_file

FEED = "http://127.0.0.1:9/rss"  # where nobody answers


@pytest.fixture
def here(tmp_path, monkeypatch):
    laid_out(tmp_path)
    (tmp_path / "bad.yaml").write_text("issues: [")
    (tmp_path / "bad.csv").write_text("when,what\n")
    (tmp_path / "bytes").write_bytes(b"\xff\xfePAR1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("report news --into r --codebook bad.yaml", "bad.yaml is not valid YAML"),
        ("report flat --into r --codebook gone", "file gone cannot be read: No such file"),
        ("report news flat --each --into r --codebook bytes", "bytes cannot be read: it is not"),
        ("report news --into r --events bad.csv", "bad.csv has no column `day`"),
        ("report news --into r --events news", "news cannot be read: "),
        ("report news --into r --actors bad.yaml", "actors file bad.yaml is not valid YAML"),
        ("analyse news --into r --actors gone", "actors file gone cannot be read: No such file"),
        ("analyse news --into r --actors bytes", "bytes cannot be read: it is not UTF-8"),
        (f"analyse {FEED} --into p --fetch p", "p is what is read"),
        (f"analyse {FEED} --into r --fetch r/pages", "r holds what is read"),
        (f"analyse {FEED} --into store --fetch store/pages", "lies in store, a folder of tables"),
        (f"analyse {FEED} --into r --fetch news", "news holds something else"),
        ("lab store --copy", "store is a store that runs add to"),
        ("quotes flat --into store/q.csv", "store is a store that runs add to"),
        ("quotes flat --into new/../store/q.csv", "store is a store that runs add to"),
        ("audit draw flat --into new/../store", "store is a store that runs add to"),
        ("audit draw flat --into bytes", "Cannot write an audit into bytes: "),
        ("report news --into bytes", "Cannot write a report into bytes: "),
        ("report flat --into bytes/r", "Cannot write a report into bytes/r: "),
        ("quotes flat --into bytes/q.csv", "Cannot write a table into bytes: "),
    ],
)
def test_nothing_is_written(here, capsys, line, said):
    before = contents(here)
    assert cli.main([*line.split(), "-q"]) == cli.WRONG
    told = capsys.readouterr().err
    assert said in told and told.count("\n") == 1
    assert "[Errno" not in told and "/tmp" not in told
    assert contents(here) == before


@pytest.mark.parametrize("allow", [True, False])
def test_corpora_without_an_article(here, capsys, allow):
    (here / "a").mkdir()
    (here / "b").mkdir()
    line = ["report", "a", "b", "--each", "--into", "r", *(["--allow-empty"] if allow else [])]
    assert cli.main(line) == (cli.DONE if allow else cli.NOTHING)
    told = capsys.readouterr().err.splitlines()
    last = "onrecord: No article could be read in any of a, b."
    assert (last in told) != allow
    assert not (here / "r").exists()


def test_lines_that_are_no_corrections_are_told(here, capsys):
    (here / "said.jsonl").write_text("{\n[]\n")
    line = ["analyse", "news", "--into", "t", "--corrections", "said.jsonl"]
    for _ in range(2):  # the second run finds all as it was
        assert cli.main(line) == cli.DONE
        told = capsys.readouterr().err
        assert told.count("not understood: said.jsonl, line ") == 2


def test_a_way_through_a_folder_that_is_not_there(tmp_path):
    (tmp_path / "out").mkdir()
    write_file(tmp_path / "new" / ".." / "out" / "a.csv", b"1", "a table")
    with Output(tmp_path / "new" / ".." / "out", "a table") as output:
        output.claim(["a.csv"])  # its own
        output.write("a.csv", b"2")
    assert (tmp_path / "out" / "a.csv").read_bytes() == b"2"
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_a_closed_folder_is_named_and_no_lock(here):
    closed = here / "closed"
    closed.mkdir(mode=0o555)
    code = "import sys; from onrecord.command.cli import main; sys.exit(main(sys.argv[1:]))"
    line = [sys.executable, "-c", code, "quotes", str(here / "flat"), "--into", "q.csv", "-q"]
    if os.geteuid() == 0:  # root may write anywhere
        line = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *line]
    done = subprocess.run(line, cwd=closed, capture_output=True, text=True, check=False)
    assert done.returncode == cli.WRONG
    assert done.stderr == f"onrecord: Cannot write a table into {closed}: Permission denied.\n"


def test_asking_needs_no_network_to_be_refused(here):
    from onrecord.errors import OwnershipError

    with pytest.raises(OwnershipError, match="lies in store"):
        asked([FEED], here / "store" / "deep" / "pages")
    assert not (here / "store" / "deep").exists()
