"""The notebooks of a site, run at the same time, each in a kernel."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

import nbformat

from onrecord.bar import Bar, bar
from onrecord.errors import AnalysisError
from onrecord.report.at_once import at_once
from onrecord.report.kernel import Kernel
from onrecord.report.plan import Planned
from onrecord.stages import stage


@dataclass(frozen=True, slots=True)
class Refused:
    """A report whose notebook did not complete, and why."""

    path: str
    reason: str

    def __iter__(self) -> Iterator[str]:
        return iter((self.path, self.reason))


def run_all(
    planned: list[Planned], tables: Path, jobs: int, hidden: bool | None, single: bool
) -> tuple[dict[str, nbformat.NotebookNode], list[Refused]]:
    """Run the notebooks of pages.

    Args:
        planned: the pages.
        tables: folder of the tables that they tell of.
        jobs: kernels.
        hidden: show no bar; None: as the terminal has it.
        single: each page stands alone.

    Returns:
        Notebooks with their outputs, by the path of the page, and those that did not complete.
    """
    done: dict[str, nbformat.NotebookNode] = {}
    refused: list[Refused] = []
    waiting: SimpleQueue[Planned] = SimpleQueue()
    for item in planned:
        waiting.put(item)

    def work(shown: Bar) -> None:
        # a kernel belongs to its thread, and with it to one event loop
        with Kernel(beside=not single) as kernel:
            while True:
                try:
                    item = waiting.get_nowait()
                except Empty:
                    return
                given = {"tables": str(tables), **item.parameters}
                with stage(f"running {item.path}"):
                    try:
                        done[item.path] = at_once(item.kind, given, kernel=kernel)
                    except AnalysisError as error:
                        refused.append(Refused(item.path, str(error)))
                shown.update()

    with (
        ThreadPoolExecutor(jobs) as pool,
        bar(total=len(planned), desc="reports", unit="page", disable=hidden) as shown,
    ):
        for future in [pool.submit(work, shown) for _ in range(min(jobs, len(planned)))]:
            future.result()
    return done, sorted(refused, key=lambda item: item.path)
