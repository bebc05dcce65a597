"""Ctrl-C in the first moment of a command, before or while it comes in, and in the last."""

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from onrecord.corpus.spread.processes import processes

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")
# Ctrl-C comes while a module is looked for
WHILE = """
import signal, sys
class Finder:
    def find_spec(self, name, *_):
        if name == {name!r}:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
"""
DOOR = "from onrecord.command.door import main\nsys.exit(main())"
AFTER = """
import onrecord.command.door as door
import onrecord.command.cli as cli
cli.main = lambda: 7
code = door.main()
signal.raise_signal(signal.SIGINT)
"""
BETWEEN = """
import onrecord.command.door as door
import onrecord.command.cli as cli
cli.main = lambda: signal.raise_signal(signal.SIGINT)
sys.exit(door.main())
"""


@pytest.mark.parametrize(
    ("code", "ended"),
    [
        (WHILE.format(name="onrecord.command.cli") + DOOR, 130),
        (WHILE.format(name="onrecord.command.verbs.audit") + DOOR, 130),
        (BETWEEN, 130),
        (AFTER, 7),
        # where a shell runs it in the back, Ctrl-C is for others
        ("signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + BETWEEN, 0),
    ],
    ids=["the command", "a verb", "not yet listening", "done", "in the back"],
)
def test_one_line(code, ended):
    done = subprocess.run(
        [sys.executable, "-c", f"import signal, sys\n{code}", "speakers", "nowhere"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert done.stderr == ("onrecord: stopped.\n" if ended == 130 else "")
    assert done.returncode == ended


def test_all_who_run_the_command_come_by_the_door():
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert said["project"]["scripts"] == {"onrecord": "onrecord.command.door:main"}
    own = (ROOT / "analysis" / "onrecord" / "__main__.py").read_text("utf-8")
    assert "from onrecord.command.door import main" in own


def test_little_is_imported_before_the_door():
    code = "import sys, onrecord.command.door; print(*sys.modules)"
    known = "import sys; print(*sys.modules)"
    came, before = (
        set(subprocess.check_output([sys.executable, "-c", each], text=True).split())
        for each in (code, known)
    )
    heavy = {"re", "typing", "argparse", "pathlib", "dataclasses", "enum", "signal", "collections"}
    assert not heavy & (came - before)


def test_processes_do_not_hear_it_from_their_first_moment():
    with processes(1) as (pool, _):
        assert signal.SIGINT in pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
