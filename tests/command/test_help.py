"""What the command says of itself: help, completion, the manual; all from one description."""

import os
import re
import shlex
import shutil
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
def test_sentences_are_no_wider_than_the_terminal(name, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    about = dict(each_verb(cli.parser()))[name].format_help().split("\n\n")[1]
    assert about.startswith(about[0].upper())
    assert max(map(len, about.splitlines())) <= 60


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


# the line so far, what a shell makes of it, and what it must not offer
TYPED = (("rep", {"repeats", "report"}, "analyse"), ("report --sin", {"--single-file"}, "--into"))
# each prints what it would offer after $1
ASKED = {
    "bash": """source code
COMP_LINE="onrecord $1"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
_python_argcomplete onrecord "${1##* }" onrecord
printf '%s\\n' "${COMPREPLY[@]}" """,
    "fish": """source code; complete -C "onrecord $argv[1]" """,
    # where completion is on, its function would show what it is given here
    "zsh": """autoload -Uz compinit is-at-least; compinit -u -d zcompdump; source code
_describe() { print -l -- ${(P)2} }
BUFFER="onrecord $1"; CURSOR=${#BUFFER}; words=(onrecord); service=onrecord
_python_argcomplete""",
}


@pytest.mark.parametrize(("line", "offered", "kept_back"), TYPED)
@pytest.mark.parametrize("shell", ASKED)
def test_a_shell_offers_what_could_follow(tmp_path, shell, line, offered, kept_back, capsys):
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    assert cli.main(["completion", shell]) == 0
    (tmp_path / "code").write_text(capsys.readouterr().out)
    (tmp_path / "ask").write_text(ASKED[shell])
    command = tmp_path / "onrecord"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m onrecord "$@"\n')
    command.chmod(0o755)
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    words = [shell, *({"zsh": ["-f"], "fish": ["-N"]}.get(shell, [])), "ask", line]
    done = subprocess.run(words, env=env, cwd=tmp_path, capture_output=True, text=True, check=False)
    found = {re.split(r"[\t:]", each)[0].strip() for each in done.stdout.splitlines()}
    assert offered <= found, done.stderr
    assert kept_back not in found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_code_for_a_shell(shell, capsys):
    assert cli.main(["completion", shell]) == 0
    code = capsys.readouterr().out
    assert "onrecord" in code
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=code, text=True, check=True)


def test_the_manual_holds_all_that_help_says(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")  # what newer Pythons would heed
    every = list(pages())
    assert {page.name for page in every} == {"onrecord", *(f"onrecord {name}" for name in ALL)}
    man, text = man_page(), markdown()
    for page in every:
        assert page.name.replace("-", r"\-") in man
        assert f"## {page.name}\n" in text
        for option, meaning in page.options:
            assert f"- `{option}`: {meaning}" in text
            assert meaning.replace("-", r"\-") in man
    assert "\x1b" not in man + text
    controls = [line.split()[0] for line in man.splitlines() if line.startswith(".")]
    assert {*controls} <= {".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi"}
