"""How a chart is shown where pages are made."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import plotly.io as pio


def show_as_data(shell: Any) -> None:
    """Let a shell show figures as a page holds them.

    By itself plotly asks each time which program has started the kernel.

    Args:
        shell: IPython's.
    """
    shell.display_formatter.ipython_display_formatter.for_type(go.Figure, _show)


def _show(figure: go.Figure) -> None:
    from IPython.display import display

    display(pio.renderers["plotly_mimetype"].to_mimebundle(figure.to_dict()), raw=True)
