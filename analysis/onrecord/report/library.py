"""plotly.js, the wheel's own, as a page carries it."""

from __future__ import annotations

import functools
from importlib import resources

LIBRARY = "plotly.min.js"
# how the file begins and ends: a function handed to another one, which calls it
BEGINS = b'(typeof self !== "undefined" ? self : this, () => {'
ENDS = b"}));"


@functools.cache
def library() -> bytes:
    """plotly.js as the installed wheel ships it, its outermost function in brackets.

    A browser reads a function in brackets while it loads the file, and any other one twice:
    once to find its end, and again, while the reader waits, when it is called.
    """
    return bracketed(resources.files("plotly").joinpath("package_data", LIBRARY).read_bytes())


def bracketed(raw: bytes) -> bytes:
    """The file with its outermost function in brackets; unchanged where it looks otherwise.

    >>> bracketed(b'(w(typeof self !== "undefined" ? self : this, () => {"use strict";}));')
    b'(w(typeof self !== "undefined" ? self : this, (() => {"use strict";})));'
    >>> bracketed(b"var Plotly = {};")
    b'var Plotly = {};'
    """
    end = raw.rstrip()
    if raw.count(BEGINS) != 1 or not end.endswith(ENDS):
        return raw
    head, body = end[: -len(ENDS)].split(BEGINS)
    return head + BEGINS.replace(b"() =>", b"(() =>") + body + b"}" + b")" + ENDS[1:]
