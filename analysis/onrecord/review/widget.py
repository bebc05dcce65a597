"""A review in a notebook: the same answers by the same keys, and words chosen with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from onrecord.corrections import Anchor
from onrecord.errors import AnalysisError
from onrecord.review.conflicts import names_of
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import Statement, statements
from onrecord.review.terminal import meant
from onrecord.review.view import shown
from onrecord.tables import Tables

PANEL = ("text.js", "ends.js", "ask.js", "panel.js")  # one script, in this order


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
    return _widget_class()(session, names_of(tables))


def take(session: Session, said: dict[str, Any], names: Sequence[str] = ()) -> str:
    """Take one answer of the widget; returns what was wrong with it, or nothing.

    Args:
        session: the review.
        said: `answer` and what it needs: `name`, `number` and `label`, or `spans`; `id` of the
            statement that was shown, so that a key pressed twice answers nothing unseen.
        names: known names.
    """
    statement, kind = session.current, said.get("answer")
    if "id" in said and said["id"] != (statement.id if statement else None):
        return ""
    if kind == "back":
        session.back()
        return ""
    if statement is None:
        return "there is nothing left to answer"
    try:
        if _given(session, statement, str(kind), said, names):
            session.forward()
    except (ValueError, KeyError, IndexError, TypeError) as error:
        return f"{error}" or "the answer was not understood"
    except AnalysisError as error:  # the disk is full, or the like
        return str(error)
    return ""


def _given(
    session: Session, statement: Statement, kind: str, said: dict[str, Any], names: Sequence[str]
) -> bool:
    """Keep an answer; returns whether to go on to the next statement."""
    typed = " ".join(str(said.get("name") or "").split())
    name = meant(typed, names) if typed not in ("", "-") else ""
    if kind in ("right", "no quote", "skip"):
        session.answer(kind)
        return True
    if kind == "speaker":
        session.answer("speaker", {"speakers": [name] if name else []})
        return True
    if kind == "stance":
        side = statement.was["stances"][int(said["number"])]
        right = {"target": side["target"], "label": said["label"], "anchor": side["anchor"]}
        session.answer("stance", right)
        return len(statement.was["stances"]) == 1
    if kind == "same person":
        if not statement.speakers or not name or name == statement.speakers[0]:
            raise ValueError("there is no other name here")
        session.same_person(statement.speakers[0], name)
        return False
    spans = _spans(statement.text, said["spans"])
    if kind == "words":
        content = [Anchor.at(statement.text, *span).json() for span in spans]
        session.answer("words", {"content": content})
        return True
    if kind == "added":
        session.add(statement, (spans[0][0], spans[-1][1]), [name] if name else [])
        return False
    raise ValueError(f"{kind!r} is no answer")


def _spans(text: str, given: Any) -> list[tuple[int, int]]:
    """The parts of the words, in order."""
    spans = sorted((int(start), int(end)) for start, end in given)
    apart = all(one[1] <= other[0] for one, other in pairwise(spans))
    if not spans or not apart or not all(0 <= s < e <= len(text) for s, e in spans):
        raise ValueError("these words are not in the article")
    return spans


@cache
def _widget_class() -> type:
    """Made when it is first needed, as anywidget is in an extra."""
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        raise AnalysisError(
            "The review in a notebook needs anywidget; install it with "
            "`pip install 'onrecord[lab]'`, or use `onrecord review` in a terminal."
        ) from error
    panel = files("onrecord.review").joinpath("panel")

    class Review(anywidget.AnyWidget):
        """Shows one statement; each answer is on the disk before the next is shown."""

        _esm = "\n".join(panel.joinpath(name).read_text("utf-8") for name in PANEL)
        _css = panel.joinpath("panel.css").read_text("utf-8")
        view = traitlets.Dict().tag(sync=True)
        names: traitlets.List = traitlets.List().tag(sync=True)
        problem = traitlets.Unicode().tag(sync=True)
        heard = traitlets.Int().tag(sync=True)  # answers taken; tells the page to go on

        def __init__(self, session: Session, names: Sequence[str]) -> None:
            super().__init__(view=shown(session), names=list(names)[:2000])
            self.session = session
            self.on_msg(self._answered)

        def _answered(self, _: object, said: dict[str, Any], __: object) -> None:
            self.problem = take(self.session, said, self.names)
            self.view = shown(self.session)
            self.heard += 1

    return Review
