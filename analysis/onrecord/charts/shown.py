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

    def show(figure: go.Figure) -> None:
        # the publisher of the moment: a cell's output may be captured
        shell.display_pub.publish(_renderer().to_mimebundle(figure.to_dict()))

    shell.display_formatter.ipython_display_formatter.for_type(go.Figure, show)


def _renderer() -> Any:
    return pio.renderers["plotly_mimetype"]
