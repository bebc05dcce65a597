"""A run that is ended from outside, by Ctrl-C or politely, leaves nothing in temporary folders."""

import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pretend import pretend, write_corpus

from onrecord.command.ending import ends_in_order
from onrecord.corpus.update import update

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


@pytest.fixture
def temporary():
    """The folder for temporary files; its path is short, as names of sockets must be."""
    folder = Path(tempfile.mkdtemp(prefix="t", dir="/tmp"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def workers(process: subprocess.Popen) -> list[int]:
    """Processes that it started and that read articles by now."""
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(pid) for pid in listed.read_text().split()] if listed.exists() else []


# the command, which hands out little, and waits for no more results before it writes what it has
AT_ONCE = """
import sys
from onrecord.command.door import main
from onrecord.corpus import gather
from onrecord.corpus.spread import spread
gather.HELD_SECONDS = 0
sys.modules[spread.__module__].PIECE = 8
raise SystemExit(main())
"""


@pytest.mark.parametrize(
    ("verb", "articles", "begun", "sent", "code"),
    [
        # both workers have opened the model: each piece that they have read is written
        (["analyse", "news", "--into", "t", "--jobs", "2"], 200,
         lambda place, _: len([*(place / "t").glob("month=2031-01/*")]) > 1, signal.SIGINT, 130),
        (["report", "made", "--into", "r", "--jobs", "1"], 1,
         lambda _, temporary: any(temporary.glob("or*/c.json")), signal.SIGTERM, 143),
    ],
    ids=["analyse, Ctrl-C", "report, ended politely"],
)  # fmt: skip
def test_nothing_is_left(
    tmp_path, temporary, verb, articles, begun: Callable[[Path, Path], bool], sent, code
):
    write_corpus(tmp_path / "news", articles)
    if "made" in verb:  # tables, so that no model need be opened
        update(tmp_path / "made", tmp_path / "news", reader=pretend, jobs=1, progress=False)
    process = subprocess.Popen(
        [sys.executable, "-c", AT_ONCE, *verb, "--quiet"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary), "ONRECORD_READER": "quick"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # where tests run in the background, Ctrl-C is ignored, and children inherit that
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    until = time.monotonic() + 240
    while not begun(tmp_path, temporary) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    assert process.poll() is None, process.communicate()[1]
    started = workers(process)
    os.killpg(process.pid, sent)  # a terminal sends Ctrl-C to all of them
    said = process.communicate(timeout=120)[1]
    assert process.returncode == code, said
    assert "Traceback" not in said
    # onnxruntime writes one file of its own as soon as it is imported, also in a whole run
    assert [path.name for path in temporary.iterdir() if path.name != ".ses"] == []
    until = time.monotonic() + 30  # the last of them notices within a second that it is alone
    while (left := [pid for pid in started if _lives(pid)]) and time.monotonic() < until:
        time.sleep(0.2)
    assert left == []


PART = """
import signal
signal.raise_signal(signal.{name})
whole = sum(range(100_000)) > 0  # the handler would run before this
"""


@pytest.mark.parametrize(
    ("name", "ended"), [("SIGINT", KeyboardInterrupt), ("SIGTERM", SystemExit)]
)
def test_an_end_during_an_import_waits_for_it(tmp_path, monkeypatch, name, ended):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / f"a_part_{name}.py").write_text(PART.format(name=name))
    number = signal.Signals[name]
    before = signal.getsignal(number)
    monkeypatch.delitem(sys.modules, f"a_part_{name}", raising=False)
    whole = []

    def door():
        with ends_in_order(door.__code__):
            whole.append(importlib.import_module(f"a_part_{name}").whole)
            time.sleep(60)

    if number == signal.SIGINT:  # as where the command runs
        signal.signal(number, signal.default_int_handler)
    try:
        began = time.monotonic()
        with pytest.raises(ended):
            door()
        assert time.monotonic() - began < 30  # what waits is woken
        assert whole == [True]
        restored = signal.default_int_handler if number == signal.SIGINT else before
        assert signal.getsignal(number) is restored
    finally:
        signal.signal(number, before)


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # where nobody is there to collect it
