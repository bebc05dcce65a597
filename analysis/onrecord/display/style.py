"""The style of fragments and charts in JupyterLab; a page has its own and drops this one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.charts import theme

DARK = 'body[data-jp-theme-light="false"] .js-plotly-plot'  # as JupyterLab marks its theme
TEXTS = "text, text tspan"


@cache
def style() -> str:
    """A style element for the first output of a notebook."""
    own = Path(__file__).with_name("display.css").read_text("utf-8")
    return f"<style>{own}\n{dark_charts()}</style>"


def dark_charts() -> str:
    """Rules that turn a drawn chart dark with JupyterLab, in the colours of a dark page.

    A chart is drawn in the light template, and the theme may be switched at any time: rules
    reach what is drawn already, and win over the colours that plotly wrote into it.
    """
    page, _, ink, quiet, grid, axis = theme.COLORS["dark"]
    rules = {
        ".main-svg": "background: none",
        ".bg, .legend .bg": "fill: none",
        TEXTS: f"fill: {ink}",
        ".xtitle, .ytitle": f"fill: {quiet}",
        ".gridlayer path": f"stroke: {grid}",
        ".zerolinelayer path, .xlines-above, .ylines-above, .shapelayer path": f"stroke: {axis}",
        "path.xtick, path.ytick": f"stroke: {axis}",
        ".hoverlayer .hovertext path": f"fill: {page}; stroke: {axis}",
        ".modebar-group": "background: none",
    }
    return "\n".join(f"{_within(names)} {{ {_important(said)} }}" for names, said in rules.items())


def _within(names: str) -> str:
    return ", ".join(f"{DARK} {name.strip()}" for name in names.split(","))


def _important(said: str) -> str:
    return "; ".join(f"{rule.strip()} !important" for rule in said.split(";"))
