"""A review in a notebook: the same answers by the same keys, and words chosen with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.corrections import Anchor
from onrecord.errors import AnalysisError
from onrecord.review.conflicts import names_of
from onrecord.review.pick import pick
from onrecord.review.session import Session
from onrecord.review.statements import Statement, statements
from onrecord.review.terminal import meant
from onrecord.safe import visible
from onrecord.tables import Tables

AROUND = 400  # characters shown on either side


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


def shown(session: Session) -> dict[str, Any]:
    """What the widget shows now, as plain values; spans count in `text`."""
    statement = session.current
    at, of = session.place
    if statement is None:
        return {"done": True, "given": len(session.given), "file": session.path.name}
    low, high = _around(statement)
    spans = [(anchor.start, anchor.end, "content") for anchor in statement.words]
    for role in ("source", "cue"):
        spans += [(each["start"], each["end"], role) for each in statement.was.get(role, ())]
    spans += [
        (s["anchor"]["start"], s["anchor"]["end"], "target")
        for s in statement.was.get("stances", ())
    ]
    beside = [each for each in (statement.article.outlet, statement.article.title) if each]
    return {
        "done": False,
        "head": visible(" · ".join([f"{at} of {of}", *beside])),
        "text": statement.text[low:high],
        "offset": low,
        "spans": [[start - low, end - low, role] for start, end, role in sorted(spans)],
        "speakers": statement.speakers,
        "stances": [
            {"target": s["target"], "label": s["label"]} for s in statement.was.get("stances", ())
        ],
        "narrated": statement.was.get("voice") == "narrator",
    }


def take(session: Session, said: dict[str, Any], names: Sequence[str] = ()) -> str:
    """Take one answer of the widget; returns what was wrong with it, or nothing.

    Args:
        session: the review.
        said: `answer` and what it needs: `name`, `number` and `label`, or `start` and `end`.
        names: known names.
    """
    statement, kind = session.current, said.get("answer")
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
    start, end = int(said["start"]), int(said["end"])
    if not 0 <= start < end <= len(statement.text):
        raise ValueError("select the words first")
    if kind == "words":
        content = [Anchor.at(statement.text, start, end).json()]
        session.answer("words", {"content": content})
        return True
    if kind == "added":
        session.add(statement, (start, end), [name] if name else [])
        return False
    raise ValueError(f"{kind!r} is no answer")


def _around(statement: Statement) -> tuple[int, int]:
    low = max(0, statement.words[0].start - AROUND)
    high = min(len(statement.text), statement.words[-1].end + AROUND)
    for role in ("source", "cue"):
        for each in statement.was.get(role, ()):
            low, high = min(low, each["start"]), max(high, each["end"])
    return low, high


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
    script = files("onrecord.review").joinpath("widget.js").read_text("utf-8")

    class Review(anywidget.AnyWidget):
        """Shows one statement; each answer is on the disk before the next is shown."""

        _esm = script
        view = traitlets.Dict().tag(sync=True)
        names: traitlets.List = traitlets.List().tag(sync=True)
        problem = traitlets.Unicode().tag(sync=True)

        def __init__(self, session: Session, names: Sequence[str]) -> None:
            super().__init__(view=shown(session), names=list(names)[:2000])
            self.session = session
            self.on_msg(self._answered)

        def _answered(self, _: object, said: dict[str, Any], __: object) -> None:
            self.problem = take(self.session, said, self.names)
            self.view = shown(self.session)

    return Review
