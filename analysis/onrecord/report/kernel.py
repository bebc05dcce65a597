"""A kernel that runs one notebook after another, reached over IPC."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import TracebackType

from jupyter_client import AsyncKernelManager
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_core.utils import run_sync

from onrecord.display.sentences import KEPT

WAIT = 60  # seconds for a kernel to start
RENEWED = 200  # notebooks after which a kernel is started anew, so that none can grow for ever

EMPTY = "get_ipython().reset(new_session=True, aggressive=False)"
# A reset lets the collector look through all objects, which takes a fifth of a small page's time.
# Most are those of the libraries, which the first notebook has loaded for all: they are spared.
SETTLE = """
__import__("gc").collect()
__import__("gc").freeze()
__import__("gc").set_threshold(20_000, 20, 20)"""


class LocalClient(AsyncKernelClient):
    """A client that may be started again while it runs, as papermill does per notebook."""

    def start_channels(self, *given: bool, **named: bool) -> None:
        """Open the channels, unless they are open."""
        if not self.channels_running:
            super().start_channels(*given, **named)


class LocalManager(AsyncKernelManager):
    """ipykernel of this very interpreter, whatever kernels the user has installed."""

    kept: AsyncKernelClient | None = None

    @property
    def kernel_spec(self) -> KernelSpec:
        """How to start the kernel."""
        # the user's history of commands is no place for ours
        quiet = "--HistoryManager.enabled=False"
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", quiet]
        return KernelSpec(argv=command, display_name="Python 3", language="python")

    def client(self, **given: object) -> AsyncKernelClient:  # type: ignore[override]
        """One client for all notebooks: papermill asks for a new one each time."""
        if self.kept is None:
            self.client_factory = LocalClient
            self.kept = super().client(**given)
        return self.kept


class Kernel:
    """A kernel for the thread that opens it; each notebook finds it without any names.

    Starting a kernel and importing the libraries takes seconds, running one of our
    notebooks less than one: so a kernel is kept, and its namespace emptied in between. After
    `RENEWED` notebooks it gives way to a new one.
    """

    def __init__(self, *, beside: bool = False) -> None:
        """A kernel that is not started yet.

        Args:
            beside: its notebooks are pages of a site, which keeps the sentences apart.
        """
        self.beside = beside
        # IPC socket names are limited to about 100 characters, hence a short folder; no port
        # is opened, so kernels that start side by side cannot race for one.
        far = len(tempfile.gettempdir()) > 60 and Path("/tmp").is_dir()
        self.folder = tempfile.mkdtemp(prefix="or", dir="/tmp" if far else None)
        # what a kernel that is killed has left of its queries goes with the folder
        self.spill = tempfile.mkdtemp(prefix="or")
        self.manager: LocalManager | None = None
        self.used = 0  # notebooks that the running kernel was given

    def ready(self) -> LocalManager:
        """The manager of a running kernel whose namespace is empty."""
        worn = self.used >= RENEWED
        if self.manager is not None and (worn or not run_sync(self.manager.is_alive)()):
            self.stop()
        if self.manager is None:
            self.manager = LocalManager(
                transport="ipc", ip=f"{self.folder}/k", connection_file=f"{self.folder}/c.json"
            )
            env = {**os.environ, "TMPDIR": self.spill} | ({KEPT: "beside"} if self.beside else {})
            run_sync(self.manager.start_kernel)(cwd=self.folder, env=env)
        elif self.manager.kept is not None:
            run_sync(_emptied)(self.manager.kept, settled=self.used > 1)
        self.used += 1
        return self.manager

    def stop(self) -> None:
        """End the kernel; the next `ready` starts another."""
        if self.manager is None:
            return
        manager, self.manager, self.used = self.manager, None, 0
        if manager.kept is not None:
            manager.kept.stop_channels()
        run_sync(manager.shutdown_kernel)(now=True)

    def __enter__(self) -> Kernel:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            self.stop()
        finally:
            for folder in (self.folder, self.spill):
                shutil.rmtree(folder, ignore_errors=True)


async def _emptied(client: AsyncKernelClient, *, settled: bool) -> None:
    code = EMPTY if settled else EMPTY + SETTLE
    await client.execute(code, silent=True, store_history=False, reply=True, timeout=WAIT)
