"""The same work on a dask cluster: workers on this machine, or a scheduler of many."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from onrecord.errors import AnalysisError

SERVING = ("scheduler", "worker")
RETRIES = 3  # of a piece whose worker was lost


@contextmanager
def cluster(
    *, scheduler: str | None = None, workers: int = 2, patience: float = 10
) -> Iterator[tuple[Executor, int]]:
    """Connect to a cluster, or start one.

    A piece whose worker is lost is done again by another one; dask sees to it. A cluster that is
    started here has no dashboard, and speaks by TLS with credentials of its own that end with it.
    One that is running is asked with the credentials that dask's own settings name
    (`distributed.comm.tls`).

    Args:
        scheduler: address of a running one, such as `tcp://10.0.0.5:8786`; its workers need
            the same version of On Record.
        workers: processes to start on this machine where no scheduler is named.
        patience: seconds to wait for a scheduler's answer.

    Yields:
        An executor, and how many pieces can run at a time.

    Raises:
        AnalysisError: dask is not installed, or the scheduler does not answer.
    """
    try:
        import cryptography  # noqa: F401 - makes the credentials
        import dask
        from distributed import Client, LocalCluster
        from distributed.security import Security
    except ImportError as error:
        raise AnalysisError(
            "A cluster needs dask; install it with `pip install 'onrecord[cluster]'`."
        ) from error
    own = None
    try:
        if scheduler is None:
            # a scheduler always serves a page; without routes there is nothing on it
            with dask.config.set({f"distributed.{each}.http.routes": [] for each in SERVING}):
                own = LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address="127.0.0.1:0",
                    scheduler_kwargs={"dashboard": False},
                    worker_dashboard_address=None,
                    protocol="tls://",
                    security=Security.temporary(),
                )
        try:
            client = Client(own or scheduler, timeout=patience)
        except (OSError, TimeoutError, ValueError) as error:
            raise AnalysisError(
                f"The scheduler {scheduler} does not answer: {error or 'timed out'}."
            ) from error
        with client:
            threads = sum(client.nthreads().values())
            with client.get_executor(retries=RETRIES, pure=False) as executor:
                yield executor, max(threads, 1)
    finally:
        if own is not None:
            own.close()
