"""A notebook's first call: check its parameters, open the tables, keep what is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from onrecord import summary
from onrecord.display.events import read_events
from onrecord.display.evidence import MOST
from onrecord.display.given import opened
from onrecord.display.parameters import check_injected
from onrecord.display.sentences import beside
from onrecord.display.view import View
from onrecord.errors import ReportError
from onrecord.issues import Issue, read_issues
from onrecord.tables import Tables

PART = ("outlet", "since", "until", "copies", "codebook", "events")


def open_corpus(
    tables: str | Path | Tables = "",
    *,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    copies: bool = False,
    codebook: str | Path = "",
    events: str | Path = "",
    draft: str | Path = "",
    search: str = "",
) -> View:
    """The whole corpus, or one outlet's part, or that of some days.

    Args:
        tables: folder of tables that `onrecord analyse` wrote, or articles to be read now;
            empty: the sample corpus.
        outlet: only articles of this outlet.
        since: first day, like 2025-06-02.
        until: last day, included.
        copies: count every copy of a wire story; by default each story counts once.
        codebook: your issues.yaml; empty: no issues.
        events: your events.csv, days to be marked on charts of time; empty: none.
        draft: a text of your own, for `display.draft`; empty: none.
        search: words to look for, for `display.search`; empty: none.

    Raises:
        ReportError: a parameter has the wrong type, or the events cannot be read.
        WordingError: the codebook cannot be read.
        AnalysisError: a name stands nowhere in the tables, or a day is no date.
    """
    check_injected(("tables", *PART, "draft", "search"))
    asked = _asked(outlet=outlet, since=since, until=until, copies=copies)
    whole = opened(tables, since, until)
    part = summary.select(whole, **asked)
    _held(part, "corpus")
    book = _issues(codebook)
    days = read_events(events)
    title = summary.corpus_title(whole, copies="copies" in asked)
    return View("corpus", title, part, whole, asked, codebook=book, events=days,
                draft=str(draft), search=str(search))  # fmt: skip


def open_speaker(
    tables: str | Path | Tables = "",
    speaker: str | None = None,
    *,
    actor: str | None = None,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    copies: bool = False,
    codebook: str | Path = "",
    events: str | Path = "",
) -> View:
    """What one speaker says; by default the one with the most quotes.

    Args and errors as in `open_corpus`, and:
        speaker: name as in `attributions.speaker`.
        actor: only stances toward this actor.
    """
    check_injected(("tables", "speaker", "actor", *PART))
    given = {"outlet": outlet, "since": since, "until": until, "copies": copies}
    return _about("speaker", tables, speaker, _asked(actor=actor, **given), codebook, events)


def open_actor(
    tables: str | Path | Tables = "",
    actor: str | None = None,
    *,
    outlet: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    copies: bool = False,
    codebook: str | Path = "",
    events: str | Path = "",
) -> View:
    """Who speaks how about one actor; by default the one most spoken about.

    Args and errors as in `open_corpus`, and:
        actor: name as in `stances.target`.
    """
    check_injected(("tables", "actor", *PART))
    given = {"outlet": outlet, "since": since, "until": until, "copies": copies}
    return _about("actor", tables, actor, _asked(**given), codebook, events)


def open_article(tables: str | Path | Tables = "", article: str | None = None) -> View:
    """One article; by default the one with the most quotes.

    Args:
        tables: as in `open_corpus`.
        article: `article_id`.

    Raises:
        ReportError: there is no such article.
    """
    check_injected(("tables", "article"))
    asked = _asked(article=article)
    whole = opened(tables)
    ids = whole.listed.article_id
    wanted = asked.get("article") or _commonest(whole, "attributions", "article_id")
    wanted = wanted or (ids.iloc[0] if len(ids) else None)
    if wanted is None or wanted not in set(ids):
        raise ReportError(f"There is no article {wanted!r} in these tables.")
    kept = whole.narrowed(ids[ids == wanted])
    _held(kept, "article")
    title = kept.articles.title.iloc[0]
    name = title if isinstance(title, str) and title.strip() else "Untitled article"
    return View("article", name, kept, whole, {"article": wanted}, "Article")


def _about(
    kind: str,
    tables: str | Path | Tables,
    name: object,
    asked: dict,
    codebook: str | Path,
    events: str | Path,
) -> View:
    """What is by one speaker, or about one actor; by default the one with the most of it."""
    whole = opened(tables, asked.get("since"), asked.get("until"))
    table, column = ("attributions", "speaker") if kind == "speaker" else ("stances", "target")
    chosen = _asked(**{kind: name}).get(kind) or _commonest(whole, table, column)
    if chosen is None:
        return View(kind, f"No {kind}", summary.select(whole), whole, asked, kind.capitalize())
    asked = {**asked, kind: chosen}
    part = summary.select(whole, **asked)
    _held(part, kind)
    days, book = read_events(events), _issues(codebook)
    return View(kind, chosen, part, whole, asked, kind.capitalize(), book, days)


def _issues(codebook: str | Path) -> tuple[Issue, ...]:
    return read_issues(codebook) if str(codebook) else ()


def _held(part: Tables, kind: str) -> None:
    # the outlets' own sentences stand behind the table of outlets, which the corpus alone has
    summary.hold(part, 0 if beside() else MOST, narrated=kind == "corpus")


def _asked(**given: object) -> dict:
    """Parameters that were given; names may come as numbers, for papermill guesses types."""
    kept: dict[str, str | bool | date] = {}
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


def _commonest(whole: Tables, table: str, column: str) -> str | None:
    # ties by name, so that the default does not depend on the order of the files
    found = whole.part.ask(
        f"select {column} as name from {table} where {column} is not null "
        "group by name order by count(*) desc, name limit 1"
    )
    return str(found.name[0]) if len(found) else None
