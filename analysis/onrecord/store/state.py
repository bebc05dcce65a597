"""What a store holds at the moment: the last word on each article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from sys import intern
from typing import NamedTuple

import pandas as pd

from onrecord.store.layout import INDEX, Batch, batches, read


class Known(NamedTuple):
    """An article of the store: what it was read with, and what stands beside its text."""

    key: str
    facts: str
    batch: int  # index into `State.batches`


@dataclass(frozen=True)
class State:
    """The batches of a store, and which of their articles count.

    Attributes:
        batches: oldest first.
        index: a row per article that any batch names: article_id, key, facts, gone, batch
            (index into `batches`), last (whether this is the last word on the article).
    """

    batches: tuple[Batch, ...]
    index: pd.DataFrame

    @classmethod
    def of(cls, folder: Path) -> State:
        """Read the indices of a store.

        Raises:
            StoreError: one is damaged.
        """
        found = tuple(batches(folder))
        columns = ["article_id", "key", "facts", "gone"]
        parts = []
        for number, batch in enumerate(found):
            rows = read(batch.file(INDEX), columns).to_pandas()
            parts.append(rows.assign(batch=number))
        empty = pd.DataFrame(columns=[*columns, "batch"])
        index = pd.concat(parts, ignore_index=True) if parts else empty
        last = ~index.article_id.duplicated(keep="last")
        return cls(found, index.assign(last=last, gone=index.gone.astype(bool)))

    @property
    def live(self) -> pd.DataFrame:
        """The rows of the index that count."""
        return self.index[self.index["last"] & ~self.index.gone]

    @cached_property
    def dirty(self) -> dict[int, frozenset[str]]:
        """Batches that hold dead rows too: for each the articles that count."""
        dead = self.index[~self.index["last"] & ~self.index.gone].batch.unique()
        live = self.live
        return {int(b): frozenset(live.article_id[live.batch == b]) for b in sorted(dead)}

    @property
    def tombs(self) -> tuple[int, ...]:
        """Batches that only say what was removed."""
        return tuple(int(b) for b in self.index.batch[self.index.gone].unique())

    def known(self) -> dict[str, Known]:
        """Each article that counts."""
        live = self.live
        rows = zip(live.key, live.facts, live.batch, strict=True)
        return {
            name: Known(intern(key), facts, int(batch))  # a million articles share a few keys
            for name, (key, facts, batch) in zip(live.article_id, rows, strict=True)
        }

    @property
    def stamp(self) -> str:
        """Hash of what the store holds; the same after batches are joined or cleared."""
        live = self.live.sort_values("article_id")
        made = hashlib.sha256()
        for row in zip(live.article_id, live.key, live.facts, strict=True):
            made.update("\t".join(row).encode())
        return made.hexdigest()[:16]
