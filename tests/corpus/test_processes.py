import os
import signal
import subprocess
import sys
import time

import pytest

from onrecord.corpus.spread.processes import in_order, processes


class Count:
    """Runs at once, and remembers how much was taken before it was asked for."""

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, function, given):
        from concurrent.futures import Future

        self.submitted += 1
        made: Future = Future()
        made.set_result(function(given))
        return made


@pytest.mark.parametrize("ahead", [1, 2, 7, 100])
def test_results_keep_the_order_of_what_was_given(ahead):
    assert list(in_order(Count(), lambda n: n * n, range(10), ahead)) == [n * n for n in range(10)]


def test_no_more_is_taken_than_asked_for():
    executor = Count()
    results = in_order(executor, str, iter(int, 1), 3)  # without end
    assert next(results) == "0"
    assert executor.submitted == 3
    next(results)
    assert executor.submitted == 4


def test_an_error_comes_out():
    with pytest.raises(ZeroDivisionError), processes(1) as (executor, width):
        assert width == 1
        list(in_order(executor, (1).__floordiv__, [1, 0], 2))


PARENT = """
import sys, time
from onrecord.corpus.spread.processes import processes
import os
if __name__ == "__main__":
    with processes(1) as (executor, _):
        print(executor.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_processes_end_with_the_one_that_started_them(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        with open(f"/proc/{child}/stat") as stat:  # noqa: PTH123
            if stat.read().split()[2] == "Z":  # nobody is there to collect it
                return
        time.sleep(0.1)
    pytest.fail("the child lives on")
