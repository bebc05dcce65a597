"""What the command says of itself: help, completion, the manual; all from one description."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from onrecord.command import cli
from onrecord.command.pages import man_page, markdown, pages
from onrecord.command.settings import each_verb
from onrecord.command.verb import Verb
from onrecord.command.verbs import VERBS

ALL = dict(each_verb(cli.parser()))


@pytest.mark.parametrize("name", ALL)
def test_every_help_has_examples_that_parse(name):
    shown = ALL[name].format_help()
    lines = re.split(r"examples?:\n", shown)[1].splitlines()
    ours = [line[line.index("onrecord ") :] for line in lines if "onrecord " in line]
    assert ours, name
    for line in ours:
        line = re.split(r" {2,}| [|>&]|\)\"", line)[0]  # what a shell or a reader adds
        words = shlex.split(line)[1:]
        assert " ".join(words).startswith(name) or name in ("audit", "exchange")
        assert cli.parser().parse_args(words).run


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_explained(name):
    for action in ALL[name]._actions:
        assert action.help or action.dest == "word", f"{name}: {action.dest}"


@pytest.mark.parametrize("word", ["--quiet", "--verbose", "--config"])
def test_every_verb_knows(word):
    for name, made in ALL.items():
        assert word in made.format_help(), name
    assert word in cli.parser().format_help()


def test_a_verb_is_a_file_that_is_listed():
    names = {verb.name for verb in VERBS}
    assert len(names) == len(VERBS)
    assert {name.split()[0] for name in ALL} == names
    assert all(isinstance(verb, Verb) and verb.about[0].islower() for verb in VERBS)


@pytest.mark.parametrize(
    ("line", "offered", "kept_back"),
    [
        ("onrecord rep", {"report"}, {"analyse"}),
        ("onrecord report --sin", {"--single-file"}, {"--into"}),
        ("onrecord sources x --of ", {"gender", "role"}, {"outlet"}),
        ("onrecord audit ", {"draw", "estimate", "export"}, {"report"}),
        ("onrecord completion ", {"bash", "zsh", "fish"}, set()),
    ],
)
def test_a_shell_is_told_what_could_follow(tmp_path, line, offered, kept_back):
    told = tmp_path / "told"
    env = os.environ | {
        "_ARGCOMPLETE": "1",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "_ARGCOMPLETE_STDOUT_FILENAME": str(told),
    }
    subprocess.run([sys.executable, "-m", "onrecord"], env=env, check=True)
    found = {word.strip() for word in told.read_text().split("\x0b")}
    assert offered <= found
    assert not kept_back & found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_code_for_a_shell(shell, capsys):
    assert cli.main(["completion", shell]) == 0
    code = capsys.readouterr().out
    assert "onrecord" in code
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=code, text=True, check=True)


def test_the_manual_holds_all_that_help_says():
    every = list(pages())
    assert {page.name for page in every} == {"onrecord", *(f"onrecord {name}" for name in ALL)}
    man, text = man_page(), markdown()
    for page in every:
        assert page.name.replace("-", r"\-") in man
        assert f"## {page.name}\n" in text
        for option, meaning in page.options:
            assert f"- `{option}`: {meaning}" in text
            assert meaning.replace("-", r"\-") in man
    controls = [line.split()[0] for line in man.splitlines() if line.startswith(".")]
    assert {*controls} <= {".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi"}
