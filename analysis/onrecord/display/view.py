"""The part of an analysis that a page is about, and its header."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import pandas as pd

from onrecord import audit, figures, issues, repeats, summary
from onrecord.day import written
from onrecord.display.fragment import HEADER, UNASKED, Fragment, element, text, unasked
from onrecord.display.linked import linked
from onrecord.display.sentences import beside
from onrecord.display.style import style
from onrecord.issues import Issue
from onrecord.summary.about import about
from onrecord.summary.copies import stories_of
from onrecord.summary.observed import rows
from onrecord.summary.words import counted
from onrecord.tables import Stored, Tables

QUOTES = 100_000  # that are compared, or searched for figures, for a page
HELD = 2_000  # rows behind what a filter leaves as it is, in a page of a site


@dataclass(frozen=True)
class View:
    """The part of an analysis that one page is about; shown, it is the page's header.

    Attributes:
        kind: corpus, speaker, actor or article.
        name: title of the page.
        tables: the part; row labels, and with them evidence ids, are those of `whole`.
        whole: the analysis that was opened.
        asked: the parameters that were given, by name.
        codebook: the user's issues; empty where none were given.
        events: day and label of the user's events; empty where none were given.
        draft: path of a text of the user's own; empty where none was given.
        search: words to look for; empty where none were given.
    """

    kind: str
    name: str
    tables: Tables
    whole: Tables
    asked: dict[str, Any] = field(default_factory=dict)
    kicker: str = "Corpus"
    codebook: tuple[Issue, ...] = ()
    events: tuple[tuple[str, str], ...] = ()
    draft: str = ""
    search: str = ""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict:
        facts = self.facts()
        shown = "".join(element("span", text(fact)) for fact in facts)
        html = (
            style()
            + element("p", text(self.kicker), class_="or-kicker")
            + element("p", element("strong", text(self.name)), class_="or-name")
            + element("p", shown, class_="or-facts")
        )
        data: dict[str, Any] = {
            "kind": self.kind,
            "title": self.name,
            "kicker": self.kicker,
            "facts": facts,
        }
        if self.kind == "article":
            data["linked"] = linked(self.tables)
        return Fragment(html, f"{self.name}: {', '.join(facts)}", HEADER, data)._repr_mimebundle_()

    @cached_property
    def backed(self) -> Tables:
        """The part, with the ids of its newest rows where a site's page would hold none.

        For what no script counts again: its marks keep the ids that were written with them.
        """
        if not beside():
            return self.tables
        if isinstance(self.tables, Stored):
            return self._part(self.tables.listed.article_id)
        made = self.tables.again()
        summary.hold(made, HELD)
        return made

    @cached_property
    def recent(self) -> Tables:
        """`backed`, or where it has more quotes than `QUOTES`, its newest articles with so many.

        For what is found by comparing words, which takes memory for each quote.
        """
        said = rows(self.backed, "quotes").counts(["article_id"], n="rows")
        if said.n.sum() <= QUOTES:
            return self.backed
        days = self.tables.listed.set_index("article_id").published.reindex(said.article_id)
        newest = said.set_index("article_id").n.loc[
            days.sort_values(ascending=False, na_position="last", kind="stable").index
        ]
        return self._part(newest.index[newest.cumsum() <= QUOTES].to_series())

    @cached_property
    def carries(self) -> dict[str, Callable[[Tables], dict[str, object]]]:
        """What the page's rows hold beside what every page's hold, as `compact` takes it."""
        book = self.codebook
        mark = partial(issues.mark, issues=book)
        return {"issues": partial(about, names=[of.name for of in book], mark=mark)} if book else {}

    def carry(self, name: str) -> None:
        """Let the page's rows hold what its script finds `repeats` or `figures` by."""
        story = None if self.asked.get("copies") else stories_of(self.whole)
        kept = None
        if self.recent is not self.backed:
            ids = self.recent.listed.article_id
            kept = ids.tolist()
            if story is not None:  # under a filter a later copy may be the first
                told = story[story.isin(story.reindex(ids)) & ~story.index.isin(ids)]
                kept += told.index.tolist()
        if name == "repeats":
            self.carries[name] = partial(repeats.carried, articles=kept, stories=story)
        else:
            self.carries[name] = partial(figures.carried, articles=kept)

    @cached_property
    def audit(self) -> audit.Audit | None:
        """The checked sample beside the store, on the page of the whole corpus alone."""
        return audit.beside(self.whole) if self.kind == "corpus" and not self.asked else None

    @property
    def recently(self) -> str:
        """What a caption says where `recent` is not all."""
        if self.recent is self.backed:
            return ""
        return f" Of the newest {counted(len(self.recent.listed), 'article')}."

    def _part(self, articles: pd.Series) -> Tables:
        who = {name: self.asked.get(name) for name in ("speaker", "actor")}
        made = self.whole.narrowed(articles, **who)
        if beside():
            summary.hold(made, HELD)
        return made

    @cached_property
    def _told(self) -> set[str]:
        return set()

    def no_codebook(self) -> Fragment:
        """What stands where issues would, if there were a codebook of them: said once a page."""
        if "codebook" in self._told:
            return Fragment("", mime=UNASKED)
        self._told.add("codebook")
        read = "Statements were not sorted by issue: no list of issues and their words was given."
        said = "No codebook of issues was given: `onrecord report --codebook issues.yaml`."
        return unasked(read, said)

    @property
    def days(self) -> str:
        """The first and the last day of the articles; the empty text where none has a day."""
        days = self.tables.listed.published.dropna()
        if days.empty:
            return ""
        first, last = day_text(days.min()), day_text(days.max())
        return first if first == last else f"{first} to {last}"

    def facts(self) -> list[str]:
        """What the page holds, in a few words each."""
        articles = self.tables.listed
        if self.kind == "article":
            row = articles.iloc[0]
            given = [row.outlet, row.author, day_text(row.published)]
            return [str(item) for item in given if isinstance(item, str) and item]
        number, outlets = len(articles), articles.outlet.nunique()
        if self.kind == "speaker":
            number, outlets = summary.quoted_in(self.tables)
        found = [counted(number, "article")]
        if outlets:
            found.append(counted(outlets, "outlet"))
        found += filter(None, [self.days])
        wanted = {k: v for k, v in self.asked.items() if k not in ("tables", self.kind)}
        return found + [f"{name}: {value}" for name, value in wanted.items()]


def day_text(moment: Any) -> str:
    """A day in words; the empty text where it is not known.

    >>> day_text(pd.Timestamp("2025-06-02")), day_text(pd.NaT)
    ('2 June 2025', '')
    """
    return "" if pd.isna(moment) else written(moment)
