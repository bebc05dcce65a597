import os
import signal
from importlib import import_module
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pandas as pd
import pytest
from pretend import pretend, write_corpus

from onrecord.corpus import update
from onrecord.corpus.spread.cluster import cluster
from onrecord.errors import AnalysisError
from onrecord.tables import Tables

pytest.importorskip("distributed")
pytest.importorskip("cryptography")

spread = import_module("onrecord.corpus.spread.spread")


@pytest.fixture(scope="module")
def news(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("cluster") / "news"
    write_corpus(folder, 12)
    return folder


@pytest.fixture(scope="module")
def serial(news) -> Tables:
    update.update(news.parent / "serial", news, reader=pretend, jobs=1, progress=False)
    return Tables.open(news.parent / "serial")


def test_a_cluster_started_here_speaks_by_tls_and_shows_no_dashboard():
    with cluster(workers=1) as (executor, width):
        client = executor._client
        assert (width, client.scheduler.address[:6]) == (1, "tls://")
        told = client.scheduler_info()
        assert all(address.startswith("tls://") for address in told["workers"])
        page = f"http://127.0.0.1:{told['services']['dashboard']}"
        for path in ("/status", "/info/main/workers.html", "/health", "/metrics"):
            with pytest.raises(HTTPError, match="404"):
                urlopen(page + path, timeout=5)
        assert client.security.require_encryption


def die_once(marker: Path):
    """A model whose first process is killed while it reads."""
    made = pretend()
    read = made.read

    def deadly(texts):
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return read(texts)

    made.read = deadly
    return made


class DieOnce:
    """Makes that model; travels to a worker with the place of its marker."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __call__(self):
        return die_once(self.marker)

    def __hash__(self) -> int:
        return hash(self.marker)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DieOnce) and self.marker == other.marker


def same(one: Tables, other: Tables) -> None:
    for name in Tables.names():
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_changes_nothing(news, serial, tmp_path, monkeypatch):
    monkeypatch.setattr(spread, "PIECE", 2)
    reader = DieOnce(tmp_path / "died")
    outcome = update.update(tmp_path / "t", news, reader=reader, workers=1, progress=False)
    assert (tmp_path / "died").exists()
    assert outcome.read == 12
    same(Tables.open(tmp_path / "t"), serial)


@pytest.mark.slow
def test_a_scheduler_that_is_running_is_used(news, serial, tmp_path, monkeypatch):
    from distributed import LocalCluster

    monkeypatch.setattr(spread, "PIECE", 5)
    # in this process, and spoken to by TCP like any other
    where = {"processes": False, "protocol": "tcp://", "dashboard_address": None}
    with LocalCluster(n_workers=2, threads_per_worker=1, **where) as own:
        update.update(
            tmp_path / "t",
            news,
            reader=pretend,
            scheduler=own.scheduler_address,
            progress=False,
        )
    same(Tables.open(tmp_path / "t"), serial)


def test_a_scheduler_that_does_not_answer_is_one_sentence(monkeypatch):
    with (
        pytest.raises(AnalysisError, match=r"The scheduler tcp://127\.0\.0\.1:9 does not answer"),
        cluster(scheduler="tcp://127.0.0.1:9", patience=1),
    ):
        pass


def test_without_dask_the_way_to_it_is_said(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(AnalysisError, match="pip install 'onrecord"), cluster(workers=1):
        pass
