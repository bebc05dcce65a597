"""Which reports a corpus gets, and under which address each is published."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

import pandas as pd

from onrecord.letters import bare
from onrecord.summary.counted import Counted
from onrecord.summary.observed import rows
from onrecord.summary.title import corpus_title
from onrecord.tables import Tables

FEWEST = 3  # articles below which a speaker or an actor has no page, but a card on the index
FOLDERS = {"corpus": "", "speaker": "speakers/", "actor": "actors/", "article": "articles/"}


@dataclass(frozen=True, slots=True)
class Planned:
    """One report.

    Attributes:
        kind: corpus, speaker, actor or article; also the notebook's name.
        key: speaker, actor or article_id; empty for the corpus.
        name: what the index calls it.
        path: address below the folder of reports.
        count: statements (actors) or quotes (speakers, articles, corpus) in it.
        day: publication of the article, or of the latest one that the report draws on.
        articles: articles that a speaker or an actor stands in.
        beside: checksum of what its notebook reads besides the tables.
    """

    kind: str
    key: str
    name: str
    path: str
    count: int
    parameters: dict[str, object] = field(default_factory=dict)
    day: object = None
    articles: int = 0
    beside: str = ""


def plan(
    tables: Tables,
    *,
    min_statements: int,
    max_articles: int,
    copies: bool = False,
    codebook: str | None = None,
    events: str | None = None,
    draft: tuple[str, str] | None = None,
) -> list[Planned]:
    """The reports of an analysis, most important first.

    Args:
        tables: the analysis.
        min_statements: fewest quotes for a speaker's own report, statements for an actor's.
        max_articles: most article pages; those with the most quotes are taken.
        copies: count every copy of a wire story; by default each story counts once.
        codebook: path of the user's issues.yaml.
        events: path of the user's events.csv.
        draft: path of the user's draft, and its checksum.
    """
    said = rows(tables, "quotes", copies=copies)
    used: set[str] = set()
    heard = int(said.counts([], n=said.each).n.sum())
    counting: dict[str, object] = {"copies": True} if copies else {}
    counting |= {"codebook": codebook} if codebook else {}
    counting |= {"events": events} if events else {}
    listed = tables.listed
    last = listed.published.max()
    whole = counting | ({"draft": draft[0]} if draft else {})
    made = [
        Planned(
            "corpus",
            "",
            corpus_title(tables, copies=copies),
            "corpus.html",
            heard,
            whole,
            last,
            beside=draft[1] if draft else "",
        ),
    ]
    for kind, of, column in _named(tables, copies):
        found = _busiest(of, column, min_statements)
        found = found[found.articles >= FEWEST]
        for row in found.itertuples(index=False):
            name = str(row[0])
            path = _path(kind, name, used)
            made.append(
                Planned(
                    kind,
                    name,
                    name,
                    path,
                    int(row.n),
                    {kind: name, **counting},
                    row.day,
                    int(row.articles),
                )
            )
    counts = said.counts(["article_id"], n=said.each).set_index("article_id").n
    articles = listed.assign(quotes=listed.article_id.map(counts).fillna(0).astype(int))
    # the order of the corpus decides among equals, so that the choice does not wander
    chosen = articles.sort_values("quotes", ascending=False, kind="stable").head(max_articles)
    for row in chosen.itertuples():
        name = row.title if isinstance(row.title, str) and row.title.strip() else "Untitled article"
        path = _path("article", name, used, row.article_id)
        parameters = {"article": row.article_id}
        facts = (name, path, row.quotes, parameters, row.published)
        made.append(Planned("article", row.article_id, *facts))
    return made


def cards(tables: Tables, *, min_statements: int, copies: bool = False) -> list[Planned]:
    """Speakers and actors in too few articles for a page of their own; their path is empty.

    Args:
        tables: the analysis.
        min_statements: fewest quotes or statements for a card.
        copies: as for `plan`.
    """
    made = []
    for kind, of, column in _named(tables, copies):
        found = _busiest(of, column, min_statements)
        made += [
            Planned(kind, str(row[0]), str(row[0]), "", int(row.n), {}, row.day, int(row.articles))
            for row in found[found.articles < FEWEST].itertuples(index=False)
        ]
    return made


def _named(tables: Tables, copies: bool) -> tuple[tuple[str, Counted, str], ...]:
    """Whose pages there are, what is counted for each, and the column of names."""
    return (
        ("speaker", rows(tables, "quotes", copies=copies).known("speaker"), "speaker"),
        ("actor", rows(tables, "statements", copies=copies), "target"),
    )


def _busiest(of: Counted, column: str, least: int) -> pd.DataFrame:
    found = of.counts([column], n="rows", articles="distinct article_id", day="most published")
    found = found[found.n >= least]
    return found.sort_values(["n", column], ascending=[False, True], kind="stable")


def slug(name: str) -> str:
    """A file name for a title: lower-case ASCII letters, digits and hyphens.

    >>> slug("Mark Rutte"), slug("../<b>Élan</b>"), slug("北约")
    ('mark-rutte', 'b-elan-b', '')
    """
    plain = bare(name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")


def _path(kind: str, name: str, used: set[str], key: str | None = None) -> str:
    base = slug(name)
    digest = hashlib.sha256((key or name).encode("utf-8", "replace")).hexdigest()[:8]
    path = f"{FOLDERS[kind]}{base}.html"
    # names that look alike once made plain get a part of their hash
    if not base or path in used:
        path = f"{FOLDERS[kind]}{base or 'x'}-{digest}.html"
    used.add(path)
    return path
