"""What the command prints is no input, into a file or through a pipe; what looks alike is read."""

import contextlib
import gzip
import time
import zipfile
from pathlib import Path

import pytest
from pretend import pretend, write_corpus
from samples import small

from onrecord.command import cli
from onrecord.corpus import update
from onrecord.load import load
from onrecord.ownership import is_printed

SAID = "is text that On Record printed, not an article"
MARK = "# On Record printed this, which is no article: onrecord "
# each verb that prints text; whether it is known without a mark too
PRINTED = {
    "quotes flat": True,
    "quotes flat --limit 1": True,
    "speakers flat": True,
    "sources flat --of gender": True,
    "sources store --of role --by outlet": True,
    "issues store": True,
    "repeats store": True,
    "repeats flat": True,
    "figures store": True,
    "search store talks": True,
    "new store": True,
    "new store --runs": False,
    "network store": True,
    "actors flat": True,
    "agreement store": True,
    "table flat --name attributions": False,
    "check store": False,
    "config": False,
    "draft draft.md --against store": True,
    "analyse news --into store": True,
    "sample here": False,
    "clean nothing": False,
    "manual": True,
    "manual --format markdown": True,
    "completion zsh": True,
    "quotes --help": True,
    "audit --help": True,
}
OWN = ("manual", "manual --format markdown", "completion zsh", "quotes --help", "audit --help")
NEWS = "The harbour talks stalled on Tuesday, and both sides left without a word."


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("printed")
    small().save(folder / "flat")
    write_corpus(folder / "news", 3)
    for number, outlet in enumerate(("The Lantern", "The Quay")):
        (folder / "news" / f"twice{number}.md").write_text(
            f"---\noutlet: {outlet}\n---\n# Harbour, part {number}\n\nThe day {number} was long."
            "\n\n“Norland will pay 9 million crowns for the harbour” Ada Quist said.\n\n"
            f"“France will pay {number + 2} million crowns for the ferry” Bo Lund said.\n"
        )
    (folder / "draft.md").write_text("“Both sides left the talks for good,” Ada Quist said.\n")
    (folder / "nothing").mkdir()
    update.update(folder / "store", folder / "news", reader=pretend, jobs=1, progress=False)
    return folder


def ran(line: str) -> None:
    with contextlib.suppress(SystemExit):
        cli.main(line.split())


def reason(path: Path) -> str | None:
    """Why it is no article; None where it is one."""
    found = load(path.parent)
    assert len(found) + len(found.attrs["rejected"]) == 1
    return None if len(found) else found.attrs["rejected"].reason[0]


@pytest.mark.parametrize("line", PRINTED)
def test_into_a_file(made, tmp_path, monkeypatch, line):
    monkeypatch.chdir(made)
    path = tmp_path / "kept.txt"
    with path.open("w", encoding="utf-8") as stream, contextlib.redirect_stdout(stream):
        ran(line)
    text = path.read_text("utf-8")
    assert text.startswith(MARK) == (line not in OWN)
    assert text.count(MARK) <= 1
    assert reason(path) == SAID


@pytest.mark.parametrize("line", PRINTED)
def test_through_a_pipe(made, tmp_path, monkeypatch, capsys, line):
    monkeypatch.chdir(made)
    capsys.readouterr()
    ran(line)
    text = capsys.readouterr().out
    assert text and MARK not in text
    (tmp_path / "tee.txt").write_text(text, "utf-8")
    known = reason(tmp_path / "tee.txt") == SAID
    assert known == PRINTED[line]


def test_silence_stays_empty(made, tmp_path, monkeypatch):
    monkeypatch.chdir(made)
    for line, size in (("analyse news --into store -q", 0), ("quotes flat --format csv", None)):
        with (tmp_path / "out").open("w") as stream, contextlib.redirect_stdout(stream):
            ran(line)
        text = (tmp_path / "out").read_text()
        assert MARK not in text and (size is None or len(text) == size)


def test_what_is_added_to_a_file_of_the_users_leaves_it_an_article(made, tmp_path, monkeypatch):
    monkeypatch.chdir(made)
    path = tmp_path / "mine.txt"
    path.write_text(f"{NEWS}\n\n")
    with path.open("a") as stream, contextlib.redirect_stdout(stream):
        ran("quotes flat")
    assert MARK not in path.read_text() and reason(path) is None


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.zip", "a.txt.gz"])
def test_in_other_files(made, tmp_path, monkeypatch, capsys, name, form):
    monkeypatch.chdir(made)
    ran("quotes flat")
    text = f"{MARK}quotes\n{capsys.readouterr().out}".replace("\n", "\r\n").encode(form)
    if name == "a.zip":
        with zipfile.ZipFile(tmp_path / name, "w") as pack:
            pack.writestr("a.txt", text)
    else:
        (tmp_path / name).write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    assert reason(tmp_path / name) == SAID


@pytest.mark.parametrize(
    "text",
    [
        f"On Record printed this, which is no article: onrecord quotes\n\n{NEWS}",
        f"# On Record printed this, which is no article, a reader says\n\n{NEWS}",
        f"# On Record\n\n{NEWS}",
        f"Ada Quist (direct; “she said”) is how a program prints it\n\n{NEWS}",
        f"Ada Quist (on the phone; “she said”)\n    {NEWS}\n    — The Lantern · 2031-03-01",
        f"speaker quotes direct articles\n\n{NEWS}",
        f"Ferry stays in port\n  Ada Quist, The Quay, 2031-03-01: {NEWS}\n\n{NEWS}",
        f"Ferry stays in port\n  2031-03-01  The Quay: {NEWS}\n    “No,” she said.",
        f"30 articles\n\n{NEWS}",
        f"30 articles of the accord\n  2031-03-01  The Quay: {NEWS}",
        f"2031-03-01 09:00:00 WARNING of a storm\n\n{NEWS}",
        f"onrecord: {NEWS}",
        f"usage: what the word means\n\n{NEWS}",
        f"Talks [sic] near collapse, The Quay, 2031-03-01\n\n{NEWS}",
        f"changed, same speaker\n  draft of the accord: {NEWS}",
        f"52 nodes, 73 edges\n\n{NEWS}",
        f"3 articles read, 0 rejected by the court\n\n{NEWS}",
        f"Names found; edit and pass it as actors.yaml\n\n{NEWS}",
    ],
)
def test_what_looks_alike_is_read(tmp_path, text):
    (tmp_path / "own.txt").write_text(text, "utf-8")
    assert reason(tmp_path / "own.txt") is None


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "a [b] ",
        "(direct; “",
        "x, 2031-01-01: ",
        "\n  a, 2031-01-01: b",
        "ab  ",
        "\n    x",
        "a: b, ",
    ],
)
def test_a_long_line_costs_nothing(unit):
    began = time.process_time()
    assert not is_printed("A" + unit * 100_000)
    assert time.process_time() - began < 1
