"""The style of fragments in JupyterLab; a page has its own and drops this one."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def style() -> str:
    """A style element for the first output of a notebook."""
    return f"<style>{Path(__file__).with_name('display.css').read_text('utf-8')}</style>"
