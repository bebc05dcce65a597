"""The library that runs the model tells nobody of it."""

from __future__ import annotations

import os
import subprocess
import sys

READ = (
    "from onrecord.reader import Reader; "
    "print(len(Reader.load().read(['\"It is so,\" Ada Quist said.'])[0].spans))"
)


def test_reading_leaves_no_number_of_the_machine(tmp_path):
    # with telemetry on, a session and a device get a number each, and what is sent is kept here
    home = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "LOCALAPPDATA")}
    there = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", READ], env=there | home, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and int(done.stdout) == 3, done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == []
