"""The last cell: how it was made, what was left out, how far to trust it."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from onrecord import audit, summary
from onrecord.day import moment
from onrecord.display.audited import audited
from onrecord.display.coders import coders
from onrecord.display.corrected import corrected
from onrecord.display.fragment import Fragment, element, text
from onrecord.display.glossary import glossary
from onrecord.display.view import View
from onrecord.summary.observed import rows
from onrecord.summary.words import counted
from onrecord.tables import Tables


def method(view: View) -> Fragment:
    """Provenance, what was left out with its count, and the model's measured accuracy."""
    own, corpus = left_out(view.tables), _of_corpus(view)
    checked = audit.beside(view.whole)
    items = [element("li", text(line), class_="or-own") for line in own]
    items += [element("li", text(line)) for line in corpus]
    made = "".join(
        element("dt", text(name)) + element("dd", text(value)) for name, value in facts(view)
    )
    html = (
        element("ul", *items, class_="or-left-out", data_recount="left-out")
        + element("dl", made, class_="or-provenance")
        + _accuracy(view.whole.provenance)
        + audited(checked)
        + corrected(checked)
        + coders(view.whole)
        + glossary()
    )
    return Fragment(html, "; ".join(own + corpus))


def omissions(view: View) -> list[str]:
    """What the page's numbers do not hold, one sentence each, with counts."""
    return left_out(view.tables) + _of_corpus(view)


def left_out(tables: Tables) -> list[str]:
    """What follows the filter."""
    said = rows(tables, "quotes", negated=True)
    found = said.counts(
        [],
        every=said.each,
        fragments=(said.each, "not negated and not clause"),
        quotes=(said.each, "not negated and clause"),
        unknown=(said.each, "speaker is null and not negated and clause"),
        negated=(said.each, "factuality = 'negated'"),
        hedged=(said.each, "factuality = 'hedged'"),
    )
    every, fragments, quotes, unknown, negated, hedged = map(int, found.iloc[0])
    made = [
        f"{_of(unknown, quotes, 'quote')} without a known speaker: counted, in nobody's stance.",
        f"{_of(negated, every, 'attribution')} negated in the text ('did not say'): left out.",
        f"{_of(hedged, every, 'attribution')} hedged ('reportedly said'): counted.",
        f"{_of(fragments, every, 'attribution')} of words without a clause ('the museum'): marked "
        "as fragments, and no quotes in any count.",
    ]
    narrated = rows(tables, "statements", outcomes=True).where(voice="narrator")
    told = narrated.counts([], every="rows", outcomes=("rows", "outcome"))
    total, outcomes = map(int, told.iloc[0])
    if total:
        made.append(
            f"{_of(outcomes, total, 'statement')} in the outlets' own voice taken for outcomes "
            "that they report (a win, a loss, a charge): left out of coverage."
        )
    return made


def _of_corpus(view: View) -> list[str]:
    """What stays as it is under a filter."""
    whole = view.whole
    undated = whole.undated
    unsigned = int(whole.listed.outlet.isna().sum())
    foreign = _unread(whole)
    corpus = [
        f"{_of(undated, len(whole.listed), 'article')} without a date: in no timeline.",
        f"{_of(unsigned, len(whole.listed), 'article')} without a known outlet.",
        f"{counted(foreign, 'article')} kept but not read, as the model reads English only.",
        _copies(view),
        f"{counted(len(whole.rejected), 'file')} or copies not taken in (table rejected).",
    ]
    if cut := whole.provenance.get("incomplete"):
        corpus.append(f"{counted(cut, 'article')} whose text is only a part, cut short or locked.")
    part = len(view.tables.listed) < len(whole.listed)
    return [f"In the whole corpus: {line}" if part else line for line in corpus]


def facts(view: View) -> list[tuple[str, str]]:
    """Versions, model, time and settings of the analysis, as label and value."""
    made = view.whole.provenance
    packages = made.get("packages") or {}
    asked = {k: v for k, v in view.asked.items() if k != "tables"}
    given = [
        ("Parameters", ", ".join(f"{k} = {v}" for k, v in asked.items()) or "none"),
        ("On Record", made.get("onrecord")),
        ("Model", made.get("model")),
        ("Learnt from corrections", ", ".join((made.get("learnt") or {}).get("of", ()))),
        ("Analysed", _moment(made.get("made"))),
        ("Corpus hash", made.get("corpus_hash")),
        ("Articles read", made.get("articles", len(view.whole.listed))),
        ("Files not taken in", made.get("rejected", len(view.whole.rejected))),
        ("Python", made.get("python")),
        ("Packages", ", ".join(f"{name} {number}" for name, number in packages.items())),
    ]
    return [(name, str(value)) for name, value in given if value not in (None, "")]


def _moment(made: object) -> object:
    """A moment of provenance (ISO 8601) as a reader writes it."""
    try:
        return moment(datetime.fromisoformat(str(made))) if made else None
    except ValueError:
        return made


def _of(number: int, total: int, noun: str) -> str:
    return f"{number:,} of {counted(total, noun)}"


def _copies(view: View) -> str:
    """What became of wire stories."""
    told = summary.copies(view.whole)
    later = int(told.articles.sum() - len(told))
    what = f"{counted(later, 'article')} nearly the same as an earlier one (wire copy)"
    how = "counted all the same" if view.asked.get("copies") else "each story counted once"
    return f"{what}: {how}."


def _unread(whole: Tables) -> int:
    language = whole.listed.language
    return int((language.notna() & (language != "en")).sum())


def _accuracy(made: dict) -> str:
    """What the model card measured, where the provenance holds it."""
    measured = made.get("accuracy") or {}
    if not measured:
        return ""
    rows = "".join(
        element("tr", element("th", text(name), scope="row"), element("td", text(_number(value))))
        for name, value in measured.items()
    )
    caption = element("caption", "Measured accuracy of the model (see the model card)")
    return element("table", caption, element("tbody", rows), class_="or-accuracy")


def _number(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) and pd.notna(value) else str(value)
