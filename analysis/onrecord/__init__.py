"""On Record: who said what about whom, in whose words, and how far to believe it.

The idea in one breath: an article's sentences belong to two voices, the outlet's own
(the narrator) and those of the people it quotes. `load` reads files into a table of
articles, `analyse` finds every attribution (source, cue, content), the speaker whom the
source means, and the stance of each voice toward each actor; each row points at the words
it rests on.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False  # importing it takes longer than all of this file
if TYPE_CHECKING:
    from onrecord import audit, charts, display, report, summary
    from onrecord.corpus.analyse import analyse
    from onrecord.corpus.texts import read
    from onrecord.errors import AnalysisError
    from onrecord.load import load
    from onrecord.stance import stance_between, stance_of_speakers, stance_towards
    from onrecord.tables import Tables

    __version__: str

# each is brought in when it is first asked for, so that a look at one is quick
_HOMES = {
    "AnalysisError": "errors",
    "Tables": "tables",
    "analyse": "corpus.analyse",
    "load": "load",
    "read": "corpus.texts",
    "stance_between": "stance",
    "stance_of_speakers": "stance",
    "stance_towards": "stance",
}
_ROOMS = ("audit", "charts", "display", "report", "summary")
__all__ = [
    "AnalysisError",
    "Tables",
    "analyse",
    "audit",
    "charts",
    "display",
    "load",
    "read",
    "report",
    "stance_between",
    "stance_of_speakers",
    "stance_towards",
    "summary",
]


def __getattr__(name: str) -> object:
    if name in _ROOMS:
        return _room(name)
    if name in _HOMES:
        value = getattr(import_module(f"onrecord.{_HOMES[name]}"), name)
    elif name == "__version__":
        value = import_module("importlib.metadata").version("onrecord")
    else:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    globals()[name] = value
    return value


def _room(name: str) -> ModuleType:
    """A room; where it needs an extra, the error says which."""
    try:
        return import_module(f"onrecord.{name}")
    except ModuleNotFoundError as error:
        from onrecord.extras import install

        if (needed := install(error)) is None:
            raise
        raise ModuleNotFoundError(f"onrecord.{name}: {needed}.", name=error.name) from error


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        # a room and its one function are both called load; here the function is meant
        if name == "load" and isinstance(value, ModuleType):
            value = value.load
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
