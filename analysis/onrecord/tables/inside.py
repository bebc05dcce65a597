"""What rooms ask of tables, beside what users do with them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import pandas as pd

from onrecord import store

if TYPE_CHECKING:
    from onrecord.tables.tables import Tables

# what TAB leaves out
INSIDE = {"again", "chosen", "listed", "narrowed", "only", "part", "reading", "remembered"}


class Inside:
    """Parts of the tables, and what answers questions about them."""

    articles: pd.DataFrame
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def _frames(self) -> dict[str, pd.DataFrame]:
        raise NotImplementedError

    def _narrowed(self, articles: pd.Series, chosen: store.Chosen) -> Tables:
        raise NotImplementedError

    @property
    def listed(self) -> pd.DataFrame:
        """The articles; of a store without their texts, which are long."""
        return self.articles

    @cached_property
    def part(self) -> store.Part:
        """What answers questions about its rows; copies of a story are rows like all others."""
        return self._part(None, None)

    @cached_property
    def remembered(self) -> dict:
        """What was worked out once, by name."""
        return {}

    def narrowed(
        self,
        articles: pd.Series,
        *,
        speaker: str | None = None,
        actor: str | None = None,
        speakers: Sequence[str] | None = None,
    ) -> Tables:
        """The part that some articles make up; they all count, copies of a story as well.

        Args:
            articles: their ids.
            speaker: only what this speaker says in them.
            actor: only what is said about this actor in them.
            speakers: only what one of these says in them.
        """
        several = None if speakers is None else tuple(speakers)
        return self._narrowed(articles, store.Chosen(speaker, actor, several))

    def again(self) -> Tables:
        """The same rows and what was worked out of them, of which other evidence may be held."""
        made = self._alike()
        made.remembered.update(
            {name: of for name, of in self.remembered.items() if name == "shared"}
        )
        made.__dict__["part"] = copy(self.part)
        return made

    def _alike(self) -> Tables:
        raise NotImplementedError

    @property
    def _shared(self) -> store.Shared:
        """Its own rows, as parts of them are asked."""
        if "shared" not in self.remembered:
            self.remembered["shared"] = store.Shared(self._frames())
        return self.remembered["shared"]

    def _part(self, only: pd.Series | None, chosen: store.Chosen | None) -> store.Part:
        return store.FramePart(self._shared, among(self.listed, only), chosen)


def among(listed: pd.DataFrame, only: pd.Series | None) -> pd.Series:
    """Whether each of the articles is one of some; without these, all are."""
    ids = listed.article_id
    return pd.Series(True, index=ids.index) if only is None else ids.isin(only)
