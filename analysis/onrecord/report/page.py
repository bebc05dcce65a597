"""What a page carries with it: style, scripts, data, the chart library, and its policy."""

from __future__ import annotations

import base64
import functools
import gzip
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.report.library import LIBRARY, library

ASSETS = Path(__file__).parent / "assets"
SCRIPT, STYLE = "onrecord.js", "onrecord.css"  # as a site shares them
# The order matters: each file uses only those before it.
SCRIPTS = (
    "unpack", "theme", "filter", "narrow", "scale", "charts", "draw", "evidence", "article", "main",
)  # fmt: skip
# kept beside what they mirror
MIRRORS = ("summary/directions.js", "charts/recompute.js", "display/make.js", "display/tables.js")
STYLES = ("base", "page", "parts", "article", "print")


@dataclass(slots=True)
class Payload:
    """The data of one page: read by the page's script, never run.

    Attributes:
        figures: plotly figures, in page order.
        tables: columns and rows of each table, in page order.
        evidence: column name to values, one value per statement.
        links: address of the article, speaker and actor pages, by id or name.
        templates: plotly template of the light and of the dark page.
        estimate: how a mean follows from its evidence, as in `onrecord.charts`.
    """

    figures: list[dict] = field(default_factory=list)
    tables: list[dict] = field(default_factory=list)
    evidence: dict[str, list] = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    templates: dict[str, dict] = field(default_factory=dict)
    estimate: dict = field(default_factory=dict)

    def packed(self) -> str:
        """All but the evidence, small, in base64: nothing in it could end a script element."""
        rest = (name for name in self.__slots__ if name != "evidence")
        return _as_text({name: getattr(self, name) for name in rest})

    def packed_evidence(self) -> str:
        """The evidence, likewise."""
        return _as_text(self.evidence)


@functools.cache
def script() -> str:
    """The page's own script, one closure."""
    parts = [(Path(__file__).parents[1] / name).read_text("utf-8") for name in MIRRORS]
    parts += [(ASSETS / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


@functools.cache
def style() -> str:
    """The page's style sheet."""
    return "\n".join((ASSETS / "css" / f"{name}.css").read_text("utf-8") for name in STYLES)


@functools.cache
def packed_library() -> str:
    """plotly.js, gzip in base64; the browser unpacks it with DecompressionStream."""
    return _packed(library())


def shared_files() -> dict[str, bytes]:
    """What the pages of a site have in common, by file name."""
    return {LIBRARY: library(), SCRIPT: script().encode(), STYLE: style().encode()}


def policy(*, shared: bool) -> str:
    """The content security policy of a page.

    Args:
        shared: library, script and style lie beside the pages, and are loaded from there.

    Returns:
        A policy under which nothing is fetched and only our own scripts run.
    """
    # A page opened from a folder has no origin that 'self' could name in every browser,
    # so the scheme is allowed as well; over http 'self' is what counts.
    beside = "'self' file:"
    scripts = beside if shared else f"{_hashed(script().encode())} {_hashed(library())}"
    styles = f"'unsafe-inline' {beside}" if shared else "'unsafe-inline'"
    return (
        f"default-src 'none'; script-src {scripts}; "
        f"style-src {styles}; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _as_text(body: dict) -> str:
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return _packed(text.encode("utf-8", "replace"))


def _packed(raw: bytes) -> str:
    return base64.b64encode(gzip.compress(raw, 9, mtime=0)).decode("ascii")


def _hashed(raw: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(raw).digest()).decode('ascii')}'"
