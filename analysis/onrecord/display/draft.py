"""A draft held against a corpus: each of its quotations, and the version on record."""

from __future__ import annotations

from pathlib import Path

import onrecord
from onrecord.display.fragment import Fragment, element, text, unasked
from onrecord.display.table import Column, table
from onrecord.display.view import View
from onrecord.draft import check_draft
from onrecord.summary.words import counted
from onrecord.tables import Tables

HOW = {
    "exact": "word for word", "cut": "cut", "longer": "with words more", "changed": "changed",
    "missing": "not found", "short": "too short to tell",
}  # fmt: skip
WHO = {"same": "the same", "other": "another", "unknown": "not known"}
ORDER = ("missing", "changed", "longer", "cut", "short", "exact")  # what to look at first


def draft(view: View, given: Tables | str | Path | None = None) -> Fragment:
    """Whether the quotations of a draft are on record, word for word, and by whom.

    Args:
        view: the page of a corpus.
        given: the draft: its file, or what `onrecord.analyse(onrecord.load("draft.docx"))` gives;
            by default the corpus's newest article, against all others; "" for none.
    """
    if isinstance(given, str | Path):
        if not str(given):
            return unasked("No draft was held against these articles.")
        given = onrecord.analyse(onrecord.load(given))
    named = given is not None
    if given is None:
        listed = view.whole.listed.sort_values("published", na_position="first", kind="stable")
        given = view.whole.narrowed(listed.article_id.tail(1))
    rows = check_draft(given, view.whole)
    if rows.empty:
        said = "The draft holds no quotation."
        return Fragment(element("p", text(said), class_="or-note"), said)
    first = rows.assign(
        found=rows.how.map(HOW),
        who=rows.same_speaker.map(WHO).where(rows.how.ne("missing") & rows.how.ne("short"), ""),
        worst=rows.how.map(ORDER.index) - 10 * (rows.same_speaker == "other"),
    ).sort_values("worst", kind="stable")
    columns = [
        Column("words", "In the draft", "quote"),
        Column("speaker", "Speaker", under="words"),
        Column("found", "On record"),
        Column("who", "Speaker there"),
        Column("said_by", "Name there", under="who"),
        Column("differs", "What differs", "quote"),
        Column("title", "Article", "article"),
        Column("outlet", "Outlet", under="title"),
        Column("published", "Date", "date"),
        Column("article_id", "article_id", hidden=True),
    ]
    what = "the draft" if named else "the newest article"
    told = ", ".join(f"{n:,} {HOW[how]}" for how in HOW if (n := int((rows.how == how).sum())))
    caption = (
        f"{counted(len(rows), 'quotation')} of {what}: {told}. What needs a look stands first. "
        "[-Printed words that were left out-], {+words of the draft's own+}. Not found means that "
        "this corpus does not hold it, not that nobody said it."
    )
    return table(first, columns, caption=caption, name="draft", fixed=True)
