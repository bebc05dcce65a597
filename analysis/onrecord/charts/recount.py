"""What a chart was asked for, kept with it: a page's script makes it again of filtered rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import ParamSpec

import plotly.graph_objects as go

Given = ParamSpec("Given")


def recounted(chart: Callable[Given, go.Figure]) -> Callable[Given, go.Figure]:
    """Let a chart carry its options in `layout.meta["recount"]`.

    The script beside the chart (`matrix.py`, `pairs.js`) takes the same options under the
    same names; `tests/charts/test_recount.py` holds it to the same numbers and words.
    """

    @wraps(chart)
    def made(*tables: Given.args, **options: Given.kwargs) -> go.Figure:
        figure = chart(*tables, **options)
        asked = {name: _plain(value) for name, value in options.items()}
        figure.update_layout(meta={**figure.layout.meta, "recount": asked})
        return figure

    return made


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
