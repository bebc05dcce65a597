"""The page on clusters, line by line: a key, a scheduler, a worker, and a run that they do."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from newcomers.walk import TITLE, _blocks
from pretend import write_corpus

from onrecord.tables import Tables

PAGE = Path(__file__).parents[2] / "docs" / "cluster.md"
BIN = Path(sys.executable).parent

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix" or not shutil.which("openssl"), reason="a shell"),
]


def free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def block(words: str) -> str:
    """The one block of the page that holds these words."""
    (found,) = [code for _, _, code in _blocks(PAGE) if words in code]
    return found


@pytest.fixture
def shell(tmp_path):
    """Runs a block in a folder, with our own commands first and no settings of dask's but its."""
    pytest.importorskip("distributed")
    port, page = free(), free()
    env = {name: value for name, value in os.environ.items() if not name.startswith("DASK")}
    env["PATH"] = f"{BIN}{os.pathsep}{env['PATH']}"
    env["ONRECORD_READER"] = "quick"
    started = []

    def run(code, wait=True):
        code = code.replace("SCHEDULER:8786", f"127.0.0.1:{port}").replace("8786", str(port))
        code = code.replace("--nworkers -1", "--nworkers 1")
        code = code.replace(
            "--no-dashboard", f"--no-dashboard --dashboard-address 127.0.0.1:{page}", 1
        )
        process = subprocess.Popen(
            ["sh", "-ec", code], cwd=tmp_path, env=env, text=True, start_new_session=True,
            stdout=subprocess.PIPE if wait else subprocess.DEVNULL,
            stderr=subprocess.PIPE if wait else subprocess.DEVNULL,
        )  # fmt: skip
        if wait:
            out, err = process.communicate(timeout=300)
            return process.returncode, out, err
        started.append(process)
        return process

    run.port, run.page = port, page
    yield run
    for process in reversed(started):
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def test_the_lines_make_a_cluster_that_only_a_key_opens(tmp_path, shell):
    write_corpus(tmp_path / "news", 3)
    (title, code) = next((t, c) for _, t, c in _blocks(PAGE) if TITLE.search(t))
    (tmp_path / TITLE.search(title)[1]).write_text(code)
    assert shell(block("openssl req"))[0] == 0
    scheduler = shell(block("dask scheduler --protocol"), wait=False)
    until = time.monotonic() + 120
    while time.monotonic() < until and scheduler.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", shell.port), 1).close()
            break
        except OSError:
            time.sleep(0.2)
    for path in ("/status", "/info/main/workers.html", "/json/counts.json"):
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"http://127.0.0.1:{shell.page}{path}", timeout=30)
    shell(block("dask worker tls:").replace(" --no-dashboard", ""), wait=False)
    line = block("--scheduler tls:")
    code, _, err = shell(line)
    assert code == 0, err
    assert len(Tables.open(tmp_path / "tables").articles) == 3
    # whoever has no key
    for address in ("tls:", "tcp:"):
        bare = line.replace(". ./secure.sh\n", "").replace("tls:", address)
        code, _, err = shell(bare.replace("tables", "others"))
        assert code == 2, err
        assert err.startswith("onrecord: ") and err.count("\n") == 1, err
        assert not list((tmp_path / "others").glob("month=*"))
