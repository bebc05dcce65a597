"""A store that lives: articles come, change and go, runs are killed, files damaged and repaired."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis.strategies as st
import pandas as pd
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from pretend import pretend, write_corpus

import onrecord
from onrecord.corpus.repair import repair
from onrecord.corpus.update import update
from onrecord.corrections import corrections_files
from onrecord.errors import StoreError
from onrecord.store import inspect
from onrecord.tables import Tables

BLOWS = 60  # changes of the disk after which a run may be killed, at most
COUNTED: Counter[str] = Counter()
SPARED = ("store.json", ".onrecord-lock")  # without its mark a folder is no store


class Killed(BaseException):
    """Ends a run where it stands; nothing can be written after it."""


@contextmanager
def killed(after: int) -> Iterator[None]:
    """Let so many changes of the disk happen, and none after them."""
    left = after
    kept = {name: getattr(Path, name) for name in ("rename", "replace", "unlink", "mkdir", "rmdir")}

    def counted(name: str) -> object:
        def change(*given: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return kept[name](*given, **more)

        return change

    try:
        for name in kept:
            setattr(Path, name, counted(name))
        yield
    except Killed:
        COUNTED["kills"] += 1
    finally:
        for name, method in kept.items():
            setattr(Path, name, method)


class Store(RuleBasedStateMachine):
    """What a user and a bad disk may do, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory(prefix="store")
        self.news = Path(self.place.name, "news")
        self.into = Path(self.place.name, "tables")
        self.number = 0
        self.harmed = False

    @initialize()
    def begin(self) -> None:
        self.add(6)

    @rule(count=st.integers(1, 6))
    def add(self, count: int) -> None:
        write_corpus(self.news, count, first=self.number)
        self.number += count

    @rule(at=st.integers(0, 99), word=st.sampled_from(["room", "broken promise", "The Lantern"]))
    def edit(self, at: int, word: str) -> None:
        path = self._file(at)
        path.write_text(path.read_text("utf-8").replace(word, f"{word} {at}"), "utf-8")

    @rule(at=st.integers(0, 99))
    def remove(self, at: int) -> None:
        self._file(at).unlink()
        if not any(self.news.iterdir()):
            self.add(1)

    @rule(at=st.integers(0, 99))
    def rename(self, at: int) -> None:
        path = self._file(at)
        path.rename(path.with_name(f"r{self.number}-{at}{path.name[-20:]}"))

    @rule()
    def run(self) -> None:
        try:
            self._update()
        except StoreError as error:
            assert self.harmed, error
            assert "onrecord check" in str(error)
            return
        assert inspect(self.into) == [], "a run leaves damage"
        self.harmed = False
        self.as_clean()

    @rule(after=st.integers(0, BLOWS))
    def kill(self, after: int) -> None:
        with killed(after):
            try:
                self._update()
            except StoreError:
                assert self.harmed

    @precondition(lambda self: (self.into / "store.json").exists() and not self.harmed)
    @rule()
    def read(self) -> None:
        tables = Tables.open(self.into)
        assert tables.articles.article_id.is_unique
        assert set(tables.stances.article_id) <= set(tables.articles.article_id)

    @precondition(lambda self: (self.into / "store.json").exists())
    @rule(at=st.integers(0, 999), byte=st.integers(0, 9999), way=st.integers(0, 2))
    def damage(self, at: int, byte: int, way: int) -> None:
        files = [path for path in sorted(self.into.rglob("*.*")) if path.is_file()]
        files = [path for path in files if path.name not in SPARED and path.stat().st_size]
        files = [path for path in files if not path.name.startswith("corrections")]  # the user's
        files = [path for path in files if not {"damaged", ".unfinished"} & {*path.parts}]
        if not files:
            return
        path = files[at % len(files)]
        data = bytearray(path.read_bytes())
        if way == 0 and path.name != "sums.json":  # as an earlier version wrote it
            path.unlink()
        elif way == 1:
            path.write_bytes(data[: byte % len(data)])
        else:
            data[byte % len(data)] ^= 0x11
            path.write_bytes(data)
        self.harmed = True
        COUNTED["damages"] += 1

    @precondition(lambda self: (self.into / "store.json").exists())
    @rule()
    def mend(self) -> None:
        repair(self.into)
        assert inspect(self.into) == [], "a repair leaves damage"
        self.harmed = False
        COUNTED["repairs"] += 1

    def teardown(self) -> None:
        self.place.cleanup()

    def as_clean(self) -> None:
        """The tables are those of an analysis in memory."""
        clean = onrecord.analyse(
            onrecord.load(self.news, progress=False),
            corrections=corrections_files(self.into),
            reader=pretend(),
            progress=False,
        )
        now = Tables.open(self.into)
        for name in Tables.names():
            pd.testing.assert_frame_equal(getattr(now, name), getattr(clean, name))
        COUNTED["runs as clean ones"] += 1

    def _update(self) -> None:
        given = {"reader": pretend, "jobs": 1, "progress": False, "prune": True}
        update(self.into, self.news, check_contents=True, **given)

    def _file(self, at: int) -> Path:
        files = sorted(self.news.iterdir())
        return files[at % len(files)]
