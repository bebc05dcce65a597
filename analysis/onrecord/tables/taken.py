"""`Taken`: some articles of tables in memory, each table of them taken when it is asked for."""

from __future__ import annotations

from dataclasses import fields

import pandas as pd

from onrecord import schema, store
from onrecord.tables.tables import Tables


class Taken(Tables):
    """A part of tables in memory; a page asks for counts of most tables and not for their rows."""

    whole: Tables
    only: pd.Series
    chosen: store.Chosen

    def __init__(self, whole: Tables, only: pd.Series, chosen: store.Chosen) -> None:
        """Some articles of tables.

        Args:
            whole: the tables.
            only: ids of the articles; all others are left out.
            chosen: whose words are held.
        """
        object.__setattr__(self, "whole", whole)
        object.__setattr__(self, "only", only)
        object.__setattr__(self, "chosen", chosen)

    def __getattr__(self, name: str) -> object:
        # called only for what is not there yet
        if name == "provenance" or name in schema.WHOLE:
            value = getattr(self.whole, name)
        elif name in Tables.names():
            value = self.part.frame(name)
        else:
            raise AttributeError(name)
        object.__setattr__(self, name, value)
        return value

    def _narrowed(self, articles: pd.Series, chosen: store.Chosen) -> Tables:
        if self.chosen and chosen:  # whose words among whose words
            return super()._narrowed(articles, chosen)
        both = self.only[self.only.isin(articles)]
        return Taken(self.whole, both, chosen or self.chosen)

    def _part(self, only: pd.Series | None, chosen: store.Chosen | None) -> store.Part:
        if only is None and chosen is None:
            return self.whole._part(self.only, self.chosen)
        return super()._part(only, chosen)

    @property
    def _shared(self) -> store.Shared:
        if "shared" not in self.remembered:
            kept = self.whole._shared.kept
            self.remembered["shared"] = store.Shared(self._frames(), kept)
        return self.remembered["shared"]

    def _alike(self) -> Tables:
        return Taken(self.whole, self.only, self.chosen)

    def __reduce__(self) -> tuple:
        # what it was taken out of stays behind
        return Tables, tuple(getattr(self, item.name) for item in fields(self))
