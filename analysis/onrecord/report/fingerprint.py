"""What a page was made of, in a few characters: a page whose fingerprint is the same stays."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

import pandas as pd

from onrecord import schema
from onrecord.report.notebooks import find
from onrecord.report.plan import Planned
from onrecord.tables import Tables

PACKAGE = Path(__file__).resolve().parents[1]
version = cache(metadata.version)  # a look into files each time
ROOMS = (
    "added", "charts", "display", "figures", "issues", "networks", "repeats", "report",
    "summary", "store",
)  # fmt: skip
CODE = (".py", ".js", ".css", ".woff2", ".j2")
NAMED = """
    select distinct 'speaker' as kind, speaker as name, article_id from attributions
    union select 'speaker', speaker, article_id from stances
    union select 'actor', target, article_id from stances
    union select 'actor', actor, article_id from mentions"""

WORDS = """
    select article_id, sum(hash(speaker, kind, content)::hugeint)::varchar as sum
    from attributions where kind <> 'indirect' group by article_id"""


class Fingerprints:
    """The fingerprints of an analysis's pages and files of sentences."""

    def __init__(self, tables: Tables, *options: object) -> None:
        """Take the fingerprint of each article.

        Args:
            tables: the whole analysis.
            options: what else all pages depend on.
        """
        self._each = digests(tables)
        named = tables.part.ask(NAMED).dropna()
        self._of = named.groupby(["kind", "name"]).article_id.agg(list).to_dict()
        self._words = tables.part.ask(WORDS).set_index("article_id")["sum"].to_dict()
        spoken = named[named.kind == "speaker"]
        self._speakers = spoken.groupby("article_id").name.agg(list).to_dict()
        stories = tables.stories
        told = None if stories is None else stories.sort_values("article_id").to_csv()
        self._shared = digest(code(), *map(str, options), str(told))

    def page(self, item: Planned) -> str:
        """Of what a page is made: its rows, its notebook, and the code."""
        articles: Iterable[str] = self._each.index
        if item.kind == "article":
            articles = [item.key]
        elif item.kind != "corpus":
            articles = self._of.get((item.kind, item.key), [])
        notebook = hashlib.sha256(find(item.kind).read_bytes()).hexdigest()
        asked = json.dumps(item.parameters, sort_keys=True, default=str)
        # an article's page tells where its speakers' words stand as well
        words = self._beside(item.key) if item.kind == "article" else set()
        beside = [f"{name} {self._words.get(name)}" for name in sorted(words)]
        return digest(
            self._shared, notebook, asked, item.name, item.beside, *self._rows(articles), *beside
        )

    def _beside(self, article: str) -> set[str]:
        """The articles in which somebody speaks who speaks in one."""
        names = self._speakers.get(article, ())
        return {other for name in names for other in self._of["speaker", name]}

    def sentences(self, articles: Iterable[str]) -> str:
        """Of what a file of sentences is made."""
        return digest(self._shared, *self._rows(articles))

    def _rows(self, articles: Iterable[str]) -> list[str]:
        return [f"{name} {self._each.get(name)}" for name in sorted(articles)]


def digests(tables: Tables) -> pd.Series:
    """The fingerprint of each article: all that was read of it, and where its rows stand."""
    found: dict[str, list[str]] = {name: [] for name in tables.listed.article_id}
    for table in ("articles", "sentences", "attributions", "spans", "mentions", "stances"):
        columns = ", ".join(f'"{name}"' for name in schema.names(table))
        rows = tables.part.ask(
            f"select article_id, art, min(place) as place, count(*) as n, "
            f"sum(hash({columns})::hugeint)::varchar as sum from {table} group by article_id, art"
        )
        label = rows.place
        if table in ("stances", "sentences"):  # their sentences are called after their labels
            label = pd.Series(tables.part.label(table, rows.place.to_numpy(), rows.art.to_numpy()))
        else:
            label = rows.n
        for name, n, total, first in zip(rows.article_id, rows.n, rows["sum"], label, strict=True):
            found[name].append(f"{table} {n} {total} {first}")
    return pd.Series({name: digest(*parts) for name, parts in found.items()}, dtype="str")


@cache
def code() -> str:
    """The fingerprint of what makes pages."""
    files = [
        path
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*"))
        if path.suffix in CODE
    ]
    parts = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return digest(*parts, *(version(name) for name in ("plotly", "nbconvert", "duckdb")))


def digest(*parts: str) -> str:
    """A short fingerprint of some texts, in their order.

    >>> digest("a", "b") == digest("ab")
    False
    """
    joined = "\0".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(joined).hexdigest()[:20]
