"""A widget that shows one thing after another and hands each answer to who keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.errors import AnalysisError

MOST = 2_000  # names that can be chosen
Told = dict[str, Any]


def box(
    scripts: tuple[str, ...],
    session: object,
    names: Sequence[str],
    shown: Callable[[], Told],
    take: Callable[[Told], str],
) -> Any:
    """A widget, for JupyterLab, VS Code and elsewhere.

    Args:
        scripts: files of `panel/`, one script in this order.
        session: what holds the answers, as the widget's `session`.
        names: what can be chosen.
        shown: what is to be shown now, as plain values.
        take: keeps an answer before it is back; returns what was wrong with it, or nothing.

    Raises:
        AnalysisError: anywidget is not installed.
    """
    return _class(scripts)(session, names, shown, take)


@cache
def _class(scripts: tuple[str, ...]) -> type:
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
        """Shows one thing; each answer is on the disk before the next is shown."""

        _esm = "\n".join(panel.joinpath(name).read_text("utf-8") for name in scripts)
        _css = panel.joinpath("panel.css").read_text("utf-8")
        view = traitlets.Dict().tag(sync=True)
        names: traitlets.List = traitlets.List().tag(sync=True)
        problem = traitlets.Unicode().tag(sync=True)
        heard = traitlets.Int().tag(sync=True)  # answers taken; tells the page to go on

        def __init__(
            self,
            session: object,
            names: Sequence[str],
            shown: Callable[[], Told],
            take: Callable[[Told], str],
        ) -> None:
            super().__init__(view=shown(), names=list(names)[:MOST])
            self.session, self._shown, self._take = session, shown, take
            self.on_msg(self._answered)

        def _answered(self, _: object, said: Told, __: object) -> None:
            self.problem = self._take(said)
            self.view = self._shown()
            self.heard += 1

    return Review
