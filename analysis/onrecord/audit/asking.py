"""The statements of a drawn sample, one after another, blind to what the analysis says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord.audit import given, sheet
from onrecord.audit.answers import OPEN, STANCES, read_answers
from onrecord.audit.design import NAME, Design
from onrecord.audit.frame import frame
from onrecord.errors import AuditError
from onrecord.review.statements import Statement, statements
from onrecord.review.terminal import meant
from onrecord.review.view import whole
from onrecord.safe import visible
from onrecord.tables import Tables

ANSWERS = (*dict.fromkeys(STANCES.values()), "unclear")
_TURN = re.compile(r"\.\d+$")
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A statement to be checked: what the sheet shows of it, and where that stands.

    Attributes:
        item: its name in the design.
        row: the sheet's cells.
        text: of the article, a part.
        cut: whether text was left out before and behind.
        spans: starts and ends in `text`, each a content, source or target.
    """

    item: str
    row: dict[str, str]
    text: str
    cut: tuple[bool, bool]
    spans: tuple[Span, ...]

    @property
    def narrated(self) -> bool:
        """Whether these are the outlet's own words."""
        return self.row["said_by"] == sheet.ITSELF


class Asking:
    """Goes through the statements of a sample that have no answer yet.

    Attributes:
        path: the file of the answers.
        gone: drawn statements that the analysis has no longer.
    """

    def __init__(self, tables: Tables, folder: str | Path, who: str = "") -> None:
        """Begin, or go on.

        Args:
            tables: the analysis that the sample was drawn from.
            folder: where `draw` wrote it.
            who: who answers.

        Raises:
            AuditError: there is no sample, or its answers cannot be read.
        """
        folder = Path(folder)
        self.path, self.who = folder / given.NAME, who
        drawn = Design.read(folder / NAME)
        every = list(_questions(tables, list(drawn.items)))
        self.gone = len(drawn.items) - len(every)
        sheets = [path for path in (folder / sheet.NAME, self.path) if path.is_file()]
        said = read_answers(sheets[0]).given if sheets else pd.DataFrame()
        self._before = sum(question.item in said.index for question in every)
        self._queue = [question for question in every if question.item not in said.index]
        self._said: dict[str, tuple[str, str]] = {}
        self._at = 0

    @property
    def current(self) -> Question | None:
        """What is asked now; None at the end."""
        return self._queue[self._at] if self._at < len(self._queue) else None

    def take(self, said: dict[str, Any], names: Sequence[str] = ()) -> str:
        """Take an answer of the widget; returns what was wrong with it, or nothing.

        Args:
            said: `answer`, one of `ANSWERS` or "back"; `speaker`; `id` of the statement shown, so
                that a key pressed twice answers nothing unseen.
            names: known names.
        """
        question, answer = self.current, str(said.get("answer"))
        if "id" in said and said["id"] != (question.item if question else None):
            return ""
        if answer == "back":
            self._at = max(self._at - 1, 0)
            return ""
        if question is None or answer not in ANSWERS:
            return "there is nothing left to answer" if question is None else f"{answer!r} is none"
        typed = " ".join(str(said.get("speaker") or "").split())
        speaker = meant(typed, names) if typed else ""
        try:
            given.keep(self.path, question.item, answer, speaker, self.who)
        except AuditError as error:
            return str(error)
        self._said[question.item] = answer, speaker
        self._at += 1
        return ""

    def shown(self) -> dict[str, Any]:
        """What is shown now, as plain values; nothing of what the analysis says."""
        question = self.current
        closed = sum(answer not in OPEN for answer, _ in self._said.values())
        told = {"given": self._before + closed, "of": self._before + len(self._queue)}
        if question is None:
            return {"done": True, "id": None, "file": self.path.name, "before": self._at, **told}
        at = f"{self._before + self._at + 1} of {told['of']}"
        beside = [question.row[name] for name in ("outlet", "published", "title")]
        return {
            "done": False,
            "id": question.item,
            "head": visible(" · ".join([at, *filter(None, beside)])),
            "text": question.text,
            "cut": list(question.cut),
            "spans": [list(span) for span in question.spans],
            "said_by": question.row["said_by"],
            "about": question.row["about"],
            "narrated": question.narrated,
            "said": ", ".join(filter(None, self._said.get(question.item, ()))),
            **told,
        }


def _questions(tables: Tables, items: list[str]) -> Iterator[Question]:
    every = frame(tables).set_index("item", drop=False)
    rows = every.loc[[item for item in items if item in every.index]]
    shown = sheet.shown(tables, rows)
    own = rows.attribution_id.fillna(rows.sentence_id).astype("str")
    ids = own.str.replace(_TURN, "", regex=True)
    known = {each.id: each for each in statements(tables, ids)}
    cells = shown.to_dict("records")
    for row, name, cell in zip(rows.itertuples(), ids, cells, strict=True):
        target = (int(row.start), int(row.end), "target")
        yield _question(row.item, {str(k): str(v) for k, v in cell.items()}, known[name], target)


def _question(item: str, row: dict[str, str], statement: Statement, target: Span) -> Question:
    spans = [(anchor.start, anchor.end, "content") for anchor in statement.words]
    spans += [(each["start"], each["end"], "source") for each in statement.was.get("source", ())]
    spans = sorted([*spans, target])
    low = max(0, min(start for start, *_ in spans) - sheet.AROUND)
    high = min(len(statement.text), max(end for _, end, _ in spans) + sheet.AROUND)
    low, high = whole(statement.text, low, high)
    return Question(
        item,
        row,
        statement.text[low:high],
        (low > 0, high < len(statement.text)),
        tuple((start - low, end - low, role) for start, end, role in spans),
    )
