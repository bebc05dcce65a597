"""An article as a page: voices and roles marked in the text, a note beside each attribution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from onrecord.display.fragment import Fragment, element, text
from onrecord.display.notes import Note, notes
from onrecord.display.view import View
from onrecord.tables import Tables

ROLES = ("source", "cue", "content", "target")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked part of the text; `note` names the margin note that it belongs to."""

    role: str
    start: int
    end: int
    note: str


def article(view: View) -> Fragment:
    """The article of `open_article`: text, marks and margin notes.

    Marks differ by colour and by the style of their underline. Each sentence has an anchor
    `at-<offset>`, to which evidence elsewhere leads.
    """
    tables = view.tables
    if not len(tables.articles):
        return Fragment("", "no article")
    whole = tables.articles.text.iloc[0]
    beside = notes(tables)
    marks = _marks(tables, beside)
    paragraphs = []
    for number, sentences in _paragraphs(tables.sentences):
        paragraphs.append(_paragraph(whole, sentences, marks, beside, number))
    key = element(
        "p",
        *(element("span", element("mark", role, class_=f"or-{role}")) for role in ROLES),
        "Unmarked words are the outlet's own.",
        class_="or-key",
    )
    address = tables.articles.url.iloc[0]
    original = ""
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        link = element("a", "Read the original", href=address, title=address)
        original = element("p", link, class_="or-original")
    body = element("article", *paragraphs, class_="or-article")
    return Fragment(original + key + body, whole)


class Sentence(NamedTuple):
    """Where a sentence stands, and the role of its paragraph."""

    start: int
    end: int
    role: str


def _paragraphs(sentences: pd.DataFrame) -> Iterator[tuple[int, list[Sentence]]]:
    """The number of each paragraph, and its sentences in order."""
    rows = sentences.sort_values(["paragraph", "start"], kind="stable")
    columns = (rows[name].tolist() for name in ("paragraph", "start", "end", "role"))
    for number, held in groupby(zip(*columns, strict=True), key=itemgetter(0)):
        yield int(number), [Sentence(int(a), int(b), role) for _, a, b, role in held]


def _paragraph(
    whole: str, sentences: list[Sentence], marks: list[Mark], beside: list[Note], number: int
) -> str:
    first, last = sentences[0].start, max(row.end for row in sentences)
    inside = [mark for mark in marks if mark.start < last and mark.end > first]
    parts, at = [], first
    for row in sentences:
        parts.append(text(whole[at : row.start]))
        said = _pieces(whole, row.start, row.end, inside)
        parts.append(element("span", said, class_="or-sentence", id=f"at-{row.start}"))
        at = row.end
    role = sentences[0].role
    style = "or-para" if role == "body" else f"or-para or-{role}"
    here = [note.html for note in beside if first <= note.start < last]
    return element("p", *parts, class_=style, data_paragraph=number) + element(
        "div", *here, class_="or-notes"
    )


def _pieces(whole: str, start: int, end: int, marks: list[Mark]) -> str:
    """The words of a sentence, cut wherever a mark begins or ends."""
    marks = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    edges = sorted(cuts)
    made = []
    for left, right in pairwise(edges):
        over = [mark for mark in marks if mark.start <= left and mark.end >= right]
        words = text(whole[left:right])
        if not over:
            made.append(words)
            continue
        # where attributions stand inside each other, the innermost one gives the note
        inner = min(over, key=lambda mark: mark.end - mark.start)
        classes = " ".join(f"or-{role}" for role in ROLES if any(m.role == role for m in over))
        anchor = f"at-{left}" if left > start and any(m.start == left for m in over) else None
        made.append(element("mark", words, class_=classes, data_note=inner.note, id=anchor))
    return "".join(made)


def _marks(tables: Tables, beside: list[Note]) -> list[Mark]:
    known = {note.key for note in beside}
    found = [
        Mark(row.role, int(row.start), int(row.end), row.attribution_id)
        for row in tables.spans.itertuples()
    ]
    places: dict[tuple[int, int], str] = defaultdict(str)
    for row in tables.stances[tables.stances.label != "none"].itertuples():
        spoken = isinstance(row.attribution_id, str)
        note = row.attribution_id if spoken else f"n{row.Index}"
        if note in known:
            places[int(row.start), int(row.end)] = note
    found += [Mark("target", start, end, note) for (start, end), note in places.items()]
    return sorted(found, key=lambda mark: (mark.start, -mark.end))
