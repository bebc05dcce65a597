"""A review in a notebook: the same answers by the same keys, and words chosen with the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.corrections import Anchor
from onrecord.errors import AnalysisError
from onrecord.review.box import MOST, box
from onrecord.review.conflicts import names_of
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import Statement, statements
from onrecord.review.terminal import meant
from onrecord.review.view import shown
from onrecord.tables import Tables

PANEL = ("text.js", "ends.js", "ask.js", "wire.js", "panel.js")


def review(store: str | Path, *, reviewer: str = "", n: int = 100, **chosen: Any) -> Any:
    """Show the statements of a store one after another, in JupyterLab, VS Code and elsewhere.

    Args:
        store: folder that `onrecord analyse` wrote; the answers lie in it.
        reviewer: name, where several review.
        n: statements.
        chosen: what to review, as for `onrecord.review.pick.pick`.

    Returns:
        A widget; its `session` holds the answers.

    Raises:
        AnalysisError: anywidget is not installed, or nothing fits what was chosen.
    """
    tables = Tables.open(store)
    chosen = {name: value for name, value in chosen.items() if value}
    queue = statements(tables, pick(tables, n=n, **chosen))
    session = Session(queue, store, reviewer or None)
    names = names_of(tables)[:MOST]
    return box(PANEL, session, names, partial(shown, session), partial(take, session, names=names))


def take(session: Session, said: dict[str, Any], names: Sequence[str] = ()) -> str:
    """Take one answer of the widget; returns what was wrong with it, or nothing.

    Args:
        session: the review.
        said: `answer` and what it needs: `name`, `number` and `label`, or `spans`; `id` of the
            statement that was shown, so that a key pressed twice answers nothing unseen.
        names: known names.
    """
    statement, kind = session.current, str(said.get("answer"))
    if "id" in said and said["id"] != (statement.id if statement else None):
        return ""
    if kind == "back":
        session.back()
        return ""
    if statement is None:
        return "there is nothing left to answer"
    if kind not in KEEPING:
        return f"{kind!r} is no answer"
    typed = " ".join(str(said.get("name") or "").split())
    name = meant(typed, names) if typed not in ("", "-") else ""
    try:
        if KEEPING[kind](_Given(session, statement, kind, said, name)):
            session.forward()
    except (ValueError, KeyError, IndexError, TypeError) as error:
        return f"{error}" or "the answer was not understood"
    except AnalysisError as error:  # the disk is full, or the like
        return str(error)
    return ""


@dataclass(frozen=True)
class _Given:
    """An answer of the widget; `name` is the known one that was meant."""

    session: Session
    statement: Statement
    kind: str
    said: dict[str, Any]
    name: str

    @property
    def names(self) -> list[str]:
        return [self.name] if self.name else []

    @property
    def spans(self) -> list[tuple[int, int]]:
        return _spans(self.statement.text, self.said["spans"])


def _plain(given: _Given) -> bool:
    given.session.answer(given.kind)
    return True


def _speaker(given: _Given) -> bool:
    given.session.answer("speaker", {"speakers": given.names})
    return True


def _stance(given: _Given) -> bool:
    sides = given.statement.was["stances"]
    side = sides[int(given.said["number"])]
    right = {"target": side["target"], "label": given.said["label"], "anchor": side["anchor"]}
    given.session.answer("stance", right)
    return len(sides) == 1


def _same_person(given: _Given) -> bool:
    speakers = given.statement.speakers
    if not speakers or not given.name or given.name == speakers[0]:
        raise ValueError("there is no other name here")
    given.session.same_person(speakers[0], given.name)
    return False


def _words(given: _Given) -> bool:
    content = [Anchor.at(given.statement.text, *span).json() for span in given.spans]
    given.session.answer("words", {"content": content})
    return True


def _added(given: _Given) -> bool:
    spans = given.spans
    given.session.add(given.statement, (spans[0][0], spans[-1][1]), given.names)
    return False


# what keeps each kind of answer; each says whether to go on to the next statement
KEEPING: dict[str, Callable[[_Given], bool]] = {
    "right": _plain, "no quote": _plain, "skip": _plain, "speaker": _speaker, "stance": _stance,
    "same person": _same_person, "words": _words, "added": _added,
}  # fmt: skip


def _spans(text: str, given: Any) -> list[tuple[int, int]]:
    """The parts of the words, in order."""
    spans = sorted((int(start), int(end)) for start, end in given)
    apart = all(one[1] <= other[0] for one, other in pairwise(spans))
    if not spans or not apart or not all(0 <= s < e <= len(text) for s, e in spans):
        raise ValueError("these words are not in the article")
    return spans
