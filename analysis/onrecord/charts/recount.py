"""What a chart was asked for, kept with it: a page's script makes it again of filtered rows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any

import plotly.graph_objects as go

from onrecord.charts.options import NAMES, reworded

# options that every chart has, for its documentation
MORE = {
    "title": "in place of the usual one.",
    "names": "name -> what it is called in the chart.",
    "order": "of rows: `name`, or the names that come first; by default by number.",
}


def worded(chart: Callable[..., go.Figure]) -> Callable[..., go.Figure]:
    """Let a chart take the options that all charts have."""
    given = inspect.signature(chart)
    added = [name for name in NAMES if name not in given.parameters]

    @wraps(chart)
    def made(*tables: Any, **options: Any) -> go.Figure:
        figure = chart(*tables, **{k: v for k, v in options.items() if k not in added})
        return reworded(figure, **{k: v for k, v in options.items() if k in added})

    keyword = inspect.Parameter.KEYWORD_ONLY
    more = [inspect.Parameter(name, keyword, default=None, annotation="Any") for name in added]
    made.__signature__ = given.replace(parameters=[*given.parameters.values(), *more])  # type: ignore[attr-defined]
    if added and chart.__doc__:
        said = "".join(f"    {name}: {MORE[name]}\n    " for name in added)
        made.__doc__ = f"{chart.__doc__.rstrip()}\n    {said}"
    return made


def recounted(chart: Callable[..., go.Figure]) -> Callable[..., go.Figure]:
    """Let a chart carry its options in `layout.meta["recount"]`; it is `worded` as well.

    The script beside the chart (`matrix.py`, `pairs.js`) takes the same options under the
    same names; `tests/charts/test_recount.py` holds it to the same numbers and words.
    """
    drawn = worded(chart)

    @wraps(drawn)
    def made(*tables: Any, **options: Any) -> go.Figure:
        figure = drawn(*tables, **options)
        # of filtered rows no audit says anything, as it is one of the whole corpus
        asked = {name: _plain(value) for name, value in options.items() if name != "audit"}
        figure.update_layout(meta={**figure.layout.meta, "recount": asked})
        return figure

    return made


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
