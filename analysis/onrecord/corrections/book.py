"""All that holds for a corpus: article by article, and of its names."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from onrecord.corrections import record as r
from onrecord.corrections.journal import Problem, read_corrections
from onrecord.corrections.names import names_said
from onrecord.corrections.record import Correction
from onrecord.corrections.settle import Conflict, answers, settle
from onrecord.corrections.verdict import Verdict, fit, verdicts


class Beside(Protocol):
    """An article with what stands beside its text, as a draft or a row of the table."""

    @property
    def article_id(self) -> str:
        """Hash of its text."""

    @property
    def title(self) -> Any:
        """Missing where it is not known, as are the others."""

    @property
    def outlet(self) -> Any:
        """Who published it."""

    @property
    def url(self) -> Any:
        """Where it stood."""

    @property
    def path(self) -> Any:
        """File it came from."""


@dataclass(frozen=True)
class Book:
    """The corrections of a corpus that hold.

    Attributes:
        verdicts: by the id of the article that the reviewer saw.
        same: name to the name that it is another one of.
        apart: names that are never merged with another, nor changed: those kept apart, those
            that others become, and those that reviewers gave.
        kept: names that reviewers keep apart.
        conflicts: questions on which reviewers differ; nothing is done about them.
        problems: lines of the files that are no corrections.
        counts: answers by kind.
    """

    verdicts: dict[str, list[Verdict]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    _kin: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    @property
    def unclear(self) -> list[tuple[str, str]]:
        """Where the lines that are no corrections stand, and why they are none."""
        return [(each.place, each.reason) for each in self.problems]

    @classmethod
    def read(cls, paths: Iterable[Path]) -> Book:
        """The book of some files.

        Raises:
            CorrectionsError: one cannot be read.
        """
        found, problems = read_corrections(paths)
        return cls.of(found, problems)

    @classmethod
    def of(cls, found: list[Correction], problems: Collection[Problem] = ()) -> Book:
        """The book of some answers, oldest first."""
        held, conflicts = settle(answers(found))
        by_article: dict[str, list[Verdict]] = defaultdict(list)
        kin: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for verdict in verdicts(held):
            by_article[verdict.article.id].append(verdict)
            for key in _keys(*_beside(verdict.article)):
                kin[key].add(verdict.article.id)
        counts: dict[str, int] = defaultdict(int)
        for each in found:
            counts[each.kind] += 1
        same, kept = names_said(found)
        apart = kept | (set(same.values()) - same.keys())
        named = {n for some in by_article.values() for v in some for n in v.speakers or ()}
        return cls(
            dict(by_article), same, apart | (named - same.keys()), kept, tuple(conflicts),
            tuple(problems), dict(counts), dict(kin),
        )  # fmt: skip

    def __bool__(self) -> bool:
        return bool(self.verdicts or self.same or self.apart)

    def about(self, article: Beside) -> tuple[Verdict, ...]:
        """What was said of an article, that of earlier states of its text first.

        Args:
            article: a draft, or a row of the table articles.
        """
        if not self.verdicts:
            return ()
        ids: set[str] = set()
        for key in _keys(*_beside(article)):
            ids |= self._kin.get(key, set())
        earlier = sorted(ids - {article.article_id})
        own = self.verdicts.get(article.article_id, [])
        return (*(v for each in earlier for v in self.verdicts[each]), *own)

    def names_mark(self) -> str:
        """Hash of what is said of names; empty where nothing is."""
        said = repr((sorted(self.same.items()), sorted(self.apart)))
        whole = hashlib.sha256(said.encode()).hexdigest()
        return whole[:8] if self.same or self.apart else ""

    def unfit(self, articles: Iterable[tuple[Beside, str]]) -> Iterator[tuple[Verdict, str]]:
        """Verdicts that change nothing, each with the reason.

        Args:
            articles: those of the corpus that something was said of, with their texts.
        """
        met: set[str] = set()
        fits: set[int] = set()
        for article, text in articles:
            for verdict in self.about(article):
                met.add(verdict.article.id)
                if fit(text, verdict) is not None:
                    fits.add(id(verdict))
        for verdict in (v for some in self.verdicts.values() for v in some):
            if id(verdict) not in fits:
                gone = verdict.article.id not in met
                yield (
                    verdict,
                    (
                        "its article is not in the corpus"
                        if gone
                        else "its words are not in the article any more, or more than once"
                    ),
                )


def _beside(article: Beside | r.Article) -> tuple[object, object, object, object]:
    return article.title, article.outlet, article.url, article.path


def _keys(title: object, outlet: object, url: object, path: object) -> Iterator[tuple[str, ...]]:
    """What is still the same where only the text of an article has changed."""
    if isinstance(url, str) and url:
        yield "url", url
    if isinstance(path, str) and path:
        yield "path", path
    if isinstance(title, str) and isinstance(outlet, str) and title and outlet:
        yield "title", title, outlet
