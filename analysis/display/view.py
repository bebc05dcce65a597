"""A notebook's first call: check its parameters, open the tables, keep what is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

import analysis
from analysis import summary
from analysis.display.fragment import HEADER, Fragment, element, text
from analysis.display.style import style
from analysis.errors import ReportError
from analysis.tables import PROVENANCE, Tables

SAMPLE = Path(__file__).resolve().parents[2] / "seeds" / "istanbul-talks"


@dataclass(frozen=True)
class View:
    """The part of an analysis that one page is about; shown, it is the page's header.

    Attributes:
        kind: corpus, speaker, actor or article.
        name: title of the page.
        tables: the part; row labels, and with them evidence ids, are those of `whole`.
        whole: the analysis that was opened.
        asked: the parameters that were given, by name.
    """

    kind: str
    name: str
    tables: Tables
    whole: Tables
    asked: dict[str, object] = field(default_factory=dict)
    kicker: str = "Corpus"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict:
        facts = self.facts()
        shown = "".join(element("span", text(fact)) for fact in facts)
        html = (
            style()
            + element("p", text(self.kicker), class_="or-kicker")
            + element("p", element("strong", text(self.name)), class_="or-name")
            + element("p", shown, class_="or-facts")
        )
        data = {"kind": self.kind, "title": self.name, "kicker": self.kicker, "facts": facts}
        return Fragment(html, f"{self.name}: {', '.join(facts)}", HEADER, data)._repr_mimebundle_()

    def facts(self) -> list[str]:
        """What the page holds, in a few words each."""
        articles = self.tables.articles
        if self.kind == "article":
            row = articles.iloc[0]
            given = [row.outlet, row.author, day_text(row.published)]
            return [str(item) for item in given if isinstance(item, str) and item]
        outlets = articles.outlet.nunique()
        found = [counted(len(articles), "article")]
        if outlets:
            found.append(counted(outlets, "outlet"))
        days = articles.published.dropna()
        if len(days):
            first, last = day_text(days.min()), day_text(days.max())
            found.append(first if first == last else f"{first} to {last}")
        wanted = {k: v for k, v in self.asked.items() if k not in ("tables", self.kind)}
        return found + [f"{name}: {value}" for name, value in wanted.items()]


def open_corpus(
    tables: str | Path | Tables = "",
    *,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    copies: bool = False,
) -> View:
    """The whole corpus, or one outlet's part, or that of some days.

    Args:
        tables: folder of tables that `onrecord analyse` wrote, or articles to be read now;
            empty: the sample corpus.
        outlet: only articles of this outlet.
        since: first day, like 2025-06-02.
        until: last day, included.
        copies: count every copy of a wire story; by default each story counts once.

    Raises:
        ReportError: a parameter has the wrong type, or there is no sample corpus.
        AnalysisError: a name stands nowhere in the tables, or a day is no date.
    """
    asked = _asked(outlet=outlet, since=since, until=until, copies=copies)
    whole = _opened(tables, since, until)
    title = whole.provenance.get("title") or "Who is on record"
    return View("corpus", str(title), summary.select(whole, **asked), whole, asked)


def open_speaker(
    tables: str | Path | Tables = "",
    speaker: str | None = None,
    *,
    actor: str | None = None,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    copies: bool = False,
) -> View:
    """What one speaker says; by default the one with the most quotes.

    Args and errors as in `open_corpus`, and:
        speaker: name as in `attributions.speaker`.
        actor: only stances toward this actor.
    """
    asked = _asked(
        speaker=speaker, actor=actor, outlet=outlet, since=since, until=until, copies=copies
    )
    whole = _opened(tables, since, until)
    name = asked.get("speaker") or _commonest(whole.attributions.speaker)
    if name is None:
        return View("speaker", "No speaker", summary.select(whole), whole, asked, "Speaker")
    part = summary.select(whole, **{**asked, "speaker": name})
    return View("speaker", name, part, whole, {**asked, "speaker": name}, "Speaker")


def open_actor(
    tables: str | Path | Tables = "",
    actor: str | None = None,
    *,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    copies: bool = False,
) -> View:
    """Who speaks how about one actor; by default the one most spoken about.

    Args and errors as in `open_corpus`, and:
        actor: name as in `stances.target`.
    """
    asked = _asked(actor=actor, outlet=outlet, since=since, until=until, copies=copies)
    whole = _opened(tables, since, until)
    name = asked.get("actor") or _commonest(whole.stances.target)
    if name is None:
        return View("actor", "No actor", summary.select(whole), whole, asked, "Actor")
    part = summary.select(whole, **{**asked, "actor": name})
    return View("actor", name, part, whole, {**asked, "actor": name}, "Actor")


def open_article(tables: str | Path | Tables = "", article: str | None = None) -> View:
    """One article; by default the one with the most quotes.

    Args:
        tables: as in `open_corpus`.
        article: `article_id`.

    Raises:
        ReportError: there is no such article.
    """
    asked = _asked(article=article)
    whole = _opened(tables)
    ids = whole.articles.article_id
    wanted = asked.get("article") or _commonest(whole.attributions.article_id)
    wanted = wanted or (ids.iloc[0] if len(ids) else None)
    if wanted is None or wanted not in set(ids):
        raise ReportError(f"There is no article {wanted!r} in these tables.")
    part = {}
    for name in Tables.names():
        rows = getattr(whole, name)
        part[name] = rows[rows.article_id == wanted] if "article_id" in rows else rows
    kept = Tables(**part, provenance=whole.provenance)
    title = kept.articles.title.iloc[0]
    name = title if isinstance(title, str) and title.strip() else "Untitled article"
    return View("article", name, kept, whole, {"article": wanted}, "Article")


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day_text(moment: object) -> str:
    """A day in words; the empty text where it is not known.

    >>> day_text(pd.Timestamp("2025-06-02")), day_text(pd.NaT)
    ('2 June 2025', '')
    """
    return "" if pd.isna(moment) else f"{moment.day} {moment:%B %Y}"


def _asked(**given: object) -> dict:
    """Parameters that were given; names may come as numbers, for papermill guesses types."""
    kept = {}
    for name, value in given.items():
        if value is None or value == "":
            continue
        if name == "copies":
            kept |= {"copies": True} if _true(value) else {}
            continue
        if isinstance(value, bool) or not isinstance(value, str | int | date):
            raise ReportError(f"The parameter {name} must be text, not {value!r}.")
        if name in ("since", "until"):
            kept[name] = value if isinstance(value, date) else str(value)
        else:
            kept[name] = str(value)
    return kept


def _true(value: object) -> bool:
    """A truth value; papermill's `-p copies true` is text."""
    if str(value).lower() not in ("true", "false"):
        raise ReportError(f"The parameter copies must be True or False, not {value!r}.")
    return str(value).lower() == "true"


def _opened(
    tables: str | Path | Tables, since: str | date | None = None, until: str | date | None = None
) -> Tables:
    if isinstance(tables, Tables):
        return tables
    if not isinstance(tables, str | Path):
        raise ReportError(f"The parameter tables must be a folder, not {tables!r}.")
    if str(tables) and (Path(tables) / PROVENANCE).is_file():
        first, last = summary.day(since, "since"), summary.day(until, "until")
        return Tables.open(tables, since=first, until=last)  # only the months that are needed
    if not str(tables) and not SAMPLE.is_dir():
        raise ReportError(
            "Set the parameter tables to a folder that `onrecord analyse` wrote; "
            "this installation has no sample corpus."
        )
    return analysis.analyse(analysis.load(Path(tables) if str(tables) else SAMPLE))


def _commonest(names: pd.Series) -> str | None:
    found = names.dropna().value_counts()
    # ties by name, so that the default does not depend on the order of the files
    return min(found[found == found.max()].index) if len(found) else None
