"""The faces that pages are set in, so that they look alike everywhere.

Source Serif 4 and Source Sans 3 by Adobe, as Google Fonts and Fontsource pack them; their licence
lies beside them. Letters beyond Latin are set in the reader's own fonts.
"""

from __future__ import annotations

import base64
import functools
import re
from pathlib import Path

FONTS = Path(__file__).parent / "assets" / "fonts"
SERIF, SANS = "Source Serif 4", "Source Sans 3"
# letters of each file, as its makers give them
LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,"
    "U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
MORE = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,"
    "U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,"
    "U+A720-A7FF"
)
# of these, what a name or a price is written with
NEEDS_MORE = re.compile(
    "[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]"
)


def faces(said: str | None = None) -> str:
    """The style rules that hold the faces; nothing is fetched.

    Args:
        said: the words that are to be shown; None, where a site's pages share the rules.

    Returns:
        Rules of Latin, and of Latin with all its accents where words need it.
    """
    more = said is None or NEEDS_MORE.search(said)
    return "\n".join(_faces(extended) for extended in ([False, True] if more else [False]))


@functools.cache
def _faces(extended: bool) -> str:
    letters, end = (MORE, "latin-ext") if extended else (LATIN, "latin")
    return "\n".join(
        f'@font-face {{ font-family: "{name}"; font-weight: 200 900; '
        f"src: url(data:font/woff2;base64,{_packed(name, end)}) format('woff2'); "
        f"unicode-range: {letters}; }}"
        for name in (SERIF, SANS)
    )


def file_of(name: str, end: str) -> Path:
    """Where a face lies; `end` is latin or latin-ext."""
    return FONTS / f"{name.lower().replace(' ', '-')}-{end}.woff2"


def _packed(name: str, end: str) -> str:
    return base64.b64encode(file_of(name, end).read_bytes()).decode("ascii")
