"""Text that others wrote, made harmless before it is shown.

Article text is untrusted: it may hold markup, entities, characters that reverse the line
or have no width. Whatever is shown in HTML goes through `text_for_html`, whatever goes
into a figure through `text_for_figure`. Both leave every visible word as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

ELLIPSIS = "…"
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MARK = "\ufffd"  # stands for a character that would disturb the text around it

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ODD = re.compile(r"[^\n\t -~]")  # what may not be shown as it is
# what XML has no place for, with half characters; a line's end stays
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
# JSON inside a script element: nothing in it may end the element or open a comment
_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}

# plotly decodes numbers and a few names (not &quot;); `$` would start LaTeX where a page
# has MathJax, and `%{` a template.
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
_FIGURE = _HTML | str.maketrans({"$": "&#36;", "%": "&#37;"})


def line(text: str, *, trim: bool = True) -> str:
    r"""A text on one line that can neither colour nor command a terminal.

    Args:
        text: of others.
        trim: without spaces at its ends.

    >>> line("a\x1b[31m b\nc")
    'a [31m b c'
    """
    flat = _SPACES.sub(" ", _CONTROL.sub(" ", text))
    return flat.strip() if trim else flat


def for_xml(text: str) -> str:
    r"""The text without characters that no XML can hold, as in GraphML or a sheet of Excel.

    >>> for_xml("a\x0bb\nc")
    'ab\nc'
    """
    return _NOT_XML.sub("", text)


def for_script(written: str) -> str:
    r"""JSON whose words can neither end the script element that holds it nor open another.

    >>> for_script('"a</script>"')
    '"a\\u003c/script\\u003e"'
    """
    return written.translate(_SCRIPT)


def visible(text: object) -> str:
    r"""The text without characters that hide, or that change the order of others.

    Zero-width and other formatting characters are removed; controls that reverse the
    writing direction, other controls and lone surrogates are shown as `\ufffd`. Newlines
    and tabs stay. A missing value (None, NaN, NaT) is the empty text.

    >>> visible("pay\u200bload \u202egnp.exe")
    'payload �gnp.exe'
    >>> visible(None), visible(float("nan"))
    ('', '')
    """
    if text is None or text != text:  # NaN and NaT are the values that differ from themselves
        return ""
    return _ODD.sub(lambda found: _shown(found[0]), str(text))


def _shown(char: str) -> str:
    if char in BIDI:
        return MARK
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category in ("Cc", "Cs"):
        return MARK
    return "\n" if category in ("Zl", "Zp") else char


def clip(text: str, limit: int | None) -> str:
    """The text, cut to a number of characters with an ellipsis as the last one.

    >>> clip("Deputy Foreign Minister", 11)
    'Deputy For…'
    """
    if limit is None or len(text) <= limit:
        return text
    return text[: max(limit - 1, 0)].rstrip() + ELLIPSIS


def clip_apart(texts: Sequence[str], limit: int) -> list[str]:
    """Texts cut to a number of characters; where two would look alike, in their middle.

    >>> clip_apart(["Assembly of the Isles", "Assembly of the Reefs", "Quist"], 14)
    ['Assembl… Isles', 'Assembl… Reefs', 'Quist']
    """
    alike = Counter(clip(text, limit) for text in dict.fromkeys(texts))
    head = limit // 2
    return [
        clip(text, limit)
        if alike[clip(text, limit)] == 1
        else text[:head].rstrip() + ELLIPSIS + text[head + 1 - limit :]
        for text in texts
    ]


def text_for_html(text: object) -> str:
    """Text to stand in HTML, between tags or in a quoted attribute.

    >>> text_for_html('<b onclick="x">')
    '&lt;b onclick=&#34;x&#34;&gt;'
    """
    return visible(text).translate(_HTML)


def text_for_figure(text: object, limit: int | None = None) -> str:
    """Text to stand in a figure: one line, clipped, nothing in it read as markup.

    Args:
        text: what to show; a missing value is the empty text.
        limit: longest length in characters, counted before escaping.

    >>> text_for_figure("<b>Tom &  Co</b>", limit=11)
    '&lt;b&gt;Tom &amp; C…'
    >>> text_for_figure("$5 or 6% of %{x}")
    '&#36;5 or 6&#37; of &#37;{x}'
    """
    line = " ".join(visible(text).split())
    return clip(line, limit).translate(_FIGURE)


def texts_for_figure(texts: Sequence[object], limit: int) -> list[str]:
    """Texts that stand beside each other in a figure, clipped so that they can be told apart.

    Args:
        texts: what to show; see `text_for_figure`.
        limit: longest length in characters, counted before escaping.
    """
    lines = [" ".join(visible(text).split()) for text in texts]
    return [text_for_figure(line) for line in clip_apart(lines, limit)]
