"""A few runs that are killed; the hundred are run by `python -m benchmarks.trust`."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# a run of the command, then runs that leave what they must not
SMALL = """
import os, random, sys, tempfile
from pathlib import Path
sys.path[:0] = ["benchmarks", "tests"]
import kills
from kill_commands import Command

print(kills.main({given}))

def result(folder):
    return {{name: (folder / name).read_text() for name in "abc"}}

kills.AGAIN = 0
for more in ("", "c.part", "mine.txt"):
    def run(folder):
        for name in "abc":
            (folder / name).write_text(name)
        if more:
            (folder / more).write_text("x")
    killing = kills.Killing(Command(lambda _: None, run, result), Path(tempfile.mkdtemp()))
    try:
        print(killing.changes, [int(killing.kill(random.Random(0), at)) for at in (1, 3)])
    except AssertionError:
        print(killing.changes, "seen")
"""


def test_a_killed_run_leaves_what_a_clean_one_leaves_and_more_is_seen():
    given = ["--kills", "2", "--only", "analyse", "export", "--seed", "4"]
    ran = subprocess.run(
        [sys.executable, "-c", SMALL.format(given=given)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told, *seen = ran.stdout.splitlines()
    assert "failed" not in told
    assert sum(map(int, re.findall(r"(\d+) (?:analyse|export)", told))) >= 2
    assert seen == ["0", "3 [1, 1]", "4 seen", "4 seen"], ran.stderr
