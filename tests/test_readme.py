"""Every block of code in the README runs as it stands there, on two articles."""

import re
import shlex
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from onrecord.command.cli import main
from onrecord.lexicon.user import read_user_actors

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", README)
SAMPLE = ROOT / "seeds" / "harbour-accord" / "01-talks-announced.txt"
QUOTED = "Talks\n\n“The talks on the harbour go on,” Mark Rutte said on Monday in Port Vell.\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """Where the reader of the README is: beside a folder of articles."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "my-articles").mkdir()
    shutil.copy(SAMPLE, folder / "my-articles")
    (folder / "my-articles" / "talks.txt").write_text(QUOTED)
    return folder


@pytest.fixture(scope="module")
def said() -> dict:
    """What the blocks of Python have made so far: each goes on after the one before."""
    return {}


def python(code: str, said: dict) -> None:
    for line in code.strip().splitlines():
        exec(line, said)
    shown = eval(line, said)  # each block ends in what it shows
    assert len(shown)


def shell(code: str) -> None:
    for line in code.strip().splitlines():
        words = shlex.split(line, comments=True)
        if words[0] == "make":  # this very run is one of them: that the target is there
            subprocess.run(["make", "-n", *words[1:]], cwd=ROOT, check=True, capture_output=True)
            continue
        assert words[0] == "onrecord"
        words, to = words[1:], None
        if ">" in words:
            words, to = words[: words.index(">")], words[words.index(">") + 1]
        with pytest.MonkeyPatch.context() as patch:
            out = StringIO()
            if to:
                patch.setattr("sys.stdout", out)
            assert main(words) == 0, line
        if to:
            Path(to).write_text(out.getvalue(), "utf-8")


def yaml(code: str) -> None:
    Path("own.yaml").write_text(code, "utf-8")
    known = read_user_actors(Path("own.yaml"))
    assert {actor.name for actor in known.actors} == {*re.findall(r"(?m)name: (.+)$", code)}


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_a_block_runs_as_it_stands(place, said, monkeypatch, number):
    monkeypatch.chdir(place)
    monkeypatch.setattr("builtins.input", lambda _prompt="": "q")  # where statements are reviewed
    monkeypatch.setattr("sys.stdin", StringIO())
    language, code = BLOCKS[number]
    {"python": lambda: python(code, said), "sh": lambda: shell(code), "yaml": lambda: yaml(code)}[
        language
    ]()


def test_what_the_commands_promise_is_there(place):
    """After the blocks: a file or folder for each that is named behind `--into` and `>`."""
    if not (place / "tables").exists():
        pytest.skip("the blocks did not run")
    named = re.findall(r"(?:--into|>) (\S+)", "".join(code for _, code in BLOCKS))
    assert [name for name in named if not (place / name).exists()] == []
    assert "Mark Rutte" in (place / "actors.yaml").read_text("utf-8")


def test_what_the_readme_names_is_there():
    linked = re.findall(r"\]\(([^)#]+)", README) + re.findall(r"`((?:\w[\w-]*/)+[\w.-]*)`", README)
    here = [name for name in linked if "://" not in name and not name.startswith(("..", "my-"))]
    assert [name for name in here if not (ROOT / name).exists()] == []
    assert {"docs/formats.md", "seeds/"} <= {*here}
    assert len(README.splitlines()) <= 150
