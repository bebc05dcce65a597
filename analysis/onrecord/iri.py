"""Parsers of international addresses (IRIs), made when one is first checked.

`jsonschema`, which plotly and nbformat bring in, takes `rfc3987_syntax` where JupyterLab has
installed it, and that makes 38 parsers as it is imported: more than a second of processor time
in each process that draws a chart or runs a notebook, and none of them ever checks an IRI.
Whoever is imported before them imports this; the check itself stays what it was.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

PARSERS = "rfc3987_syntax"


class _Later(ModuleType):
    """Stands in for the parsers while `jsonschema` is imported."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # asked for by the import itself
            raise AttributeError(name)
        return getattr(_parsers(), name)


def is_valid_syntax(term: str, value: str) -> bool:
    """Whether a text is what a term of RFC 3987 names."""
    return _parsers().is_valid_syntax(term, value)


def _parsers() -> ModuleType:
    if isinstance(sys.modules.get(PARSERS), _Later):
        del sys.modules[PARSERS]
    return import_module(PARSERS)


def _import_jsonschema() -> None:
    if PARSERS in sys.modules or find_spec(PARSERS) is None:
        return
    later = _Later(PARSERS)
    later.__dict__["is_valid_syntax"] = is_valid_syntax
    sys.modules[PARSERS] = later
    try:
        with suppress(ImportError):
            import_module("jsonschema")
    finally:
        if sys.modules.get(PARSERS) is later:
            del sys.modules[PARSERS]


_import_jsonschema()
