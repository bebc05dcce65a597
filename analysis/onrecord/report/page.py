"""What a page carries with it: style, scripts, data, the chart library, and its policy."""

from __future__ import annotations

import base64
import functools
import gzip
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.display.evidence import packed
from onrecord.report.fonts import faces
from onrecord.report.library import LIBRARY, library

ASSETS = Path(__file__).parent / "assets"
# as a site shares them
SCRIPT, STYLE, FONTS, LINKS = "onrecord.js", "onrecord.css", "fonts.css", "links.js"
# The order matters: each file uses only those before it.
SCRIPTS = (
    "unpack", "theme", "follow", "rows", "filter", "narrow", "scale", "charts", "frame", "embed",
    "draw", "cite", "answers", "ticks", "missed", "evidence", "article", "recount", "news",
    "sides", "search", "related", "main",
)  # fmt: skip
# kept beside what they mirror
MIRRORS = (
    "display/make.js", "display/reads.js", "summary/words.js", "summary/intervals.js",
    "summary/selection.js",
    "summary/directions.js", "summary/shares.js", "summary/trend.js", "summary/compare.js",
    "summary/common_words.js", "summary/distinctive.js",
    *(f"charts/{name}.js" for name in ("figure", "findings", "events", "order", "camps",
      "pairs", "network", "speakers", "stack", "drift", "reply", "volume", "timeline", "comparison",
      "repeats", "options")),
    "summary/sources.js", "summary/people.js", "summary/best_quotes.js", "summary/news.js",
    "display/sources.js", "display/camps.js", "display/issues.js",
    "networks/louvain.js", "display/coalitions.js", "display/same_person.js",
    "repeats/repeats.js", "display/repeats.js", "display/ledger.js",
    "display/tables.js", "search/query.js",
)  # fmt: skip
STYLES = ("base", "page", "parts", "article", "answers", "print")


@dataclass(slots=True)
class Payload:
    """The data of one page: read by the page's script, never run.

    Attributes:
        figures: plotly figures, in page order.
        tables: columns and rows of each table, in page order.
        rows: what the page counts from, packed; see `onrecord.summary.compact`.
        evidence: sentences as columns, where the page carries them itself.
        links: address of the article, speaker and actor pages, by id or name.
        days: id and title of the articles that have a page, in order of publication.
        templates: plotly template of the light and of the dark page.
        beside: address of the file that holds the rows, where the page does not.
        sentences: where the site's files of sentences are, to be followed by their number.
        root: way to the folder of the site, whose addresses of pages lie beside its script.
        capped: what to say where a sentence is not in the page.
    """

    figures: list[dict] = field(default_factory=list)
    tables: list[dict] = field(default_factory=list)
    rows: str = ""
    evidence: dict = field(default_factory=dict)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    days: list[tuple[str, str]] = field(default_factory=list)
    templates: dict[str, dict] = field(default_factory=dict)
    beside: str | None = None
    sentences: str | None = None
    capped: str | None = None
    root: str | None = None

    def packed(self) -> str:
        """All but rows and sentences, in base64: nothing in it could end a script element."""
        rest = (name for name in self.__slots__ if name not in ("rows", "evidence"))
        return packed({name: getattr(self, name) for name in rest})

    @property
    def drawn(self) -> bool:
        """Whether there is a chart to draw, now or under a filter."""
        return any(figure["data"] for figure in self.figures)


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
    texts = {SCRIPT: script(), STYLE: style(), FONTS: faces()}
    return {LIBRARY: library(), **{name: text.encode() for name, text in texts.items()}}


def links(of: dict[str, dict[str, str]], days: list[tuple[str, str]]) -> bytes:
    """The addresses of a site's pages by name, below its folder, as a script sets them."""
    return f'globalThis.onrecordLinks = "{packed({**of, "days": days})}";\n'.encode()


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


def _packed(raw: bytes) -> str:
    return base64.b64encode(gzip.compress(raw, 9, mtime=0)).decode("ascii")


def _hashed(raw: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(raw).digest()).decode('ascii')}'"
