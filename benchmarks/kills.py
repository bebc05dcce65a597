"""Runs that are killed, then run to their end: `python -m benchmarks.kills --kills 100`.

Commands that analyse, report, review and export are killed by the system (SIGKILL) in turns:
every other one where the disk is about to change, the rest at any moment. Some are killed once
more when they are run again. What is left in the end must equal what a run leaves that nobody
killed, and nothing of the user's may change.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

from kill_commands import COMMANDS, Command  # noqa: E402 - these lie in the two folders above
from pretend import pretend  # noqa: E402

from onrecord.corpus.piece import Settings, tools  # noqa: E402

CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
MINE = ("mine.txt", "reports/mine.html", "out/mine.csv", "tables/mine.docx")
AGAIN = 0.3  # of the runs are killed twice
RARE = {"report": 2.0}  # killed so many times less often, as a run takes so much longer


def child(work: Callable[[], object], until: float | None = None) -> tuple[bool, Any]:
    """Do something in a process of its own, forked from this one.

    Args:
        work: what is done; the process may end itself.
        until: seconds after which it is killed.

    Returns:
        Whether it was killed, and what the work gave.

    Raises:
        AssertionError: it failed.
    """
    read, written = os.pipe()
    process = os.fork()
    if not process:
        try:
            said = pickle.dumps((True, work()))
        except BaseException:
            said = pickle.dumps((False, traceback.format_exc()))
        with os.fdopen(written, "wb") as stream:
            stream.write(said)
        os._exit(0)
    os.close(written)
    if until is not None and not select.select([read], [], [], until)[0]:
        os.kill(process, signal.SIGKILL)
    with os.fdopen(read, "rb") as stream:
        told = stream.read()
    killed = os.WIFSIGNALED(os.waitpid(process, 0)[1])
    if killed:
        return True, None
    done, given = pickle.loads(told)
    assert done, given
    return False, given


def watch(folder: Path, kill_at: int | None = None) -> list[int]:
    """Count changes of the disk below a folder from now on, in a list of one number.

    Args:
        folder: others do not count.
        kill_at: the change before which this process is killed.
    """
    seen, below = [0], str(folder)

    def look(event: str, given: tuple) -> None:
        changes = event in CHANGES or (event == "open" and given[2] and given[2] & WRITES)
        if changes and isinstance(given[0], str | os.PathLike) and str(given[0]).startswith(below):
            seen[0] += 1
            if seen[0] == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)
    return seen


class Killing:
    """One command: what it leaves unharmed, and what it costs."""

    def __init__(self, command: Command, folder: Path) -> None:
        self.command, self.start = command, folder / "start"
        self.folder = folder / "run"  # the same for all, as paths stand in some files
        self.start.mkdir()
        child(lambda: command.prepare(self.start))
        for name in MINE:
            path = self.start / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"of the user: {name}")
        self._anew()
        began = time.monotonic()
        self.changes = child(lambda: self._watched())[1]
        self.seconds = time.monotonic() - began
        self.right = child(lambda: command.result(self.folder))[1]

    def _anew(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.start, self.folder)

    def _watched(self, kill_at: int | None = None) -> int:
        seen = watch(self.folder, kill_at)
        self.command.run(self.folder)
        return seen[0]

    def kill(self, draw: random.Random, at: int | None = None) -> int:
        """Kill a run, and hold what another one leaves to what is right.

        Args:
            draw: where it is killed.
            at: the change before which it is; None where the draw says.

        Returns:
            How often it was killed.

        Raises:
            AssertionError: a promise is broken.
        """
        self._anew()
        kills = self._killed(draw, at)
        if draw.random() < AGAIN:
            kills += self._killed(draw, None)
        child(lambda: self.command.run(self.folder))
        left = child(lambda: self.command.result(self.folder))[1]
        assert left == self.right, f"a killed run leaves something else in {self.folder}"
        for name in MINE:
            assert (self.folder / name).read_text() == f"of the user: {name}"
        assert not list(self.folder.rglob("*.part")), "what was being written is left"
        return kills

    def _killed(self, draw: random.Random, at: int | None) -> int:
        if at is None and draw.random() < 0.5:
            until = draw.uniform(0.0, self.seconds)
            return child(lambda: self.command.run(self.folder), until)[0]
        place = at or draw.randint(1, max(1, self.changes))
        return child(lambda: self._watched(place))[0]


def kills(wanted: int, seed: int, names: Sequence[str] = tuple(COMMANDS)) -> Iterator[Counter[str]]:
    """Kill commands in turns until so many were killed.

    Yields:
        Kills by command, and under `failed` what broke a promise.
    """
    tools(Settings("", reader=pretend))  # made before the forks, as it takes longer than a run
    told: Counter[str] = Counter()
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="kills") as place:
        ready = {}
        for name in names:
            (Path(place) / name).mkdir()
            ready[name] = Killing(COMMANDS[name], Path(place) / name)
        while sum(told[name] for name in names) < wanted:
            name = min(names, key=lambda each: told[each] * RARE.get(each, 1.0))
            state = draw.getstate()
            try:
                told[name] += ready[name].kill(draw)
            except AssertionError as error:
                told["failed"] += 1
                told[name] += 1
                print(f"{name}, {hash(state)}: {error}", file=sys.stderr)
            yield told


def main(argv: Sequence[str] | None = None) -> int:
    """Kill, and say what was seen; 1 where a promise was broken."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--only", nargs="+", choices=tuple(COMMANDS))
    given = options.parse_args(argv)
    *_, told = kills(given.kills, given.seed, given.only or tuple(COMMANDS))
    print(", ".join(f"{count:,} {name}" for name, count in sorted(told.items())))
    return int(told["failed"] > 0)


if __name__ == "__main__":
    sys.exit(main())
