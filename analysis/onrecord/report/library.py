"""plotly.js, the wheel's own, as a page carries it: made to start sooner."""

from __future__ import annotations

import functools
import re
from importlib import resources

LIBRARY = "plotly.min.js"
# how the file begins and ends: a function handed to another one, which calls it
BEGINS = b'(typeof self !== "undefined" ? self : this, () => {'
ENDS = b"}));"
# its last step: every kind of chart is set up, the first of them bars; lines and points come before
KINDS = re.compile(rb"\b(?P<on>[\w$]+)\.register\(\[(?P<first>[\w$]+)\(\),(?P<rest>[^\]]+)\]\)")


@functools.cache
def library() -> bytes:
    """plotly.js as the installed wheel ships it, but for two changes that a reader waits less for.

    See `patient` and `bracketed`; where a later plotly.js is built otherwise, it stays as it is.
    """
    wheels = resources.files("plotly").joinpath("package_data", LIBRARY).read_bytes()
    return bracketed(patient(wheels))


def patient(raw: bytes) -> bytes:
    """The file with points, lines and bars ready, and all else once `Plotly.others()` is called.

    Kinds of charts that a page does not have (maps, 3D) take most of the time that the library
    needs to start.

    >>> made = patient(b'var f=W((x,m)=>{"use strict";m.exports=b()});var b=W((x,m)=>{m.exports={'
    ...     b'name:"bar",moduleType:"trace"}});P.register([f(),g(),h()]);')
    >>> made[made.index(b"P.register"):]
    b'P.register([f()]);P.others=()=>P.register([g(),h()]);'
    >>> patient(b"P.register([f(),g()]);")  # who knows what these are
    b'P.register([f(),g()]);'
    """
    lists = list(KINDS.finditer(raw))
    if len(lists) != 1 or not _is_bars(raw, lists[0]["first"]):
        return raw
    on, first, rest = lists[0].group("on", "first", "rest")
    ready = on + b".register([" + first + b"()]);" + on + b".others=()=>" + on
    start, end = lists[0].span()
    return raw[:start] + ready + b".register([" + rest + b"])" + raw[end:]


def _is_bars(raw: bytes, module: bytes) -> bool:
    """Whether a module is another one's under a second name, and that one is the bars."""
    other = re.search(
        rb"\b%b=\w+\(\([^)]*\)=>\{[^}]*?exports=([\w$]+)\(\)" % re.escape(module), raw
    )
    if not other:
        return False
    body = re.search(rb"\b%b=\w+\(\(" % re.escape(other[1]), raw)
    return bool(body and re.match(rb'.{0,2000}?\bname:"bar"', raw[body.end() :][:2000], re.S))


def bracketed(raw: bytes) -> bytes:
    """The file with its outermost function in brackets; unchanged where it looks otherwise.

    A browser reads a function in brackets while it loads the file, and any other one twice:
    once to find its end, and again, while the reader waits, when it is called.

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
