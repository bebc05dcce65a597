"""A run that is ended from outside, by Ctrl-C or politely, leaves nothing in temporary folders."""

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


@pytest.mark.parametrize(
    ("verb", "articles", "begun", "sent", "code"),
    [
        # both workers have opened the model: they write batches
        (["analyse", "news", "--into", "t", "--jobs", "2"], 400,
         lambda place, _: any((place / "t").glob("month=*/*")), signal.SIGINT, 130),
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
        [sys.executable, "-m", "onrecord", *verb, "--quiet"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary)},
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


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"  # where nobody is there to collect it
